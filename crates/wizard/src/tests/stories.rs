//! One story per road: what is pressed, what is asked for, what is shown.

use super::*;
use crate::{Kept, Looked, SavedStep, SecretSource, Seen};

const SEEN: Seen = Seen { in_spam: false, at: 5_000, folder: None };

#[test]
fn google_by_button_takes_one_press_when_the_inbox_may_be_read() {
    let mut play = Play::new();
    play.press(Action::SignInGoogle);
    let (id, job) = play.job();
    assert!(matches!(job, Job::Consent(work) if work.provider == "google" && work.address.is_none()));
    play.news(id, News::Listening { url: "https://accounts.google.com/x".into(), at: 1, opened: true });
    play.news(id, News::Checking).news(id, grant("taro@gmail.com", 7));
    let (_, job) = play.job();
    let Job::Send(work) = job else { panic!("{job:?}") };
    assert_eq!(work.address, "taro@gmail.com");
    assert_eq!(work.secret, SecretSource::Pending(SecretRef(7)));
    play.answer(News::Sent(Ok(sent(true))));
    assert!(matches!(play.job().1, Job::Keep { .. }), "the secret is stored after the sign-in");
    play.answer(News::Kept(Ok(Kept::Keychain)));
    assert!(matches!(play.screen(), Screen::Arrival { looking: true, .. }));
    play.answer(News::Looked(Looked::Seen(SEEN)));
    assert!(matches!(play.screen(), Screen::Done { arrived_at: 5_000, .. }));
    assert_eq!(play.presses, 1);
    assert!(play.effects.contains(&Effect::Save(None)), "nothing is left to go on with");
    play.press(Action::Finish);
    assert!(matches!(play.screen(), Screen::Home { accounts, .. } if accounts.len() == 1));
}

#[test]
fn an_address_leads_to_consent_before_the_browser_opens() {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, "taro@gmail.com")]);
    play.answer(News::Found(Ok(Box::new(gmail("taro@gmail.com")))));
    assert!(matches!(play.screen(), Screen::Consent { phase: contract::ConsentPhase::Ready, .. }));
    play.press(Action::OpenBrowser);
    assert!(matches!(play.job().1, Job::Consent(work) if work.address.as_deref() == Some("taro@gmail.com")));
}

#[test]
fn another_account_is_asked_about_and_never_taken_silently() {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, "taro@gmail.com")]);
    play.answer(News::Found(Ok(Box::new(gmail("taro@gmail.com")))));
    play.press(Action::OpenBrowser).answer(grant("hanako@gmail.com", 3));
    assert_eq!(play.code(), ProblemCode::OtherAccount);
    assert!(!play.effects.contains(&Effect::Forget(SecretRef(3))), "the grant is kept for the answer");
    play.press(Action::UseThisAccount);
    assert!(matches!(play.job().1, Job::Send(work) if work.address == "hanako@gmail.com"));
}

#[test]
fn signing_in_again_lets_go_of_the_other_accounts_grant() {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, "taro@gmail.com")]);
    play.answer(News::Found(Ok(Box::new(gmail("taro@gmail.com")))));
    play.press(Action::OpenBrowser).answer(grant("hanako@gmail.com", 3));
    play.press(Action::SignInAgain);
    assert!(play.effects.contains(&Effect::Forget(SecretRef(3))));
    assert!(matches!(play.job().1, Job::Consent(work) if work.choose_account));
}

#[test]
fn an_app_password_that_does_not_fit_is_warned_about_once_and_not_blocked() {
    let mut play = Play::new();
    let icloud = found(
        "momo@icloud.com",
        AccountKind::Mailbox("icloud".into()),
        "smtp.mail.me.com",
        &[Login::AppPassword],
    );
    play.press_with(Action::Continue, &[(FieldId::Address, "momo@icloud.com")]);
    play.answer(News::Found(Ok(Box::new(icloud))));
    play.press(Action::OpenAppPasswordPage);
    assert!(matches!(play.screen(), Screen::Password { .. }), "the panel stays");
    play.secret(SecretSlot::AppPassword, 1, false).press(Action::ConnectAndSend);
    assert!(play.effects.iter().all(|effect| !matches!(effect, Effect::Start { .. })));
    let Screen::Password { hint: Some(hint), .. } = play.screen() else { panic!() };
    assert_eq!(hint.tone, contract::Tone::Care);
    play.press(Action::UseAnyway);
    assert!(matches!(play.job().1, Job::Send(_)));
}

#[test]
fn a_newer_secret_replaces_the_older_one_and_the_older_is_let_go() {
    let mut play = Play::new();
    let icloud = found(
        "momo@icloud.com",
        AccountKind::Mailbox("icloud".into()),
        "smtp.mail.me.com",
        &[Login::AppPassword],
    );
    play.press_with(Action::Continue, &[(FieldId::Address, "momo@icloud.com")]);
    play.answer(News::Found(Ok(Box::new(icloud))));
    play.secret(SecretSlot::AppPassword, 1, true).secret(SecretSlot::AppPassword, 2, true);
    assert!(play.effects.contains(&Effect::Forget(SecretRef(1))));
    play.secret(SecretSlot::Password, 3, true);
    assert!(play.effects.contains(&Effect::Forget(SecretRef(3))), "a secret for no field here is not kept");
}

#[test]
fn settings_that_only_dns_vouches_for_need_one_yes() {
    let mut play = Play::new();
    let mut unproven =
        found("a@example.jp", AccountKind::Unknown, "mail.elsewhere.example", &[Login::Password]);
    unproven.submission[0].trust = Trust::Unproven;
    play.press_with(Action::Continue, &[(FieldId::Address, "a@example.jp")]);
    play.answer(News::Found(Ok(Box::new(unproven))));
    let Screen::Question { ask: Ask::Organisation { domain, host, care, .. }, .. } = play.screen() else {
        panic!()
    };
    assert_eq!(domain.name, [NamePiece { text: "example.jp".into(), odd: false }]);
    assert_eq!((host.as_str(), care), ("mail.elsewhere.example", None));
    play.press(Action::TrustSettings);
    assert!(matches!(play.screen(), Screen::Password { .. }));
}

#[test]
fn a_server_that_is_not_believed_is_not_offered_again() {
    let mut play = Play::new();
    let mut unproven = found("a@example.jp", AccountKind::Unknown, "mail.exarnple.jp", &[Login::Password]);
    unproven.submission[0].trust = Trust::Unproven;
    let named =
        |text: &str| Organisation { name: vec![NamePiece { text: text.into(), odd: false }], ascii: None };
    unproven.stranger = Some(Stranger {
        domain: named("example.jp"),
        server: named("exarnple.jp"),
        look_alike: true,
        named_by: EvidenceSource::Srv,
    });
    play.press_with(Action::Continue, &[(FieldId::Address, "a@example.jp")]);
    play.answer(News::Found(Ok(Box::new(unproven))));
    let Screen::Question { ask: Ask::Organisation { why, care, .. }, .. } = play.screen() else { panic!() };
    assert_eq!(why.id, "question-named-by-dns");
    assert_eq!(care.map(|care| care.id).as_deref(), Some("question-look-alike"));
    play.press(Action::EnterServer);
    let Screen::ByHand { host, address, .. } = play.screen() else { panic!() };
    assert_eq!((host.as_str(), address.as_str()), ("", "a@example.jp"));
}

#[test]
fn behind_a_filter_the_person_says_where_the_mail_is_read() {
    let choice = |place: &str, kind, host| Choice {
        place: place.into(),
        found: found("taro@firm.example", kind, host, &[Login::OAuth]),
    };
    let doubt = || Doubt {
        reason: DoubtReason::Filter("Proofpoint".into()),
        address: "taro@firm.example".into(),
        choices: vec![
            choice("mail.google.com", AccountKind::GoogleWorkspace, "smtp.gmail.com"),
            choice("outlook.office.com", AccountKind::Microsoft365, "smtp.office365.com"),
        ],
        evidence: Vec::new(),
    };
    let asked = || {
        let mut play = Play::new();
        play.press_with(Action::Continue, &[(FieldId::Address, "taro@firm.example")]);
        play.answer(News::Doubted(Box::new(doubt())));
        assert!(matches!(play.screen(), Screen::Question { ask: Ask::Mailbox { .. }, .. }));
        play
    };
    let mut play = asked();
    play.press_on(Action::ReadHere, "outlook.office.com");
    let Screen::Consent { provider, .. } = play.screen() else { panic!() };
    assert_eq!(provider, "microsoft");

    // Without a registration in its cloud nobody is led to another one's sign-in.
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, "taro@firm.example")]);
    let mut china = doubt();
    china.choices.push(choice(
        "partner.outlook.cn",
        AccountKind::Microsoft365China,
        "smtp.partner.outlook.cn",
    ));
    play.answer(News::Doubted(Box::new(china)));
    play.press_on(Action::ReadHere, "partner.outlook.cn");
    assert_eq!(play.code(), ProblemCode::NoClientId);
    play.press(Action::MakeOwnKey);
    let Job::Guide { provider } = play.job().1 else { panic!() };
    assert_eq!(provider, "microsoft-china");

    let mut play = asked();
    play.press_on(Action::ReadHere, "mail.evil.example");
    assert!(matches!(play.screen(), Screen::Question { .. }), "only what is offered can be chosen");
    play.press(Action::ReadElsewhere);
    let Screen::ByHand { address, .. } = play.screen() else { panic!() };
    assert_eq!(address, "taro@firm.example");

    let mut play = asked();
    play.press(Action::Back);
    let Screen::Address { value, .. } = play.screen() else { panic!() };
    assert_eq!(value, "taro@firm.example");
}

#[test]
fn an_unknown_domain_is_entered_by_hand_with_both_doors_tried() {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, "yama@lonely.example")]);
    let card = problem(ProblemCode::SettingsNotFound, Stage::Find, &[Action::EnterServer, Action::TryAgain]);
    play.answer(News::Found(Err(Box::new(card))));
    play.press(Action::EnterServer).secret(SecretSlot::Password, 1, true);
    play.press_with(Action::ConnectAndSend, &[(FieldId::Host, " ｓｍｔｐ．lonely.example/ ")]);
    let Job::Send(work) = play.job().1 else { panic!() };
    assert_eq!(work.servers, vec![server("smtp.lonely.example", 465), server("smtp.lonely.example", 587)]);
    assert_eq!(work.user_name, "yama@lonely.example");
    play.answer(News::Sent(Ok(sent(false)))).answer(News::Kept(Ok(Kept::Keychain)));
    play.press(Action::Arrived);
    assert!(matches!(play.screen(), Screen::Done { .. }));
    assert_eq!(play.presses, 4, "the budget of this road");
}

#[test]
fn a_typed_server_that_makes_no_sense_stays_on_the_screen() {
    for (host, port, error) in [
        ("", "", "error-host-empty"),
        ("nodots", "", "error-host-shape"),
        ("a b.example", "", "error-host-shape"),
        ("smtp.example.jp", "70000", "error-port"),
    ] {
        let mut play = Play::new();
        play.press_with(Action::Continue, &[(FieldId::Address, "a@example.jp")]);
        let card = problem(ProblemCode::SettingsNotFound, Stage::Find, &[Action::EnterServer]);
        play.answer(News::Found(Err(Box::new(card)))).press(Action::EnterServer);
        play.secret(SecretSlot::Password, 1, true);
        play.press_with(Action::ConnectAndSend, &[(FieldId::Host, host), (FieldId::Port, port)]);
        let Screen::ByHand { error: Some(text), .. } = play.screen() else { panic!("{host}") };
        assert_eq!(text.id, error);
    }
}

#[test]
fn a_locked_keychain_is_unlocked_without_sending_again() {
    let mut play = Play::new();
    play.press(Action::SignInGoogle).answer(grant("taro@gmail.com", 7));
    play.answer(News::Sent(Ok(sent(true))));
    let card =
        problem(ProblemCode::KeychainLocked, Stage::Keep, &[Action::UnlockKeychain, Action::KeepForSession]);
    play.answer(News::Kept(Err(Box::new(card))));
    play.press(Action::UnlockKeychain);
    assert!(matches!(play.job().1, Job::Keep { .. }), "only the storing is repeated");
    play.answer(News::Kept(Ok(Kept::Keychain)));
    assert!(matches!(play.screen(), Screen::Arrival { .. }));
}

#[test]
fn without_a_keychain_the_secret_can_be_kept_for_this_run_only() {
    let mut play = Play::new();
    play.press(Action::SignInGoogle).answer(grant("taro@gmail.com", 7));
    play.answer(News::Sent(Ok(sent(true))));
    let card =
        problem(ProblemCode::KeychainMissing, Stage::Keep, &[Action::KeepForSession, Action::TryAgain]);
    play.answer(News::Kept(Err(Box::new(card))));
    play.press(Action::KeepForSession);
    assert!(!play.effects.contains(&Effect::Forget(SecretRef(7))));
    assert!(matches!(play.job().1, Job::Look { secret: SecretSource::Pending(SecretRef(7)), .. }));
    play.answer(News::Looked(Looked::Seen(SEEN)));
    let Screen::Done { details, .. } = play.screen() else { panic!() };
    assert!(details.iter().any(|detail| detail.value.id == "done-kept-session"), "it is said plainly");
    play.press(Action::SendAnother).answer(News::Sent(Ok(sent(true))));
    assert!(
        matches!(play.job().1, Job::Look { .. }),
        "what was not stored once is not stored the second time"
    );
}

#[test]
fn stopping_while_the_message_is_handed_over_says_that_it_may_have_gone() {
    let mut play = Play::new();
    play.press(Action::SignInGoogle).answer(grant("taro@gmail.com", 7));
    let (id, _) = play.job();
    play.news(id, News::Stage { stage: Stage::HandOver, event: crate::StageEvent::Started });
    play.press(Action::Cancel);
    assert_eq!(play.code(), ProblemCode::StoppedWhileSending);
    assert!(play.effects.contains(&Effect::Cancel(id)));
}

#[test]
fn a_program_closed_in_the_check_goes_on_at_the_sign_in() {
    let mut play = Play::new();
    play.press(Action::SignInGoogle).answer(grant("taro@gmail.com", 7));
    let saved = play.effects.iter().find_map(|effect| match effect {
        Effect::Save(Some(saved)) => Some(saved.as_ref().clone()),
        _ => None,
    });
    let saved = saved.expect("the state is saved when the check begins");
    assert_eq!(saved.step, SavedStep::Check);
    let mut play = Play::with(Vec::new(), Some(saved), clients());
    assert_eq!(play.code(), ProblemCode::ClosedInTheMiddle);
    play.press(Action::Resume);
    assert!(matches!(play.screen(), Screen::Consent { .. }), "secrets do not survive: sign in again");
}

#[test]
fn a_typo_is_offered_and_never_applied() {
    let mut play = Play::new();
    let mut typo = found("a@gmial.com", AccountKind::Unknown, "mail.gmial.com", &[Login::Password]);
    typo.suggestion = Some("a@gmail.com".into());
    play.press_with(Action::Continue, &[(FieldId::Address, "a@gmial.com")]);
    play.answer(News::Found(Ok(Box::new(typo.clone()))));
    let Screen::Address { suggestion, value, .. } = play.screen() else { panic!() };
    assert_eq!((suggestion.as_deref(), value.as_str()), (Some("a@gmail.com"), "a@gmial.com"));
    let mut other = Play::new();
    other.press_with(Action::Continue, &[(FieldId::Address, "a@gmial.com")]);
    other.answer(News::Found(Ok(Box::new(typo.clone()))));
    other.press_with(Action::Continue, &[(FieldId::Address, "a@gmial.com")]);
    other.answer(News::Found(Ok(Box::new(typo))));
    assert!(matches!(other.screen(), Screen::Password { .. }), "a second Continue means it");
    play.press(Action::UseSuggestion);
    assert!(matches!(play.job().1, Job::Find { text } if text == "a@gmail.com"));
}

#[test]
fn without_a_client_id_google_goes_by_app_password_and_microsoft_says_so() {
    let mut play = Play::with(Vec::new(), None, Clients::default());
    play.press_with(Action::Continue, &[(FieldId::Address, "taro@gmail.com")]);
    play.answer(News::Found(Ok(Box::new(gmail("taro@gmail.com")))));
    assert!(matches!(play.screen(), Screen::Password { kind: contract::PasswordKind::App, .. }));
    let mut play = Play::with(Vec::new(), None, Clients::default());
    play.press(Action::SignInMicrosoft);
    assert_eq!(play.code(), ProblemCode::NoClientId);
}

#[test]
fn removing_an_account_asks_first_and_says_what_was_done() {
    let mut play = Play::new();
    play.press(Action::SignInGoogle).answer(grant("taro@gmail.com", 7));
    play.answer(News::Sent(Ok(sent(false)))).answer(News::Kept(Ok(Kept::Keychain)));
    play.press(Action::Arrived).press(Action::Remove);
    assert!(matches!(play.screen(), Screen::Home { accounts, .. } if accounts[0].removing));
    play.press(Action::RemoveNow);
    let account = match play.job().1 {
        Job::Remove { account, session: None, stored: true } => account,
        other => panic!("{other:?}"),
    };
    play.answer(News::Removed(crate::Removal {
        account,
        revoked: Some(true),
        secrets_deleted: true,
        obstacle: None,
    }));
    let Screen::Home { accounts, notice: Some(notice), .. } = play.screen() else { panic!() };
    assert!(accounts.is_empty());
    assert_eq!(notice.text.id, "home-removed-and-revoked");
}

#[test]
fn the_other_port_and_the_certificates_name_are_tried_on_request_only() {
    let mut play = Play::new();
    play.press(Action::SignInGoogle).answer(grant("taro@gmail.com", 7));
    let mut card = problem(
        ProblemCode::CertificateName,
        Stage::Secure,
        &[Action::UseCertificateName, Action::TryOtherPort],
    );
    card.args.insert("certificate-name".into(), "sv1.hosting.example".into());
    play.answer(News::Sent(Err(Box::new(card))));
    play.press(Action::UseCertificateName);
    let Job::Send(work) = play.job().1 else { panic!() };
    assert_eq!(work.servers, vec![server("sv1.hosting.example", 465)]);
}

#[test]
fn a_broken_job_becomes_a_card_with_a_way_on() {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, "taro@gmail.com")]);
    play.answer(News::Crashed { report: "r1".into() });
    assert_eq!(play.code(), ProblemCode::Internal);
    play.press(Action::TryAgain);
    assert!(matches!(play.job().1, Job::Find { .. }));
}

#[test]
fn what_the_system_does_not_open_is_told_until_the_next_press() {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, "taro@gmail.com")]);
    play.answer(News::Found(Ok(Box::new(gmail("taro@gmail.com")))));
    play.press(Action::UseAppPassword).press(Action::OpenAppPasswordPage);
    let link = "https://myaccount.google.com/apppasswords";
    play.tell(Msg::NotOpened(Some(link.into())));
    let told = play.view().unopened.expect("it is told");
    assert_eq!((told.link.as_deref(), Some(&told.text)), (Some(link), play.view().announce.as_ref()));
    play.secret(SecretSlot::AppPassword, 3, true);
    assert!(play.view().unopened.is_some(), "the password is pasted while the link is still needed");
    play.press(Action::OpenAppPasswordPage);
    assert_eq!(play.view().unopened, None, "it may open now");
}

#[test]
fn an_account_of_the_list_is_led_through_its_providers_pages_once_more() {
    let found = gmail("taro@gmail.com");
    let mut account = super::settings::account(
        "taro@gmail.com",
        AccountKind::GooglePersonal,
        "smtp.gmail.com",
        Login::AppPassword,
    );
    account.about = Some(Box::new(About::of(&found)));
    let mut play = Play::with(vec![account], None, clients());
    play.press_on(Action::SendAnother, "taro@gmail.com");
    let ended = problem(ProblemCode::AppPasswordEnded, Stage::SignIn, &[Action::OpenAppPasswordPage]);
    play.answer(News::Sent(Err(Box::new(ended))));
    play.press(Action::OpenAppPasswordPage);
    let Screen::Password { steps, .. } = play.screen() else { panic!("{:?}", play.screen()) };
    assert!(!steps.is_empty(), "how one is made");
    let view = play.view();
    let offered = |action| view.actions.iter().any(|view| view.action == action);
    assert!(offered(Action::OpenAppPasswordPage) && offered(Action::SignInGoogle));
}
