//! What IT Glue does wrong with a change, and what the caller learns of it.

use insta::assert_snapshot;
use lookalike::answers::Answer;
use lookalike::behaviour::{Fault, Quirk};

use super::{JANE, NAME, about, editor, hub, jane};

#[tokio::test]
async fn a_refusal_says_what_is_wrong_and_what_to_do() {
    let refused = |detail: &str, pointer: &str| {
        Answer::error(422, "Unprocessable Entity", Some(detail), Some(&format!("/data/attributes/{pointer}")))
    };
    let mut said = String::new();
    for answer in [
        refused("must exist", "contact-type-id"),
        refused("can't be blank", "first_name"),
        refused("Cannot update a synced resource", "base"),
        Answer::error(422, "Valid organization_id is required", None, Some("data/attributes/organization_id")),
        Answer::error(400, "Bad Request", Some("Try **again** @everyone"), None),
        Answer::forbidden(),
        Answer::unauthorized(),
        Answer::not_found(),
        Answer::too_many_requests(None),
    ] {
        let (desk, lookalike) = editor().await;
        let preview = desk.fills_in(&hub(&desk).await, "Name", &NAME).await;
        lookalike.behave(|behaviour| {
            behaviour.only = "PATCH";
            behaviour.always = Some(Fault::Answer(answer));
        });
        let refused = desk.presses(&preview, "Save").await;
        said += &about(&refused, "⚠");
        said += "\n";
        assert_eq!(jane(&lookalike).title.as_deref(), Some("IT Manager"));
    }
    assert_snapshot!(said, @"
    ⚠️ IT Glue refused the change: Unprocessable Entity · must exist
    ⚠️ IT Glue refused the change: Unprocessable Entity · can't be blank
    ⚠️ Another system keeps this up to date, so IT Glue won't change it: Job title. Change it in that system.
    ⚠️ IT Glue doesn't have this client any more.
    ⚠️ IT Glue refused the change: Bad Request · Try **again** @everyone
    ⚠️ IT Glue refused the API key. Ask your bot admin to check the key and the region.
    ⚠️ The API key may not do this. Ask your bot admin.
    ⚠️ This contact was deleted from IT Glue meanwhile.
    ⚠️ IT Glue gets too many requests. Save again in a few minutes.
    ");
}

#[tokio::test]
async fn a_change_that_arrived_without_an_answer_is_saved_once() {
    for fault in [
        Fault::DoneThen(Answer::timed_out()),
        Fault::DoneThen(Answer::server_error(500)),
        Fault::DoneThen(Answer::error(422, "Unprocessable Entity", None, None)),
        Fault::DoneThenHang,
    ] {
        let (desk, lookalike) = editor().await;
        let preview = desk.fills_in(&hub(&desk).await, "Name", &NAME).await;
        lookalike.behave(|behaviour| {
            behaviour.only = "PATCH";
            behaviour.always = Some(fault);
        });
        let saved = desk.presses(&preview, "Save").await;
        assert_eq!(about(&saved, "Saved"), "✅ Saved in IT Glue: Job title");
        assert_eq!(lookalike.writes(), ["PATCH /contacts/4"]);
    }
}

#[tokio::test]
async fn a_contact_that_lists_show_late_is_added_once() {
    for (lag, fault) in [(0, Fault::DoneThen(Answer::server_error(500))), (2, Fault::DoneThenHang)] {
        let (desk, lookalike) = editor().await;
        let form = desk.asks("contact-add", &[("organization", "id:1")]).await;
        let given = [("first-name", "Zoe"), ("last-name", "Quist"), ("title", ""), ("type", "2"), ("vip", "false")];
        let preview = desk.sends(&form.submitted(&given)).await;
        lookalike.behave(|behaviour| {
            behaviour.lists_lag = lag;
            behaviour.only = "POST";
            behaviour.always = Some(fault);
        });
        let added = desk.presses(&preview, "Save").await;
        assert!(about(&added, "Added").starts_with("✅ Added to IT Glue"), "{added}");
        assert_eq!(lookalike.writes().len(), 1);
    }
}

#[tokio::test]
async fn an_unknown_outcome_keeps_the_form_closed() {
    let (desk, lookalike) = editor().await;
    let form = desk.asks("contact-add", &[("organization", "id:1")]).await;
    let given = [("first-name", "Zoe"), ("last-name", "Quist"), ("title", ""), ("type", "2"), ("vip", "false")];
    let preview = desk.sends(&form.submitted(&given)).await;
    lookalike.behave(|behaviour| {
        behaviour.only = "POST";
        behaviour.always = Some(Fault::Answer(Answer::server_error(500)));
    });
    let save = preview.pressed("Save");
    let unknown = desk.sends(&save).await;
    assert_snapshot!(unknown, @"
    Still finding out: Zoe Quist
    IT Glue hasn't said whether the change arrived. Callsheet is finding out; don't make it again until then.
    Synced just now
    [Look again]
    ");
    assert_eq!(about(&desk.sends(&save).await, "finding out"), about(&unknown, "finding out"));
    assert_eq!(lookalike.writes().len(), 1, "it is not sent again");
}

#[tokio::test]
async fn what_another_system_owns_is_left_and_the_rest_saved() {
    let (desk, lookalike) = editor().await;
    lookalike.edit(|account| _ = account.change_contact(JANE).unwrap().synced_by("Microsoft", "m-1"));
    let hub = hub(&desk).await;
    let preview = desk.fills_in(&hub, "Name", &NAME).await;
    let more = desk.presses(&preview, "Change more").await;
    let preview = desk.fills_in(&more, "Emails", &[("emails", "Work jane.doe@acme.example *")]).await;
    assert_snapshot!(about(&preview, "Microsoft"), @"⚠️ Microsoft keeps Emails up to date. IT Glue may refuse the change, or Microsoft may overwrite it.");
    let refused = desk.presses(&preview, "Save").await;
    assert_snapshot!(about(&refused, "⚠"), @"⚠️ Another system keeps this up to date, so IT Glue won't change it: Emails. Change it in that system.");
    let rest = desk.presses(&refused, "Save the rest").await;
    assert_eq!(about(&rest, "Saved"), "✅ Saved in IT Glue: Job title");
    assert_eq!(jane(&lookalike).emails[0].value, "jane@acme.example");
}

#[tokio::test]
async fn what_it_glue_made_of_a_change_is_told() {
    let (desk, lookalike) = editor().await;
    lookalike.behave(|behaviour| _ = behaviour.quirks.insert(Quirk::RewritesNotes));
    let hub = hub(&desk).await;
    let form = desk.presses(&hub, "Notes").await;
    let text = form.body()["data"]["components"][0]["component"]["value"].as_str().unwrap().to_owned();
    let preview = desk.sends(&form.submitted_on_card(&[("notes", &format!("{text}\nOn leave in May."))])).await;
    let saved = desk.presses(&preview, "Save").await;
    assert_snapshot!(about(&saved, "IT Glue"), @"
    ✅ Saved in IT Glue: Notes
    IT Glue stored this in its own format: Notes
    🔒 1 possible secret hidden. See IT Glue.
    ");
    lookalike.behave(|behaviour| behaviour.quirks = [Quirk::IgnoresChanges].into());
    let preview = desk.fills_in(&super::hub(&desk).await, "Name", &NAME).await;
    let ignored = desk.presses(&preview, "Save").await;
    assert_snapshot!(about(&ignored, "⚠"), @"⚠️ IT Glue accepted the change but didn't make it: Job title. Check the record in IT Glue.");
}

#[tokio::test]
async fn an_outage_keeps_what_was_typed() {
    let (desk, mut lookalike) = editor().await;
    let hub = hub(&desk).await;
    lookalike.go_down().await;
    let refused = desk.fills_in(&hub, "Name", &NAME).await;
    assert_snapshot!(refused, @"
    Not saved: Jane Doe
    Acme Corporation
    ⚠️ Can't reach IT Glue. What you typed is kept for 15 minutes; save again when IT Glue is back.
    Synced just now
    [Save again]
    [Change more]
    [↩ Back to contact]
    ");
    lookalike.come_back().await.unwrap();
    let more = desk.presses(&refused, "Change more").await;
    let preview = desk.fills_in(&more, "Name", &NAME).await;
    desk.presses(&preview, "Save").await;
    assert_eq!(jane(&lookalike).title.as_deref(), Some("CTO"));
}
