use std::net::{Ipv4Addr, Ipv6Addr};

use tokio::net::TcpListener;

use super::{Family, first_answer, interleave};

#[tokio::test]
async fn the_other_family_is_used_where_the_first_does_not_answer_and_that_is_told() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let good = listener.local_addr().unwrap();
    // Nobody listens there, whether the computer has IPv6 or not.
    let bad = (Ipv6Addr::LOCALHOST, good.port()).into();
    let dialled = first_answer(&[bad, good]).await.unwrap();
    assert_eq!((dialled.family, dialled.instead), (Family::V4, true));
    let dialled = first_answer(&[good, bad]).await.unwrap();
    assert_eq!((dialled.family, dialled.instead), (Family::V4, false));
}

#[test]
fn families_take_turns_and_the_system_decides_who_is_first() {
    let found = ["[::1]:1", "[::2]:1", "127.0.0.1:1", "127.0.0.2:1"];
    let mixed = interleave(found.iter().map(|text| text.parse().unwrap()).collect());
    let texts: Vec<String> = mixed.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["[::1]:1", "127.0.0.1:1", "[::2]:1", "127.0.0.2:1"]);
}
