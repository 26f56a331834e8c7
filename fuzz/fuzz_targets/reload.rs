//! libFuzzer's way into [`fuzz::reload`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::reload(data));
