//! Any bytes as the SRV and MX records of a domain.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    assert_eq!(discovery::fuzzing::choose(bytes), Ok(()));
});
