//! Which organisation a name belongs to, by the Public Suffix List (publicsuffix.org, the ICANN and the private part).
//!
//! Lives here: the list (`data/public_suffix_list.dat`, as it is published; Mozilla Public License 2.0) and the look-up.
//! Does not live here: what follows from two names belonging together (crates `discovery`, `diagnosis`).

use std::io::Read as _;
use std::sync::LazyLock;

use flate2::read::DeflateDecoder;

/// Every rule on a line of its own, sorted by bytes. A rule for all names under another ends in `*`, an exception in `!`.
/// Unpacked when the first name is asked about, which takes about a millisecond. What the build script packed unpacks.
static RULES: LazyLock<String> = LazyLock::new(|| {
    let packed: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.z"));
    let mut rules = String::new();
    DeflateDecoder::new(packed).read_to_string(&mut rules).map(|_| rules).unwrap_or_default()
});

/// The registrable domain: `mx1.example.co.jp` gives `example.co.jp`. `None` for a public suffix itself, and for what
/// is no name of at least two labels. Names are lower case, A-labels. Where no rule fits, the last label is the suffix.
pub fn base(name: &str) -> Option<&str> {
    if name.starts_with('.') || name.ends_with('.') || name.contains("..") {
        return None;
    }
    let mut suffix = name.rfind('.').map(|dot| dot + 1)?;
    // From the whole name to its last label: the longest rule wins, and an exception wins over all.
    let starts = std::iter::once(0).chain(name.match_indices('.').map(|(dot, _)| dot + 1));
    for start in starts {
        let rest = name.get(start..)?;
        if has(rest, "!") {
            suffix = start + rest.find('.').map(|dot| dot + 1)?;
            break;
        }
        let under = rest.split_once('.').is_some_and(|(_, parent)| has(parent, "*"));
        if under || has(rest, "") {
            suffix = start;
            break;
        }
    }
    let before = name.get(..suffix.checked_sub(1)?)?;
    let start = before.rfind('.').map_or(0, |dot| dot + 1);
    name.get(start..)
}

/// Whether a rule stands in the list, by binary search over its lines.
fn has(name: &str, mark: &str) -> bool {
    let rules = RULES.as_str();
    let wanted = name.bytes().chain(mark.bytes());
    let (mut low, mut high) = (1, rules.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let begin = rules.get(..middle).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        let Some(rest) = rules.get(begin..) else { return false };
        let line = rest.split('\n').next().unwrap_or_default();
        match line.bytes().cmp(wanted.clone()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = begin + line.len() + 1,
            std::cmp::Ordering::Greater => high = begin,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{RULES, base, has};

    #[test]
    fn every_rule_is_found_and_nothing_else() {
        for rule in RULES.lines().filter(|rule| !rule.is_empty()) {
            let name = rule.trim_end_matches(['*', '!']);
            assert!(has(name, &rule[name.len()..]), "{rule}");
        }
        for name in ["", "zzzzzz", "a", "co.jpx", "o.jp"] {
            assert!(!has(name, ""), "{name}");
        }
    }

    #[test]
    fn names_and_their_organisations() {
        for (name, wanted) in [
            ("mx1.example.co.jp", Some("example.co.jp")),
            ("example.co.jp", Some("example.co.jp")),
            ("co.jp", None),
            ("jp", None),
            ("www.city.kobe.jp", Some("city.kobe.jp")),
            ("a.b.kobe.jp", Some("a.b.kobe.jp")),
            ("b.kobe.jp", None),
            ("aspmx.l.google.com", Some("google.com")),
            ("sv1.hosting.example", Some("hosting.example")),
            ("alice.github.io", Some("alice.github.io")),
            ("a.alice.github.io", Some("alice.github.io")),
            ("www.ck", Some("www.ck")),
            ("a.b.ck", Some("a.b.ck")),
            ("xn--85x722f.com.cn", Some("xn--85x722f.com.cn")),
            ("localhost", None),
            ("", None),
            (".com", None),
            ("a..com", None),
            ("example.com.", None),
        ] {
            assert_eq!(base(name), wanted, "{name}");
        }
    }

    proptest! {
        #[test]
        fn no_name_makes_it_panic(name in "[a-z.\\-*!é\n]{0,40}") {
            if let Some(base) = base(&name) {
                prop_assert!(name.ends_with(base) && base.contains('.'));
            }
        }
    }
}
