//! Where secrets are kept, for this run or for longer, and that none is left behind.

use super::*;
use crate::{Kept, SecretSource};

const TARO: &str = "taro@gmail.com";

/// Signs in again and sends; the keychain is locked then.
fn locked(play: &mut Play, secret: u64) {
    play.press(Action::SignInAgain).press(Action::OpenBrowser).answer(grant(TARO, secret));
    play.answer(News::Sent(Ok(sent(false))));
    let card =
        problem(ProblemCode::KeychainLocked, Stage::Keep, &[Action::UnlockKeychain, Action::KeepForSession]);
    play.answer(News::Kept(Err(Box::new(card))));
}

fn home(stored: bool) -> Play {
    let mut account =
        super::settings::account(TARO, AccountKind::GooglePersonal, "smtp.gmail.com", Login::OAuth);
    account.about = Some(Box::new(About::of(&gmail(TARO))));
    Play::with(if stored { vec![account] } else { Vec::new() }, None, clients())
}

#[test]
fn removing_what_was_kept_for_this_run_reaches_the_earlier_secret_too() {
    let mut play = home(true);
    locked(&mut play, 7);
    play.press(Action::KeepForSession).press(Action::Arrived).press(Action::Finish);
    // What the file says of the account is what it said before.
    let written =
        vec![super::settings::account(TARO, AccountKind::GooglePersonal, "smtp.gmail.com", Login::OAuth)];
    play.tell(Msg::Written(written));
    assert!(play.wizard.accounts()[0].session_only, "the run goes on with its own");
    play.press(Action::Remove).press(Action::RemoveNow);
    let Job::Remove { session: Some(SecretRef(7)), stored: true, account } = play.job().1 else {
        panic!("{:?}", play.job())
    };
    play.answer(News::Removed(crate::Removal {
        account,
        revoked: Some(true),
        secrets_deleted: true,
        obstacle: None,
    }));
    assert!(play.effects.contains(&Effect::Forget(SecretRef(7))), "out of the pocket, too");
    assert!(play.effects.contains(&Effect::Save(None)), "and it is nothing to go on with");
}

#[test]
fn what_is_stored_later_ends_what_was_kept_for_this_run() {
    let mut play = home(true);
    locked(&mut play, 7);
    play.press(Action::KeepForSession).press(Action::Arrived).press(Action::Finish);
    play.press(Action::SignInAgain).press(Action::UseAppPassword);
    play.secret(SecretSlot::AppPassword, 8, true).press(Action::ConnectAndSend);
    play.answer(News::Sent(Ok(sent(false)))).answer(News::Kept(Ok(Kept::Keychain)));
    assert!(play.effects.contains(&Effect::Forget(SecretRef(7))));
    play.press(Action::Arrived).press(Action::Finish).press(Action::SendAnother);
    let Job::Send(work) = play.job().1 else { panic!() };
    assert_eq!(work.secret, SecretSource::Stored(TARO.into()), "not the permission, as a password");
}

#[test]
fn what_is_kept_for_this_run_takes_the_place_of_what_was_kept_before() {
    let mut play = home(true);
    locked(&mut play, 7);
    play.press(Action::KeepForSession).press(Action::Arrived).press(Action::Finish);
    locked(&mut play, 8);
    play.press(Action::KeepForSession);
    assert!(play.effects.contains(&Effect::Forget(SecretRef(7))), "{:?}", play.effects);
    assert!(!play.effects.contains(&Effect::Forget(SecretRef(8))), "{:?}", play.effects);
    play.press(Action::Arrived).press(Action::Finish).press(Action::SendAnother);
    let Job::Send(work) = play.job().1 else { panic!() };
    assert_eq!(work.secret, SecretSource::Pending(SecretRef(8)));
}

#[test]
fn a_consent_that_comes_when_nobody_waits_for_it_any_more_is_let_go() {
    let mut play = home(true);
    play.press(Action::SignInAgain).press(Action::OpenBrowser);
    let (id, _) = play.job();
    play.press(Action::Cancel).news(id, grant(TARO, 9));
    assert_eq!(play.effects, [Effect::Forget(SecretRef(9))]);
    assert_eq!(play.code(), ProblemCode::ConsentStopped, "and nothing else comes of it");
}

#[test]
fn a_consent_that_goes_on_keeps_what_it_brought() {
    let mut play = home(true);
    play.press(Action::SignInAgain).press(Action::OpenBrowser).answer(grant(TARO, 9));
    assert!(!play.effects.contains(&Effect::Forget(SecretRef(9))), "{:?}", play.effects);
    // Another account was chosen: it may still be the one that is meant.
    let mut play = home(true);
    play.press(Action::SignInAgain).press(Action::OpenBrowser).answer(grant("other@gmail.com", 9));
    assert!(!play.effects.contains(&Effect::Forget(SecretRef(9))), "{:?}", play.effects);
    play.press(Action::UseThisAccount);
    assert!(!play.effects.contains(&Effect::Forget(SecretRef(9))), "{:?}", play.effects);
}

#[test]
fn a_removal_is_not_left_half_way() {
    let mut play = home(true);
    play.press(Action::Remove).press(Action::RemoveNow);
    // The keychain may be asking the person: until something is done, that can be left.
    play.press_on(Action::Cancel, TARO);
    assert!(play.effects.iter().any(|effect| matches!(effect, Effect::Cancel(_))));
    play.press(Action::Remove).press(Action::RemoveNow);
    let (id, _) = play.job();
    play.answer(News::Removing);
    assert!(play.view().actions.is_empty(), "{:?}", play.view().actions);
    let Screen::Home { accounts, .. } = play.screen() else { panic!() };
    assert!(accounts[0].busy.is_some());
    play.press_on(Action::AddAccount, "").press_on(Action::SendAnother, TARO);
    assert!(!play.effects.contains(&Effect::Cancel(id)));
}

#[test]
fn where_there_is_no_keychain_any_more_an_account_can_be_taken_off_the_list() {
    let mut play = home(true);
    for (obstacle, said) in [
        (Some(ProblemCode::KeychainLocked), "home-remove-failed"),
        (Some(ProblemCode::KeychainRefused), "home-remove-refused"),
        (None, "home-remove-not-deleted"),
        (Some(ProblemCode::KeychainMissing), "home-remove-no-store"),
    ] {
        play.press(Action::Remove).press(Action::RemoveNow);
        let account = TARO.into();
        play.answer(News::Removed(crate::Removal {
            account,
            revoked: None,
            secrets_deleted: false,
            obstacle,
        }));
        let Screen::Home { notice: Some(notice), .. } = play.screen() else { panic!() };
        assert_eq!((notice.text.id.as_str(), notice.tone), (said, contract::Tone::No));
        let offered = play.view().actions.iter().any(|view| view.action == Action::TakeOffList);
        assert_eq!(offered, obstacle == Some(ProblemCode::KeychainMissing), "{obstacle:?}");
    }
    play.press_on(Action::TakeOffList, TARO);
    assert!(play.effects.contains(&Effect::Save(None)), "it is nothing to go on with");
    let Screen::Home { accounts, notice: Some(notice), .. } = play.screen() else { panic!() };
    assert_eq!((accounts.len(), notice.text.id.as_str()), (0, "home-taken-off"));
}

#[test]
fn a_password_that_microsoft_will_not_take_much_longer_is_changed_for_a_permission_from_the_list() {
    let tencho = "tencho@corp.example";
    let account =
        super::settings::account(tencho, AccountKind::Microsoft365, "smtp.office365.com", Login::Password);
    let mut play = Play::with(vec![account], None, clients());
    play.press_on(Action::SignInMicrosoft, tencho);
    let Job::Consent(work) = play.job().1 else { panic!("{:?}", play.job()) };
    assert_eq!((work.provider.as_str(), work.address.as_deref()), ("microsoft", Some(tencho)));
}
