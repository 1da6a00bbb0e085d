//! Names the commands of this program: only these exist for the web view, and each has to be granted by itself. And
//! tells the linker how to keep it small.

#[path = "../packaging/linux/link.rs"]
mod link;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = tauri_build::AppManifest::new().commands(&[
        "attach",
        "dispatch",
        "submit_secret",
        "ui_ready",
        "zoom",
    ]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    link::tell();
    Ok(())
}
