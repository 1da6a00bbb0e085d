//! The splitting, over a map that can be told to fail. The real keychains: `tests/system.rs`.

#![allow(clippy::wildcard_enum_match_arm, reason = "a test names only what it means")]

mod failures;
mod gone;
mod names;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use proptest::prelude::*;
use secret::Secret;

use crate::chunks::{self, ENTRY_LIMIT};
use crate::{Entries, Keychain, KeychainError};

#[derive(Clone, Default)]
struct Map {
    entries: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
    writes_left: Arc<Mutex<Option<usize>>>,
    /// An entry whose name ends like this is never deleted.
    clings: Arc<Mutex<Option<&'static str>>>,
    /// A write that fails was done all the same.
    silently: bool,
}

impl Entries for Map {
    fn write(&self, name: &str, value: &[u8]) -> Result<(), KeychainError> {
        assert!(value.len() <= ENTRY_LIMIT, "an entry of {} bytes", value.len());
        let mut left = self.writes_left.lock().unwrap();
        match left.as_mut() {
            Some(0) => {
                if self.silently && !name.contains('#') {
                    *left = None;
                    self.entries.lock().unwrap().insert(name.to_owned(), value.to_vec());
                }
                return Err(KeychainError::Locked);
            }
            Some(left) => *left -= 1,
            None => {}
        }
        self.entries.lock().unwrap().insert(name.to_owned(), value.to_vec());
        Ok(())
    }

    fn read(&self, name: &str) -> Result<Vec<u8>, KeychainError> {
        self.entries.lock().unwrap().get(name).cloned().ok_or(KeychainError::NotFound)
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        if self.clings.lock().unwrap().is_some_and(|end| name.ends_with(end)) {
            return Err(KeychainError::Refused);
        }
        self.entries.lock().unwrap().remove(name).map(|_| ()).ok_or(KeychainError::NotFound)
    }
}

fn secret(length: usize) -> Secret {
    Secret::new((0..length).map(|index| b'a' + u8::try_from(index % 26).unwrap()).collect::<Vec<u8>>())
}

#[test]
fn the_edge_of_an_entry() {
    for (length, entries) in [(0, 1), (16, 1), (2_560, 1), (2_561, 3), (5_120, 3), (5_121, 4)] {
        let map = Map::default();
        chunks::store(&map, "a@example.jp", &secret(length)).unwrap();
        assert_eq!(map.entries.lock().unwrap().len(), entries, "{length} bytes");
        assert_eq!(chunks::read(&map, "a@example.jp").unwrap(), secret(length));
        chunks::delete(&map, "a@example.jp").unwrap();
        assert!(map.entries.lock().unwrap().is_empty(), "nothing is left of {length} bytes");
    }
}

#[test]
fn a_shorter_secret_leaves_no_part_of_the_longer_one() {
    let map = Map::default();
    chunks::store(&map, "a", &secret(6_000)).unwrap();
    chunks::store(&map, "a", &secret(10)).unwrap();
    assert_eq!(map.entries.lock().unwrap().len(), 1);
}

#[test]
fn whenever_writing_stops_a_whole_secret_is_there() {
    for stop in 0..5 {
        let map = Map::default();
        chunks::store(&map, "a", &secret(6_000)).unwrap();
        *map.writes_left.lock().unwrap() = Some(stop);
        let newer = Secret::new(vec![b'z'; 7_000]);
        let stored = chunks::store(&map, "a", &newer);
        let there = chunks::read(&map, "a").unwrap();
        if stored.is_ok() {
            assert_eq!(there, newer);
        } else {
            assert_eq!(there, secret(6_000), "stopped after {stop} writes");
        }
    }
}

#[test]
fn damage_is_named_and_nothing_is_wiped() {
    for harm in ["part", "index", "length"] {
        let map = Map::default();
        chunks::store(&map, "a", &secret(6_000)).unwrap();
        {
            let mut entries = map.entries.lock().unwrap();
            let part = entries.keys().find(|name| name.ends_with(".1")).cloned().unwrap();
            match harm {
                "part" => {
                    entries.get_mut(&part).unwrap()[0] ^= 1;
                }
                "index" => {
                    entries.get_mut("a").unwrap().extend_from_slice(b" x");
                }
                _ => {
                    entries.remove(&part);
                }
            }
        }
        let before = map.entries.lock().unwrap().len();
        assert_eq!(chunks::read(&map, "a").unwrap_err(), KeychainError::Damaged, "{harm}");
        assert_eq!(map.entries.lock().unwrap().len(), before);
    }
}

#[test]
fn a_secret_has_64_parts_at_most() {
    let map = Map::default();
    assert_eq!(chunks::store(&map, "a", &secret(64 * 2_560 + 1)).unwrap_err(), KeychainError::Refused);
    assert!(map.entries.lock().unwrap().is_empty(), "none of it is begun");
    chunks::store(&map, "a", &secret(64 * 2_560)).unwrap();
    assert_eq!(chunks::read(&map, "a").unwrap(), secret(64 * 2_560));
}

#[test]
fn an_index_that_promises_more_than_can_be_is_not_followed() {
    for index in ["00000000 1 18446744073709551615 00", "00000000 1 2561 00", "00000000 1000000000 10 00"] {
        let map = Map::default();
        let entry = format!("\0todoita-parts-1 {index}");
        map.entries.lock().unwrap().insert("a".to_owned(), entry.into_bytes());
        map.entries.lock().unwrap().insert("a #00000000.0".to_owned(), vec![b'x'; 2_560]);
        assert_eq!(chunks::read(&map, "a").unwrap_err(), KeychainError::Damaged, "{index}");
        chunks::delete(&map, "a").unwrap();
        assert_eq!(map.entries.lock().unwrap().len(), 1, "{index}");
    }
}

#[test]
fn a_secret_that_looks_like_an_index_is_still_a_secret() {
    let map = Map::default();
    let odd = Secret::from("\0todoita-parts-1 00000000 1 1 00");
    chunks::store(&map, "a", &odd).unwrap();
    assert_eq!(chunks::read(&map, "a").unwrap(), odd);
}

#[tokio::test]
async fn the_thread_answers_in_order_and_tells_what_is_missing() {
    let keychain = Keychain::over(Map::default());
    assert_eq!(keychain.read("a").await.unwrap_err(), KeychainError::NotFound);
    keychain.store("a", secret(3_000)).await.unwrap();
    assert_eq!(keychain.clone().read("a").await.unwrap(), secret(3_000));
    keychain.delete("a").await.unwrap();
    keychain.delete("a").await.unwrap();
    assert_eq!(keychain.read("a").await.unwrap_err(), KeychainError::NotFound);
}

proptest! {
    #[test]
    fn every_secret_comes_back(first in prop::collection::vec(any::<u8>(), 0..6_000), second in prop::collection::vec(any::<u8>(), 0..6_000)) {
        let map = Map::default();
        for value in [first, second] {
            chunks::store(&map, "a", &Secret::new(value.clone())).unwrap();
            prop_assert_eq!(chunks::read(&map, "a").unwrap(), Secret::new(value));
        }
        chunks::delete(&map, "a").unwrap();
        prop_assert!(map.entries.lock().unwrap().is_empty());
    }

    #[test]
    fn no_entry_can_make_the_reader_panic(index in prop::collection::vec(any::<u8>(), 0..200)) {
        let map = Map::default();
        let mut value = b"\0todoita-parts-1 ".to_vec();
        value.extend_from_slice(&index);
        map.entries.lock().unwrap().insert("a".into(), value);
        let _ = chunks::read(&map, "a");
    }
}
