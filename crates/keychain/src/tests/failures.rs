//! A failure that is told: what is left in the keychain.

use super::*;

fn left(map: &Map) -> Vec<String> {
    map.entries.lock().unwrap().keys().cloned().collect()
}

#[test]
fn no_part_of_a_secret_that_could_not_be_stored_stays() {
    for stop in 0..4 {
        for old in [None, Some(10), Some(6_000)] {
            let map = Map::default();
            if let Some(old) = old {
                chunks::store(&map, "a", &secret(old)).unwrap();
            }
            let before = left(&map);
            *map.writes_left.lock().unwrap() = Some(stop);
            let stored = chunks::store(&map, "a", &Secret::new(vec![b'z'; 7_000]));
            assert_eq!(stored.unwrap_err(), KeychainError::Locked);
            assert_eq!(left(&map), before, "stopped after {stop} writes over {old:?}");
        }
    }
}

#[test]
fn an_index_that_was_written_by_a_failed_write_is_taken_back() {
    for old in [None, Some(10), Some(6_000)] {
        let map = Map { silently: true, ..Map::default() };
        if let Some(old) = old {
            chunks::store(&map, "a", &secret(old)).unwrap();
        }
        let before = map.entries.lock().unwrap().clone();
        *map.writes_left.lock().unwrap() = Some(3);
        let stored = chunks::store(&map, "a", &Secret::new(vec![b'z'; 7_000]));
        assert_eq!(stored.unwrap_err(), KeychainError::Locked);
        assert_eq!(*map.entries.lock().unwrap(), before, "over {old:?}");
    }
}

#[test]
fn a_secret_is_deleted_when_all_of_its_parts_are() {
    let map = Map::default();
    chunks::store(&map, "a", &secret(7_000)).unwrap();
    *map.clings.lock().unwrap() = Some(".1");
    assert_eq!(chunks::delete(&map, "a").unwrap_err(), KeychainError::Refused);
    assert!(map.entries.lock().unwrap().contains_key("a"), "the index still says what is left");
    *map.clings.lock().unwrap() = None;
    chunks::delete(&map, "a").unwrap();
    assert_eq!(left(&map), [""; 0], "parts that were gone already are no failure");
}
