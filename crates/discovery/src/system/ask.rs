//! One question to the DNS (RFC 1035): which server is asked when, and which answer is believed.
//!
//! Lives here: the order of the servers, the time each has, the check that an answer belongs to its question, and TCP
//! where a datagram was too small. Does not live here: the form of the messages (hickory), what the records mean
//! (`resolver.rs`). A program that asks some twenty names in its life needs no cache and no pool of connections, which
//! weigh more than all the rest (docs/adr/0008).

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use futures_util::stream::{FuturesUnordered, StreamExt as _};
use hickory_resolver::proto::op::{Message, MessageType, Query, ResponseCode};
use hickory_resolver::proto::rr::{Name, RData, Record, RecordType};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::{Instant, sleep_until};

use crate::ports::LookupFault;

/// A name server has this long, and all of them together.
const WHOLE: Duration = Duration::from_secs(2);
/// Each server is asked so often: a datagram can be lost, and with three the second comes within the first second, after
/// which the search tries names.
const ROUNDS: usize = 3;
/// A chain of aliases is followed so far.
const LONGEST_CHAIN: usize = 8;
/// Without EDNS a datagram holds 512 octets; servers that send more are read.
const LARGEST_DATAGRAM: usize = 4096;
/// Under these nobody is asked (RFC 6761, RFC 7686).
const NEVER_ASKED: [&[u8]; 3] = [b"invalid", b"localhost", b"onion"];

/// The records of a kind that the name has, or that the name has for which it is an alias.
///
/// # Errors
///
/// [`LookupFault::NoSuchName`] is an answer, and what a chain of aliases without an end comes to;
/// [`LookupFault::Server`] when somebody answered and nobody usefully; [`LookupFault::Network`] when nobody answered within
/// two seconds.
pub(super) async fn records(
    servers: &[SocketAddr],
    name: Name,
    kind: RecordType,
) -> Result<Vec<Record>, LookupFault> {
    let mut name = name;
    for _ in 0..LONGEST_CHAIN {
        let last = name.iter().next_back().unwrap_or_default();
        if NEVER_ASKED.iter().any(|never| last.eq_ignore_ascii_case(never)) {
            return Err(LookupFault::NoSuchName);
        }
        let answers = of_any(servers, &Query::query(name.clone(), kind)).await?.answers;
        let end = end_of_chain(&answers, &name, kind).ok_or(LookupFault::NoSuchName)?;
        let found: Vec<Record> =
            answers.into_iter().filter(|record| record.record_type() == kind && record.name == end).collect();
        // Most servers give what the alias leads to with it; this one did not.
        if !found.is_empty() || end == name {
            return Ok(found);
        }
        name = end;
    }
    Err(LookupFault::NoSuchName)
}

/// The name that an answer is about in the end (RFC 1034 section 3.6.2); `None` where aliases lead in a circle.
fn end_of_chain(answers: &[Record], name: &Name, kind: RecordType) -> Option<Name> {
    let mut passed = vec![name.clone()];
    while kind != RecordType::CNAME && passed.len() <= LONGEST_CHAIN {
        let end = passed.last()?;
        let mut aliases = answers.iter().filter(|record| record.name == *end).filter_map(|record| {
            let RData::CNAME(alias) = &record.data else { return None };
            Some(alias.0.clone())
        });
        let Some(alias) = aliases.next() else { break };
        if passed.contains(&alias) {
            return None;
        }
        passed.push(alias);
    }
    passed.pop()
}

/// Asks the servers in their order, the next one when the last has had its share of the time or has failed, and each
/// again. All of them are listened to until the end, so that a slow one is heard.
async fn of_any(servers: &[SocketAddr], query: &Query) -> Result<Message, LookupFault> {
    let tries = servers.len() * ROUNDS;
    let share = WHOLE / u32::try_from(tries.max(1)).unwrap_or(1);
    let begun = Instant::now();
    let mut next = begun;
    let mut left = servers.iter().cycle().take(tries).peekable();
    let mut asked = FuturesUnordered::new();
    let mut fault = LookupFault::Network;
    while !asked.is_empty() || left.peek().is_some() {
        tokio::select! {
            biased;
            Some(answer) = asked.next(), if !asked.is_empty() => match answer {
                Ok(_) | Err(LookupFault::NoSuchName) => return answer,
                Err(failure) => {
                    if failure == LookupFault::Server {
                        fault = failure;
                    }
                    next = Instant::now();
                }
            },
            () = sleep_until(next), if left.peek().is_some() => {
                asked.extend(left.next().map(|server| of_one(*server, query)));
                next += share;
            }
            () = sleep_until(begun + WHOLE) => break,
        }
    }
    Err(fault)
}

/// One server's answer, if it is one.
async fn of_one(server: SocketAddr, query: &Query) -> Result<Message, LookupFault> {
    // An id and a port of its own for each try: nobody who does not see the question can answer it (RFC 5452).
    let mut question = Message::query();
    question.metadata.recursion_desired = true;
    question.add_query(query.clone());
    let bytes = question.to_vec().map_err(|_| LookupFault::NoSuchName)?;
    let mut answer = by_datagram(server, &question, &bytes).await?;
    if answer.metadata.truncation {
        answer = by_stream(server, &question, &bytes).await?;
    }
    let code = answer.metadata.response_code;
    if code == ResponseCode::NoError {
        return Ok(answer);
    }
    Err(if code == ResponseCode::NXDomain { LookupFault::NoSuchName } else { LookupFault::Server })
}

async fn by_datagram(server: SocketAddr, question: &Message, bytes: &[u8]) -> Result<Message, LookupFault> {
    let any: SocketAddr = if server.is_ipv4() { ([0; 4], 0).into() } else { ([0_u16; 8], 0).into() };
    let network = |_: io::Error| LookupFault::Network;
    let socket = UdpSocket::bind(any).await.map_err(network)?;
    // From here on the system drops what others send.
    socket.connect(server).await.map_err(network)?;
    socket.send(bytes).await.map_err(network)?;
    let mut datagram = vec![0; LARGEST_DATAGRAM];
    loop {
        let length = socket.recv(&mut datagram).await.map_err(network)?;
        match read(datagram.get(..length).unwrap_or_default(), question) {
            // Somebody else's guess: the answer may still come.
            Err(NotMine) => {}
            Ok(answer) => return answer.ok_or(LookupFault::Server),
        }
    }
}

/// A stream carries the length before the message (RFC 7766 section 8).
async fn by_stream(server: SocketAddr, question: &Message, bytes: &[u8]) -> Result<Message, LookupFault> {
    let length = u16::try_from(bytes.len()).map_err(|_| LookupFault::NoSuchName)?;
    let exchange = async {
        let mut stream = TcpStream::connect(server).await?;
        stream.write_all(&[&length.to_be_bytes(), bytes].concat()).await?;
        let mut message = vec![0; usize::from(stream.read_u16().await?)];
        stream.read_exact(&mut message).await?;
        Ok::<_, io::Error>(message)
    };
    // It answered, and what it has to say does not come.
    let message = exchange.await.map_err(|_| LookupFault::Server)?;
    read(&message, question).ok().flatten().ok_or(LookupFault::Server)
}

/// It answers another question.
struct NotMine;

/// The answer to this question, or `None` when it cannot be read.
fn read(bytes: &[u8], question: &Message) -> Result<Option<Message>, NotMine> {
    if bytes.get(..2) != Some(&question.metadata.id.to_be_bytes()[..]) {
        return Err(NotMine);
    }
    let Ok(answer) = Message::from_vec(bytes) else { return Ok(None) };
    // A server that does not understand a question need not repeat it.
    let repeats = answer.queries == question.queries
        || answer.queries.is_empty() && answer.metadata.response_code != ResponseCode::NoError;
    let is_answer = answer.metadata.message_type == MessageType::Response && repeats;
    if is_answer { Ok(Some(answer)) } else { Err(NotMine) }
}
