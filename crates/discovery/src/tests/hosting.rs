//! Hosting companies whose customers have their own domain as MX, and files at the MX host's domain.

use contract::{AccountKind, EvidenceSource, Heard, Trust};

use super::world::{AUTOCONFIG, World, file};

const MX_AUTOCONFIG: &str = "https://autoconfig.hoster.example/mail/config-v1.1.xml";
const MX_PARENT: &str = "https://autoconfig.mail.hoster.example/mail/config-v1.1.xml";

#[tokio::test(start_paused = true)]
async fn the_name_of_the_address_tells_the_server() {
    for mx in [&["example.jp"][..], &[]] {
        let world = World::default()
            .mx("example.jp", 5, mx)
            .address("example.jp", 5, &["11.22.33.44", "2400::1"])
            .pointer("11.22.33.44", 5, "sv1234.xserver.jp");
        let found = world.discover("example.jp").await.unwrap();
        let first = &found.submission[0];
        assert_eq!((first.server.host.as_str(), first.server.port), ("sv1234.xserver.jp", 465), "{mx:?}");
        assert_eq!((first.trust, found.named_by), (Trust::Table, Some(EvidenceSource::Ptr)));
        assert_eq!(found.kind, AccountKind::Mailbox("xserver".to_owned()));
    }
}

#[tokio::test(start_paused = true)]
async fn a_customers_own_machine_is_not_taken_for_the_companys() {
    let world = World::default()
        .mx("example.jp", 5, &["mail.example.jp"])
        .address("mail.example.jp", 5, &["11.22.33.44"])
        .pointer("11.22.33.44", 5, "ik1-123-45678.vs.sakura.ne.jp");
    assert!(world.discover("example.jp").await.is_err());
}

#[tokio::test(start_paused = true)]
async fn a_server_that_proved_its_own_name_goes_before_the_company() {
    let world = World::default()
        .mx("example.jp", 5, &["mail.example.jp"])
        .address("mail.example.jp", 5, &["11.22.33.44"])
        .pointer("11.22.33.44", 5, "sv1234.xserver.jp")
        .knock("mail.example.jp", 465, 10, Ok(true));
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!(found.submission[0].server.host, "mail.example.jp");
}

#[tokio::test(start_paused = true)]
async fn private_addresses_are_not_asked_about() {
    for address in [
        "10.0.0.1",
        "192.168.1.1",
        "127.0.0.1",
        "169.254.1.1",
        "100.64.0.1",
        "fd00::1",
        "::1",
        "::ffff:10.0.0.1",
    ] {
        let world =
            World::default().mx("example.jp", 5, &["example.jp"]).address("example.jp", 5, &[address]);
        let failure = world.discover("example.jp").await.unwrap_err();
        let line = failure.evidence.iter().find(|line| line.source == EvidenceSource::Ptr).unwrap();
        assert_eq!((line.answer, line.detail.as_str()), (Heard::Refused, "private-address"), "{address}");
        assert!(!world.asked().iter().any(|asked| asked.starts_with("PTR")), "{address}");
    }
}

#[tokio::test(start_paused = true)]
async fn name_servers_are_a_weak_sign_that_the_person_is_asked_about() {
    let world = World::default().mx("example.jp", 5, &["example.jp"]).name_servers(
        "example.jp",
        5,
        &["uns02.lolipop.jp"],
    );
    let found = world.discover("example.jp").await.unwrap();
    let first = &found.submission[0];
    assert_eq!((first.server.host.as_str(), first.trust), ("smtp.lolipop.jp", Trust::Unproven));
    assert_eq!(found.named_by, Some(EvidenceSource::Ns));

    let world = World::default().mx("example.jp", 5, &["example.jp"]).name_servers(
        "example.jp",
        5,
        &["ns1.xserver.jp"],
    );
    let failure = world.discover("example.jp").await.unwrap_err();
    let line = failure.evidence.iter().find(|line| line.source == EvidenceSource::Ns).unwrap();
    assert_eq!(
        (line.answer, line.detail.as_str()),
        (Heard::Hint, "xserver"),
        "which server it is nobody knows"
    );
}

#[tokio::test(start_paused = true)]
async fn name_servers_belong_to_the_registered_domain() {
    let world = World::default().mx("mail.example.jp", 5, &["mail.example.jp"]);
    let _ = world.discover("mail.example.jp").await;
    assert!(world.asked().contains(&"NS example.jp".to_owned()));
}

#[tokio::test(start_paused = true)]
async fn a_file_at_the_mx_hosts_domain_has_to_be_agreed_to() {
    let body = file("smtp.hoster.example", "imap.hoster.example");
    let mx = ["mx1.mail.hoster.example"];
    let world = World::default().mx("example.jp", 5, &mx).page(MX_AUTOCONFIG, 20, &body);
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!(
        (found.submission[0].trust, found.named_by),
        (Trust::Unproven, Some(EvidenceSource::Autoconfig))
    );

    let better = file("parent.hoster.example", "imap.hoster.example");
    let world =
        World::default().mx("example.jp", 5, &mx).page(MX_AUTOCONFIG, 20, &body).page(MX_PARENT, 50, &better);
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!(
        found.submission[0].server.host, "parent.hoster.example",
        "the whole name goes before its base"
    );

    let own = file("smtp.example.jp", "imap.example.jp");
    let world = World::default().mx("example.jp", 5, &mx).page(MX_AUTOCONFIG, 20, &own);
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!(found.submission[0].trust, Trust::Domain, "a host under the mail domain needs nobody's word");
}

#[tokio::test(start_paused = true)]
async fn files_of_the_mx_are_not_looked_for_at_filters_services_and_the_domain_itself() {
    for mx in ["mx0a.pphosted.com", "route1.mx.cloudflare.net", "smtp.google.com", "mx1.example.jp"] {
        let world = World::default().mx("example.jp", 5, &[mx]).page(AUTOCONFIG, 2000, "");
        let _ = world.search("example.jp").await;
        let urls = world.asked().iter().filter(|asked| asked.contains("autoconfig")).count();
        assert_eq!(urls, 2, "{mx}");
    }
}
