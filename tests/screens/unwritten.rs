//! The disk does not take the list of accounts: told where something was just done, with the way to its card.

use contract::Login;
use wizard::{Msg, News};

use super::Views;
use super::facts;
use super::play::Play;
use super::steps;

/// The folder, as Linux names it.
pub(crate) const FOLDER: &str = "/home/hanako/.local/share/todoita";

pub(crate) fn add(views: &mut Views) {
    let mut done = steps::arriving(facts::gmail(), true);
    done.news(News::Looked(Ok(Some(facts::seen(false)))));
    done.tell(Msg::Unwritten(Some(FOLDER.into())));
    views.insert("done-unwritten".into(), done.view());
    let mut home = list();
    home.press(contract::Action::Remove).press(contract::Action::RemoveNow);
    let account = facts::TENCHO.into();
    home.news(News::Removed(wizard::Removal { account, revoked: None, secrets_deleted: true }));
    home.tell(Msg::Unwritten(Some(FOLDER.into())));
    views.insert("home-unwritten".into(), home.view());
}

/// A list of one.
pub(crate) fn list() -> Play {
    Play::with(vec![facts::account(&facts::shop(), Login::Password, None)], None)
}
