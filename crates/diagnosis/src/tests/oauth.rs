//! Answers of authorisation servers.

use contract::{Action, Login, ProblemCode, Stage};

use crate::{Context, OAuthAnswer, from_oauth};

fn state(provider: &str, error: &str, description: &str, status: Option<u16>) -> String {
    let key = if provider == "google" { "google" } else { "microsoft365" };
    let context = Context { provider: key, login: Some(Login::OAuth), ..Context::default() };
    let answer = OAuthAnswer { provider, error, description, status };
    let stage = if status.is_some() { Stage::Token } else { Stage::Consent };
    from_oauth(&context, stage, &answer).state
}

#[test]
fn every_answer_leads_to_its_state() {
    let rows = [
        ("google", "access_denied", "", None, "O4"),
        (
            "google",
            "access_denied",
            "Todoita has not completed the Google verification process. The app is currently being tested",
            None,
            "O11",
        ),
        ("google", "admin_policy_enforced", "", None, "O9"),
        ("google", "org_internal", "", None, "O10"),
        ("google", "disallowed_useragent", "", None, "O15"),
        ("google", "redirect_uri_mismatch", "Bad Request", Some(400), "O15"),
        ("google", "invalid_client", "Unauthorized", Some(401), "O15"),
        ("google", "deleted_client", "The OAuth client was deleted.", Some(401), "O15"),
        ("google", "invalid_request", "client_secret is missing.", Some(400), "O15"),
        ("google", "unauthorized_client", "Unauthorized", Some(401), "O15"),
        ("google", "invalid_grant", "Token has been expired or revoked.", Some(400), "O19"),
        ("google", "invalid_grant", "Bad Request", Some(400), "O19"),
        ("google", "server_error", "", None, "O20"),
        ("google", "", "<html>Bad Gateway</html>", Some(502), "O20"),
        ("google", "", "", Some(429), "O20"),
        ("google", "", "<html>Sign in to the Wi-Fi</html>", Some(200), "O20"),
        (
            "microsoft",
            "invalid_grant",
            "AADSTS65001: The user or administrator has not consented to use the application with ID",
            Some(400),
            "O9",
        ),
        (
            "microsoft",
            "access_denied",
            "AADSTS90094: An administrator of Example has set a policy that prevents you from granting",
            None,
            "O9",
        ),
        ("microsoft", "access_denied", "AADSTS90095: Admin consent required", None, "O9"),
        (
            "microsoft",
            "access_denied",
            "AADSTS65004: User declined to consent to access the app.",
            None,
            "O4",
        ),
        ("microsoft", "access_denied", "", None, "O4"),
        (
            "microsoft",
            "invalid_request",
            "AADSTS50020: User account 'x' from identity provider 'live.com' does not exist in tenant",
            None,
            "O10",
        ),
        (
            "microsoft",
            "invalid_grant",
            "AADSTS50076: Due to a configuration change made by your administrator",
            Some(400),
            "O18",
        ),
        (
            "microsoft",
            "access_denied",
            "AADSTS50105: The signed in user is not assigned to a role for the application",
            None,
            "O18",
        ),
        (
            "microsoft",
            "access_denied",
            "AADSTS53003: Access has been blocked by Conditional Access policies.",
            None,
            "O18",
        ),
        ("microsoft", "interaction_required", "something new", Some(400), "O18"),
        (
            "microsoft",
            "unauthorized_client",
            "AADSTS700016: Application with identifier 'x' was not found in the directory",
            Some(400),
            "O15",
        ),
        ("microsoft", "invalid_client", "AADSTS7000215: Invalid client secret provided.", Some(401), "O15"),
        (
            "microsoft",
            "invalid_client",
            "AADSTS7000222: The provided client secret keys are expired.",
            Some(401),
            "O15",
        ),
        (
            "microsoft",
            "invalid_request",
            "AADSTS50011: The redirect URI specified in the request does not match",
            None,
            "O15",
        ),
        (
            "microsoft",
            "unauthorized_client",
            "The client does not exist or is not enabled for consumers.",
            None,
            "O15",
        ),
        (
            "microsoft",
            "invalid_grant",
            "AADSTS700082: The refresh token has expired due to inactivity.",
            Some(400),
            "O19",
        ),
        (
            "microsoft",
            "invalid_grant",
            "AADSTS50173: The provided grant has expired due to it being revoked",
            Some(400),
            "O19",
        ),
        ("microsoft", "invalid_grant", "AADSTS9999999: of next year", Some(400), "O19"),
        (
            "microsoft",
            "temporarily_unavailable",
            "AADSTS90033: A transient error has occurred.",
            Some(503),
            "O20",
        ),
        (
            "microsoft",
            "invalid_grant",
            "AADSTS54005: OAuth2 Authorization code was already redeemed",
            Some(400),
            "O5",
        ),
        ("microsoft", "invalid_grant", "AADSTS50053: The account is locked", Some(400), "S12"),
    ];
    for (provider, error, description, status, expected) in rows {
        assert_eq!(state(provider, error, description, status), expected, "{error} {description}");
    }
}

#[test]
fn a_number_within_a_longer_one_is_not_taken_for_it() {
    assert_eq!(state("microsoft", "invalid_grant", "AADSTS650010: x", Some(400)), "O19");
    assert_eq!(state("microsoft", "access_denied", "see 65001", None), "O4");
}

#[test]
fn a_wrong_clock_explains_an_invalid_grant() {
    let answer =
        OAuthAnswer { provider: "google", error: "invalid_grant", description: "", status: Some(400) };
    let at = |seconds| {
        let context = Context { clock_off: Some(seconds), ..Context::default() };
        from_oauth(&context, Stage::Token, &answer).state
    };
    assert_eq!((at(299).as_str(), at(301).as_str(), at(-86_400).as_str()), ("O19", "O14", "O14"));
}

#[test]
fn microsoft_is_never_offered_an_app_password() {
    let answer = OAuthAnswer { provider: "microsoft", error: "access_denied", description: "", status: None };
    let context = Context { provider: "outlook-personal", login: Some(Login::OAuth), ..Context::default() };
    assert_eq!(from_oauth(&context, Stage::Consent, &answer).remedies, [Action::SignInAgain]);
    let google = Context { provider: "google", login: Some(Login::OAuth), ..Context::default() };
    let answer = OAuthAnswer { provider: "google", ..answer };
    assert_eq!(
        from_oauth(&google, Stage::Consent, &answer).remedies,
        [Action::SignInAgain, Action::UseAppPassword]
    );
}

#[test]
fn a_wrong_clock_takes_no_other_names_place() {
    let answer = |error| OAuthAnswer { provider: "google", error, description: "", status: Some(400) };
    let context = Context { clock_off: Some(86_400), ..Context::default() };
    let named = |error| from_oauth(&context, Stage::Token, &answer(error)).code;
    assert_eq!(named("invalid_grant"), ProblemCode::ClockWrong);
    assert_eq!(named("access_denied"), ProblemCode::ConsentDenied);
    assert_eq!(named("invalid_client"), ProblemCode::RegistrationFaulty);
}
