//! Short names of regions where a country has several zones and people write them short, and territories that a country
//! lists among its regions but that have a code, and a time, of their own.

use crate::reach::country::Country;

/// Country, and the short and long names of its regions: the postal abbreviations of the United States, Canada and
/// Australia.
const SHORT: [(&str, &str); 3] = [
    (
        "US",
        "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,\
         DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,\
         KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,\
         MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,\
         NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,\
         SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,\
         WV West Virginia,WI Wisconsin,WY Wyoming",
    ),
    (
        "CA",
        "AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,NF Newfoundland and \
         Labrador,NS Nova Scotia,NT Northwest Territories,NU Nunavut,ON Ontario,PE Prince Edward Island,QC Québec,\
         PQ Québec,SK Saskatchewan,YT Yukon",
    ),
    (
        "AU",
        "ACT Australian Capital Territory,NSW New South Wales,NT Northern Territory,QLD Queensland,SA South Australia,\
         TAS Tasmania,VIC Victoria,WA Western Australia",
    ),
];

/// Countries with the territories that have a code of their own.
const TERRITORIES: [(&str, &str); 7] = [
    ("US", "AS GU MP PR VI"),
    ("FR", "BL GF GP MF MQ NC PF PM RE WF YT"),
    ("NL", "AW BQ CW SX"),
    ("DK", "FO GL"),
    ("GB", "GG GI IM JE"),
    ("AU", "CC CX NF"),
    ("CN", "HK MO"),
];

/// The regions a short name stands for, each with its country, by their long names.
pub(super) fn long_names(short: &str) -> impl Iterator<Item = (Country, &'static str)> {
    let regions = SHORT.iter().flat_map(|(code, regions)| regions.split(',').map(move |region| (*code, region)));
    regions.filter_map(move |(code, region)| {
        let (abbreviation, name) = region.split_once(' ')?;
        abbreviation.eq_ignore_ascii_case(short).then_some((Country::of_code(code)?, name))
    })
}

/// The territory a country has under that name or code.
pub(super) fn territory(country: Country, region: &str) -> Option<Country> {
    let (_, codes) = TERRITORIES.iter().find(|(code, _)| *code == country.code())?;
    Country::named(region).filter(|territory| codes.split(' ').any(|code| code == territory.code()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_may_belong_to_two_countries() {
        let names: Vec<_> = long_names("wa").map(|(country, name)| (country.code().to_owned(), name)).collect();
        assert_eq!(names, [("US".to_owned(), "Washington"), ("AU".to_owned(), "Western Australia")]);
    }

    #[test]
    fn georgia_is_no_territory_of_the_united_states() {
        let country = Country::of_code("US").unwrap();
        assert_eq!(territory(country, "Georgia"), None);
        assert_eq!(territory(country, "Puerto Rico"), Country::of_code("PR"));
    }
}
