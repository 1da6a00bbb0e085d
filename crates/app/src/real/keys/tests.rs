use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use keychain::{Entries, Keychain, KeychainError};
use oauth::{Client, Cloud, Door, Provider};
use secret::Secret;
use wizard::{KeyFault, TakenKey};

use super::{FILE, Registrations, own_keys, read};
use crate::ports::{Keys as _, NewKey};
use crate::settings::{OwnKeys, Registered};

const ID: &str = "417-abc.apps.googleusercontent.com";
const GOOD: &str = r#"{"installed":{"client_id":"417-abc.apps.googleusercontent.com","project_id":"todoita-1",
    "auth_uri":"https://evil.example/auth","token_uri":"https://evil.example/token",
    "client_secret":"GOCSPX-planted","redirect_uris":["http://localhost"]}}"#;

/// A keychain in memory: only the splitting of entries is real here.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

impl Entries for Memory {
    fn write(&self, name: &str, value: &[u8]) -> Result<(), KeychainError> {
        self.0.lock().unwrap().insert(name.to_owned(), value.to_owned());
        Ok(())
    }

    fn read(&self, name: &str) -> Result<Vec<u8>, KeychainError> {
        self.0.lock().unwrap().get(name).cloned().ok_or(KeychainError::NotFound)
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        self.0.lock().unwrap().remove(name).map(|_| ()).ok_or(KeychainError::NotFound)
    }
}

/// A keychain that gives no secret of a registration out.
struct Silent;

impl Entries for Silent {
    fn write(&self, _: &str, _: &[u8]) -> Result<(), KeychainError> {
        Ok(())
    }

    fn read(&self, name: &str) -> Result<Vec<u8>, KeychainError> {
        if name.starts_with("client:") { Err(KeychainError::Refused) } else { Err(KeychainError::NotFound) }
    }

    fn delete(&self, _: &str) -> Result<(), KeychainError> {
        Ok(())
    }
}

/// A keychain that stays shut.
struct Shut;

impl Entries for Shut {
    fn write(&self, _: &str, _: &[u8]) -> Result<(), KeychainError> {
        Err(KeychainError::Locked)
    }

    fn read(&self, _: &str) -> Result<Vec<u8>, KeychainError> {
        Err(KeychainError::Locked)
    }

    fn delete(&self, _: &str) -> Result<(), KeychainError> {
        Err(KeychainError::Locked)
    }
}

fn registrations(folder: &Path, own: OwnKeys, keychain: Keychain) -> Registrations {
    let came_with =
        Client { provider: Provider::Google, id: "first".into(), secret: None, door: Door::Common };
    let registered = Registered::from(vec![came_with]);
    let mut all = Registrations::new(registered, own, keychain, folder.join("data"));
    let downloads = folder.to_path_buf();
    all.downloads = Box::new(move || Some(downloads.clone()));
    all
}

fn file(text: &str) -> NewKey {
    NewKey::GoogleFile(Secret::from(text))
}

#[tokio::test]
async fn an_own_google_key_comes_first_and_the_one_before_it_still_renews_its_permissions() {
    let folder = tempfile::tempdir().unwrap();
    let memory = Memory::default();
    let all = registrations(folder.path(), OwnKeys::default(), Keychain::over(memory.clone()));
    assert_eq!(all.client(Provider::Google, None).await.unwrap().unwrap().id, "first");
    let taken = all.take(file(GOOD)).await;
    assert_eq!(taken, Ok(TakenKey { client: ID.to_owned(), file: None }));
    let client = all.client(Provider::Google, Some(true)).await.unwrap().unwrap();
    assert_eq!((client.id.as_str(), client.secret), (ID, Some(Secret::from("GOCSPX-planted"))));
    let ids: Vec<_> = all.all().await.clients.into_iter().map(|client| client.id).collect();
    assert_eq!(ids, [ID, "first"]);
    // The next run finds the id in its file and the secret in the keychain, and nowhere else.
    let kept = own_keys(&folder.path().join("data"));
    let next = registrations(folder.path(), kept, Keychain::over(memory));
    let client = next.client(Provider::Google, None).await.unwrap().unwrap();
    assert_eq!(client.secret, Some(Secret::from("GOCSPX-planted")));
    let on_disk = std::fs::read_to_string(folder.path().join("data").join(FILE)).unwrap();
    assert!(on_disk.contains(ID) && !on_disk.contains("planted"), "{on_disk}");
}

/// The other key, and what the file and the keychain of an earlier version hold of the first.
const OTHER: &str = "9-other.apps.googleusercontent.com";

fn other() -> NewKey {
    file(&GOOD.replace("417-abc", "9-other").replace("planted", "other"))
}

fn of_an_earlier_version(folder: &Path) -> Memory {
    let data = folder.join("data");
    std::fs::create_dir_all(&data).unwrap();
    std::fs::write(data.join(FILE), format!(r#"{{"google":"{ID}"}}"#)).unwrap();
    let memory = Memory::default();
    memory.write("client:google", b"GOCSPX-planted").unwrap();
    memory
}

fn next(folder: &Path, memory: &Memory) -> Registrations {
    registrations(folder, own_keys(&folder.join("data")), Keychain::over(memory.clone()))
}

async fn pairs(all: &Registrations) -> Vec<(String, Option<Secret>)> {
    all.all().await.clients.into_iter().map(|client| (client.id, client.secret)).collect()
}

fn pair(id: &str, secret: &str) -> (String, Option<Secret>) {
    (id.to_owned(), Some(Secret::from(secret)))
}

#[tokio::test]
async fn every_google_key_keeps_its_own_secret_and_the_newest_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let memory = of_an_earlier_version(folder.path());
    let first = ("first".to_owned(), None);
    let all = next(folder.path(), &memory);
    assert_eq!(pairs(&all).await, [pair(ID, "GOCSPX-planted"), first.clone()], "as it was stored before");
    all.take(other()).await.unwrap();
    let wanted = [pair(OTHER, "GOCSPX-other"), pair(ID, "GOCSPX-planted"), first.clone()];
    assert_eq!(pairs(&all).await, wanted);
    let all = next(folder.path(), &memory);
    assert_eq!(pairs(&all).await, wanted);
    assert_eq!(all.client(Provider::Google, None).await.unwrap().unwrap().id, OTHER);
    let names: Vec<_> = memory.0.lock().unwrap().keys().cloned().collect();
    assert_eq!(names, [format!("client:google:{ID}"), format!("client:google:{OTHER}")]);
    // The first one once more: it is not there twice.
    all.take(file(GOOD)).await.unwrap();
    assert_eq!(
        pairs(&next(folder.path(), &memory)).await,
        [pair(ID, "GOCSPX-planted"), pair(OTHER, "GOCSPX-other"), first]
    );
}

#[tokio::test]
async fn a_key_whose_id_could_not_be_written_leaves_the_one_before_it_whole() {
    let folder = tempfile::tempdir().unwrap();
    let memory = of_an_earlier_version(folder.path());
    let kept = own_keys(&folder.path().join("data"));
    let mut all = next(folder.path(), &memory);
    // The disk takes nothing from here on.
    all.data = folder.path().join("file");
    std::fs::write(&all.data, b"no folder").unwrap();
    assert_eq!(all.take(other()).await, Err(KeyFault::Disk));
    assert_eq!(all.take(file(&GOOD.replace("planted", "newer"))).await, Err(KeyFault::Disk));
    for all in [all, registrations(folder.path(), kept, Keychain::over(memory.clone()))] {
        let client = all.client(Provider::Google, None).await.unwrap().unwrap();
        assert_eq!((client.id.as_str(), client.secret), (ID, Some(Secret::from("GOCSPX-planted"))));
    }
    assert!(!memory.0.lock().unwrap().keys().any(|name| name.contains("9-other")));
}

#[tokio::test]
async fn a_secret_that_cannot_be_read_leaves_the_others_their_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut own = OwnKeys { google: Some(ID.into()), ..OwnKeys::default() };
    own.older.insert("google".into(), vec![OTHER.into()]);
    let all = registrations(folder.path(), own, Keychain::over(Silent));
    let client = "6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f";
    let microsoft =
        NewKey::Microsoft { provider: "microsoft".into(), client: client.into(), tenant: String::new() };
    all.take(microsoft).await.unwrap();
    let ids: Vec<_> = all.all().await.clients.into_iter().map(|client| client.id).collect();
    assert_eq!(ids, ["first", client]);
    assert_eq!(all.client(Provider::Google, None).await.err(), Some(KeychainError::Refused));
}

#[tokio::test]
async fn an_own_key_whose_secret_is_lost_stands_in_nobodys_way() {
    let folder = tempfile::tempdir().unwrap();
    let own = OwnKeys { google: Some(ID.into()), ..OwnKeys::default() };
    let all = registrations(folder.path(), own, Keychain::over(Memory::default()));
    assert_eq!(all.client(Provider::Google, None).await.unwrap().unwrap().id, "first");
    all.take(file(GOOD)).await.unwrap();
    assert_eq!(all.client(Provider::Google, None).await.unwrap().unwrap().id, ID, "made anew");
}

#[tokio::test]
async fn a_keychain_that_stays_shut_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let all = registrations(folder.path(), OwnKeys::default(), Keychain::over(Shut));
    assert_eq!(all.take(file(GOOD)).await, Err(KeyFault::Keychain));
    assert_eq!(all.client(Provider::Google, None).await.unwrap().unwrap().id, "first");
    assert!(!folder.path().join("data").join(FILE).exists());
}

#[tokio::test]
async fn a_disk_that_takes_nothing_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("data"), b"a file where the folder should be").unwrap();
    let all = registrations(folder.path(), OwnKeys::default(), Keychain::over(Memory::default()));
    assert_eq!(all.take(file(GOOD)).await, Err(KeyFault::Disk));
    assert_eq!(all.client(Provider::Google, None).await.unwrap().unwrap().id, "first");
}

#[tokio::test]
async fn an_own_microsoft_key_of_one_organisation_keeps_to_its_door() {
    let folder = tempfile::tempdir().unwrap();
    let all = registrations(folder.path(), OwnKeys::default(), Keychain::over(Memory::default()));
    assert_eq!(
        all.client(Provider::Microsoft(Cloud::World), None).await.unwrap().map(|client| client.id),
        None
    );
    let ids = |client: &str, tenant: &str| NewKey::Microsoft {
        provider: "microsoft".into(),
        client: client.into(),
        tenant: tenant.into(),
    };
    let (client, tenant) = ("6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f", "00000000-1111-4222-8333-0a0b0c0d0e0f");
    assert_eq!(all.take(ids("6f2c0c5e", "")).await, Err(KeyFault::ClientId));
    assert_eq!(all.take(ids(client, "corp.example")).await, Err(KeyFault::TenantId));
    all.take(ids(&client.to_uppercase(), &format!(" {tenant}\n"))).await.unwrap();
    let own = all.client(Provider::Microsoft(Cloud::World), Some(false)).await.unwrap().unwrap();
    assert_eq!((own.id.as_str(), own.secret, own.door.name().as_ref()), (client, None, tenant));
    all.take(ids(client, " ")).await.unwrap();
    let own = all.client(Provider::Microsoft(Cloud::World), Some(true)).await.unwrap().unwrap();
    assert_eq!(own.door, Door::Consumers);
    // An account that was set up with it is renewed after another took its place.
    let newer = client.replace('6', "7");
    all.take(ids(&newer, "")).await.unwrap();
    let next = registrations(
        folder.path(),
        own_keys(&folder.path().join("data")),
        Keychain::over(Memory::default()),
    );
    let ids: Vec<_> = next.all().await.clients.into_iter().map(|client| client.id).collect();
    assert_eq!(ids, ["first", newer.as_str(), client]);
}

#[tokio::test]
async fn an_own_key_of_another_cloud_stands_beside_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let all = registrations(folder.path(), OwnKeys::default(), Keychain::over(Memory::default()));
    let client = |last: char| format!("6f2c0c5e-1111-4222-8333-0a0b0c0d0e0{last}");
    for (provider, last) in [("microsoft", 'a'), ("microsoft-china", 'b'), ("microsoft-gov", 'c')] {
        let key =
            NewKey::Microsoft { provider: provider.into(), client: client(last), tenant: String::new() };
        all.take(key).await.unwrap();
    }
    // As the next start reads them.
    let kept = own_keys(&folder.path().join("data"));
    let next = registrations(folder.path(), kept, Keychain::over(Memory::default()));
    for (cloud, last) in [(Cloud::World, 'a'), (Cloud::China, 'b'), (Cloud::UsGovernment, 'c')] {
        let own = next.client(Provider::Microsoft(cloud), Some(false)).await.unwrap().unwrap();
        assert_eq!((own.id, own.door), (client(last), Door::Organizations));
    }
    let unknown = NewKey::Microsoft { provider: "google".into(), client: client('d'), tenant: String::new() };
    assert_eq!(next.take(unknown).await, Err(KeyFault::Odd));
}

#[tokio::test]
async fn an_id_that_the_organisation_overrides_stays_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let all = registrations(folder.path(), OwnKeys::default(), Keychain::over(Memory::default()));
    all.take(file(GOOD)).await.unwrap();
    // The next run comes with a key of the organisation for Google, so the person's own is not used.
    let next = registrations(folder.path(), OwnKeys::default(), Keychain::over(Memory::default()));
    let client = "6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f".to_owned();
    next.take(NewKey::Microsoft { provider: "microsoft".into(), client, tenant: String::new() })
        .await
        .unwrap();
    assert_eq!(next.client(Provider::Google, None).await.unwrap().unwrap().id, "first");
    let kept = own_keys(&folder.path().join("data"));
    assert!(kept.google.as_deref() == Some(ID) && kept.microsoft.contains_key("microsoft"), "{kept:?}");
}

#[tokio::test]
async fn the_downloaded_file_is_found_by_its_id_and_deleted_on_request_alone() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    put("client_secret_other.json", &GOOD.replace("417-abc", "9-other"));
    put("notes.json", GOOD);
    put("client_secret_417.json", GOOD);
    let all = registrations(folder.path(), OwnKeys::default(), Keychain::over(Memory::default()));
    assert!(!all.delete_file());
    let taken = all.take(file(GOOD)).await.unwrap();
    assert_eq!(taken.file.as_deref(), Some("client_secret_417.json"));
    assert!(folder.path().join("client_secret_417.json").exists());
    assert!(all.delete_file());
    let mut left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["client_secret_other.json", "data", "notes.json"]);
}

#[test]
fn hostile_files_are_named_and_nothing_of_them_is_told() {
    let swap = |from: &str, to: &str| GOOD.replace(from, to).into_bytes();
    let utf16: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut padded = GOOD.as_bytes().to_vec();
    padded.resize(64 * 1024 + 1, b' ');
    let deep = format!(r#"{{"installed":{}{}}}"#, "[".repeat(20_000), "]".repeat(20_000));
    let twice = GOOD.replace(r#""project_id""#, r#""client_id":"9-x.apps.googleusercontent.com","p""#);
    let cases: Vec<(&str, Vec<u8>, KeyFault)> = vec![
        ("empty", Vec::new(), KeyFault::NotAKey),
        ("half", GOOD.as_bytes()[..200].to_vec(), KeyFault::NotAKey),
        ("too large", padded, KeyFault::TooLarge),
        ("deep", deep.into_bytes(), KeyFault::NotAKey),
        ("an id twice", twice.into_bytes(), KeyFault::NotAKey),
        ("UTF-16", utf16, KeyFault::NotAKey),
        ("not UTF-8", swap("planted", "\u{0}").into_iter().chain([0xff]).collect(), KeyFault::NotAKey),
        ("a picture", b"\x89PNG\r\n\x1a\n".to_vec(), KeyFault::NotAKey),
        ("a page", b"<!doctype html><title>Sign in</title>".to_vec(), KeyFault::NotAKey),
        ("a list", b"[]".to_vec(), KeyFault::NotAKey),
        ("nothing in it", b"{}".to_vec(), KeyFault::NotAKey),
        ("nothing installed", br#"{"installed":null}"#.to_vec(), KeyFault::NotAKey),
        ("text after it", swap("\"]}}", "\"]}} x"), KeyFault::NotAKey),
        ("a number as id", swap(&format!("\"{ID}\""), "417"), KeyFault::NotAKey),
        ("for a web site", swap("installed", "web"), KeyFault::Web),
        (
            "a service account",
            br#"{"type":"service_account","private_key":"x"}"#.to_vec(),
            KeyFault::ServiceAccount,
        ),
        ("another's id", swap(ID, "417-abc.apps.example.com"), KeyFault::Odd),
        ("an ending alone", swap("417-abc", ""), KeyFault::Odd),
        ("a path in the id", swap("417-abc", "../417"), KeyFault::Odd),
        ("a link in the id", swap("417-abc", "x?client_id=1&a"), KeyFault::Odd),
        ("letters that look alike", swap("417-abc", "417-аbc"), KeyFault::Odd),
        ("an endless id", swap("417-abc", &"a".repeat(5_000)), KeyFault::Odd),
        ("no secret", swap("client_secret", "other"), KeyFault::Odd),
        ("an empty secret", swap("GOCSPX-planted", ""), KeyFault::Odd),
        ("a line end in the secret", swap("planted", r"a\r\nb"), KeyFault::Odd),
        ("NUL in the secret", swap("planted", r"a\u0000b"), KeyFault::Odd),
    ];
    for (name, text, fault) in cases {
        assert_eq!(read(&text).err(), Some(fault), "{name}");
    }
    for good in [GOOD.to_owned(), format!("\u{feff}{GOOD}"), GOOD.replace('\n', "\r\n")] {
        assert_eq!(read(good.as_bytes()).ok().map(|key| key.id), Some(ID.to_owned()));
    }
}
