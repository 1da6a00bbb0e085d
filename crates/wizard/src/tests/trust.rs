//! Whom a password or a token is shown to, and under which name.

use super::*;
use crate::SendWork;

/// By hand, with this server typed, after settings were found.
fn typed(host: &str) -> SendWork {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, "a@example.jp")]);
    let settings = found("a@example.jp", AccountKind::Unknown, "smtp.example.jp", &[Login::Password]);
    play.answer(News::Found(Ok(Box::new(settings))));
    play.press(Action::EnterServer).secret(SecretSlot::Password, 1, true);
    play.press_with(Action::ConnectAndSend, &[(FieldId::Host, host)]);
    let Job::Send(work) = play.job().1 else { panic!() };
    *work
}

#[test]
fn beside_a_typed_server_the_one_that_was_found_for_reading_is_shown_no_password() {
    assert_eq!(typed("smtp.other.example").retrieval, []);
    assert_eq!(typed(" SMTP.example.jp ").retrieval.len(), 1, "the same server is no other");
}

#[test]
fn a_name_that_was_typed_for_a_password_does_not_go_with_a_token() {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, "taro@gmail.com")]);
    let mut settings = gmail("taro@gmail.com");
    settings.logins = vec![Login::Password, Login::OAuth];
    play.answer(News::Found(Ok(Box::new(settings))));
    play.press(Action::EnterServer).secret(SecretSlot::Password, 1, true);
    let fields = [(FieldId::Host, "smtp.gmail.com"), (FieldId::UserName, "taro")];
    play.press_with(Action::ConnectAndSend, &fields);
    let Job::Send(work) = play.job().1 else { panic!() };
    assert_eq!(work.user_name, "taro");
    let card = problem(ProblemCode::GooglePasswordRefused, Stage::SignIn, &[Action::SignInGoogle]);
    play.answer(News::Sent(Err(Box::new(card)))).press(Action::SignInGoogle);
    play.answer(grant("taro@gmail.com", 7));
    let Job::Send(work) = play.job().1 else { panic!() };
    assert_eq!((work.user_name.as_str(), work.login), ("taro@gmail.com", Login::OAuth));
}
