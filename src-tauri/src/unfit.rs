//! The message of the system that there is no window. Does not live here: its words (`app::unfit`).

#[cfg(windows)]
pub(crate) fn tell() {
    let (title, body) = app::unfit::message();
    let dialog = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error);
    dialog.set_title(title).set_description(body).show();
}

/// By a notification: whoever starts the program from a menu sees no terminal.
#[cfg(not(windows))]
pub(crate) fn tell() {
    let (title, body) = app::unfit::message();
    crate::quiet::show(&title, &body, "", std::sync::mpsc::channel().0);
}
