//! Locations by their cities.

use crate::domain::id::LocationId;
use crate::domain::organization::Location;
use crate::search::fold;

/// Cities, each in one folded word, with their locations; sorted.
pub(crate) type Places = Vec<(Box<str>, LocationId)>;

pub(crate) fn of<'a>(locations: impl Iterator<Item = &'a Location>) -> Places {
    let city = |location: &Location| Some((fold::joined(location.city.as_deref()?).into_boxed_str(), location.id));
    let mut places: Places = locations.filter_map(city).filter(|(city, _)| !city.is_empty()).collect();
    places.sort_unstable();
    places
}
