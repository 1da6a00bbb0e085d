use proptest::prelude::*;

use super::{is_not_offered, is_null_mx, order_mx, order_srv};
use crate::ports::{MxRecord, SrvRecord};

fn srv(priority: u16, weight: u16, port: u16, target: &str) -> SrvRecord {
    SrvRecord { priority, weight, port, target: target.to_owned() }
}

fn mx(preference: u16, exchange: &str) -> MxRecord {
    MxRecord { preference, exchange: exchange.to_owned() }
}

#[test]
fn priority_goes_before_weight_and_weight_before_the_name() {
    let ordered = order_srv(vec![
        srv(20, 100, 465, "late.example.jp"),
        srv(10, 0, 465, "b.example.jp"),
        srv(10, 0, 465, "a.example.jp"),
        srv(10, 50, 587, "Heavy.Example.JP."),
    ]);
    let targets: Vec<&str> = ordered.iter().map(|record| record.target.as_str()).collect();
    assert_eq!(targets, ["heavy.example.jp", "a.example.jp", "b.example.jp", "late.example.jp"]);
}

#[test]
fn what_is_no_public_server_is_passed_over() {
    for target in [
        "",
        ".",
        "localhost",
        "mail.localhost",
        "printer.local",
        "10.0.0.1",
        "127.0.0.1",
        "::1",
        "0x7f.1",
        "mail.internal",
        "nas.lan",
        "router.home.arpa",
        "bad_host.example.jp",
        "-.example.jp",
        "mail",
    ] {
        assert_eq!(order_srv(vec![srv(0, 0, 465, target)]), [], "{target:?}");
        assert_eq!(order_mx(vec![mx(0, target)]), [], "{target:?}");
    }
    for port in [0, 25] {
        assert_eq!(order_srv(vec![srv(0, 0, port, "smtp.example.jp")]), [], "{port}");
    }
}

#[test]
fn a_dot_alone_means_not_offered() {
    assert!(is_not_offered(&[srv(0, 0, 0, "")]) && is_not_offered(&[srv(0, 0, 0, ".")]));
    assert!(!is_not_offered(&[]) && !is_not_offered(&[srv(0, 0, 0, ""), srv(0, 0, 465, "smtp.example.jp")]));
    assert!(is_null_mx(&[mx(0, "")]) && is_null_mx(&[mx(0, "."), mx(10, "")]));
    assert!(!is_null_mx(&[]) && !is_null_mx(&[mx(0, ""), mx(10, "mx.example.jp")]));
}

#[test]
fn the_same_server_stands_once() {
    let ordered = order_srv(vec![srv(5, 0, 465, "a.example.jp"), srv(1, 0, 465, "A.example.jp.")]);
    assert_eq!(ordered, [srv(1, 0, 465, "a.example.jp")]);
    let ordered = order_mx(vec![mx(5, "mx.example.jp"), mx(1, "MX.example.jp.")]);
    assert_eq!(ordered, [mx(1, "mx.example.jp")]);
}

fn target() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c]\\.example\\.jp",
        "[A-C]\\.example\\.jp\\.",
        Just(String::new()),
        Just("localhost".to_owned()),
        "\\PC{0,12}",
        "[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}",
    ]
}

fn srv_records() -> impl Strategy<Value = Vec<SrvRecord>> {
    let port = prop_oneof![Just(0u16), Just(25), Just(465), Just(587), any::<u16>()];
    let one = (0u16..3, 0u16..3, port, target());
    prop::collection::vec(
        one.prop_map(|(priority, weight, port, target)| SrvRecord { priority, weight, port, target }),
        0..12,
    )
}

proptest! {
    #[test]
    fn the_order_of_arrival_says_nothing(records in srv_records(), turn in 0usize..12) {
        let ordered = order_srv(records.clone());
        let mut turned = records;
        let at = turn.min(turned.len());
        turned.rotate_left(at);
        turned.reverse();
        prop_assert_eq!(&ordered, &order_srv(turned));
        prop_assert_eq!(&ordered, &order_srv(ordered.clone()));
        prop_assert!(ordered.is_sorted_by_key(|record| (record.priority, std::cmp::Reverse(record.weight))));
        for record in &ordered {
            prop_assert!(record.port != 0 && record.port != 25);
            prop_assert!(crate::names::is_host(&record.target));
            prop_assert!(record.target.parse::<std::net::IpAddr>().is_err());
        }
    }

    #[test]
    fn mail_exchanges_too(records in prop::collection::vec((0u16..3, target()), 0..12), turn in 0usize..12) {
        let mut records: Vec<MxRecord> =
            records.into_iter().map(|(preference, exchange)| MxRecord { preference, exchange }).collect();
        let ordered = order_mx(records.clone());
        let at = turn.min(records.len());
        records.rotate_left(at);
        prop_assert_eq!(&ordered, &order_mx(records));
        prop_assert!(ordered.is_sorted_by_key(|record| record.preference));
        prop_assert!(ordered.iter().all(|record| crate::names::is_host(&record.exchange)));
    }
}
