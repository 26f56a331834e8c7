use super::*;

#[test]
fn separate_wording_marks_a_contact_as_departed() {
    for text in [
        "Jane Doe (Terminated)",
        "Jane Doe [TERMINATED 2024-05-01]",
        "Jane Doe (left)",
        "Jane Doe (left 2023)",
        "Jane Doe (no longer with Acme)",
        "(Former) Jane Doe",
        "Jane Doe (ex-employee",
        "Jane Doe (former employee)",
        "Jane Doe (left the company)",
        "Jane Doe (Ex)",
        "Jane Doe - Terminated",
        "Jane Doe – left in May",
        "*** TERMINATED *** Jane Doe",
        "Terminated: Jane Doe",
        "Doe, Jane, Inactive",
        "Former IT Manager",
        "Ex-CFO",
        "Retired",
        "Do Not Use",
        "(left)",
    ] {
        assert!(says_departed(text), "{text}");
    }
}

#[test]
fn such_a_word_inside_a_name_or_title_does_not() {
    for text in [
        "",
        "Jane Doe",
        "Jane Doe (Office)",
        "Jane Ex",
        "Ex",
        "Jane Former-Smith",
        "Fired Earth Manager",
        "Left Wing Reception",
        "Jane Doe (Left Coast)",
        "Sales - Left Bank",
        "Retired Officers Liaison",
        "Terminated Cable Technician",
        "Jane Left",
        "CEO (former CFO)",
        "CEO / Former CFO",
        "Consultant, ex Acme",
        "Performer",
        "()",
    ] {
        assert!(!says_departed(text), "{text}");
    }
}
