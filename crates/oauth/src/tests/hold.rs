//! A hold and a renewal never overlap, whoever was first.

use std::sync::Mutex;
use std::sync::mpsc;
use std::time::Duration;

use tokio::sync::mpsc as heard;
use tokio::time::timeout;

use super::renewal::{Shelf, known};
use super::*;
use crate::renew::{RenewError, Renewer};

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
    let one = || Renewer::new(http.clone(), folder.path().into());
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
            let hold = holding.hold(ACCOUNT).await;
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
        let hold = holding.hold(ACCOUNT).await;
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
    let renewer = Renewer::new(http, folder.path().into());
    let shelf = Shelf::with("first");
    go_on.send(()).unwrap();
    go_on.send(()).unwrap();
    renewer.stored(ACCOUNT, &known, &shelf).await.unwrap();
    renewer.stored(ACCOUNT, &known, &shelf).await.unwrap();
    assert_eq!(server.seen().len(), 1, "the token is at hand");
    let hold = renewer.hold(ACCOUNT).await;
    shelf.put("of a new consent");
    drop(hold);
    renewer.stored(ACCOUNT, &known, &shelf).await.unwrap();
    assert_eq!(used(&server, 1), "of a new consent");

    let hold = renewer.hold(ACCOUNT).await;
    renewer.learn(ACCOUNT, &Secret::from("came with the consent"));
    drop(hold);
    let fresh = renewer.stored(ACCOUNT, &known, &shelf).await.unwrap();
    assert_eq!(fresh.token, Secret::from("came with the consent"));
    assert_eq!(server.seen().len(), 2);
}

async fn renews_while_it_holds(renewer: Renewer) {
    let shelf = Shelf::with("first");
    let hold = renewer.hold(ACCOUNT).await;
    for name in [ACCOUNT, "A@Gmail.com"] {
        let renewal = timeout(LONG, renewer.stored(name, &known, &shelf)).await;
        assert!(matches!(renewal.expect("it does not wait for itself"), Err(RenewError::Lock)));
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
    renews_while_it_holds(Renewer::new(http.clone(), folder.path().into())).await;
    tokio::spawn(renews_while_it_holds(Renewer::new(http, folder.path().into()))).await.unwrap();
}

#[tokio::test]
async fn where_no_lock_can_be_made_a_hold_goes_on_and_no_renewal_does() {
    let (server, http) = endpoint(|_| Response::json(200, r#"{"access_token":"new"}"#)).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "no folder").unwrap();
    let renewer = Renewer::new(http, file);
    drop(timeout(LONG, renewer.hold(ACCOUNT)).await.unwrap());
    let renewal = renewer.stored(ACCOUNT, &known, &Shelf::with("first")).await;
    assert!(matches!(renewal, Err(RenewError::Lock)));
    assert!(server.seen().is_empty());
}
