//! Locations by their cities.

use crate::domain::id::LocationId;
use crate::domain::organization::Location;
use crate::search::fold;

/// The locations, by their cities.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// City in one word, and location; sorted.
    cities: Vec<(Box<str>, LocationId)>,
    ids: Vec<LocationId>,
}

impl Places {
    /// Builds from all locations.
    pub(crate) fn of<'a>(locations: impl Iterator<Item = &'a Location>) -> Self {
        let city = |location: &Location| {
            let city = fold::joined(location.city.as_deref()?);
            (!city.is_empty()).then(|| (city.into_boxed_str(), location.id))
        };
        let mut cities: Vec<_> = locations.filter_map(city).collect();
        cities.sort_unstable();
        let ids = cities.iter().map(|city| city.1).collect();
        Self { cities, ids }
    }

    /// The locations in a city, its name given as one folded word.
    pub(crate) fn called(&self, city: &str) -> &[LocationId] {
        let from = self.cities.partition_point(|other| &*other.0 < city);
        let length = self.cities[from..].partition_point(|other| &*other.0 == city);
        &self.ids[from..from + length]
    }
}
