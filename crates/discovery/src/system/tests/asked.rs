//! How the DNS is asked: servers of the test on real sockets, which answer what they like.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use hickory_resolver::proto::op::{Message, OpCode, ResponseCode};
use hickory_resolver::proto::rr::rdata::{A, CNAME};
use hickory_resolver::proto::rr::{Name, RData, Record, RecordType};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, UdpSocket};

use crate::ports::LookupFault;
use crate::system::ask;

/// What a server sends for a question, which is the nth that it hears: any number of datagrams.
type Reply = fn(&Message, usize) -> Vec<Message>;

/// A server, and how many questions it has heard.
async fn server(reply: Reply) -> (SocketAddr, Arc<AtomicUsize>) {
    let socket = UdpSocket::bind(("127.0.0.1", 0)).await.unwrap();
    let address = socket.local_addr().unwrap();
    let heard = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&heard);
    tokio::spawn(async move {
        let mut packet = [0; 1500];
        while let Ok((length, peer)) = socket.recv_from(&mut packet).await {
            let question = Message::from_vec(&packet[..length]).unwrap();
            let number = count.fetch_add(1, Ordering::SeqCst);
            for answer in reply(&question, number) {
                let _ = socket.send_to(&answer.to_vec().unwrap(), peer).await;
            }
        }
    });
    (address, heard)
}

fn empty(question: &Message) -> Message {
    let mut answer = Message::response(question.metadata.id, OpCode::Query);
    answer.add_queries(question.queries.clone());
    answer
}

fn failing(question: &Message, code: ResponseCode) -> Message {
    let mut answer = empty(question);
    answer.metadata.response_code = code;
    answer
}

fn name(text: &str) -> Name {
    Name::from_ascii(text).unwrap()
}

/// An answer with `address` for what was asked.
fn good(question: &Message, address: [u8; 4]) -> Message {
    let mut answer = empty(question);
    answer.add_answer(Record::from_rdata(question.queries[0].name.clone(), 60, RData::A(A(address.into()))));
    answer
}

fn alias(of: &str, target: &str) -> Record {
    Record::from_rdata(name(of), 60, RData::CNAME(CNAME(name(target))))
}

const GOOD: [u8; 4] = [11, 22, 33, 44];
const FORGED: [u8; 4] = [66, 66, 66, 66];

async fn addresses(servers: &[SocketAddr], asked: &str) -> Result<Vec<String>, LookupFault> {
    let records = ask::records(servers, name(asked), RecordType::A).await?;
    Ok(records.iter().map(|record| record.data.to_string()).collect())
}

async fn told(reply: Reply) -> Result<Vec<String>, LookupFault> {
    addresses(&[server(reply).await.0], "example.jp.").await
}

fn found() -> Result<Vec<String>, LookupFault> {
    Ok(vec!["11.22.33.44".to_owned()])
}

#[tokio::test]
async fn a_datagram_that_was_lost_is_sent_again() {
    assert_eq!(
        told(|question, number| if number == 0 { Vec::new() } else { vec![good(question, GOOD)] }).await,
        found()
    );
}

#[tokio::test]
async fn a_server_that_is_silent_or_fails_leaves_the_word_to_the_next() {
    let (good_one, _) = server(|question, _| vec![good(question, GOOD)]).await;
    for bad in [
        (|_, _| Vec::new()) as Reply,
        |question, _| vec![failing(question, ResponseCode::ServFail)],
        |question, _| vec![failing(question, ResponseCode::Refused)],
    ] {
        assert_eq!(addresses(&[server(bad).await.0, good_one], "example.jp.").await, found());
    }
    // Nobody is there at all.
    assert_eq!(addresses(&[([127, 0, 0, 1], 9).into(), good_one], "example.jp.").await, found());
    assert_eq!(addresses(&[([127, 0, 0, 1], 9).into()], "example.jp.").await, Err(LookupFault::Network));
    assert_eq!(addresses(&[], "example.jp.").await, Err(LookupFault::Network));
}

#[tokio::test]
async fn that_a_name_does_not_exist_is_believed_at_once() {
    let (first, _) = server(|question, _| vec![failing(question, ResponseCode::NXDomain)]).await;
    let (second, heard) = server(|question, _| vec![good(question, GOOD)]).await;
    assert_eq!(addresses(&[first, second], "example.jp.").await, Err(LookupFault::NoSuchName));
    assert_eq!(heard.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn what_answers_another_question_is_not_believed() {
    let forged: Reply = |question, _| {
        let mut other_id = good(question, FORGED);
        other_id.metadata.id = question.metadata.id.wrapping_add(1);
        let mut other_name = good(question, FORGED);
        other_name.queries[0].name = name("example.com.");
        let mut other_kind = good(question, FORGED);
        other_kind.queries[0].query_type = RecordType::AAAA;
        let mut no_question = good(question, FORGED);
        no_question.queries.clear();
        let mut a_question = good(question, FORGED);
        a_question.metadata.message_type = question.metadata.message_type;
        // The right question, and records of another name with it.
        let mut right = good(question, GOOD);
        right.add_answer(Record::from_rdata(name("example.com."), 60, RData::A(A(FORGED.into()))));
        vec![other_id, other_name, other_kind, no_question, a_question, right]
    };
    assert_eq!(told(forged).await, found());
}

#[tokio::test]
async fn a_server_that_does_not_understand_need_not_repeat_the_question() {
    let short: Reply = |question, _| {
        let mut answer = failing(question, ResponseCode::FormErr);
        answer.queries.clear();
        vec![answer]
    };
    assert_eq!(told(short).await, Err(LookupFault::Server));
}

#[tokio::test]
async fn an_alias_is_followed_within_an_answer_and_beyond_it() {
    let within: Reply = |question, _| {
        let mut answer = empty(question);
        answer.add_answer(alias("example.jp.", "a.example.net."));
        answer.add_answer(alias("a.example.net.", "b.example.net."));
        answer.add_answer(Record::from_rdata(name("b.example.net."), 60, RData::A(A(GOOD.into()))));
        vec![answer]
    };
    assert_eq!(told(within).await, found());
    let beyond: Reply = |question, _| {
        if question.queries[0].name == name("a.example.net.") {
            return vec![good(question, GOOD)];
        }
        let mut answer = empty(question);
        answer.add_answer(alias("example.jp.", "a.example.net."));
        vec![answer]
    };
    assert_eq!(told(beyond).await, found());
    let (address, heard) = server(|question, _| {
        let mut answer = empty(question);
        answer.add_answer(alias("example.jp.", "other.example."));
        answer.add_answer(alias("other.example.", "example.jp."));
        vec![answer]
    })
    .await;
    // In a circle there is no name in the end, and nobody is asked for ever.
    assert_eq!(addresses(&[address], "example.jp.").await, Err(LookupFault::NoSuchName));
    assert!(heard.load(Ordering::SeqCst) <= 8);
}

#[tokio::test]
async fn some_names_are_told_to_nobody() {
    let (address, heard) = server(|question, _| vec![good(question, GOOD)]).await;
    for asked in ["example.onion.", "example.INVALID.", "localhost."] {
        assert_eq!(addresses(&[address], asked).await, Err(LookupFault::NoSuchName), "{asked}");
    }
    assert_eq!(heard.load(Ordering::SeqCst), 0);
}

/// Answers by datagram that it is too long for one, and by stream with what `message` makes of the question.
async fn truncating(message: fn(&Message) -> Option<Vec<u8>>) -> Result<Vec<String>, LookupFault> {
    // Both have the same port, or it is tried anew.
    let (socket, listener) = loop {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        if let Ok(socket) = UdpSocket::bind(listener.local_addr().unwrap()).await {
            break (socket, listener);
        }
    };
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let mut packet = [0; 1500];
        while let Ok((length, peer)) = socket.recv_from(&mut packet).await {
            let mut answer = empty(&Message::from_vec(&packet[..length]).unwrap());
            answer.metadata.truncation = true;
            let _ = socket.send_to(&answer.to_vec().unwrap(), peer).await;
        }
    });
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut question = vec![0; usize::from(stream.read_u16().await.unwrap())];
            stream.read_exact(&mut question).await.unwrap();
            if let Some(answer) = message(&Message::from_vec(&question).unwrap()) {
                let _ = stream.write_all(&answer).await;
            }
        }
    });
    addresses(&[address], "example.jp.").await
}

fn with_length(message: &[u8]) -> Vec<u8> {
    [&u16::try_from(message.len()).unwrap().to_be_bytes(), message].concat()
}

#[tokio::test]
async fn what_is_too_long_for_a_datagram_comes_by_a_stream() {
    let whole = truncating(|question| Some(with_length(&good(question, GOOD).to_vec().unwrap())));
    assert_eq!(whole.await, found());
    // Closed without a word, cut short, and no message at all.
    for broken in [
        (|_| None) as fn(&Message) -> Option<Vec<u8>>,
        |question| Some(with_length(&good(question, GOOD).to_vec().unwrap())[..20].to_vec()),
        |_| Some(with_length(b"nonsense that is no message")),
    ] {
        assert_eq!(truncating(broken).await, Err(LookupFault::Server));
    }
}
