//! The same answers in every language.

use std::collections::BTreeSet;

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
    IT Manager · Acme Corporation · Primary Contact
    🔎 Matched by nickname: bob → Robert
    🌙 Night there: a call may wake them. Local time: Tue 04:00 in California (their location)
    📞 Phone: <+14155550101> +1 415-555-0101 ext. 12 · country guess: US (location)
    📞 Other phone: <+14155550102> +1 415-555-0102 · country guess: US (location)
    ✉️ Email: <robert@acme.example> robert@acme.example
    📍 Location: HQ, Springfield, CA, United States
    ☎️ Location phone: <+14155550000> +1 415-555-0000 · country guess: US (location)
    Synced 4 min ago · record updated 2025-11-02
    [Wrong number]
    [Share in channel]
    [Show less]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    [Open in IT Glue] https://acme.itglue.example/1/contacts/1
    == de
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation · Primary Contact
    🔎 Gefunden über den Spitznamen: bob → Robert
    🌙 Dort ist Nacht: Ein Anruf könnte jemanden wecken. Ortszeit: Di 04:00 Uhr in California (Standort des Kontakts)
    📞 Telefon: <+14155550101> +1 415-555-0101 Durchwahl 12 · Land vermutet: US (Standort)
    📞 Weiteres Telefon: <+14155550102> +1 415-555-0102 · Land vermutet: US (Standort)
    ✉️ E-Mail: <robert@acme.example> robert@acme.example
    📍 Standort: HQ, Springfield, CA, United States
    ☎️ Telefon am Standort: <+14155550000> +1 415-555-0000 · Land vermutet: US (Standort)
    Letzter Abgleich: vor 4 Min. · Eintrag geändert am 02.11.2025
    [Falsche Nummer]
    [Im Kanal teilen]
    [Weniger anzeigen]
    [Verzeichnis]
    [☆ Favorit hinzufügen]
    [vCard herunterladen]
    [In IT Glue öffnen] https://acme.itglue.example/1/contacts/1
    == es
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation · Primary Contact
    🔎 Encontrado por el apodo: bob → Robert
    🌙 Allí es de noche: una llamada puede despertar a alguien. Hora local: mar. 04:00 en California (sede del contacto)
    📞 Teléfono: <+14155550101> +1 415-555-0101 ext. 12 · país supuesto: US (sede)
    📞 Otro teléfono: <+14155550102> +1 415-555-0102 · país supuesto: US (sede)
    ✉️ Correo: <robert@acme.example> robert@acme.example
    📍 Sede: HQ, Springfield, CA, United States
    ☎️ Teléfono de la sede: <+14155550000> +1 415-555-0000 · país supuesto: US (sede)
    Sincronizado hace 4 min · ficha modificada el 02/11/2025
    [Número equivocado]
    [Compartir en el canal]
    [Mostrar menos]
    [Directorio]
    [☆ Añadir a favoritos]
    [Descargar vCard]
    [Abrir en IT Glue] https://acme.itglue.example/1/contacts/1
    == fr
    ⭐ VIP · Robert Baker
    IT Manager · Acme Corporation · Primary Contact
    🔎 Trouvé par le diminutif : bob → Robert
    🌙 Il y fait nuit : un appel pourrait réveiller quelqu’un. Heure locale : mar. 04:00 – California (site du contact)
    📞 Téléphone : <+14155550101> +1 415-555-0101 poste 12 · pays supposé : US (site)
    📞 Autre téléphone : <+14155550102> +1 415-555-0102 · pays supposé : US (site)
    ✉️ E-mail : <robert@acme.example> robert@acme.example
    📍 Site : HQ, Springfield, CA, United States
    ☎️ Téléphone du site : <+14155550000> +1 415-555-0000 · pays supposé : US (site)
    Synchronisé il y a 4 min · fiche modifiée le 02/11/2025
    [Mauvais numéro]
    [Partager dans le salon]
    [Afficher moins]
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
    Letzter Abgleich: vor 4 Min.
    [Twin Same | weder Telefon noch E-Mail · Eintrag 4 · Umbrella Services]
    [Twin Same | weder Telefon noch E-Mail · Eintrag 5 · Umbrella Services]
    == es
    Varios resultados para «twin»
    Elige el resultado correcto.
    1. Twin Same · sin teléfono ni correo · ficha 4 · Umbrella Services
    2. Twin Same · sin teléfono ni correo · ficha 5 · Umbrella Services
    Sincronizado hace 4 min
    [Twin Same | sin teléfono ni correo · ficha 4 · Umbrella Services]
    [Twin Same | sin teléfono ni correo · ficha 5 · Umbrella Services]
    == fr
    Plusieurs résultats pour « twin »
    Choisissez le bon résultat.
    1. Twin Same · ni téléphone ni e-mail · fiche 4 · Umbrella Services
    2. Twin Same · ni téléphone ni e-mail · fiche 5 · Umbrella Services
    Synchronisé il y a 4 min
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
    Page 2 of 5
    Synced 4 min ago
    [◀ Previous]
    [Next ▶]
    == de
    VIPs · 41 Kontakte
    🏢 Initech Group
    Seite 2 von 5
    Letzter Abgleich: vor 4 Min.
    [◀ Zurück]
    [Weiter ▶]
    == es
    VIP · 41 contactos
    🏢 Initech Group
    Página 2 de 5
    Sincronizado hace 4 min
    [◀ Anterior]
    [Siguiente ▶]
    == fr
    VIP · 41 contacts
    🏢 Initech Group
    Page 2 sur 5
    Synchronisé il y a 4 min
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
    No title · Acme Corporation · Internal IT
    ⤵️ Step 2 of 3 at Acme Corporation: technical contact (guessed: Internal IT)
    🌙 Night there: a call may wake them. Local time: Tue 04:00 in San Francisco (client's location)
    ⚠️ No other main contact is known to be awake now.
    📞 Phone: <+14155550102> +1 415-555-0102 · country guess: US (client)
    ✉️ No email address
    ⤵️ If no answer:
    3. Dee Cider · decision maker (guessed: Decision Maker) · email only · night there (04:00)
    1. Pat Prime · primary contact · by phone · no answer · night there (04:00)
    🗒️ Tried so far:
    3 min ago · <@5> called Pat Prime · no answer
    📍 No location
    Synced 4 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | no phone · Acme Corporation · Decision Maker]
    [No answer → next]
    [Reached]
    [Wrong number]
    [Share in channel]
    [Show less]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    == de
    Tess Tech
    Keine Position · Acme Corporation · Internal IT
    ⤵️ Schritt 2 von 3 bei Acme Corporation: technischer Kontakt (vermutet: Internal IT)
    🌙 Dort ist Nacht: Ein Anruf könnte jemanden wecken. Ortszeit: Di 04:00 Uhr in San Francisco (Standort des Kunden)
    ⚠️ Kein anderer zuständiger Kontakt ist jetzt bekanntermaßen wach.
    📞 Telefon: <+14155550102> +1 415-555-0102 · Land vermutet: US (Kunde)
    ✉️ Keine E-Mail-Adresse
    ⤵️ Falls niemand abhebt:
    3. Dee Cider · Entscheidungsträger (vermutet: Decision Maker) · nur E-Mail · dort ist Nacht (04:00)
    1. Pat Prime · Hauptkontakt · per Telefon · keine Antwort · dort ist Nacht (04:00)
    🗒️ Bisher versucht:
    vor 3 Min. · Anruf von <@5> bei Pat Prime · keine Antwort
    📍 Kein Standort
    Letzter Abgleich: vor 4 Min.
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | kein Telefon · Acme Corporation · Decision Maker]
    [Keine Antwort → weiter]
    [Erreicht]
    [Falsche Nummer]
    [Im Kanal teilen]
    [Weniger anzeigen]
    [Verzeichnis]
    [☆ Favorit hinzufügen]
    [vCard herunterladen]
    == es
    Tess Tech
    Sin cargo · Acme Corporation · Internal IT
    ⤵️ Paso 2 de 3 en Acme Corporation: contacto técnico (supuesto: Internal IT)
    🌙 Allí es de noche: una llamada puede despertar a alguien. Hora local: mar. 04:00 en San Francisco (sede del cliente)
    ⚠️ No consta que otro contacto responsable esté despierto ahora.
    📞 Teléfono: <+14155550102> +1 415-555-0102 · país supuesto: US (cliente)
    ✉️ Sin dirección de correo
    ⤵️ Si no hay respuesta:
    3. Dee Cider · responsable (supuesto: Decision Maker) · solo correo · allí es de noche (04:00)
    1. Pat Prime · contacto principal · por teléfono · sin respuesta · allí es de noche (04:00)
    🗒️ Intentos hasta ahora:
    hace 3 min · <@5> llamó a Pat Prime · sin respuesta
    📍 Sin sede
    Sincronizado hace 4 min
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | sin teléfono · Acme Corporation · Decision Maker]
    [Sin respuesta → siguiente]
    [Contestó]
    [Número equivocado]
    [Compartir en el canal]
    [Mostrar menos]
    [Directorio]
    [☆ Añadir a favoritos]
    [Descargar vCard]
    == fr
    Tess Tech
    Sans fonction · Acme Corporation · Internal IT
    ⤵️ Étape 2 sur 3 chez Acme Corporation : contact technique (supposé : Internal IT)
    🌙 Il y fait nuit : un appel pourrait réveiller quelqu’un. Heure locale : mar. 04:00 – San Francisco (site du client)
    ⚠️ Aucun autre contact responsable n’est éveillé à cette heure, à notre connaissance.
    📞 Téléphone : <+14155550102> +1 415-555-0102 · pays supposé : US (client)
    ✉️ Aucune adresse e-mail
    ⤵️ En l’absence de réponse :
    3. Dee Cider · décisionnaire (supposé : Decision Maker) · e-mail uniquement · il y fait nuit (04:00)
    1. Pat Prime · contact principal · par téléphone · pas de réponse · il y fait nuit (04:00)
    🗒️ Tentatives jusqu’ici :
    il y a 3 min · <@5> a appelé Pat Prime · pas de réponse
    📍 Aucun site
    Synchronisé il y a 4 min
    [Pat Prime | Acme Corporation · Primary Contact]
    [Tess Tech | Acme Corporation · Internal IT]
    [Dee Cider | aucun téléphone · Acme Corporation · Decision Maker]
    [Pas de réponse → suivant]
    [A répondu]
    [Mauvais numéro]
    [Partager dans le salon]
    [Afficher moins]
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
    Letzter Abgleich: vor 4 Min.
    [Globex Limited | -]
    [Acme Corporation | -]
    == es
    El mensaje nombra varios clientes
    Los mejores resultados van primero. Elige el correcto.
    1. Globex Limited
    2. Acme Corporation
    Sincronizado hace 4 min
    [Globex Limited | -]
    [Acme Corporation | -]
    == fr
    Le message nomme plusieurs clients
    Les meilleurs résultats sont en premier. Choisissez le bon.
    1. Globex Limited
    2. Acme Corporation
    Synchronisé il y a 4 min
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
    🔎 Found in the message: Acme Corporation
    IT Manager · Acme Corporation · Primary Contact
    ⤵️ Only contact to call at Acme Corporation: primary contact
    🌙 Night there: a call may wake them. Local time: Tue 04:00 in California (their location)
    📞 Phone: <+14155550101> +1 415-555-0101 ext. 12 · country guess: US (location)
    📞 Other phone: <+14155550102> +1 415-555-0102 · country guess: US (location)
    ✉️ Email: <robert@acme.example> robert@acme.example
    📍 Location: HQ, Springfield, CA, United States
    ☎️ Location phone: <+14155550000> +1 415-555-0000 · country guess: US (location)
    Synced 4 min ago · record updated 2025-11-02
    [No answer]
    [Reached]
    [Wrong number]
    [Share in channel]
    [Show less]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    [Open in IT Glue] https://acme.itglue.example/1/contacts/1
    == de
    ⭐ VIP · Robert Baker
    🔎 In der Nachricht gefunden: Acme Corporation
    IT Manager · Acme Corporation · Primary Contact
    ⤵️ Einziger Kontakt zum Anrufen bei Acme Corporation: Hauptkontakt
    🌙 Dort ist Nacht: Ein Anruf könnte jemanden wecken. Ortszeit: Di 04:00 Uhr in California (Standort des Kontakts)
    📞 Telefon: <+14155550101> +1 415-555-0101 Durchwahl 12 · Land vermutet: US (Standort)
    📞 Weiteres Telefon: <+14155550102> +1 415-555-0102 · Land vermutet: US (Standort)
    ✉️ E-Mail: <robert@acme.example> robert@acme.example
    📍 Standort: HQ, Springfield, CA, United States
    ☎️ Telefon am Standort: <+14155550000> +1 415-555-0000 · Land vermutet: US (Standort)
    Letzter Abgleich: vor 4 Min. · Eintrag geändert am 02.11.2025
    [Keine Antwort]
    [Erreicht]
    [Falsche Nummer]
    [Im Kanal teilen]
    [Weniger anzeigen]
    [Verzeichnis]
    [☆ Favorit hinzufügen]
    [vCard herunterladen]
    [In IT Glue öffnen] https://acme.itglue.example/1/contacts/1
    == es
    ⭐ VIP · Robert Baker
    🔎 Encontrado en el mensaje: Acme Corporation
    IT Manager · Acme Corporation · Primary Contact
    ⤵️ Único contacto a quien llamar en Acme Corporation: contacto principal
    🌙 Allí es de noche: una llamada puede despertar a alguien. Hora local: mar. 04:00 en California (sede del contacto)
    📞 Teléfono: <+14155550101> +1 415-555-0101 ext. 12 · país supuesto: US (sede)
    📞 Otro teléfono: <+14155550102> +1 415-555-0102 · país supuesto: US (sede)
    ✉️ Correo: <robert@acme.example> robert@acme.example
    📍 Sede: HQ, Springfield, CA, United States
    ☎️ Teléfono de la sede: <+14155550000> +1 415-555-0000 · país supuesto: US (sede)
    Sincronizado hace 4 min · ficha modificada el 02/11/2025
    [Sin respuesta]
    [Contestó]
    [Número equivocado]
    [Compartir en el canal]
    [Mostrar menos]
    [Directorio]
    [☆ Añadir a favoritos]
    [Descargar vCard]
    [Abrir en IT Glue] https://acme.itglue.example/1/contacts/1
    == fr
    ⭐ VIP · Robert Baker
    🔎 Trouvé dans le message : Acme Corporation
    IT Manager · Acme Corporation · Primary Contact
    ⤵️ Seul contact à appeler chez Acme Corporation : contact principal
    🌙 Il y fait nuit : un appel pourrait réveiller quelqu’un. Heure locale : mar. 04:00 – California (site du contact)
    📞 Téléphone : <+14155550101> +1 415-555-0101 poste 12 · pays supposé : US (site)
    📞 Autre téléphone : <+14155550102> +1 415-555-0102 · pays supposé : US (site)
    ✉️ E-mail : <robert@acme.example> robert@acme.example
    📍 Site : HQ, Springfield, CA, United States
    ☎️ Téléphone du site : <+14155550000> +1 415-555-0000 · pays supposé : US (site)
    Synchronisé il y a 4 min · fiche modifiée le 02/11/2025
    [Pas de réponse]
    [A répondu]
    [Mauvais numéro]
    [Partager dans le salon]
    [Afficher moins]
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
    No title · Acme Corporation · Internal IT
    🌙 Night there: a call may wake them. Local time: Wed 03:12 in San Francisco (their location)
    📞 Phone: <+14155550156> +1 415-555-0156 · Mobile · best now · country guess: US (location)
    📞 Other phone: <+14155550100> +1 415-555-0100 · Office · country guess: US (location)
    ✉️ No email address
    🕒 Unavailable now, per notes: “M-F 9-5”
    📍 Location: San Francisco, California, United States
    ✅ Last reached 3 days ago by <@5>
    📝 Notes:
    > Hours: M-F 9-5.
    > Password: (🔒 password hidden)
    🔒 1 possible secret hidden. See IT Glue.
    Synced 23 h ago
    [Wrong number]
    [Share in channel]
    [Show less]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    == de
    Jane Doe
    Keine Position · Acme Corporation · Internal IT
    🌙 Dort ist Nacht: Ein Anruf könnte jemanden wecken. Ortszeit: Mi 03:12 Uhr in San Francisco (Standort des Kontakts)
    📞 Telefon: <+14155550156> +1 415-555-0156 · Mobile · jetzt am besten · Land vermutet: US (Standort)
    📞 Weiteres Telefon: <+14155550100> +1 415-555-0100 · Office · Land vermutet: US (Standort)
    ✉️ Keine E-Mail-Adresse
    🕒 Jetzt nicht erreichbar, laut Notizen: „M-F 9-5“
    📍 Standort: San Francisco, California, United States
    ✅ Zuletzt erreicht vor 3 Tagen von <@5>
    📝 Notizen:
    > Hours: M-F 9-5.
    > Password: (🔒 Passwort ausgeblendet)
    🔒 1 mögliches Geheimnis ausgeblendet. Siehe IT Glue.
    Letzter Abgleich: vor 23 Std.
    [Falsche Nummer]
    [Im Kanal teilen]
    [Weniger anzeigen]
    [Verzeichnis]
    [☆ Favorit hinzufügen]
    [vCard herunterladen]
    == es
    Jane Doe
    Sin cargo · Acme Corporation · Internal IT
    🌙 Allí es de noche: una llamada puede despertar a alguien. Hora local: mié. 03:12 en San Francisco (sede del contacto)
    📞 Teléfono: <+14155550156> +1 415-555-0156 · Mobile · mejor ahora · país supuesto: US (sede)
    📞 Otro teléfono: <+14155550100> +1 415-555-0100 · Office · país supuesto: US (sede)
    ✉️ Sin dirección de correo
    🕒 No disponible ahora, según las notas: «M-F 9-5»
    📍 Sede: San Francisco, California, United States
    ✅ Contestó por última vez hace 3 días, a la llamada de <@5>
    📝 Notas:
    > Hours: M-F 9-5.
    > Password: (🔒 contraseña oculta)
    🔒 1 posible secreto oculto. Consulta IT Glue.
    Sincronizado hace 23 h
    [Número equivocado]
    [Compartir en el canal]
    [Mostrar menos]
    [Directorio]
    [☆ Añadir a favoritos]
    [Descargar vCard]
    == fr
    Jane Doe
    Sans fonction · Acme Corporation · Internal IT
    🌙 Il y fait nuit : un appel pourrait réveiller quelqu’un. Heure locale : mer. 03:12 – San Francisco (site du contact)
    📞 Téléphone : <+14155550156> +1 415-555-0156 · Mobile · à privilégier · pays supposé : US (site)
    📞 Autre téléphone : <+14155550100> +1 415-555-0100 · Office · pays supposé : US (site)
    ✉️ Aucune adresse e-mail
    🕒 Indisponible maintenant, d’après les notes : « M-F 9-5 »
    📍 Site : San Francisco, California, United States
    ✅ Dernière réponse il y a 3 jours, à l’appel de <@5>
    📝 Notes :
    > Hours: M-F 9-5.
    > Password: (🔒 mot de passe masqué)
    🔒 1 secret possible masqué. Consultez IT Glue.
    Synchronisé il y a 23 h
    [Mauvais numéro]
    [Partager dans le salon]
    [Afficher moins]
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
