use std::os::unix::ffi::OsStringExt;

use super::*;

fn environment(process: &[(&str, &[u8])], file: io::Result<&[u8]>) -> Environment {
    let process = process.iter().map(|&(name, value)| (name.into(), OsString::from_vec(value.to_vec())));
    Environment::new(process, Path::new("/srv/.env"), file.map(<[u8]>::to_vec))
}

fn seen(environment: &Environment) -> Vec<(&str, &str)> {
    environment.vars.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[test]
fn the_file_fills_in_what_the_process_lacks() {
    let process: [(&str, &[u8]); 2] = [("A", b"process"), ("B", b" ")];
    let both = environment(&process, Ok(b"A=file\nB=file\n\n# C=no\nD='a # b'\nD=again\n"));
    assert_eq!(seen(&both), [("A", "process"), ("B", "file"), ("D", "a # b")]);
    let without = environment(&process, Err(io::ErrorKind::NotFound.into()));
    assert_eq!((seen(&without), without.faults.len()), (vec![("A", "process"), ("B", " ")], 0));
}

#[test]
fn an_editors_marks_in_the_file_change_nothing() {
    for text in ["\u{feff}A=1\nB=2", "A=1\r\nB=2\r\n", "\u{feff}A=1\r\n\r\nB=2"] {
        let read = environment(&[], Ok(text.as_bytes()));
        assert_eq!((seen(&read), &*read.faults), (vec![("A", "1"), ("B", "2")], &[][..]), "{text:?}");
    }
}

#[test]
fn each_line_that_cannot_be_read_is_told_without_its_text() {
    let read = environment(&[], Ok(b"s3cret one\nA=1\nB=s3cret two\nC=3\nD=s3cret three\n"));
    assert_eq!(seen(&read), [("A", "1"), ("C", "3")]);
    let told: Vec<&str> = read.faults.iter().map(|fault| fault.split(';').next().unwrap()).collect();
    assert_eq!(
        told,
        [
            ".env: could not read the first line",
            ".env: could not read the line after A",
            ".env: could not read the line after C"
        ]
    );
    assert!(!read.faults.concat().contains("s3cret"));
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let faults = |file| environment(&[], file).faults.join("\n");
    assert_eq!(faults(Err(io::ErrorKind::IsADirectory.into())), ".env: /srv/.env is a folder, but must be a file");
    assert_eq!(
        faults(Err(io::ErrorKind::PermissionDenied.into())),
        ".env: /srv/.env could not be opened: permission denied"
    );
    let utf16: Vec<u8> = "\u{feff}A=1".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(faults(Ok(&utf16)), ".env: /srv/.env is not valid UTF-8; save it as UTF-8");
}

#[test]
fn a_non_text_value_of_our_variable_is_a_fault() {
    let read = environment(&[("SYNC_INTERVAL", b"\xff"), ("OTHER", b"\xff")], Ok(b""));
    assert_eq!(read.faults, ["SYNC_INTERVAL: is not valid UTF-8"]);
}
