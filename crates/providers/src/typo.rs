//! A likely typing mistake in a mail domain. It is offered, never applied.

use crate::lookup::{by_domain, lower};
use crate::tables::POPULAR;

/// Brands that have one ending only, which Japanese hands often replace by another (`gmail.co.jp`).
const ONE_ENDING: [&str; 6] = ["gmail", "icloud", "outlook", "hotmail", "yahoo", "ezweb"];
const USUAL_ENDINGS: [&str; 8] = ["jp", "co.jp", "ne.jp", "or.jp", "com.jp", "com", "net", "co"];
/// Endings that exist nowhere: with them even a short name is a mistake.
const NO_ENDINGS: [&str; 16] = [
    "con", "cmo", "ocm", "vom", "xom", "cpm", "comm", "coml", "ne,jp", "ne.jo", "nejp", "en.jp", "co,jp",
    "co.jo", "cojp", "oc.jp",
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
    let (brand, ending) = popular.split_once('.')?;
    let (typed_brand, typed_ending) = typed.split_once('.').unwrap_or((typed, ""));
    if typed_brand == brand {
        if NO_ENDINGS.contains(&typed_ending) && distance(typed_ending, ending) == 1 {
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
    match distance(typed, popular) {
        1 => Some(1),
        2 if brand.len() >= 8 && distance(typed_ending, ending) <= 1 => Some(2),
        _ => None,
    }
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
