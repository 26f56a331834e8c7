//! Sites of a whole account have a local time.

use callsheet::lookalike::account::Account;
use callsheet::reach::zone::{By, place};

#[test]
fn every_site_of_the_demo_account_has_one_zone_by_its_city() {
    let account = Account::demo();
    assert!(account.locations.len() > 100, "the demo account has sites");
    for site in account.locations.values() {
        let place = place(site.country.as_deref(), site.region.as_deref(), site.city.as_deref());
        assert_eq!((place.by, place.spots.len()), (Some(By::City), 1), "{:?} {:?}", site.city, site.region);
    }
}
