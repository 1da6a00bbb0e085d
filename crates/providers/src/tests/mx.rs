use contract::AccountKind;
use proptest::prelude::*;

use crate::{MxMatch, by_mx};

fn provider(host: &str) -> Option<&'static str> {
    match by_mx(host) {
        Some(MxMatch::Provider { provider, .. }) => Some(provider.id),
        Some(MxMatch::Gateway(_) | MxMatch::Forwarder(_)) | None => None,
    }
}

#[test]
fn mx_hosts_have_their_providers() {
    for (host, id) in [
        ("smtp.google.com", "google-workspace"),
        ("aspmx.l.google.com", "google-workspace"),
        ("ALT1.ASPMX.L.GOOGLE.COM.", "google-workspace"),
        ("aspmx2.googlemail.com", "google-workspace"),
        ("example-jp.mail.protection.outlook.com", "microsoft365"),
        ("example-jp.a-v1.mx.microsoft", "microsoft365"),
        ("mta7.am0.yahoodns.net", "yahoo"),
        ("mx-aol.mail.gm0.yahoodns.net", "aol"),
        ("mx01.mail.icloud.com", "icloud"),
        ("in1-smtp.messagingengine.com", "fastmail"),
        ("mail.protonmail.ch", "proton-business"),
        ("mx2.zoho.jp", "zoho-jp"),
        ("mx.zoho.com", "zoho-com"),
        ("sv1234.xserver.jp", "xserver"),
        ("mail10.conoha.ne.jp", "conoha"),
        ("www1234.sakura.ne.jp", "sakura"),
        ("mx.lolipop.jp", "lolipop"),
        ("mx1.hostinger.com", "hostinger"),
        ("mx1.hostinger.co.uk", "hostinger"),
        ("mx00.ionos.de", "ionos-de"),
        ("example-co-jp.mail.eo.outlook.com", "microsoft365"),
        ("jp1-aspmx1.worksmobile.com", "line-works"),
        ("mwpremgw2.ocn.ad.jp", "bizmail"),
        ("mxi.alpha-prm.jp", "alpha-mail"),
        ("mgws317.kagoya.net", "kagoya"),
        ("ham1005.secure.ne.jp", "cpi"),
        ("mx-proxy502.heteml.jp", "heteml"),
        ("mx01.lolipop.jp", "lolipop"),
        ("mx02.active-w.net", "active-world"),
        ("bgmgate1.biglobe.ne.jp", "isp-hosting-japan"),
        ("aspmx1.migadu.com", "migadu"),
    ] {
        assert_eq!(provider(host), Some(id), "{host}");
    }
    for host in
        ["google.com.evil.example", "notgoogle.com", "smtp.google.com.jp", "mx.example.jp", "svx.xserver.jp"]
    {
        assert_eq!(by_mx(host), None, "{host}");
    }
}

#[test]
fn personal_outlook_is_told_from_microsoft_365() {
    let Some(MxMatch::Provider { provider, .. }) = by_mx("eur.olc.protection.outlook.com") else {
        panic!("unknown")
    };
    assert_eq!(provider.account_kind(), AccountKind::MicrosoftPersonal);
    let Some(MxMatch::Provider { provider, .. }) = by_mx("a.mail.protection.outlook.com") else {
        panic!("unknown")
    };
    assert_eq!(provider.account_kind(), AccountKind::Microsoft365);
}

#[test]
fn only_strict_names_are_the_providers_own() {
    for (host, own) in
        [("sv1.xserver.jp", true), ("mail1.conoha.ne.jp", true), ("www12345u.sakura.ne.jp", false)]
    {
        let Some(MxMatch::Provider { own_host, .. }) = by_mx(host) else { panic!("{host} is unknown") };
        assert_eq!(own_host, own, "{host}");
    }
    assert_eq!(by_mx("a.vs.sakura.ne.jp"), None, "a customer's own machine");
}

#[test]
fn filters_and_forwarders_say_nothing_of_the_mailbox() {
    for (host, name) in [
        ("mx0a-001.pphosted.com", "Proofpoint"),
        ("eu-smtp-inbound-1.mimecast.com", "Mimecast"),
        ("d1.ess.barracudanetworks.com", "Barracuda"),
        ("mx1.securemx.jp", "IIJ SecureMX"),
        ("mx1-us1.ppe-hosted.com", "Proofpoint"),
        ("cluster5a.us.messagelabs.com", "Symantec (MessageLabs)"),
        ("mx1.hc123-45.ap.iphmx.com", "Cisco"),
        ("in1.in.tmems-jp.trendmicro.com", "Trend Micro"),
        ("in.hes.trendmicro.eu", "Trend Micro"),
        ("mx-01-us-west-2.prod.hydra.sophos.com", "Sophos"),
        ("cluster1.eu.mailcontrol.com", "Forcepoint"),
        ("alt3.ap.email.fireeyecloud.com", "Trellix (FireEye)"),
        ("gw4022.fortimail.com", "Fortinet"),
        ("mx23a.antispameurope.com", "Hornetsecurity"),
        ("mx10.antispam.mailspamprotection.com", "SpamExperts (hosting)"),
        ("mail.system.digitalartscloud.com", "Digital Arts m-FILTER@Cloud"),
        ("i1.mailsecurity-nec.jp", "NEC Mail Security"),
        ("vcgw2.ocn.ad.jp", "NTT Communications"),
        ("mxjp2.nospamcloud.com", "Tsukaeru.net"),
    ] {
        assert_eq!(by_mx(host), Some(MxMatch::Gateway(name)), "{host}");
    }
    for (host, name) in [
        ("route1.mx.cloudflare.net", "Cloudflare"),
        ("mx2.improvmx.com", "ImprovMX"),
        ("mx1.forwardemail.net", "Forward Email"),
        ("mx1.simplelogin.co", "SimpleLogin"),
        ("mail2.anonaddy.me", "addy.io"),
        ("eforward5.registrar-servers.com", "Namecheap forwarding"),
        ("fwd1.porkbun.com", "Porkbun"),
        ("alt2.gmr-smtp-in.l.google.com", "Squarespace (Google Domains) forwarding"),
    ] {
        assert_eq!(by_mx(host), Some(MxMatch::Forwarder(name)), "{host}");
    }
    assert_eq!(by_mx("ms29696915.msv1.invalid.outlook.com"), None, "a place-holder: no mail goes there");
}

proptest! {
    #[test]
    fn any_host_is_answered(host in "\\PC{0,80}") {
        let _ = by_mx(&host);
    }

    #[test]
    fn repeated_digits_do_not_take_long(digits in "[0-9]{0,63}") {
        let _ = by_mx(&format!("mx{digits}.hostinger.a.b"));
    }
}

#[test]
fn an_own_domain_at_icloud_signs_in_with_the_icloud_address() {
    let Some(MxMatch::Provider { provider, user_name, .. }) = by_mx("mx02.mail.icloud.com") else {
        panic!("unknown")
    };
    assert_ne!(user_name, provider.user_name);
    let Some(MxMatch::Provider { provider, user_name, .. }) = by_mx("smtp.google.com") else {
        panic!("unknown")
    };
    assert_eq!(user_name, provider.user_name);
}
