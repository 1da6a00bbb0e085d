//! Consent behind its port, and the store of permissions over the keychain.

mod failures;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use contract::{AccountKind, Language, Login, Problem, ProblemCode, Route, Stage, Text};
use diagnosis::{Context, OAuthAnswer};
use futures_util::future::BoxFuture;
use keychain::{Keychain, KeychainError};
use oauth::device::DeviceAttempt;
use oauth::{
    Attempt, Client, Cloud, Consent, Http, Page, Pages, Permission, Provider, RenewError, Renewer, Road,
    Store, Wish,
};
use secret::Secret;
use wizard::ConsentWork;
use words::Words;

use self::failures::{code_problem, no_identity, problem, turn_problem};
use super::clock::SystemClock;
use super::keys::Registrations;
use super::sign_in_line::SignInLine;
use super::{found, vault};
use crate::ports::{Access, Clock as _, CodeDoor, Consents, Door, Granted, Holder};

pub(super) struct Browsers {
    http: Http,
    line: SignInLine,
    keys: Arc<Registrations>,
    renewer: Renewer,
    shelf: Shelf,
}

impl Browsers {
    pub(super) fn new(
        http: Http,
        line: SignInLine,
        keys: Arc<Registrations>,
        locks: PathBuf,
        keychain: Keychain,
    ) -> Self {
        let renewer = Renewer::new(http.clone(), locks, Arc::new(|| SystemClock.now_ms()));
        Self { http, line, keys, renewer, shelf: Shelf { keychain } }
    }

    /// Seconds by which this computer's clock is ahead of the provider's.
    fn clock_off(&self) -> Option<i64> {
        let there = i64::try_from(self.http.time_there()?).ok()?;
        let here = i64::try_from(SystemClock.now_ms() / 1_000).ok()?;
        Some(here - there)
    }

    /// The registered program, with the door for this kind of account.
    async fn client(&self, work: &ConsentWork) -> Result<Client, Problem> {
        let client = match Provider::named(&work.provider) {
            Some(provider) => self.keys.client(provider, work.personal).await.map_err(vault::problem)?,
            None => None,
        };
        client.ok_or_else(|| diagnosis::problem(ProblemCode::NoClientId, Stage::Consent))
    }

    /// What a failed renewal means. The time at the provider tells a wrong clock from an ended permission.
    async fn renewal_problem(&self, error: RenewError<KeychainError>) -> Problem {
        match error {
            RenewError::Ended { description } => {
                let answer = OAuthAnswer {
                    provider: "",
                    error: "invalid_grant",
                    description: &description,
                    status: None,
                };
                let context =
                    Context { login: Some(Login::OAuth), clock_off: self.clock_off(), ..Context::default() };
                diagnosis::from_oauth(&context, Stage::Token, &answer)
            }
            // Which provider it was makes no difference for these.
            RenewError::Refused(error) => problem(&self.line, Provider::Google, error).await,
            RenewError::Store(error) => vault::problem(error),
            RenewError::Turn(error) => turn_problem(error),
        }
    }
}

impl Consents for Browsers {
    fn open<'a>(
        &'a self,
        work: &'a ConsentWork,
        language: Language,
    ) -> BoxFuture<'a, Result<Box<dyn Door>, Problem>> {
        Box::pin(async move {
            let client = self.client(work).await?;
            let provider = client.provider;
            let wish = Wish { address: work.address.clone(), choose_account: work.choose_account };
            let line = self.line.clone();
            match Attempt::begin(self.http.clone(), client, road(work), &wish, pages(language)).await {
                Ok(attempt) => Ok(Box::new(OpenDoor { provider, attempt, line }) as Box<dyn Door>),
                Err(error) => Err(problem(&line, provider, error).await),
            }
        })
    }

    fn by_code<'a>(&'a self, work: &'a ConsentWork) -> BoxFuture<'a, Result<Box<dyn CodeDoor>, Problem>> {
        Box::pin(async move {
            let client = self.client(work).await?;
            let provider = client.provider;
            let line = self.line.clone();
            match DeviceAttempt::begin(self.http.clone(), client, road(work)).await {
                Ok(attempt) => Ok(Box::new(OpenCode { provider, attempt, line }) as Box<dyn CodeDoor>),
                Err(error) => Err(code_problem(&line, error, Stage::Consent).await),
            }
        })
    }

    fn access<'a>(&'a self, holder: Holder) -> BoxFuture<'a, Result<Access, Problem>> {
        Box::pin(async move {
            match holder {
                Holder::Stored(account) => {
                    let known = self.keys.all().await;
                    let client = move |permission: &Permission| known.of(permission);
                    match self.renewer.stored(&account, &client, &self.shelf).await {
                        Ok(fresh) => Ok(Access { token: fresh.token, renewed: None }),
                        Err(error) => Err(self.renewal_problem(error).await),
                    }
                }
                Holder::Pending(secret) => {
                    let Some(permission) = Permission::from_secret(&secret) else {
                        return Err(vault::problem(KeychainError::Damaged));
                    };
                    let known = self.keys.all().await;
                    let client = move |permission: &Permission| known.of(permission);
                    match self.renewer.pending(&permission, &client).await {
                        Ok(fresh) => Ok(Access {
                            token: fresh.token,
                            renewed: fresh.renewed.map(|renewed| renewed.to_secret()),
                        }),
                        Err(error) => Err(self.renewal_problem(error).await),
                    }
                }
            }
        })
    }

    fn fresh(&self, account: &str, token: &Secret) {
        self.renewer.learn(account, token);
    }

    fn forget(&self, account: &str) {
        self.renewer.forget(account);
    }

    fn hold<'a>(&'a self, account: &'a str) -> BoxFuture<'a, Result<Box<dyn Send>, Problem>> {
        Box::pin(async move {
            let hold = self.renewer.hold(account).await.map_err(turn_problem)?;
            Ok(Box::new(hold) as Box<dyn Send>)
        })
    }

    fn revoke<'a>(&'a self, permission: &'a Secret) -> BoxFuture<'a, Option<bool>> {
        Box::pin(async move {
            let permission = Permission::from_secret(permission)?;
            match self.keys.all().await.of(&permission).ok().flatten() {
                Some(client) => oauth::revoke(&self.http, &client, &permission).await,
                // Google asks only for the token itself; without our registration there is still the person's page.
                None if permission.provider == Provider::Google => Some(false),
                None => None,
            }
        })
    }
}

struct OpenCode {
    provider: Provider,
    attempt: DeviceAttempt,
    line: SignInLine,
}

impl CodeDoor for OpenCode {
    fn code(&self) -> &str {
        &self.attempt.start().user_code
    }

    fn page(&self) -> &str {
        &self.attempt.start().verification_uri
    }

    fn good_for(&self) -> Duration {
        self.attempt.left()
    }

    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<Granted, Problem>> {
        Box::pin(async move {
            match self.attempt.finish().await {
                Ok(consent) => granted(self.provider, consent),
                Err(error) => Err(code_problem(&self.line, error, Stage::Token).await),
            }
        })
    }
}

/// Which right goes with a door.
fn road(work: &ConsentWork) -> Road {
    if work.reading {
        return Road::Reading;
    }
    if work.route == Route::Smtp { Road::Smtp } else { Road::Api }
}

struct OpenDoor {
    provider: Provider,
    attempt: Attempt,
    line: SignInLine,
}

impl Door for OpenDoor {
    fn url(&self) -> &str {
        self.attempt.url()
    }

    fn wait(&mut self) -> BoxFuture<'_, Result<(), Problem>> {
        Box::pin(async {
            self.attempt.wait().await;
            Ok(())
        })
    }

    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<Granted, Problem>> {
        Box::pin(async move {
            match self.attempt.finish().await {
                Ok(consent) => granted(self.provider, consent),
                Err(error) => Err(problem(&self.line, self.provider, error).await),
            }
        })
    }
}

fn granted(provider: Provider, consent: Consent) -> Result<Granted, Problem> {
    let kind = match (provider, consent.personal) {
        (Provider::Google, Some(false)) => AccountKind::GoogleWorkspace,
        (Provider::Google, _) => AccountKind::GooglePersonal,
        (Provider::Microsoft(Cloud::World), Some(false)) => AccountKind::Microsoft365,
        (Provider::Microsoft(Cloud::World), _) => AccountKind::MicrosoftPersonal,
        // There are no personal accounts in the others.
        (Provider::Microsoft(Cloud::UsGovernment), _) => AccountKind::Microsoft365Gov,
        (Provider::Microsoft(Cloud::China), _) => AccountKind::Microsoft365China,
    };
    let Some(found) = found::from_consent(&consent.address, kind) else {
        return Err(no_identity());
    };
    let permission = consent.permission.to_secret();
    Ok(Granted { address: consent.address, permission, access: consent.access, found })
}

/// Permissions, stored as secrets under the account's name.
struct Shelf {
    keychain: Keychain,
}

impl Store<KeychainError> for Shelf {
    fn read<'a>(&'a self, account: &'a str) -> BoxFuture<'a, Result<Permission, KeychainError>> {
        Box::pin(async move {
            let secret = self.keychain.read(account).await?;
            Permission::from_secret(&secret).ok_or(KeychainError::Damaged)
        })
    }

    fn write<'a>(
        &'a self,
        account: &'a str,
        permission: &'a Permission,
    ) -> BoxFuture<'a, Result<(), KeychainError>> {
        Box::pin(async move { self.keychain.store_detached(account, permission.to_secret()).await })
    }
}

fn pages(language: Language) -> Pages {
    let words = Words::of_the_message(language);
    let say = |id: &str| words.say(&Text::new(id));
    let page = |name: &str| Page {
        title: say(&format!("page-{name}-title")),
        body: say(&format!("page-{name}-body")),
    };
    Pages {
        language: language.tag().to_owned(),
        done: page("done"),
        missing: page("missing"),
        failed: page("failed"),
        close: say("page-close"),
    }
}

#[cfg(test)]
mod tests;
