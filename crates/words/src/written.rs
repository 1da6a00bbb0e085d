//! What leaves for the page as finished sentences: letters, in both languages at once, and the evidence of a search.
//!
//! Both are long and seldom read, so the page that every start has to load does not carry their words.

use contract::{Screen, Text, View};

use crate::Words;

/// The View with its letters and its evidence written out. All other texts stay ids: the page has their words.
pub fn written(mut view: View) -> View {
    if !view.evidence.is_empty() {
        let words = Words::of_the_window(view.language);
        for line in &mut view.evidence {
            for text in [&mut line.asked, &mut line.heard, &mut line.trust] {
                *text = as_it_is(&words, text);
            }
        }
    }
    if let Screen::Problem { letter, .. } = &mut view.screen {
        for letter in letter {
            let words = Words::of_the_window(letter.language);
            for text in [&mut letter.subject, &mut letter.body] {
                *text = as_it_is(&words, text);
            }
        }
    }
    view
}

fn as_it_is(words: &Words, text: &Text) -> Text {
    Text::new("as-it-is").with("value", words.say(text))
}
