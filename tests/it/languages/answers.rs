//! The same answers to readers of every language.

use std::collections::BTreeSet;

use callsheet::answer::language::Language;
use callsheet::directory::snapshot::{Status, Trouble};
use callsheet::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use callsheet::notebook::{Binding, Change};
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::languages::file::{VALUE, locales};
use crate::support::account::{Account, fresh, now, person, phone, usual_types};
use crate::support::chat::{Chat, GUILD, Shown, asked, clicked, typed, used_on};

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
                .phone_like(callsheet::domain::contact::Phone { extension: Some("12".into()), ..phone("4155550101") })
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

/// Questions of every kind, with those who ask them and get each notice and each remark in place of suggestions.
fn questions() -> Vec<(Chat, Value)> {
    let chat = || Chat::about(&account());
    let still_loading = || chat().with_status(Status { synced_at: None, trouble: None });
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
    let mut questions = vec![
        (still_loading(), asked("vip", &[])),
        (still_loading(), typed("contact", &[("name", "jane")])),
        (troubled(Trouble::Unreachable { since }), asked("vip", &[])),
        (troubled(Trouble::Refused { since }), asked("vip", &[])),
        (troubled(Trouble::HeldBack { since }), asked("vip", &[])),
        (Chat::about(&one_left), asked("primary", &[("organization", "acme")])),
        (Chat::about(&all_left), asked("primary", &[("organization", "acme")])),
        (Chat::about(&all_left), asked("vip", &[])),
        (Chat::about(&all_left), asked("vip", &[("organization", "acme")])),
        (Chat::about(&all_left), typed("contact", &[("name", "")])),
        (Chat::about(&Account::default()), typed("primary", &[("organization", "zzz")])),
        (chat(), typed("who-can", &[("action", "reset")])),
        (chat().with_policy("[[access]]\nusers = [\"999\"]"), asked("vip", &[])),
        (chat().with_policy("[[access]]\nusers = [\"999\"]"), typed("contact", &[("name", "jan")])),
        (
            chat().with_policy("[[authorisation]]\naction = \"visit\"\nby = [\"vip\"]"),
            typed("who-can", &[("action", "reset")]),
        ),
    ];
    questions.extend(ways_in());
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
    let clicked = [clicked("vips:any:any:1", None), clicked("nonsense", None)];
    let refused = [elsewhere(asked[0].clone()), elsewhere(typed[0].clone())];
    let all = asked.into_iter().chain(typed).chain(clicked).chain(refused).chain([unreadable]);
    questions.extend(all.map(|question| (chat(), question)));
    questions
}

/// Questions about the directory, the channel's own organization, messages and numbers.
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
    let policy = |name| manager().with_policy(&format!("[[channel]]\nid = \"3\"\norganization = \"{name}\""));
    let ask = |command, options: &[(&str, &str)]| asked(command, options);
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
    ]
}

/// What a reader of this language sees, which Discord would accept.
fn shown(chat: &Chat, question: &Value, locale: &str) -> Shown {
    let mut question = question.clone();
    question["locale"] = locale.into();
    chat.sends(&question)
}

/// Whether these words stand in a text, and not only a part of longer ones.
fn says(text: &str, words: &str) -> bool {
    let is_apart = |beside: Option<char>| beside.is_none_or(|char| !char.is_alphanumeric());
    text.match_indices(words)
        .any(|(at, _)| is_apart(text[..at].chars().next_back()) && is_apart(text[at + words.len()..].chars().next()))
}

#[test]
fn a_reader_of_any_language_reads_nothing_of_another() {
    let (locales, questions) = (locales(), questions());
    // What stands between values, as far as it is long enough to be known again.
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
    }
}

#[test]
fn every_notice_and_every_remark_is_among_what_is_shown() {
    let mut shown: Vec<String> =
        questions().iter().map(|(chat, question)| shown(chat, question, "en-US").body().to_string()).collect();
    // What is said where the disk is full does not come by itself.
    let card = Chat::about(&account()).answers(&asked("contact", &[("name", "bob baker")]).to_string()).unwrap();
    let unwritten = card.unwritten.unwrap();
    let typing = Chat::about(&account()).answers(&typed("contact", &[("name", "jan")]).to_string()).unwrap();
    let bodies = [unwritten.change(), unwritten.entry(), typing.unwritten.unwrap().entry()];
    shown.extend(bodies.map(|body| body.unwrap().to_string()));
    let english = &locales()["en"];
    let sections = ["still-loading", "directory", "suggest-loading"].map(|first| english[first].section);
    let is_shown = |wording: &String| shown.iter().any(|shown| wording.split(VALUE).all(|part| shown.contains(part)));
    let of_section = english.iter().filter(|(_, sentence)| sections.contains(&sentence.section));
    let missing: Vec<&str> =
        of_section.filter(|(_, sentence)| !sentence.wordings.iter().all(is_shown)).map(|(id, _)| id.as_str()).collect();
    assert!(missing.is_empty(), "ask for them in questions(): {missing:?}");
}

/// What the readers of every language see for the same question.
fn in_every_language(question: &Value) -> String {
    let chat = Chat::about(&account());
    let read = |language: Language| format!("== {}\n{}", language.code(), shown(&chat, question, language.code()));
    Language::all().into_iter().map(read).collect()
}

#[test]
fn a_card_in_every_language() {
    assert_snapshot!(in_every_language(&asked("contact", &[("name", "bob baker")])), @"
    == en
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation · Primary Contact
    🔎 Matched nickname: bob → Robert
    📞 Phone: 4155550101 ext. 12
    📞 Other phone: 4155550102
    ✉️ E-mail: robert@acme.example
    📍 Location: HQ, Springfield, CA, United States
    ☎️ Phone of the location: 4155550000
    Synced 4 min ago · record updated 2025-11-02
    [Open in IT Glue] https://acme.itglue.example/1/contacts/1
    == de
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation · Primary Contact
    🔎 Gefunden über den Spitznamen: bob → Robert
    📞 Telefon: 4155550101 Durchwahl 12
    📞 Weiteres Telefon: 4155550102
    ✉️ E-Mail: robert@acme.example
    📍 Standort: HQ, Springfield, CA, United States
    ☎️ Telefon des Standorts: 4155550000
    Letzter Abgleich: vor 4 Min. · Eintrag geändert am 02.11.2025
    [In IT Glue öffnen] https://acme.itglue.example/1/contacts/1
    == es
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation · Primary Contact
    🔎 Encontrado por el apodo: bob → Robert
    📞 Teléfono: 4155550101 ext. 12
    📞 Otro teléfono: 4155550102
    ✉️ Correo: robert@acme.example
    📍 Sede: HQ, Springfield, CA, United States
    ☎️ Teléfono de la sede: 4155550000
    Sincronizado hace 4 min · ficha modificada el 02/11/2025
    [Abrir en IT Glue] https://acme.itglue.example/1/contacts/1
    == fr
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation · Primary Contact
    🔎 Trouvé par le diminutif : bob → Robert
    📞 Téléphone : 4155550101 poste 12
    📞 Autre téléphone : 4155550102
    ✉️ E-mail : robert@acme.example
    📍 Site : HQ, Springfield, CA, United States
    ☎️ Téléphone du site : 4155550000
    Synchronisé il y a 4 min · fiche modifiée le 02/11/2025
    [Ouvrir dans IT Glue] https://acme.itglue.example/1/contacts/1
    ");
}

#[test]
fn a_menu_in_every_language() {
    assert_snapshot!(in_every_language(&asked("contact", &[("name", "twin")])), @"
    == en
    Several people match “twin”
    Pick the one you mean.
    1. Twin Same · no phone or e-mail on record · record 4 · Umbrella Services
    2. Twin Same · no phone or e-mail on record · record 5 · Umbrella Services
    Synced 4 min ago
    [Twin Same | no phone or e-mail on record · record 4 · Umbrella Services]
    [Twin Same | no phone or e-mail on record · record 5 · Umbrella Services]
    == de
    Mehrere Treffer für „twin“
    Bitte auswählen, was gemeint ist.
    1. Twin Same · weder Telefon noch E-Mail hinterlegt · Eintrag 4 · Umbrella Services
    2. Twin Same · weder Telefon noch E-Mail hinterlegt · Eintrag 5 · Umbrella Services
    Letzter Abgleich: vor 4 Min.
    [Twin Same | weder Telefon noch E-Mail hinterlegt · Eintrag 4 · Umbrella Services]
    [Twin Same | weder Telefon noch E-Mail hinterlegt · Eintrag 5 · Umbrella Services]
    == es
    Varias personas coinciden con «twin»
    Elija el resultado correcto.
    1. Twin Same · sin teléfono ni correo registrado · ficha 4 · Umbrella Services
    2. Twin Same · sin teléfono ni correo registrado · ficha 5 · Umbrella Services
    Sincronizado hace 4 min
    [Twin Same | sin teléfono ni correo registrado · ficha 4 · Umbrella Services]
    [Twin Same | sin teléfono ni correo registrado · ficha 5 · Umbrella Services]
    == fr
    Plusieurs personnes correspondent à « twin »
    Choisissez le bon résultat.
    1. Twin Same · ni téléphone ni e-mail enregistré · fiche 4 · Umbrella Services
    2. Twin Same · ni téléphone ni e-mail enregistré · fiche 5 · Umbrella Services
    Synchronisé il y a 4 min
    [Twin Same | ni téléphone ni e-mail enregistré · fiche 4 · Umbrella Services]
    [Twin Same | ni téléphone ni e-mail enregistré · fiche 5 · Umbrella Services]
    ");
}

#[test]
fn a_page_of_a_list_in_every_language() {
    let page = in_every_language(&clicked("vips:any:any:1", None));
    let short: Vec<&str> = page.lines().filter(|line| !line.contains("Vera Important")).collect();
    assert_snapshot!(short.join("\n"), @"
    == en
    VIPs · 41 people
    🏢 Initech Group
    Page 2 of 5
    Synced 4 min ago
    [◀ Previous]
    [Next ▶]
    == de
    VIPs · 41 Personen
    🏢 Initech Group
    Seite 2 von 5
    Letzter Abgleich: vor 4 Min.
    [◀ Zurück]
    [Weiter ▶]
    == es
    VIP · 41 personas
    🏢 Initech Group
    Página 2 de 5
    Sincronizado hace 4 min
    [◀ Anterior]
    [Siguiente ▶]
    == fr
    VIP · 41 personnes
    🏢 Initech Group
    Page 2 sur 5
    Synchronisé il y a 4 min
    [◀ Précédent]
    [Suivant ▶]
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
