//! The e-mail addresses in a field. IT Glue checks its own form's input; imports and PSAs may bring several in one
//! field, a link, a name before an address, or a word for "none".

use crate::itglue::wire::text;
use callsheet_core::domain::written;

/// The addresses in a field, in their order; none in "n/a" or "see notes".
pub(super) fn of(field: &str) -> Vec<String> {
    let Some(field) = text::line(field) else { return Vec::new() };
    let field = field.replace(['＠', '﹫'], "@").replace(" @", "@").replace("@ ", "@");
    let ends = |letter: char| letter.is_whitespace() || "<>()[],;\"“”„«»|".contains(letter);
    let pieces = field.split(ends).flat_map(|piece| {
        // A slash may be part of an address, but not between two.
        let several = piece.matches('@').count() > 1;
        piece.split(move |letter| several && matches!(letter, '/' | '\\' | '&'))
    });
    let found: Vec<String> = pieces.filter_map(address).collect();
    if found.is_empty() && has_both_parts(&field) {
        // A form that only mail servers understand; better as it is than not at all.
        return vec![field];
    }
    found.into_iter().filter(|address| !is_placeholder(address)).collect()
}

fn address(piece: &str) -> Option<String> {
    let (local, domain) = piece.split_once('@')?;
    // Before a colon stands the kind of link or address: "mailto:", "SMTP:".
    let local = local.rsplit(':').next()?.trim_matches(['\'', '’', '‘', '*', '.']);
    // After a question mark stand the other parts of a link.
    let domain = domain.split('?').next()?.trim_matches(['.', ':', '\'', '’', '‘', '*', '!']);
    let is_domain = domain.starts_with(char::is_alphanumeric) && domain.chars().all(is_of_domain);
    // Word processors turn apostrophes.
    (!local.is_empty() && is_domain).then(|| format!("{}@{domain}", local.replace(['’', '‘', 'ʼ', '＇'], "'")))
}

/// Letters with marks are several characters in some scripts.
fn is_of_domain(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '-' | '.' | '_')
        || unicode_normalization::char::is_combining_mark(letter)
}

fn has_both_parts(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(local, domain)| [local, domain].iter().all(|part| part.contains(char::is_alphanumeric)))
}

/// Whether both halves of an address say that there is none; na@northgate.example is a real one.
fn is_placeholder(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else { return true };
    [local, domain.split('.').next().unwrap_or_default()].into_iter().all(written::is_placeholder)
}

#[cfg(test)]
mod tests;
