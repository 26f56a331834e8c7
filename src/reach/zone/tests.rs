use proptest::prelude::*;

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The place of "country|region|city".
fn look(text: &str) -> Place {
    let mut fields = text.split('|');
    place(fields.next(), fields.next(), fields.next())
}

/// What decided, the country and the zones with their names: "City US: Austin America/Chicago".
fn said(place: &Place) -> String {
    let by = place.by.map_or_else(|| "unknown".to_owned(), |by| format!("{by:?}"));
    let country = place.country.as_ref().map_or("-", Country::code);
    let spots: Vec<_> = place.spots.iter().map(|spot| format!("{} {}", spot.name, spot.zone.name())).collect();
    format!("{by} {country}: {}", spots.join("; ")).trim_end().to_owned()
}

/// The clocks at a place: "Houston Tue 11:00 -06 | El Paso Tue 10:00 -07".
fn clocks(place: &Place, now: &str) -> String {
    let times = match place.local(at(now)) {
        Local::Unknown => Vec::new(),
        Local::One(time) => vec![time],
        Local::Several(times) => times,
    };
    let clock = |time: &LocalTime| format!("{} {} {}", time.name, time.time.strftime("%a %H:%M"), time.offset);
    times.iter().map(clock).collect::<Vec<_>>().join(" | ")
}

/// Places as records have them, and what is known of them.
const PLACES: &[(&str, &str)] = &[
    ("United States|California|San Francisco", "City US: San Francisco America/Los_Angeles"),
    ("USA|CA|SAN FRANCISCO", "City US: San Francisco America/Los_Angeles"),
    ("US|Texas|Austin", "City US: Austin America/Chicago"),
    ("US|TX|El Paso", "City US: El Paso America/Denver"),
    ("US|TX|Round Rock", "Region US: Houston America/Chicago; El Paso America/Denver"),
    ("US|Texas|", "Region US: Houston America/Chicago; El Paso America/Denver"),
    ("US|Florida|Pensacola", "City US: Pensacola America/Chicago"),
    ("US|FL|Miami", "City US: Miami America/New_York"),
    ("US|FL|Ocala Springs", "Region US: Miami America/New_York; Pensacola America/Chicago"),
    ("US|Indiana|Fort Wayne", "City US: Fort Wayne America/Indiana/Indianapolis"),
    ("US|IN|Ft. Wayne", "City US: Fort Wayne America/Indiana/Indianapolis"),
    (
        "US|Indiana|Nowhere",
        "Region US: Indianapolis America/Indiana/Indianapolis; Gary America/Chicago; New Albany America/Kentucky/Louisville",
    ),
    ("US|KY|Louisville", "City US: Louisville America/Kentucky/Louisville"),
    ("US|TN|Knoxville", "City US: Knoxville America/New_York"),
    ("US|Tennessee|", "Region US: Memphis America/Chicago; Knoxville America/New_York"),
    ("US|ND|Bismarck", "City US: Bismarck America/Chicago"),
    ("US|South Dakota|", "Region US: Sioux Falls America/Chicago; Rapid City America/Denver"),
    ("US|Nebraska|", "Region US: Omaha America/Chicago; Scottsbluff America/Denver"),
    ("US|Kansas|", "Region US: Wichita America/Chicago; Goodland America/Denver"),
    ("US|Idaho|Boise", "City US: Boise America/Boise"),
    ("US|Oregon|Ontario", "City US: Ontario America/Boise"),
    ("US|Oregon|Smallville", "Region US: Portland America/Los_Angeles; Ontario America/Boise"),
    ("US|Michigan|Detroit", "City US: Detroit America/Detroit"),
    ("US|AZ|Phoenix", "City US: Phoenix America/Phoenix"),
    ("US|AZ|Sedona Falls", "Region US: Arizona America/Phoenix"),
    (
        "US|Alaska|",
        "Region US: Anchorage America/Anchorage; Juneau America/Juneau; Ketchikan America/Sitka; Nome America/Nome",
    ),
    ("US|HI|Honolulu", "City US: Honolulu Pacific/Honolulu"),
    ("US|DC|Washington", "Region US: District of Columbia America/New_York"),
    ("US|MO|Saint Louis", "City US: St. Louis America/Chicago"),
    ("US|NY|New York City", "City US: New York America/New_York"),
    ("US|NY|Brooklyn", "Region US: New York America/New_York"),
    ("US||Portland", "City US: Portland, Oregon America/Los_Angeles; Portland, Maine America/New_York"),
    (
        "US||Springfield",
        "City US: Springfield, Massachusetts America/New_York; Springfield, Missouri America/Chicago; Springfield, Oregon America/Los_Angeles",
    ),
    ("US|IL|Springfield", "City US: Springfield America/Chicago"),
    ("US||Houston", "City US: Houston America/Chicago"),
    ("US|Puerto Rico|San Juan", "City PR: San Juan America/Puerto_Rico"),
    ("US|GU|", "Country GU: Agana Pacific/Guam"),
    (
        "US||",
        "Country US: New York America/New_York; Chicago America/Chicago; Los Angeles America/Los_Angeles; Denver America/Denver; Phoenix America/Phoenix; Detroit America/Detroit; Indianapolis America/Indiana/Indianapolis; Honolulu Pacific/Honolulu; Louisville America/Kentucky/Louisville; Boise America/Boise; Anchorage America/Anchorage",
    ),
    ("Canada|Ontario|Toronto", "City CA: Toronto America/Toronto"),
    ("Canada|ON|", "Region CA: Toronto America/Toronto; Kenora America/Winnipeg"),
    ("Canada|British Columbia|Vancouver", "City CA: Vancouver America/Vancouver"),
    (
        "Canada|BC|",
        "Region CA: Vancouver America/Vancouver; Fort St. John America/Dawson_Creek; Cranbrook America/Edmonton; Fort Nelson America/Fort_Nelson",
    ),
    ("Canada|QC|Laval", "Region CA: Québec America/Toronto"),
    ("Canada|Québec|Montréal", "City CA: Montréal America/Toronto"),
    ("Canada|NL|St. John's", "City CA: St. John’s America/St_Johns"),
    ("Canada|Saskatchewan|", "Region CA: Saskatchewan America/Regina"),
    ("Australia|NSW|Sydney", "City AU: Sydney Australia/Sydney"),
    ("Australia|New South Wales|Orange Hill", "Region AU: Sydney Australia/Sydney; Broken Hill Australia/Broken_Hill"),
    ("AU|QLD|", "Region AU: Queensland Australia/Brisbane"),
    ("AU|WA|Perth", "City AU: Perth Australia/Perth"),
    ("Deutschland|Bayern|München", "Region DE: Bayern Europe/Berlin"),
    ("Germany||", "Country DE: Germany Europe/Berlin"),
    ("DE||", "Country DE: Berlin Europe/Berlin"),
    ("Schweiz||Zürich", "City CH: Zürich Europe/Zurich"),
    ("España||Barcelona", "City ES: Barcelona Europe/Madrid"),
    ("España|Barcelona|Sabadell", "Region ES: Barcelona Europe/Madrid"),
    ("Spain||Las Palmas", "City ES: Las Palmas Atlantic/Canary"),
    ("Brasil|SP|São Paulo", "City BR: Sao Paulo America/Sao_Paulo"),
    ("Mexico||Cancún", "City MX: Cancun America/Cancun"),
    ("Mexico|Chihuahua|Ciudad Juárez", "City MX: Ciudad Juárez America/Ciudad_Juarez"),
    ("China||Chengdu", "City CN: Chengdu Asia/Shanghai"),
    (
        "Argentina||",
        "Country AR: Buenos Aires America/Argentina/Buenos_Aires; Córdoba America/Argentina/Cordoba; Salta America/Argentina/Salta; Mendoza America/Argentina/Mendoza; Tucumán America/Argentina/Tucuman; Catamarca America/Argentina/Catamarca; San Juan America/Argentina/San_Juan; San Salvador de Jujuy America/Argentina/Jujuy; San Luis America/Argentina/San_Luis; La Rioja America/Argentina/La_Rioja; Rio Gallegos America/Argentina/Rio_Gallegos; Ushuaia America/Argentina/Ushuaia",
    ),
    ("Anguilla||", "Country AI: Anguilla America/Anguilla"),
    ("British Virgin Islands||", "Country VG: British Virgin Islands America/Tortola"),
    ("Kosovo||Pristina", "City XK: Pristina Europe/Belgrade"),
    ("UK||London", "City GB: London Europe/London"),
    ("||London", "unknown -:"),
    ("||Boston", "City US: Boston America/New_York"),
    ("||Munich", "City DE: Munich Europe/Berlin"),
    ("||Springfield", "unknown -:"),
    ("||Nowhere", "unknown -:"),
    ("|TX|Austin", "City US: Austin America/Chicago"),
    ("|WA|Seattle", "City US: Seattle America/Los_Angeles"),
    ("|WA|", "unknown -:"),
    ("|California|", "Region US: California America/Los_Angeles"),
    ("||Austin, TX", "City US: Austin America/Chicago"),
    ("US||Austin, TX", "City US: Austin America/Chicago"),
    ("US||Oakville, TX", "Region US: Houston America/Chicago; El Paso America/Denver"),
    ("Elbonia|Texas|Austin", "unknown -:"),
    (
        "Kazakhstan||",
        "Country KZ: Almaty Asia/Almaty; Oostanay Asia/Qyzylorda; Aktobe Asia/Aqtobe; Atyrau Asia/Atyrau; Oral Asia/Oral; Mangyshlak Asia/Aqtau",
    ),
    (
        "Indonesia||Bali",
        "Country ID: Jakarta Asia/Jakarta; Ujungpandang Asia/Makassar; Pontianak Asia/Pontianak; Ambon Asia/Jayapura",
    ),
    ("New Zealand||Hamilton", "City NZ: Hamilton Pacific/Auckland"),
    ("Russia||Moscow", "City RU: Moscow Europe/Moscow"),
    ("Portugal||Funchal", "City PT: Funchal Atlantic/Madeira"),
    ("||", "unknown -:"),
    (
        "Brazil||",
        "Country BR: Sao Paulo America/Sao_Paulo; Fortaleza America/Fortaleza; Salvador America/Bahia; Recife America/Recife; Belem America/Belem; Manaus America/Manaus; Maceio America/Maceio; Cuiaba America/Cuiaba; Campo Grande America/Campo_Grande; Porto Velho America/Porto_Velho; Santarem America/Santarem; Palmas America/Araguaina; Rio Branco America/Rio_Branco; Boa Vista America/Boa_Vista",
    ),
    ("Canada|PQ|Nowhere", "Region CA: Québec America/Toronto"),
    ("South Africa||Cape Town", "City ZA: Cape Town Africa/Johannesburg"),
    ("France|Réunion|Saint-Denis", "City RE: St.-Denis Indian/Reunion"),
    ("US|Georgia|", "Region US: Georgia America/New_York"),
    ("|Georgia|Atlanta", "City US: Atlanta America/New_York"),
    ("US|MT|Billings", "City US: Billings America/Denver"),
];

#[test]
fn a_place_is_found_by_city_then_region_then_country() {
    for (text, expected) in PLACES {
        assert_eq!(said(&look(text)), *expected, "{text}");
    }
}

#[test]
fn a_place_shows_the_time_on_its_clocks() {
    for (text, now, expected) in [
        ("US|California|San Francisco", "2024-11-05T10:14:00Z", "San Francisco Tue 02:14 -08"),
        ("US|California|San Francisco", "2024-07-05T10:14:00Z", "San Francisco Fri 03:14 -07"),
        ("US|Texas|", "2024-11-05T17:00:00Z", "Houston Tue 11:00 -06 | El Paso Tue 10:00 -07"),
        ("Germany||", "2024-11-05T23:30:00Z", "Germany Wed 00:30 +01"),
        ("India||Mumbai", "2024-11-05T00:00:00Z", "Mumbai Tue 05:30 +05:30"),
        (
            "US|Nowhere|Nowhere",
            "2024-11-05T12:00:00Z",
            "New York Tue 07:00 -05 | Chicago Tue 06:00 -06 | \
          Los Angeles Tue 04:00 -08 | Denver Tue 05:00 -07 | Honolulu Tue 02:00 -10 | Anchorage Tue 03:00 -09",
        ),
        ("||", "2024-11-05T12:00:00Z", ""),
    ] {
        assert_eq!(clocks(&look(text), now), expected, "{text}");
    }
}

#[test]
fn zones_that_agree_count_as_one_while_they_do() {
    let argentina = look("Argentina||");
    assert!(argentina.spots.len() > 5);
    assert_eq!(clocks(&argentina, "2024-11-05T12:00:00Z"), "Buenos Aires Tue 09:00 -03");
    let indiana = look("US|Indiana|");
    assert_eq!(clocks(&indiana, "2024-11-05T12:00:00Z"), "Indianapolis Tue 07:00 -05 | Gary Tue 06:00 -06");
    let arizona_or_california = Place { spots: [look("US|AZ|").spots, look("US|CA|").spots].concat(), ..look("US||") };
    assert_eq!(clocks(&arizona_or_california, "2024-07-05T12:00:00Z"), "Arizona Fri 05:00 -07");
    assert_eq!(
        clocks(&arizona_or_california, "2024-12-05T12:00:00Z"),
        "Arizona Thu 05:00 -07 | California Thu 04:00 -08"
    );
}

#[test]
fn it_is_night_only_where_every_possible_clock_says_so() {
    for (text, now, expected) in [
        ("US|California|San Francisco", "2024-11-05T10:14:00Z", Some(true)),
        ("US|California|San Francisco", "2024-11-05T14:59:00Z", Some(true)),
        ("US|California|San Francisco", "2024-11-05T15:00:00Z", Some(false)),
        ("US|California|San Francisco", "2024-11-06T05:59:00Z", Some(false)),
        ("US|California|San Francisco", "2024-11-06T06:00:00Z", Some(true)),
        // 07:30 in Houston, 06:30 in El Paso.
        ("US|Texas|", "2024-11-05T13:30:00Z", None),
        ("US|Texas|", "2024-11-05T14:30:00Z", Some(false)),
        ("||", "2024-11-05T14:30:00Z", None),
    ] {
        assert_eq!(look(text).night(at(now)), expected, "{text} {now}");
    }
}

proptest! {
    #[test]
    fn any_place_at_any_time_is_answered(
        country in proptest::option::of("\\PC{0,12}|US|Canada|AU|Spain"),
        region in proptest::option::of("\\PC{0,12}|TX|WA|Ontario"),
        city in proptest::option::of("\\PC{0,12}|Portland|London|Austin, TX"),
        seconds in Timestamp::MIN.as_second()..=Timestamp::MAX.as_second(),
    ) {
        let place = place(country.as_deref(), region.as_deref(), city.as_deref());
        let now = Timestamp::from_second(seconds).unwrap();
        prop_assert_eq!(place.spots.is_empty(), place.by.is_none());
        prop_assert_eq!(place.spots.is_empty(), place.local(now) == Local::Unknown);
        for spot in &place.spots {
            prop_assert!(spot.zone.time_zone().is_some() && !spot.name.is_empty());
        }
        let _ = place.night(now);
    }
}
