use std::sync::atomic::Ordering;

use contract::{AccountKind, Login, Route, Security, Server};
use testkit::ports::World;
use wizard::{Account, Brand, Watch};

use super::forget;

fn account(id: &str, watched: bool) -> Account {
    Account {
        id: id.into(),
        address: id.into(),
        kind: AccountKind::Unknown,
        name: Brand::same("Hosting"),
        provider: None,
        about: None,
        route: Route::Smtp,
        login: Login::Password,
        server: Server { host: "sv1.hosting.example".into(), port: 465, security: Security::Tls },
        user_name: id.into(),
        retrieval: Vec::new(),
        mailbox_user_name: id.into(),
        by_relay: None,
        session_only: false,
        over_stored: false,
        last: None,
        watch: watched.then(Watch::default),
    }
}

#[tokio::test]
async fn the_daily_check_goes_with_the_last_account_that_has_it() {
    let (one, two) = (account("1@shop.example", true), account("2@shop.example", true));
    let plain = account("3@shop.example", false);
    let world = World::default();
    *world.files.accounts.lock().unwrap() = vec![one.clone(), plain.clone(), two.clone()];
    world.schedule.on.store(true, Ordering::SeqCst);
    let mut still = Vec::new();
    for account in [&one, &plain, &two] {
        assert!(forget(account, None, &world.ports()).await);
        still.push(world.schedule.on.load(Ordering::SeqCst));
    }
    assert_eq!(still, [true, true, false], "nothing is left that would be checked");
}

#[tokio::test]
async fn what_is_not_taken_off_the_list_is_still_checked() {
    let one = account("1@shop.example", true);
    let world = World::default();
    *world.files.accounts.lock().unwrap() = vec![one.clone()];
    world.schedule.on.store(true, Ordering::SeqCst);
    world.files.full.store(true, Ordering::SeqCst);
    assert!(!forget(&one, None, &world.ports()).await);
    assert!(world.schedule.on.load(Ordering::SeqCst));
}
