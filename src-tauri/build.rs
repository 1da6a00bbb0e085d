//! Names the commands of this program: only these exist for the web view, and each has to be granted by itself.

fn main() {
    let commands =
        tauri_build::AppManifest::new().commands(&["attach", "dispatch", "submit_secret", "ui_ready"]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        eprintln!("{error:#}");
        std::process::exit(1);
    }
}
