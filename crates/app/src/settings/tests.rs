use contract::Language;

use super::{Folders, Settings, language};

fn with(text: &str) -> Settings {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("clients.toml"), text).unwrap();
    Settings::read_from(Folders { config: folder.path().into(), data: folder.path().into() })
}

#[test]
fn an_organisations_own_registration_is_taken() {
    let settings =
        with("[google]\nclient_id = \"a\"\nclient_secret = \"planted\"\n[microsoft]\nclient_id = \"b\"\n");
    let clients = settings.clients();
    assert_eq!((clients.google.as_deref(), clients.microsoft.as_deref()), (Some("a"), Some("b")));
    assert!(!format!("{settings:?}").contains("planted"));
}

#[test]
fn a_faulty_file_is_told_with_its_line_and_without_its_secrets() {
    let settings = with("[google]\nclient_id = \"a\"\nclient_secret = planted\n");
    let fault = settings.fault.unwrap();
    assert!(fault.ends_with("line 3"), "{fault}");
    assert!(!fault.contains("planted"));
    assert!(with("[gogle]\nclient_id = \"a\"\n").fault.is_some());
}

#[test]
fn the_first_language_is_the_systems() {
    for (tag, wanted) in [
        (Some("ja-JP"), Language::Ja),
        (Some("JA"), Language::Ja),
        (Some("de"), Language::En),
        (None, Language::En),
    ] {
        assert_eq!(language(tag), wanted);
    }
}
