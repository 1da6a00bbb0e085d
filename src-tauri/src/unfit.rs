//! The message of the system that the program cannot work. Does not live here: its words (`app::unfit`).

use app::unfit::Lack;

#[cfg(windows)]
pub(crate) fn tell(lack: Lack) {
    let (title, body) = app::unfit::message(lack);
    let dialog = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error);
    dialog.set_title(title).set_description(body).show();
}

/// By a notification: whoever starts the program from a menu sees no terminal.
#[cfg(not(windows))]
pub(crate) fn tell(lack: Lack) {
    let (title, body) = app::unfit::message(lack);
    crate::quiet::show(&title, &body, "", std::sync::mpsc::channel().0);
}
