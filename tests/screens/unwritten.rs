//! What the disk or the keychain did not do: the list of accounts is not written, a secret is not deleted.

use contract::Login;
use wizard::{Looked, Msg, News};

use super::Views;
use super::facts;
use super::play::Play;
use super::steps;

/// The folder, on a stick that cannot be written to.
pub(crate) const FOLDER: &str = "/media/usb/todoita";

pub(crate) fn add(views: &mut Views) {
    let mut done = steps::arriving(facts::gmail(), true);
    done.news(News::Looked(Looked::Seen(facts::seen(false))));
    done.tell(Msg::Unwritten(Some(FOLDER.into())));
    views.insert("done-unwritten".into(), done.view());
    let mut home = list();
    home.press(contract::Action::Remove).press(contract::Action::RemoveNow);
    let account = facts::TENCHO.into();
    home.news(News::Removed(wizard::Removal {
        account,
        revoked: None,
        secrets_deleted: true,
        obstacle: None,
    }));
    home.tell(Msg::Unwritten(Some(FOLDER.into())));
    views.insert("home-unwritten".into(), home.view());
    let mut left = list();
    left.press(contract::Action::Remove).press(contract::Action::RemoveNow);
    let obstacle = Some(contract::ProblemCode::KeychainMissing);
    let account = facts::TENCHO.into();
    left.news(News::Removed(wizard::Removal { account, revoked: None, secrets_deleted: false, obstacle }));
    views.insert("home-no-store".into(), left.view());
}

/// A list of one.
pub(crate) fn list() -> Play {
    Play::with(vec![facts::account(&facts::shop(), Login::Password, None)], None)
}
