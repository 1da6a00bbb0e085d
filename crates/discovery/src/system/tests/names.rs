//! The resolver against a name server of the test, byte by byte on a real socket.

use std::net::{IpAddr, SocketAddr};
use std::sync::OnceLock;

use tokio::net::UdpSocket;

use crate::ports::{LookupFault, MxRecord, Resolver, SrvRecord};
use crate::system::resolver::{self, SystemResolver};

/// Response codes (RFC 1035 section 4.1.1).
const NO_ERROR: u8 = 0;
const SERVER_FAILURE: u8 = 2;
const NAME_ERROR: u8 = 3;

/// What the server answers: a response code and one RDATA a record, or nothing at all.
type Script = Option<(u8, Vec<Vec<u8>>)>;

/// Answers every question with `script` when the question is of type `kind`, else with "no records".
async fn name_server(kind: u16, script: Script) -> SocketAddr {
    let socket = UdpSocket::bind(("127.0.0.1", 0)).await.unwrap();
    let address = socket.local_addr().unwrap();
    tokio::spawn(async move {
        let mut packet = [0; 1500];
        while let Ok((length, peer)) = socket.recv_from(&mut packet).await {
            let Some((code, records)) = &script else { continue };
            let end = 12 + packet[12..length].iter().position(|byte| *byte == 0).unwrap() + 5;
            let asked = u16::from_be_bytes([packet[end - 4], packet[end - 3]]);
            let records: &[Vec<u8>] = if asked == kind { records } else { &[] };
            let mut answer = packet[..2].to_vec();
            answer.extend([0x81, 0x80 | code, 0, 1, 0, u8::try_from(records.len()).unwrap(), 0, 0, 0, 0]);
            answer.extend_from_slice(&packet[12..end]);
            for data in records {
                answer.extend([0xc0, 12]);
                answer.extend(kind.to_be_bytes());
                answer.extend([0, 1, 0, 0, 0, 60]);
                answer.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
                answer.extend_from_slice(data);
            }
            let _ = socket.send_to(&answer, peer).await;
        }
    });
    address
}

fn name(text: &str) -> Vec<u8> {
    let labels = text.split('.').filter(|label| !label.is_empty());
    let mut bytes: Vec<u8> = labels
        .flat_map(|label| std::iter::once(u8::try_from(label.len()).unwrap()).chain(label.bytes()))
        .collect();
    bytes.push(0);
    bytes
}

fn mx(preference: u16, host: &str) -> Vec<u8> {
    [preference.to_be_bytes().to_vec(), name(host)].concat()
}

const MX: u16 = 15;
const SRV: u16 = 33;
const A: u16 = 1;
const NS: u16 = 2;
const CNAME: u16 = 5;
const PTR: u16 = 12;
const TXT: u16 = 16;

async fn ask_mx(script: Script) -> Result<Vec<MxRecord>, LookupFault> {
    SystemResolver::asking(&[name_server(MX, script).await]).mx("example.jp").await
}

#[tokio::test]
async fn mx_records_are_read() {
    let records =
        ask_mx(Some((NO_ERROR, vec![mx(10, "MX1.example.jp"), mx(20, "mx2.example.jp")]))).await.unwrap();
    let hosts: Vec<(u16, &str)> = records.iter().map(|mx| (mx.preference, mx.exchange.as_str())).collect();
    assert_eq!(hosts, [(10, "mx1.example.jp"), (20, "mx2.example.jp")]);
}

#[tokio::test]
async fn null_mx_no_mx_and_no_domain_are_told_apart() {
    let null = MxRecord { preference: 0, exchange: String::new() };
    assert_eq!(ask_mx(Some((NO_ERROR, vec![mx(0, "")]))).await, Ok(vec![null]));
    assert_eq!(ask_mx(Some((NO_ERROR, Vec::new()))).await, Ok(Vec::new()));
    assert_eq!(ask_mx(Some((NAME_ERROR, Vec::new()))).await, Err(LookupFault::NoSuchName));
}

#[tokio::test]
async fn a_failing_and_a_silent_resolver_are_told_apart() {
    assert_eq!(ask_mx(Some((SERVER_FAILURE, Vec::new()))).await, Err(LookupFault::Server));
    assert_eq!(ask_mx(None).await, Err(LookupFault::Network));
    assert_eq!(SystemResolver::unavailable().mx("example.jp").await, Err(LookupFault::Unavailable));
}

/// A computer that starts without its network.
#[tokio::test]
async fn settings_that_come_later_are_read_then() {
    static SERVER: OnceLock<SocketAddr> = OnceLock::new();
    let resolver = SystemResolver::reading(|| SERVER.get().map(|server| vec![*server]));
    let other = resolver.clone();
    assert_eq!(resolver.mx("example.jp").await, Err(LookupFault::Unavailable));
    SERVER.set(name_server(MX, Some((NO_ERROR, vec![mx(10, "mx1.example.jp")]))).await).unwrap();
    assert_eq!(resolver.mx("example.jp").await.unwrap().len(), 1);
    assert_eq!(other.mx("example.jp").await.unwrap().len(), 1);
}

#[test]
fn name_servers_are_read_without_those_of_one_network_card_alone() {
    let text = "#\n# macOS Notice\n#\nsearch example.jp\nnameserver fe80::1%en0\nnameserver fe80::2\n\
                nameserver 169.254.1.1\n  nameserver\t192.0.2.1 # the router\nnameserver 2001:db8::53\n\
                nameserver\nnameserver nonsense\n; nameserver 192.0.2.9\n#nameserver 192.0.2.9\n\
                nameservers 192.0.2.9\noptions timeout:1\r\nnameserver 192.0.2.2\r\n";
    let expected: [IpAddr; 3] = ["192.0.2.1", "2001:db8::53", "192.0.2.2"].map(|text| text.parse().unwrap());
    assert_eq!(resolver::name_servers(text), expected);
    assert!(resolver::name_servers("").is_empty());
    let many: String = (0..9).map(|last| format!("nameserver 192.0.2.{last}\n")).collect();
    assert_eq!(resolver::name_servers(&many).len(), 8);
}

#[test]
fn each_server_is_asked_as_one_and_none_without_its_network_card() {
    let said = ["[fe80::1]:53", "192.0.2.1:53", "[2001:db8::53]:53", "192.0.2.1:53", "169.254.169.253:53"];
    let said = said.map(|text| text.parse::<SocketAddr>().unwrap());
    assert_eq!(resolver::to_ask(said.into_iter()), [said[1], said[2], said[4]]);
    let many = (0..20).map(|last| SocketAddr::from(([192, 0, 2, last], 53)));
    assert_eq!(resolver::to_ask(many).len(), 8);
}

#[tokio::test]
async fn srv_records_and_addresses_are_read() {
    let data = [vec![0, 1, 0, 2, 0x01, 0xd1], name("smtp.example.jp")].concat();
    let resolver = SystemResolver::asking(&[name_server(SRV, Some((NO_ERROR, vec![data]))).await]);
    let record = SrvRecord { priority: 1, weight: 2, port: 465, target: "smtp.example.jp".to_owned() };
    assert_eq!(resolver.srv("_submissions._tcp.example.jp").await, Ok(vec![record]));
    assert_eq!(resolver.addresses("example.jp").await, Ok(Vec::new()));
    let resolver =
        SystemResolver::asking(&[name_server(A, Some((NO_ERROR, vec![vec![11, 22, 33, 44]]))).await]);
    assert_eq!(resolver.addresses("example.jp").await, Ok(vec!["11.22.33.44".parse().unwrap()]));
}

async fn asking(kind: u16, data: Vec<u8>) -> SystemResolver {
    SystemResolver::asking(&[name_server(kind, Some((NO_ERROR, vec![data]))).await])
}

#[tokio::test]
async fn signs_of_a_hosting_company_are_read() {
    let resolver = asking(NS, name("NS1.xserver.jp")).await;
    assert_eq!(resolver.name_servers("example.jp").await, Ok(vec!["ns1.xserver.jp".to_owned()]));
    let resolver = asking(PTR, name("sv1.xserver.jp")).await;
    for address in ["11.22.33.44", "2400::1"] {
        let names = resolver.pointers(address.parse().unwrap()).await;
        assert_eq!(names, Ok(vec!["sv1.xserver.jp".to_owned()]), "{address}");
    }
}

#[tokio::test]
async fn texts_are_put_together_and_aliases_are_read() {
    let parts = [&[8][..], b"v=spf1 i", &[6], b"p4:1.1"].concat();
    assert_eq!(asking(TXT, parts).await.texts("example.jp").await, Ok(vec!["v=spf1 ip4:1.1".to_owned()]));
    let not_ascii = [&[3][..], "あ".as_bytes()].concat();
    assert_eq!(asking(TXT, not_ascii).await.texts("example.jp").await, Ok(vec!["あ".to_owned()]));
    let not_text = asking(TXT, vec![2, 0xff, b'a']).await.texts("example.jp").await;
    assert_eq!(not_text, Ok(vec!["\u{fffd}a".to_owned()]));
    let resolver = asking(CNAME, name("s1._domainkey.x.onmicrosoft.com")).await;
    let alias = resolver.alias("selector1._domainkey.example.jp").await;
    assert_eq!(alias, Ok(Some("s1._domainkey.x.onmicrosoft.com".to_owned())));
    assert_eq!(asking(MX, mx(1, "a.example.jp")).await.alias("example.jp").await, Ok(None));
}
