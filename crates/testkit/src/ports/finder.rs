//! Settings as a story gives them.

use std::sync::{Mutex, PoisonError};

use app::ports::{Finder, Finding};
use contract::{Language, Login, Problem};
use futures_util::future::BoxFuture;
use secret::Secret;
use tokio::sync::mpsc::UnboundedSender;
use wizard::{
    Account, CardFacts, Doubt, Examination, Examined, Fit, Found, Glance, GuidePanel, Page, Relay,
    ReleaseNews, SearchPhase, SecretShape, Services,
};

use super::Script;

/// Answers searches by script.
#[derive(Default)]
pub struct ScriptedFinder {
    /// The searches.
    pub searches: Script<Result<Found, Problem>>,
    /// A question that the next search ends with; then no search is played.
    pub doubt: Mutex<Option<Doubt>>,
    /// What is told while each search runs.
    pub phases: Mutex<Vec<SearchPhase>>,
    /// What is known of any draft.
    pub glance: Mutex<Glance>,
    /// The relay services.
    pub relays: Mutex<Vec<Relay>>,
    /// What looking at a domain's settings comes to.
    pub examined: Script<Examined>,
    /// What the publisher says.
    pub released: Script<ReleaseNews>,
    /// What was searched for.
    pub asked: Mutex<Vec<String>>,
}

/// Letters of an app password that fits.
const APP_PASSWORD: usize = 16;

impl Finder for ScriptedFinder {
    fn glance(&self, _text: &str, _language: Language) -> Glance {
        self.glance.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn find<'a>(
        &'a self,
        text: &'a str,
        phases: UnboundedSender<SearchPhase>,
    ) -> BoxFuture<'a, Result<Finding, Problem>> {
        Box::pin(async move {
            self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(text.to_owned());
            for phase in self.phases.lock().unwrap_or_else(PoisonError::into_inner).iter() {
                let _ = phases.send(*phase);
            }
            if let Some(doubt) = self.doubt.lock().unwrap_or_else(PoisonError::into_inner).take() {
                return Ok(Finding::Doubt(Box::new(doubt)));
            }
            self.searches.play("find").await.map(|found| Finding::Found(Box::new(found)))
        })
    }

    fn key_guide(&self, provider: &str) -> Vec<GuidePanel> {
        app::real::key_guide(provider)
    }

    fn card_facts(&self, account: &Account) -> CardFacts {
        app::real::card_facts(account)
    }

    fn services(&self) -> Services {
        let relays = self.relays.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Services { relays, doors: Vec::new() }
    }

    fn examine<'a>(&'a self, _wanted: &'a Examination, _language: Language) -> BoxFuture<'a, Examined> {
        Box::pin(self.examined.play("examine"))
    }

    fn parts(&self) -> Vec<String> {
        vec!["a-part 1.0.0 (MIT)".to_owned()]
    }

    fn releases(&self) -> BoxFuture<'_, ReleaseNews> {
        Box::pin(self.released.play("releases"))
    }

    fn page(&self, page: &Page) -> Option<String> {
        Some(match page {
            Page::AppPassword(_) | Page::DevicePassword(_) => {
                "https://provider.example/app-password".to_owned()
            }
            Page::TwoStep(_) => "https://provider.example/two-step".to_owned(),
            Page::Webmail(_) => "https://provider.example/mail".to_owned(),
            Page::OwnKey { panel, .. } => format!("https://provider.example/{panel}"),
            Page::RelayKey(id) => format!("https://{id}.example/key"),
            Page::Letter(_) => return None,
            Page::Release(page) => page.clone(),
            Page::Network => "http://network.example/".to_owned(),
        })
    }

    fn tidy(&self, login: Login, _address: &str, secret: &str) -> (Secret, SecretShape) {
        let kept: String = match login {
            Login::AppPassword => secret.chars().filter(char::is_ascii_alphanumeric).collect(),
            Login::OAuth | Login::Password | Login::RelayKey => secret.to_owned(),
        };
        let fit = match login {
            Login::AppPassword if kept.len() == APP_PASSWORD => Fit::Fits,
            Login::AppPassword => Fit::Misfits,
            Login::OAuth | Login::Password | Login::RelayKey => Fit::Unknown,
        };
        let length = u16::try_from(kept.len()).unwrap_or(u16::MAX);
        let shape = SecretShape { empty: kept.is_empty(), fit, length };
        (Secret::from(kept), shape)
    }
}
