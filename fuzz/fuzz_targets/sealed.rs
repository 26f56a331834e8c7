//! libFuzzer's way into [`fuzz::sealed`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::sealed(data));
