//! `todoita`: the same engine for scripts and administrators.
//!
//! Lives here: reading the command line, and saying results as sentences or as JSON (docs/cli.md). Does not live
//! here: finding, sending, storing (crate `app`), and any text (folder `locales`). No secret comes in or goes out.

mod accounts;
mod args;
mod check;
mod detect;
mod diagnose;
mod exit;
mod job;
mod problem;
mod remove;
mod say;
mod test_message;

use std::process::ExitCode;

use app::settings::Settings;
use contract::Text;
use words::Words;

use crate::args::Verb;
use crate::exit::Exit;
use crate::say::Speaker;

fn main() -> ExitCode {
    app::real::keep_to_itself(say::broken);
    run().into()
}

fn run() -> Exit {
    let settings = Settings::read();
    let kept = app::real::load(&settings.folders.data);
    let usual = kept.language.unwrap_or(settings.language);
    let wanted = match args::read(std::env::args_os()) {
        Ok(wanted) => wanted,
        Err(misuse) => {
            let words = Words::new(misuse.language.unwrap_or(usual));
            return Speaker::new(&words, false).misuse(&misuse.what);
        }
    };
    let words = Words::new(wanted.language.unwrap_or(usual));
    let speaker = Speaker::new(&words, wanted.json);
    let version = Settings::program().version;
    match &wanted.verb {
        Verb::Help => {
            speaker.line(&Text::new("cli-help").with("version", version));
            return Exit::Good;
        }
        Verb::Version => {
            speaker.plain(&format!("todoita {version}"));
            return Exit::Good;
        }
        Verb::Accounts => return accounts::list(&kept.accounts, &speaker),
        Verb::Diagnose(question) => return diagnose::diagnose(question, &speaker),
        Verb::Check { .. } | Verb::Detect { .. } | Verb::Test { .. } | Verb::Remove { .. } => {}
    }
    if let Some((file, line)) = &settings.policy.fault {
        let place = format!("{file}: line {line}");
        speaker.complain(&Text::new("cli-clients-fault").with("place", place));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let (Ok(ports), Ok(runtime)) = (app::real::ports(&settings), runtime) else {
        speaker.complain(&Text::new("cli-unfit"));
        return Exit::Unfit;
    };
    let exit = runtime.block_on(async {
        match &wanted.verb {
            Verb::Detect { address, explain } => detect::detect(address, *explain, &ports, &speaker).await,
            Verb::Check { domain, relay } => check::check(domain, relay.as_deref(), &ports, &speaker).await,
            Verb::Test { account } => test_message::send(account, &settings, &ports, &speaker).await,
            Verb::Remove { account } => remove::remove(account, &settings, &ports, &speaker).await,
            Verb::Help | Verb::Version | Verb::Accounts | Verb::Diagnose(_) => Exit::Good,
        }
    });
    // A look-up that the system's resolver does not give back must not hold the program.
    runtime.shutdown_background();
    exit
}
