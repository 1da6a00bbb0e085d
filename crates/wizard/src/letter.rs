//! Letters to whoever else has to do something.

use contract::{Language, Letter, Text};

use crate::context::Context;
use crate::message::Effect;
use crate::model::Page;
use crate::wizard::Press;

/// A letter in both languages, that of the screen first. `part` writes its `subject` or `body` in a language.
pub(crate) fn letters(context: &Context, part: impl Fn(Language, &str) -> Text) -> Vec<Letter> {
    let to = context.policy.help.as_ref().map(|desk| desk.address.clone()).unwrap_or_default();
    let both = match context.language {
        Language::Ja => [Language::Ja, Language::En],
        Language::En => [Language::En, Language::Ja],
    };
    let letter = |language| Letter {
        language,
        subject: part(language, "subject"),
        body: part(language, "body"),
        to: to.clone(),
    };
    both.map(letter).to_vec()
}

/// Opens the letter whose language the target names.
pub(crate) fn open(press: &Press, context: &mut Context) {
    let asked = |language: &Language| press.target.as_deref() == Some(language.tag());
    if let Some(language) = [Language::Ja, Language::En].into_iter().find(asked) {
        context.ask(Effect::Open(Page::Letter(language)));
    }
}
