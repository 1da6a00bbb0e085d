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
