//! The jobs. Each tells its news by a [`Teller`]; a panic in one becomes a card, never a vanished window.

mod arrive;
mod consent;
mod examine;
mod send;
mod sign_in;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use contract::{Action, Language, Login, Problem, ProblemCode, Stage};
use futures_util::FutureExt as _;
use secret::Secret;
use tokio::sync::mpsc::unbounded_channel;
use wizard::{GivenKey, Job, Kept, News, SecretSource};

use crate::pocket::Pocket;
use crate::ports::{Credential, Finding, Holder, NewKey, Ports};
use crate::token::Token;

pub(crate) use self::send::clean;
pub(crate) use self::sign_in::sign_in;

/// Takes the news of one job.
pub(crate) type Teller = Arc<dyn Fn(News) + Send + Sync>;

/// What a job works with.
#[derive(Clone)]
pub(crate) struct Work {
    pub(crate) ports: Ports,
    pub(crate) pocket: Pocket,
    pub(crate) language: Language,
    pub(crate) teller: Teller,
}

/// Runs one job to its end without a wizard: for scripts, which have no screens. What it asks for must be in the
/// keychain ([`SecretSource::Stored`]); nothing waits in a pocket here.
pub async fn run_alone(
    job: Job,
    ports: &Ports,
    language: Language,
    teller: impl Fn(News) + Send + Sync + 'static,
) {
    let work = Work { ports: ports.clone(), pocket: Pocket::default(), language, teller: Arc::new(teller) };
    run(job, work).await;
}

/// Runs one job to its end.
pub(crate) async fn run(job: Job, work: Work) {
    let tell = Arc::clone(&work.teller);
    if AssertUnwindSafe(perform(job, work)).catch_unwind().await.is_err() {
        let mut report = [0u8; 4];
        let name = match getrandom::fill(&mut report) {
            Ok(()) => report.iter().map(|byte| format!("{byte:02x}")).collect(),
            Err(_) => "0".to_owned(),
        };
        tell(News::Crashed { report: name });
    }
}

async fn perform(job: Job, work: Work) {
    match job {
        Job::LookUp { text } => (work.teller)(News::LookedUp(work.ports.finder.glance(&text, work.language))),
        Job::ListRelays => (work.teller)(News::RelaysListed(work.ports.finder.services())),
        Job::Find { text } => find(&text, &work).await,
        Job::Consent(consent) => consent::run(&consent, &work).await,
        Job::Diagnose { provider, address, text } => {
            (work.teller)(News::Named(Box::new(named(&provider, address.as_deref(), &text))));
        }
        Job::Send(send) => send::run(&send, &work).await,
        Job::Keep { account, secret } => {
            let Some(held) = work.pocket.get(secret) else { return };
            // A renewal that is under way would write its permission over the new one.
            let stored = match work.ports.consents.hold(&account.id).await {
                Ok(_hold) => {
                    let stored = work.ports.vault.store(&account.id, held.secret).await;
                    let now = work.ports.clock.now_ms();
                    let token = held.access.as_ref().and_then(|access| access.fresh(now));
                    if let (Ok(()), Some(token)) = (&stored, token) {
                        work.ports.consents.fresh(&account.id, token);
                    }
                    stored
                }
                Err(problem) => Err(problem),
            };
            (work.teller)(News::Kept(stored.map(|()| Kept::Keychain).map_err(Box::new)));
        }
        Job::Guide { provider } => (work.teller)(News::Guide(work.ports.finder.key_guide(&provider))),
        Job::TakeKey(given) => {
            let key = match given {
                GivenKey::File(secret) => {
                    let Some(held) = work.pocket.get(secret) else { return };
                    NewKey::GoogleFile(held.secret)
                }
                GivenKey::Ids { provider, client, tenant } => NewKey::Microsoft { provider, client, tenant },
            };
            (work.teller)(News::KeyTaken(work.ports.keys.take(key).await));
        }
        Job::DeleteKeyFile => (work.teller)(News::KeyFileDeleted(work.ports.keys.delete_file())),
        Job::SaveReport { text } => (work.teller)(News::ReportSaved(work.ports.files.save_report(&text))),
        Job::Look { account, secret, sent } => arrive::look(&account, &secret, &sent, &work).await,
        Job::Gather { account } => {
            (work.teller)(News::Gathered(Box::new(work.ports.finder.card_facts(&account))));
        }
        Job::Receive { account, secret } => arrive::receive(&account, &secret, &work).await,
        Job::ListParts => (work.teller)(News::Parts(work.ports.finder.parts())),
        Job::AskReleases => (work.teller)(News::Released(work.ports.finder.releases().await)),
        Job::Examine(examination) => examine::run(&examination, &work).await,
        Job::Schedule { on } => (work.teller)(News::Scheduled(work.ports.schedule.set(on).await)),
        Job::Remove { account, session, stored } => arrive::remove(account, session, stored, &work).await,
    }
}

/// What the words of a provider's sign-in page mean.
fn named(provider: &str, address: Option<&str>, text: &str) -> Problem {
    let key = match oauth::Provider::named(provider) {
        Some(oauth::Provider::Microsoft(_)) => "microsoft365",
        Some(oauth::Provider::Google) | None => provider,
    };
    let context = diagnosis::Context {
        provider: key,
        login: Some(Login::OAuth),
        address: address.unwrap_or_default(),
        ..diagnosis::Context::default()
    };
    diagnosis::from_words(&context, Some(Stage::Consent), text.as_bytes())
}

async fn find(text: &str, work: &Work) {
    let (phases, mut heard) = unbounded_channel();
    let search = work.ports.finder.find(text, phases);
    tokio::pin!(search);
    let result = loop {
        tokio::select! {
            biased;
            Some(phase) = heard.recv() => (work.teller)(News::Searching(phase)),
            result = &mut search => break result,
        }
    };
    (work.teller)(match result {
        Ok(Finding::Found(found)) => News::Found(Ok(found)),
        Ok(Finding::Doubt(doubt)) => News::Doubted(doubt),
        Err(problem) => News::Found(Err(Box::new(problem))),
    });
}

/// Does something with the proof of a sign-in, and once more with a renewed token where the first one may be spent. A
/// password that was refused is never shown twice.
///
/// # Errors
/// When there is no proof.
async fn with_proof<T, F: Future<Output = T>>(
    source: &SecretSource,
    oauth: bool,
    work: &Work,
    act: impl Fn(Credential) -> F,
    is_spent: impl Fn(&T) -> bool,
) -> Result<T, Problem> {
    let done = act(credential(source, oauth, false, work).await?).await;
    if !oauth || !is_spent(&done) {
        return Ok(done);
    }
    Ok(act(credential(source, oauth, true, work).await?).await)
}

/// The proof for a sign-in: a password as it is, a permission by way of an access token.
///
/// `fresh` asks for a new access token although one is at hand, because it was refused.
pub(crate) async fn credential(
    source: &SecretSource,
    oauth: bool,
    fresh: bool,
    work: &Work,
) -> Result<Credential, Problem> {
    match source {
        SecretSource::Pending(reference) => {
            let held = work.pocket.get(*reference);
            let Some(held) = held else { return Ok(Credential::Password(Secret::from(""))) };
            if !oauth {
                return Ok(Credential::Password(as_password(held.secret)?));
            }
            let now = work.ports.clock.now_ms();
            if let Some(token) = held.access.as_ref().filter(|_| !fresh).and_then(|access| access.fresh(now))
            {
                return Ok(Credential::Bearer(token.clone()));
            }
            let access = work.ports.consents.access(Holder::Pending(held.secret)).await?;
            let token = Token::new(access.token.clone(), work.ports.clock.now_ms());
            work.pocket.renew(*reference, access.renewed, token);
            Ok(Credential::Bearer(access.token))
        }
        SecretSource::Stored(account) if oauth => {
            if fresh {
                work.ports.consents.forget(account);
            }
            let access = work.ports.consents.access(Holder::Stored(account.clone())).await?;
            Ok(Credential::Bearer(access.token))
        }
        SecretSource::Stored(account) => {
            Ok(Credential::Password(as_password(work.ports.vault.read(account).await?)?))
        }
    }
}

/// A secret that may be handed over as a password. A permission never is, whatever the account says: it would open the
/// mailbox to whoever gets it.
fn as_password(secret: Secret) -> Result<Secret, Problem> {
    match oauth::Permission::from_secret(&secret) {
        None => Ok(secret),
        Some(_) => {
            let mut problem = diagnosis::problem(ProblemCode::KeychainDamaged, Stage::SignIn);
            problem.remedies = vec![Action::SignInAgain];
            Err(problem)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permission_is_never_handed_over_as_a_password() {
        let permission = oauth::Permission {
            provider: oauth::Provider::Google,
            client_id: "id".into(),
            door: oauth::Door::Common,
            road: oauth::Road::Smtp,
            refresh: Secret::from("1//planted"),
        };
        let refused = as_password(permission.to_secret()).unwrap_err();
        assert_eq!(refused.remedies, [Action::SignInAgain]);
        assert!(as_password(Secret::from("hunter2")).is_ok());
    }
}
