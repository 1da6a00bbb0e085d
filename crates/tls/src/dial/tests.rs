use std::io;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use tokio::net::TcpListener;

use super::{DialFault, Family, connect_fault, dial_any, interleave, lookup_fault, more_telling};

#[tokio::test]
async fn the_other_family_is_used_where_the_first_does_not_answer_and_that_is_told() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let good = listener.local_addr().unwrap();
    // Nobody listens there, whether the computer has IPv6 or not.
    let bad = (Ipv6Addr::LOCALHOST, good.port()).into();
    let dialled = dial_any(vec![bad, good]).await.unwrap();
    assert_eq!((dialled.family, dialled.instead), (Family::V4, true));
    let dialled = dial_any(vec![good, bad]).await.unwrap();
    assert_eq!((dialled.family, dialled.instead), (Family::V4, false));
}

#[test]
fn families_take_turns_and_the_system_decides_who_is_first() {
    let found = ["[::1]:1", "[::2]:1", "127.0.0.1:1", "127.0.0.2:1"];
    let mixed = interleave(found.iter().map(|text| text.parse().unwrap()).collect());
    let texts: Vec<String> = mixed.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["[::1]:1", "127.0.0.1:1", "[::2]:1", "127.0.0.2:1"]);
}

#[test]
fn of_many_addresses_eight_are_tried_and_of_both_families() {
    let found = (1..=9).map(|last| format!("[::{last}]:1")).chain(["127.0.0.1:1".to_owned()]);
    let mixed = interleave(found.map(|text| text.parse().unwrap()).collect());
    assert_eq!(mixed.len(), 8);
    assert_eq!(mixed[1].to_string(), "127.0.0.1:1");
}

#[test]
fn a_name_that_nobody_could_look_up_is_told_from_one_that_does_not_exist() {
    let fault = |words: &str| lookup_fault(&io::Error::other(words.to_owned()));
    let look_up = "failed to lookup address information: ";
    assert_eq!(fault(&format!("{look_up}Temporary failure in name resolution")), DialFault::LookupFailed);
    assert_eq!(fault(&format!("{look_up}Name or service not known")), DialFault::NotFound);
    assert_eq!(lookup_fault(&io::Error::from_raw_os_error(11_002)), DialFault::LookupFailed);
    assert_eq!(lookup_fault(&io::Error::from_raw_os_error(11_001)), DialFault::NotFound);
}

#[test]
fn a_closed_port_tells_more_than_a_missing_way_whichever_comes_first() {
    let refused = connect_fault(io::ErrorKind::ConnectionRefused);
    assert_eq!(refused, DialFault::Refused);
    let unreachable = connect_fault(io::ErrorKind::NetworkUnreachable);
    assert_eq!(unreachable, connect_fault(io::ErrorKind::HostUnreachable));
    assert_eq!(unreachable, DialFault::Unreachable);
    let silent = DialFault::TimedOut { waited: Duration::from_secs(1) };
    let other = connect_fault(io::ErrorKind::PermissionDenied);
    assert_eq!(other, DialFault::Other(io::ErrorKind::PermissionDenied));
    let order = [refused, other, silent, unreachable];
    for (at, more) in order.iter().enumerate() {
        for less in &order[at..] {
            assert_eq!(more_telling(Some(*more), *less), *more);
            assert_eq!(more_telling(Some(*less), *more), *more);
        }
    }
    assert_eq!(more_telling(None, unreachable), unreachable);
}

#[tokio::test]
async fn an_address_that_is_closed_does_not_hide_the_next() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let good = listener.local_addr().unwrap();
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap().local_addr().unwrap();
    let dialled = dial_any(vec![free, good]).await.unwrap();
    assert_eq!(dialled.stream.peer_addr().unwrap(), good);
    assert_eq!(dial_any(vec![free]).await.unwrap_err(), DialFault::Refused);
    assert_eq!(dial_any(Vec::new()).await.unwrap_err(), DialFault::NotFound);
}

/// A full queue takes no more connections and refuses none.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn an_address_that_does_not_answer_costs_a_quarter_of_a_second() {
    use tokio::net::{TcpSocket, TcpStream};
    use tokio::time::timeout;

    let socket = TcpSocket::new_v4().unwrap();
    socket.bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
    let dead = socket.listen(1).unwrap();
    let silent = dead.local_addr().unwrap();
    let mut queue = Vec::new();
    while let Ok(stream) = timeout(Duration::from_millis(300), TcpStream::connect(silent)).await {
        queue.push(stream);
        assert!(queue.len() < 64, "the queue has an end");
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let good = listener.local_addr().unwrap();
    let answer = timeout(Duration::from_secs(2), dial_any(vec![silent, good])).await.unwrap();
    assert_eq!(answer.unwrap().stream.peer_addr().unwrap(), good);
}
