use contract::{Login, Security, Server};
use secret::Secret;
use submission::api::ApiCause;
use submission::{Cause, Point};
use testkit::tls::Flaw;
use tls::TlsFault;

use super::super::sign_in_line::tests::line;
use super::*;

#[test]
fn the_server_shown_for_a_door_is_the_one_that_is_asked() {
    for route in [Route::GmailApi, Route::Graph, Route::GraphGov, Route::GraphChina] {
        let host = api(route).unwrap().host().to_owned();
        assert_eq!(route.server(), Some(Server { host, port: 443, security: Security::Tls }));
    }
    assert_eq!((api(Route::Smtp), Route::Smtp.server()), (None, None));
}

async fn meant(point: Point, cause: Cause, others: &[Option<Flaw>]) -> Problem {
    let stage = if point == Point::Dial { Stage::Connect } else { Stage::Secure };
    let failure = ApiFailure {
        api: Api::Gmail,
        stage,
        point,
        cause: ApiCause::Line(cause),
        finished: Vec::new(),
        may_have_gone: false,
    };
    let delivery = Delivery {
        server: Route::GmailApi.server().unwrap(),
        user_name: "taro@gmail.com".into(),
        credential: Credential::Bearer(Secret::from("token")),
        address: "taro@gmail.com".into(),
        recipient: "taro@gmail.com".into(),
        message: Vec::new(),
        provider: "google".into(),
        login: Login::OAuth,
        route: Route::GmailApi,
        worked_before: true,
    };
    refusal(&delivery, &failure, &line(others).await).await.problem
}

#[tokio::test]
async fn offline_is_said_only_where_nobody_else_answers_either() {
    use ProblemCode::{CaptivePortal, NetworkBlocksMail, Offline};
    for cause in [Cause::HostNotFound, Cause::LookupFailed, Cause::Unreachable] {
        let nobody = meant(Point::Dial, cause.clone(), &[None, None]).await;
        assert_eq!((nobody.code, nobody.certainty), (Offline, Certainty::Likely), "{cause:?}");
        let others = meant(Point::Dial, cause.clone(), &[None, Some(Flaw::None)]).await;
        assert_eq!((others.code, others.certainty), (NetworkBlocksMail, Certainty::Likely), "{cause:?}");
        assert!(others.checks.is_empty(), "nothing is said of a clock: {:?}", others.checks);
        let portal = meant(Point::Dial, cause, &[Some(Flaw::SelfSigned), Some(Flaw::UnknownIssuer)]).await;
        assert_eq!((portal.code, portal.certainty), (CaptivePortal, Certainty::Likely));
    }
    let silent = Cause::TimedOut { waited: std::time::Duration::from_secs(60) };
    let after = meant(Point::Message, silent, &[None, None]).await;
    assert_eq!(after.code, ProblemCode::ServerSilent, "it was there: no look at others is taken");
}

#[tokio::test]
async fn a_certificate_out_of_date_is_held_against_the_clock() {
    let expired = || Cause::Tls(TlsFault::Expired { not_after: Some(1_609_459_200) });
    let clock = meant(Point::Tls, expired(), &[Some(Flaw::Expired), None]).await;
    assert_eq!((clock.code, clock.certainty), (ProblemCode::ClockWrong, Certainty::Sure));
    assert_eq!(clock.checks[0].id, "check-clock-wrong");
    let its_own = meant(Point::Tls, expired(), &[Some(Flaw::None), None]).await;
    assert_eq!(its_own.code, ProblemCode::CertificateExpired);
    assert_eq!(its_own.checks[0].id, "check-clock-right");
}
