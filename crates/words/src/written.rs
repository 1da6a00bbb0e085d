//! All that a View says leaves for the page as finished sentences; letters in both languages.
//!
//! The page that every start has to load carries the words of its screens alone.

use std::collections::BTreeMap;

use contract::{Arg, Ask, Language, Screen, Text, View};

use crate::{Words, seldom};

/// Beginnings of the ids whose texts are many and seldom read, and not with those of every View (`build.rs`).
const LONG: [&str; 11] = [
    "record-",
    "own-key-",
    "card-",
    "problem-",
    "prepare-",
    "relay-",
    "letter-",
    "source-",
    "heard-",
    "trust-",
    "evidence-",
];

/// The View with its texts written out.
pub fn written(mut view: View) -> View {
    if let Screen::Problem { letter, .. } | Screen::Records { letter, .. } = &mut view.screen {
        for letter in letter {
            Pen(letter.language).all([&mut letter.subject, &mut letter.body]);
        }
    }
    if let Screen::Problem { steps, .. } = &mut view.screen {
        *steps = lines(steps, view.language);
    }
    let pen = Pen(view.language);
    for line in &mut view.evidence {
        pen.all([&mut line.asked, &mut line.heard, &mut line.trust]);
    }
    pen.all(&mut view.announce);
    pen.all(&mut view.unwritten);
    pen.all(view.unopened.iter_mut().map(|unopened| &mut unopened.text));
    pen.all(view.actions.iter_mut().map(|action| &mut action.label));
    screen(&mut view.screen, &pen);
    view.words = of_the_screen(&view.screen, view.language);
    view
}

/// The words of a screen that few people see, which the page does not carry.
fn of_the_screen(screen: &Screen, language: Language) -> BTreeMap<String, String> {
    let begin = match screen {
        Screen::Records { .. } => "screen-records-",
        Screen::Relays { .. } => "screen-relays-",
        Screen::Relay { .. } => "screen-relay-",
        Screen::About { .. } => "screen-about-",
        Screen::Question { .. } => "screen-question-",
        Screen::ByHand { .. } => "screen-by-hand-",
        Screen::Home { .. }
        | Screen::Address { .. }
        | Screen::Consent { .. }
        | Screen::Password { .. }
        | Screen::Check { .. }
        | Screen::Arrival { .. }
        | Screen::Done { .. }
        | Screen::Card { .. }
        | Screen::Guide { .. }
        | Screen::Problem { .. } => return BTreeMap::new(),
    };
    seldom(language).iter().filter(|(id, _)| id.starts_with(begin)).cloned().collect()
}

/// Writes in one language.
struct Pen(Language);

impl Pen {
    fn write(&self, text: &mut Text) {
        // What a person or a table said is there already.
        if text.id == "as-it-is" {
            return;
        }
        let long = LONG.iter().any(|begin| text.id.starts_with(begin));
        let words = if long { Words::of_the_page(self.0) } else { Words::of_every_view(self.0) };
        *text = as_it_is(words.say(text));
    }

    fn all<'a>(&self, texts: impl IntoIterator<Item = &'a mut Text>) {
        texts.into_iter().for_each(|text| self.write(text));
    }
}

fn screen(screen: &mut Screen, pen: &Pen) {
    match screen {
        Screen::Home { accounts, notice } => {
            pen.all(notice.iter_mut().map(|notice| &mut notice.text));
            for account in accounts {
                pen.all(
                    [&mut account.road, &mut account.last]
                        .into_iter()
                        .chain(&mut account.coming)
                        .chain(&mut account.busy),
                );
                pen.all(account.watch.iter_mut().map(|watch| &mut watch.text));
            }
        }
        Screen::Address { hint, error, searching, .. } => {
            pen.all(hint.iter_mut().map(|hint| &mut hint.text));
            pen.all(error.iter_mut().chain(searching));
        }
        Screen::Question { ask: Ask::Device | Ask::Maker, .. } => {}
        Screen::Question { ask: Ask::Mailbox { why }, .. } => pen.write(why),
        Screen::Question { ask: Ask::Organisation { why, care, .. }, .. } => {
            pen.write(why);
            pen.all(care);
        }
        Screen::Consent { notice, wide, .. } => pen.all(notice.iter_mut().chain(wide)),
        Screen::Arrival { notice, .. } => pen.all(notice),
        Screen::Password { steps, before, hint, error, .. } => {
            pen.all(steps.iter_mut().chain(before));
            pen.all(hint.iter_mut().map(|hint| &mut hint.text));
            pen.all(error);
        }
        Screen::ByHand { error, .. } => pen.all(error),
        Screen::Relays { choices, doors } => {
            pen.all(choices.iter_mut().chain(doors).map(|choice| &mut choice.suits));
        }
        Screen::Relay { steps, before, error, .. } => {
            pen.all(steps.iter_mut().chain(before));
            pen.all(error);
        }
        Screen::Check { lines } => pen.all(lines.iter_mut().map(|line| &mut line.text)),
        Screen::Done { details, notice, .. } => {
            pen.all(details.iter_mut().flat_map(|detail| [&mut detail.label, &mut detail.value]));
            pen.all(notice);
        }
        Screen::Card { title, lead, rows, notes, .. } => {
            pen.all([title, &mut lead.text]);
            pen.all(rows.iter_mut().flat_map(|row| [&mut row.label, &mut row.value]));
            pen.all(notes);
        }
        Screen::About { news, .. } => pen.all(news.iter_mut().map(|news| &mut news.text)),
        Screen::Records { summary, lines, checklist, .. } => {
            pen.all(summary.iter_mut().map(|summary| &mut summary.text));
            pen.all(lines.iter_mut().map(|line| &mut line.text).chain(checklist));
        }
        Screen::Guide { title, steps, care, copies, hint, error, .. } => {
            pen.write(title);
            pen.all(steps.iter_mut().chain(care));
            pen.all(copies.iter_mut().map(|copy| &mut copy.label));
            pen.all(hint.iter_mut().map(|hint| &mut hint.text));
            pen.all(error);
        }
        Screen::Problem { problem, title, reason, lines, details, notice, .. } => {
            pen.all([title, reason]);
            pen.all(notice.iter_mut().map(|notice| &mut notice.text));
            pen.all(&mut problem.checks);
            pen.all(lines.iter_mut().map(|line| &mut line.text));
            pen.all(details.iter_mut().flat_map(|detail| [&mut detail.label, &mut detail.value]));
        }
    }
}

/// Each line of a text as a text of its own; none where there is no such text.
fn lines(steps: &[Text], language: Language) -> Vec<Text> {
    let words = Words::of_the_page(language);
    let said = steps.iter().filter(|text| words.has(&text.id)).map(|text| words.say(text));
    said.flat_map(|said| said.lines().map(|line| as_it_is(line.to_owned())).collect::<Vec<_>>()).collect()
}

/// A sentence that was written out, without the places where a line may break; empty for any other text.
pub fn plain(text: &Text) -> String {
    match text.args.get("value") {
        Some(Arg::Word(sentence)) => sentence.replace('\u{200b}', ""),
        Some(Arg::Number(_)) | None => String::new(),
    }
}

fn as_it_is(said: String) -> Text {
    Text::new("as-it-is").with("value", said)
}
