//! Answers of the sending APIs.

use std::collections::HashSet;
use std::time::Duration;

use contract::{Action, Certainty, Login, ProblemCode, Stage};
use submission::api::{Api, ApiAnswer, ApiCause, ApiFailure, Cloud};
use submission::{Cause, Point};

use crate::api::{RULES, Rule};
use crate::{Context, Network, from_api, from_words};

fn failure(api: Api, stage: Stage, cause: ApiCause) -> ApiFailure {
    ApiFailure { api, stage, point: Point::Message, cause, finished: Vec::new(), may_have_gone: false }
}

fn context(api: Api) -> Context<'static> {
    let provider = if api == Api::Gmail { "google" } else { "microsoft365" };
    Context { provider, login: Some(Login::OAuth), address: "taro@gmail.com", ..Context::default() }
}

const GRAPH: Api = Api::Graph(Cloud::Worldwide);

fn google(status: u16, reason: &str, message: &str) -> (Api, u16, String) {
    let body = format!(
        r#"{{"error":{{"code":{status},"message":"{message}","errors":[{{"domain":"global","reason":"{reason}","message":"{message}"}}]}}}}"#
    );
    (Api::Gmail, status, body)
}

fn graph(status: u16, code: &str, message: &str) -> (Api, u16, String) {
    let body =
        format!(r#"{{"error":{{"code":"{code}","message":"{message}","innerError":{{"request-id":"7"}}}}}}"#);
    (GRAPH, status, body)
}

fn rows() -> Vec<((Api, u16, String), &'static str)> {
    let off = "Gmail API has not been used in project 123 before or it is disabled.";
    let narrow = "Request had insufficient authentication scopes.";
    vec![
        (google(403, "accessNotConfigured", off), "O15"),
        (google(403, "SERVICE_DISABLED", off), "O15"),
        (google(403, "forbidden", off), "O15"),
        (google(403, "domainPolicy", "The domain administrators have disabled Gmail apps."), "O9"),
        (google(403, "insufficientPermissions", narrow), "O7"),
        (google(403, "ACCESS_TOKEN_SCOPE_INSUFFICIENT", narrow), "O7"),
        (google(401, "authError", "Invalid Credentials"), "O19"),
        (google(401, "required", "Login Required"), "O19"),
        (google(403, "dailyLimitExceeded", "Daily Limit Exceeded"), "M4"),
        (google(403, "userRateLimitExceeded", "User Rate Limit Exceeded"), "M5"),
        (google(429, "rateLimitExceeded", "Rate Limit Exceeded"), "M5"),
        (
            google(429, "userRateLimitExceeded", "User-rate limit exceeded. Retry after 2026 (Mail sending)"),
            "M4",
        ),
        (google(429, "RESOURCE_EXHAUSTED", "Quota"), "M5"),
        (google(400, "invalidArgument", "Recipient address required"), "M9"),
        (google(400, "other", "Recipient address required"), "M9"),
        (google(400, "invalidArgument", "Invalid To header"), "M2"),
        (google(400, "failedPrecondition", "Mail service not enabled"), "M2"),
        (google(413, "uploadTooLarge", "Too large"), "M8"),
        (google(413, "", ""), "M8"),
        (google(500, "backendError", "Backend Error"), "M5"),
        (google(503, "", ""), "M5"),
        (
            graph(
                403,
                "ErrorSendAsDenied",
                "The user account which was used does not have the right to send",
            ),
            "M1",
        ),
        (graph(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again."), "O7"),
        (
            graph(
                403,
                "ErrorAccessDenied",
                "Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.",
            ),
            "O9",
        ),
        (
            graph(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
            "O7",
        ),
        (graph(401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid."), "O19"),
        (graph(401, "Whatever", ""), "O19"),
        (graph(403, "ErrorQuotaExceeded", "The mailbox has exceeded the maximum mailbox size."), "M3"),
        (graph(507, "ErrorQuotaExceeded", "Cannot get ID from name."), "M3"),
        (graph(413, "ErrorMessageSizeExceeded", "The message exceeds the maximum supported size."), "M8"),
        (graph(413, "BadRequest", "Maximum request length exceeded."), "M8"),
        (graph(429, "ErrorExceededMessageLimit", "The limit of messages is exceeded."), "M4"),
        (
            graph(403, "ErrorAccountSuspend", "Account suspended. Follow the instructions in your Inbox."),
            "S19",
        ),
        (
            graph(
                404,
                "MailboxNotEnabledForRESTAPI",
                "The mailbox is either inactive, soft-deleted, or is hosted on-premise.",
            ),
            "S8",
        ),
        (graph(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit."), "M5"),
        (graph(429, "TooManyRequests", ""), "M5"),
        (graph(400, "ErrorInvalidRecipients", "At least one recipient is not valid."), "M2"),
        (graph(400, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content."), "M9"),
        (graph(503, "ErrorInternalServerTransientError", "Try again later."), "M5"),
        (graph(500, "ErrorInternalServerError", "An internal server error occurred."), "M5"),
        (graph(504, "UnknownError", ""), "M5"),
        ((GRAPH, 502, "<html>Bad Gateway</html>".to_owned()), "M5"),
        // Near misses: nothing is named that is not known.
        (google(403, "accessNotConfiguredYet", "no"), "X3"),
        (google(400, "dailyLimitExceeded2", "x"), "X3"),
        (graph(403, "ErrorSendAsDeniedMaybe", "SendAsDenied"), "X3"),
        (graph(404, "ResourceNotFound", "x"), "X3"),
        ((GRAPH, 403, "<html>blocked by your company</html>".to_owned()), "X3"),
        ((GRAPH, 418, String::new()), "X3"),
    ]
}

#[test]
fn every_answer_leads_to_its_state_and_is_never_without_a_way_on() {
    for ((api, status, body), wanted) in rows() {
        let answer = ApiAnswer::read(Some(status), body.as_bytes());
        let problem = from_api(&context(api), &failure(api, Stage::HandOver, ApiCause::Answer(answer)));
        assert_eq!(problem.state, wanted, "{status} {body}");
        assert_eq!(problem.said.expect("words").code, Some(status));
        for unfit in
            [Action::TryOtherPort, Action::EnterServer, Action::ShowFields, Action::UseCertificateName]
        {
            assert!(!problem.remedies.contains(&unfit), "{wanted} {unfit:?}");
        }
        assert!(!problem.remedies.is_empty());
    }
}

#[test]
fn the_same_answers_are_known_when_they_are_pasted() {
    for ((api, status, body), wanted) in
        rows().into_iter().filter(|((_, _, body), _)| body.contains("\"error\""))
    {
        for text in
            [body.clone(), format!("HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n\r\n{body}\r\n")]
        {
            let words = if api == Api::Gmail || text.starts_with("HTTP") {
                text
            } else {
                format!("{status}: {text}")
            };
            assert_eq!(from_words(&context(api), None, words.as_bytes()).state, wanted, "{words}");
        }
    }
}

#[test]
fn a_name_alone_is_enough_where_it_is_a_name() {
    let state = |text: &str| {
        let problem = from_words(&context(GRAPH), None, text.as_bytes());
        (problem.state, problem.stage)
    };
    assert_eq!(state("Error: ErrorSendAsDenied, Message: cannot"), ("M1".into(), Stage::HandOver));
    assert_eq!(
        state("googleapi: Error 403: Gmail API ..., accessNotConfigured"),
        ("O15".into(), Stage::SignIn)
    );
    assert_eq!(state("InvalidAuthenticationToken"), ("O19".into(), Stage::SignIn));
    assert_eq!(state("code: MailboxNotEnabledForRESTAPI").0, "S8");
    // Words of other protocols, and of sentences, stay what they were.
    assert_eq!(
        state("554 5.2.252 SendAsDenied; keiri@ms-company.example not allowed to send as boss").0,
        "M1"
    );
    assert_eq!(state("535 5.7.3 Authentication unsuccessful").0, "S8");
    assert_eq!(state(r#"{"status":"invalid_token","scope":"mail"}"#).1, Stage::Connect);
    assert_eq!(state(r#"{"error":"invalid_grant","error_description":"AADSTS700082: expired"}"#).0, "O19");
    assert_eq!(state("MyApplicationThrottledHandler").0, "X3");
}

#[test]
fn the_time_to_wait_is_told_and_a_wrong_clock_explains_a_refused_token() {
    let answer = ApiAnswer {
        retry_after: Some(Duration::from_secs(90)),
        ..ApiAnswer::read(Some(429), br#"{"error":{"code":"TooManyRequests"}}"#)
    };
    let problem = from_api(&context(GRAPH), &failure(GRAPH, Stage::HandOver, ApiCause::Answer(answer)));
    assert_eq!(problem.args.get("seconds"), Some(&90.into()));
    let refused = || ApiCause::Answer(ApiAnswer::read(Some(401), b""));
    let late = Context { clock_off: Some(4_000), ..context(GRAPH) };
    assert_eq!(from_api(&late, &failure(GRAPH, Stage::SignIn, refused())).code, ProblemCode::ClockWrong);
}

#[test]
fn lines_that_break_are_named_with_the_api_s_host() {
    for (cause, point, wanted) in [
        (Cause::HostNotFound, Point::Dial, ProblemCode::HostNotFound),
        (Cause::LookupFailed, Point::Dial, ProblemCode::Offline),
        (Cause::Refused, Point::Dial, ProblemCode::PortClosed),
        (Cause::TimedOut { waited: Duration::from_secs(60) }, Point::Message, ProblemCode::ServerSilent),
        (Cause::Closed, Point::Message, ProblemCode::ServerSilent),
        (Cause::Malformed, Point::Message, ProblemCode::UnknownReply),
    ] {
        let failure = ApiFailure {
            point,
            may_have_gone: true,
            ..failure(Api::Gmail, Stage::SignIn, ApiCause::Line(cause))
        };
        let problem = from_api(&context(Api::Gmail), &failure);
        assert_eq!(problem.code, wanted);
        if let Some(host) = problem.args.get("host") {
            assert_eq!(host, &"gmail.googleapis.com".into());
        }
        if wanted == ProblemCode::ServerSilent {
            assert_eq!(problem.args.get("sent"), Some(&"maybe".into()));
        }
        assert!(!problem.remedies.contains(&Action::EnterServer));
    }
    let large = ApiCause::TooLarge { size: 4_000_000, most: 3_145_728 };
    assert_eq!(from_api(&context(GRAPH), &failure(GRAPH, Stage::Connect, large)).code, ProblemCode::TooLarge);
    let moved = ApiCause::Moved { status: 302 };
    assert_eq!(
        from_api(&context(GRAPH), &failure(GRAPH, Stage::SignIn, moved)).code,
        ProblemCode::UnknownReply
    );
}

#[test]
fn hostile_words_of_an_api_are_made_harmless() {
    let body =
        format!(r#"{{"error":{{"code":"Bad","message":"\u001b[31m<b>{}\u202e"}}}}"#, "x".repeat(5_000));
    let answer = ApiAnswer::read(Some(400), body.as_bytes());
    let problem = from_api(&context(GRAPH), &failure(GRAPH, Stage::HandOver, ApiCause::Answer(answer)));
    let said = problem.said.expect("words").text;
    assert!(said.starts_with("Bad <b>xxx") && said.chars().count() == 300, "{said}");
    assert_eq!(problem.certainty, Certainty::Sure);
}

/// A rule that fits whenever a later one does would hide it.
#[test]
fn no_rule_hides_a_later_one() {
    for (at, later) in RULES.iter().enumerate() {
        for earlier in &RULES[..at] {
            assert!(!hides(earlier, later), "{} hides {}", earlier.code.name(), later.code.name());
        }
    }
    let names: Vec<_> = RULES.iter().filter(|rule| rule.any.is_empty()).flat_map(|rule| rule.names).collect();
    assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len(), "a name stands in one rule");
}

fn hides(earlier: &Rule, later: &Rule) -> bool {
    let names = earlier.names.is_empty()
        || !later.names.is_empty() && later.names.iter().all(|name| earlier.names.contains(name));
    let statuses = earlier.statuses.is_empty()
        || !later.statuses.is_empty()
            && later
                .statuses
                .iter()
                .all(|inner| earlier.statuses.iter().any(|outer| outer.0 <= inner.0 && inner.1 <= outer.1));
    let any = earlier.any.is_empty()
        || !later.any.is_empty()
            && later.any.iter().all(|inner| earlier.any.iter().any(|outer| inner.contains(outer)));
    names && statuses && any
}

#[test]
fn what_others_show_decides_what_an_unreached_interface_is() {
    let named = |network, point, cause| {
        let failure = ApiFailure { point, ..failure(Api::Gmail, Stage::Connect, ApiCause::Line(cause)) };
        from_api(&Context { network, ..context(Api::Gmail) }, &failure)
    };
    let waited = Duration::from_secs(15);
    for cause in [Cause::HostNotFound, Cause::LookupFailed, Cause::Unreachable, Cause::TimedOut { waited }] {
        let kept_back = named(Network::ControlAnswers, Point::Dial, cause.clone());
        assert_eq!(
            (kept_back.code, kept_back.certainty),
            (ProblemCode::NetworkBlocksMail, Certainty::Likely),
            "{cause:?}"
        );
        assert_eq!(kept_back.args["port"], "443".into());
        assert!(!kept_back.remedies.contains(&Action::SendByWeb), "that is the way it was tried");
        let down = named(Network::Down, Point::Dial, cause.clone());
        assert_eq!((down.code, down.certainty), (ProblemCode::Offline, Certainty::Likely), "{cause:?}");
    }
    let silent = named(Network::ControlAnswers, Point::Message, Cause::TimedOut { waited });
    assert_eq!(silent.code, ProblemCode::ServerSilent, "it was reached");
}
