//! The command line. Values are never repeated in a complaint: one of them may be a secret put there by mistake.

use std::ffi::OsString;

use contract::{Language, Text};
use lexopt::{Arg, Parser};

use crate::diagnose::{self, Question};

/// What is wanted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) verb: Verb,
    pub(crate) json: bool,
    pub(crate) language: Option<Language>,
}

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Help,
    Version,
    Detect { address: String, explain: bool },
    Accounts,
    Test { account: String },
    Remove { account: String },
    Diagnose(Question),
    Check { domain: String, relay: Option<String> },
}

/// A command line that cannot be followed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Misuse {
    pub(crate) what: Text,
    /// The language asked for before the fault was met.
    pub(crate) language: Option<Language>,
}

#[derive(Default)]
struct Seen {
    words: Vec<String>,
    json: bool,
    explain: bool,
    help: bool,
    version: bool,
    language: Option<Language>,
    question: Question,
    /// An option that only `diagnose` has.
    asked: Option<&'static str>,
    /// Which relay service `check` is about.
    relay: Option<String>,
}

/// The longest command is `detect ADDRESS`.
const MOST_WORDS: usize = 2;

/// Reads a command line; the first entry is the program's own name.
pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Wanted, Misuse> {
    let mut seen = Seen::default();
    let verb = gather(arguments, &mut seen).and_then(|()| verb(&mut seen));
    match verb {
        Ok(verb) => Ok(Wanted { verb, json: seen.json, language: seen.language }),
        Err(what) => Err(Misuse { what, language: seen.language }),
    }
}

fn gather(arguments: impl IntoIterator<Item = OsString>, seen: &mut Seen) -> Result<(), Text> {
    let mut arguments = arguments.into_iter();
    let _name = arguments.next();
    let mut parser = Parser::from_args(arguments);
    loop {
        let argument = parser.next().map_err(|error| fault(&error))?;
        match argument {
            None => return Ok(()),
            Some(Arg::Long("json")) => seen.json = true,
            Some(Arg::Long("explain")) => seen.explain = true,
            Some(Arg::Long("help") | Arg::Short('h')) => seen.help = true,
            Some(Arg::Long("version") | Arg::Short('V')) => seen.version = true,
            Some(Arg::Long("lang")) => {
                let value = parser.value().map_err(|_| Text::new("cli-misuse-language"))?;
                seen.language = match value.to_str() {
                    Some("ja") => Some(Language::Ja),
                    Some("en") => Some(Language::En),
                    Some(_) | None => return Err(Text::new("cli-misuse-language")),
                };
            }
            Some(Arg::Long("provider")) => {
                seen.question.provider = word(&mut parser)?;
                seen.asked = Some("--provider");
            }
            Some(Arg::Long("login")) => {
                let known = diagnose::login(&word(&mut parser)?);
                seen.question.login = known.ok_or_else(|| Text::new("cli-misuse-login"))?;
                seen.asked = Some("--login");
            }
            Some(Arg::Long("stage")) => {
                let known = diagnose::stage(&word(&mut parser)?);
                seen.question.stage = Some(known.ok_or_else(|| Text::new("cli-misuse-stage"))?);
                seen.asked = Some("--stage");
            }
            Some(Arg::Long("reply")) => {
                seen.question.reply = Some(word(&mut parser)?);
                seen.asked = Some("--reply");
            }
            Some(Arg::Long("relay")) => seen.relay = Some(word(&mut parser)?),
            Some(Arg::Long(name)) => return Err(unknown(&format!("--{name}"), secretive(name))),
            Some(Arg::Short(letter)) => return Err(unknown(&format!("-{letter}"), letter == 'p')),
            Some(Arg::Value(_)) if seen.words.len() == MOST_WORDS => {
                return Err(Text::new("cli-misuse-too-many"));
            }
            Some(Arg::Value(value)) => {
                let word = value.into_string().map_err(|_| Text::new("cli-misuse-not-text"))?;
                seen.words.push(word);
            }
        }
    }
}

fn verb(seen: &mut Seen) -> Result<Verb, Text> {
    if seen.help {
        return Ok(Verb::Help);
    }
    if seen.version {
        return Ok(Verb::Version);
    }
    let mut words = std::mem::take(&mut seen.words).into_iter();
    let command = words.next().ok_or_else(|| Text::new("cli-misuse-no-command"))?;
    let object = words.next();
    if seen.explain && command != "detect" {
        return Err(unknown("--explain", false));
    }
    if let Some(option) = seen.asked.filter(|_| command != "diagnose") {
        return Err(unknown(option, false));
    }
    if seen.relay.is_some() && command != "check" {
        return Err(unknown("--relay", false));
    }
    match command.as_str() {
        "check" => {
            let domain = object.ok_or_else(|| Text::new("cli-misuse-domain-missing"))?;
            Ok(Verb::Check { domain, relay: seen.relay.take() })
        }
        "diagnose" if object.is_some() => Err(Text::new("cli-misuse-too-many")),
        "diagnose" => Ok(Verb::Diagnose(std::mem::take(&mut seen.question))),
        "detect" => {
            let address = object.ok_or_else(|| Text::new("cli-misuse-address-missing"))?;
            Ok(Verb::Detect { address, explain: seen.explain })
        }
        "accounts" if object.is_some() => Err(Text::new("cli-misuse-too-many")),
        "accounts" => Ok(Verb::Accounts),
        "test" => object.map(|account| Verb::Test { account }).ok_or_else(account_missing),
        "remove" => object.map(|account| Verb::Remove { account }).ok_or_else(account_missing),
        _ => Err(Text::new("cli-misuse-command")),
    }
}

/// The value of an option that takes words.
fn word(parser: &mut Parser) -> Result<String, Text> {
    let value = parser.value().map_err(|_| Text::new("cli-misuse-value-missing"))?;
    value.into_string().map_err(|_| Text::new("cli-misuse-not-text"))
}

fn account_missing() -> Text {
    Text::new("cli-misuse-account-missing")
}

fn unknown(option: &str, secret: bool) -> Text {
    Text::new(if secret { "cli-misuse-secret" } else { "cli-misuse-option" }).with("option", option)
}

/// Names under which people hand secrets over elsewhere.
fn secretive(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["pass", "pw", "secret", "token", "key", "credential", "auth"].iter().any(|word| name.contains(word))
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum is lexopt's; its texts repeat values, ours do not"
)]
fn fault(error: &lexopt::Error) -> Text {
    match error {
        lexopt::Error::UnexpectedValue { option, .. } => {
            Text::new("cli-misuse-value").with("option", option.as_str())
        }
        _ => Text::new("cli-misuse-not-text"),
    }
}

#[cfg(test)]
mod tests;
