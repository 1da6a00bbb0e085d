//! Any bytes as what a person pastes for an address.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    assert_eq!(discovery::fuzzing::address(bytes), Ok(()));
});
