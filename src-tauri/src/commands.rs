//! The five commands of the web view, one line each.

use contract::{Command, SecretSlot, View};
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

use crate::shell::Shell;
use crate::window;

/// Sends every View from now on, and gives the one that is shown now.
#[tauri::command]
pub(crate) fn attach(shell: State<'_, Shell>, window: WebviewWindow, channel: Channel<View>) -> View {
    shell.attach(window, channel)
}

/// Takes what the person did.
#[tauri::command]
pub(crate) fn dispatch(shell: State<'_, Shell>, command: Command) {
    shell.dispatch(command);
}

/// Takes a secret; it is never given back.
#[tauri::command]
pub(crate) fn submit_secret(shell: State<'_, Shell>, slot: SecretSlot, secret: String) {
    shell.submit_secret(slot, secret);
}

/// The first screen is drawn.
#[tauri::command]
pub(crate) fn ui_ready(window: WebviewWindow) {
    window::show(&window);
}

/// Everything in the window larger or smaller, 1.0 being as it came.
#[tauri::command]
pub(crate) fn zoom(window: WebviewWindow, factor: f64) {
    let _ = window.set_zoom(app::border::zoom(factor));
}
