use contract::{AccountKind, EvidenceSource, Heard, Login, Protocol, Security, Trust, UserName, Verdict};

use super::world::{AUTOCONFIG, ISPDB, World, file};

#[tokio::test(start_paused = true)]
async fn organisations_are_found_by_mx() {
    for (host, kind, server) in [
        ("aspmx.l.google.com", AccountKind::GoogleWorkspace, "smtp.gmail.com"),
        ("example-jp.mail.protection.outlook.com", AccountKind::Microsoft365, "smtp.office365.com"),
        ("example-jp.j-v1.mx.microsoft", AccountKind::Microsoft365, "smtp.office365.com"),
        ("eur.olc.protection.outlook.com", AccountKind::MicrosoftPersonal, "smtp-mail.outlook.com"),
        ("mx.lolipop.jp", AccountKind::Mailbox("lolipop".to_owned()), "smtp.lolipop.jp"),
    ] {
        let found = World::default().mx("example.jp", 5, &[host]).discover("example.jp").await.unwrap();
        assert_eq!((&found.kind, found.submission[0].server.host.as_str()), (&kind, server), "{host}");
        assert_eq!(found.submission[0].trust, Trust::Table, "{host}");
        let evidence = found.evidence.iter().find(|line| line.source == EvidenceSource::Mx).unwrap();
        assert_eq!((evidence.host.as_str(), evidence.trust), (host, Trust::Table));
    }
}

#[tokio::test(start_paused = true)]
async fn a_host_known_from_the_mx_alone_is_believed_only_where_the_name_is_the_providers_own() {
    let found =
        World::default().mx("example.jp", 5, &["sv1.xserver.jp"]).discover("example.jp").await.unwrap();
    assert_eq!(
        (found.submission[0].server.host.as_str(), found.submission[0].trust),
        ("sv1.xserver.jp", Trust::Table)
    );

    let world = World::default().mx("example.jp", 5, &["www9.sakura.ne.jp"]);
    let found = world.discover("example.jp").await.unwrap();
    let first = &found.submission[0];
    assert_eq!((first.server.host.as_str(), first.trust), ("www9.sakura.ne.jp", Trust::Unproven));

    // What the domain itself says goes before it.
    let world = world.page(AUTOCONFIG, 100, &file("smtp.example.jp", "imap.example.jp"));
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!(found.submission[0].server.host, "smtp.example.jp");
}

#[tokio::test(start_paused = true)]
async fn an_own_domain_at_icloud_has_another_user_name() {
    let found =
        World::default().mx("example.jp", 5, &["mx01.mail.icloud.com"]).discover("example.jp").await.unwrap();
    assert!(matches!(&found.submission[0].user_name, UserName::Template(words) if words.contains("iCloud")));
    assert_eq!(found.retrieval_user_name, Some(UserName::LocalPart));
    assert_eq!(found.verdict, Verdict::NeedsPreparation);
}

#[tokio::test(start_paused = true)]
async fn a_filter_in_front_hides_the_mailbox_until_autoconfig_names_it() {
    let world = World::default().mx("example.jp", 5, &["mx0a.pphosted.com"]).page(
        AUTOCONFIG,
        30,
        &file("smtp.gmail.com", "imap.gmail.com"),
    );
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!(found.kind, AccountKind::GoogleWorkspace);
    assert_eq!(found.submission[0].logins, [Login::OAuth, Login::AppPassword]);
    assert!(
        found
            .evidence
            .iter()
            .any(|line| (line.answer, line.detail.as_str()) == (Heard::Filter, "Proofpoint"))
    );
    assert!(!world.asked().iter().any(|asked| asked.contains("pphosted")), "a filter is not knocked at");
}

#[tokio::test(start_paused = true)]
async fn a_hosting_companys_autoconfig_is_the_domains_word() {
    let world = World::default().page(AUTOCONFIG, 30, &file("mail.hoster.example", "mail.hoster.example"));
    let found = world.discover("example.jp").await.unwrap();
    let first = &found.submission[0];
    assert_eq!((found.kind, found.verdict, found.provider), (AccountKind::Unknown, Verdict::Ready, None));
    assert_eq!((first.trust, &first.user_name), (Trust::Domain, &UserName::Address));
    assert_eq!(first.logins, [Login::Password]);
    assert_eq!(found.display_name.as_deref(), Some("Example"));
    assert_eq!(found.retrieval[0].server.host, "mail.hoster.example");
    assert_eq!(found.retrieval_user_name, None);
}

#[tokio::test(start_paused = true)]
async fn a_redirect_to_another_organisation_has_to_be_agreed_to() {
    let body = file("mail.other.example", "mail.other.example");
    let world = World::default().page_from(AUTOCONFIG, 30, &body, "autoconfig.other.example");
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!(found.submission[0].trust, Trust::Unproven);
    let line = found.evidence.iter().find(|line| line.source == EvidenceSource::Autoconfig).unwrap();
    assert_eq!((line.answer, line.detail.as_str()), (Heard::Found, "mail.other.example"));
    assert_eq!(line.host, "autoconfig.example.jp (autoconfig.other.example)");
}

#[tokio::test(start_paused = true)]
async fn placeholders_become_forms() {
    for (written, form) in [
        ("%EMAILADDRESS%", Some(UserName::Address)),
        ("%EMAILLOCALPART%", Some(UserName::LocalPart)),
        ("%EMAILLOCALPART%@%EMAILDOMAIN%", Some(UserName::Address)),
        ("%EMAILLOCALPART%.%EMAILDOMAIN%", Some(UserName::Template("{local}.{domain}".to_owned()))),
        ("somebody", Some(UserName::Address)),
        ("%MOON%", None),
        ("{address}", None),
    ] {
        let body = file("smtp.example.jp", "imap.example.jp").replace("%EMAILADDRESS%", written);
        let found = World::default().page(AUTOCONFIG, 5, &body).discover("example.jp").await;
        assert_eq!(found.ok().map(|found| found.submission[0].user_name.clone()), form, "{written}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_file_without_a_login_that_we_have_is_of_no_use() {
    let oauth_only = file("smtp.example.jp", "imap.example.jp").replace("password-cleartext", "OAuth2");
    assert!(World::default().page(AUTOCONFIG, 5, &oauth_only).discover("example.jp").await.is_err());
    let at_microsoft =
        file("smtp.office365.com", "outlook.office365.com").replace("password-cleartext", "OAuth2");
    let found = World::default().page(AUTOCONFIG, 5, &at_microsoft).discover("example.jp").await.unwrap();
    assert_eq!(
        (found.kind, found.submission[0].logins.clone()),
        (AccountKind::Microsoft365, vec![Login::OAuth])
    );
    let by_address =
        file("smtp.example.jp", "imap.example.jp").replace("password-cleartext", "client-IP-address");
    assert!(World::default().page(AUTOCONFIG, 5, &by_address).discover("example.jp").await.is_err());
}

#[tokio::test(start_paused = true)]
async fn srv_records_are_read_in_their_order() {
    let world = World::default()
        .srv(
            "_submissions._tcp.example.jp",
            5,
            &[
                (20, 0, 465, "late.example.jp"),
                (10, 1, 465, "light.example.jp"),
                (10, 9, 465, "heavy.example.jp"),
            ],
        )
        .srv(
            "_submission._tcp.example.jp",
            5,
            &[(0, 0, 587, "start.example.net"), (0, 0, 0, "zero.example.jp")],
        )
        .srv("_imaps._tcp.example.jp", 5, &[(0, 0, 993, "imap.example.jp")])
        .srv("_pop3s._tcp.example.jp", 5, &[(0, 0, 995, "")]);
    let found = world.discover("example.jp").await.unwrap();
    let read: Vec<_> = found
        .submission
        .iter()
        .map(|candidate| (candidate.server.host.as_str(), candidate.server.security, candidate.trust))
        .collect();
    assert_eq!(
        read,
        [
            ("heavy.example.jp", Security::Tls, Trust::Domain),
            ("light.example.jp", Security::Tls, Trust::Domain),
            ("late.example.jp", Security::Tls, Trust::Domain),
        ],
        "what is believed less than the first gets no password when the first is not reached"
    );
    assert_eq!(found.retrieval.len(), 1);
    assert_eq!(found.retrieval[0].protocol, Protocol::Imap);
}

#[tokio::test(start_paused = true)]
async fn srv_targets_that_are_no_hosts_are_passed_over() {
    for target in ["", "localhost", "127.0.0.1", "bad_host.example.jp"] {
        let world = World::default().srv("_submissions._tcp.example.jp", 5, &[(0, 0, 465, target)]);
        let failure = world.discover("example.jp").await.unwrap_err();
        let line = failure.evidence.iter().find(|line| line.source == EvidenceSource::Srv).unwrap();
        assert_eq!(
            line.answer,
            if target.is_empty() { Heard::NotOffered } else { Heard::Nothing },
            "{target:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn ispdb_is_asked_for_the_company_behind_the_mx_too() {
    let world = World::default()
        .mx("example.jp", 5, &["mx1.mail.hoster.example", "mx2.hoster.example"])
        .page("https://v1.ispdb.net/hoster.example", 20, &file("smtp.hoster.example", "imap.hoster.example"));
    let found = world.discover("example.jp").await.unwrap();
    let first = &found.submission[0];
    assert_eq!((first.server.host.as_str(), first.trust), ("smtp.hoster.example", Trust::Unproven));
    assert_eq!(found.submission.len(), 1);

    let world = World::default().mx("example.jp", 5, &["mx1.example.jp"]);
    let _ = world.discover("example.jp").await;
    assert_eq!(world.asked().iter().filter(|asked| asked.contains("ispdb")).count(), 1, "not twice the same");
    assert!(world.asked().contains(&ISPDB.to_owned()));
}

#[tokio::test(start_paused = true)]
async fn a_known_name_without_known_servers_is_searched_and_keeps_its_name() {
    let world = World::default().knock("smtp.yahoo.ne.jp", 465, 10, Ok(true));
    let found = world.discover("yahoo.ne.jp").await.unwrap();
    assert_eq!(found.kind, AccountKind::Mailbox("ymobile".to_owned()));
    assert_eq!(found.display_name.as_deref(), Some("Y!mobile Mail"));
    assert_eq!((found.verdict, found.submission[0].trust), (Verdict::Ready, Trust::Domain));
}

#[tokio::test(start_paused = true)]
async fn closed_services_are_told_by_domain_and_by_mx() {
    let found = World::default().discover("proton.me").await.unwrap();
    assert_eq!((found.kind, found.verdict), (AccountKind::Closed, Verdict::Impossible));
    let found =
        World::default().mx("example.jp", 5, &["mail.tutanota.de"]).discover("example.jp").await.unwrap();
    assert_eq!((found.kind, found.verdict), (AccountKind::Closed, Verdict::Impossible));
    assert!(found.submission.is_empty());
    assert_eq!(found.provider.unwrap().id, "tuta");
}

#[tokio::test(start_paused = true)]
async fn a_pacc_document_is_asked_for_only_where_it_is_wanted() {
    let url = "https://ua-auto-config.example.jp/.well-known/user-agent-configuration.json";
    let body = r#"{"protocols":{"smtp":{"host":"smtp.example.jp"},"imap":{"host":"imap.example.jp"}}}"#;
    let world = World::default().page(url, 20, body);
    assert!(world.discover("example.jp").await.is_err());
    assert!(!world.asked().contains(&url.to_owned()));

    let world =
        World::default().page(url, 20, body).limits(crate::Limits { pacc: true, ..crate::Limits::default() });
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!(found.named_by, Some(EvidenceSource::Pacc));
    assert_eq!((found.submission[0].server.port, found.submission[0].trust), (465, Trust::Domain));
    assert_eq!(found.retrieval[0].server.host, "imap.example.jp");
}

#[tokio::test(start_paused = true)]
async fn srv_records_in_the_clear_are_read_as_starttls_and_known_ports_are_believed() {
    let world = World::default()
        .srv(
            "_submission._tcp.example.jp",
            5,
            &[(0, 0, 465, "smtp.example.jp"), (5, 0, 587, "smtp.example.jp")],
        )
        .srv("_imap._tcp.example.jp", 5, &[(0, 0, 143, "imap.example.jp")])
        .srv("_pop3._tcp.example.jp", 5, &[(0, 0, 110, "pop.example.jp")]);
    let found = world.discover("example.jp").await.unwrap();
    let read: Vec<_> = found.submission.iter().map(|one| (one.server.port, one.server.security)).collect();
    assert_eq!(read, [(465, Security::Tls), (587, Security::Starttls)]);
    let read: Vec<_> = found.retrieval.iter().map(|one| (one.protocol, one.server.security)).collect();
    assert_eq!(read, [(Protocol::Imap, Security::Starttls), (Protocol::Pop3, Security::Starttls)]);
}
