//! From what a sending API answered, or why it did not, to its name.

use contract::{Action, Certainty, Problem, ProblemCode, Security, Server, Stage};
use submission::api::{ApiAnswer, ApiCause, ApiFailure};
use submission::{Failure, Point};

use crate::card::Card;
use crate::clean::harmless;
use crate::transcript::stands_alone;
use crate::{Context, Network, Words, from_submission, said};

/// A name that people paste without its JSON has to be one that no sentence and no other protocol uses.
const SHORTEST_PASTED: usize = 12;

pub(crate) struct Rule {
    pub(crate) code: ProblemCode,
    certainty: Certainty,
    pub(crate) names: &'static [&'static str],
    pub(crate) statuses: &'static [(u16, u16)],
    pub(crate) any: &'static [&'static str],
}

pub(crate) static RULES: &[Rule] = include!(concat!(env!("OUT_DIR"), "/api.rs"));

/// Names what ended a submission by an API.
pub fn from_api(context: &Context<'_>, failure: &ApiFailure) -> Problem {
    let server = Server { host: failure.api.host().to_owned(), port: 443, security: Security::Tls };
    let context = Context { server: Some(&server), ..*context };
    let plain = |code, certainty| Card::new(code, certainty, failure.stage, &context).finish();
    let problem = match &failure.cause {
        ApiCause::Answer(answer) => answered(&context, failure.stage, answer),
        ApiCause::TooLarge { .. } => plain(ProblemCode::TooLarge, Certainty::Sure),
        ApiCause::Moved { .. } => plain(ProblemCode::UnknownReply, Certainty::Sure),
        // Others answer: something keeps this one host back, or it is away by itself.
        ApiCause::Line(_) if failure.point == Point::Dial && context.network == Network::ControlAnswers => {
            plain(ProblemCode::NetworkBlocksMail, Certainty::Likely)
        }
        ApiCause::Line(cause) => {
            let failure = Failure {
                stage: failure.stage,
                point: failure.point,
                cause: cause.clone(),
                finished: failure.finished.clone(),
                may_have_gone: failure.may_have_gone,
            };
            from_submission(&context, &failure)
        }
    };
    // A company network may let nothing through but its proxy.
    let certainty = if problem.code == ProblemCode::Offline { Certainty::Likely } else { problem.certainty };
    without_servers(Problem { certainty, ..problem })
}

/// Names a pasted answer. `stage` may be left out: then the answer says where it was.
pub(crate) fn from_answer(context: &Context<'_>, stage: Option<Stage>, answer: &ApiAnswer) -> Problem {
    let usual = if answer.is_about_the_token() { Stage::SignIn } else { Stage::HandOver };
    without_servers(answered(context, stage.unwrap_or(usual), answer))
}

/// An API's error in pasted words: its JSON, or one of its names standing alone.
pub(crate) fn pasted(text: &str) -> Option<ApiAnswer> {
    let status = || Words::read(text.as_bytes()).code;
    if let Some(answer) = ApiAnswer::find(text) {
        return Some(ApiAnswer { status: answer.status.or_else(status), ..answer });
    }
    let clear = harmless(text);
    let lower = clear.to_lowercase();
    let is_distinct = |name: &&&str| {
        name.len() >= SHORTEST_PASTED
            && name.contains(|letter: char| letter.is_ascii_uppercase())
            && name.contains(|letter: char| letter.is_ascii_lowercase() || letter == '_')
    };
    let mut names = RULES.iter().flat_map(|rule| rule.names).filter(is_distinct);
    let name = names.find(|name| stands_alone(&lower, &name.to_lowercase()))?;
    Some(ApiAnswer { status: status(), names: vec![(*name).to_owned()], message: clear, retry_after: None })
}

fn answered(context: &Context<'_>, stage: Stage, answer: &ApiAnswer) -> Problem {
    let text = harmless(&answer.message).to_lowercase();
    let (code, certainty) = match RULES.iter().find(|rule| rule.fits(answer, &text)) {
        Some(rule) if rule.code == ProblemCode::PermissionEnded && context.clock_is_wrong() => {
            (ProblemCode::ClockWrong, Certainty::Sure)
        }
        Some(rule) => (rule.code, rule.certainty),
        None => (ProblemCode::UnknownReply, Certainty::Sure),
    };
    let mut card = Card::new(code, certainty, stage, context);
    if let Some(wait) = answer.retry_after {
        card.seconds(wait);
    }
    // The first name is the one that help pages know; the words may repeat it.
    let name = answer.names.first().filter(|name| !answer.message.contains(name.as_str()));
    let words = name.into_iter().chain([&answer.message]).map(String::as_str).collect::<Vec<_>>().join(" ");
    card.problem.said = Some(said(&Words { code: answer.status, enhanced: None, text: words }));
    card.finish()
}

impl Rule {
    fn fits(&self, answer: &ApiAnswer, text: &str) -> bool {
        let status = answer.status.unwrap_or_default();
        (self.names.is_empty() || self.names.iter().any(|name| answer.is_named(name)))
            && (self.statuses.is_empty()
                || self.statuses.iter().any(|(from, to)| (*from..=*to).contains(&status)))
            && (self.any.is_empty() || self.any.iter().any(|word| text.contains(word)))
    }
}

/// An API has one host and one port: there is nothing else to try and nothing to type. Nor can it be changed to.
fn without_servers(mut problem: Problem) -> Problem {
    let of_smtp = [
        Action::TryOtherPort,
        Action::EnterServer,
        Action::UseCertificateName,
        Action::ShowFields,
        Action::SendByWeb,
    ];
    problem.remedies.retain(|remedy| !of_smtp.contains(remedy));
    if problem.remedies.is_empty() {
        problem.remedies.push(Action::TryAgain);
    }
    problem
}
