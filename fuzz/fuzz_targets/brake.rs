//! libFuzzer's way into [`fuzz::brake`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::brake(data));
