//! Characters that are taken for ASCII letters (a choice from Unicode's confusables, UTS 39: those that may stand in
//! a domain name), and the form in which two names are compared.

use crate::composed::{nfc, nfd, nfkc};

/// The ASCII character that `letter` is taken for.
pub(crate) fn ascii_twin(letter: char) -> Option<char> {
    Some(match letter {
        'а' | 'ɑ' | 'α' | 'ᴀ' => 'a',
        'ь' | 'ƅ' | 'β' | 'в' => 'b',
        'с' | 'ϲ' | 'ᴄ' | 'ⲥ' => 'c',
        'ԁ' | 'đ' | 'ɗ' => 'd',
        'е' | 'ё' | 'є' | 'ҽ' | 'ε' | 'ᴇ' => 'e',
        'ғ' | 'ƒ' => 'f',
        'ɡ' | 'ց' | 'ɢ' => 'g',
        'һ' | 'հ' | 'ħ' | 'ԋ' => 'h',
        'і' | 'ї' | 'ı' | 'ι' | 'ɩ' | 'ɪ' => 'i',
        'ј' | 'ȷ' | 'յ' => 'j',
        'к' | 'κ' | 'ĸ' => 'k',
        'ӏ' | 'ł' | 'ʟ' | 'ا' | 'ו' | 'ㅣ' => 'l',
        'м' | 'ᴍ' => 'm',
        'п' | 'ո' | 'η' | 'ռ' | 'ŋ' => 'n',
        'о' | 'ο' | 'ø' | 'օ' | 'ס' | 'ه' | 'σ' | 'ө' | 'ⲟ' | '०' | '০' | '๐' | 'ဝ' | '〇' | 'ㅇ' => {
            'o'
        }
        'р' | 'ρ' | 'ⲣ' => 'p',
        'ԛ' => 'q',
        'г' | 'ʀ' => 'r',
        'ѕ' | 'ꜱ' => 's',
        'т' | 'τ' | 'ŧ' => 't',
        'υ' | 'ս' | 'ц' | 'ᴜ' => 'u',
        'ν' | 'ѵ' | 'ᴠ' => 'v',
        'ԝ' | 'ѡ' | 'ω' | 'ш' | 'ᴡ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' | 'ү' | 'ყ' | 'ʏ' => 'y',
        'ᴢ' | 'ƶ' => 'z',
        'з' => '3',
        'б' => '6',
        _ => return None,
    })
}

/// The name as a hurried eye reads it: twins as ASCII, without accents and hyphens, `rn` as `m`, `vv` as `w`, `0` as
/// `o`, and `1` and `i` as `l`.
pub(crate) fn skeleton(name: &str) -> String {
    let is_accent = |letter: &char| matches!(letter, '\u{300}'..='\u{36f}');
    let name = nfkc(name);
    let lower = name.chars().flat_map(char::to_lowercase);
    // Twins first, for some of them are letters with a mark.
    let twins: String = lower.map(|letter| ascii_twin(letter).unwrap_or(letter)).collect();
    let bare: String =
        nfd(&twins).chars().filter(|letter| !is_accent(letter) && !is_hyphen(*letter)).collect();
    let folded: String =
        nfc(&bare).chars().map(|letter| fold(ascii_twin(letter).unwrap_or(letter))).collect();
    folded.replace("rn", "m").replace("vv", "w")
}

/// What is taken for a hyphen in the middle of a name, and the hyphen.
fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}')
}

fn fold(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' | 'i' => 'l',
        letter => letter,
    }
}
