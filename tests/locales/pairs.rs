//! Both languages say the same things.

use super::ftl::{Texts, read};

#[test]
fn both_languages_have_the_same_ids() {
    let (ja, en) = (read("ja"), read("en"));
    let only = |these: &Texts, those: &Texts| -> Vec<String> {
        these.keys().filter(|id| !those.contains_key(*id)).cloned().collect()
    };
    assert_eq!((only(&ja, &en), only(&en, &ja)), (Vec::new(), Vec::new()), "only Japanese, only English");
    assert!(ja.len() > 200, "the texts were read: {}", ja.len());
}

#[test]
fn a_text_has_the_same_variables_and_the_same_file_in_both_languages() {
    let (ja, en) = (read("ja"), read("en"));
    for (id, said) in &ja {
        let Some(other) = en.get(id) else { continue };
        assert_eq!(said.variables(), other.variables(), "{id}");
        assert_eq!(said.file, other.file, "{id}");
    }
}
