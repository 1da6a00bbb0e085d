use std::net::SocketAddr;

use tokio::net::TcpListener;

use super::{first_answer, in_turn};
use crate::ports::ProbeFault;

fn read(texts: &[&str]) -> Vec<SocketAddr> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

#[test]
fn families_take_turns_and_the_system_decides_who_is_first() {
    let found = read(&["[::1]:1", "[::2]:1", "127.0.0.1:1", "127.0.0.2:1"]);
    assert_eq!(in_turn(&found), read(&["[::1]:1", "127.0.0.1:1", "[::2]:1", "127.0.0.2:1"]));
    let found = read(&["127.0.0.1:1", "[::1]:1", "127.0.0.2:1"]);
    assert_eq!(in_turn(&found), found);
}

#[tokio::test]
async fn an_address_that_is_closed_does_not_hide_the_next() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let good = listener.local_addr().unwrap();
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    assert_eq!(first_answer(&[free, good]).await.unwrap().peer_addr().unwrap(), good);
    assert_eq!(first_answer(&[free]).await.unwrap_err(), ProbeFault::Closed);
}

/// A full queue takes no more connections and refuses none.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn an_address_that_does_not_answer_costs_a_quarter_of_a_second() {
    use std::time::Duration;

    use tokio::net::{TcpSocket, TcpStream};
    use tokio::time::timeout;

    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let dead = socket.listen(1).unwrap();
    let silent = dead.local_addr().unwrap();
    let mut queue = Vec::new();
    while let Ok(stream) = timeout(Duration::from_millis(300), TcpStream::connect(silent)).await {
        queue.push(stream);
        assert!(queue.len() < 64, "the queue has an end");
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let good = listener.local_addr().unwrap();
    let answer = timeout(Duration::from_secs(2), first_answer(&[silent, good])).await.unwrap();
    assert_eq!(answer.unwrap().peer_addr().unwrap(), good);
}
