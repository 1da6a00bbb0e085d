//! Whether two domains of different owners can be taken for each other.

use crate::names::{self, confusables::skeleton};

/// Shorter names have too many real neighbours to be compared with a letter changed.
const SHORTEST_NEAR: usize = 6;
/// Shorter names stand under many suffixes by right.
const SHORTEST_SAME: usize = 5;

/// True when two registrable domains differ and look alike: the same but for confusable letters (`rn` and `m`, `0` and
/// `o`, Cyrillic letters ...), hyphens and dots; one letter changed in a name of six or more; or the same name, of five
/// letters or more, under another suffix.
pub fn look_alike(one: &str, other: &str) -> bool {
    let (one, other) = (registrable(one), registrable(other));
    if one == other || one.is_empty() || other.is_empty() {
        return false;
    }
    let (one, other) = (names::unicode(&one), names::unicode(&other));
    if skeleton(&one).replace('.', "") == skeleton(&other).replace('.', "") {
        return true;
    }
    let (one, other) = (label(&one), label(&other));
    let shortest = one.chars().count().min(other.chars().count());
    let (bones, other_bones) = (skeleton(one), skeleton(other));
    let is_same = bones == other_bones && shortest >= SHORTEST_SAME;
    let is_near = is_one_step(&bones, &other_bones) || is_one_step(one, other);
    is_same || (is_near && shortest >= SHORTEST_NEAR)
}

fn registrable(name: &str) -> String {
    let lower = name.trim_end_matches('.').to_lowercase();
    let ascii = names::to_ascii(&lower).unwrap_or(lower);
    names::base(&ascii).unwrap_or(&ascii).to_owned()
}

/// The name itself, in front of the suffix.
fn label(domain: &str) -> &str {
    domain.split_once('.').map_or(domain, |(label, _)| label)
}

/// One letter changed, added, left out, or two neighbours swapped.
fn is_one_step(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let rest = |letters: &[char], from: usize| letters.get(from..).map(<[char]>::to_vec).unwrap_or_default();
    match long.len() - short.len() {
        0 => {
            let changed = rest(short, same + 1) == rest(long, same + 1);
            let swapped = short.get(same) == long.get(same + 1)
                && short.get(same + 1) == long.get(same)
                && rest(short, same + 2) == rest(long, same + 2);
            one != other && (changed || swapped)
        }
        1 => rest(short, same) == rest(long, same + 1),
        _ => false,
    }
}
