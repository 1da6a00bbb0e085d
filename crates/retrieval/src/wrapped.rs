//! The words of a server, out of what async-imap makes of them.
//!
//! Its error for a refused sign-in holds them as a programmer would print them: `code: None, info: Some("no \\"you\\"")`. A
//! person is to read what the server said, and a secret in it is only found where it is spelled as it was sent.

const START: &str = "code: ";
const BETWEEN: &str = ", info: ";

/// What the server said; another text stays as it is.
pub(crate) fn unwrapped(text: &str) -> String {
    let Some((code, info)) = text.strip_prefix(START).and_then(|rest| rest.split_once(BETWEEN)) else {
        return text.to_owned();
    };
    let said = info.strip_prefix("Some(\"").and_then(|rest| rest.strip_suffix("\")")).unwrap_or_default();
    // Of the codes that the parser takes out of the words, this one alone is said of a sign-in (RFC 3501 section 7.1).
    let mark = if code == "Some(Alert)" { "[ALERT] " } else { "" };
    format!("{mark}{}", unescaped(said))
}

/// Takes back what `Debug` does to a text.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            out.push(letter);
            continue;
        }
        match letters.next() {
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('0') => out.push('\0'),
            Some('u') => {
                let digits: String =
                    letters.by_ref().skip(1).take_while(|letter| *letter != '}').take(6).collect();
                out.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::unwrapped;

    #[test]
    fn whatever_a_server_says_comes_out_as_it_was_said() {
        for said in
            ["no \"you\"", "a\\b\tc\0d\u{7f}e\u{200b}f", "パスワードが違います", "it's", "", "\\u{41}"]
        {
            let code: Option<()> = None;
            assert_eq!(unwrapped(&format!("code: {code:?}, info: {:?}", Some(said))), said);
        }
        assert_eq!(
            unwrapped("code: Some(Alert), info: Some(\"Web login required\")"),
            "[ALERT] Web login required"
        );
        assert_eq!(unwrapped("code: None, info: None"), "");
        assert_eq!(unwrapped("NO as it came"), "NO as it came");
        assert_eq!(unwrapped("code: None, info: Some(\"a\\"), "", "cut off: nothing is made up");
    }
}
