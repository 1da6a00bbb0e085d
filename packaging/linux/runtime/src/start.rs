//! The words of the AppImage's own, and the start of what is in it.

use std::env;
use std::ffi::OsString;
use std::fs::{DirBuilder, File};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use crate::image::Image;
use crate::{elf, server, unpack};

const HELP: &str = "\
This is an AppImage: a program with what it needs, in one file. Its own words:

  --appimage-extract          unpack everything into the folder squashfs-root
  --appimage-extract-and-run  unpack into a folder of its own for this run, and start
                              (or: APPIMAGE_EXTRACT_AND_RUN=1)
  --appimage-mount            mount it, say where, and wait to be ended
  --appimage-offset           say at which byte the archive begins
  --appimage-version          say which version this part has
  --appimage-help             say this

Everything else is for the program. Without FUSE (fusermount3) it unpacks itself for each run.";

/// Where everything is unpacked to, by the specification.
const UNPACKED: &str = "squashfs-root";

/// The process that stays beside the program is this program too, with this word and the number of the process.
const SERVE: &str = "--appimage-serve";

/// What a shell does first for that process: a person who closes the terminal or signs out ends the program, and this
/// process ends after it and tidies up.
const DEAF: &str = "trap '' HUP INT TERM; exec \"$@\"";

pub(crate) fn main() -> ExitCode {
    let mut words: Vec<OsString> = env::args_os().skip(1).collect();
    let first = words.first().and_then(|word| word.to_str()).unwrap_or_default().to_owned();
    let done = match first.as_str() {
        "--appimage-help" => say(HELP),
        "--appimage-version" => say(env!("CARGO_PKG_VERSION")),
        "--appimage-offset" => offset(),
        "--appimage-extract" => extract(),
        "--appimage-mount" => mount(),
        SERVE => serve(&words),
        "--appimage-extract-and-run" => {
            words.remove(0);
            start(&words, false)
        }
        word if word.starts_with("--appimage-") => {
            Err(io::Error::other(format!("{word} is not known here: --appimage-help")))
        }
        _ => start(
            &words,
            env::var_os("APPIMAGE_EXTRACT_AND_RUN").is_none_or(|word| word.is_empty() || word == "0"),
        ),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _nobody_reads_it = writeln!(io::stderr(), "AppImage: {error}");
            // As a shell says it of a program that could not be started.
            ExitCode::from(127)
        }
    }
}

fn say(text: &str) -> io::Result<()> {
    writeln!(io::stdout(), "{text}")
}

fn open() -> io::Result<(File, u64)> {
    let file = File::open(env::current_exe()?)?;
    let base = elf::end(&file)?;
    Ok((file, base))
}

fn image() -> io::Result<Image> {
    let (file, base) = open()?;
    Image::open(file, base)
}

fn offset() -> io::Result<()> {
    say(&open()?.1.to_string())
}

fn extract() -> io::Result<()> {
    let folder = Path::new(UNPACKED);
    // Nothing of somebody's is written over.
    DirBuilder::new()
        .mode(0o755)
        .create(folder)
        .map_err(|error| io::Error::new(error.kind(), format!("{UNPACKED}: {error}")))?;
    unpack::all(&image()?, folder)?;
    say(UNPACKED)
}

fn mount() -> io::Result<()> {
    let place = readied(true)?;
    writeln!(io::stdout(), "{}", place.display())?;
    // The other process waits for the end of this one, by whatever signal.
    loop {
        std::thread::park();
    }
}

fn serve(words: &[OsString]) -> io::Result<()> {
    let process =
        words.get(1).and_then(|word| word.to_str()?.parse().ok()).ok_or(io::ErrorKind::InvalidInput)?;
    server::run(&image()?, process, words.get(2).is_none())
}

/// Starts the process that makes the files readable, and hears where they are.
fn readied(may_mount: bool) -> io::Result<PathBuf> {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", DEAF, "sh"]).arg(env::current_exe()?).arg(SERVE).arg(std::process::id().to_string());
    if !may_mount {
        shell.arg("unpack");
    }
    let mut other = shell.stdin(Stdio::null()).stdout(Stdio::piped()).current_dir("/").spawn()?;
    let mut line = Vec::new();
    if let Some(said) = other.stdout.take() {
        BufReader::new(said).read_until(b'\n', &mut line)?;
    }
    if line.pop() != Some(b'\n') {
        // It has said why.
        return Err(io::Error::other("its files cannot be made readable"));
    }
    Ok(PathBuf::from(bytes_to_os(line)))
}

fn bytes_to_os(bytes: Vec<u8>) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes)
}

/// Becomes the program: its number, its signals and its end are this process's own.
fn start(words: &[OsString], may_mount: bool) -> io::Result<()> {
    let place = readied(may_mount)?;
    let mut program = Command::new(place.join("AppRun"));
    program.args(words);
    program.env("APPIMAGE", env::current_exe()?).env("APPDIR", &place);
    program.env("ARGV0", env::args_os().next().unwrap_or_default());
    if let Ok(here) = env::current_dir() {
        program.env("OWD", here);
    }
    let error = program.exec();
    Err(io::Error::new(error.kind(), format!("{}: {error}", program.get_program().display())))
}
