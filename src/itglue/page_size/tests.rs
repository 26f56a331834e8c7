use super::*;

#[test]
fn sizes_go_down_by_halves_and_fifths_to_one() {
    let steps = std::iter::successors(Some(LARGEST), |&size| (size > 1).then(|| smaller(size)));
    assert_eq!(steps.collect::<Vec<_>>(), [1000, 500, 250, 125, 25, 5, 1]);
    assert_eq!(smaller(7), 1);
    assert_eq!(smaller(1), 1);
}

#[test]
fn a_page_size_divides_the_offset_it_is_used_at() {
    let size = PageSize::default();
    assert_eq!([0, 250, 500, 2000, 3].map(|offset| size.at(offset)), [1000, 250, 500, 1000, 1]);
}

#[test]
fn several_time_outs_of_one_size_shrink_once() {
    let mut size = PageSize::default();
    for _ in 0..4 {
        size.timed_out(1000);
    }
    assert_eq!(size.at(0), 500);
}

#[test]
fn each_time_out_needs_more_good_pages_to_grow_back() {
    let mut size = PageSize::default();
    let good_pages_until = |size: &mut PageSize, wanted: usize| {
        (1..100).find(|_| {
            size.succeeded(size.at(0));
            size.at(0) == wanted
        })
    };
    size.timed_out(1000);
    assert_eq!(good_pages_until(&mut size, 1000), Some(16));
    size.timed_out(1000);
    size.timed_out(500);
    assert_eq!(good_pages_until(&mut size, 500), Some(32));
}
