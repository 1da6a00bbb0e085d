//! The script of a letter, and which scripts stand together in one label (UTS 39, "highly restrictive").

/// A script, as far as labels of domains are made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Digits, the hyphen, marks: with every script.
    Common,
    Latin,
    Greek,
    Cyrillic,
    Hiragana,
    Katakana,
    Han,
    Hangul,
    Bopomofo,
    /// A script that is never mixed with another one, by the number of its block of 128.
    Alone(u32),
    /// Everything that is not told apart here, and so is never shown as it is written.
    Unknown,
}

/// The script of a letter.
pub(super) fn script(letter: char) -> Script {
    match u32::from(letter) {
        0x41..=0x5a
        | 0x61..=0x7a
        | 0xaa
        | 0xba
        | 0xc0..=0xd6
        | 0xd8..=0xf6
        | 0xf8..=0x2af
        | 0x1d00..=0x1eff => Script::Latin,
        0x00..=0x7f | 0x300..=0x36f | 0xb7 => Script::Common,
        0x370..=0x3ff | 0x1f00..=0x1fff => Script::Greek,
        0x400..=0x52f => Script::Cyrillic,
        // The iteration mark and the zero of Han belong to it.
        0x3005..=0x3007 | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff => {
            Script::Han
        }
        0x3041..=0x309f => Script::Hiragana,
        0x30a1..=0x30ff | 0x31f0..=0x31ff => Script::Katakana,
        0x3105..=0x312f | 0x31a0..=0x31bf => Script::Bopomofo,
        0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7ff => Script::Hangul,
        0x531..=0x58f => Script::Alone(0x580 / 128),
        0x591..=0x5f4 => Script::Alone(0x5f0 / 128 + 1000),
        0x600..=0x77f => Script::Alone(0x600 / 128),
        code @ (0x780..=0x109f | 0x1780..=0x17ff) => Script::Alone(code / 128),
        0x10a0..=0x10ff | 0x1c90..=0x1cbf | 0x2d00..=0x2d2f => Script::Alone(0x10a0 / 128 + 1000),
        0x1200..=0x139f => Script::Alone(0x1200 / 128),
        _ => Script::Unknown,
    }
}

/// True when letters of both stand together in ordinary words of one language.
pub(super) fn go_together(one: Script, other: Script) -> bool {
    // Latin letters stand in Japanese, Chinese and Korean names.
    let east = |script| match script {
        Script::Latin | Script::Han => Some(0),
        Script::Hiragana | Script::Katakana => Some(1),
        Script::Hangul => Some(2),
        Script::Bopomofo => Some(3),
        Script::Common | Script::Greek | Script::Cyrillic | Script::Alone(_) | Script::Unknown => None,
    };
    if one == other || one == Script::Common || other == Script::Common {
        return true;
    }
    match (east(one), east(other)) {
        (Some(one), Some(other)) => one == other || one == 0 || other == 0,
        (Some(_) | None, Some(_) | None) => false,
    }
}

/// The script of most letters of a label; Latin where others have as many.
pub(super) fn main_script(label: &str) -> Script {
    let mut counts: Vec<(Script, usize)> = vec![(Script::Latin, 0)];
    for script in label.chars().map(script).filter(|script| *script != Script::Common) {
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(Script::Common, |(script, _)| script)
}
