//! The same answers in every language.

use std::collections::BTreeSet;
use std::fs;

use callsheet::discord::render;
use callsheet_core::access::limiter::{Limits, Refusal};
use callsheet_core::answer::language::Language;
use callsheet_core::answer::notice::{Hold, Notice};
use callsheet_core::answer::phrases::{broken, hold};
use callsheet_core::directory::snapshot::{Status, Trouble};
use callsheet_core::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use callsheet_core::domain::organization::QuickNotes;
use callsheet_core::notebook::{Binding, Change};
use insta::assert_snapshot;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::languages::calls::{cards, chain_questions, night_call, primary, under_way};
use crate::languages::file::{VALUE, locales};
use crate::languages::lookups;
use testkit::account::{Account, fresh, now, person, phone, usual_types};
use testkit::chat::{Chat, GUILD, Shown, asked, clicked, submitted, typed, used, used_on};
use testkit::payload::{check_callback, check_message};
use testkit::targets;

fn account() -> Account {
    let vips = (100..140).map(|id| person(id, "Vera Important").at(3).vip().phone(&format!("41555501{:02}", id - 100)));
    usual_types(Account::default())
        .organization(1, "Acme Corporation")
        .organization(2, "Globex Limited")
        .organization(3, "Initech Group")
        .organization(4, "Umbrella Partners")
        .organization(5, "Umbrella Services")
        .organization(6, "Wayne Works")
        .location(1, "HQ", "Springfield", Some("4155550000"))
        .with(
            person(1, "Robert Baker")
                .at(1)
                .title("IT Manager")
                .of_type(1)
                .vip()
                .located(1)
                .email("robert@acme.example")
                .phone_like(callsheet_core::domain::contact::Phone {
                    extension: Some("12".into()),
                    ..phone("4155550101")
                })
                .phone("4155550102")
                .updated("2025-11-02T08:00:00Z")
                .url("https://acme.itglue.example/1/contacts/1"),
        )
        .with(person(2, "Robin Baker").at(1))
        .with(person(3, "Mary Gone").at(2).of_type(6).phone("4155550103"))
        .with(person(4, "Twin Same").at(5))
        .with(person(5, "Twin Same").at(5))
        .with_all(vips)
}

/// Questions of every kind, with their chats, that bring up each notice and each remark.
fn questions() -> Vec<(Chat, Value)> {
    let chat = || Chat::about(&account());
    let still_loading = || chat().with_status(Status { synced_at: None, ..Status::default() });
    let troubled = |trouble| chat().with_status(Status { trouble: Some(trouble), ..fresh() });
    let since = now();
    let elsewhere = |mut question: Value| {
        question["guild_id"] = (GUILD + 1).to_string().into();
        question
    };
    let mut unreadable = asked("contact", &[]);
    unreadable["data"]["options"] = json!([{ "type": 4, "name": "name", "value": 5 }]);
    let one_left = Account::default().contact_type(6, "Terminated").organization(1, "Acme Corporation");
    let one_left = one_left.with(person(1, "Mary Gone").at(1).of_type(6));
    let all_left = one_left.clone().with(person(2, "Gary Gone").at(1).of_type(6));
    let two_numbers = Account::default().with(person(1, "Ann Ended").phone("+1 415-555-0102/03"));
    let mut questions = vec![
        (Chat::about(&two_numbers), asked("contact", &[("name", "id:1")])),
        (Chat::about(&two_numbers), asked("contact", &[("name", "+44 415 555 0102")])),
        (still_loading(), asked("vip", &[])),
        (still_loading(), typed("contact", &[("name", "jane")])),
        (troubled(Trouble::Unreachable { since }), asked("vip", &[])),
        (troubled(Trouble::Overdue { since }), asked("vip", &[])),
        (troubled(Trouble::Refused { since }), asked("vip", &[])),
        (troubled(Trouble::HeldBack { since }), asked("vip", &[])),
        (Chat::about(&one_left), asked("primary", &[("organization", "acme")])),
        (Chat::about(&all_left), asked("primary", &[("organization", "acme")])),
        (Chat::about(&all_left), asked("vip", &[])),
        (Chat::about(&all_left), asked("vip", &[("organization", "acme")])),
        (Chat::about(&all_left), typed("contact", &[("name", "")])),
        (Chat::about(&Account::default()), typed("primary", &[("organization", "zzz")])),
        (chat(), typed("who-can", &[("action", "reset")])),
        (chat(), asked("help", &[])),
        (chat().permitted(1 << 5), asked("status", &[])),
        (chat().with_policy("[[access]]\nusers = [\"999\"]"), asked("vip", &[])),
        (chat().with_policy("[[access]]\non_click = [\"location\"]"), asked("contact", &[("name", "id:1")])),
        (chat().with_policy("[[access]]\nusers = [\"999\"]"), typed("contact", &[("name", "jan")])),
        (
            chat().with_policy("open = true\n[[authorisation]]\naction = \"visit\"\nby = [\"vip\"]"),
            typed("who-can", &[("action", "reset")]),
        ),
    ];
    questions.extend(ways_in().into_iter().chain(chain_questions()).chain(of_clients()).chain(cards()));
    let asked = [
        ("contact", &[("name", "id:1")][..]),
        ("contact", &[("name", "id:2")]),
        ("contact", &[("name", "bob baker")]),
        ("contact", &[("name", "id:3")]),
        ("contact", &[("name", "baker")]),
        ("contact", &[("name", "twin")]),
        ("contact", &[("name", "robert"), ("organization", "globex")]),
        ("contact", &[("name", "…")]),
        ("contact", &[("name", "xqzt wvkj")]),
        ("contact", &[("name", "xqzt wvkj"), ("organization", "acme")]),
        ("contact", &[("name", "id:999")]),
        ("contact", &[("name", "robert"), ("organization", "umbrela servces foo")]),
        ("contact", &[("name", "robert"), ("organization", "zzyzx")]),
        ("contact", &[("name", "robert"), ("type", "astronaut")]),
        ("contact", &[]),
        ("nonsense", &[]),
        ("vip", &[]),
        ("vip", &[("name", "robin")]),
        ("primary", &[("organization", "acme")]),
        ("primary", &[("organization", "globex")]),
        ("primary", &[("organization", "initech")]),
        ("primary", &[("organization", "umbrella")]),
        ("primary", &[("organization", "umbrella services")]),
        ("primary", &[("organization", "wayne")]),
    ]
    .map(|(command, options)| asked(command, options));
    let typed = [
        ("contact", &[("name", "rob")][..]),
        ("contact", &[("name", "xqzt")]),
        ("contact", &[("organization", "id:99"), ("name", "jan")]),
        ("contact", &[("type", "astronaut"), ("name", "jan")]),
        ("contact", &[("organization", "id:6"), ("name", "")]),
        ("contact", &[("type", "astronaut")]),
        ("nonsense", &[("name", "")]),
    ]
    .map(|(command, options)| typed(command, options));
    let clicked = [clicked(targets::vips(None, None, 1)), used("nonsense", None)];
    let refused = [elsewhere(asked[0].clone()), elsewhere(typed[0].clone())];
    let all = asked.into_iter().chain(typed).chain(clicked).chain(refused).chain([unreadable]);
    questions.extend(all.map(|question| (chat(), question)));
    questions
}

/// Questions about clients with an alert, quick notes or a status.
fn of_clients() -> Vec<(Chat, Value)> {
    let account = account().alert(1, &"word ".repeat(200)).status(1, "Lost").changing(1, |record| {
        record.quick_notes = Some(QuickNotes { text: "Main client".into(), cut: true });
    });
    let chat = || Chat::about(&account);
    let other = account.clone().status(1, "Onboarding");
    vec![
        (chat(), asked("primary", &[("organization", "id:1")])),
        (Chat::about(&other), asked("primary", &[("organization", "id:1")])),
        (chat(), typed("primary", &[("organization", "acme")])),
    ]
}

/// Questions about the directory, the channel's organization, messages and numbers.
fn ways_in() -> Vec<(Chat, Value)> {
    let account = || {
        let twins = [10, 11].map(|id| person(id, "Sam Switchboard").at(1).of_type(4).phone("4155550155"));
        let alerts = (20..50).map(|id| (id, format!("Client{} Holdings", "x".repeat(usize::try_from(id).unwrap()))));
        let account =
            account().site(2, 1, "HQ", "4155550166").contact_type(8, "Primary Contact Deputy").with_all(twins);
        alerts.fold(account, |account, (id, name)| account.organization(id, &name))
    };
    let bound = |organization| Change::Bind {
        channel: ChannelId(3),
        binding: Binding { guild: GuildId(GUILD), organization: OrganizationId(organization), by: UserId(1) },
    };
    let favourite = Change::Favourite { user: UserId(4), contact: ContactId(1), on: true };
    let chat = || Chat::about(&account()).remembering([favourite]);
    let manager = || chat().permitted(32);
    let policy =
        |name| manager().with_policy(&format!("open = true\n[[channel]]\nid = \"3\"\norganization = \"{name}\""));
    let ask = |command, options: &[(&str, &str)]| asked(command, options);
    let release = |user: &str| asked("release", &[("user", user)]);
    let released = |reason: &str| submitted(&targets::release(1141), &[("reason", reason)]);
    let alert = |text: &str| used_on("Who do I call?", &json!({ "content": text }));
    let many: Vec<String> = (20..50).map(|id| format!("Client{} Holdings", "x".repeat(id))).collect();
    let crowd = Account::default().with_all((1..40).map(|id| person(id, "Sam Switchboard").phone("4155550155")));
    let mut nowhere = ask("unbind", &[]);
    (nowhere["channel"], nowhere["channel_id"]) = (Value::Null, Value::Null);
    vec![
        (chat(), nowhere),
        (chat(), ask("directory", &[("organization", "id:1")])),
        (chat(), ask("directory", &[("organization", "id:2")])),
        (chat(), ask("directory", &[("organization", "id:6")])),
        (chat(), ask("directory", &[("organization", "id:1"), ("type", "id:5")])),
        (chat(), ask("directory", &[("organization", "id:1"), ("type", "primary")])),
        (chat(), ask("vip", &[("organization", "id:1")])),
        (chat(), ask("vip", &[("type", "id:5")])),
        (chat(), ask("contact", &[("name", "415 555 0155")])),
        (Chat::about(&crowd), ask("contact", &[("name", "415 555 0155")])),
        (chat(), ask("contact", &[("name", "415 555 0166")])),
        (chat(), typed("contact", &[("name", "")])),
        (chat(), alert("Acme Corporation is down")),
        (chat(), alert("missed call from +1 415 555 0120")),
        (chat(), alert("Acme Corporation and Globex Limited are down")),
        (chat(), alert(&many.join(", "))),
        (chat(), alert("down")),
        (chat().remembering([bound(1)]), alert("down")),
        (manager(), ask("bind", &[("organization", "globex")])),
        (manager().remembering([bound(2)]), ask("bind", &[("organization", "globex")])),
        (manager().remembering([bound(1)]), ask("bind", &[("organization", "globex")])),
        (manager().remembering([bound(1)]), ask("unbind", &[])),
        (manager().remembering([bound(99)]), ask("unbind", &[])),
        (manager(), ask("unbind", &[])),
        (manager().remembering([bound(1)]).in_thread(33, 3), ask("unbind", &[])),
        (chat(), ask("unbind", &[])),
        (policy("globex limited"), ask("unbind", &[])),
        (policy("nowhere"), ask("unbind", &[])),
        (chat(), release("1141")),
        (manager(), release("4")),
        (manager(), release("1141")),
        (manager(), released("busy")),
        (manager(), released("outage")),
        (manager(), released("upkeep")),
        (manager(), released("agreed")),
    ]
}

/// What a reader of this language sees; Discord must accept it.
fn shown(chat: &Chat, question: &Value, locale: &str) -> Shown {
    let mut question = question.clone();
    question["locale"] = locale.into();
    chat.sends(&question)
}

/// Whether a text contains these words as whole words, outside an address.
fn says(text: &str, words: &str) -> bool {
    let is_apart = |beside: Option<char>| beside.is_none_or(|char| !char.is_alphanumeric() && char != '/');
    text.match_indices(words)
        .any(|(at, _)| is_apart(text[..at].chars().next_back()) && is_apart(text[at + words.len()..].chars().next()))
}

#[test]
fn no_answer_mixes_two_languages() {
    let (locales, questions) = (locales(), questions());
    // The text between values, if long enough to be recognised.
    let parts = |code: &str| -> BTreeSet<String> {
        let wordings = locales[code].values().flat_map(|sentence| &sentence.wordings);
        let parts = wordings.flat_map(|wording| wording.split(VALUE));
        parts.map(|part| part.trim().to_owned()).filter(|part| part.chars().count() >= 8).collect()
    };
    for code in locales.keys() {
        let own = parts(code);
        let foreign = locales.keys().filter(|other| *other != code).flat_map(|other| parts(other));
        let foreign: Vec<String> = foreign.filter(|part| !own.iter().any(|own| own.contains(part))).collect();
        for (chat, question) in &questions {
            let read = shown(chat, question, code).body().to_string();
            let stray = foreign.iter().find(|part| says(&read, part));
            assert_eq!(stray, None, "{code}: {question}");
        }
        for read in lookups::told(code) {
            let stray = foreign.iter().find(|part| says(&read, part));
            assert_eq!(stray, None, "{code}: who looked a contact up");
        }
    }
}

/// The fallback replies, which ordinary questions do not bring up.
fn instead() -> Vec<Value> {
    let chat = Chat::about(&account());
    let asking = |question: &Value| chat.answers(&question.to_string()).unwrap();
    let answer = asking(&asked("contact", &[("name", "bob baker")]));
    let typing = asking(&typed("contact", &[("name", "jan")]));
    let refusals = [
        Refusal::TooSoon { until: now() + SignedDuration::from_millis(400) },
        Refusal::TooSoon { until: now() + SignedDuration::from_secs(2) },
        Refusal::OnHold { until: now() + SignedDuration::from_secs(59), elsewhere: false },
        Refusal::OnHold { until: now() + SignedDuration::from_secs(59), elsewhere: true },
        Refusal::OnHold { until: now() + SignedDuration::from_mins(2), elsewhere: true },
        Refusal::TooMany { until: now() + SignedDuration::from_mins(30) },
    ];
    let holds = refusals.map(|refusal| Notice::Hold(Hold::of(refusal, now())));
    let too_much = holds.iter().flat_map(|hold| [&answer, &typing].map(|asked| asked.instead(hold.clone())));
    let limits = [1, 60].map(|minutes| Limits { hold: SignedDuration::from_mins(minutes), ..Limits::default() });
    let alerts = limits.map(|limits| hold::alert(UserId(1141), &limits, Language::default()));
    let unwritten = [(&answer, Notice::NotSaved), (&answer, Notice::NotJournaled), (&typing, Notice::NotJournaled)];
    let unwritten = unwritten.map(|(asked, notice)| asked.instead(notice));
    let alerts = alerts.into_iter().chain([broken::alert(7, Language::default())]);
    let alerts: Vec<Value> = alerts.map(|lines| render::posted(&lines, now()).unwrap()).collect();
    for alert in &alerts {
        check_message(alert).unwrap();
    }
    let bodies: Vec<Value> = unwritten.into_iter().chain(too_much).collect();
    for body in &bodies {
        check_callback(body).unwrap();
    }
    bodies.into_iter().chain(alerts).collect()
}

/// The browser's test (`tests/browser/page.test.mjs`) draws them.
#[test]
fn every_answer_in_every_language_is_left_for_the_page() {
    let mut lines: Vec<String> = instead().iter().map(Value::to_string).collect();
    for (chat, question) in questions() {
        let bodies = Language::all().into_iter().map(|language| shown(&chat, &question, language.code()));
        lines.extend(bodies.map(|shown| shown.body().to_string()));
    }
    assert!(lines.len() > 500, "{}", lines.len());
    fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/answers.ndjson"), lines.join("\n")).unwrap();
}

#[test]
fn every_notice_and_every_remark_is_among_what_is_shown() {
    let mut shown: Vec<String> =
        questions().iter().map(|(chat, question)| shown(chat, question, "en-US").body().to_string()).collect();
    shown.extend(instead().iter().map(Value::to_string));
    shown.extend(lookups::told("en"));
    let english = &locales()["en"];
    let sections = [
        "still-loading",
        "directory",
        "chain-step",
        "client-alert",
        "favourite-mark",
        "looked",
        "hold",
        "suggest-loading",
    ]
    .map(|first| english[first].section);
    let is_shown = |wording: &String| shown.iter().any(|shown| wording.split(VALUE).all(|part| shown.contains(part)));
    // What a channel sees, and a terminal, is not among the answers to one reader.
    let is_asked_for =
        |id: &str| !["shared-by", "user-number", "hold-none", "hold-none-hint", "hold-hint-terminal"].contains(&id);
    let of_section = english.iter().filter(|(id, sentence)| sections.contains(&sentence.section) && is_asked_for(id));
    let missing: Vec<&String> =
        of_section.flat_map(|(_, sentence)| &sentence.wordings).filter(|wording| !is_shown(wording)).collect();
    assert!(missing.is_empty(), "ask for them in questions(): {missing:?}");
}

/// What readers of every language see for the same question.
fn in_every_language(question: &Value) -> String {
    read_in_every_language(&Chat::about(&account()), question)
}

fn read_in_every_language(chat: &Chat, question: &Value) -> String {
    let read = |language: Language| format!("== {}\n{}", language.code(), shown(chat, question, language.code()));
    Language::all().into_iter().map(read).collect()
}

#[test]
fn a_card_in_every_language() {
    assert_snapshot!(in_every_language(&asked("contact", &[("name", "bob baker")])), @"
    == en
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation
    📞 <+1 415 555 0101> ext. 12
    country guess: US (location)
    🌙 Night there: Tue 04:00 in California
    📞 Other phone: <+1 415 555 0102>
    ✉️ Email: <robert@acme.example>
    🔎 Matched by nickname: bob → Robert
    type: Primary Contact
    📍 Location: HQ, Springfield, CA, United States
    ☎️ Location phone: <+1 415 555 0000> · country guess: US (location)
    Synced 4 min ago · record updated 2025-11-02
    [Show less]
    [Share in channel]
    [Wrong number]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    [Open in IT Glue] https://acme.itglue.example/1/contacts/1
    == de
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation
    📞 <+1 415 555 0101> Durchwahl 12
    Land vermutet: US (Standort)
    🌙 Dort ist Nacht: Di 04:00 Uhr in California
    📞 Weiteres Telefon: <+1 415 555 0102>
    ✉️ E-Mail: <robert@acme.example>
    🔎 Gefunden über den Spitznamen: bob → Robert
    Typ: Primary Contact
    📍 Standort: HQ, Springfield, CA, United States
    ☎️ Telefon am Standort: <+1 415 555 0000> · Land vermutet: US (Standort)
    Letzter Abgleich: 4 min ago · Eintrag geändert am 02.11.2025
    [Weniger anzeigen]
    [Im Kanal teilen]
    [Falsche Nummer]
    [Verzeichnis]
    [☆ Favorit hinzufügen]
    [vCard herunterladen]
    [In IT Glue öffnen] https://acme.itglue.example/1/contacts/1
    == es
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation
    📞 <+1 415 555 0101> ext. 12
    país supuesto: US (sede)
    🌙 Allí es de noche: mar. 04:00 en California
    📞 Otro teléfono: <+1 415 555 0102>
    ✉️ Correo: <robert@acme.example>
    🔎 Encontrado por el apodo: bob → Robert
    tipo: Primary Contact
    📍 Sede: HQ, Springfield, CA, United States
    ☎️ Teléfono de la sede: <+1 415 555 0000> · país supuesto: US (sede)
    Sincronizado 4 min ago · ficha modificada el 02/11/2025
    [Mostrar menos]
    [Compartir en el canal]
    [Número equivocado]
    [Directorio]
    [☆ Añadir a favoritos]
    [Descargar vCard]
    [Abrir en IT Glue] https://acme.itglue.example/1/contacts/1
    == fr
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation
    📞 <+1 415 555 0101> poste 12
    pays supposé : US (site)
    🌙 Il y fait nuit : mar. 04:00 – California
    📞 Autre téléphone : <+1 415 555 0102>
    ✉️ E-mail : <robert@acme.example>
    🔎 Trouvé par le diminutif : bob → Robert
    type : Primary Contact
    📍 Site : HQ, Springfield, CA, United States
    ☎️ Téléphone du site : <+1 415 555 0000> · pays supposé : US (site)
    Synchronisé 4 min ago · fiche modifiée le 02/11/2025
    [Afficher moins]
    [Partager dans le salon]
    [Mauvais numéro]
    [Annuaire]
    [☆ Ajouter aux favoris]
    [Télécharger la vCard]
    [Ouvrir dans IT Glue] https://acme.itglue.example/1/contacts/1
    ");
}

#[test]
fn a_menu_in_every_language() {
    assert_snapshot!(in_every_language(&asked("contact", &[("name", "twin")])), @"
    == en
    Several matches for “twin”
    Pick the one you mean.
    1. Twin Same · no phone or email · record 4 · Umbrella Services
    2. Twin Same · no phone or email · record 5 · Umbrella Services
    Synced 4 min ago
    [Twin Same | no phone or email · record 4 · Umbrella Services]
    [Twin Same | no phone or email · record 5 · Umbrella Services]
    == de
    Mehrere Treffer für „twin“
    Wähle den richtigen Eintrag aus.
    1. Twin Same · weder Telefon noch E-Mail · Eintrag 4 · Umbrella Services
    2. Twin Same · weder Telefon noch E-Mail · Eintrag 5 · Umbrella Services
    Letzter Abgleich: 4 min ago
    [Twin Same | weder Telefon noch E-Mail · Eintrag 4 · Umbrella Services]
    [Twin Same | weder Telefon noch E-Mail · Eintrag 5 · Umbrella Services]
    == es
    Varios resultados para «twin»
    Elige el resultado correcto.
    1. Twin Same · sin teléfono ni correo · ficha 4 · Umbrella Services
    2. Twin Same · sin teléfono ni correo · ficha 5 · Umbrella Services
    Sincronizado 4 min ago
    [Twin Same | sin teléfono ni correo · ficha 4 · Umbrella Services]
    [Twin Same | sin teléfono ni correo · ficha 5 · Umbrella Services]
    == fr
    Plusieurs résultats pour « twin »
    Choisissez le bon résultat.
    1. Twin Same · ni téléphone ni e-mail · fiche 4 · Umbrella Services
    2. Twin Same · ni téléphone ni e-mail · fiche 5 · Umbrella Services
    Synchronisé 4 min ago
    [Twin Same | ni téléphone ni e-mail · fiche 4 · Umbrella Services]
    [Twin Same | ni téléphone ni e-mail · fiche 5 · Umbrella Services]
    ");
}

#[test]
fn a_page_of_a_list_in_every_language() {
    let page = in_every_language(&clicked(targets::vips(None, None, 1)));
    let short: Vec<&str> = page.lines().filter(|line| !line.contains("Vera Important")).collect();
    assert_snapshot!(short.join("\n"), @"
    == en
    VIPs · 41 contacts
    🏢 Initech Group
       📞 4155550109
       📞 4155550110
       📞 4155550111
       📞 4155550112
       📞 4155550113
       📞 4155550114
       📞 4155550115
       📞 4155550116
       📞 4155550117
       📞 4155550118
    Page 2 of 5
    Synced 4 min ago
    [◀ Previous]
    [Next ▶]
    == de
    VIPs · 41 Kontakte
    🏢 Initech Group
       📞 4155550109
       📞 4155550110
       📞 4155550111
       📞 4155550112
       📞 4155550113
       📞 4155550114
       📞 4155550115
       📞 4155550116
       📞 4155550117
       📞 4155550118
    Seite 2 von 5
    Letzter Abgleich: 4 min ago
    [◀ Zurück]
    [Weiter ▶]
    == es
    VIP · 41 contactos
    🏢 Initech Group
       📞 4155550109
       📞 4155550110
       📞 4155550111
       📞 4155550112
       📞 4155550113
       📞 4155550114
       📞 4155550115
       📞 4155550116
       📞 4155550117
       📞 4155550118
    Página 2 de 5
    Sincronizado 4 min ago
    [◀ Anterior]
    [Siguiente ▶]
    == fr
    VIP · 41 contacts
    🏢 Initech Group
       📞 4155550109
       📞 4155550110
       📞 4155550111
       📞 4155550112
       📞 4155550113
       📞 4155550114
       📞 4155550115
       📞 4155550116
       📞 4155550117
       📞 4155550118
    Page 2 sur 5
    Synchronisé 4 min ago
    [◀ Précédent]
    [Suivant ▶]
    ");
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is one screen in four languages")]
fn a_chain_under_way_in_every_language() {
    assert_snapshot!(read_in_every_language(&under_way(), &primary()), @"
    == en
    Tess Tech
    Internal IT · Acme Corporation
    📞 <+1 415 555 0102>
    country guess: US (client)
    🌙 Night there: Tue 04:00 in San Francisco (client's location)
    ⚠️ No other main contact is known to be awake now.
    ✉️ No email address
    ⤵️ If no answer: 3. Dee Cider · decision maker (guessed: Decision Maker) · email only · night there (04:00)
    1. Pat Prime · primary contact · no answer · night there (04:00)
    ⤵️ Step 2 of 3 at Acme Corporation: technical contact (guessed: Internal IT)
    🗒️ Tried so far: 3 min ago · <@5> called Pat Prime · no answer
    No title
    📍 No location
    Synced 4 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | no phone · Acme Corporation · Decision Maker]
    [No answer → next]
    [Reached]
    [Wrong number]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    == de
    Tess Tech
    Internal IT · Acme Corporation
    📞 <+1 415 555 0102>
    Land vermutet: US (Kunde)
    🌙 Dort ist Nacht: Di 04:00 Uhr in San Francisco (Standort des Kunden)
    ⚠️ Kein anderer zuständiger Kontakt ist jetzt bekanntermaßen wach.
    ✉️ Keine E-Mail-Adresse
    ⤵️ Falls niemand abhebt: 3. Dee Cider · Entscheidungsträger (vermutet: Decision Maker) · nur E-Mail · dort ist Nacht (04:00)
    1. Pat Prime · Hauptkontakt · keine Antwort · dort ist Nacht (04:00)
    ⤵️ Schritt 2 von 3 bei Acme Corporation: technischer Kontakt (vermutet: Internal IT)
    🗒️ Bisher versucht: 3 min ago · Anruf von <@5> bei Pat Prime · keine Antwort
    Keine Position
    📍 Kein Standort
    Letzter Abgleich: 4 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | kein Telefon · Acme Corporation · Decision Maker]
    [Keine Antwort → weiter]
    [Erreicht]
    [Falsche Nummer]
    [Weniger anzeigen]
    [Im Kanal teilen]
    [Verzeichnis]
    [☆ Favorit hinzufügen]
    [vCard herunterladen]
    == es
    Tess Tech
    Internal IT · Acme Corporation
    📞 <+1 415 555 0102>
    país supuesto: US (cliente)
    🌙 Allí es de noche: mar. 04:00 en San Francisco (sede del cliente)
    ⚠️ No consta que otro contacto responsable esté despierto ahora.
    ✉️ Sin dirección de correo
    ⤵️ Si no contesta: 3. Dee Cider · responsable (supuesto: Decision Maker) · solo correo · allí es de noche (04:00)
    1. Pat Prime · contacto principal · sin respuesta · allí es de noche (04:00)
    ⤵️ Paso 2 de 3 en Acme Corporation: contacto técnico (supuesto: Internal IT)
    🗒️ Intentos hasta ahora: 3 min ago · <@5> llamó a Pat Prime · sin respuesta
    Sin cargo
    📍 Sin sede
    Sincronizado 4 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | sin teléfono · Acme Corporation · Decision Maker]
    [Sin respuesta → siguiente]
    [Contestó]
    [Número equivocado]
    [Mostrar menos]
    [Compartir en el canal]
    [Directorio]
    [☆ Añadir a favoritos]
    [Descargar vCard]
    == fr
    Tess Tech
    Internal IT · Acme Corporation
    📞 <+1 415 555 0102>
    pays supposé : US (client)
    🌙 Il y fait nuit : mar. 04:00 – San Francisco (site du client)
    ⚠️ Aucun autre contact responsable n’est éveillé à cette heure, à notre connaissance.
    ✉️ Aucune adresse e-mail
    ⤵️ Sans réponse : 3. Dee Cider · décisionnaire (supposé : Decision Maker) · e-mail uniquement · il y fait nuit (04:00)
    1. Pat Prime · contact principal · pas de réponse · il y fait nuit (04:00)
    ⤵️ Étape 2 sur 3 chez Acme Corporation : contact technique (supposé : Internal IT)
    🗒️ Tentatives jusqu’ici : 3 min ago · <@5> a appelé Pat Prime · pas de réponse
    Sans fonction
    📍 Aucun site
    Synchronisé 4 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | aucun téléphone · Acme Corporation · Decision Maker]
    [Pas de réponse → suivant]
    [A répondu]
    [Mauvais numéro]
    [Afficher moins]
    [Partager dans le salon]
    [Annuaire]
    [☆ Ajouter aux favoris]
    [Télécharger la vCard]
    ");
}

#[test]
fn an_alert_that_names_two_organizations_in_every_language() {
    let alert = used_on("Who do I call?", &json!({ "content": "DOWN: vpn01 at Globex Limited or Acme Corporation" }));
    assert_snapshot!(in_every_language(&alert), @"
    == en
    The message names several clients
    Best matches come first. Pick the right one.
    1. Globex Limited
    2. Acme Corporation
    Synced 4 min ago
    [Globex Limited | -]
    [Acme Corporation | -]
    == de
    Die Nachricht nennt mehrere Kunden
    Die besten Treffer stehen oben. Wähle den richtigen aus.
    1. Globex Limited
    2. Acme Corporation
    Letzter Abgleich: 4 min ago
    [Globex Limited | -]
    [Acme Corporation | -]
    == es
    El mensaje nombra varios clientes
    Los mejores resultados van primero. Elige el correcto.
    1. Globex Limited
    2. Acme Corporation
    Sincronizado 4 min ago
    [Globex Limited | -]
    [Acme Corporation | -]
    == fr
    Le message nomme plusieurs clients
    Les meilleurs résultats sont en premier. Choisissez le bon.
    1. Globex Limited
    2. Acme Corporation
    Synchronisé 4 min ago
    [Globex Limited | -]
    [Acme Corporation | -]
    ");
}

#[test]
fn an_alert_in_every_language() {
    let alert = used_on("Who do I call?", &json!({ "content": "DOWN: vpn01 at Acme Corporation" }));
    assert_snapshot!(in_every_language(&alert), @"
    == en
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation
    📞 <+1 415 555 0101> ext. 12
    country guess: US (location)
    🌙 Night there: Tue 04:00 in California
    📞 Other phone: <+1 415 555 0102>
    ✉️ Email: <robert@acme.example>
    ⤵️ Only contact to call at Acme Corporation: primary contact
    type: Primary Contact
    📍 Location: HQ, Springfield, CA, United States
    ☎️ Location phone: <+1 415 555 0000> · country guess: US (location)
    🔎 Found in the message: Acme Corporation
    Synced 4 min ago · record updated 2025-11-02
    [No answer]
    [Reached]
    [Wrong number]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    [Open in IT Glue] https://acme.itglue.example/1/contacts/1
    == de
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation
    📞 <+1 415 555 0101> Durchwahl 12
    Land vermutet: US (Standort)
    🌙 Dort ist Nacht: Di 04:00 Uhr in California
    📞 Weiteres Telefon: <+1 415 555 0102>
    ✉️ E-Mail: <robert@acme.example>
    ⤵️ Einziger Kontakt zum Anrufen bei Acme Corporation: Hauptkontakt
    Typ: Primary Contact
    📍 Standort: HQ, Springfield, CA, United States
    ☎️ Telefon am Standort: <+1 415 555 0000> · Land vermutet: US (Standort)
    🔎 In der Nachricht gefunden: Acme Corporation
    Letzter Abgleich: 4 min ago · Eintrag geändert am 02.11.2025
    [Keine Antwort]
    [Erreicht]
    [Falsche Nummer]
    [Weniger anzeigen]
    [Im Kanal teilen]
    [Verzeichnis]
    [☆ Favorit hinzufügen]
    [vCard herunterladen]
    [In IT Glue öffnen] https://acme.itglue.example/1/contacts/1
    == es
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation
    📞 <+1 415 555 0101> ext. 12
    país supuesto: US (sede)
    🌙 Allí es de noche: mar. 04:00 en California
    📞 Otro teléfono: <+1 415 555 0102>
    ✉️ Correo: <robert@acme.example>
    ⤵️ Único contacto a quien llamar en Acme Corporation: contacto principal
    tipo: Primary Contact
    📍 Sede: HQ, Springfield, CA, United States
    ☎️ Teléfono de la sede: <+1 415 555 0000> · país supuesto: US (sede)
    🔎 Encontrado en el mensaje: Acme Corporation
    Sincronizado 4 min ago · ficha modificada el 02/11/2025
    [Sin respuesta]
    [Contestó]
    [Número equivocado]
    [Mostrar menos]
    [Compartir en el canal]
    [Directorio]
    [☆ Añadir a favoritos]
    [Descargar vCard]
    [Abrir en IT Glue] https://acme.itglue.example/1/contacts/1
    == fr
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation
    📞 <+1 415 555 0101> poste 12
    pays supposé : US (site)
    🌙 Il y fait nuit : mar. 04:00 – California
    📞 Autre téléphone : <+1 415 555 0102>
    ✉️ E-mail : <robert@acme.example>
    ⤵️ Seul contact à appeler chez Acme Corporation : contact principal
    type : Primary Contact
    📍 Site : HQ, Springfield, CA, United States
    ☎️ Téléphone du site : <+1 415 555 0000> · pays supposé : US (site)
    🔎 Trouvé dans le message : Acme Corporation
    Synchronisé 4 min ago · fiche modifiée le 02/11/2025
    [Pas de réponse]
    [A répondu]
    [Mauvais numéro]
    [Afficher moins]
    [Partager dans le salon]
    [Annuaire]
    [☆ Ajouter aux favoris]
    [Télécharger la vCard]
    [Ouvrir dans IT Glue] https://acme.itglue.example/1/contacts/1
    ");
}

#[test]
fn a_night_call_in_every_language() {
    let (chat, question) = night_call();
    assert_snapshot!(read_in_every_language(&chat, &question), @"
    == en
    Jane Doe
    Internal IT · Acme Corporation
    📞 <+1 415 555 0156>
    Mobile · best now · country guess: US (location)
    🌙 Night there: Wed 03:12 in San Francisco
    🕒 Unavailable now, per notes: “M-F 9-5”
    📞 Other phone: <+1 415 555 0100> · Office
    ✉️ No email address
    No title
    📍 Location: San Francisco, California, United States
    ✅ Last reached 3 days ago by <@5>
    📝 Notes:
    > Hours: M-F 9-5.
    > Password: (🔒 password hidden)
    🔒 1 possible secret hidden. See IT Glue.
    Synced 23 h ago
    [Show less]
    [Share in channel]
    [Wrong number]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    == de
    Jane Doe
    Internal IT · Acme Corporation
    📞 <+1 415 555 0156>
    Mobile · jetzt am besten · Land vermutet: US (Standort)
    🌙 Dort ist Nacht: Mi 03:12 Uhr in San Francisco
    🕒 Jetzt nicht erreichbar, Notiz: „M-F 9-5“
    📞 Weiteres Telefon: <+1 415 555 0100> · Office
    ✉️ Keine E-Mail-Adresse
    Keine Position
    📍 Standort: San Francisco, California, United States
    ✅ Zuletzt erreicht 3 days ago von <@5>
    📝 Notizen:
    > Hours: M-F 9-5.
    > Password: (🔒 Passwort ausgeblendet)
    🔒 1 mögliches Geheimnis ausgeblendet. Siehe IT Glue.
    Letzter Abgleich: 23 h ago
    [Weniger anzeigen]
    [Im Kanal teilen]
    [Falsche Nummer]
    [Verzeichnis]
    [☆ Favorit hinzufügen]
    [vCard herunterladen]
    == es
    Jane Doe
    Internal IT · Acme Corporation
    📞 <+1 415 555 0156>
    Mobile · mejor ahora · país supuesto: US (sede)
    🌙 Allí es de noche: mié. 03:12 en San Francisco
    🕒 No disponible ahora, nota: «M-F 9-5»
    📞 Otro teléfono: <+1 415 555 0100> · Office
    ✉️ Sin dirección de correo
    Sin cargo
    📍 Sede: San Francisco, California, United States
    ✅ Contestó por última vez 3 days ago, a la llamada de <@5>
    📝 Notas:
    > Hours: M-F 9-5.
    > Password: (🔒 contraseña oculta)
    🔒 1 posible secreto oculto. Consulta IT Glue.
    Sincronizado 23 h ago
    [Mostrar menos]
    [Compartir en el canal]
    [Número equivocado]
    [Directorio]
    [☆ Añadir a favoritos]
    [Descargar vCard]
    == fr
    Jane Doe
    Internal IT · Acme Corporation
    📞 <+1 415 555 0156>
    Mobile · à privilégier · pays supposé : US (site)
    🌙 Il y fait nuit : mer. 03:12 – San Francisco
    🕒 Indisponible, note : « M-F 9-5 »
    📞 Autre téléphone : <+1 415 555 0100> · Office
    ✉️ Aucune adresse e-mail
    Sans fonction
    📍 Site : San Francisco, California, United States
    ✅ Dernière réponse 3 days ago, à l’appel de <@5>
    📝 Notes :
    > Hours: M-F 9-5.
    > Password: (🔒 mot de passe masqué)
    🔒 1 secret possible masqué. Consultez IT Glue.
    Synchronisé 23 h ago
    [Afficher moins]
    [Partager dans le salon]
    [Mauvais numéro]
    [Annuaire]
    [☆ Ajouter aux favoris]
    [Télécharger la vCard]
    ");
}

#[test]
fn a_language_that_is_not_there_is_answered_in_english() {
    let (chat, question) = (Chat::about(&account()), asked("vip", &[]));
    let english = shown(&chat, &question, "en-US").body().clone();
    for locale in [json!("ja"), json!("🦀"), json!(5), Value::Null] {
        let mut question = question.clone();
        question["locale"] = locale;
        assert_eq!(chat.sends(&question).body(), &english);
    }
}
