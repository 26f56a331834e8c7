use super::*;
use callsheet_core::answer::language::Language;
use callsheet_core::domain::id::UserId;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

#[test]
fn foreign_text_is_only_ever_read() {
    for (text, rendered) in [
        ("Jane O'Neil-Smith (Acme & Co.)", "Jane O'Neil-Smith (Acme & Co.)"),
        ("**bold** __u__ *i* _i_ ~~s~~", r"\*\*bold\*\* \_\_u\_\_ \*i\* \_i\_ \~\~s\~\~"),
        ("||spoiler||", r"\|\|spoiler\|\|"),
        ("`code` ```block", r"\`code\` \`\`\`block"),
        (r"\*", r"\\\*"),
        ("@everyone @here", "@\u{200b}everyone @\u{200b}here"),
        ("<@1> <@&2> <#3> </cmd:4>", "\\<@\u{200b}1\\> \\<@\u{200b}&2\\> \\<\\#3\\> \\</cmd\\:4\\>"),
        ("<:x:1> <a:x:1> :smile:", r"\<\:x\:1\> \<a\:x\:1\> \:smile\:"),
        ("<t:0:R> <+15550100>", r"\<t\:0\:R\> \<+15550100\>"),
        ("[Call](https://evil.example)", r"\[Call\](https\://evil.example)"),
        ("https://evil.example", r"https\://evil.example"),
        ("# Title", r"\# Title"),
        ("> quote", r"\> quote"),
        ("-# small", r"\-\# small"),
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("12. item", r"12\. item"),
        ("12) item", r"12\) item"),
        ("24.7 Support 1. Tier", r"24\.7 Support 1. Tier"),
        ("a\n# b\n- c", r"a \# b - c"),
        ("Jane\u{202e}\u{200b}", "Jane"),
        ("\u{200b}", "(–)"),
    ] {
        assert_eq!(render(&Words::default().theirs(text), NOW, 4096), rendered, "{text}");
    }
}

#[test]
fn copyable_text_is_code_that_cannot_be_left() {
    for (text, rendered) in [
        ("jane@acme.example", "`jane@acme.example`"),
        ("+1 (415) 555-0123", "`+1 (415) 555-0123`"),
        ("`` @everyone", "`'' @everyone`"),
        ("a\nb", "`a b`"),
        (" ", "`(–)`"),
    ] {
        assert_eq!(render(&Words::default().copy(text), NOW, 4096), rendered, "{text}");
    }
}

#[test]
fn only_a_plain_address_can_be_tapped() {
    for address in ["jane@acme.example", "j.doe+it_2@mail-1.acme.example"] {
        assert_eq!(render(&Words::mail(address), NOW, 4096), format!("<{address}>"));
    }
    let long = format!("{}@acme.example", "x".repeat(250));
    for address in [
        "",
        "jane",
        "jane@",
        "@acme.example",
        "jane@acme",
        "jane@acme..example",
        "a b@acme.example",
        "<@1>@acme.example",
        "jane@acme.example>",
        "a@b@c.example",
        "jané@acme.example",
        "a@b.example\n",
        "a`@b.example",
        "mailto:a@b.example",
        "a@b.example?subject=x",
        &long,
    ] {
        let rendered = render(&Words::mail(address), NOW, 4096);
        assert!(rendered.starts_with('`') && rendered.ends_with('`'), "{rendered}");
    }
}

#[test]
fn our_own_marks_survive_discords_rendering() {
    let words = Words::dial("+14155550156", "+1 415-555-0156").ours(" ").strong("a *b").ours(" ");
    let words = words.list([Words::user(UserId(4), Language::default())], "");
    assert_eq!(render(&words, NOW, 4096), r"<+1 415 555 0156> **a \*b** <@4>");
    assert_eq!(render(&words, NOW, 30), r"<+1 415 555 0156> **a \*b** …");
    assert_eq!(render(&Words::dial("+14155550156", "555-0156"), NOW, 4096), "<+14155550156>", "what is dialled");
    assert_eq!(render(&words, NOW, 10), "…");
}

#[test]
fn a_cut_breaks_neither_an_escape_nor_code() {
    let words = Words::new("a").theirs("**").copy("555-0123").ours("b").theirs("…").ours("c");
    for (limit, rendered) in [
        (19, r"a\*\*`555-0123`b…c"),
        (18, r"a\*\*`555-0123`b……"),
        (16, r"a\*\*`555-0123`…"),
        (15, r"a\*\*…"),
        (5, r"a\*…"),
        (2, "a…"),
    ] {
        assert_eq!(render(&words, NOW, limit), rendered, "{limit}");
    }
}

#[test]
fn a_line_has_the_mark_of_its_size() {
    let words = || Words::new("Jane");
    for (shown, rendered) in [(words().large(), "## Jane"), (words().small(), "-# Jane"), (words().into(), "Jane")] {
        assert_eq!(line(&shown, NOW, 4096), rendered);
    }
    assert_eq!(line(&Words::new("Jane Doe").large(), NOW, 7), "## Jan…");
}

#[test]
fn discord_says_how_long_ago_and_never_looks_ahead() {
    let [before, after] = [-60, 60].map(|second| Timestamp::from_second(second).unwrap());
    assert_eq!(render(&Words::ago(before, Language::default()), NOW, 4096), "<t:-60:R>");
    assert_eq!(render(&Words::ago(after, Language::default()), NOW, 4096), "<t:0:R>", "a wrong clock");
}
