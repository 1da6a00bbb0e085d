//! From what a search or a consent knows to what the wizard needs.

use contract::{AccountKind, EvidenceSource, Login, NamePiece, Organisation, Trust, Verdict};
use providers::{Preparation as Needed, Provider};
use wizard::{About, Brand, Candidate, Choice, Doubt, DoubtReason, Found, Panel, Preparation, Stranger};

/// The wizard's form of a search.
pub(super) fn from_search(address: &discovery::Address, found: discovery::Found) -> Found {
    let provider = found.provider;
    let name = match (provider, found.display_name.clone()) {
        (Some(provider), _) => brand(provider),
        (None, Some(name)) => {
            Brand { ja: found.display_name_ja.clone().unwrap_or_else(|| name.clone()), en: name }
        }
        (None, None) => Brand::default(),
    };
    let stranger = stranger(&address.domain, &found);
    Found {
        address: address.address.clone(),
        folded: address.changed,
        suggestion: address.suggestion.clone(),
        logins: found.submission.first().map(|candidate| candidate.logins.clone()).unwrap_or_default(),
        submission: found
            .submission
            .into_iter()
            .map(|candidate| Candidate {
                server: candidate.server,
                user_name: candidate.user_name,
                trust: candidate.trust,
            })
            .collect(),
        retrieval: found.retrieval,
        retrieval_user_name: found.retrieval_user_name,
        verdict: found.verdict,
        preparation: provider.and_then(|provider| provider.preparation).map(preparation),
        webmail: provider.is_some_and(|provider| provider.webmail.is_some()),
        way_out: provider.and_then(|provider| provider.way_out).map(|way| format!("way-out-{}", way.key())),
        kind: found.kind,
        provider: provider.map(|provider| provider.id.to_owned()),
        name,
        stranger,
        evidence: found.evidence,
        elapsed_ms: found.elapsed_ms,
    }
}

/// The wizard's form of a question.
pub(super) fn from_doubt(address: &discovery::Address, doubt: discovery::Doubt) -> Doubt {
    Doubt {
        reason: match doubt.reason {
            discovery::DoubtReason::Filter(name) => DoubtReason::Filter(name),
            discovery::DoubtReason::TwoAnswers => DoubtReason::TwoAnswers,
        },
        address: address.address.clone(),
        choices: doubt
            .choices
            .into_iter()
            .map(|found| Choice { place: place(&found), found: from_search(address, found) })
            .collect(),
        evidence: doubt.evidence,
    }
}

/// What a person sees in the browser's address bar where the mail is read; the server's name where there is no page.
fn place(found: &discovery::Found) -> String {
    let page = found.provider.and_then(|provider| provider.webmail);
    let host = page.and_then(|page| page.strip_prefix("https://")?.split('/').next());
    let server = || found.submission.first().map(|first| first.server.host.clone()).unwrap_or_default();
    host.map_or_else(server, str::to_owned)
}

/// Who the first server belongs to, where nobody who may be believed named it.
fn stranger(domain: &str, found: &discovery::Found) -> Option<Stranger> {
    let first = found.submission.first().filter(|first| first.trust == Trust::Unproven)?;
    let (own, other) = (discovery::organisation(domain), discovery::organisation(&first.server.host));
    Some(Stranger {
        look_alike: discovery::look_alike(&own.ascii, &other.ascii),
        domain: organisation(own),
        server: organisation(other),
        named_by: found.named_by.unwrap_or(EvidenceSource::Probe),
    })
}

fn organisation(name: discovery::OrganisationName) -> Organisation {
    let pieces = name.pieces.into_iter().map(|(text, odd)| NamePiece { text, odd });
    Organisation { name: pieces.collect(), ascii: Some(name.ascii).filter(|ascii| *ascii != name.unicode) }
}

/// The settings that go with a consent: the provider's own row of the table.
pub(super) fn from_consent(address: &str, kind: AccountKind) -> Option<Found> {
    let id = match kind {
        AccountKind::GoogleWorkspace => "google-workspace",
        AccountKind::GooglePersonal
        | AccountKind::MicrosoftPersonal
        | AccountKind::Microsoft365
        | AccountKind::Microsoft365Gov
        | AccountKind::Microsoft365China => kind.provider(),
        AccountKind::Mailbox(_) | AccountKind::RelayService | AccountKind::Closed | AccountKind::Unknown => {
            return None;
        }
    };
    let provider = providers::by_id(id)?;
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
    Some(Found {
        name: brand(provider),
        provider: Some(provider.id.to_owned()),
        verdict: Verdict::Ready,
        submission: provider
            .submission
            .iter()
            .filter_map(|host| {
                Some(Candidate {
                    server: host.server(domain, None)?,
                    user_name: contract::UserName::Address,
                    trust: contract::Trust::Table,
                })
            })
            .collect(),
        retrieval: provider.mailbox_servers(domain, None),
        logins: provider.logins.to_vec(),
        preparation: provider.preparation.map(preparation),
        webmail: provider.webmail.is_some(),
        kind,
        ..Found::nothing(address)
    })
}

/// What the table says of a provider whose account was set up before.
pub(super) fn about(provider: &Provider) -> About {
    About {
        logins: provider.logins.to_vec(),
        preparation: provider.preparation.map(preparation),
        verdict: provider.verdict,
        webmail: provider.webmail.is_some(),
    }
}

/// The provider's name in both languages.
pub(super) fn brand(provider: &Provider) -> Brand {
    Brand { en: provider.name.to_owned(), ja: provider.name_ja.unwrap_or(provider.name).to_owned() }
}

/// The text under the address while it is typed.
pub(super) fn hint_id(provider: &Provider) -> &'static str {
    match (provider.verdict, provider.logins.first()) {
        (Verdict::Impossible, _) => "hint-impossible",
        (_, Some(Login::OAuth)) => "hint-consent",
        (_, Some(Login::AppPassword)) => "hint-app-password",
        (Verdict::NeedsPreparation, _) => "hint-preparation",
        (Verdict::Ready | Verdict::Unknown, _) => "hint-password",
    }
}

fn preparation(needed: &Needed) -> Preparation {
    let panel = |panel: &providers::Panel| Panel {
        steps: panel.lines().collect(),
        before: needed.before(panel).map(|name| format!("prepare-before-{name}")),
    };
    Preparation {
        panel: panel(needed.panel),
        app_panel: needed.app_panel.map(panel),
        // What opens over the line of a phone only is of no use on this computer.
        page: needed.page.is_some() && !needed.mobile_line,
    }
}
