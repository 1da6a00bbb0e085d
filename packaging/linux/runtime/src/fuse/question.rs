//! Questions of the system, read: a head of 40 bytes (`fuse_in_header`), and what the kind of question has.

/// What is asked.
pub(super) enum Kind<'a> {
    /// How it speaks: its minor version, and how far it reads ahead.
    Begin {
        minor: u32,
        ahead: u32,
    },
    Look {
        name: &'a [u8],
    },
    About,
    Follow,
    Open,
    Read {
        offset: u64,
        many: usize,
    },
    List {
        offset: u64,
        many: usize,
    },
    Close,
    Space,
    Forget,
    Interrupt,
    End,
    /// What an archive that is only read has no answer to.
    Other,
}

pub(super) struct Question<'a> {
    /// By which its answer is known.
    pub(super) unique: u64,
    pub(super) node: u64,
    pub(super) kind: Kind<'a>,
}

const HEAD: usize = 40;

/// Reads one; none where it is no question at all.
pub(super) fn read(bytes: &[u8]) -> Option<Question<'_>> {
    let (head, body) = bytes.split_at_checked(HEAD)?;
    let kind = match u32_at(head, 4)? {
        1 => Kind::Look { name: body.split(|byte| *byte == 0).next()? },
        2 | 42 => Kind::Forget,
        3 => Kind::About,
        5 => Kind::Follow,
        14 | 27 => Kind::Open,
        15 => Kind::Read { offset: u64_at(body, 8)?, many: u32_at(body, 16)? as usize },
        28 => Kind::List { offset: u64_at(body, 8)?, many: u32_at(body, 16)? as usize },
        18 | 29 => Kind::Close,
        17 => Kind::Space,
        26 => Kind::Begin { minor: u32_at(body, 4)?, ahead: u32_at(body, 8)? },
        36 => Kind::Interrupt,
        38 => Kind::End,
        _ => Kind::Other,
    };
    Some(Question { unique: u64_at(head, 8)?, node: u64_at(head, 16)?, kind })
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let (number, _) = bytes.get(at..)?.split_first_chunk()?;
    Some(u32::from_ne_bytes(*number))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    let (number, _) = bytes.get(at..)?.split_first_chunk()?;
    Some(u64::from_ne_bytes(*number))
}
