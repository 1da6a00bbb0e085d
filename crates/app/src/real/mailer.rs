//! Handing over by SMTP behind its port.

use std::time::{Duration, UNIX_EPOCH};

use contract::{Language, Problem, ProblemCode, Stage, Text};
use diagnosis::Context;
use futures_util::future::BoxFuture;
use submission::message::{Content, build};
use submission::{
    Cause, Credentials, Event, Failure, Limits, StageDetail, Submission, code, sign_in, submit,
};
use tls::{Family, Tls, TlsFault};
use tokio::sync::mpsc::UnboundedSender;
use wizard::{SendWork, StageEvent};
use words::Words;

use super::clock::SystemClock;
use super::{second_look, web};
use crate::ports::{Clock as _, Credential, Delivery, Letter, Mailer, Refusal};
use crate::token::may_be_spent;

pub(super) struct Smtp {
    tls: Tls,
}

impl Smtp {
    pub(super) fn new(tls: Tls) -> Self {
        Self { tls }
    }
}

impl Mailer for Smtp {
    fn compose(&self, send: &SendWork, language: Language) -> Result<Letter, Problem> {
        let (address, recipient) = (send.address.as_str(), send.recipient());
        let fault = || {
            let mut problem = diagnosis::problem(ProblemCode::OwnAddressRefused, Stage::Sender);
            problem.args.insert("address".into(), address.into());
            problem
        };
        let code = code::generate().map_err(|_| fault())?;
        let words = Words::of_the_message(language);
        let say = |id: &str| {
            let text = Text::new(id).with("code", code.as_str());
            words.say(&text.with("address", address).with("recipient", recipient))
        };
        let next = if send.by_command { "message-line-2-command" } else { "message-line-2" };
        let whom = if send.is_to_itself() { "message-line-3" } else { "message-line-3-other" };
        let lines = ["message-line-1", next, whom].map(say);
        let message = build(&Content {
            address,
            recipient,
            subject: &say("message-subject"),
            plain: &format!("{}\n\n{}\n", say("message-title"), lines.join("\n")),
            html: &html(language, &say("message-title"), &lines, &code),
            date: UNIX_EPOCH + Duration::from_millis(SystemClock.now_ms()),
        })
        .map_err(|_| fault())?;
        Ok(Letter { code, message_id: message.message_id, bytes: message.bytes })
    }

    fn submit<'a>(
        &'a self,
        delivery: Delivery,
        stages: UnboundedSender<(Stage, StageEvent)>,
    ) -> BoxFuture<'a, Result<(), Refusal>> {
        Box::pin(async move {
            if let Some(api) = web::api(delivery.route) {
                return web::submit(api, &delivery, &self.tls, &stages).await;
            }
            let submission = submission_of(&delivery);
            let mut tell = |report| tell(report, &stages);
            let Err(failure) = submit(&submission, &self.tls, &mut tell).await else { return Ok(()) };
            Err(self.refusal(&delivery, &failure).await)
        })
    }

    fn sign_in(&self, delivery: Delivery) -> BoxFuture<'_, Result<(), Refusal>> {
        Box::pin(async move {
            if web::api(delivery.route).is_some() {
                return Ok(());
            }
            let submission = submission_of(&delivery);
            let Err(failure) = sign_in(&submission, &self.tls, &mut |_| {}).await else { return Ok(()) };
            Err(self.refusal(&delivery, &failure).await)
        })
    }
}

impl Smtp {
    /// What a failure means, after a second look.
    async fn refusal(&self, delivery: &Delivery, failure: &Failure) -> Refusal {
        let other_user_name = other_user_name(delivery).unwrap_or_default();
        let seen = second_look::look(failure, &delivery.server, &self.tls).await;
        let context = Context {
            provider: &delivery.provider,
            brand: providers::name(&delivery.provider),
            login: Some(delivery.login),
            server: Some(&delivery.server),
            address: &delivery.address,
            other_user_name: &other_user_name,
            worked_before: delivery.worked_before,
            network: seen.network,
            clock_off: seen.clock_off,
            known_host: &|host| providers::by_submission_host(host).is_some(),
        };
        let mut problem = diagnosis::from_submission(&context, failure);
        problem.checks = seen.checks;
        Refusal {
            unreached: unreached(failure),
            may_have_gone: failure.may_have_gone,
            token_refused: token_refused(failure, &problem),
            problem,
        }
    }
}

fn submission_of(delivery: &Delivery) -> Submission {
    let user_name = delivery.user_name.clone();
    let credentials = match &delivery.credential {
        Credential::Password(password) => Credentials::Password { user_name, password: password.clone() },
        Credential::Bearer(token) => Credentials::Bearer { user_name, token: token.clone() },
    };
    Submission {
        server: delivery.server.clone(),
        credentials,
        sender: delivery.address.clone(),
        recipient: delivery.recipient.clone(),
        message: delivery.message.clone(),
        limits: Limits::default(),
    }
}

/// What the provider's user name is, where it is another one than was used; free words where only the person knows it.
fn other_user_name(delivery: &Delivery) -> Option<String> {
    // An own domain at the same provider may have another form than the provider's addresses.
    let domain = delivery.address.rsplit_once('@')?.1;
    let provider = providers::by_domain(domain).filter(|provider| provider.id == delivery.provider)?;
    let wanted = provider.user_name.user_name();
    let words = wanted.words();
    let name = words.map_or_else(|| wanted.for_address(&delivery.address), str::to_owned);
    let typed_its_own = words.is_some() && delivery.user_name != delivery.address;
    (name != delivery.user_name && !typed_its_own).then_some(name)
}

/// Passes on what happened to a stage.
pub(super) fn tell(report: submission::Report, stages: &UnboundedSender<(Stage, StageEvent)>) {
    let event = match report.event {
        Event::Started => StageEvent::Started,
        Event::Finished { elapsed, detail } => StageEvent::Finished {
            ms: u32::try_from(elapsed.as_millis()).unwrap_or(u32::MAX),
            detail: detail_word(&detail),
        },
        Event::HandingOver => return,
    };
    let _ = stages.send((report.stage, event));
}

fn detail_word(detail: &StageDetail) -> String {
    match detail {
        StageDetail::Secured { version } => version.name().to_owned(),
        StageDetail::Connected { family: Family::V4, instead: true, .. } => "IPv4".to_owned(),
        StageDetail::Connected { family: Family::V6, instead: true, .. } => "IPv6".to_owned(),
        StageDetail::Connected { instead: false, .. }
        | StageDetail::SignedIn { .. }
        | StageDetail::Authorised
        | StageDetail::SenderAccepted
        | StageDetail::HandedOver => String::new(),
    }
}

/// No connection came about, or the other end spoke no TLS at all: nothing was shown to anybody, so the next server of
/// the list may be tried. A certificate that is wrong is not passed over like that.
fn unreached(failure: &Failure) -> bool {
    match &failure.cause {
        Cause::Tls(TlsFault::NotTls) => true,
        Cause::Refused
        | Cause::Unreachable
        | Cause::HostNotFound
        | Cause::TimedOut { .. }
        | Cause::Closed
        | Cause::Io(_) => failure.stage == Stage::Connect,
        Cause::LookupFailed
        | Cause::Tls(_)
        | Cause::NoStarttls
        | Cause::PlainAfterStarttls
        | Cause::Reply { .. }
        | Cause::NoCommonMechanism { .. }
        | Cause::Malformed
        | Cause::TooLong
        | Cause::AddressNeedsSmtpUtf8
        | Cause::MessageNeedsEightBit
        | Cause::UnusableAddress
        | Cause::UnusableCredentials => false,
    }
}

/// The token itself was refused, not the way of sending.
fn token_refused(failure: &Failure, problem: &Problem) -> bool {
    failure.stage == Stage::SignIn
        && matches!(failure.cause, Cause::Reply { .. })
        && may_be_spent(problem.code)
}

fn html(language: Language, title: &str, lines: &[String; 3], code: &str) -> String {
    let [first, second, third] = lines.each_ref().map(|line| escape(line));
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"></head>\
<body style=\"font-family:sans-serif;line-height:1.7;color:#20242e;background:#fbf8f2;padding:24px\">\
<h1 style=\"font-size:22px;color:#c23b28\">{}</h1><p>{first}</p>\
<p style=\"font:700 32px monospace;letter-spacing:.15em\">{}</p><p>{second}</p>\
<p style=\"color:#585d69\">{third}</p></body></html>",
        language.tag(),
        escape(title),
        escape(code),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests;
