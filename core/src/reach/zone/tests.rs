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

/// The basis, the country and the zones with their names: "City US: Austin America/Chicago".
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

/// Places as in records, and what is known about them.
const PLACES: &[(&str, &str)] = &[
    ("United States|California|San Francisco", "City US: San Francisco America/Los_Angeles"),
    ("USA|CA|SAN FRANCISCO", "City US: San Francisco America/Los_Angeles"),
    ("US|Texas|Austin", "City US: Austin America/Chicago"),
    ("US|TX|El Paso", "City US: El Paso America/Denver"),
    ("US|TX|Round Rock", "City US: Round Rock America/Chicago"),
    ("US|Texas|", "Region US: Houston America/Chicago; El Paso America/Denver"),
    ("US|Florida|Pensacola", "City US: Pensacola America/Chicago"),
    ("US|FL|Miami", "City US: Miami America/New_York"),
    ("US|FL|Ocala Springs", "Region US: Jacksonville America/New_York; Pensacola America/Chicago"),
    ("US|Indiana|Fort Wayne", "City US: Fort Wayne America/Indiana/Indianapolis"),
    ("US|IN|Ft. Wayne", "City US: Fort Wayne America/Indiana/Indianapolis"),
    (
        "US|Indiana|Nowhere",
        "Region US: Indianapolis America/Indiana/Indianapolis; Evansville America/Chicago; Jeffersonville America/Kentucky/Louisville; Jasper America/Indiana/Vincennes; Bright America/New_York; Tell City America/Indiana/Tell_City; Knox America/Indiana/Knox; Winamac America/Indiana/Winamac; Petersburg America/Indiana/Petersburg; Marengo America/Indiana/Marengo; Vevay America/Indiana/Vevay",
    ),
    ("US|KY|Louisville", "City US: Louisville America/Kentucky/Louisville"),
    ("US|TN|Knoxville", "City US: Knoxville America/New_York"),
    ("US|Tennessee|", "Region US: Nashville America/Chicago; Knoxville America/New_York"),
    ("US|ND|Bismarck", "City US: Bismarck America/Chicago"),
    ("US|South Dakota|", "Region US: Sioux Falls America/Chicago; Rapid City America/Denver"),
    ("US|Nebraska|", "Region US: Omaha America/Chicago; Scottsbluff America/Denver"),
    ("US|Kansas|", "Region US: Wichita America/Chicago; Goodland America/Denver"),
    ("US|Idaho|Boise", "City US: Boise America/Boise"),
    ("US|Oregon|Ontario", "City US: Ontario America/Boise"),
    ("US|Oregon|Smallville", "Region US: Portland America/Los_Angeles; Ontario America/Boise"),
    ("US|Michigan|Detroit", "City US: Detroit America/Detroit"),
    ("US|AZ|Phoenix", "City US: Phoenix America/Phoenix"),
    ("US|AZ|Sedona Falls", "Region US: Phoenix America/Phoenix; Tuba City America/Denver"),
    (
        "US|Alaska|",
        "Region US: Anchorage America/Anchorage; Juneau America/Juneau; Sitka America/Sitka; Nome America/Nome; Metlakatla America/Metlakatla; Yakutat America/Yakutat; Adak America/Adak; Hyder America/Los_Angeles",
    ),
    ("US|HI|Honolulu", "City US: Honolulu Pacific/Honolulu"),
    ("US|DC|Washington", "City US: Washington America/New_York"),
    ("US|MO|Saint Louis", "City US: St. Louis America/Chicago"),
    ("US|NY|New York City", "City US: New York City America/New_York"),
    ("US|NY|Brooklyn", "City US: Brooklyn America/New_York"),
    (
        "US||Portland",
        "City US: Portland, Oregon America/Los_Angeles; Portland, Maine America/New_York; Portland, Texas America/Chicago; Portland, Indiana America/Indiana/Indianapolis; Portland, Michigan America/Detroit",
    ),
    (
        "US||Springfield",
        "City US: Springfield, Missouri America/Chicago; Springfield, Massachusetts America/New_York; Springfield, Oregon America/Los_Angeles; Springfield, Michigan America/Detroit",
    ),
    ("US|IL|Springfield", "City US: Springfield America/Chicago"),
    ("US||Houston", "City US: Houston America/Chicago"),
    ("US|Puerto Rico|San Juan", "City PR: San Juan America/Puerto_Rico"),
    ("US|GU|", "Country GU: Dededo Village Pacific/Guam"),
    (
        "US||",
        "Country US: New York City America/New_York; Chicago America/Chicago; Los Angeles America/Los_Angeles; Denver America/Denver; Phoenix America/Phoenix; Detroit America/Detroit; Indianapolis America/Indiana/Indianapolis; Honolulu Pacific/Honolulu; Louisville America/Kentucky/Louisville; Boise America/Boise; Anchorage America/Anchorage; Jasper America/Indiana/Vincennes; Menominee America/Menominee; Juneau America/Juneau; Mandan America/North_Dakota/New_Salem; Sitka America/Sitka; Nome America/Nome; Tell City America/Indiana/Tell_City; Knox America/Indiana/Knox; Beulah America/North_Dakota/Beulah; Monticello America/Kentucky/Monticello; Winamac America/Indiana/Winamac; Petersburg America/Indiana/Petersburg; Marengo America/Indiana/Marengo; Vevay America/Indiana/Vevay; Metlakatla America/Metlakatla; Yakutat America/Yakutat; Center America/North_Dakota/Center; Adak America/Adak",
    ),
    ("Canada|Ontario|Toronto", "City CA: Toronto America/Toronto"),
    ("Canada|ON|", "Region CA: Toronto America/Toronto; Kenora America/Winnipeg; Atikokan America/Atikokan"),
    ("Canada|British Columbia|Vancouver", "City CA: Vancouver America/Vancouver"),
    (
        "Canada|BC|",
        "Region CA: Vancouver America/Vancouver; Cranbrook America/Edmonton; Fort St. John America/Dawson_Creek; Creston America/Creston; Fort Nelson America/Fort_Nelson",
    ),
    ("Canada|QC|Laval", "City CA: Laval America/Toronto"),
    ("Canada|Québec|Montréal", "City CA: Montréal America/Toronto"),
    ("Canada|NL|St. John's", "City CA: St. John's America/St_Johns"),
    (
        "Canada|Saskatchewan|",
        "Region CA: Saskatoon America/Regina; Swift Current America/Swift_Current; Lloydminster America/Edmonton; Creighton America/Winnipeg",
    ),
    ("Australia|NSW|Sydney", "City AU: Sydney Australia/Sydney"),
    (
        "Australia|New South Wales|Orange Hill",
        "Region AU: Sydney Australia/Sydney; Broken Hill Australia/Broken_Hill; Buronga Australia/Melbourne; Lord Howe Island Australia/Lord_Howe",
    ),
    ("AU|QLD|", "Region AU: Queensland Australia/Brisbane"),
    ("AU|WA|Perth", "City AU: Perth Australia/Perth"),
    ("Deutschland|Bayern|München", "City DE: München Europe/Berlin"),
    ("Germany||", "Country DE: Germany Europe/Berlin"),
    ("DE||", "Country DE: Berlin Europe/Berlin"),
    ("Schweiz||Zürich", "City CH: Zürich Europe/Zurich"),
    ("España||Barcelona", "City ES: Barcelona Europe/Madrid"),
    ("España|Barcelona|Sabadell", "City ES: Sabadell Europe/Madrid"),
    ("Spain||Las Palmas", "City ES: Las Palmas Atlantic/Canary"),
    ("Brasil|SP|São Paulo", "City BR: São Paulo America/Sao_Paulo"),
    ("Mexico||Cancún", "City MX: Cancún America/Cancun"),
    ("Mexico|Chihuahua|Ciudad Juárez", "City MX: Ciudad Juárez America/Ciudad_Juarez"),
    ("China||Chengdu", "City CN: Chengdu Asia/Shanghai"),
    (
        "Argentina||",
        "Country AR: Buenos Aires America/Argentina/Buenos_Aires; Córdoba America/Argentina/Cordoba; Salta America/Argentina/Salta; San Miguel de Tucumán America/Argentina/Tucuman; Catamarca America/Argentina/Catamarca; San Rafael America/Argentina/Mendoza; Rawson America/Argentina/San_Juan; San Salvador de Jujuy America/Argentina/Jujuy; San Luis America/Argentina/San_Luis; Río Gallegos America/Argentina/Rio_Gallegos; La Rioja America/Argentina/La_Rioja; Ushuaia America/Argentina/Ushuaia",
    ),
    ("Anguilla||", "Country AI: Anguilla America/Anguilla"),
    ("British Virgin Islands||", "Country VG: British Virgin Islands America/Tortola"),
    ("Kosovo||Pristina", "City XK: Pristina Europe/Belgrade"),
    ("UK||London", "City GB: London Europe/London"),
    (
        "||London",
        "City -: London, GB Europe/London; London, Ontario America/Toronto; London, Kentucky America/New_York; London, KI Pacific/Kiritimati",
    ),
    ("||Boston", "City -: Boston, Massachusetts America/New_York; Boston, GB Europe/London"),
    ("||Munich", "City DE: Munich Europe/Berlin"),
    (
        "||Springfield",
        "City US: Springfield, Missouri America/Chicago; Springfield, Massachusetts America/New_York; Springfield, Oregon America/Los_Angeles; Springfield, Michigan America/Detroit",
    ),
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
        "Country KZ: Almaty Asia/Almaty; Aktobe Asia/Aqtobe; Kostanay Asia/Qostanay; Kyzylorda Asia/Qyzylorda; Atyrau Asia/Atyrau; Oral Asia/Oral; Aktau Asia/Aqtau",
    ),
    (
        "Indonesia||Bali",
        "Country ID: Jakarta Asia/Jakarta; Makassar Asia/Makassar; Jayapura Asia/Jayapura; Pontianak Asia/Pontianak",
    ),
    ("New Zealand||Hamilton", "City NZ: Hamilton Pacific/Auckland"),
    ("Russia||Moscow", "City RU: Moscow Europe/Moscow"),
    ("Portugal||Funchal", "City PT: Funchal Atlantic/Madeira"),
    ("||", "unknown -:"),
    (
        "Brazil||",
        "Country BR: São Paulo America/Sao_Paulo; Fortaleza America/Fortaleza; Salvador America/Bahia; Recife America/Recife; Belém America/Belem; Maceió America/Maceio; Manaus America/Manaus; Cuiabá America/Cuiaba; Campo Grande America/Campo_Grande; Porto Velho America/Porto_Velho; Palmas America/Araguaina; Santarém America/Santarem; Rio Branco America/Rio_Branco; Boa Vista America/Boa_Vista; Benjamin Constant America/Eirunepe; Fernando de Noronha America/Noronha",
    ),
    (
        "Canada|PQ|Nowhere",
        "Region CA: Montréal America/Toronto; Îles-de-la-Madeleine America/Halifax; Blanc-Sablon America/Blanc-Sablon; Listuguj America/Moncton",
    ),
    ("South Africa||Cape Town", "City ZA: Cape Town Africa/Johannesburg"),
    ("France|Réunion|Saint-Denis", "City RE: Saint-Denis Indian/Reunion"),
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

/// City fields as people fill them.
const CITY_FIELDS: &[(&str, &str)] = &[
    ("US||Chicago IL 60601", "City US: Chicago America/Chicago"),
    ("US||Chicago, IL 60601", "City US: Chicago America/Chicago"),
    ("US||chicago il", "City US: Chicago America/Chicago"),
    ("US|Illinois|60601 Chicago", "City US: Chicago America/Chicago"),
    ("US|IL 60601|Chicago", "City US: Chicago America/Chicago"),
    ("US|US-IL|Chicago", "City US: Chicago America/Chicago"),
    ("US||Chicago (HQ)", "City US: Chicago America/Chicago"),
    ("||Chicago, IL, USA", "City US: Chicago America/Chicago"),
    ("US||City of Chicago", "City US: Chicago America/Chicago"),
    ("US||233 S Wacker Dr, Chicago, IL 60606", "City US: Chicago America/Chicago"),
    ("US||Head office; Chicago IL", "City US: Chicago America/Chicago"),
    ("US||Denver CO", "City US: Denver America/Denver"),
    ("US||Phoenix Arizona 85001", "City US: Phoenix America/Phoenix"),
    ("US||Seattle - WA", "City US: Seattle America/Los_Angeles"),
    ("US||Seattle/WA", "City US: Seattle America/Los_Angeles"),
    ("US||Charlotte North Carolina", "City US: Charlotte America/New_York"),
    ("US||Kansas City", "City US: Kansas City America/Chicago"),
    ("US|NV|N. Las Vegas", "City US: North Las Vegas America/Los_Angeles"),
    ("US||Washington, D.C. 20001", "City US: Washington America/New_York"),
    ("US||New York NY 10001", "City US: New York America/New_York"),
    ("US||El Paso, Texas", "City US: El Paso America/Denver"),
    ("US||Oakville TX 78000", "Region US: Houston America/Chicago; El Paso America/Denver"),
    ("US|Texas|Oakville, Texas", "Region US: Houston America/Chicago; El Paso America/Denver"),
    ("Canada||Toronto ON M5V 2T6", "City CA: Toronto America/Toronto"),
    ("||Toronto M5V 2T6", "City CA: Toronto America/Toronto"),
    ("Canada||Toronto, Ontario, M5V 2T6, Canada", "City CA: Toronto America/Toronto"),
    ("||Toronto CA", "City CA: Toronto America/Toronto"),
    ("||San Francisco CA", "City US: San Francisco America/Los_Angeles"),
    ("Australia||Perth WA 6000", "City AU: Perth Australia/Perth"),
    ("||Perth WA", "City AU: Perth Australia/Perth"),
    ("UK||London SW1A 1AA", "City GB: London Europe/London"),
    ("||London SW1A 1AA", "City GB: London Europe/London"),
    ("||SW1A 1AA London", "City GB: London Europe/London"),
    ("Germany||10115 Berlin", "City DE: Berlin Europe/Berlin"),
    ("||D-10115 Berlin", "City DE: Berlin Europe/Berlin"),
    ("||Berlin, DE", "City DE: Berlin Europe/Berlin"),
    ("||Kleinkleckersdorf, Germany", "Country DE: Germany Europe/Berlin"),
    ("||Kleinkleckersdorf, DE", "unknown -:"),
    ("Netherlands||1012 AB Amsterdam", "City NL: Amsterdam Europe/Amsterdam"),
    ("||Tbilisi, Georgia", "City GE: Tbilisi Asia/Tbilisi"),
    ("||Atlanta, Georgia", "City US: Atlanta America/New_York"),
    ("Brazil||Manaus - AM", "City BR: Manaus America/Manaus"),
    // A field of its own counts before the city's field.
    ("US|Maine|Portland, OR", "City US: Portland America/New_York"),
    // "in" and "Krym" are parts of the name here.
    ("US||Nowhere in", "Country US"),
    ("Ukraine||Novyi Krym", "Country UA"),
];

#[test]
fn a_city_field_is_understood_with_its_surroundings() {
    for (text, expected) in CITY_FIELDS {
        let said = said(&look(text));
        assert!(said == *expected || said.starts_with(&format!("{expected}:")), "{text}: {said}");
    }
}

/// Towns whose time differs from most of their region; the clock in winter and in summer, hours ahead of UTC.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("US|Arizona|Window Rock", "-07", "-06"),
    ("US|AZ|Tuba City", "-07", "-06"),
    ("US|AZ|Kayenta", "-07", "-06"),
    ("US|AZ|Moenkopi", "-07", "-07"),
    ("US|AZ|Bullhead City", "-07", "-07"),
    ("US|Alaska|Adak", "-10", "-09"),
    ("US|AK|Atka", "-10", "-09"),
    ("US|AK|Hyder", "-09 -08", "-08 -07"),
    ("US|Nevada|West Wendover", "-07", "-06"),
    ("US|NV|Jackpot", "-08 -07", "-07 -06"),
    ("US|AL|Phenix City", "-06 -05", "-05 -04"),
    ("US|Michigan|Ironwood", "-06", "-05"),
    ("US|MI|Iron Mountain", "-06", "-05"),
    ("US|Indiana|La Porte", "-06", "-05"),
    ("US|IN|Gary", "-06", "-05"),
    ("US|IN|Tell City", "-06", "-05"),
    ("US|Oregon|Ontario", "-07", "-06"),
    ("US|OR|Nyssa", "-07", "-06"),
    ("US|Florida|Marianna", "-06", "-05"),
    ("US|TX|El Paso", "-07", "-06"),
    ("US|KS|Goodland", "-07", "-06"),
    ("US|ND|Dickinson", "-07", "-06"),
    ("US|NE|Scottsbluff", "-07", "-06"),
    ("US|SD|Rapid City", "-07", "-06"),
    ("US|ID|Coeur d'Alene", "-08", "-07"),
    ("US|KY|Bowling Green", "-06", "-05"),
    ("US|TN|Chattanooga", "-05", "-04"),
    ("US|TX|Katy", "-06", "-05"),
    ("US|FL|Boynton Beach", "-05", "-04"),
    ("US|IN|Crown Point", "-06", "-05"),
    ("US|OR|Ashland", "-08", "-07"),
    ("Canada|Ontario|Kenora", "-06", "-05"),
    ("Canada|ON|Atikokan", "-05", "-05"),
    ("Canada|ON|Pickle Lake", "-06 -05", "-05"),
    ("Canada|BC|Creston", "-07", "-07"),
    ("Canada|BC|Dawson Creek", "-07", "-07"),
    ("Canada|Quebec|Blanc-Sablon", "-04", "-04"),
    ("Canada|QC|Îles-de-la-Madeleine", "-04", "-03"),
    ("Canada|NL|Happy Valley-Goose Bay", "-04", "-03"),
    ("Canada|NL|Mary's Harbour", "-03:30", "-02:30"),
    ("Australia|NSW|Broken Hill", "+10:30", "+09:30"),
    ("Australia|NSW|Lord Howe Island", "+11", "+10:30"),
    ("Australia|WA|Eucla", "+08:45", "+08:45"),
    ("Portugal|Azores|Ponta Delgada", "-01", "+00"),
    ("Portugal|Azores|Nordeste", "-01", "+00"),
    ("Portugal|Madeira|Funchal", "+00", "+01"),
    ("Spain|Canarias|Arrecife", "+00", "+01"),
    ("Ecuador|Galápagos|Puerto Ayora", "-06", "-06"),
    ("Ecuador||Puerto Villamil", "-06", "-06"),
    ("Chile||Hanga Roa", "-05", "-06"),
    ("Chile||Isla de Pascua", "-05", "-06"),
    ("Brazil|Pernambuco|Fernando de Noronha", "-02", "-02"),
    ("Brazil||Fernando de Noronha", "-02", "-02"),
    ("Mexico|Nayarit|Bucerías", "-06", "-06"),
    ("Mexico|Nayarit|Tepic", "-07", "-07"),
    ("Greenland||Ittoqqortoormiit", "-02", "-01"),
    ("Greenland||Qaanaaq", "-04", "-03"),
    ("New Zealand||Chatham Islands", "+13:45", "+12:45"),
    ("China|Xinjiang|Ürümqi", "+08 +06", "+08 +06"),
    ("Russia||Zheleznogorsk", "+03 +07", "+03 +07"),
];

#[test]
fn a_town_that_differs_from_its_region_has_its_own_time() {
    for (text, winter, summer) in EXCEPTIONS {
        for (now, expected) in [("2026-01-14T18:07:00Z", winter), ("2026-07-15T18:07:00Z", summer)] {
            let offsets = match look(text).local(at(now)) {
                Local::Unknown => Vec::new(),
                Local::One(time) => vec![time.offset.to_string()],
                Local::Several(times) => times.iter().map(|time| time.offset.to_string()).collect(),
            };
            assert_eq!(offsets.join(" "), **expected, "{text} {now}");
        }
    }
}

#[test]
fn a_small_town_has_every_time_of_its_region() {
    for (region, winter) in [
        ("US|AZ|", "Phoenix Wed 11:07 -07"),
        ("US|TX|", "Houston Wed 12:07 -06 | El Paso Wed 11:07 -07"),
        ("US|NV|", "Las Vegas Wed 10:07 -08 | West Wendover Wed 11:07 -07"),
        ("US|AK|", "Anchorage Wed 09:07 -09 | Adak Wed 08:07 -10 | Hyder Wed 10:07 -08"),
        ("Canada|SK|", "Saskatoon Wed 12:07 -06 | Lloydminster Wed 11:07 -07"),
        ("Australia|WA|", "Perth Thu 02:07 +08 | Eucla Thu 02:52 +08:45"),
    ] {
        assert_eq!(clocks(&look(&format!("{region}Nowheretown")), "2026-01-14T18:07:00Z"), winter, "{region}");
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
            "New York City Tue 07:00 -05 | Chicago Tue 06:00 -06 | \
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
    assert_eq!(clocks(&indiana, "2024-11-05T12:00:00Z"), "Indianapolis Tue 07:00 -05 | Evansville Tue 06:00 -06");
    let arizona_or_california =
        Place { spots: [look("US|AZ|Phoenix").spots, look("US|CA|").spots].concat(), ..look("US||") };
    assert_eq!(clocks(&arizona_or_california, "2024-07-05T12:00:00Z"), "Phoenix Fri 05:00 -07");
    assert_eq!(
        clocks(&arizona_or_california, "2024-12-05T12:00:00Z"),
        "Phoenix Thu 05:00 -07 | California Thu 04:00 -08"
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
