//! The page size: as large as possible, smaller after a time-out, larger again later.

/// The most records that the service sends at once.
pub(super) const LARGEST: usize = 1000;

/// At first, good pages before the next size up is tried.
const PAGES_BEFORE_GROWTH: usize = 8;

/// A time-out doubles the wait for the next growth, up to this many pages.
const MOST_PAGES_BEFORE_GROWTH: usize = 512;

/// The page size in use. Each divides the ones above it, to cover a failed page: 1000, 500, 250, 125, 25, 5, 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageSize {
    largest: usize,
    current: usize,
    good: usize,
    needed: usize,
}

impl Default for PageSize {
    fn default() -> Self {
        Self::up_to(LARGEST)
    }
}

impl PageSize {
    /// Starts at `largest`, which stays the most.
    pub(super) fn up_to(largest: usize) -> Self {
        Self { largest: largest.max(1), current: largest.max(1), good: 0, needed: PAGES_BEFORE_GROWTH }
    }

    /// The same, but it begins with pages of at most `size`.
    pub(super) fn at_most(mut self, size: usize) -> Self {
        while self.current > size {
            self.current = smaller(self.current);
        }
        self
    }

    /// Whether the size says something about the service in general, and not only about one list with a lower limit.
    pub(super) fn is_general(&self) -> bool {
        self.largest == LARGEST
    }

    /// The size for a page that begins at `offset`: pages are numbered, so it must divide the offset.
    pub(super) fn at(&self, offset: usize) -> usize {
        let mut size = self.largest;
        while size > self.current || !offset.is_multiple_of(size) {
            size = smaller(size);
        }
        size
    }

    /// A page of this size came in good time.
    pub(super) fn succeeded(&mut self, size: usize) {
        if size < self.current || self.current == self.largest {
            return;
        }
        self.good += 1;
        if self.good >= self.needed {
            self.good = 0;
            let mut larger = self.largest;
            while smaller(larger) > self.current {
                larger = smaller(larger);
            }
            self.current = larger;
            if self.current == self.largest {
                self.needed = PAGES_BEFORE_GROWTH;
            }
        }
    }

    /// A page of this size took too long. Pages already under way when the size went down change nothing.
    pub(super) fn timed_out(&mut self, size: usize) {
        if size <= self.current {
            self.current = smaller(size);
            self.good = 0;
            self.needed = (self.needed * 2).min(MOST_PAGES_BEFORE_GROWTH);
        }
    }
}

/// The next size down. 1 is the end.
fn smaller(size: usize) -> usize {
    let factor = (2..=size.isqrt()).find(|factor| size.is_multiple_of(*factor)).unwrap_or(size);
    (size / factor.max(1)).max(1)
}

#[cfg(test)]
mod tests;
