use contract::Heard;

use super::world::{AUTOCONFIG, World, file};
use crate::{LookupFault, ProbeFault, Reason, WebFault};

#[tokio::test(start_paused = true)]
async fn a_domain_that_does_not_exist() {
    let world = World::default().mx_fault("example.jp", 20, LookupFault::NoSuchName);
    let failure = world.discover("example.jp").await.unwrap_err();
    assert_eq!(failure.reason, Reason::DomainNotFound);
    assert!(failure.evidence.iter().any(|line| line.answer == Heard::NoDomain));
    assert!(!world.asked().iter().any(|asked| asked.ends_with(":465")), "nobody is knocked at");
}

#[tokio::test(start_paused = true)]
async fn a_domain_with_neither_mx_nor_address() {
    let failure = World::default().no_address("example.jp").discover("example.jp").await.unwrap_err();
    assert_eq!(failure.reason, Reason::DomainNotFound);
}

#[tokio::test(start_paused = true)]
async fn split_dns_may_hide_a_domain_that_the_web_knows() {
    let world = World::default().mx_fault("example.jp", 5, LookupFault::NoSuchName).page(
        AUTOCONFIG,
        50,
        &file("smtp.example.jp", "imap.example.jp"),
    );
    assert!(world.discover("example.jp").await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn a_null_mx_is_the_end_at_once() {
    let world = World::default().mx("example.jp", 15, &[""]).page(AUTOCONFIG, 2000, "");
    let failure = world.discover("example.jp").await.unwrap_err();
    assert_eq!((failure.reason, failure.elapsed_ms), (Reason::TakesNoMail, 15));
}

#[tokio::test(start_paused = true)]
async fn an_address_without_mx_is_searched_on() {
    let failure = World::default().discover("example.jp").await.unwrap_err();
    assert_eq!(failure.reason, Reason::NotFound);
    assert!(failure.evidence.iter().any(|line| line.answer == Heard::NoMx));
}

#[tokio::test(start_paused = true)]
async fn no_network_is_told_from_no_settings() {
    let offline = || {
        World::default()
            .web_fault(5, WebFault::Network)
            .dns_fault(5, LookupFault::Network)
            .knock_fault(5, ProbeFault::Network)
    };
    assert_eq!(offline().discover("example.jp").await.unwrap_err().reason, Reason::Offline);
    assert_eq!(
        offline().discover("yahoo.ne.jp").await.unwrap_err().reason,
        Reason::Offline,
        "a known name too"
    );
    let world = offline().dns_fault(5, LookupFault::Server);
    assert_eq!(
        world.discover("example.jp").await.unwrap_err().reason,
        Reason::Offline,
        "a stub resolver says so"
    );
    let world = World::default().dns_fault(5, LookupFault::Server).web_fault(5, WebFault::Status(404));
    assert_eq!(
        world.discover("example.jp").await.unwrap_err().reason,
        Reason::NotFound,
        "only the DNS is broken"
    );
    let world = offline().web_fault(5, WebFault::Status(404));
    assert_eq!(world.discover("example.jp").await.unwrap_err().reason, Reason::NotFound);
}

#[tokio::test(start_paused = true)]
async fn silence_everywhere_is_no_network() {
    let world = World::default()
        .web_fault(60_000, WebFault::Network)
        .dns_fault(60_000, LookupFault::Network)
        .knock_fault(60_000, ProbeFault::Network);
    let failure = world.discover("example.jp").await.unwrap_err();
    assert_eq!(failure.reason, Reason::Offline);
    assert!(failure.elapsed_ms <= 8000, "{}", failure.elapsed_ms);
}

#[tokio::test(start_paused = true)]
async fn without_resolver_settings_the_web_is_still_asked() {
    let world = World::default().dns_fault(1, LookupFault::Unavailable).page(
        AUTOCONFIG,
        50,
        &file("smtp.example.jp", "imap.example.jp"),
    );
    let found = world.discover("example.jp").await.unwrap();
    assert!(
        found.evidence.iter().any(|line| line.answer == Heard::LookupFailed && line.detail == "no resolver")
    );
}

#[tokio::test(start_paused = true)]
async fn only_unprotected_servers() {
    let plain = file("smtp.example.jp", "imap.example.jp").replace("SSL", "plain");
    let failure = World::default().page(AUTOCONFIG, 5, &plain).discover("example.jp").await.unwrap_err();
    assert_eq!(failure.reason, Reason::OnlyUnprotected);

    let world = World::default().knock("mail.example.jp", 587, 5, Err(ProbeFault::Unprotected));
    assert_eq!(world.discover("example.jp").await.unwrap_err().reason, Reason::OnlyUnprotected);

    let world = world.knock("smtp.example.jp", 587, 5, Ok(true));
    assert!(world.discover("example.jp").await.is_ok(), "a protected one goes before");
}

#[tokio::test(start_paused = true)]
async fn servers_that_take_no_password_or_have_a_bad_certificate_are_not_offered() {
    let world = World::default().knock("smtp.example.jp", 465, 5, Err(ProbeFault::Certificate)).knock(
        "mail.example.jp",
        465,
        5,
        Ok(false),
    );
    let failure = world.discover("example.jp").await.unwrap_err();
    assert_eq!(failure.reason, Reason::NotFound);
    let said = |answer| failure.evidence.iter().any(|line| line.answer == answer);
    assert!(said(Heard::BadCertificate) && said(Heard::TakesNoPassword));
}
