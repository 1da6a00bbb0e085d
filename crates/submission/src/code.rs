//! The four characters by which a person knows the test message again.

/// No letter or digit that is mistaken for another by eye or ear, and no vowels, so that no words come about.
pub const ALPHABET: &[u8; 21] = b"CDFHJKMNPQRTVWXY34679";
/// How many characters a code has.
pub const LENGTH: usize = 4;

/// A fresh code.
///
/// # Errors
/// When the operating system gives no random numbers.
pub fn generate() -> Result<String, getrandom::Error> {
    let mut code = String::new();
    while code.len() < LENGTH {
        let mut byte = [0];
        getrandom::fill(&mut byte)?;
        // 252 is the largest multiple of 21 in a byte: what lies above would favour the first letters.
        if byte[0] < 252 {
            code.push(char::from(ALPHABET[usize::from(byte[0]) % ALPHABET.len()]));
        }
    }
    Ok(code)
}
