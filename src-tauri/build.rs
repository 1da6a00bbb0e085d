//! Names the commands of this program: only these exist for the web view, and each has to be granted by itself. Packs
//! the screens, and tells the linker how to keep the program small.

#[path = "../packaging/linux/link.rs"]
mod link;
#[path = "../packaging/packed.rs"]
mod packed;
#[path = "../packaging/screens.rs"]
mod screens;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = tauri_build::AppManifest::new().commands(&[
        "attach",
        "dispatch",
        "submit_secret",
        "ui_ready",
        "zoom",
    ]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    screens::pack()?;
    link::tell();
    Ok(())
}
