//! Texts that are meant to harm.

use contract::Stage;
use proptest::prelude::*;

use super::name;
use crate::{Context, Situation, Words, diagnose, said};

fn shown(raw: &[u8]) -> String {
    said(&Words::read(raw)).text
}

#[test]
fn nothing_invisible_and_no_terminal_sequence_is_left() {
    let cases = [
        ("535 \u{1b}[2J\u{1b}[1;31mred\u{1b}[0m alert", "red alert"),
        ("535 \u{1b}]0;new title\u{7}text", "text"),
        ("535 \u{1b}]8;;https://evil.example\u{1b}\\link\u{1b}]8;;\u{1b}\\ end", "link end"),
        ("535 \u{9b}31mred", "red"),
        ("535 \u{202e}gpj.exe\u{202c} \u{2066}x\u{2069}", "gpj.exe x"),
        ("535 pass\u{200b}word\u{feff}\u{ad}s", "passwords"),
        ("535 a\u{0}b\u{8}c\u{7f}d\u{85}e", "abcd e"),
        ("535 one\r\ntwo\u{2028}three\tfour   five", "one two three four five"),
        ("535 tag\u{e0041}\u{e0042}ged", "tagged"),
        ("535 <script>alert(1)</script> <b>bold</b>", "<script>alert(1)</script> <b>bold</b>"),
        ("535 パスワードがちがいます。", "パスワードがちがいます。"),
    ];
    for (raw, expected) in cases {
        assert_eq!(shown(raw.as_bytes()), expected, "{raw:?}");
    }
}

#[test]
fn long_texts_are_cut_at_300_characters() {
    let text = shown("535 あいうえお".repeat(200_000).as_bytes());
    assert_eq!(text.chars().count(), 300);
    assert!(text.ends_with('…'));
    assert_eq!(shown("a".repeat(300).as_bytes()).chars().count(), 300);
    assert!(!shown("a".repeat(300).as_bytes()).ends_with('…'));
}

#[test]
fn hidden_letters_do_not_hide_a_phrase_and_cannot_forge_a_state() {
    let raw = "535 5.7.139 basic\u{200b} authentication is\u{1b}[0m disabled";
    assert_eq!(name("microsoft365", "password", "sign-in", raw).state, "S7");
    let words = Words::read("535 5.7.8 \u{202e}\u{1b}[31mno".as_bytes());
    let situation =
        Situation { context: Context::default(), stage: Stage::SignIn, point: None, words: &words };
    assert_eq!(diagnose(&situation).state, "S10");
}

#[test]
fn bytes_that_are_no_utf_8_are_read_all_the_same() {
    let words = Words::read(b"535 5.7.8 Anmeldung ung\xfcltig");
    assert_eq!(
        (words.code, words.enhanced.map(|code| code.to_string())),
        (Some(535), Some("5.7.8".to_owned()))
    );
    assert_eq!(said(&words).text, "Anmeldung ung\u{fffd}ltig");
}

proptest! {
    #[test]
    fn whatever_comes_is_named_and_harmless(raw in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let words = Words::read(&raw);
        for stage in [Stage::Connect, Stage::SignIn, Stage::Sender, Stage::HandOver] {
            let problem = diagnose(&Situation { context: Context::default(), stage, point: None, words: &words });
            prop_assert!(!problem.remedies.is_empty());
            let text = problem.said.map(|said| said.text).unwrap_or_default();
            prop_assert!(text.chars().count() <= 300);
            prop_assert!(!text.chars().any(char::is_control));
        }
    }

    #[test]
    fn any_text_stays_on_one_line(text in "\\PC*|[\\x00-\\x1f\\x7f-\\x9f\u{200b}-\u{202e}a-z ]*") {
        let shown = said(&Words { text, ..Words::default() }).text;
        let is_harmful = |letter: char| {
            letter.is_control()
                || ('\u{200b}'..='\u{200f}').contains(&letter)
                || ('\u{202a}'..='\u{202e}').contains(&letter)
        };
        let harmful = shown.chars().any(is_harmful);
        prop_assert!(!harmful);
    }
}
