//! What every step shares: the accounts, the running jobs, and the effects asked for.

use std::collections::{BTreeMap, BTreeSet};

use contract::{Action, ActionView, Language, Place, StepMark, StepName, StepState};

use crate::account::Account;
use crate::message::{Effect, Job, JobId};
use crate::model::{Plan, Program, Saved, SavedStep, SecretRef, SecretSource};
use crate::own_key::Clients;
use crate::policy::Policy;

/// Shared by all steps; a step never keeps a copy of what is here.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    pub(crate) language: Language,
    pub(crate) clients: Clients,
    pub(crate) program: Program,
    pub(crate) policy: Policy,
    pub(crate) accounts: Vec<Account>,
    pub(crate) running: BTreeSet<JobId>,
    /// Secrets that are kept until the program ends, by account.
    pub(crate) session: BTreeMap<String, SecretRef>,
    /// The folder whose disk did not take the list of accounts; none while all of it is written.
    pub(crate) unwritten: Option<String>,
    pub(crate) effects: Vec<Effect>,
    next_job: u64,
}

impl Context {
    pub(crate) fn new(
        language: Language,
        clients: Clients,
        program: Program,
        accounts: Vec<Account>,
    ) -> Self {
        Self {
            language,
            clients,
            program,
            policy: Policy::default(),
            accounts,
            running: BTreeSet::new(),
            session: BTreeMap::new(),
            unwritten: None,
            effects: Vec::new(),
            next_job: 1,
        }
    }

    pub(crate) fn start(&mut self, job: Job) -> JobId {
        let id = JobId(self.next_job);
        self.next_job += 1;
        self.running.insert(id);
        self.effects.push(Effect::Start { id, job });
        id
    }

    /// Cancels every running job that the new step does not hold.
    pub(crate) fn keep_only(&mut self, jobs: &[JobId]) {
        let gone: Vec<JobId> = self.running.iter().copied().filter(|id| !jobs.contains(id)).collect();
        for id in gone {
            self.running.remove(&id);
            self.effects.push(Effect::Cancel(id));
        }
    }

    pub(crate) fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    pub(crate) fn save(&mut self, plan: &Plan, step: SavedStep) {
        self.effects.push(Effect::Save(Some(Box::new(Saved { plan: plan.clone(), step }))));
    }

    pub(crate) fn save_nothing(&mut self) {
        self.effects.push(Effect::Save(None));
    }

    pub(crate) fn remember(&mut self, account: &Account) {
        match self.accounts.iter_mut().find(|known| known.id == account.id) {
            Some(known) => *known = account.clone(),
            None => self.accounts.push(account.clone()),
        }
        self.effects.push(Effect::SaveAccount(Box::new(account.clone())));
    }

    /// Takes the accounts as they were written elsewhere, in the order that is shown. One whose secret ends with this
    /// run is never written.
    pub(crate) fn take_in(&mut self, mut written: Vec<Account>) {
        self.accounts.retain_mut(|account| {
            match written.iter().position(|there| there.id == account.id) {
                Some(place) => {
                    let there = written.remove(place);
                    // Beneath an account of this run only, a stored one: it is not the one that is in use.
                    if !account.session_only {
                        let about = there.about.clone().or_else(|| account.about.take());
                        *account = Account { about, ..there };
                    }
                }
                None => return account.session_only,
            }
            true
        });
        self.accounts.append(&mut written);
    }

    /// Where the secret of an account is.
    pub(crate) fn secret_of(&self, account: &str) -> SecretSource {
        match self.session.get(account) {
            Some(secret) => SecretSource::Pending(*secret),
            None => SecretSource::Stored(account.to_owned()),
        }
    }

    /// Keeps the secret of an account until the program ends, in the place of an earlier one.
    pub(crate) fn keep_for_session(&mut self, account: String, secret: SecretRef) {
        if let Some(earlier) = self.session.insert(account, secret).filter(|earlier| *earlier != secret) {
            self.ask(Effect::Forget(earlier));
        }
    }

    /// The secret of an account that was kept until now for this run is needed no more.
    pub(crate) fn end_session(&mut self, account: &str) {
        if let Some(secret) = self.session.remove(account) {
            self.ask(Effect::Forget(secret));
        }
    }

    /// The way to the card that says why the list is not written.
    pub(crate) fn unwritten_action(&self) -> Option<ActionView> {
        self.unwritten.as_ref().map(|_| ActionView::new(Action::ShowTrouble, Place::Inline))
    }

    pub(crate) fn account(&self, id: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }
}

/// The four marks with `current` as the place where we are.
pub(crate) fn marks(current: StepName) -> Vec<StepMark> {
    [StepName::Address, StepName::Connect, StepName::Check, StepName::Arrival]
        .into_iter()
        .map(|name| StepMark {
            name,
            state: match name.cmp(&current) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Equal => StepState::Current,
                std::cmp::Ordering::Greater => StepState::Todo,
            },
        })
        .collect()
}

/// The four marks, all behind us.
pub(crate) fn all_done() -> Vec<StepMark> {
    let mut marks = marks(StepName::Arrival);
    for mark in &mut marks {
        mark.state = StepState::Done;
    }
    marks
}
