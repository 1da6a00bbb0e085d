//! Consents as a story gives them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app::ports::{Access, CodeDoor, Consents, Door, Granted, Holder};
use contract::{Language, Problem};
use futures_util::future::BoxFuture;
use secret::Secret;
use wizard::ConsentWork;

use super::Script;

/// The link that every door gives.
pub const LINK: &str = "https://sign-in.example/authorize?state=1";

/// Answers consents and renewals by script.
#[derive(Default)]
pub struct ScriptedConsents {
    /// Opening a door.
    pub opens: Script<Result<(), Problem>>,
    /// The browser coming back.
    pub waits: Arc<Script<Result<(), Problem>>>,
    /// Checking what it brought.
    pub finishes: Arc<Script<Result<Granted, Problem>>>,
    /// Fresh access tokens.
    pub accesses: Script<Result<Access, Problem>>,
    /// Revocations.
    pub revocations: Script<Option<bool>>,
    /// What doors were opened for.
    pub works: Mutex<Vec<ConsentWork>>,
    /// Who asked for a fresh access token.
    pub holders: Mutex<Vec<Holder>>,
    /// What it is called that another run does not let go of an account, while it does not.
    pub held_elsewhere: Mutex<Option<Problem>>,
    /// Whose access tokens were forgotten.
    pub forgotten: Mutex<Vec<String>>,
    /// Access tokens that were handed on with a permission that was just stored.
    pub handed_on: Mutex<Vec<Secret>>,
    doors: Arc<AtomicUsize>,
}

impl ScriptedConsents {
    /// Doors that are open now.
    pub fn open_doors(&self) -> usize {
        self.doors.load(Ordering::SeqCst)
    }
}

impl Consents for ScriptedConsents {
    fn open<'a>(
        &'a self,
        work: &'a ConsentWork,
        _language: Language,
    ) -> BoxFuture<'a, Result<Box<dyn Door>, Problem>> {
        Box::pin(async move {
            self.works.lock().unwrap_or_else(PoisonError::into_inner).push(work.clone());
            self.opens.play("open").await?;
            self.doors.fetch_add(1, Ordering::SeqCst);
            Ok(Box::new(ScriptedDoor {
                waits: self.waits.clone(),
                finishes: self.finishes.clone(),
                count: Counted(self.doors.clone()),
            }) as Box<dyn Door>)
        })
    }

    fn by_code<'a>(&'a self, work: &'a ConsentWork) -> BoxFuture<'a, Result<Box<dyn CodeDoor>, Problem>> {
        Box::pin(async move {
            self.works.lock().unwrap_or_else(PoisonError::into_inner).push(work.clone());
            self.opens.play("open").await?;
            self.doors.fetch_add(1, Ordering::SeqCst);
            let count = Counted(self.doors.clone());
            Ok(Box::new(ScriptedCode { finishes: self.finishes.clone(), count }) as Box<dyn CodeDoor>)
        })
    }

    fn access<'a>(&'a self, holder: Holder) -> BoxFuture<'a, Result<Access, Problem>> {
        self.holders.lock().unwrap_or_else(PoisonError::into_inner).push(holder);
        Box::pin(self.accesses.play("access"))
    }

    fn fresh(&self, _account: &str, token: &Secret) {
        self.handed_on.lock().unwrap_or_else(PoisonError::into_inner).push(token.clone());
    }

    fn forget(&self, account: &str) {
        self.forgotten.lock().unwrap_or_else(PoisonError::into_inner).push(account.to_owned());
    }

    fn hold<'a>(&'a self, _account: &'a str) -> BoxFuture<'a, Result<Box<dyn Send>, Problem>> {
        Box::pin(async {
            match &*self.held_elsewhere.lock().unwrap_or_else(PoisonError::into_inner) {
                Some(problem) => Err(problem.clone()),
                None => Ok(Box::new(()) as Box<dyn Send>),
            }
        })
    }

    fn revoke<'a>(&'a self, _permission: &'a Secret) -> BoxFuture<'a, Option<bool>> {
        Box::pin(self.revocations.play("revoke"))
    }
}

struct ScriptedCode {
    finishes: Arc<Script<Result<Granted, Problem>>>,
    count: Counted,
}

impl CodeDoor for ScriptedCode {
    fn code(&self) -> &str {
        "ABCD2345"
    }

    fn page(&self) -> &str {
        "https://sign-in.example/device"
    }

    fn good_for(&self) -> Duration {
        Duration::from_secs(900)
    }

    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<Granted, Problem>> {
        Box::pin(async move {
            let Self { finishes, count } = *self;
            let result = finishes.play("finish").await;
            drop(count);
            result
        })
    }
}

struct ScriptedDoor {
    waits: Arc<Script<Result<(), Problem>>>,
    finishes: Arc<Script<Result<Granted, Problem>>>,
    count: Counted,
}

/// A door that is dropped is closed.
struct Counted(Arc<AtomicUsize>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Door for ScriptedDoor {
    fn url(&self) -> &str {
        LINK
    }

    fn wait(&mut self) -> BoxFuture<'_, Result<(), Problem>> {
        Box::pin(self.waits.play("wait"))
    }

    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<Granted, Problem>> {
        Box::pin(async move {
            let Self { finishes, count, .. } = *self;
            let result = finishes.play("finish").await;
            drop(count);
            result
        })
    }
}
