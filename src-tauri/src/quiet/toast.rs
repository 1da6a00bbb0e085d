//! Notifications of Windows. A press comes back for as long as this process lives.

use std::sync::mpsc::Sender;

use tauri_winrt_notification::Toast;

/// Shows one.
pub(super) fn show(title: &str, body: &str, pressed: Sender<()>) {
    let press = move |_| {
        let _ = pressed.send(());
        Ok(())
    };
    let name = app::real::notifies_as().unwrap_or(Toast::POWERSHELL_APP_ID);
    let _ = Toast::new(name).title(title).text1(body).on_activated(press).show();
}
