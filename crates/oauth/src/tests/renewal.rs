//! Renewal: one request for all who ask, stored before it is used, dropped only on `invalid_grant`.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;

use super::*;
use crate::permission::Permission;
use crate::renew::{RenewError, Renewer, Store};
use crate::request::revoke;

#[derive(Default)]
pub(super) struct Shelf {
    stored: Mutex<Option<Permission>>,
    writes: AtomicUsize,
    broken: bool,
}

impl Shelf {
    pub(super) fn with(token: &str) -> Self {
        Self {
            stored: Mutex::new(Some(Permission::new(&google(), Road::Smtp, Secret::from(token)))),
            ..Self::default()
        }
    }

    /// Somebody else stores a permission.
    pub(super) fn put(&self, token: &str) {
        *self.stored.lock().unwrap() = Self::with(token).stored.into_inner().unwrap();
    }

    pub(super) fn token(&self) -> Secret {
        self.stored.lock().unwrap().as_ref().unwrap().refresh.clone()
    }
}

impl Store<&'static str> for Shelf {
    fn read<'a>(&'a self, _account: &'a str) -> BoxFuture<'a, Result<Permission, &'static str>> {
        async { self.stored.lock().unwrap().clone().ok_or("nothing") }.boxed()
    }

    fn write<'a>(
        &'a self,
        _account: &'a str,
        permission: &'a Permission,
    ) -> BoxFuture<'a, Result<(), &'static str>> {
        async {
            if self.broken {
                return Err("broken");
            }
            self.writes.fetch_add(1, Ordering::SeqCst);
            *self.stored.lock().unwrap() = Some(permission.clone());
            Ok(())
        }
        .boxed()
    }
}

pub(super) fn known<E>(_permission: &Permission) -> Result<Option<Client>, E> {
    Ok(Some(google()))
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_at_once_make_one_request() {
    let (server, http) = endpoint(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        Response::json(200, r#"{"access_token":"new","expires_in":3600,"refresh_token":"second"}"#)
    })
    .await;
    let folder = tempfile::tempdir().unwrap();
    let renewer = renewer(http, folder.path().into());
    let shelf = shared(Shelf::with("first"));
    let mut tasks = Vec::new();
    for _ in 0..20 {
        let (renewer, shelf) = (renewer.clone(), Arc::clone(&shelf));
        tasks.push(tokio::spawn(async move {
            renewer.stored("a@gmail.com", &known, &*shelf).await.unwrap().token
        }));
    }
    for task in tasks {
        assert_eq!(task.await.unwrap(), Secret::from("new"));
    }
    assert_eq!(server.seen().len(), 1);
    assert_eq!(shelf.token(), Secret::from("second"), "the new permission is stored");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_programs_never_use_the_same_permission() {
    let count = AtomicUsize::new(0);
    let (server, http) = endpoint(move |_| {
        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
        Response::json(
            200,
            &format!(r#"{{"access_token":"a{number}","expires_in":3600,"refresh_token":"r{number}"}}"#),
        )
    })
    .await;
    let folder = tempfile::tempdir().unwrap();
    let shelf = shared(Shelf::with("r0"));
    let mut tasks = Vec::new();
    for _ in 0..5 {
        // A renewer of its own has no cache in common with the others: it stands for another process.
        let (renewer, shelf) = (renewer(http.clone(), folder.path().into()), Arc::clone(&shelf));
        tasks.push(tokio::spawn(async move {
            renewer.stored("a@gmail.com", &known, &*shelf).await.map(|_| ()).is_ok()
        }));
    }
    for task in tasks {
        assert!(task.await.unwrap());
    }
    let mut used: Vec<String> = server
        .seen()
        .iter()
        .map(|request| parameter(&format!("?{}", request.body), "refresh_token").unwrap())
        .collect();
    used.sort();
    assert_eq!(used, ["r0", "r1", "r2", "r3", "r4"]);
}

#[tokio::test]
async fn a_permission_that_could_not_be_stored_is_not_used() {
    let (_, http) =
        endpoint(|_| Response::json(200, r#"{"access_token":"new","refresh_token":"second"}"#)).await;
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf { broken: true, ..Shelf::with("first") };
    let outcome = renewer(http, folder.path().into()).stored("a", &known, &shelf).await;
    assert!(matches!(outcome, Err(RenewError::Store("broken"))));
}

#[tokio::test]
async fn a_life_beyond_all_clocks_is_no_reason_to_fall() {
    let (server, http) =
        endpoint(|_| Response::json(200, r#"{"access_token":"new","expires_in":18446744073709551615}"#))
            .await;
    let folder = tempfile::tempdir().unwrap();
    let renewer = renewer(http, folder.path().into());
    for _ in 0..2 {
        let fresh = renewer.stored("a", &known, &Shelf::with("first")).await.unwrap();
        assert_eq!(fresh.token, Secret::from("new"));
    }
    assert_eq!(server.seen().len(), 1, "it is still used for its time");
}

#[tokio::test]
async fn a_token_is_not_used_in_its_last_two_minutes() {
    for (life, requests) in [("120", 2), ("119", 2), ("3600", 1), ("null", 2)] {
        let answer = format!(r#"{{"access_token":"new","expires_in":{life}}}"#);
        let (server, http) = endpoint(move |_| Response::json(200, &answer)).await;
        let folder = tempfile::tempdir().unwrap();
        let renewer = renewer(http, folder.path().into());
        for _ in 0..2 {
            renewer.stored("a", &known, &Shelf::with("first")).await.unwrap();
        }
        assert_eq!(server.seen().len(), requests, "a life of {life}");
    }
}

#[tokio::test]
async fn a_token_that_ran_out_while_the_computer_slept_is_not_used() {
    let (server, http) =
        endpoint(|_| Response::json(200, r#"{"access_token":"new","expires_in":3600}"#)).await;
    let folder = tempfile::tempdir().unwrap();
    let hands = Arc::new(AtomicU64::new(1_795_502_400_000));
    let clock = Arc::clone(&hands);
    let renewer = Renewer::new(http, folder.path().into(), Arc::new(move || clock.load(Ordering::SeqCst)));
    let shelf = Shelf::with("first");
    // The other clock does not count the sleep. The last two minutes of the hour are not used.
    for (passed, requests) in [(0, 1), (57, 1), (1, 2), (120, 3)] {
        hands.fetch_add(passed * 60_000, Ordering::SeqCst);
        renewer.stored("a", &known, &shelf).await.unwrap();
        assert_eq!(server.seen().len(), requests, "{passed} minutes later");
    }
    renewer.learn("a", &Secret::from("of the consent"));
    for (passed, requests) in [(4, 3), (1, 4)] {
        hands.fetch_add(passed * 60_000, Ordering::SeqCst);
        renewer.stored("a", &known, &shelf).await.unwrap();
        assert_eq!(server.seen().len(), requests, "{passed} minutes later");
    }
}

#[tokio::test]
async fn only_invalid_grant_ends_a_permission() {
    for (status, body, ended) in [
        (400, r#"{"error":"invalid_grant"}"#, true),
        (400, r#"{"error":"invalid_request"}"#, false),
        (401, r#"{"error":"invalid_client"}"#, false),
        (429, "{}", false),
        (500, r#"{"error":"invalid_grant"}"#, false),
        (503, "<html>", false),
        (200, "<html>login to this Wi-Fi</html>", false),
    ] {
        let (_, http) = endpoint(move |_| Response::json(status, body)).await;
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::with("first");
        let outcome = renewer(http, folder.path().into()).stored("a", &known, &shelf).await;
        assert_eq!(matches!(outcome, Err(RenewError::Ended { .. })), ended, "{status} {body}");
        assert_eq!(shelf.token(), Secret::from("first"), "nothing is dropped by itself");
        assert_eq!(shelf.writes.load(Ordering::SeqCst), 0);
    }
}

#[tokio::test]
async fn revoking_tells_what_came_of_it() {
    for (status, body, wanted) in [
        (200, "", Some(true)),
        (400, r#"{"error":"invalid_token"}"#, Some(true)),
        (400, r#"{"error":"unsupported_token_type"}"#, Some(false)),
        (503, "", Some(false)),
    ] {
        let (server, http) = endpoint(move |_| Response::json(status, body)).await;
        let permission = Permission::new(&google(), Road::Smtp, Secret::from("1//r"));
        assert_eq!(revoke(&http, &google(), &permission).await, wanted, "{status} {body}");
        assert_eq!(server.seen()[0].line, "POST /revoke");
    }
    let (server, http) = endpoint(|_| Response::json(200, "")).await;
    let permission = Permission::new(&microsoft(), Road::Smtp, Secret::from("M.C5"));
    assert_eq!(revoke(&http, &microsoft(), &permission).await, None, "Microsoft offers no such place");
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn the_time_at_the_provider_is_known_after_an_answer() {
    let (_, http) = endpoint(|_| {
        let mut answer = Response::json(400, r#"{"error":"invalid_grant"}"#);
        answer.headers.push(("Date".into(), "Tue, 24 Nov 2026 06:40:00 GMT".into()));
        answer
    })
    .await;
    assert_eq!(http.time_there(), None);
    let renewer = renewer(http.clone(), tempfile::tempdir().unwrap().path().to_owned());
    let ended =
        renewer.pending(&Permission::new(&google(), Road::Smtp, Secret::from("old")), &known::<()>).await;
    assert!(matches!(ended, Err(RenewError::Ended { .. })));
    let there = http.time_there().unwrap();
    assert!((1_795_502_400..1_795_502_460).contains(&there), "{there}");
}
