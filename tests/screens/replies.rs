//! Cards that begin with a real reply: the knowledge of replies names them, not this test.

use contract::{Login, Problem, ProblemCode, Stage};
use diagnosis::{Context, OAuthAnswer, Situation, Words};
use wizard::Found;

use super::facts;

/// What a submission server said, to whom, and where.
pub(crate) struct Reply {
    pub(crate) found: Found,
    pub(crate) stage: Stage,
    raw: &'static str,
}

/// The reply that leads to a code, for the codes that begin with one.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other codes begin with no reply")]
pub(crate) fn reply(code: ProblemCode) -> Option<Reply> {
    use ProblemCode as Code;
    let password = || Found { logins: vec![Login::AppPassword], ..facts::gmail() };
    let basic = || Found { logins: vec![Login::Password], ..facts::microsoft() };
    let (found, stage, raw) = match code {
        Code::RefusedForNow => (
            facts::gmail(),
            Stage::SignIn,
            "454 4.7.0 Cannot authenticate due to a temporary system problem. Try again later. - gsmtp",
        ),
        Code::GoogleNeedsAppPassword => (
            password(),
            Stage::SignIn,
            "534-5.7.9 Application-specific password required. For more information, go to\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor - gsmtp",
        ),
        Code::GoogleConfirmIdentity => (
            password(),
            Stage::SignIn,
            "534-5.7.9 Please log in with your web browser and then try again. For more\n534 5.7.9 information, go to https://support.google.com/mail/?p=WebLoginRequired - gsmtp",
        ),
        Code::GooglePasswordRefused => (
            password(),
            Stage::SignIn,
            "535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials - gsmtp",
        ),
        Code::GooglePermissionLacksMail => (
            facts::gmail(),
            Stage::SignIn,
            "535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials - gsmtp",
        ),
        Code::SmtpAuthOff => (
            facts::microsoft(),
            Stage::SignIn,
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [TYCPR01CA0001.jpnprd01.prod.outlook.com]",
        ),
        Code::SafetyRule => (
            basic(),
            Stage::SignIn,
            "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
        ),
        Code::MicrosoftNoPasswords => (
            basic(),
            Stage::SignIn,
            "535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [AM0PR02CA0001.eurprd02.prod.outlook.com]",
        ),
        Code::MicrosoftRefused => (
            basic(),
            Stage::SignIn,
            "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.",
        ),
        Code::NeedsAppPassword => (
            Found { logins: vec![Login::Password, Login::AppPassword], ..facts::icloud() },
            Stage::SignIn,
            "535 5.7.8 Error: authentication failed: (reason unavailable)",
        ),
        Code::NotAccepted => {
            (facts::shop(), Stage::SignIn, "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6")
        }
        Code::TooManyTries => {
            (password(), Stage::SignIn, "454 4.7.0 Too many login attempts, please try again later. - gsmtp")
        }
        Code::SenderNotAllowed => (
            facts::microsoft(),
            Stage::HandOver,
            "554 5.7.60 SMTP; Client does not have permissions to send as this sender",
        ),
        Code::OwnAddressRefused => (
            facts::gmail(),
            Stage::Sender,
            "550 5.1.1 The email account that you tried to reach does not exist.",
        ),
        Code::MailboxFull => {
            (facts::gmail(), Stage::Sender, "452 4.2.2 The recipient's inbox is out of storage space.")
        }
        Code::LimitReached => (
            facts::gmail(),
            Stage::HandOver,
            "550-5.4.5 Daily user sending limit exceeded. For more information on Gmail\n550 5.4.5 sending limits go to https://support.google.com/a/answer/166852 - gsmtp",
        ),
        Code::AskedToWait => (
            facts::gmail(),
            Stage::Sender,
            "450 4.2.1 The user you are trying to contact is receiving mail too quickly.",
        ),
        Code::TakenForSpam => (
            facts::gmail(),
            Stage::HandOver,
            "550-5.7.1 Gmail has detected that this message is likely unsolicited mail.",
        ),
        Code::TooManyConnections => {
            (facts::shop(), Stage::Connect, "421 4.7.0 sv1 Error: too many connections from 203.0.113.5")
        }
        Code::GreetingRefused => (
            facts::shop(),
            Stage::Sender,
            "504 5.5.2 <taro-pc>: Helo command rejected: need fully-qualified hostname",
        ),
        Code::HomeLineRefused => (
            facts::shop(),
            Stage::Sender,
            "554 5.7.1 Service unavailable; client [203.0.113.5] blocked using pbl.spamhaus.org",
        ),
        Code::RelayNotActive => (
            facts::shop(),
            Stage::HandOver,
            "554 Message rejected: Email address is not verified. The following identities failed the check",
        ),
        Code::RelayPlaceUnknown => (
            facts::workspace_relay(),
            Stage::Sender,
            "550 5.7.0 Mail relay denied [192.0.2.7]. Invalid credentials for relay for one of the domains in: example.jp",
        ),
        Code::RelayOtherDomain => (
            facts::workspace_relay(),
            Stage::Sender,
            "550 5.7.1 Invalid credentials for relay [192.0.2.7]. The IP address you've registered in your Workspace \
             SMTP Relay service doesn't match the domain of the account this email is being sent from",
        ),
        Code::NotSignedIn => (facts::shop(), Stage::Sender, "530 5.7.0 Authentication required"),
        Code::SendingSwitchedOff => {
            (facts::shop(), Stage::SignIn, "535 5.7.1 SMTP is disabled for this user")
        }
        Code::ForeignAccessBlocked => {
            (facts::shop(), Stage::SignIn, "535 5.7.8 Access from overseas is not allowed for this account")
        }
        Code::RelayingDenied => {
            (facts::shop(), Stage::Sender, "554 5.7.1 <tencho@shop.example>: Relay access denied")
        }
        Code::AccountStopped => {
            (facts::microsoft(), Stage::HandOver, "550 5.1.8 Access denied, bad outbound sender")
        }
        Code::DomainNotApproved => (
            facts::shop(),
            Stage::HandOver,
            "550 5.7.23 The message was rejected because of Sender Policy Framework violation",
        ),
        Code::TooLarge => {
            (facts::gmail(), Stage::HandOver, "552 5.3.4 Your message exceeded Google's message size limits.")
        }
        Code::BadlyBuilt => (
            facts::gmail(),
            Stage::HandOver,
            "550-5.7.1 Messages missing a valid messageId header are not accepted.",
        ),
        Code::UnknownReply => (facts::shop(), Stage::HandOver, "571 Die Nachricht passt uns nicht."),
        _ => return None,
    };
    Some(Reply { found, stage, raw })
}

impl Reply {
    /// What the reply means.
    pub(crate) fn named(&self) -> Problem {
        let words = Words::read(self.raw.as_bytes());
        let context = Context {
            provider: self.found.kind.provider(),
            brand: &self.found.name.ja,
            login: self.found.logins.first().copied(),
            server: Some(&self.found.submission[0].server),
            address: &self.found.address,
            ..Context::default()
        };
        diagnosis::diagnose(&Situation { context, stage: self.stage, point: None, words: &words })
    }
}

/// What a sign-in server answered: the account, the place, `error` and `error_description`.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "all other codes begin with no answer of a sign-in server"
)]
pub(crate) fn answer(code: ProblemCode) -> Option<(Found, Problem)> {
    use ProblemCode as Code;
    let (found, stage, error, description) = match code {
        Code::ConsentDenied => (facts::gmail(), Stage::Consent, "access_denied", ""),
        Code::ApprovalNeeded => (
            facts::microsoft(),
            Stage::Consent,
            "consent_required",
            "AADSTS90094: An administrator of ms-company.example has set a policy that prevents you from granting this permission.",
        ),
        Code::OtherOrganisationsDoor => (facts::gmail(), Stage::Consent, "org_internal", ""),
        Code::ProgramNotOpen => (
            facts::gmail(),
            Stage::Consent,
            "access_denied",
            "The app is being tested and has not completed the verification process.",
        ),
        Code::UnverifiedWarning => {
            (facts::gmail(), Stage::Consent, "access_denied", "Google hasn't verified this app")
        }
        Code::AdvancedProtection => (facts::gmail(), Stage::Consent, "policy_enforced", ""),
        Code::RegistrationFaulty => (
            facts::microsoft(),
            Stage::Token,
            "invalid_client",
            "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
        ),
        Code::SignInRule => (
            facts::microsoft(),
            Stage::Consent,
            "interaction_required",
            "AADSTS53003: Access has been blocked by Conditional Access policies.",
        ),
        Code::PermissionEnded => {
            (facts::gmail(), Stage::Token, "invalid_grant", "Token has been expired or revoked.")
        }
        Code::TokenTrouble => (
            facts::microsoft(),
            Stage::Token,
            "temporarily_unavailable",
            "AADSTS90033: A transient error has occurred. Please try again.",
        ),
        _ => return None,
    };
    let provider = if found.address.contains("gmail") { "google" } else { "microsoft" };
    let context = Context {
        provider: found.kind.provider(),
        login: Some(Login::OAuth),
        address: &found.address,
        ..Context::default()
    };
    let answer = OAuthAnswer { provider, error, description, status: Some(400) };
    let problem = diagnosis::from_oauth(&context, stage, &answer);
    Some((found, problem))
}

/// What a mailbox's server says where reading by programs is off.
pub(crate) fn reading_is_off() -> Problem {
    let context = Context { address: facts::TENCHO, login: Some(Login::Password), ..Context::default() };
    diagnosis::from_words(&context, Some(Stage::SignIn), b"[ALERT] IMAP access is disabled for this mailbox")
}
