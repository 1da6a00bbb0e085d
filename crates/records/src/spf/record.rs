//! One SPF record as words, and records that are made of others.

/// The words after `v=spf1`, as they stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    words: Vec<String>,
}

/// A word that costs receivers a look-up (RFC 7208 section 4.6.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Costly<'a> {
    /// Another record is asked, and holds or does not.
    Include(&'a str),
    /// Another record takes the place of this one.
    Redirect(&'a str),
    /// `a`, `mx`, `ptr` or `exists`.
    Other,
}

impl Record {
    /// The record in a TXT record, where it is one (RFC 7208 section 4.5).
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut words = text.split(' ').filter(|word| !word.is_empty());
        words
            .next()
            .filter(|version| version.eq_ignore_ascii_case("v=spf1"))
            .map(|_| Self { words: words.map(str::to_owned).collect() })
    }

    /// A first record, with this sender alone. Others are doubted and not refused.
    pub(super) fn only(name: &str) -> Self {
        Self { words: vec![format!("include:{name}"), "~all".to_owned()] }
    }

    /// As it stands in the DNS.
    pub(super) fn written(&self) -> String {
        ["v=spf1"].into_iter().chain(self.words.iter().map(String::as_str)).collect::<Vec<_>>().join(" ")
    }

    /// The same with one sender more, before the word that ends it; as it is where he stands in it.
    pub(super) fn including(&self, name: &str) -> Self {
        let mut words = self.words.clone();
        let is_there = self.costly().any(|word| is_include_of(word, name));
        if !is_there {
            // Behind the end it counted for nothing, and would stand there twice.
            words.retain(|word| !costly(word).is_some_and(|word| is_include_of(word, name)));
            let last = |word: &String| all(word).is_some() || redirect(word).is_some();
            let at = words.iter().position(last).unwrap_or(words.len());
            words.insert(at, format!("include:{name}"));
        }
        Self { words }
    }

    /// Whether it allows the whole world.
    pub(super) fn lets_anybody(&self) -> bool {
        self.words.iter().find_map(|word| all(word)) == Some('+')
    }

    /// What costs look-ups.
    pub(super) fn costly(&self) -> impl Iterator<Item = Costly<'_>> {
        self.counting().filter_map(|word| costly(word))
    }

    /// The words that count: no mechanism behind `all` (RFC 7208 section 5.1), no redirect beside it (section 6.1).
    fn counting(&self) -> impl Iterator<Item = &String> {
        let end = self.words.iter().position(|word| all(word).is_some());
        self.words.iter().enumerate().filter_map(move |(at, word)| {
            let counts = end.is_none_or(|end| (at <= end || is_modifier(word)) && redirect(word).is_none());
            counts.then_some(word)
        })
    }
}

/// One record of several: every word once, and the mildest of their ends, so that nobody is refused who was not.
pub(super) fn merged(records: &[Record]) -> Record {
    let mut words: Vec<String> = Vec::new();
    for word in records.iter().flat_map(Record::counting) {
        let word = redirect(word).map_or_else(|| word.clone(), |name| format!("include:{name}"));
        if all(&word).is_none() && !words.iter().any(|other| other.eq_ignore_ascii_case(&word)) {
            words.push(word);
        }
    }
    let ends = records.iter().flat_map(Record::counting).filter_map(|word| all(word));
    // `+all` is no end that anybody should be given again.
    let mildest = ends.min_by_key(|end| "?~-".find(*end).unwrap_or(1));
    let end = match mildest {
        Some('?') => "?all",
        Some('-') => "-all",
        Some(_) | None => "~all",
    };
    words.push(end.to_owned());
    Record { words }
}

pub(super) fn is_include_of(word: Costly<'_>, name: &str) -> bool {
    match word {
        Costly::Include(other) | Costly::Redirect(other) => bare(other).eq_ignore_ascii_case(name),
        Costly::Other => false,
    }
}

/// Without a final dot.
pub(super) fn bare(name: &str) -> &str {
    name.strip_suffix('.').unwrap_or(name)
}

fn costly(word: &str) -> Option<Costly<'_>> {
    if let Some(name) = redirect(word) {
        return Some(Costly::Redirect(name));
    }
    let word = word.trim_start_matches(['+', '-', '~', '?']);
    let end = word.find([':', '/']).unwrap_or(word.len());
    let (mechanism, rest) = word.split_at(end);
    match mechanism.to_ascii_lowercase().as_str() {
        "include" => Some(Costly::Include(rest.trim_start_matches(':'))),
        "a" | "mx" | "ptr" | "exists" => Some(Costly::Other),
        _ => None,
    }
}

/// `name=value`, wherever it stands (RFC 7208 section 6).
fn is_modifier(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| !name.contains([':', '/']))
}

fn redirect(word: &str) -> Option<&str> {
    let (name, value) = word.split_once('=')?;
    name.eq_ignore_ascii_case("redirect").then_some(value)
}

/// The qualifier of `all`, where the word is that.
fn all(word: &str) -> Option<char> {
    let first = word.chars().next()?;
    let (sign, rest) = if "+-~?".contains(first) { (first, word.get(1..)?) } else { ('+', word) };
    rest.eq_ignore_ascii_case("all").then_some(sign)
}
