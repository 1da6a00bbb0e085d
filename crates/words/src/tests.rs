use contract::{Language, Text};

use super::{CLI, FluentResource, LONG, MESSAGE, SHORT, Words, unpacked};

#[test]
fn every_file_is_sound() {
    let page = [SHORT, LONG].map(|packed| packed.map(unpacked));
    assert!(page.iter().flatten().all(|file| file.len() > 5_000));
    let page: Vec<&str> = page.iter().flatten().map(String::as_str).collect();
    for file in MESSAGE.iter().chain(page.iter()).chain(CLI.iter()) {
        if let Err((_, faults)) = FluentResource::try_new((*file).to_owned()) {
            panic!("{faults:?} in {}", &file[..80.min(file.len())]);
        }
    }
}

#[test]
fn a_text_is_said_with_its_values_and_nothing_invisible() {
    let text = Text::new("problem-host-not-found-reason").with("host", "smtp.example.jp");
    let said = Words::new(Language::En).say(&text);
    assert!(said.contains("smtp.example.jp"), "{said}");
    assert!(!said.contains('\u{2068}') && !said.contains('\u{2069}'));
    assert!(Words::new(Language::Ja).say(&text).contains("見つかりませんでした"));
}

#[test]
fn a_missing_id_is_shown_as_it_is() {
    assert_eq!(Words::new(Language::Ja).say(&Text::new("no-such-text")), "no-such-text");
}

#[test]
fn what_is_inside_is_listed_with_its_licence() {
    let parts = crate::parts();
    assert!(parts.len() > 100, "{}", parts.len());
    assert!(parts.iter().all(|part| part.ends_with(')') && part.contains(" (")), "{parts:?}");
}

/// Sentences choose by a value, in both languages.
#[test]
fn a_sentence_chooses_by_a_value() {
    let silent = |sent: &str| {
        let text =
            Text::new("problem-server-silent-reason").with("host", "mail.example.jp").with("sent", sent);
        Words::new(Language::Ja).say(&text)
    };
    assert!(silent("maybe").contains("送られたかもしれません"), "{}", silent("maybe"));
    assert!(!silent("no").contains("送られたかもしれません"));
    let panel = Text::new("own-key-microsoft-register-1").with("place", "microsoft-china");
    assert!(Words::new(Language::Ja).say(&panel).contains("21Vianet"));
}
