//! Words as people paste them: a reply, a client's log, a whole dialogue, an answer of a sign-in page or of an API.
//!
//! Finds what failed and where. What it means is said by the rules.

use contract::{Problem, ProblemCode, Stage};

use crate::clean::harmless;
use crate::oauth::{OAuthAnswer, error_names, from_oauth};
use crate::smtp::diagnose;
use crate::{Context, Situation, Words, api};

/// More bytes than this are not looked at.
const MOST_BYTES: usize = 1_048_576;
/// More lines than this are not looked at.
const MOST_LINES: usize = 20_000;

/// Names pasted words. `stage` may be left out: then the words have to say where it was.
pub fn from_words(context: &Context<'_>, stage: Option<Stage>, raw: &[u8]) -> Problem {
    let raw = &raw[..raw.len().min(MOST_BYTES)];
    let text = String::from_utf8_lossy(raw);
    if !matches!(stage, Some(Stage::Consent | Stage::Token))
        && let Some(answer) = api::pasted(&text)
    {
        return api::from_answer(context, stage, &answer);
    }
    if is_of_a_sign_in_page(stage, &text) {
        return of_a_sign_in_page(context, stage, &text);
    }
    let (mut words, seen) = match dialogue(&text) {
        Some((reply, place)) => (Words::read(reply.as_bytes()), Some(place)),
        None => (Words::read(raw), None),
    };
    // These are of HTTP and not of SMTP (RFC 5321, 4.2.1): what a web service said, pasted without the rest of it.
    if words.enhanced.is_none() {
        words.code = words.code.filter(|code| !matches!(code, 400..=420 | 422..=429));
    }
    if stage.is_none() && tells_of_success(&text) {
        words.code = None;
    }
    let stage = stage.or(seen).unwrap_or_else(|| likely_stage(&words));
    diagnose(&Situation { context: *context, stage, point: None, words: &words })
}

fn is_of_a_sign_in_page(stage: Option<Stage>, text: &str) -> bool {
    let lower = text.to_lowercase();
    matches!(stage, Some(Stage::Consent | Stage::Token))
        || stage.is_none()
            && (lower.contains("aadsts")
                || SIGN_IN_PAGES.iter().any(|words| lower.contains(words))
                || oauth_error(&lower).is_some())
}

/// Words of the pages on which people sign in.
const SIGN_IN_PAGES: [&str; 4] =
    ["verified this app", "app isn't verified", "need admin approval", "only an admin can grant"];

/// Whether it is what a library gives back when all went well.
fn tells_of_success(text: &str) -> bool {
    ["response: '250", "response: \"250", "\"response\":\"250", "smtpstatus=250"]
        .iter()
        .any(|mark| text.contains(mark))
}

fn of_a_sign_in_page(context: &Context<'_>, stage: Option<Stage>, text: &str) -> Problem {
    let lower = harmless(text).to_lowercase();
    let error = oauth_error(&lower).unwrap_or_default();
    let provider = match context.provider() {
        "microsoft365" | "outlook-personal" => "microsoft",
        other => other,
    };
    let answer =
        OAuthAnswer { provider, error, description: text, status: Words::read(text.as_bytes()).code };
    let named = from_oauth(context, stage.unwrap_or(Stage::Token), &answer);
    // Without any name for it, "try later" would be a guess.
    let nothing_known = error.is_empty() && answer.status.is_none_or(|status| status < 500 && status != 429);
    if named.code == ProblemCode::TokenTrouble && nothing_known {
        let words = Words::read(text.as_bytes());
        return diagnose(&Situation {
            context: *context,
            stage: stage.unwrap_or(Stage::Token),
            point: None,
            words: &words,
        });
    }
    named
}

/// The error name in the words, standing alone: one that the rules know.
fn oauth_error(lower: &str) -> Option<&'static str> {
    error_names().find(|name| stands_alone(lower, name))
}

/// Whether a word is there and not a part of a longer one.
pub(crate) fn stands_alone(text: &str, word: &str) -> bool {
    let is_part =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    text.match_indices(word).any(|(at, _)| {
        !is_part(text[..at].chars().next_back()) && !is_part(text[at + word.len()..].chars().next())
    })
}

/// The first failing reply of a dialogue, and where it came. `None` where the words are no dialogue.
fn dialogue(text: &str) -> Option<(String, Stage)> {
    let mut place = Stage::Connect;
    let mut replies = 0;
    let mut failing: Vec<&str> = Vec::new();
    for line in text.lines().take(MOST_LINES) {
        let bare = without_prefix(line);
        match reply_code(bare) {
            Some(code) if code >= 400 => {
                replies += 1;
                failing.push(bare);
            }
            Some(_) => {
                replies += 1;
                if !failing.is_empty() {
                    break;
                }
            }
            None if failing.is_empty() => place = place_of(bare).unwrap_or(place),
            None if place_of(bare).is_some() => break,
            None => {}
        }
    }
    (replies >= 2 && !failing.is_empty() && failing.len() < replies).then(|| (failing.join("\n"), place))
}

/// A line without the marks, times and names that a log puts before it.
fn without_prefix(line: &str) -> &str {
    let mut rest = line.trim_start();
    loop {
        let cut =
            rest.trim_start_matches(['<', '>', '-', '=', '*', '|', '~', '[', ']', '(', ')', '\'', '"', ' ']);
        let word_end = cut.find([' ', '\t', ']', ')']).unwrap_or(cut.len());
        let (word, after) = cut.split_at(word_end);
        let is_mark = word.ends_with(':')
            || word.contains(':') && word.starts_with(|letter: char| letter.is_ascii_digit())
            || word.len() == 10 && word.as_bytes().get(4) == Some(&b'-')
            || matches!(
                word.to_ascii_lowercase().as_str(),
                "s" | "c" | "server" | "client" | "info" | "debug" | "error"
            );
        if after.is_empty() || !is_mark {
            return cut;
        }
        rest = after;
    }
}

/// The code a server's line begins with.
fn reply_code(line: &str) -> Option<u16> {
    let digits = line.get(..3).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let code: u16 = digits.parse().ok()?;
    let ends = line[3..].chars().next().is_none_or(|next| next == ' ' || next == '-');
    (ends && (200..600).contains(&code)).then_some(code)
}

/// Where a client's command stands.
fn place_of(line: &str) -> Option<Stage> {
    let mut words = line.split_whitespace();
    match words.next()?.to_ascii_uppercase().as_str() {
        "EHLO" | "HELO" => Some(Stage::Connect),
        "STARTTLS" => Some(Stage::Secure),
        "AUTH" => Some(Stage::SignIn),
        "MAIL" | "RCPT" => Some(Stage::Sender),
        "DATA" | "." | "BDAT" => Some(Stage::HandOver),
        _ => None,
    }
}

/// Words about signing in, where no code says where it was.
const SIGNING_IN: [&str; 6] = ["auth", "login", "logon", "password", "credential", "ログイン"];
/// Words about a message, where no code says where it was.
const HANDING_OVER: [&str; 3] = ["per hour", "too many emails", "policy"];

/// Where such words are said as a rule.
fn likely_stage(words: &Words) -> Stage {
    let text = words.comparable();
    let of_a_mailbox = ["[authenticationfailed]", "-err", "[alert]", "[sys/perm]", "imap", "[auth]"];
    match words.code {
        Some(535 | 534 | 538 | 525 | 454 | 435 | 432) => Stage::SignIn,
        Some(504) if text.contains("auth") => Stage::SignIn,
        _ if text.contains("invalid greeting") => Stage::Connect,
        Some(_) if ["invalid login", "auth failure"].iter().any(|words| text.contains(words)) => {
            Stage::SignIn
        }
        Some(530) => Stage::Sender,
        Some(421) => Stage::Connect,
        Some(_) => Stage::HandOver,
        None if of_a_mailbox.iter().any(|mark| text.contains(mark)) => Stage::Arrive,
        None if SIGNING_IN.iter().any(|word| text.contains(word)) => Stage::SignIn,
        None if HANDING_OVER.iter().any(|word| text.contains(word)) => Stage::HandOver,
        None => Stage::Connect,
    }
}
