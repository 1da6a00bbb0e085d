//! Notifications by the Desktop Notifications Specification 1.2, over the client for D-Bus that the keychain needs anyway.

use std::collections::HashMap;

use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;
use zbus::zvariant::Value;
use zbus::{MatchRule, Result};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// The action of a press on the notification itself.
const PRESS: &str = "default";

/// A notification that is shown.
pub(super) struct Shown {
    id: u32,
    signals: MessageIterator,
}

/// Shows one. `open` is what a press does, in words.
pub(super) fn show(title: &str, body: &str, open: &str) -> Result<Shown> {
    let bus = Connection::session()?;
    let rule = MatchRule::builder().msg_type(Type::Signal).interface(NAME)?.build();
    // Listening first: a quick press is not missed.
    let signals = MessageIterator::for_match_rule(rule, &bus, None)?;
    let hints: HashMap<&str, Value<'_>> = HashMap::new();
    let actions = [PRESS, open];
    let words = ("Todoita", 0u32, "todoita", title, body, &actions[..], hints, -1i32);
    let id = bus.call_method(Some(NAME), PATH, Some(NAME), "Notify", &words)?.body().deserialize()?;
    Ok(Shown { id, signals })
}

impl Shown {
    /// Waits until it is pressed, which is true, or gone.
    pub(super) fn wait(self) -> bool {
        for signal in self.signals.flatten() {
            let header = signal.header();
            match header.member().map(zbus::names::MemberName::as_str) {
                Some("ActionInvoked") => {
                    let pressed = signal.body().deserialize::<(u32, String)>();
                    if pressed.is_ok_and(|(id, action)| id == self.id && action == PRESS) {
                        return true;
                    }
                }
                Some("NotificationClosed") => {
                    if signal.body().deserialize::<(u32, u32)>().is_ok_and(|(id, _)| id == self.id) {
                        return false;
                    }
                }
                Some(_) | None => {}
            }
        }
        false
    }
}
