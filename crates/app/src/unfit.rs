//! When no window can be made, the system says so in its own way: there is no screen of ours to say it on.

use contract::Text;
use words::Words;

use crate::settings::Settings;

/// Where Microsoft hands WebView2 out, or the package of Debian.
const REMEDY: &str =
    if cfg!(windows) { "https://go.microsoft.com/fwlink/p/?LinkId=2124703" } else { "libwebkit2gtk-4.1-0" };

/// The title and the sentences of that message, in the language that was chosen or else the system's.
pub fn message() -> (String, String) {
    let settings = Settings::read();
    let kept = crate::real::load(&settings.folders.data);
    let words = Words::of_the_message(kept.language.unwrap_or(settings.language));
    let body = Text::new("message-no-window-body").with("remedy", REMEDY);
    (words.say(&Text::new("message-no-window")), words.say(&body))
}
