use contract::{Language, Login, Security};
use oauth::{Cloud, Provider};
use wizard::{Policy, RelayUser};

use super::{Folders, OwnKeys, Settings, entry, language};

fn with(text: &str) -> Settings {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("clients.toml"), text).unwrap();
    Settings::read_from(Folders { config: folder.path().into(), data: folder.path().into() }, &[])
}

#[test]
fn an_organisations_own_registration_is_taken() {
    let settings =
        with("[google]\nclient_id = \"a\"\nclient_secret = \"planted\"\n[microsoft]\nclient_id = \"b\"\n");
    let clients = settings.clients();
    assert_eq!((clients.id("google"), clients.id("microsoft")), (Some("a"), Some("b")));
    assert!(!format!("{settings:?}").contains("planted"));
}

#[test]
fn a_variable_that_was_empty_when_it_was_built_says_nothing() {
    assert!(entry(None, None).is_none() && entry(Some(""), Some("secret")).is_none());
    assert_eq!(entry(Some("id"), Some("")).unwrap().client_secret, None);
    assert_eq!(entry(Some("id"), Some("s")).unwrap().client_secret.as_deref(), Some("s"));
}

#[test]
fn a_faulty_file_is_told_with_its_line_and_without_its_secrets() {
    let settings = with("[google]\nclient_id = \"a\"\nclient_secret = planted\n");
    let (file, line) = settings.policy.fault.unwrap();
    assert!(file.ends_with("clients.toml") && line == 3, "{file} {line}");
    assert!(with("[gogle]\nclient_id = \"a\"\n").policy.fault.is_some());
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

fn under(preset: &str) -> Settings {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    put("todoita.toml", preset);
    put("clients.toml", "[google]\nclient_id = \"of-the-person\"\n[microsoft]\nclient_id = \"m\"\n");
    put("keys.json", r#"{"google":"made.apps.googleusercontent.com","older":{"google":["older"]}}"#);
    let elsewhere = folder.path().join("not-there");
    let folders = Folders { config: folder.path().into(), data: folder.path().into() };
    Settings::read_from(folders, &[elsewhere, folder.path().into()])
}

#[test]
fn what_the_organisation_decided_comes_before_all_else() {
    let settings = under(
        r#"
        allow = ["browser", "app-password", "relay"]
        [google]
        client_id = "of-the-organisation"
        [microsoft]
        client_id = "6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f"
        tenant = "00000000-1111-4222-8333-0a0b0c0d0e0f"
        [help]
        text_en = "Call 1234"
        address = "help@corp.example"
        "#,
    );
    assert_eq!(settings.policy.fault, None);
    let clients = settings.clients();
    assert_eq!(clients.id("google"), Some("of-the-organisation"));
    assert!(!clients.is_own("google"));
    let microsoft = settings.registered.of(Provider::Microsoft(Cloud::World)).unwrap();
    assert_eq!(microsoft.door.name(), "00000000-1111-4222-8333-0a0b0c0d0e0f");
    let policy = settings.policy;
    assert!(
        policy.allows(Login::OAuth)
            && policy.allows(Login::RelayKey)
            && !policy.allows(Login::Password)
            && policy.own_keys
    );
    let help = policy.help.unwrap();
    assert_eq!((help.text.ja.as_str(), help.address.as_str()), ("Call 1234", "help@corp.example"));
}

#[test]
fn a_registration_belongs_to_its_cloud() {
    let id = "6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f";
    for (name, cloud) in [("us-government", Cloud::UsGovernment), ("china", Cloud::China)] {
        let settings = under(&format!("[microsoft]\nclient_id = \"{id}\"\ncloud = \"{name}\""));
        let of = |cloud| settings.registered.of(Provider::Microsoft(cloud)).map(|client| client.id.as_str());
        assert_eq!((of(cloud), of(Cloud::World)), (Some(id), Some("m")), "{name}");
        let clients = settings.clients();
        let there = Provider::Microsoft(cloud).name();
        assert_eq!((clients.id(there), clients.id("microsoft")), (Some(id), Some("m")));
    }
}

#[test]
fn without_decisions_everything_is_as_it_was() {
    let settings = under("");
    assert_eq!(settings.policy, Policy::default());
    assert!(settings.clients().is_own("google"));
    assert_eq!(settings.own.older["google"], ["older"]);
    let without = under("own_keys = false");
    assert!(!without.clients().is_own("google") && without.own == OwnKeys::default());
}

#[test]
fn a_faulty_decision_is_told_with_its_line_and_none_of_it_is_used() {
    for (text, line) in [
        ("alow = []", 1),
        ("allow = [\"browser\",\n\"telephone\"]", 2),
        ("\n[microsoft]\nclient_id = \"corp\"", 3),
        ("[help]\naddress = \"a b@c\"", 2),
        ("[help]\naddress = \"a@b?bcc=c@d\"", 2),
        ("own_keys = \"no\"", 1),
        ("[relay]\nservice = \"nobody\"", 1),
        ("[relay]\nservice = \"mailjet\"\nhost = \"a.example\"", 1),
        ("[relay]\nservice = \"amazon-ses\"\nplace = \"mars\"", 1),
        ("[relay]\nhost = \"-a.example\"", 1),
        ("[relay]\nhost = \"a.example\"\nport = 70000", 3),
        ("[google]\nclient_id = \"a\"\nclient_id = \"b\"", 3),
        ("[microsoft]\nclient_id = \"6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f\"\ncloud = \"moon\"", 3),
    ] {
        let settings = under(text);
        let (file, told) = settings.policy.fault.clone().unwrap_or_else(|| panic!("{text}"));
        assert!(file.ends_with("todoita.toml") && told == line, "{text}: {file} {told}");
        assert_eq!(Policy { fault: None, ..settings.policy }, Policy::default());
    }
    let (file, _) = under(&"#".repeat(70_000)).policy.fault.unwrap();
    assert!(file.ends_with("todoita.toml"));
}

#[test]
fn the_organisations_sending_service_leaves_nothing_to_choose() {
    let relay = |text: &str| under(text).policy.relay.unwrap_or_else(|| panic!("{text}"));
    let ses = relay("[relay]\nservice = \"amazon-ses\"\nplace = \"ap-northeast-1\"");
    assert_eq!((ses.host.as_str(), ses.place), ("email-smtp.ap-northeast-1.amazonaws.com", None));
    assert!(relay("[relay]\nservice = \"amazon-ses\"").place.is_some(), "what is not decided is asked");
    let own = relay(
        "[relay]\nname = \"Relay\"\nhost = \"Relay.corp.example\"\nsecurity = \"tls\"\nuser_name = \"scanner\"",
    );
    assert_eq!(
        (own.host.as_str(), own.doors.as_slice()),
        ("relay.corp.example", &[(465, Security::Tls)][..])
    );
    assert_eq!(own.user_name, RelayUser::Fixed("scanner".into()));
    assert_eq!(relay("[relay]\nhost = \"relay.corp.example\"").user_name, RelayUser::Sender);
}

#[test]
fn the_example_in_the_documentation_is_good() {
    let page = include_str!("../../../../docs/presets.md");
    let example = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let settings = under(example);
    assert_eq!(settings.policy.fault, None);
    assert!(settings.policy.help.is_some() && !settings.policy.own_keys);
    let has = |provider| settings.registered.of(provider).is_some();
    assert!(has(Provider::Google) && has(Provider::Microsoft(Cloud::World)));
}
