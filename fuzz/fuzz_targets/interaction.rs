//! libFuzzer's way into [`fuzz::interaction`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::interaction(data));
