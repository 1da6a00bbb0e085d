//! When no window can be made, the system says so in its own way: there is no screen of ours to say it on.

use app::settings::Settings;
use contract::Text;
use words::Words;

/// Where Microsoft hands WebView2 out, or the package of Debian.
const REMEDY: &str =
    if cfg!(windows) { "https://go.microsoft.com/fwlink/p/?LinkId=2124703" } else { "libwebkit2gtk-4.1-0" };

/// Tells the person, in the language that was chosen or else the system's.
pub(crate) fn tell() {
    let settings = Settings::read();
    let kept = app::real::load(&settings.folders.data);
    let words = Words::of_the_message(kept.language.unwrap_or(settings.language));
    let title = words.say(&Text::new("message-no-window"));
    let body = words.say(&Text::new("message-no-window-body").with("remedy", REMEDY));
    show(&title, &body);
}

#[cfg(windows)]
fn show(title: &str, body: &str) {
    let dialog = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error);
    dialog.set_title(title).set_description(body).show();
}

/// By a notification: whoever starts the program from a menu sees no terminal.
#[cfg(not(windows))]
fn show(title: &str, body: &str) {
    let (pressed, _) = std::sync::mpsc::channel();
    crate::quiet::show(title, body, "", pressed);
}
