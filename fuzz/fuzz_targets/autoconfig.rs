//! Any bytes as an autoconfig file.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    assert_eq!(discovery::fuzzing::autoconfig(bytes), Ok(()));
});
