//! libFuzzer's way into [`fuzz::wire`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::wire(data));
