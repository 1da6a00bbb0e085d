use crate::{by_ns, by_ptr};

#[test]
fn name_servers_have_their_companies() {
    for (name, id) in [
        ("ns1.xserver.jp", Some("xserver")),
        ("NS5.XSERVER.JP.", Some("xserver")),
        ("ns2.dns.ne.jp", Some("sakura")),
        ("uns01.lolipop.jp", Some("lolipop")),
        ("ns1.evil-xserver.jp", None),
        ("xserver.jp", None),
        ("ns1.xserver.jp.evil.example", None),
        ("", None),
    ] {
        assert_eq!(by_ns(name).map(|provider| provider.id), id, "{name}");
    }
}

#[test]
fn names_of_addresses_have_their_companies() {
    for (name, found) in [
        ("sv1234.xserver.jp", Some(("xserver", true))),
        ("www1234.sakura.ne.jp", Some(("sakura", true))),
        ("ik1-123-45678.vs.sakura.ne.jp", None),
        ("users101.phy.lolipop.jp", Some(("lolipop", false))),
        ("mail10.conoha.ne.jp", Some(("conoha", true))),
        ("www1.xserver.jp", None),
        ("sv1.xserver.jp.example", None),
    ] {
        assert_eq!(by_ptr(name).map(|sign| (sign.provider.id, sign.is_host)), found, "{name}");
    }
}
