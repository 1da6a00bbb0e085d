//! Compiles `data/*.toml` into static tables; a name that is not known ends the build.

mod api;
mod codes;
mod oauth;
mod parts;
mod replies;

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn Error>> {
    io::stdout().write_all(b"cargo::rerun-if-changed=data\ncargo::rerun-if-changed=build\n")?;
    #[expect(clippy::disallowed_methods, reason = "cargo tells a build script its folder in no other way")]
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("codes.rs"), codes::compile(&fs::read_to_string("data/codes.toml")?)?)?;
    fs::write(out.join("replies.rs"), replies::compile(&fs::read_to_string("data/replies.toml")?)?)?;
    fs::write(out.join("oauth.rs"), oauth::compile(&fs::read_to_string("data/oauth.toml")?)?)?;
    fs::write(out.join("api.rs"), api::compile(&fs::read_to_string("data/api.toml")?)?)?;
    Ok(())
}
