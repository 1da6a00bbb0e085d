//! Networks that answer in everybody's place, and what only looks like one.

use super::world::{AUTOCONFIG, ISPDB, WELL_KNOWN, World};
use crate::{LookupFault, Reason, WebFault};

async fn reason(world: World) -> Reason {
    world.discover("example.jp").await.unwrap_err().reason
}

/// Every name leads to the portal, which has no mail records.
fn portal() -> World {
    World::default().web_fault(20, WebFault::Certificate)
}

#[tokio::test(start_paused = true)]
async fn a_foreign_certificate_everywhere_is_a_portal() {
    let world = portal();
    let failure = world.discover("example.jp").await.unwrap_err();
    assert_eq!(failure.reason, Reason::CaptivePortal);
    assert!(failure.elapsed_ms < 1000, "{} ms", failure.elapsed_ms);
    assert!(!world.asked().iter().any(|asked| asked.ends_with(":465")), "nobody is knocked at");
    let world = portal().mx("example.jp", 5, &["mx.example.jp"]);
    assert_eq!(reason(world).await, Reason::CaptivePortal, "the look-ups may be honest");
    let world = portal().mx_fault("example.jp", 5, LookupFault::NoSuchName);
    assert_eq!(reason(world).await, Reason::CaptivePortal, "or say that nothing exists");
    let world = portal().page_fault(AUTOCONFIG, 20, WebFault::NoSuchHost);
    assert_eq!(reason(world).await, Reason::CaptivePortal);
    let world = portal().mx("example.jp", 5, &["mx1.pphosted.com"]);
    assert_eq!(
        reason(world).await,
        Reason::CaptivePortal,
        "no question is asked where nobody can be reached"
    );
}

#[tokio::test(start_paused = true)]
async fn what_the_table_or_the_look_ups_know_is_known_at_a_portal_too() {
    assert!(portal().discover("gmail.com").await.is_ok());
    assert!(portal().mx("example.jp", 5, &["smtp.google.com"]).discover("example.jp").await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn faulty_certificates_of_the_domain_alone_are_none() {
    let world = World::default().page_fault(AUTOCONFIG, 20, WebFault::Certificate).page_fault(
        WELL_KNOWN,
        20,
        WebFault::Certificate,
    );
    assert_eq!(reason(world).await, Reason::NotFound);
}

#[tokio::test(start_paused = true)]
async fn one_answer_by_https_proves_the_contrary() {
    for fault in [WebFault::Status(404), WebFault::Status(302), WebFault::TooLarge, WebFault::Broken] {
        let world = portal().page_fault(WELL_KNOWN, 900, fault);
        assert_eq!(reason(world).await, Reason::NotFound, "{fault:?}");
    }
    let world = portal().page(AUTOCONFIG, 900, "<html>Welcome</html>");
    assert_eq!(reason(world).await, Reason::NotFound);
}

#[tokio::test(start_paused = true)]
async fn a_faulty_certificate_of_one_host_alone_is_none() {
    let nobody = || World::default().web_fault(20, WebFault::NoSuchHost);
    assert_eq!(reason(nobody().page_fault(ISPDB, 20, WebFault::Certificate)).await, Reason::NotFound);
}

#[tokio::test(start_paused = true)]
async fn a_wrong_clock_is_none() {
    assert_eq!(reason(World::default().web_fault(20, WebFault::CertificateDate)).await, Reason::NotFound);
}

#[tokio::test(start_paused = true)]
async fn a_network_that_lets_no_https_through_is_not_said_to_be_one() {
    assert_eq!(reason(World::default().web_fault(20, WebFault::Refused)).await, Reason::NotFound);
}
