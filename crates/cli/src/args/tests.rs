use contract::Language;

use super::{Verb, Wanted, read};

fn line(words: &[&str]) -> Result<Wanted, String> {
    let arguments = std::iter::once("todoita").chain(words.iter().copied()).map(Into::into);
    read(arguments).map_err(|misuse| format!("{} {:?}", misuse.what.id, misuse.what.args))
}

fn complaint(words: &[&str]) -> String {
    line(words).expect_err("a complaint")
}

#[test]
fn options_may_stand_anywhere() {
    let wanted = Wanted {
        verb: Verb::Detect { address: "taro@gmail.com".into(), explain: true },
        json: true,
        language: Some(Language::Ja),
    };
    for words in [
        ["detect", "taro@gmail.com", "--json", "--explain", "--lang=ja"].as_slice(),
        &["--lang", "ja", "--explain", "detect", "--json", "taro@gmail.com"],
    ] {
        assert_eq!(line(words).unwrap(), wanted);
    }
    assert_eq!(line(&["accounts"]).unwrap().verb, Verb::Accounts);
    assert_eq!(line(&["test", "a@b.jp"]).unwrap().verb, Verb::Test { account: "a@b.jp".into() });
    assert_eq!(line(&["remove", "--", "-a@b.jp"]).unwrap().verb, Verb::Remove { account: "-a@b.jp".into() });
}

#[test]
fn help_and_version_come_before_all_else() {
    assert_eq!(line(&["detect", "--help"]).unwrap().verb, Verb::Help);
    assert_eq!(line(&["-h"]).unwrap().verb, Verb::Help);
    assert_eq!(line(&["nonsense", "-V"]).unwrap().verb, Verb::Version);
}

#[test]
fn what_is_missing_or_too_much_is_said() {
    for (words, id) in [
        ([].as_slice(), "cli-misuse-no-command"),
        (&["detect"], "cli-misuse-address-missing"),
        (&["test"], "cli-misuse-account-missing"),
        (&["remove", "--json"], "cli-misuse-account-missing"),
        (&["accounts", "x"], "cli-misuse-too-many"),
        (&["test", "x", "y"], "cli-misuse-too-many"),
        (&["send", "x"], "cli-misuse-command"),
        (&["test", "x", "--explain"], "cli-misuse-option"),
        (&["detect", "x", "--lang", "de"], "cli-misuse-language"),
        (&["detect", "x", "--lang"], "cli-misuse-language"),
        (&["detect", "x", "--json=yes"], "cli-misuse-value"),
        (&["detect", "x", "--verbose"], "cli-misuse-option"),
    ] {
        let said = complaint(words);
        assert!(said.starts_with(id), "{words:?}: {said}");
    }
}

#[test]
fn a_secret_is_refused_and_never_repeated() {
    for words in [
        ["test", "x", "--password=hunter2hunter2"].as_slice(),
        &["test", "x", "--app-password", "hunter2hunter2"],
        &["test", "x", "--access-token=hunter2hunter2"],
        &["test", "x", "--client-secret", "hunter2hunter2"],
        &["test", "x", "-phunter2hunter2"],
        &["test", "x", "--PASS=hunter2hunter2"],
    ] {
        let said = complaint(words);
        assert!(said.starts_with("cli-misuse-secret"), "{words:?}: {said}");
        assert!(!said.contains("hunter2"), "{said}");
    }
    for words in [
        ["test", "x", "hunter2hunter2"].as_slice(),
        &["hunter2hunter2"],
        &["detect", "x", "--json=hunter2hunter2"],
        &["detect", "x", "--lang=hunter2hunter2"],
        &["detect", "x", "--verbose=hunter2hunter2"],
    ] {
        let said = complaint(words);
        assert!(!said.contains("hunter2"), "{words:?}: {said}");
    }
}
