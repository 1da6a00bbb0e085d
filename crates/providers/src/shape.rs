//! What app passwords look like: cleaning what was pasted, and saying whether it fits. Never a reason to refuse.

/// The shape of the app passwords of one provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Number of characters, separators not counted.
    pub length: u8,
    /// Which characters.
    pub letters: Letters,
    /// A hyphen after every so many characters belongs to the password (iCloud).
    pub hyphens_every: Option<u8>,
    /// False when the shape is from memory: then a password that does not fit is not worth a word.
    pub certain: bool,
}

/// A set of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// a-z.
    LowerLetters,
    /// a-z, 0-9.
    LowerLettersDigits,
    /// A-Z, 0-9.
    UpperLettersDigits,
    /// A-Z, a-z, 0-9.
    LettersDigits,
    /// Every visible ASCII character.
    Printable,
}

/// What was pasted, without what does not belong to an app password: full-width characters become half-width, every
/// kind of space, line end and invisible character goes. For app passwords only: an ordinary password may really
/// hold such characters.
pub fn clean_app_password(pasted: &str) -> String {
    pasted.chars().filter(|letter| !is_space(*letter)).map(narrow).collect()
}

impl Shape {
    /// [`clean_app_password`], then the hyphens put where the provider shows them when they are all that is missing.
    pub fn clean(&self, pasted: &str) -> String {
        let clean = clean_app_password(pasted);
        let Some(every) = self.hyphens_every.map(usize::from) else { return clean };
        let bare: String = clean.chars().filter(|letter| *letter != '-').collect();
        if !self.fits_bare(&bare) {
            return clean;
        }
        let mut whole = String::with_capacity(bare.len() + bare.len() / every.max(1));
        for (at, letter) in bare.chars().enumerate() {
            if at > 0 && at % every.max(1) == 0 {
                whole.push('-');
            }
            whole.push(letter);
        }
        whole
    }

    /// True when the text, once cleaned, has this shape.
    pub fn fits(&self, pasted: &str) -> bool {
        let clean = clean_app_password(pasted);
        if self.hyphens_every.is_some() {
            self.fits_bare(&clean.chars().filter(|letter| *letter != '-').collect::<String>())
        } else {
            self.fits_bare(&clean)
        }
    }

    fn fits_bare(&self, text: &str) -> bool {
        text.len() == usize::from(self.length) && text.bytes().all(|byte| self.letters.has(byte))
    }
}

impl Letters {
    fn has(self, byte: u8) -> bool {
        match self {
            Self::LowerLetters => byte.is_ascii_lowercase(),
            Self::LowerLettersDigits => byte.is_ascii_lowercase() || byte.is_ascii_digit(),
            Self::UpperLettersDigits => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
            Self::LettersDigits => byte.is_ascii_alphanumeric(),
            Self::Printable => byte.is_ascii_graphic(),
        }
    }
}

/// Spaces, controls and the characters that cannot be seen (zero width, directions, byte order mark, soft hyphen).
fn is_space(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe0f}' | '\u{feff}')
}

/// Full-width ASCII to ASCII; the hyphens and dashes that text programs make of `-` back to it.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        _ => letter,
    }
}
