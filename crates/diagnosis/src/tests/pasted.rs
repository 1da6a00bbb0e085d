//! Words as people paste them, without saying where they came from.

use contract::Stage;

use super::login;
use crate::{Context, from_words};

fn state(provider: &str, login_name: &str, raw: &str) -> (String, Stage) {
    let context = Context { provider, login: login(login_name), ..Context::default() };
    let problem = from_words(&context, None, raw.as_bytes());
    (problem.state, problem.stage)
}

#[test]
fn a_dialogue_shows_where_it_failed() {
    let dialogue = "S: 220 smtp.example.jp ESMTP\nC: EHLO pc\nS: 250-smtp.example.jp\nS: 250-STARTTLS\nS: 250 AUTH PLAIN LOGIN\n\
                    C: AUTH PLAIN\nS: 334\nC: (hidden)\nS: 535 5.7.8 Error: authentication failed\nC: QUIT\nS: 221 Bye";
    assert_eq!(state("other", "password", dialogue), ("S10".into(), Stage::SignIn));
    let dialogue = "2026-11-24 10:00:01 <- 235 2.7.0 Accepted\n2026-11-24 10:00:01 -> MAIL FROM:<a@example.jp>\n\
                    2026-11-24 10:00:01 <- 553 5.7.1 <a@example.jp>: Sender address rejected: not owned by user b";
    assert_eq!(state("other", "password", dialogue), ("M1".into(), Stage::Sender));
    let dialogue = "<<< 220 ready\n>>> EHLO TARO_PC\n<<< 501 5.5.4 HELO/EHLO argument \"TARO_PC\" invalid, closing connection.";
    assert_eq!(state("google", "oauth", dialogue), ("C8".into(), Stage::Connect));
}

#[test]
fn what_microsoft_says_is_understood_in_all_of_its_clouds() {
    let closed =
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.";
    let known = state("microsoft365", "oauth", closed);
    for provider in ["microsoft365-gov", "microsoft365-china"] {
        assert_eq!(state(provider, "oauth", closed), known);
        assert_eq!(state(provider, "oauth", "AADSTS90095: Admin consent required").0, "O9");
    }
}

#[test]
fn answers_of_sign_in_pages_are_recognised() {
    for (provider, raw, wanted) in [
        (
            "google",
            r#"{"error":"invalid_grant","error_description":"Token has been expired or revoked."}"#,
            "O19",
        ),
        ("google", "Error 400: redirect_uri_mismatch", "O15"),
        ("google", "Error 403: org_internal", "O10"),
        ("google", "Error 400: admin_policy_enforced", "O9"),
        ("google", "Error 400: policy_enforced", "O13"),
        (
            "microsoft365",
            "AADSTS50105: Your administrator has configured the application to block users",
            "O18",
        ),
        (
            "microsoft365",
            "invalid_grant: AADSTS700082: The refresh token has expired due to inactivity.",
            "O19",
        ),
        (
            "microsoft365",
            "AADSTS7000218: The request body must contain the following parameter: 'client_secret'",
            "O15",
        ),
        (
            "outlook-personal",
            "http://localhost:4711/?error=access_denied&error_description=The+user+has+denied+access",
            "O4",
        ),
    ] {
        assert_eq!(state(provider, "oauth", raw).0, wanted, "{raw}");
    }
}

#[test]
fn without_a_stage_the_words_say_it() {
    assert_eq!(state("other", "password", "535 5.7.8 authentication failed").1, Stage::SignIn);
    assert_eq!(
        state("other", "password", "NO [AUTHENTICATIONFAILED] Authentication failed.").1,
        Stage::Arrive
    );
    assert_eq!(
        state("other", "password", "connect ECONNREFUSED 203.0.113.5:587"),
        ("C2".into(), Stage::Connect)
    );
    assert_eq!(state("other", "password", "nothing of this kind").0, "X3");
}

#[test]
fn the_least_and_the_most_are_read() {
    for raw in [Vec::new(), vec![0xff; 40], vec![b'5'; 3_000_000], "S: ".repeat(400_000).into_bytes()] {
        let context = Context::default();
        for stage in [None, Some(Stage::Consent), Some(Stage::SignIn)] {
            assert!(!from_words(&context, stage, &raw).remedies.is_empty());
        }
    }
}
