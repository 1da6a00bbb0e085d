//! The reference of `cargo xtask bench`: a Tauri window of the same version with one line of text and nothing behind it.

use std::process::ExitCode;

use tauri::webview::PageLoadEvent;
use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> ExitCode {
    let built = tauri::Builder::default()
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("Blank")
                .inner_size(760.0, 620.0)
                .visible(false)
                .on_page_load(|window, load| {
                    if load.event() == PageLoadEvent::Finished {
                        let _ = window.show();
                    }
                })
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!("examples/blank/tauri.conf.json"));
    if built.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
