//! A likely typing mistake in a mail domain. It is offered, never applied.

use crate::lookup::{by_domain, lower};
use crate::tables::POPULAR;

/// Brands that have one ending only, which Japanese hands often replace by another (`gmail.co.jp`).
const ONE_ENDING: [&str; 6] = ["gmail", "icloud", "outlook", "hotmail", "yahoo", "ezweb"];
const USUAL_ENDINGS: [&str; 8] = ["jp", "co.jp", "ne.jp", "or.jp", "com.jp", "com", "net", "co"];
/// Endings that exist nowhere: with them even a short name is a mistake.
const NO_ENDINGS: [&str; 28] = [
    "con", "cmo", "ocm", "vom", "xom", "cpm", "comm", "coml", "ne,jp", "ne.jo", "nejp", "en.jp", "ne.j",
    "ne.p", "nej", "nep", "co,jp", "co.jo", "cojp", "oc.jp", "co.j", "co.p", "coj", "cop", "cjp", "or,jp",
    "or.jo", "orjp",
];

/// The well-known domain that was probably meant. `None` for a domain of the table, and where nothing is near.
pub fn nearest_domain(domain: &str) -> Option<&'static str> {
    let typed = lower(domain.trim());
    if typed.len() < 4 || typed.len() > 40 || by_domain(&typed).is_some() {
        return None;
    }
    POPULAR
        .iter()
        .enumerate()
        .filter_map(|(rank, popular)| Some((distance_if_near(&typed, popular)?, rank, *popular)))
        .min()
        .map(|(_, _, popular)| popular)
}

/// How far `typed` is from `popular`, when that is near enough to be a mistake.
fn distance_if_near(typed: &str, popular: &str) -> Option<usize> {
    let (brand, ending) = brand_and_ending(popular)?;
    let (typed_brand, typed_ending) = brand_and_ending(typed).unwrap_or((typed, ""));
    if typed_brand == brand {
        if NO_ENDINGS.contains(&typed_ending) && distance(&solid(typed_ending), &solid(ending)) <= 1 {
            return Some(1);
        }
        if ONE_ENDING.contains(&brand) && USUAL_ENDINGS.contains(&typed_ending) {
            let same_country = typed_ending.ends_with("jp") == ending.ends_with("jp");
            return Some(usize::from(!same_country));
        }
    }
    // A short name has too many real neighbours.
    if brand.len() < 5 {
        return None;
    }
    // A name of two parts has neighbours that leave one of them out.
    let is_long = brand.len() >= 8 && !brand.contains('.') && !typed_brand.contains('.');
    match distance(typed, popular) {
        1 => Some(1),
        2 if is_long && distance(typed_ending, ending) <= 1 => Some(2),
        _ => None,
    }
}

/// `gmail` and `com`; a name of a letter or two in front belongs to the brand (`i.softbank` and `jp`).
fn brand_and_ending(domain: &str) -> Option<(&str, &str)> {
    let (brand, ending) = domain.split_once('.')?;
    match ending.split_once('.') {
        Some((second, rest)) if brand.len() <= 2 => {
            Some((domain.get(..brand.len() + 1 + second.len())?, rest))
        }
        Some(_) | None => Some((brand, ending)),
    }
}

/// An ending without what stands between its parts.
fn solid(ending: &str) -> String {
    ending.chars().filter(char::is_ascii_alphabetic).collect()
}

/// Damerau-Levenshtein (adjacent letters swapped count once), in letters; 3 stands for "3 or more".
fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) > 2 {
        return 3;
    }
    let width = other.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![row + 1; width];
        for (column, against) in other.iter().enumerate() {
            let changed = last[column] + usize::from(letter != against);
            let mut best = changed.min(last[column + 1] + 1).min(now[column] + 1);
            let swapped = row > 0 && column > 0 && one[row - 1] == *against && *letter == other[column - 1];
            if swapped {
                best = best.min(before[column - 1] + 1);
            }
            now[column + 1] = best;
        }
        before = std::mem::replace(&mut last, now);
    }
    last.last().copied().unwrap_or(3).min(3)
}
