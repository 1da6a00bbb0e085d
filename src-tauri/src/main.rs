//! The desktop shell: a window, five commands, and nothing that decides.
//!
//! Lives here: starting Tauri, the window, passing commands on. Does not live here: any rule, any state but the
//! window's (crate `app` has the rest).
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod page;
mod quiet;
mod shell;
mod unfit;
mod window;

use std::io::Write as _;
use std::process::ExitCode;

use app::unfit::Lack;
use shell::Shell;

fn main() -> ExitCode {
    app::real::keep_to_itself(|_| {});
    if std::env::args_os().nth(1).is_some_and(|word| word == app::quiet::ARGUMENT) {
        // Should it not start anew, this process becomes the window.
        if !quiet::check() || quiet::open_window() {
            return ExitCode::SUCCESS;
        }
    }
    // WebKitGTK shows an empty window on some graphics drivers with its newer renderer. Before any thread is there.
    #[cfg(target_os = "linux")]
    if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
    // Tauri has a message of its own for this, in English alone.
    if cfg!(windows) && tauri::webview_version().is_err() {
        unfit::tell(Lack::Window);
        return ExitCode::FAILURE;
    }
    // Without a display GTK panics, and nobody would be told.
    match std::panic::catch_unwind(build) {
        Ok(Ok(program)) => {
            program.run(|_, _| {});
            return ExitCode::SUCCESS;
        }
        // Nothing of a person's is known yet: this is Tauri's own word about the window or the bus.
        Ok(Err(error)) => drop(writeln!(std::io::stderr(), "todoita-app: {error}")),
        Err(_) => drop(writeln!(std::io::stderr(), "todoita-app: there is no display to show a window on")),
    }
    unfit::tell(Lack::Window);
    ExitCode::FAILURE
}

fn build() -> tauri::Result<tauri::App> {
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _arguments, _folder| window::raise(app)))
        .plugin(window::remembering())
        .manage(Shell::start())
        .invoke_handler(tauri::generate_handler![
            commands::attach,
            commands::dispatch,
            commands::submit_secret,
            commands::ui_ready,
            commands::zoom
        ])
        .setup(|app| Ok(window::open(app)?))
        .build(tauri::generate_context!(assets = page::Page))
}
