//! Notes as people write them, with secrets among them.

mod labelled;
mod masking;
mod properties;

use super::{LONGEST, NoteLine, NotePiece, Notes, Secret, read};

/// Notes as a reader might see them.
fn shown(notes: &Notes) -> String {
    all(&notes.lines)
}

/// Reports all unexpected results at once.
fn check(cases: &[(&str, &str)]) {
    let wrong = |(raw, text): &(&str, &str)| {
        let shown = shown(&read(raw));
        (shown != *text).then(|| format!("{raw:?}\n  is {shown:?}\n not {text:?}"))
    };
    let wrong: Vec<String> = cases.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn all(lines: &[NoteLine]) -> String {
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn line(line: &NoteLine) -> String {
    let piece = |piece: &NotePiece| match piece {
        NotePiece::Plain(text) => text.clone(),
        NotePiece::Strong(text) => format!("**{text}**"),
        NotePiece::Masked(Secret::Password) => "[password]".to_owned(),
        NotePiece::Masked(Secret::Key) => "[key]".to_owned(),
        NotePiece::Masked(Secret::Code) => "[code]".to_owned(),
        NotePiece::Masked(Secret::Card) => "[card]".to_owned(),
        NotePiece::Masked(Secret::Account) => "[account]".to_owned(),
    };
    line.pieces.iter().map(piece).collect()
}

#[test]
fn plain_text_stays_as_it_is() {
    check(&[
        ("", ""),
        (" \r\n\t\n ", ""),
        ("Text first.\nM-F 9-5", "Text first.\nM-F 9-5"),
        ("Text  first.\r\n\r\n\r\n  M-F\u{a0}9-5 ", "Text first.\nM-F 9-5"),
        ("a < b and c > d", "a < b and c > d"),
        ("<jane@acme.example> and <john@acme.example>", "<jane@acme.example> and <john@acme.example>"),
        ("<", "<"),
        ("AT&T & Co; R&D", "AT&T & Co; R&D"),
        ("if x <y and z> w", "if x <y and z> w"),
        ("<see below>", "<see below>"),
        ("Name\tPhone", "Name Phone"),
        ("a\u{0}b\u{202e}c\u{200b}d", "abcd"),
        ("<\u{200b}b>", "<b>"),
    ]);
}

#[test]
fn html_becomes_lines() {
    check(&[
        ("<p>Bring a <em>badge</em>.</p><p>Text&nbsp;first.</p>", "Bring a badge.\nText first."),
        ("one<br>two<br/><br />three", "one\ntwo\nthree"),
        ("<div><div>one</div><div></div><div>two</div></div>", "one\ntwo"),
        ("<p>one\ntwo\n\nthree</p>", "one two three"),
        ("R&amp;D\nTom &lt;tom@acme.example&gt;", "R&D\nTom <tom@acme.example>"),
        ("<b>Jane</b>\nsecond line", "**Jane**\nsecond line"),
        ("<p>Call <strong>before</strong> 9</p>", "Call **before** 9"),
        ("<h2>Access</h2>Ask at the desk", "**Access**\nAsk at the desk"),
        ("<b>one <i>two</i></b> three", "**one two** three"),
        ("<b>never closed", "**never closed**"),
        ("<script>alert('x')</script>Bring<style>p{}</style> it", "Bring it"),
        ("<!-- hidden -->shown<!-- <p>hidden</p> -->", "shown"),
        ("<SCRIPT>x</sCrIpT>shown", "shown"),
        ("<script>never closed <p>x</p>", ""),
        ("<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>end", "• one\n• two\n◦ deep\nend"),
        ("<ol><li>one<li>two</ol>", "1. one\n2. two"),
        ("<ul><li><p>one</p></li></ul>", "• one"),
        ("<pre>a  b\nc</pre>d", "a b\nc\nd"),
        ("<a href=\"https://acme.example/x\">portal</a>", "portal (https://acme.example/x)"),
        ("<a href=\"https://acme.example/\">acme.example</a>", "acme.example"),
        ("<a href=\"mailto:jane@acme.example\">jane@acme.example</a>", "jane@acme.example"),
        ("<a href=\"tel:+14155550100\">call</a>", "call (+14155550100)"),
        ("<a href=\"javascript:alert(1)\">click</a><a>none</a>", "clicknone"),
        ("<img src=x alt=\"floor plan\">here<img src=y>", "floor plan here"),
        ("<p>mail <jane@acme.example></p>", "mail <jane@acme.example>"),
        ("<o:p>Word</o:p><br>", "Word"),
        ("<br>a < b <see below>", "a < b <see below>"),
        ("caf&eacute; &#233; &#xe9; &unknown; <br>", "café é é &unknown;"),
        ("<p>M-F\u{200b} 9-5\u{0}</p>", "M-F 9-5"),
        ("<p>unfinished <a href=\"x", "unfinished"),
    ]);
}

#[test]
fn a_table_is_read_row_by_row() {
    let table = "<table><thead><tr><th>Day</th><th>Who</th></tr></thead><tbody>\n<tr><td><p>Monday</p></td> <td>Jane<br>Doe</td></tr>\
        <tr><td>Tuesday</td><td></td><td>both</td></tr></tbody></table>after";
    insta::assert_snapshot!(shown(&read(table)), @r"
    **Day** | **Who**
    Monday | Jane Doe
    Tuesday | | both
    after
    ");
}

#[test]
fn a_note_of_a_person_reads_well() {
    let raw = "<h3>Jane &ndash; on site</h3><p>Primary technical contact. <b>Text first.</b></p>\
        <ul><li>Alarm code: 4471#</li><li>Wi-Fi password: <code>Blue Moon 42!</code></li></ul>\
        <table><tr><td>Portal</td><td><a href='https://portal.acme.example'>here</a></td></tr><tr><td>Password</td><td>Sum<b>mer</b>2024!</td></tr></table>";
    insta::assert_snapshot!(shown(&read(raw)), @r"
    **Jane – on site**
    Primary technical contact. **Text first.**
    • Alarm code: [code]
    • Wi-Fi password: [password]
    Portal | here (https://portal.acme.example)
    Password | [password]
    ");
    let secrets: Vec<Secret> = read(raw).secrets().collect();
    assert_eq!(secrets, [Secret::Code, Secret::Password, Secret::Password]);
}

#[test]
fn debug_output_has_no_text() {
    let debug = format!("{:?}", read("<p>Jane <b>Doe</b>, PIN 4471</p>"));
    assert_eq!(
        debug,
        "Notes { lines: [NoteLine { pieces: [Plain(..), Strong(..), Plain(..), Masked(Code)] }], cut: false }"
    );
}

#[test]
fn masked_secrets_cannot_be_read_from_the_text() {
    assert_eq!(read("PIN 4471, open 9-5\nText first").text(), "PIN ***, open 9-5\nText first");
}

#[test]
fn overlong_notes_are_cut_before_they_are_read() {
    let long = read(&"word ".repeat(LONGEST));
    assert!(long.cut && long.text().len() <= LONGEST);
    assert!(!read(&"word ".repeat(LONGEST / 5)).cut);
    // Half of the key is not shown.
    let key = format!("{}ghp_{}", "word ".repeat((LONGEST - 12) / 5), "aB3".repeat(12));
    assert!(!read(&key).text().contains("ghp_"));
}

#[test]
fn hostile_markup_is_read_in_reasonable_time() {
    for raw in [
        "<b>".repeat(400_000),
        "<div>".repeat(10_000) + "deep" + &"</div>".repeat(10_000),
        "<ul><li>".repeat(100_000),
        "<table><tr><td>".repeat(70_000),
        numbered("<font x=", ">") + &"<p>x".repeat(100_000),
        "<a ".to_owned() + &numbered("a", " "),
        "&amp;".repeat(200_000),
        "&".repeat(1_000_000),
        "<".repeat(1_000_000),
        "<!--".repeat(250_000),
        "\0".repeat(1_000_000),
        "password ".repeat(100_000),
        "pin: ".repeat(200_000),
        "password | ".repeat(90) + &("\n".to_owned() + &"x | ".repeat(90)).repeat(100),
        "login: a / ".repeat(100_000),
        "(password ".repeat(100_000),
        "password \"".repeat(100_000),
        "1 ".repeat(500_000),
        "4".repeat(1_000_000),
        "GB33".repeat(200_000),
        "BEGIN PRIVATE KEY ".repeat(50_000),
        "https://a:b@".repeat(80_000),
        "-".repeat(1_000_000),
        "password\n".repeat(100_000),
        "e\u{301}".repeat(300_000),
        // One line of hundreds of pages.
        "word ".repeat(200_000),
        "PIN 4711 ".repeat(100_000),
        "<b>bold</b> plain ".repeat(50_000),
    ] {
        let notes = read(&raw);
        assert!(notes.excerpt(300).0.text().len() < 3_000 && notes.page(2, 1000).pages < 700);
    }
}

fn numbered(before: &str, after: &str) -> String {
    (0..40_000).fold(String::new(), |all, number| all + before + &number.to_string() + after)
}

#[test]
fn an_excerpt_ends_at_a_word_or_at_a_character() {
    for (raw, limit, excerpt, more) in [
        ("Text first.", 11, "Text first.", false),
        ("Text first.", 10, "Text ", true),
        ("Text first.", 0, "", true),
        ("Text\nfirst", 7, "Text\nfi", true),
        ("Text\nfirst", 4, "Text", true),
        ("Text\nfirst", 5, "Text", true),
        ("👩\u{200d}💻👩\u{200d}💻👩\u{200d}💻", 2, "👩\u{200d}💻👩\u{200d}💻", true),
        ("<b>Text first</b> then", 8, "**Text **", true),
        ("PIN 4471", 43, "PIN ", true),
        ("PIN 4471", 44, "PIN [code]", false),
        ("", 5, "", false),
    ] {
        let (notes, rest) = read(raw).excerpt(limit);
        assert_eq!((shown(&notes).as_str(), rest), (excerpt, more), "{raw:?} {limit}");
    }
}

#[test]
fn pages_keep_lines_whole_where_they_can() {
    let notes = read("first line\nsecond line\nthird\nPIN 4471");
    let pages: Vec<String> = (1..=4).map(|page| all(&notes.page(page, 48).lines)).collect();
    assert_eq!(pages, ["first line\nsecond line\nthird", "PIN [code]", "PIN [code]", "PIN [code]"]);
    assert_eq!((notes.page(0, 48).page, notes.page(9, 48).page, notes.page(9, 48).pages), (1, 2, 2));
    assert_eq!((read("").page(1, 48).pages, read("").page(1, 48).lines.len()), (1, 0));
    let pages: Vec<String> = (1..=2).map(|page| all(&read("a longer line").page(page, 10).lines)).collect();
    assert_eq!(pages, ["a longer ", "line"]);
}
