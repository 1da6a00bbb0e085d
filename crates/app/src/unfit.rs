//! When the program cannot work at all, the system says so in its own way: there is no screen of ours to say it on.

use contract::Text;
use words::Words;

use crate::settings::Settings;

/// Where Microsoft hands WebView2 out, or the package of Debian.
const REMEDY: &str =
    if cfg!(windows) { "https://go.microsoft.com/fwlink/p/?LinkId=2124703" } else { "libwebkit2gtk-4.1-0" };

/// What the system says when the program cannot work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// No window can be made.
    Window,
    /// No authority for certificates is known, so that no connection would be safe.
    Authorities,
}

/// The title and the sentences of that message, in the language that was chosen or else the system's.
pub fn message(lack: Lack) -> (String, String) {
    let settings = Settings::read();
    let kept = crate::real::load(&settings.folders.data);
    let words = Words::of_the_message(kept.language.unwrap_or(settings.language));
    let (title, body) = match lack {
        Lack::Window => ("message-no-window", Text::new("message-no-window-body").with("remedy", REMEDY)),
        Lack::Authorities => ("message-no-authorities", Text::new("message-no-authorities-body")),
    };
    (words.say(&Text::new(title)), words.say(&body))
}
