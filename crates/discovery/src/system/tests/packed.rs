//! Bodies that come packed: read, and never longer unpacked than a body may be.

use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use testkit::tls::{Authority, Flaw};

use super::server::{Script, believing, serve};
use crate::ports::{Web, WebFault};
use crate::system::reach::Reach;
use crate::system::web::Https;

const FILE: &str = "<clientConfig version=\"1.1\"><emailProvider id=\"example.jp\"/></clientConfig>\n";
/// `LARGEST_BODY` of the client.
const LARGEST: usize = 256 * 1024;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

async fn get(script: fn(Vec<u8>) -> Script, header: &str, body: &[u8]) -> Result<Vec<u8>, WebFault> {
    let head = format!("HTTP/1.1 200 OK\r\n{header}Connection: close\r\n\r\n");
    let authority = Authority::new("Discovery Test");
    let server = serve(&authority, &Flaw::None, script([head.as_bytes(), body].concat())).await;
    let client = Https::new(&believing(&authority), Reach::Loopback).unwrap();
    let answer = client.get(&format!("https://localhost:{}/", server.port)).await;
    answer.map(|page| page.body)
}

#[tokio::test]
async fn what_nobody_asked_to_be_packed_is_read_all_the_same() {
    let said = "Content-Encoding: gzip\r\n";
    let (first, second) = FILE.split_at(20);
    let members = [gzip(first.as_bytes()), gzip(second.as_bytes())].concat();
    for (header, body) in [
        (said, gzip(FILE.as_bytes())),
        ("content-encoding: x-gzip\r\n", gzip(FILE.as_bytes())),
        ("Content-Encoding: GZIP\r\nVary: Accept-Encoding\r\n", gzip(FILE.as_bytes())),
        ("Content-Encoding: gzip, gzip\r\n", gzip(&gzip(FILE.as_bytes()))),
        (said, members),
        (said, [gzip(FILE.as_bytes()), vec![0; 512]].concat()),
        ("Content-Type: application/x-gzip\r\n", gzip(FILE.as_bytes())),
        (said, FILE.as_bytes().to_vec()),
        ("Content-Encoding: identity\r\n", FILE.as_bytes().to_vec()),
        ("Content-Encoding: deflate\r\n", zlib(FILE.as_bytes())),
        ("Content-Encoding: deflate\r\n", deflate(FILE.as_bytes())),
        ("Content-Encoding: deflate\r\n", FILE.as_bytes().to_vec()),
    ] {
        let page = get(Script::Bytes, header, &body).await;
        assert_eq!(page.map(|body| String::from_utf8(body).unwrap()), Ok(FILE.to_owned()), "{header}");
    }
    let largest = vec![b' '; LARGEST];
    assert_eq!(get(Script::Bytes, said, &gzip(&largest)).await, Ok(largest), "the limit itself is allowed");
}

#[tokio::test]
async fn a_bomb_is_refused_by_what_it_would_become() {
    let bomb = gzip(&vec![0; 64 * 1024 * 1024]);
    assert!(bomb.len() < LARGEST, "it looks harmless");
    let two = [gzip(&vec![b' '; LARGEST]), gzip(b" ")].concat();
    for (header, body) in [
        ("Content-Encoding: gzip\r\n", bomb.clone()),
        ("", bomb.clone()),
        ("Content-Encoding: gzip\r\n", gzip(&bomb)),
        ("Content-Encoding: gzip\r\n", gzip(&vec![b' '; LARGEST + 1])),
        ("Content-Encoding: gzip\r\n", two),
        ("Content-Encoding: deflate\r\n", zlib(&vec![0; 1024 * 1024])),
        ("Content-Encoding: deflate\r\n", deflate(&vec![0; 1024 * 1024])),
    ] {
        assert_eq!(get(Script::Bytes, header, &body).await, Err(WebFault::TooLarge), "{header}");
    }
}

#[tokio::test]
async fn half_a_packed_file_is_none() {
    let said = "Content-Encoding: gzip\r\n";
    let whole = gzip(FILE.as_bytes());
    for length in [2, 5, 10, whole.len() / 2] {
        assert_eq!(get(Script::Bytes, said, &whole[..length]).await, Err(WebFault::Broken), "{length}");
    }
    let mut spoilt = whole.clone();
    let sum = spoilt.len() - 8;
    spoilt[sum] ^= 1;
    assert_eq!(get(Script::Bytes, said, &spoilt).await, Err(WebFault::Broken), "the sum is wrong");
    // All of the document is there, and only the sum at the end is not.
    assert!(get(Script::Bytes, said, &whole[..whole.len() - 6]).await.is_ok());
    assert!(get(Script::CutBytes, said, &whole).await.is_ok(), "closed without a word of TLS");
    assert_eq!(get(Script::CutBytes, said, &whole[..whole.len() / 2]).await, Err(WebFault::Broken));
}
