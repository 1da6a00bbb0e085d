//! Help, and what is said when it is called wrongly.

use super::{call, call_in};

#[test]
fn help_and_version_are_said_in_both_languages() {
    let english = call(&["--help"]);
    assert_eq!((english.code, english.err.as_str()), (0, ""));
    for word in
        ["todoita detect ADDRESS", "todoita accounts", "todoita test", "todoita remove", "--json", "--lang"]
    {
        assert!(english.out.contains(word), "{word}");
    }
    let japanese = call(&["--help", "--lang", "ja"]);
    assert!(japanese.out.contains("終了コード") && japanese.out.contains("todoita detect ADDRESS"));
    assert_eq!(call(&["--version"]).out, format!("todoita {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_wrong_call_ends_with_two_and_says_nothing_on_the_standard_output() {
    for arguments in [
        [].as_slice(),
        &["detect"],
        &["detect", "--json"],
        &["check"],
        &["check", "example.jp", "--relay", "nobody"],
        &["detect", "taro@gmail.com", "--relay", "mailjet"],
        &["nonsense"],
        &["accounts", "all"],
        &["test", "nobody@example.jp"],
        &["test", "nobody@example.jp", "--json"],
        &["remove", "nobody@example.jp"],
        &["detect", "taro@gmail.com", "--lang", "de"],
        &["detect", "taro@gmail.com", "--verbose"],
    ] {
        let ended = call(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ended.err.contains("todoita --help"), "{arguments:?}: {}", ended.err);
    }
}

#[test]
fn a_secret_on_the_command_line_is_refused_and_not_repeated() {
    let secret = "Himitsu-wo-kakusu-7";
    let attached = format!("--password={secret}");
    for arguments in [
        ["test", "taro@gmail.com", "--password", secret].as_slice(),
        &["test", "taro@gmail.com", attached.as_str()],
        &["test", "taro@gmail.com", "--app-password", secret],
        &["test", "taro@gmail.com", "--token", secret],
        &["test", "taro@gmail.com", "-p", secret],
        &["test", "taro@gmail.com", secret],
        &["test", secret],
        &[secret],
    ] {
        for language in ["ja", "en"] {
            let call_in_language = [&["--lang", language], arguments].concat();
            let ended = call(&call_in_language);
            assert_eq!(ended.code, 2, "{arguments:?}");
            assert!(!ended.err.contains(secret) && !ended.out.contains(secret), "{arguments:?}");
        }
    }
    assert!(call(&["test", "x", "--token", secret]).err.contains("others can read it"));
}

#[test]
#[cfg_attr(windows, ignore = "the folders of a person there are not chosen by variables")]
fn a_faulty_clients_file_is_told_without_what_is_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("todoita");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("clients.toml"), "[google]\nclient_id = \"a\"\nclient_secret = planted\n")
        .unwrap();
    let ended = call_in(folder.path(), &["detect", "taro@gmail.com"]);
    assert_eq!(ended.code, 0);
    assert!(ended.err.contains("clients.toml: line 3"), "{}", ended.err);
    assert!(!ended.err.contains("planted"));
}
