use super::*;

#[test]
fn versions_are_told_apart_by_table_id_version_and_order() {
    let first = ("contacts", 1, 1);
    let lists = [
        &[][..],
        &[first],
        &[("locations", 1, 1)],
        &[("contacts", 2, 1)],
        &[("contacts", 1, 2)],
        &[first, first],
        &[first, ("locations", 1, 1)],
        &[("locations", 1, 1), first],
    ];
    let digests = lists.map(|list| {
        let mut versions = Versions::default();
        for &(table, id, version) in list {
            versions.add(table, id, version);
        }
        versions.finish()
    });
    assert_eq!(std::collections::BTreeSet::from(digests).len(), lists.len());
}

#[test]
fn a_copy_may_be_one_save_ahead_of_the_journal_and_never_behind() {
    let versions = |ids: &[u64]| {
        let mut versions = Versions::default();
        for &id in ids {
            versions.add("contacts", id, 1);
        }
        versions
    };
    let state = |state: u8| [state; 32];
    let sealed =
        |tag, parent| Some(Seal { tag: state(tag), parent: state(parent), versions: versions(&[1, 2]).finish() });
    let [right, wrong] = [&[1, 2][..], &[1]];
    for (seal, found, known, is_believed) in [
        (None, &[][..], Some(0), true),
        (None, &[][..], Some(7), true),
        (None, &[][..], None, true),
        (None, right, Some(0), false),
        // Never saved beside a journal, or just not told to it yet.
        (sealed(5, 0), right, Some(0), true),
        (sealed(5, 4), right, Some(0), false),
        (sealed(5, 4), right, Some(5), true),
        (sealed(5, 4), right, Some(4), true),
        // Behind, and ahead of another state.
        (sealed(5, 4), right, Some(6), false),
        (sealed(5, 4), right, Some(3), false),
        (sealed(5, 4), right, None, false),
        (sealed(5, 0), right, None, false),
        (sealed(5, 4), wrong, Some(5), false),
        (sealed(5, 4), wrong, Some(4), false),
    ] {
        let believed = check(seal.as_ref(), versions(found), known.map(state).as_ref()).is_ok();
        assert_eq!(believed, is_believed, "{seal:?} {found:?} {known:?}");
    }
}
