//! Hides in a text what names a person: every address, and the words by which one signs in. Host names stay: they are
//! what a report is for.

use crate::model::Plan;

/// A shorter word is part of too many others.
const SHORTEST: usize = 3;
const HIDDEN: &str = "***";

/// The address with its local part hidden but for the first letter.
pub(crate) fn masked(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((local, domain)) => {
            let first: String = local.chars().take(1).collect();
            format!("{first}{HIDDEN}@{domain}")
        }
        None if address.is_empty() => String::new(),
        None => HIDDEN.to_owned(),
    }
}

/// The end of the way to a folder: from where the system's own names begin, or the program's. What stands before is hidden
/// whole, for a home may lie anywhere.
pub(crate) fn without_home(folder: &str) -> String {
    const OF_THE_SYSTEM: [&str; 5] = [".local", ".config", ".var", "AppData", "Library"];
    let mut end = 0;
    let parts: Vec<(usize, &str)> = folder
        .split_inclusive(['/', '\\'])
        .map(|part| {
            end += part.len();
            (end - part.len(), part.trim_end_matches(['/', '\\']))
        })
        .collect();
    let last = |is: &dyn Fn(&str) -> bool| parts.iter().rev().find(|(_, part)| is(part)).map(|(at, _)| *at);
    let from = last(&|part| OF_THE_SYSTEM.contains(&part))
        .or_else(|| last(&|part| part.to_ascii_lowercase().contains("todoita")));
    from.map_or_else(|| HIDDEN.to_owned(), |at| format!("{HIDDEN}{}", &folder[at.saturating_sub(1)..]))
}

/// What is hidden besides addresses.
#[derive(Debug, Default)]
pub(crate) struct Mask {
    words: Vec<String>,
}

impl Mask {
    /// The user names of a plan, and the part of them and of its address that stands before the `@`.
    pub(crate) fn of(plan: Option<&Plan>) -> Self {
        let Some(plan) = plan else { return Self::default() };
        let mut words = Vec::new();
        for name in [plan.found.address.clone(), plan.user_name(), plan.mailbox_user_name()] {
            let local = name.rsplit_once('@').map_or(name.as_str(), |(local, _)| local);
            // Mail to taro+shop is taro's.
            let base = local.split('+').next().unwrap_or_default();
            words.extend([local.to_owned(), base.to_owned()]);
        }
        words.retain(|word| word.chars().count() >= SHORTEST);
        // The longest first: what is left of a longer word names nobody.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words.dedup();
        Self { words }
    }

    /// The text without them.
    pub(crate) fn over(&self, text: &str) -> String {
        self.words.iter().fold(without_addresses(text), |text, word| without_word(&text, word))
    }
}

/// Whatever stands around an `@` as the parts of an address do (RFC 5322 section 3.4.1), in any spelling.
fn without_addresses(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let local = before.trim_end_matches(is_of_local_part).len();
        let has_domain = after.starts_with(|letter: char| letter.is_alphanumeric() || letter == '[');
        if local < at && has_domain {
            shown.push_str(&before[..local]);
            shown.extend(before[local..].chars().next());
            shown.push_str(HIDDEN);
        } else {
            shown.push_str(before);
        }
        shown.push('@');
        rest = after;
    }
    shown.push_str(rest);
    shown
}

fn is_of_local_part(letter: char) -> bool {
    letter.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter)
}

/// Every place where the word stands alone, in any case of its letters.
fn without_word(text: &str, word: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    while let Some(letter) = text[from..].chars().next() {
        let end = from + word.len();
        let is_it = text.get(from..end).is_some_and(|here| here.eq_ignore_ascii_case(word));
        if is_it && stands_alone(&text[..from], &text[end..]) {
            shown.push_str(HIDDEN);
            from = end;
        } else {
            shown.push(letter);
            from += letter.len_utf8();
        }
    }
    shown
}

/// Not within a longer word, nor within the name of a host: `mail` is none of `mail.example.jp`.
fn stands_alone(before: &str, after: &str) -> bool {
    let goes_on = |letter: Option<char>, next: Option<char>| match letter {
        Some('.' | '-') => next.is_some_and(|next| next.is_ascii_alphanumeric()),
        Some(letter) => letter.is_ascii_alphanumeric() || letter == '_',
        None => false,
    };
    let mut back = before.chars().rev();
    let mut on = after.chars();
    !goes_on(back.next(), back.next()) && !goes_on(on.next(), on.next())
}
