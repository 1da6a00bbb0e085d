use std::net::IpAddr;

use crate::system::reach::{AddressFault, Reach};

#[test]
fn only_public_addresses_are_contacted() {
    for address in [
        "11.22.33.44",
        "8.8.8.8",
        "133.242.0.1",
        "2606:4700::1111",
        "64:ff9b::808:808",
        "::ffff:8.8.8.8",
        "2002:808:808::1",
    ] {
        assert!(Reach::Public.allows(address.parse::<IpAddr>().unwrap()), "{address}");
    }
    for address in [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd00::1",
        "ff02::1",
        "2001:db8::1",
        "2001:0:1::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::1",
        "::7f00:1",
    ] {
        assert!(!Reach::Public.allows(address.parse::<IpAddr>().unwrap()), "{address}");
    }
    assert!(Reach::Public.allows_port(443) && !Reach::Public.allows_port(8443));
}

#[tokio::test]
async fn this_computer_is_not_contacted() {
    assert_eq!(Reach::Public.addresses("localhost", 443).await, Err(AddressFault::Private));
}
