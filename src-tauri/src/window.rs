//! The one window: hidden until it is drawn, never led elsewhere.

use std::time::Duration;

use tauri::plugin::TauriPlugin;
use tauri::{App, AppHandle, Manager as _, Url, UserAttentionType, WindowEvent, Wry};
use tauri::{WebviewWindow, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;

use crate::shell::Shell;

const LABEL: &str = "main";
/// The window is shown after this long even if its content is not ready: an empty window is better than none.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// Remembers size and place. Not the visibility: the window shows itself when it is drawn.
pub(crate) fn remembering() -> TauriPlugin<Wry> {
    let flags = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    tauri_plugin_window_state::Builder::default().with_state_flags(flags).build()
}

/// Makes the window, hidden.
pub(crate) fn open(app: &App) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.first().cloned() else { return Ok(()) };
    let window = WebviewWindowBuilder::from_config(app, &config)?
        .on_navigation(is_ours)
        .on_new_window(|_, _| tauri::webview::NewWindowResponse::Deny)
        .on_document_title_changed(|window, title| {
            let _ = window.set_title(&title);
        })
        .build()?;
    let handle = app.handle().clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Focused(true)) {
            handle.state::<Shell>().look_again();
        }
    });
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        show(&window);
    });
    Ok(())
}

/// Shows the window.
pub(crate) fn show(window: &WebviewWindow) {
    if !window.is_visible().unwrap_or(false) {
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Brings the window to the front, for a second start of the program.
pub(crate) fn raise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        raise_window(&window);
    }
    // A pressed notification starts the program a second time, and the window may not be given the focus.
    app.state::<Shell>().look_again();
}

/// Brings a window to the front. Where the system does not allow that, it asks for attention instead.
pub(crate) fn raise_window(window: &WebviewWindow) {
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
    let _ = window.request_user_attention(Some(UserAttentionType::Informational));
}

/// Only the program's own pages.
fn is_ours(url: &Url) -> bool {
    app::border::is_own_page(url.scheme(), url.host_str())
}
