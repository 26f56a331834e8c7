//! Answers on a terminal.

use callsheet::terminal::Conversation;
use callsheet_core::answer::language::Language;
use insta::assert_snapshot;

use testkit::account::{Account, person, usual_types};
use testkit::chat::{on_a_terminal, says};

fn account() -> Account {
    usual_types(Account::default())
        .organization(1, "Acme Corporation")
        .location(1, "Head office", "San Francisco", None)
        .with(
            person(1, "Jane Doe")
                .at(1)
                .title("IT Manager")
                .of_type(2)
                .vip()
                .located(1)
                .phone("4155550101")
                .url("https://acme.itglue.example/1/contacts/1"),
        )
        .with(person(2, "Jane Dough").at(1).title("Clerk").email("jane@acme.example"))
        .with(person(3, "Evil\u{1b}[2J\u{202e}\r\nName **bold** @everyone").at(1))
}

fn typed(line: &str) -> String {
    on_a_terminal(&commands::line::parse(line).unwrap(), &account().snapshot())
}

#[test]
fn a_card_reads_well_as_plain_text() {
    assert_snapshot!(typed("/contact id:1"), @"
    ⭐ VIP · Jane Doe
    IT Manager · Acme Corporation
    📞 +1 415-555-0101
    country guess: US (location)
    🌙 Night there: Tue 04:00 in San Francisco
    ✉️ No email address
    type: Internal IT
    📍 Location: Head office, San Francisco, CA, United States
    Open in IT Glue: https://acme.itglue.example/1/contacts/1
    Synced 4 min ago
    ");
}

#[test]
fn a_menu_is_numbered() {
    assert_snapshot!(typed("/contact jane"), @"
    Several matches for “jane”
    Pick the one you mean.
    1. ⭐ VIP · Jane Doe · IT Manager · Acme Corporation · Internal IT
    2. Jane Dough · Clerk · Acme Corporation
    Synced 4 min ago
    ");
}

#[test]
fn a_list_is_numbered_under_its_organizations() {
    assert_snapshot!(typed("/vip"), @"
    VIPs · 1 contact
    🏢 Acme Corporation
    1. Jane Doe · IT Manager · Internal IT
       📞 (415) 555-0101
    Synced 4 min ago
    ");
}

#[test]
fn a_long_line_is_broken_between_words() {
    let shown = typed("/contact jane type: astronaut");
    assert_snapshot!(shown, @"
    No contact type matches “astronaut”
    Contact types: Accounts Payable · Decision Maker · End User · Internal IT ·
       Primary Contact · Terminated · Vendor Support
    Pick a suggestion while typing.
    Synced 4 min ago
    ");
    assert!(shown.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn foreign_text_cannot_command_the_terminal() {
    let shown = typed("/contact id:3");
    assert!(shown.starts_with("Evil [2J Name **bold** @everyone\n"), "{shown:?}");
    assert!(shown.chars().all(|char| char == '\n' || !char.is_control()));
}

fn replied(line: &str, language: Language) -> String {
    let replied = says(&mut Conversation::new(language), line, &account().snapshot());
    replied.unwrap_or_else(|error| error + "\n")
}

#[test]
fn help_shows_each_command_with_an_example_that_is_understood() {
    let names: Vec<String> = commands::manifests().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect();
    for language in Language::all() {
        let help = replied("help", language);
        let examples: Vec<&str> = help.lines().filter_map(|line| line.strip_prefix('/')?.split(" · ").next()).collect();
        assert_eq!(examples.len(), names.len(), "{help}");
        for name in names.iter().map(|name| if name == "Who do I call?" { "who-do-i-call" } else { name }) {
            let is_it = |example: &&&str| example.split(' ').next() == Some(name);
            let example = examples.iter().find(is_it).unwrap_or_else(|| panic!("no {name} in {help}"));
            // A command of which this account has no example is named alone.
            assert!(commands::line::parse(example).is_ok() || example == &name, "{example}");
        }
        assert!(help.lines().all(|line| line.chars().count() <= 80), "{help}");
        assert_eq!((replied(" ? ", language), replied("/help", language)), (help.clone(), help));
    }
}

#[test]
fn complete_shows_what_is_suggested_while_typing() {
    let shown = |line: &str| replied(line, Language::default());
    assert_snapshot!(shown("complete /contact jane d"), @"
    ⭐ VIP · Jane Doe · IT Manager · Acme Corporation · Internal IT [id:1]
    Jane Dough · Clerk · Acme Corporation [id:2]
    ");
    assert_snapshot!(shown("complete /primary ac"), @"Acme Corporation [id:1]");
    assert!(shown("complete /weather").starts_with("Unknown command. Commands: /contact, /vip, "));
}

#[test]
fn a_line_not_understood_is_answered_in_the_callers_language() {
    let lines = [
        "/weather",
        "/vpi",
        "/vip zzz: 1",
        "/vip nam: jane",
        "/vip jane name: john",
        "/contact",
        "/release jane",
        "complete /unbind",
    ];
    let shown = |language: Language| lines.map(|line| replied(line, language)).concat();
    let all = Language::all().into_iter().map(|language| format!("== {}\n{}", language.code(), shown(language)));
    let names = Conversation::new(Language::default()).read("/weather").err().unwrap();
    let names = names.split("Commands: ").nth(1).and_then(|rest| rest.split(". ").next()).unwrap().to_owned();
    assert_snapshot!(all.collect::<String>().replace(&names, "…"), @"
    == en
    Unknown command. Commands: …. Examples: help
    Unknown command. Did you mean /vip? Commands: …. Examples: help
    Unknown option. Usage: /vip [name: …] [organization: …] [type: …] (put text that contains a colon in quotes)
    Unknown option. Did you mean name:? Usage: /vip [name: …] [organization: …] [type: …] (put text that contains a colon in quotes)
    Option given twice: name. Usage: /vip [name: …] [organization: …] [type: …]
    Option missing: name. Usage: /contact name: … [organization: …] [type: …]
    user must be a Discord user ID. Usage: /release user: …
    Unknown option. Usage: /unbind (put text that contains a colon in quotes)
    == de
    Unbekannter Befehl. Befehle: …. Beispiele: help
    Unbekannter Befehl. Meinst du /vip? Befehle: …. Beispiele: help
    Unbekannte Option. Schreibweise: /vip [name: …] [organization: …] [type: …] (Text mit Doppelpunkt in Anführungszeichen setzen)
    Unbekannte Option. Meinst du name:? Schreibweise: /vip [name: …] [organization: …] [type: …] (Text mit Doppelpunkt in Anführungszeichen setzen)
    Option doppelt angegeben: name. Schreibweise: /vip [name: …] [organization: …] [type: …]
    Option fehlt: name. Schreibweise: /contact name: … [organization: …] [type: …]
    user muss eine Benutzer-ID von Discord sein. Schreibweise: /release user: …
    Unbekannte Option. Schreibweise: /unbind (Text mit Doppelpunkt in Anführungszeichen setzen)
    == es
    Comando desconocido. Comandos: …. Ejemplos: help
    Comando desconocido. ¿Quisiste decir /vip? Comandos: …. Ejemplos: help
    Opción desconocida. Uso: /vip [name: …] [organization: …] [type: …] (pon entre comillas un texto con dos puntos)
    Opción desconocida. ¿Quisiste decir name:? Uso: /vip [name: …] [organization: …] [type: …] (pon entre comillas un texto con dos puntos)
    Opción repetida: name. Uso: /vip [name: …] [organization: …] [type: …]
    Falta la opción: name. Uso: /contact name: … [organization: …] [type: …]
    user debe ser un ID de usuario de Discord. Uso: /release user: …
    Opción desconocida. Uso: /unbind (pon entre comillas un texto con dos puntos)
    == fr
    Commande inconnue. Commandes : …. Exemples : help
    Commande inconnue. Vouliez-vous dire /vip ? Commandes : …. Exemples : help
    Option inconnue. Syntaxe : /vip [name: …] [organization: …] [type: …] (mettez entre guillemets un texte qui contient deux-points)
    Option inconnue. Vouliez-vous dire name: ? Syntaxe : /vip [name: …] [organization: …] [type: …] (mettez entre guillemets un texte qui contient deux-points)
    Option indiquée deux fois : name. Syntaxe : /vip [name: …] [organization: …] [type: …]
    Option manquante : name. Syntaxe : /contact name: … [organization: …] [type: …]
    user doit être un identifiant d’utilisateur Discord. Syntaxe : /release user: …
    Option inconnue. Syntaxe : /unbind (mettez entre guillemets un texte qui contient deux-points)
    ");
}

#[test]
fn a_line_that_picks_nothing_says_what_can_be_typed() {
    let mut conversation = Conversation::default();
    let mut says = |line: &str| match says(&mut conversation, line, &account().snapshot()) {
        Ok(shown) | Err(shown) => shown,
    };
    let of_nothing = "There is no entry with that number to open now. Examples: help";
    assert_eq!(says("1"), of_nothing);
    says("/contact jane");
    for number in ["0", "3", "99999999999999999999999"] {
        assert_eq!(says(number), format!("{of_nothing}\n[type a number from 1 to 2]"), "{number}");
    }
    let unknown = says("wether");
    assert!(unknown.starts_with("Unknown command. ") && unknown.ends_with("[type a number from 1 to 2]"), "{unknown}");
    for help in ["Help", "HELP", "/Help"] {
        assert!(says(help).contains("complete /contact jon"), "{help}");
    }
    assert!(says("2").starts_with("Jane Dough\n"), "the menu is still there");
    assert!(says("Show LESS").starts_with("Jane Dough\n"), "a word in any case");
}

#[test]
fn an_alert_pasted_behind_its_command_finds_the_client() {
    let shown = replied("/who-do-i-call [ACME Corporation] Backup failed: SRV01", Language::default());
    assert!(shown.contains("Jane Doe") && shown.contains("Acme Corporation"), "{shown}");
}
