//! Bodies that a web server packed though nobody had asked for it (RFC 9110, 8.4.1). The limit holds for what comes out,
//! and the unpacking stops there: a few KiB can hold gigabytes.

use std::io::{ErrorKind, Read};

use flate2::bufread::{DeflateDecoder, GzDecoder, ZlibDecoder};
use reqwest::header::{CONTENT_ENCODING, HeaderMap};

use crate::ports::WebFault;

/// RFC 1952. Neither XML nor JSON begins so, and so the header does not matter: some leave it out, and some set it
/// though nothing is packed.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// A packed file behind a server that packs everything is packed twice.
const MOST_TIMES: usize = 2;

/// The server says `deflate`, which has no mark of its own.
pub(super) fn is_deflated(headers: &HeaderMap) -> bool {
    let said = headers.get_all(CONTENT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
    said.flat_map(|value| value.split(',')).any(|coding| coding.trim().eq_ignore_ascii_case("deflate"))
}

/// The body as it was before it was packed, and whether all of it has come. What is not packed stays as it is.
pub(super) fn unpacked(body: Vec<u8>, is_deflated: bool, most: usize) -> Result<(Vec<u8>, bool), WebFault> {
    let mut unpacked = (body, true);
    if is_deflated && !is_text(&unpacked.0) && !unpacked.0.starts_with(&GZIP) {
        unpacked = inflated(&unpacked.0, most)?;
    }
    for _ in 0..MOST_TIMES {
        if !unpacked.0.starts_with(&GZIP) {
            break;
        }
        let (inner, is_complete) = gunzipped(&unpacked.0, most)?;
        unpacked = (inner, is_complete && unpacked.1);
    }
    Ok(unpacked)
}

/// A document, whatever the header says.
fn is_text(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<") || body.starts_with(&[0xef, 0xbb, 0xbf])
}

/// All members of the file; what stands after them is none of it.
fn gunzipped(mut packed: &[u8], most: usize) -> Result<(Vec<u8>, bool), WebFault> {
    let mut text = Vec::new();
    while packed.starts_with(&GZIP) {
        let mut member = GzDecoder::new(packed);
        if !read(&mut member, &mut text, most)? {
            return Ok((text, false));
        }
        packed = member.into_inner();
    }
    Ok((text, true))
}

/// By the RFC it is zlib (RFC 1950); some send what is inside of that (RFC 1951).
fn inflated(packed: &[u8], most: usize) -> Result<(Vec<u8>, bool), WebFault> {
    let mut text = Vec::new();
    let is_zlib = matches!(packed, [method, flags, ..]
        if method & 0x0f == 8 && u16::from_be_bytes([*method, *flags]) % 31 == 0);
    let is_complete = if is_zlib {
        read(ZlibDecoder::new(packed), &mut text, most)?
    } else {
        read(DeflateDecoder::new(packed), &mut text, most)?
    };
    Ok((text, is_complete))
}

/// Adds what comes out, at most `most` bytes in all; `false` when it breaks off. Wrong sums are a broken body.
fn read(from: impl Read, into: &mut Vec<u8>, most: usize) -> Result<bool, WebFault> {
    let room = u64::try_from(most.saturating_sub(into.len())).unwrap_or(u64::MAX);
    let outcome = from.take(room.saturating_add(1)).read_to_end(into);
    if into.len() > most {
        return Err(WebFault::TooLarge);
    }
    match outcome {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(_) => Err(WebFault::Broken),
    }
}
