//! Finding: the table in the program first, the network after it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use contract::{AddressHint, Language, Login, Problem, ProblemCode, Stage, Text, Tone, Verdict};
use discovery::{
    Address, AddressError, Discovered, Limits, Progress, Reason, System, discover, read_address,
};
use futures_util::future::BoxFuture;
use providers::{Provider, clean_app_password};
use secret::Secret;
use tokio::sync::mpsc::UnboundedSender;
use wizard::{
    About, Account, CardFacts, Examination, Examined, Fit, Glance, GuidePanel, Page, ReleaseNews,
    SearchPhase, SecretShape, Services,
};

use super::card_facts::card_facts;
use super::examine;
use super::found;
use super::keys::key_guide;
use super::releases;
use crate::ports::{Finder, Finding, Learned};

/// Mozilla's page for finding a captive portal: it is fetched without https on purpose, so that the network can lay its
/// own page over it. Only the browser opens it.
pub(super) const PLAIN_PAGE: &str = "http://detectportal.firefox.com/canonical.html";

pub(super) struct TableAndNetwork {
    system: System,
    /// Whose service an address turned out to be: an own domain shows it only by its MX.
    known: Mutex<HashMap<String, &'static Provider>>,
    learned: Mutex<Learned>,
}

impl TableAndNetwork {
    pub(super) fn new(system: System) -> Self {
        Self { system, known: Mutex::default(), learned: Mutex::default() }
    }

    fn provider(&self, address: &str) -> Option<&'static Provider> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(address).copied();
        known.or_else(|| providers::by_domain(address.rsplit_once('@')?.1))
    }

    fn remember(&self, address: &str, provider: Option<&'static Provider>) {
        let Some(provider) = provider else { return };
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(address.to_owned(), provider);
    }

    fn learn(&self, learned: Learned) {
        *self.learned.lock().unwrap_or_else(PoisonError::into_inner) = learned;
    }
}

impl Finder for TableAndNetwork {
    fn glance(&self, text: &str, language: Language) -> Glance {
        let address = match read_address(text) {
            Ok(address) => address,
            Err(AddressError::Incomplete { suggestion }) => return Glance { hint: None, suggestion },
        };
        let hint = match providers::by_domain(&address.domain) {
            Some(provider) => {
                let tone = match provider.verdict {
                    Verdict::Ready => Tone::Yes,
                    Verdict::NeedsPreparation | Verdict::Unknown => Tone::Care,
                    Verdict::Impossible => Tone::No,
                };
                let brand = found::brand(provider);
                let text = Text::new(found::hint_id(provider)).with("provider", brand.in_language(language));
                Some(AddressHint { text, tone })
            }
            None => written(&address),
        };
        Glance { hint, suggestion: address.suggestion }
    }

    fn find<'a>(
        &'a self,
        text: &'a str,
        phases: UnboundedSender<SearchPhase>,
    ) -> BoxFuture<'a, Result<Finding, Problem>> {
        Box::pin(async move {
            let address = read_address(text)
                .map_err(|_| diagnosis::problem(ProblemCode::AddressIncomplete, Stage::Address))?;
            let progress = move |progress| {
                let phase = match progress {
                    Progress::Table => return,
                    Progress::Dns => SearchPhase::Dns,
                    Progress::Web => SearchPhase::Web,
                    Progress::Probe => SearchPhase::Probe,
                    Progress::Slow => SearchPhase::Slow,
                };
                let _ = phases.send(phase);
            };
            match discover(&address.domain, self.system.ports(), Limits::default(), &progress).await {
                Ok(Discovered::Found(result)) => {
                    self.learn(Learned {
                        provider: result.provider.map(|provider| provider.id),
                        logins: result.submission.iter().map(|candidate| candidate.logins.clone()).collect(),
                        evidence: result.evidence.clone(),
                    });
                    self.remember(&address.address, result.provider);
                    Ok(Finding::Found(Box::new(found::from_search(&address, result))))
                }
                Ok(Discovered::Doubt(doubt)) => {
                    self.learn(Learned { evidence: doubt.evidence.clone(), ..Learned::default() });
                    Ok(Finding::Doubt(Box::new(found::from_doubt(&address, doubt))))
                }
                Err(failure) => {
                    self.learn(Learned { evidence: failure.evidence, ..Learned::default() });
                    Err(not_found(failure.reason, &address.domain))
                }
            }
        })
    }

    fn learned(&self) -> Learned {
        self.learned.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn key_guide(&self, provider: &str) -> Vec<GuidePanel> {
        key_guide(provider)
    }

    fn card_facts(&self, account: &Account) -> CardFacts {
        card_facts(account)
    }

    fn about(&self, address: &str, provider: Option<&str>) -> Option<About> {
        let provider = provider.and_then(providers::by_id);
        self.remember(address, provider);
        self.provider(address).map(found::about)
    }

    fn services(&self) -> Services {
        super::relays::services()
    }

    fn examine<'a>(&'a self, wanted: &'a Examination, language: Language) -> BoxFuture<'a, Examined> {
        Box::pin(examine::look(wanted, language, self.system.ports()))
    }

    fn parts(&self) -> Vec<String> {
        words::parts()
    }

    fn releases(&self) -> BoxFuture<'_, ReleaseNews> {
        Box::pin(releases::ask(self.system.ports().web))
    }

    fn page(&self, page: &Page) -> Option<String> {
        match page {
            // It was signed by the publisher.
            Page::Release(page) => Some(page.as_str()),
            Page::AppPassword(address) => self.provider(address)?.preparation?.page,
            Page::DevicePassword(provider) => providers::by_id(provider)?.preparation?.page,
            Page::Webmail(address) => self.provider(address)?.webmail,
            Page::TwoStep(address) => {
                let needed = self.provider(address)?.preparation?;
                needed.two_step_page.or(needed.page)
            }
            Page::RelayKey(id) => providers::relay(id)?.page,
            Page::Network => Some(PLAIN_PAGE),
            Page::OwnKey { provider, panel } => {
                let family = oauth::Provider::named(provider)?.family();
                providers::key_panels(family).find(|row| row.name == panel.as_str())?.page_in(provider)
            }
            // Made of what is on the screen, by the controller.
            Page::Letter(_) => None,
        }
        .map(str::to_owned)
    }

    fn tidy(&self, login: Login, address: &str, secret: &str) -> (Secret, SecretShape) {
        let length = |text: &str| u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
        if login == Login::RelayKey {
            // No service makes a key with a blank at its ends; copying does.
            let kept = secret.trim();
            let shape = SecretShape { empty: kept.is_empty(), fit: Fit::Unknown, length: length(kept) };
            return (Secret::from(kept), shape);
        }
        if login != Login::AppPassword {
            // A line end comes from copying; all else may belong to the password.
            let kept = secret.trim_end_matches(['\r', '\n']);
            let shape = SecretShape { empty: kept.is_empty(), fit: Fit::Unknown, length: length(kept) };
            return (Secret::from(kept), shape);
        }
        let shape = self.provider(address).and_then(|provider| provider.preparation?.shape);
        let cleaned = shape.map_or_else(|| clean_app_password(secret), |shape| shape.clean(secret));
        let (fit, count) = match shape.filter(|shape| shape.certain) {
            Some(shape) if shape.fits(secret) => (Fit::Fits, u16::from(shape.length)),
            Some(_) => (Fit::Misfits, length(&cleaned)),
            None => (Fit::Unknown, length(&cleaned)),
        };
        let shape = SecretShape { empty: cleaned.is_empty(), fit, length: count };
        (Secret::from(cleaned), shape)
    }
}

/// What is to be said of an address that the table does not know.
fn written(address: &Address) -> Option<AddressHint> {
    let care = |text: Text| Some(AddressHint { text, tone: Tone::Care });
    if address.mixed_script {
        return care(Text::new("hint-mixed-script").with("ascii", address.domain.as_str()));
    }
    if address.needs_smtputf8 {
        return care(Text::new("hint-smtputf8"));
    }
    if address.domain.split('.').any(|label| label.starts_with("xn--")) {
        return care(Text::new("hint-idn").with("ascii", address.domain.as_str()));
    }
    if address.changed { care(Text::new("hint-folded")) } else { None }
}

fn not_found(reason: Reason, domain: &str) -> Problem {
    let code = match reason {
        Reason::DomainNotFound => ProblemCode::DomainNotFound,
        Reason::TakesNoMail => ProblemCode::DomainTakesNoMail,
        Reason::Offline => ProblemCode::Offline,
        Reason::CaptivePortal => ProblemCode::CaptivePortal,
        Reason::NotFound => ProblemCode::SettingsNotFound,
        Reason::OnlyUnprotected => ProblemCode::OnlyUnprotected,
    };
    let mut problem = diagnosis::problem(code, Stage::Find);
    problem.args.insert("domain".into(), domain.into());
    problem
}
