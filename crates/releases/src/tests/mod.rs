//! Files that were signed with a key made for this alone, and what is done to them on the way.

use proptest::prelude::*;

use crate::{Feed, Refused, Told, judge};

const URL: &str = "https://releases.example/latest.json";

macro_rules! kept {
    ($name:literal) => {
        include_bytes!(concat!("files/", $name)).as_slice()
    };
}

fn feed() -> Feed<'static> {
    Feed { url: URL, key: include_str!("files/release.pub") }
}

fn told(manifest: &[u8], signature: &[u8]) -> Result<Told, Refused> {
    judge(feed(), "0.1.0", manifest, signature)
}

#[test]
fn a_newer_release_is_told_with_its_page() {
    let newer = Told::Newer {
        version: "0.2.0".to_owned(),
        page: "https://releases.example/todoita/v0.2.0".to_owned(),
    };
    assert_eq!(told(kept!("newer.json"), kept!("newer.minisig")), Ok(newer));
    assert_eq!(told(kept!("same.json"), kept!("same.minisig")), Ok(Told::Newest));
}

#[test]
fn what_was_changed_or_signed_by_another_is_refused() {
    let changed = String::from_utf8_lossy(kept!("newer.json")).replace("0.2.0", "0.3.0").into_bytes();
    assert_eq!(told(&changed, kept!("newer.minisig")), Err(Refused::SignatureMisfits));
    assert_eq!(told(kept!("newer.json"), kept!("same.minisig")), Err(Refused::SignatureMisfits));
    assert_eq!(told(kept!("newer.json"), kept!("newer.by-another.minisig")), Err(Refused::SignatureMisfits));
    let comment =
        String::from_utf8_lossy(kept!("newer.minisig")).replace("todoita release", "todoita release 9");
    assert_eq!(told(kept!("newer.json"), comment.as_bytes()), Err(Refused::SignatureMisfits));
}

#[test]
fn what_is_not_signed_is_refused() {
    for signature in [&b""[..], b"untrusted comment: x\nabc", b"<html>404</html>", &[0xff, 0xfe]] {
        assert_eq!(told(kept!("newer.json"), signature), Err(Refused::Unsigned));
    }
}

#[test]
fn what_is_older_is_refused_although_it_is_signed() {
    assert_eq!(told(kept!("older.json"), kept!("older.minisig")), Err(Refused::Older));
    let newer = judge(feed(), "1.0.0", kept!("newer.json"), kept!("newer.minisig"));
    assert_eq!(newer, Err(Refused::Older), "an old file that is shown again");
}

#[test]
fn what_is_signed_and_leads_elsewhere_or_is_no_release_is_refused() {
    for (manifest, signature) in [
        (kept!("elsewhere.json"), kept!("elsewhere.minisig")),
        (kept!("plain.json"), kept!("plain.minisig")),
        (kept!("odd.json"), kept!("odd.minisig")),
        (kept!("broken.json"), kept!("broken.minisig")),
    ] {
        assert_eq!(told(manifest, signature), Err(Refused::Malformed));
    }
}

#[test]
fn what_is_too_large_is_refused_before_it_is_looked_at() {
    assert_eq!(told(&vec![b' '; 70_000], kept!("newer.minisig")), Err(Refused::Malformed));
}

#[test]
fn an_ordinary_build_asks_nobody() {
    if option_env!("TODOITA_RELEASE_FEED").is_none() {
        assert_eq!(crate::built_in(), None);
    }
}

proptest! {
    /// No change of a single byte is believed, in the file or in its signature's second line.
    #[test]
    fn one_byte_is_enough(at in 0usize..60, bit in 0u8..8) {
        let mut manifest = kept!("newer.json").to_vec();
        let at = at % manifest.len();
        manifest[at] ^= 1 << bit;
        prop_assert_eq!(told(&manifest, kept!("newer.minisig")), Err(Refused::SignatureMisfits));
    }

    /// Whatever comes is judged, and only what was signed is believed.
    #[test]
    fn noise_is_refused(manifest in proptest::collection::vec(any::<u8>(), 0..200), signature in "[ -~\n]{0,200}") {
        prop_assert!(told(&manifest, signature.as_bytes()).is_err());
    }
}
