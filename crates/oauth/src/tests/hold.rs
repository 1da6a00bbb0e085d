//! A hold and a renewal never overlap, whoever was first.

use std::sync::Mutex;
use std::sync::mpsc;
use std::time::Duration;

use tokio::sync::mpsc as heard;
use tokio::time::timeout;

use super::renewal::{Shelf, known};
use super::*;
use crate::renew::{RenewError, Renewer};
use crate::turn::{LONGEST_WAIT, TurnError, taken};

const A_WHILE: Duration = Duration::from_millis(200);
const LONG: Duration = Duration::from_secs(20);
const ACCOUNT: &str = "a@gmail.com";

/// A token endpoint that says when it is asked, and waits to be let go on.
async fn slow() -> (Https, Http, heard::UnboundedReceiver<()>, mpsc::Sender<()>) {
    let (asked, questions) = heard::unbounded_channel();
    let (go_on, wait) = mpsc::channel();
    let wait = Mutex::new(wait);
    let (server, http) = endpoint(move |_| {
        let _ = asked.send(());
        let _ = wait.lock().unwrap().recv_timeout(LONG);
        Response::json(200, r#"{"access_token":"new","expires_in":3600,"refresh_token":"second"}"#)
    })
    .await;
    (server, http, questions, go_on)
}

fn used(server: &Https, number: usize) -> String {
    parameter(&format!("?{}", server.seen()[number].body), "refresh_token").unwrap()
}

/// Both ways to meet: in one process, and over the lock file alone, as two processes do.
fn renewers(http: &Http, folder: &tempfile::TempDir) -> [(Renewer, Renewer); 2] {
    let one = || renewer(http.clone(), folder.path().into());
    let same = one();
    [(same.clone(), same), (one(), one())]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_begins_after_the_renewal_that_is_under_way_has_written() {
    let (_, http, mut asked, go_on) = slow().await;
    let folder = tempfile::tempdir().unwrap();
    for (renewing, holding) in renewers(&http, &folder) {
        let shelf = shared(Shelf::with("first"));
        let (there, renewer) = (Arc::clone(&shelf), renewing.clone());
        let renewal = tokio::spawn(async move { renewer.stored(ACCOUNT, &known, &*there).await });
        asked.recv().await.unwrap();
        let there = Arc::clone(&shelf);
        let mut hold = tokio::spawn(async move {
            let hold = holding.hold(ACCOUNT).await.unwrap();
            (hold, there.token())
        });
        assert!(timeout(A_WHILE, &mut hold).await.is_err(), "the renewal still waits for its answer");
        go_on.send(()).unwrap();
        let (hold, found) = timeout(LONG, hold).await.unwrap().unwrap();
        assert_eq!(found, Secret::from("second"));
        shelf.put("of a new consent");
        drop(hold);
        assert_eq!(renewal.await.unwrap().unwrap().token, Secret::from("new"));
        assert_eq!(shelf.token(), Secret::from("of a new consent"), "nothing is written over it");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_begun_meanwhile_reads_what_the_holder_stored() {
    let (server, http, _asked, go_on) = slow().await;
    let folder = tempfile::tempdir().unwrap();
    for (number, (renewing, holding)) in renewers(&http, &folder).into_iter().enumerate() {
        let shelf = shared(Shelf::with("first"));
        let hold = holding.hold(ACCOUNT).await.unwrap();
        let there = Arc::clone(&shelf);
        let mut renewal = tokio::spawn(async move { renewing.stored(ACCOUNT, &known, &*there).await });
        assert!(timeout(A_WHILE, &mut renewal).await.is_err());
        assert_eq!(server.seen().len(), number, "nothing was asked for");
        shelf.put("of a new consent");
        go_on.send(()).unwrap();
        drop(hold);
        timeout(LONG, renewal).await.unwrap().unwrap().unwrap();
        assert_eq!(used(&server, number), "of a new consent");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_access_token_of_the_older_permission_is_not_used_after_a_hold() {
    let (server, http, _asked, go_on) = slow().await;
    let folder = tempfile::tempdir().unwrap();
    let renewer = renewer(http, folder.path().into());
    let shelf = Shelf::with("first");
    go_on.send(()).unwrap();
    go_on.send(()).unwrap();
    renewer.stored(ACCOUNT, &known, &shelf).await.unwrap();
    renewer.stored(ACCOUNT, &known, &shelf).await.unwrap();
    assert_eq!(server.seen().len(), 1, "the token is at hand");
    let hold = renewer.hold(ACCOUNT).await.unwrap();
    shelf.put("of a new consent");
    drop(hold);
    renewer.stored(ACCOUNT, &known, &shelf).await.unwrap();
    assert_eq!(used(&server, 1), "of a new consent");

    let hold = renewer.hold(ACCOUNT).await.unwrap();
    renewer.learn(ACCOUNT, &Secret::from("came with the consent"));
    drop(hold);
    let fresh = renewer.stored(ACCOUNT, &known, &shelf).await.unwrap();
    assert_eq!(fresh.token, Secret::from("came with the consent"));
    assert_eq!(server.seen().len(), 2);
}

async fn renews_while_it_holds(renewer: Renewer) {
    let shelf = Shelf::with("first");
    let hold = renewer.hold(ACCOUNT).await.unwrap();
    for name in [ACCOUNT, "A@Gmail.com"] {
        let renewal = timeout(LONG, renewer.stored(name, &known, &shelf)).await;
        assert!(matches!(
            renewal.expect("it does not wait for itself"),
            Err(RenewError::Turn(TurnError::Own))
        ));
    }
    let other = renewer.stored("b@gmail.com", &known, &shelf).await;
    assert!(other.is_ok(), "another account is free");
    drop(hold);
    assert!(renewer.stored(ACCOUNT, &known, &shelf).await.is_ok());
}

#[tokio::test]
async fn a_holder_that_renews_is_told_so_and_does_not_wait_for_itself() {
    let (_, http) = endpoint(|_| Response::json(200, r#"{"access_token":"new","expires_in":3600}"#)).await;
    let folder = tempfile::tempdir().unwrap();
    renews_while_it_holds(renewer(http.clone(), folder.path().into())).await;
    tokio::spawn(renews_while_it_holds(renewer(http, folder.path().into()))).await.unwrap();
}

#[tokio::test]
async fn where_no_lock_can_be_made_a_hold_goes_on_and_no_renewal_does() {
    let (server, http) = endpoint(|_| Response::json(200, r#"{"access_token":"new"}"#)).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "no folder").unwrap();
    let renewer = renewer(http, file.clone());
    drop(timeout(LONG, renewer.hold(ACCOUNT)).await.unwrap().unwrap());
    let renewal = renewer.stored(ACCOUNT, &known, &Shelf::with("first")).await;
    assert!(matches!(renewal, Err(RenewError::Turn(TurnError::Folder(folder))) if folder == file));
    assert!(server.seen().is_empty());
}

#[tokio::test(start_paused = true)]
async fn another_process_that_does_not_let_go_is_not_waited_for_without_end_nor_passed_over() {
    let (server, http) = endpoint(|_| Response::json(200, r#"{"access_token":"new"}"#)).await;
    let folder = tempfile::tempdir().unwrap();
    let [other, ours] = [(); 2].map(|()| renewer(http.clone(), folder.path().into()));
    let hold = other.hold(ACCOUNT).await.unwrap();
    let start = tokio::time::Instant::now();
    let renewal = ours.stored(ACCOUNT, &known, &Shelf::with("first")).await;
    assert!(matches!(renewal, Err(RenewError::Turn(TurnError::Busy))));
    assert!(start.elapsed() >= LONGEST_WAIT);
    assert!(server.seen().is_empty(), "nothing was asked for without the lock");
    ours.learn(ACCOUNT, &Secret::from("at hand"));
    assert_eq!(ours.hold(ACCOUNT).await.unwrap_err(), TurnError::Busy, "nor is anything changed");
    drop(hold);
    assert!(ours.hold(ACCOUNT).await.is_ok(), "it is free again");
}

#[tokio::test]
async fn a_file_system_without_locks_is_no_reason_to_stop_and_a_broken_one_is() {
    use std::fs::TryLockError;
    use std::io::ErrorKind;
    let refused = |kind: ErrorKind| move || Err(TryLockError::Error(kind.into()));
    assert!(taken(refused(ErrorKind::Unsupported)).await.unwrap());
    assert_eq!(
        taken(refused(ErrorKind::PermissionDenied)).await.unwrap_err().kind(),
        ErrorKind::PermissionDenied
    );
}
