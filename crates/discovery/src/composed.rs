//! The forms in which Unicode writes the same text (UAX #15), by the tables that names of domains need in any case: a
//! second set of tables would weigh a tenth of a megabyte.

use std::borrow::Cow;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Compatibility composition: wide, narrow, circled and other forms of a letter as the letter itself.
pub(crate) fn nfkc(text: &str) -> Cow<'_, str> {
    const { ComposingNormalizerBorrowed::new_nfkc() }.normalize(text)
}

/// A letter and its marks as one, where Unicode has it so.
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    const { ComposingNormalizerBorrowed::new_nfc() }.normalize(text)
}

/// Marks apart from their letters.
pub(crate) fn nfd(text: &str) -> Cow<'_, str> {
    const { DecomposingNormalizerBorrowed::new_nfd() }.normalize(text)
}

#[cfg(test)]
mod tests {
    use super::{nfc, nfd, nfkc};

    #[test]
    fn the_three_forms() {
        assert_eq!(nfkc("Ａ１①ﾊﾟ㈱"), "A11パ(株)");
        assert_eq!(nfc("か\u{3099}e\u{301}Ａ"), "が\u{e9}Ａ");
        assert_eq!(nfd("が\u{e9}Ａ"), "か\u{3099}e\u{301}Ａ");
    }
}
