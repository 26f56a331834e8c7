//! libFuzzer's way into [`fuzz::notes`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::notes(data));
