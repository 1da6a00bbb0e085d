//! The sentences of `todoita detect`.

use app::ports::Learned;
use contract::{EvidenceLine, Language, Login, Protocol, Security, Server, Text, Verdict};
use wizard::{Candidate, Doubt, Found};

use super::preparation;
use crate::say::Speaker;

/// Says what was found.
pub(super) fn found(found: &Found, speaker: &Speaker<'_>) {
    let name = found.name.in_language(speaker.language());
    speaker.plain(&if name.is_empty() {
        found.address.clone()
    } else {
        format!("{}: {name}", found.address)
    });
    if let Some(suggestion) = &found.suggestion {
        speaker.indented(&Text::new("cli-suggestion").with("suggestion", suggestion.as_str()));
    }
    speaker.indented(&verdict_text(found.verdict));
    if let Some(way) = found.way_out.as_ref().and_then(|way| speaker.text_if_any(&Text::new(way.as_str()))) {
        speaker.plain(&format!("  {way}"));
    }
    if !found.logins.is_empty() {
        let logins: Vec<String> =
            found.logins.iter().map(|login| speaker.text(&login_text(*login))).collect();
        let between = match speaker.language() {
            Language::Ja => "、",
            Language::En => ", ",
        };
        speaker.indented(&Text::new("cli-logins").with("logins", logins.join(between)));
    }
    for candidate in &found.submission {
        outgoing(candidate, &found.address, speaker);
    }
    for mailbox in &found.retrieval {
        let protocol = match mailbox.protocol {
            Protocol::Imap => "IMAP",
            Protocol::Pop3 => "POP3",
        };
        let text = server_text("cli-incoming", &mailbox.server, speaker).with("protocol", protocol);
        speaker.indented(&text);
    }
    if found.verdict == Verdict::NeedsPreparation {
        for line in preparation(found, speaker) {
            speaker.plain(&format!("  - {line}"));
        }
    }
}

/// Says what has to be asked, and what each answer would mean.
pub(super) fn question(doubt: &Doubt, speaker: &Speaker<'_>) {
    speaker.plain(&doubt.address);
    speaker.indented(&doubt.reason.text());
    speaker.indented(&Text::new("cli-question"));
    for choice in &doubt.choices {
        let name = choice.found.name.in_language(speaker.language());
        speaker.plain(&format!(
            "  - {}",
            if name.is_empty() { choice.place.clone() } else { format!("{} ({name})", choice.place) }
        ));
        for candidate in &choice.found.submission {
            speaker.plain(&format!(
                "    {}",
                speaker.text(&server_text("cli-outgoing", &candidate.server, speaker))
            ));
        }
    }
}

/// Says who was asked and what came back.
pub(super) fn evidence(learned: &Learned, speaker: &Speaker<'_>) {
    if learned.evidence.is_empty() {
        return;
    }
    speaker.line(&Text::new("cli-evidence"));
    for one in &learned.evidence {
        let EvidenceLine { asked, host, heard, trust, ms } = EvidenceLine::from(one);
        let [asked, heard, trust] = [asked, heard, trust].map(|text| speaker.text(&text));
        speaker.plain(&format!("  {asked}: {host}"));
        speaker.plain(&format!("    {heard} ({trust}; {ms} ms)"));
    }
}

fn outgoing(candidate: &Candidate, address: &str, speaker: &Speaker<'_>) {
    speaker.indented(&server_text("cli-outgoing", &candidate.server, speaker));
    let name = match candidate.user_name.told(speaker.language()) {
        Some(words) => Text::new("cli-user-name-told").with("name", words),
        None => Text::new("cli-user-name").with("name", candidate.user_name.for_address(address)),
    };
    let trust = speaker.text(&candidate.trust.text());
    speaker.plain(&format!("    {}", speaker.text(&name)));
    speaker.plain(&format!("    {}", speaker.text(&Text::new("cli-trust").with("trust", trust))));
}

fn verdict_text(verdict: Verdict) -> Text {
    Text::new(match verdict {
        Verdict::Ready => "cli-verdict-ready",
        Verdict::NeedsPreparation => "cli-verdict-needs-preparation",
        Verdict::Impossible => "cli-verdict-impossible",
        Verdict::Unknown => "cli-verdict-unknown",
    })
}

fn server_text(id: &str, server: &Server, speaker: &Speaker<'_>) -> Text {
    let security = speaker.text(&Text::new(match server.security {
        Security::Tls => "cli-security-tls",
        Security::Starttls => "cli-security-starttls",
    }));
    Text::new(id)
        .with("host", server.host.as_str())
        .with("port", server.port.to_string())
        .with("security", security)
}

fn login_text(login: Login) -> Text {
    Text::new(match login {
        Login::OAuth => "cli-login-oauth",
        Login::AppPassword => "cli-login-app-password",
        Login::Password => "cli-login-password",
        Login::RelayKey => "cli-login-relay-key",
    })
}
