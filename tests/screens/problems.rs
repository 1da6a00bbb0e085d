//! Every failure on the screen where a person meets it.

use contract::{Action, FieldId, Login, Problem, ProblemCode, Stage};
use wizard::{Found, Glance, Looked, News};

use super::Views;
use super::cards::card;
use super::facts::{self, TENCHO};
use super::play::Play;
use super::{replies, steps, unwritten};

/// No cards: they are told on the screen itself, and there is nothing to leave it for.
pub(crate) const TOLD_ON_THEIR_SCREEN: [ProblemCode; 9] = [
    ProblemCode::AddressIncomplete,
    ProblemCode::AddressFolded,
    ProblemCode::AddressTypo,
    ProblemCode::BrowserNotOpened,
    ProblemCode::StillWaiting,
    ProblemCode::AppPasswordShape,
    ProblemCode::ArrivedInSpam,
    ProblemCode::NotSeenYet,
    ProblemCode::MovedElsewhere,
];

pub(crate) fn add(views: &mut Views) {
    for code in ProblemCode::ALL {
        views.insert(format!("problem-{}", code.name()), shown(*code).view());
    }
    let mut letter = shown(ProblemCode::SmtpAuthOff);
    letter.nothing_opens(None);
    views.insert("problem-smtp-auth-off-letter-not-opened".into(), letter.view());
    // The letters say how this person signs in, and for what.
    for (code, login, name) in [
        (ProblemCode::SmtpAuthOff, Login::Password, "problem-smtp-auth-off-by-password"),
        (ProblemCode::SafetyRule, Login::OAuth, "problem-safety-rule-by-consent"),
    ] {
        let problem = replies::reply(code).expect("a reply that leads to it").named();
        let found = Found { logins: vec![login], ..facts::microsoft() };
        views.insert(name.into(), sending(found, problem).view());
    }
    let mut by_web = steps::checking(facts::microsoft());
    by_web.news(News::Sent(Err(Box::new(facts::smtp_auth_off())))).press(Action::SendByWeb);
    let (_, problem) = replies::answer(ProblemCode::SignInRule).expect("an answer that leads to it");
    by_web.news(News::Consented(Err(Box::new(problem))));
    views.insert("problem-sign-in-rule-by-web".into(), by_web.view());
}

/// No wildcard: a new code forces the decision where it is seen.
fn shown(code: ProblemCode) -> Play {
    use ProblemCode as Code;
    match code {
        Code::AddressIncomplete => steps::incomplete(),
        Code::AddressFolded => folded(),
        Code::AddressTypo => steps::suggesting(),
        Code::BrowserNotOpened => steps::waiting(facts::gmail(), false),
        Code::CodeExpired => {
            let mut play = steps::at(facts::microsoft());
            play.press(Action::UseDeviceCode);
            play.news(News::Consented(Err(Box::new(card(code, Stage::Consent)))));
            play
        }
        Code::StillWaiting => {
            let mut play = steps::waiting(facts::gmail(), true);
            play.news(News::LongWait);
            play
        }
        Code::AppPasswordShape => steps::misfit(),
        Code::ArrivedInSpam => steps::in_spam(),
        Code::NotSeenYet => {
            let mut play = steps::arriving(facts::gmail(), true);
            play.news(News::Looked(Looked::NotSeen));
            play
        }
        // The wizard's own.
        Code::AppPasswordUnavailable => {
            let mut play = steps::at(facts::icloud());
            play.press(Action::PageSaysNo);
            play
        }
        Code::AppPasswordsForbidden => {
            let mut play = steps::at(facts::workspace_by_app_password());
            play.press(Action::PageSaysNo);
            play
        }
        Code::ClosedService => steps::at(facts::closed()),
        Code::NoClientId => {
            let mut play = Play::unregistered();
            play.press(Action::SignInMicrosoft);
            play
        }
        Code::ConsentStopped => {
            let mut play = steps::waiting(facts::gmail(), true);
            play.press(Action::Cancel);
            play
        }
        Code::OtherAccount => {
            let mut play = steps::waiting(facts::gmail(), true);
            play.news(facts::grant(Found { address: "hanako@gmail.com".into(), ..facts::gmail() }));
            play
        }
        Code::StoppedWhileSending => {
            let mut play = steps::checking(facts::shop());
            steps::up_to(&mut play, Stage::HandOver);
            play.begins(Stage::HandOver).press(Action::Cancel);
            play
        }
        Code::ClosedInTheMiddle => Play::with(Vec::new(), Some(steps::left_behind())),
        Code::SettingsFaulty => {
            let fault = Some(("/etc/todoita/todoita.toml".into(), 3));
            Play::under(wizard::Policy { fault, ..wizard::Policy::default() })
        }
        Code::NotAllowedHere => {
            let text = wizard::Brand {
                ja: "IT desk, 内線 (ext.) 1234, 9:00-17:00".into(),
                en: "IT desk, 内線 (ext.) 1234, 9:00-17:00".into(),
            };
            let help = Some(wizard::HelpDesk { text, address: "help@corp.example".into() });
            let logins = Some(vec![contract::Login::OAuth]);
            let mut play = Play::under(wizard::Policy { logins, help, ..wizard::Policy::default() });
            play.press_with(Action::Continue, &[(FieldId::Address, facts::TENCHO)]);
            play.news(News::Found(Ok(Box::new(facts::shop()))));
            play
        }
        Code::ListNotWritten => {
            let mut play = unwritten::list();
            play.tell(wizard::Msg::Unwritten(Some(unwritten::FOLDER.into())));
            play.press(Action::ShowTrouble);
            play
        }
        Code::Internal => {
            let mut play = steps::checking(facts::gmail());
            play.news(News::Crashed { report: "r-7f3a".into() });
            play
        }
        // While searching.
        Code::DomainNotFound | Code::DomainTakesNoMail => searching(card(code, Stage::Address)),
        Code::CaptivePortal => searching(card(code, Stage::Find)),
        Code::Offline | Code::SettingsNotFound | Code::OnlyUnprotected | Code::OutlookNeedsConsent => {
            searching(card(code, Stage::Find))
        }
        // In the browser and at the token endpoint.
        Code::ListenFailed
        | Code::ConsentMismatch
        | Code::ScopeMissing
        | Code::NoLastingPermission
        | Code::SignInPageBlocked
        | Code::ClockWrong => consenting(facts::gmail(), card(code, Stage::Consent)),
        Code::ConsentDenied
        | Code::ApprovalNeeded
        | Code::OtherOrganisationsDoor
        | Code::ProgramNotOpen
        | Code::UnverifiedWarning
        | Code::AdvancedProtection
        | Code::RegistrationFaulty
        | Code::SignInRule
        | Code::PermissionEnded
        | Code::TokenTrouble => {
            let (found, problem) = replies::answer(code).expect("an answer that leads to it");
            consenting(found, problem)
        }
        // On the way to the server.
        Code::HostNotFound | Code::PortClosed | Code::NetworkBlocksMail | Code::ServerSilent => {
            sending(facts::shop(), card(code, Stage::Connect))
        }
        Code::CertificateExpired
        | Code::CertificateName
        | Code::CertificateUnknown
        | Code::NoStarttls
        | Code::LineIntercepted
        | Code::WrongKindOfLine
        | Code::TlsTooOld => sending(facts::shop(), card(code, Stage::Secure)),
        Code::NoCommonMethod | Code::OtherUserName | Code::ReadingSwitchedOff => {
            sending(facts::shop(), card(code, Stage::SignIn))
        }
        // Nobody signs in to iCloud with Google.
        Code::AppPasswordEnded => {
            let mut problem = card(code, Stage::SignIn);
            problem.remedies.retain(|remedy| *remedy != Action::SignInGoogle);
            sending(facts::icloud(), problem)
        }
        Code::RefusedForNow
        | Code::GoogleNeedsAppPassword
        | Code::GoogleConfirmIdentity
        | Code::GooglePasswordRefused
        | Code::GooglePermissionLacksMail
        | Code::SmtpAuthOff
        | Code::SafetyRule
        | Code::MicrosoftNoPasswords
        | Code::MicrosoftRefused
        | Code::NeedsAppPassword
        | Code::NotAccepted
        | Code::TooManyTries
        | Code::SenderNotAllowed
        | Code::OwnAddressRefused
        | Code::MailboxFull
        | Code::LimitReached
        | Code::AskedToWait
        | Code::TakenForSpam
        | Code::TooManyConnections
        | Code::GreetingRefused
        | Code::HomeLineRefused
        | Code::RelayNotActive
        | Code::RelayPlaceUnknown
        | Code::RelayOtherDomain
        | Code::NotSignedIn
        | Code::SendingSwitchedOff
        | Code::ForeignAccessBlocked
        | Code::RelayingDenied
        | Code::AccountStopped
        | Code::DomainNotApproved
        | Code::TooLarge
        | Code::BadlyBuilt
        | Code::UnknownReply => {
            let reply = replies::reply(code).expect("a reply that leads to it");
            let problem = reply.named();
            sending(reply.found, problem)
        }
        // Seen by looking into the mailbox.
        Code::CameBack => {
            let mut play = steps::arriving(facts::gmail(), true);
            let mut problem = card(code, Stage::Arrive);
            problem.said = Some(contract::Said {
                code: Some(550),
                enhanced: Some("5.7.1".into()),
                text: "550 5.7.1 Message rejected by the rules of this mailbox".into(),
            });
            play.news(News::Looked(Looked::CameBack(Box::new(problem))));
            play
        }
        Code::MovedElsewhere => {
            let mut play = steps::arriving(facts::gmail(), true);
            play.news(News::Looked(Looked::NotSeen))
                .press(Action::LookAgain)
                .news(News::Looked(Looked::NotSeen));
            play
        }
        // In the keychain.
        Code::KeychainLocked | Code::KeychainRefused | Code::KeychainMissing | Code::KeychainDamaged => {
            let mut play = steps::checking(facts::icloud());
            steps::up_to(&mut play, Stage::Keep);
            play.news(News::Sent(Ok(facts::sent(&facts::icloud(), true))));
            play.news(News::Kept(Err(Box::new(card(code, Stage::Keep)))));
            play
        }
    }
}

fn folded() -> Play {
    let mut play = Play::new();
    play.type_address("ｔａｒｏ＠ｇｍａｉｌ．ｃｏｍ");
    let text = contract::Text::new("hint-folded");
    let hint = Some(contract::AddressHint { text, tone: contract::Tone::Care });
    play.news(News::LookedUp(Glance { hint, suggestion: None }));
    play
}

fn searching(problem: Problem) -> Play {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]);
    play.news(News::Found(Err(Box::new(problem))));
    play
}

fn consenting(found: Found, problem: Problem) -> Play {
    let mut play = steps::waiting(found, true);
    play.news(News::Checking).news(News::Consented(Err(Box::new(problem))));
    play
}

fn sending(found: Found, problem: Problem) -> Play {
    let mut play = steps::checking(found);
    steps::up_to(&mut play, problem.stage);
    play.begins(problem.stage).news(News::Sent(Err(Box::new(problem))));
    play
}
