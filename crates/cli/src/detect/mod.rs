//! `todoita detect`: the settings of an address.

mod json;
mod sentences;

use app::ports::{Finding, Ports};
use contract::{AccountKind, Login, Text};
use tokio::sync::mpsc::unbounded_channel;
use wizard::{Found, SearchPhase};

use crate::exit::Exit;
use crate::problem;
use crate::say::Speaker;

/// Finds the settings and says them.
pub(crate) async fn detect(address: &str, explain: bool, ports: &Ports, speaker: &Speaker<'_>) -> Exit {
    let (phases, mut heard) = unbounded_channel();
    // The channel ends with the search, and the listening with the channel.
    let search = async { ports.finder.find(address, phases).await };
    let listen = async {
        while let Some(phase) = heard.recv().await {
            if explain && !speaker.json() {
                tell(phase, speaker);
            }
        }
    };
    let (result, ()) = tokio::join!(search, listen);
    let learned = ports.finder.learned();
    // The address may be a slip of the finger.
    let suggestion = || ports.finder.glance(address, speaker.language()).suggestion;
    match (result, speaker.json()) {
        (Ok(Finding::Found(found)), true) => json::found(&found, &learned, speaker),
        (Ok(Finding::Found(found)), false) => {
            sentences::found(&found, speaker);
            if explain {
                sentences::evidence(&learned, speaker);
                let ms = i32::try_from(found.elapsed_ms).unwrap_or(i32::MAX);
                speaker.line(&Text::new("cli-elapsed").with("ms", ms));
            }
        }
        (Ok(Finding::Doubt(doubt)), true) => {
            json::question(&doubt, speaker);
            return Exit::Question;
        }
        (Ok(Finding::Doubt(doubt)), false) => {
            sentences::question(&doubt, speaker);
            if explain {
                sentences::evidence(&learned, speaker);
            }
            return Exit::Question;
        }
        (Err(problem), true) => {
            json::not_found(&problem, suggestion().as_deref(), &learned, speaker);
            return Exit::of(&problem);
        }
        (Err(problem), false) => {
            let exit = problem::complain(&problem, speaker);
            if let Some(suggestion) = suggestion() {
                speaker.complain(&Text::new("cli-suggestion").with("suggestion", suggestion.as_str()));
            }
            if explain {
                sentences::evidence(&learned, speaker);
            }
            return exit;
        }
    }
    Exit::Good
}

/// The kind of an account as one word.
pub(crate) fn kind_word(kind: &AccountKind) -> &'static str {
    match kind {
        AccountKind::GooglePersonal => "google-personal",
        AccountKind::GoogleWorkspace => "google-workspace",
        AccountKind::MicrosoftPersonal => "microsoft-personal",
        AccountKind::Microsoft365 => "microsoft-365",
        AccountKind::Microsoft365Gov => "microsoft-365-gov",
        AccountKind::Microsoft365China => "microsoft-365-china",
        AccountKind::Mailbox(_) => "mailbox",
        AccountKind::RelayService => "relay-service",
        AccountKind::Closed => "closed",
        AccountKind::Unknown => "unknown",
    }
}

fn tell(phase: SearchPhase, speaker: &Speaker<'_>) {
    let id = match phase {
        SearchPhase::Dns => "searching-dns",
        SearchPhase::Web => "searching-web",
        SearchPhase::Probe => "searching-probe",
        // What can be done about it is for the window.
        SearchPhase::Slow => return,
    };
    speaker.complain(&Text::new(id));
}

/// What to do at the provider, one line each.
fn preparation(found: &Found, speaker: &Speaker<'_>) -> Vec<String> {
    let provider = found.name.in_language(speaker.language());
    let line = |id: &String| speaker.text_if_any(&Text::new(id.as_str()).with("provider", provider));
    let Some(needed) = &found.preparation else { return Vec::new() };
    // The same road as in the window: the mailbox's own password, where it is taken.
    let takes_its_own = found.logins.contains(&Login::Password);
    let panel = needed.panel_for(if takes_its_own { Login::Password } else { Login::AppPassword });
    let steps = panel.steps.iter().map(|(step, _)| step);
    panel.before.iter().chain(steps).filter_map(line).collect()
}
