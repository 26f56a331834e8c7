//! The service's own form of notes.

/// Elements that the service writes in another way.
const ELEMENTS: [(&str, &str); 7] = [
    ("<b>", "<strong>"),
    ("</b>", "</strong>"),
    ("<i>", "<em>"),
    ("</i>", "</em>"),
    ("<br/>", "<br>"),
    ("<br />", "<br>"),
    ("&nbsp;", " "),
];

/// Ends of blocks, after which a line ends as well.
const BLOCKS: [&str; 3] = ["</p>", "</div>", "</li>"];

/// Notes as HTML in the service's own form: plain text becomes HTML, comments are gone.
pub(super) fn rewritten(notes: &str) -> String {
    if !(notes.contains("</") || notes.contains("<br") || notes.contains("<!--")) {
        let escaped = notes.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        return format!("<div>{}</div>", escaped.replace("\r\n", "\n").replace('\n', "<br>"));
    }
    let mut html = String::with_capacity(notes.len());
    let mut rest = notes;
    while let Some((before, comment)) = rest.split_once("<!--") {
        html.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    html.push_str(rest);
    for (theirs, ours) in ELEMENTS {
        html = html.replace(theirs, ours);
    }
    for end in BLOCKS {
        html = html.replace(&format!("{end}<"), &format!("{end}\n<"));
    }
    html
}
