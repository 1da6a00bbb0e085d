//! From what a search or a consent knows to what the wizard needs.

use contract::{AccountKind, Login, Verdict};
use providers::{Preparation as Needed, Provider};
use wizard::{Brand, Candidate, Found, Preparation};

/// The wizard's form of a search.
pub(super) fn from_search(address: &discovery::Address, found: discovery::Found) -> Found {
    let provider = found.provider;
    let name = match (provider, found.display_name) {
        (Some(provider), _) => brand(provider),
        (None, Some(name)) => Brand::same(&name),
        (None, None) => Brand::default(),
    };
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
        preparation: provider.and_then(|provider| provider.preparation.as_ref()).map(preparation),
        webmail: provider.is_some_and(|provider| provider.webmail.is_some()),
        way_out: provider.and_then(|provider| provider.way_out).map(|way| format!("way-out-{}", way.key())),
        kind: found.kind,
        name,
        evidence: found.evidence,
        elapsed_ms: found.elapsed_ms,
    }
}

/// The settings that go with a consent: the provider's own row of the table.
pub(super) fn from_consent(address: &str, kind: AccountKind) -> Option<Found> {
    let id = match kind {
        AccountKind::GooglePersonal => "google",
        AccountKind::GoogleWorkspace => "google-workspace",
        AccountKind::MicrosoftPersonal => "outlook-personal",
        AccountKind::Microsoft365 => "microsoft365",
        AccountKind::Mailbox(_) | AccountKind::RelayService | AccountKind::Closed | AccountKind::Unknown => {
            return None;
        }
    };
    let provider = providers::by_id(id)?;
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
    Some(Found {
        address: address.to_owned(),
        folded: false,
        suggestion: None,
        name: brand(provider),
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
        retrieval_user_name: None,
        logins: provider.logins.to_vec(),
        preparation: provider.preparation.as_ref().map(preparation),
        webmail: provider.webmail.is_some(),
        way_out: None,
        kind,
        evidence: Vec::new(),
        elapsed_ms: 0,
    })
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
    let before = if needed.two_step {
        Some("prepare-before-two-step")
    } else if needed.mobile_line {
        Some("prepare-before-mobile-line")
    } else if needed.administrator {
        Some("prepare-before-administrator")
    } else if needed.paid_plan {
        Some("prepare-before-paid-plan")
    } else {
        None
    };
    Preparation {
        steps: (1..=3).map(|number| format!("prepare-{}-{number}", needed.steps)).collect(),
        before: before.map(str::to_owned),
        page: needed.page.is_some(),
    }
}
