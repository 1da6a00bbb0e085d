//! The corpus of the fuzz targets, replayed: every file keeps every promise, and so does every beginning of it.

use std::fs;
use std::path::PathBuf;

use crate::fuzzing;

type Entry = fn(&[u8]) -> Result<(), &'static str>;

fn replay(target: &str, entry: Entry) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target);
    let mut files = 0;
    for file in fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.len() <= 64 * 1024, "{} is not small", path.display());
        assert_eq!(entry(&bytes), Ok(()), "{}", path.display());
        for cut in (0..bytes.len()).step_by(1 + bytes.len() / 64) {
            assert_eq!(entry(&bytes[..cut]), Ok(()), "{} cut at {cut}", path.display());
            let mut changed = bytes.clone();
            changed[cut] ^= 0x20;
            assert_eq!(entry(&changed), Ok(()), "{} changed at {cut}", path.display());
        }
        files += 1;
    }
    assert!(files >= 30, "{files} in {target}");
}

#[test]
fn autoconfig_files_keep_every_promise() {
    replay("autoconfig", fuzzing::autoconfig);
}

#[test]
fn orders_of_records_keep_every_promise() {
    replay("choose", fuzzing::choose);
}

#[test]
fn addresses_keep_every_promise() {
    replay("address", fuzzing::address);
}
