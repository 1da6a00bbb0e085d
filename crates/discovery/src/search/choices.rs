//! The places where a mailbox behind a filter may be, the likeliest first. Weak signs order them, and never decide.

use contract::{Trust, Verdict};
use providers::Provider;

use super::run::Search;
use crate::sources::{Rank, Settings, table};

/// A second MX record beside the filter weighs more than all signs of one kind.
const MX_WEIGHT: u8 = 4;
const GOOGLE: &[&str] = &["google-workspace"];
/// The clouds of Microsoft; without a sign it is the first.
const MICROSOFT: &[&str] = &["microsoft365", "microsoft365-gov", "microsoft365-dod", "microsoft365-china"];

impl Search<'_> {
    /// Google, Microsoft, and what else was found usable.
    pub(super) fn choices(&self) -> Vec<Settings> {
        let mut weighed: Vec<(u8, Settings)> =
            [GOOGLE, MICROSOFT].into_iter().filter_map(|family| self.of_family(family)).collect();
        // The sort is stable: without signs the order stays.
        weighed.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        let mut choices: Vec<Settings> = Vec::new();
        let families: Vec<Settings> = weighed.into_iter().map(|(_, settings)| settings).collect();
        let others = self.mail.services.iter().filter(|settings| !is_of_families(settings));
        let tried =
            self.answers.iter().filter(|(rank, ..)| *rank == Rank::Probe).map(|(_, settings, _)| settings);
        for settings in others.chain(&families).chain(tried) {
            if !choices.iter().any(|other| other.agrees_with(settings)) {
                choices.push(settings.clone());
            }
        }
        choices
    }

    fn of_family(&self, ids: &[&'static str]) -> Option<(u8, Settings)> {
        let by_mx = self.mail.services.iter().filter_map(|settings| settings.provider);
        let weights: Vec<(&'static Provider, u8)> = by_mx
            .map(|provider| (provider, MX_WEIGHT))
            .chain(self.signs.iter().map(|sign| (sign.provider, sign.weight)))
            .filter(|(provider, _)| ids.contains(&provider.id))
            .collect();
        let total = weights.iter().fold(0u8, |sum, (_, weight)| sum.saturating_add(*weight));
        // Of the clouds, the one with the heaviest sign; the signs come in no order.
        let place = |provider: &Provider| ids.iter().position(|id| *id == provider.id);
        let heaviest = weights.iter().max_by_key(|(provider, weight)| (*weight, place(provider)));
        let provider = match heaviest {
            Some((provider, _)) => provider,
            None => ids.first().and_then(|id| providers::by_id(id))?,
        };
        let form = provider.user_name.user_name();
        let settings =
            table::settings(provider, self.asking.domain, None, form).unwrap_or_else(|| Settings {
                // A cloud for which this program has no sign-in.
                submission: Vec::new(),
                retrieval: Vec::new(),
                retrieval_trust: Trust::Table,
                retrieval_user_name: None,
                display_name: Some(table::names(provider)),
                provider: Some(provider),
                verdict: Verdict::Impossible,
            });
        Some((total, settings))
    }
}

fn is_of_families(settings: &Settings) -> bool {
    settings
        .provider
        .is_some_and(|provider| GOOGLE.contains(&provider.id) || MICROSOFT.contains(&provider.id))
}
