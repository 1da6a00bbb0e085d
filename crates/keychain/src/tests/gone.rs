//! The person presses "Cancel" while the system still asks for the keychain's password.

use std::sync::mpsc;

use tokio::sync::mpsc as heard;

use super::*;

/// A keychain whose dialogue is open: each write under an account's own name tells that it has begun, and waits.
struct Asking {
    map: Map,
    begun: heard::UnboundedSender<()>,
    answered: Mutex<mpsc::Receiver<()>>,
}

impl Entries for Asking {
    fn write(&self, name: &str, value: &[u8]) -> Result<(), KeychainError> {
        if !name.contains('#') {
            let _ = self.begun.send(());
            let _ = self.answered.lock().unwrap().recv();
        }
        self.map.write(name, value)
    }

    fn read(&self, name: &str) -> Result<Vec<u8>, KeychainError> {
        self.map.read(name)
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        self.map.delete(name)
    }
}

/// The keychain, what lies in it, word of each dialogue, and the person's answers to them.
fn asking() -> (Keychain, Map, heard::UnboundedReceiver<()>, mpsc::Sender<()>) {
    let (begun, dialogue) = heard::unbounded_channel();
    let (person, answered) = mpsc::channel();
    let map = Map::default();
    let keychain = Keychain::over(Asking { map: map.clone(), begun, answered: Mutex::new(answered) });
    (keychain, map, dialogue, person)
}

/// Lets a call begin and drops it while the dialogue is open.
async fn cancelled(
    call: impl Future<Output = Result<(), KeychainError>>,
    dialogue: &mut heard::UnboundedReceiver<()>,
) {
    tokio::select! {
        biased;
        _ = call => panic!("it waits for the person"),
        _ = dialogue.recv() => {}
    }
}

#[tokio::test]
async fn what_was_stored_for_nobody_is_taken_back() {
    for (before, after) in [(None, 10), (None, 6_000), (Some(10), 6_000), (Some(6_000), 10), (Some(10), 20)] {
        let (keychain, map, mut dialogue, person) = asking();
        if let Some(before) = before {
            chunks::store(&map, "a", &secret(before)).unwrap();
        }
        let lay = map.entries.lock().unwrap().clone();
        cancelled(keychain.store("a", Secret::new(vec![b'z'; after])), &mut dialogue).await;
        // The password is typed after all; putting the older one back is a write as well.
        person.send(()).unwrap();
        person.send(()).unwrap();
        let _ = keychain.read("a").await;
        assert_eq!(*map.entries.lock().unwrap(), lay, "{after} bytes over {before:?}");
    }
}

#[tokio::test]
async fn what_is_stored_again_after_a_cancel_stays() {
    let (keychain, map, mut dialogue, person) = asking();
    cancelled(keychain.store("a", secret(6_000)), &mut dialogue).await;
    person.send(()).unwrap();
    person.send(()).unwrap();
    keychain.store("a", secret(6_000)).await.unwrap();
    assert_eq!(chunks::read(&map, "a").unwrap(), secret(6_000));
    assert_eq!(map.entries.lock().unwrap().len(), 4, "three parts and their index");
}

#[tokio::test]
async fn a_call_whose_turn_has_not_come_is_left_undone() {
    let (keychain, map, mut dialogue, person) = asking();
    chunks::store(&map, "kept", &secret(10)).unwrap();
    let first = tokio::spawn({
        let keychain = keychain.clone();
        async move { keychain.store("first", secret(10)).await }
    });
    dialogue.recv().await.unwrap();
    for call in [0, 1] {
        let keychain = keychain.clone();
        let waiting = tokio::spawn(async move {
            if call == 0 { keychain.store("second", secret(10)).await } else { keychain.delete("kept").await }
        });
        tokio::task::yield_now().await;
        waiting.abort();
        assert!(waiting.await.unwrap_err().is_cancelled());
    }
    drop(person);
    first.await.unwrap().unwrap();
    assert_eq!(keychain.read("second").await.unwrap_err(), KeychainError::NotFound);
    assert_eq!(keychain.read("kept").await.unwrap(), secret(10));
    assert!(dialogue.try_recv().is_err(), "nothing more was asked for");
}

#[tokio::test]
async fn a_renewed_permission_is_stored_for_nobody_too() {
    let (keychain, map, mut dialogue, person) = asking();
    chunks::store(&map, "a", &secret(10)).unwrap();
    cancelled(keychain.store_detached("a", secret(6_000)), &mut dialogue).await;
    person.send(()).unwrap();
    assert_eq!(keychain.read("a").await.unwrap(), secret(6_000));
}
