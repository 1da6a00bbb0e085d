//! When the mailbox is hidden, or two answers part: one question, never a guess.

use contract::{AccountKind, EvidenceSource, Heard, Trust, Verdict};

use super::world::{AUTOCONFIG, ISPDB, WELL_KNOWN, World, file, tenant};
use crate::{Discovered, Doubt, DoubtReason, WebFault};

const OPENID: &str = "https://login.microsoftonline.com/example.jp/v2.0/.well-known/openid-configuration";

async fn doubt(world: &World) -> Doubt {
    match world.search("example.jp").await.unwrap() {
        Discovered::Doubt(doubt) => doubt,
        Discovered::Found(found) => panic!("{found:?}"),
    }
}

fn ids(doubt: &Doubt) -> Vec<&str> {
    doubt.choices.iter().map(|choice| choice.provider.map_or("-", |provider| provider.id)).collect()
}

fn filter(name: &str) -> DoubtReason {
    DoubtReason::Filter(name.to_owned())
}

fn behind_a_filter() -> World {
    World::default().mx("example.jp", 20, &["mx0a.pphosted.com", "mx0b.pphosted.com"])
}

#[tokio::test(start_paused = true)]
async fn a_filter_leads_to_a_question_with_google_and_microsoft() {
    let world = behind_a_filter();
    let doubt = doubt(&world).await;
    assert_eq!(
        (&doubt.reason, ids(&doubt)),
        (&filter("Proofpoint"), vec!["google-workspace", "microsoft365"])
    );
    let google = &doubt.choices[0];
    assert_eq!(
        (&google.kind, google.verdict, google.named_by),
        (&AccountKind::GoogleWorkspace, Verdict::Ready, None)
    );
    assert_eq!(google.submission[0].server.host, "smtp.gmail.com");
    assert_eq!(google.evidence, doubt.evidence);
    assert!(
        doubt
            .evidence
            .iter()
            .any(|line| (line.answer, line.detail.as_str()) == (Heard::Filter, "Proofpoint"))
    );
    assert!(
        !world.asked().iter().any(|asked| asked.contains("pphosted")),
        "a filter is nobody's mail server"
    );
}

#[tokio::test(start_paused = true)]
async fn forwarders_hide_the_mailbox_too() {
    let world =
        World::default().mx("example.jp", 5, &["route1.mx.cloudflare.net", "route2.mx.cloudflare.net"]);
    let doubt = doubt(&world).await;
    assert_eq!(doubt.reason, filter("Cloudflare"));
    assert!(doubt.evidence.iter().any(|line| line.answer == Heard::Forwarding));
}

#[tokio::test(start_paused = true)]
async fn signs_order_the_choices_and_decide_nothing() {
    let microsoft = ["google-workspace", "microsoft365"];
    let mut other_way = microsoft;
    other_way.reverse();
    for (world, order) in [
        (behind_a_filter().text("example.jp", 5, "v=spf1 include:_spf.google.com -all"), microsoft),
        (
            behind_a_filter().text("example.jp", 5, "v=spf1 include:spf.protection.outlook.com -all"),
            other_way,
        ),
        (behind_a_filter().page(OPENID, 40, &tenant("microsoftonline.com")), other_way),
        (
            behind_a_filter().alias("selector2._domainkey.example.jp", 5, "s2._domainkey.x.onmicrosoft.com"),
            other_way,
        ),
        (
            // A tenant for documents, and mail that Google signs.
            behind_a_filter()
                .page(OPENID, 40, &tenant("microsoftonline.com"))
                .text("google._domainkey.example.jp", 5, "v=DKIM1; k=rsa; p=MIIB")
                .text("example.jp", 5, "v=spf1 include:_spf.google.com -all"),
            microsoft,
        ),
        (behind_a_filter().text("google._domainkey.example.jp", 5, "v=DKIM1; p="), microsoft),
    ] {
        assert_eq!(ids(&doubt(&world).await), order);
    }
}

#[tokio::test(start_paused = true)]
async fn each_sign_is_told() {
    let world = behind_a_filter()
        .text("example.jp", 5, "v=spf1 include:_spf.google.com include:spf.protection.outlook.com -all")
        .text("google._domainkey.example.jp", 5, "p=MIIB")
        .page(OPENID, 40, &tenant("microsoftonline.com"));
    let doubt = doubt(&world).await;
    let told: Vec<(EvidenceSource, Heard, &str)> = doubt
        .evidence
        .iter()
        .filter(|line| {
            line.source >= EvidenceSource::OpenidConfiguration && line.source != EvidenceSource::Probe
        })
        .map(|line| (line.source, line.answer, line.detail.as_str()))
        .collect();
    for line in [
        (EvidenceSource::Spf, Heard::Hint, "google-workspace"),
        (EvidenceSource::Spf, Heard::Hint, "microsoft365"),
        (EvidenceSource::Dkim, Heard::Hint, "google-workspace"),
        (EvidenceSource::OpenidConfiguration, Heard::Tenant, "world"),
    ] {
        assert!(told.contains(&line), "{line:?} in {told:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_cloud_of_the_tenant_chooses_the_row() {
    for (cloud, id) in [
        ("microsoftonline.com", "microsoft365"),
        ("microsoftonline.us", "microsoft365-gov"),
        ("partner.microsoftonline.cn", "microsoft365-china"),
    ] {
        let doubt = doubt(&behind_a_filter().page(OPENID, 40, &tenant(cloud))).await;
        assert_eq!(ids(&doubt), [id, "google-workspace"], "{cloud}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_answers_at_the_usual_name_is_a_third_choice_and_no_decision() {
    let doubt = doubt(&behind_a_filter().knock("mail.example.jp", 465, 30, Ok(true))).await;
    assert_eq!(ids(&doubt), ["google-workspace", "microsoft365", "-"]);
    let own = &doubt.choices[2].submission[0];
    assert_eq!((own.server.host.as_str(), own.trust), ("mail.example.jp", Trust::Domain));
}

#[tokio::test(start_paused = true)]
async fn the_domains_own_word_decides_behind_a_filter() {
    let own = file("smtp.hoster.example", "imap.hoster.example");
    for url in [AUTOCONFIG, WELL_KNOWN, ISPDB] {
        let found = behind_a_filter().page(url, 60, &own).discover("example.jp").await.unwrap();
        assert_eq!(found.submission[0].server.host, "smtp.hoster.example", "{url}");
    }
    let world = behind_a_filter().srv("_submissions._tcp.example.jp", 5, &[(0, 0, 465, "smtp.example.jp")]);
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!((found.named_by, found.submission[0].trust), (Some(EvidenceSource::Srv), Trust::Domain));
}

#[tokio::test(start_paused = true)]
async fn a_second_record_beside_the_filter_is_a_sign_and_no_proof() {
    let world = World::default().mx(
        "example.jp",
        5,
        &["mx0a.pphosted.com", "example-jp.mail.protection.outlook.com"],
    );
    let doubt = doubt(&world).await;
    assert_eq!(
        (doubt.reason.clone(), ids(&doubt)),
        (filter("Proofpoint"), vec!["microsoft365", "google-workspace"])
    );
}

#[tokio::test(start_paused = true)]
async fn mx_records_of_two_services_are_asked_about() {
    let mx = ["aspmx.l.google.com", "example-jp.mail.protection.outlook.com"];
    let world = World::default().mx("example.jp", 20, &mx);
    let doubt = doubt(&world).await;
    assert_eq!(
        (&doubt.reason, ids(&doubt)),
        (&DoubtReason::TwoAnswers, vec!["google-workspace", "microsoft365"])
    );
    assert!(!world.asked().iter().any(|asked| asked.ends_with(":465")), "nobody has to be tried");

    let own = file("smtp.example.jp", "imap.example.jp");
    let found =
        World::default().mx("example.jp", 20, &mx).page(AUTOCONFIG, 30, &own).discover("example.jp").await;
    assert_eq!(found.unwrap().submission[0].server.host, "smtp.example.jp");
}

#[tokio::test(start_paused = true)]
async fn two_records_of_one_service_are_one_answer() {
    let world = World::default().mx("example.jp", 20, &["aspmx.l.google.com", "alt1.aspmx.l.google.com"]);
    assert!(world.discover("example.jp").await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn an_own_file_that_parts_from_the_mx_is_asked_about() {
    let own = file("smtp.hoster.example", "imap.hoster.example");
    for url in [AUTOCONFIG, WELL_KNOWN] {
        let world = World::default().mx("example.jp", 200, &["smtp.google.com"]).page(url, 205, &own);
        let doubt = doubt(&world).await;
        assert_eq!((&doubt.reason, ids(&doubt)), (&DoubtReason::TwoAnswers, vec!["google-workspace", "-"]));
        assert!(doubt.elapsed_ms <= 220, "{}", doubt.elapsed_ms);
    }
    let same = file("smtp.gmail.com", "imap.gmail.com");
    let world = World::default().mx("example.jp", 200, &["smtp.google.com"]).page(AUTOCONFIG, 195, &same);
    assert_eq!(world.discover("example.jp").await.unwrap().named_by, Some(EvidenceSource::Mx));
    let world = World::default().mx("example.jp", 200, &["smtp.google.com"]).page(AUTOCONFIG, 900, &own);
    assert!(world.discover("example.jp").await.is_ok(), "a file that comes later is not waited for");
    let world = World::default().mx("example.jp", 200, &["smtp.google.com"]).page(ISPDB, 195, &own);
    assert!(world.discover("example.jp").await.is_ok(), "ISPDB is not the domain's own word");
}

#[tokio::test(start_paused = true)]
async fn an_unknown_mx_with_signs_behind_it_may_be_a_filter() {
    let world = World::default()
        .mx("example.jp", 5, &["in1.filter.example"])
        .text("example.jp", 5, "v=spf1 include:spf.protection.outlook.com -all")
        .page(OPENID, 40, &tenant("microsoftonline.com"));
    let asked = doubt(&world).await;
    assert_eq!(
        (asked.reason.clone(), ids(&asked)),
        (filter("filter.example"), vec!["microsoft365", "google-workspace"])
    );

    let world = World::default().mx("example.jp", 5, &["in1.filter.example"]);
    assert!(world.search("example.jp").await.is_err(), "without a sign there is nothing to ask");
    assert!(!world.asked().iter().any(|asked| asked.contains("microsoftonline")), "Microsoft learns nothing");
}

#[tokio::test(start_paused = true)]
async fn microsoft_is_not_told_of_a_domain_that_has_nothing_to_do_with_it() {
    for world in [
        World::default(),
        World::default().mx("example.jp", 5, &["mx.example.jp"]),
        World::default().mx("example.jp", 5, &["smtp.google.com"]),
        World::default().page(AUTOCONFIG, 5, &file("smtp.example.jp", "imap.example.jp")),
    ] {
        let _ = world.search("example.jp").await;
        let asked = world.asked();
        assert!(
            !asked.iter().any(|asked| asked.contains("microsoftonline") || asked.starts_with("TXT")),
            "{asked:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn silent_signs_and_names_do_not_hold_the_question_back() {
    let world =
        behind_a_filter().web_fault(10, WebFault::NoSuchHost).knock_fault(60_000, crate::ProbeFault::Closed);
    let world = world.page(OPENID, 60_000, "");
    let doubt = doubt(&world).await;
    assert!(doubt.elapsed_ms <= 1100, "{}", doubt.elapsed_ms);
}
