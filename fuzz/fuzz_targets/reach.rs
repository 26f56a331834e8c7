//! libFuzzer's way into [`fuzz::reach`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::reach(data));
