use contract::{AccountKind, Login, Protocol, Security, UserName, Verdict};

use crate::{WayOut, all, by_domain, by_id, by_submission_host};

#[test]
fn well_known_domains_have_their_providers() {
    for (domain, id) in [
        ("gmail.com", "google"),
        ("GoogleMail.com", "google"),
        ("outlook.jp", "outlook-personal"),
        ("hotmail.co.jp", "outlook-personal"),
        ("live.jp", "outlook-personal"),
        ("live.co.jp", "outlook-personal"),
        ("msn.com", "outlook-personal"),
        ("example.onmicrosoft.com", "microsoft365"),
        ("icloud.com", "icloud"),
        ("yahoo.com", "yahoo"),
        ("yahoo.co.jp", "yahoo-japan"),
        ("ymail.ne.jp", "yahoo-japan"),
        ("docomo.ne.jp", "docomo"),
        ("au.com", "au"),
        ("ezweb.ne.jp", "au"),
        ("i.softbank.jp", "softbank-i"),
        ("nifty.com", "nifty"),
        ("mb1.nifty.com", "nifty"),
        ("bma.biglobe.ne.jp", "biglobe"),
        ("xx5.so-net.ne.jp", "so-net"),
        ("dd.iij4u.or.jp", "iij4u"),
        ("a1.auone-net.jp", "auone-net"),
        ("taro.sakura.ne.jp", "sakura-initial"),
        ("web.de", "web-de"),
        ("gmx.com", "gmx-com"),
        ("posteo.jp", "posteo"),
        ("proton.me", "proton"),
        ("goo.jp", "goo"),
        ("qq.com", "qq"),
        ("gmail.com.", "google"),
    ] {
        assert_eq!(by_domain(domain).map(|row| row.id), Some(id), "{domain}");
    }
    for domain in ["example.jp", "sakura.ne.jp", "notgmail.com", "", ".", "com", "yahoo", "onmicrosoft.com"] {
        assert_eq!(by_domain(domain).map(|row| row.id), None, "{domain}");
    }
}

#[test]
fn gmail_and_outlook_are_as_they_should() {
    let google = by_domain("gmail.com").unwrap();
    assert_eq!(google.account_kind(), AccountKind::GooglePersonal);
    assert_eq!(google.logins, [Login::OAuth, Login::AppPassword]);
    let first = google.submission[0].server("gmail.com", None).unwrap();
    assert_eq!((first.host.as_str(), first.port, first.security), ("smtp.gmail.com", 465, Security::Tls));
    assert_eq!(google.preparation.unwrap().page, Some("https://myaccount.google.com/apppasswords"));

    let outlook = by_domain("outlook.jp").unwrap();
    assert_eq!(outlook.account_kind(), AccountKind::MicrosoftPersonal);
    assert_eq!(outlook.logins, [Login::OAuth], "passwords are refused there");
    assert!(outlook.submission.iter().all(|host| host.port == 587 && host.security == Security::Starttls));
    assert_eq!(outlook.submission[0].name, "smtp-mail.outlook.com");
}

#[test]
fn icloud_reads_with_another_user_name() {
    let icloud = by_domain("me.com").unwrap();
    assert_eq!(icloud.account_kind(), AccountKind::Mailbox("icloud".to_owned()));
    assert_eq!(icloud.submission.len(), 1);
    let server = icloud.submission[0].server("me.com", None).unwrap();
    assert_eq!((server.host.as_str(), server.port), ("smtp.mail.me.com", 587));
    assert_eq!(icloud.user_name.user_name(), UserName::Address);
    assert_eq!(icloud.mailbox_user_name(), UserName::LocalPart);
    let read = icloud.mailbox_servers("me.com", None);
    assert_eq!((read[0].protocol, read[0].server.host.as_str()), (Protocol::Imap, "imap.mail.me.com"));
    assert_eq!(icloud.verdict, Verdict::NeedsPreparation);
}

#[test]
fn hosts_follow_the_domain_or_the_mx() {
    let au = by_domain("a1.auone-net.jp").unwrap();
    assert_eq!(au.submission[0].server("a1.auone-net.jp", None).unwrap().host, "msa.a1.auone-net.jp");
    let xserver = by_id("xserver").unwrap();
    assert!(xserver.submission[0].needs_mx());
    assert_eq!(xserver.submission[0].server("example.jp", None), None);
    assert_eq!(
        xserver.submission[0].server("example.jp", Some("sv1.xserver.jp")).unwrap().host,
        "sv1.xserver.jp"
    );
    assert!(xserver.mailbox_servers("example.jp", None).is_empty());
}

#[test]
fn the_iij_user_name_has_a_dot() {
    let name = by_domain("dd.iij4u.or.jp").unwrap().user_name.user_name();
    assert_eq!(name.for_address("taro@dd.iij4u.or.jp"), "taro.dd.iij4u.or.jp");
}

#[test]
fn closed_services_say_why() {
    for (domain, way) in [
        ("proton.me", WayOut::Bridge),
        ("tuta.com", WayOut::OwnProgram),
        ("hey.com", WayOut::OwnProgram),
        ("goo.jp", WayOut::Ended { since: "2026-02-25" }),
        ("excite.co.jp", WayOut::Ended { since: "2018-09-18" }),
    ] {
        let row = by_domain(domain).unwrap();
        assert_eq!((row.account_kind(), row.verdict), (AccountKind::Closed, Verdict::Impossible), "{domain}");
        assert_eq!(row.way_out, Some(way), "{domain}");
        assert!(row.submission.is_empty(), "{domain}");
    }
}

#[test]
fn ids_are_sorted_and_found() {
    assert!(all().is_sorted_by(|one, other| one.id < other.id));
    for row in all() {
        assert_eq!(by_id(row.id), Some(row));
    }
    assert_eq!(by_id("nobody"), None);
}

#[test]
fn a_submission_host_names_the_organisations_service() {
    for (host, id) in [
        ("smtp.gmail.com", "google-workspace"),
        ("SMTP.office365.com", "microsoft365"),
        ("smtp-mail.outlook.com", "outlook-personal"),
        ("smtp.lolipop.jp", "lolipop"),
    ] {
        assert_eq!(by_submission_host(host).map(|row| row.id), Some(id), "{host}");
    }
    for host in ["{mx}", "smtp.example.jp", ""] {
        assert_eq!(by_submission_host(host), None, "{host}");
    }
}
