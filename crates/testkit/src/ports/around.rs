//! A browser that only remembers, and a clock that stands still.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use app::ports::{Browser, Clock, Schedule};
use futures_util::future::BoxFuture;

/// Remembers what it was asked to open.
#[derive(Default)]
pub struct RecordingBrowser {
    /// What was opened, in order.
    pub opened: Mutex<Vec<String>>,
    /// True when no browser can be started.
    pub broken: AtomicBool,
}

impl Browser for RecordingBrowser {
    fn open<'a>(&'a self, url: &'a str) -> BoxFuture<'a, bool> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(url.to_owned());
        Box::pin(std::future::ready(!self.broken.load(Ordering::SeqCst)))
    }
}

/// Remembers whether the daily check is on.
#[derive(Default)]
pub struct RecordingSchedule {
    /// Whether it is on.
    pub on: AtomicBool,
    /// True when the system is not willing.
    pub broken: AtomicBool,
}

impl Schedule for RecordingSchedule {
    fn set(&self, on: bool) -> BoxFuture<'_, bool> {
        let willing = !self.broken.load(Ordering::SeqCst);
        if willing {
            self.on.store(on, Ordering::SeqCst);
        }
        Box::pin(std::future::ready(willing))
    }
}

/// Shows what a story sets; zero at first.
#[derive(Default)]
pub struct HeldClock {
    /// Milliseconds since 1970.
    pub at: AtomicU64,
}

impl Clock for HeldClock {
    fn now_ms(&self) -> u64 {
        self.at.load(Ordering::SeqCst)
    }
}
