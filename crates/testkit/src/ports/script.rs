//! What a port answers, turn by turn, and whether anybody still waits for it.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::sleep;

enum Turn<T> {
    Answer(Duration, T),
    Never,
    Panic,
}

/// The answers of one call of a port, in order.
pub struct Script<T> {
    turns: Mutex<VecDeque<Turn<T>>>,
    begun: AtomicUsize,
    waiting: AtomicUsize,
    abandoned: AtomicUsize,
}

impl<T> Default for Script<T> {
    fn default() -> Self {
        Self {
            turns: Mutex::default(),
            begun: AtomicUsize::new(0),
            waiting: AtomicUsize::new(0),
            abandoned: AtomicUsize::new(0),
        }
    }
}

impl<T> Script<T> {
    /// The next call is answered at once.
    pub fn then(&self, answer: T) -> &Self {
        self.after(Duration::ZERO, answer)
    }

    /// The next call is answered after a while.
    pub fn after(&self, time: Duration, answer: T) -> &Self {
        self.push(Turn::Answer(time, answer))
    }

    /// The next call is never answered.
    pub fn never(&self) -> &Self {
        self.push(Turn::Never)
    }

    /// The next call panics.
    pub fn panics(&self) -> &Self {
        self.push(Turn::Panic)
    }

    /// Calls so far.
    pub fn begun(&self) -> usize {
        self.begun.load(Ordering::SeqCst)
    }

    /// Calls that wait for an answer now.
    pub fn waiting(&self) -> usize {
        self.waiting.load(Ordering::SeqCst)
    }

    /// Calls that were dropped before their answer.
    pub fn abandoned(&self) -> usize {
        self.abandoned.load(Ordering::SeqCst)
    }

    fn push(&self, turn: Turn<T>) -> &Self {
        self.turns.lock().unwrap_or_else(PoisonError::into_inner).push_back(turn);
        self
    }

    /// Plays the next turn. A call for which the story has none panics: the story is wrong then.
    pub(super) async fn play(&self, what: &str) -> T {
        let turn = self.turns.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        self.begun.fetch_add(1, Ordering::SeqCst);
        let mut call = Call::begin(&self.waiting, &self.abandoned);
        let answer = match turn {
            Some(Turn::Answer(time, answer)) => {
                sleep(time).await;
                Some(answer)
            }
            Some(Turn::Never) => std::future::pending().await,
            Some(Turn::Panic) | None => None,
        };
        call.ended = true;
        answer.unwrap_or_else(|| {
            // Without a message: a panic that a story asks for is no news.
            std::panic::resume_unwind(Box::new(format!("{what} panics")))
        })
    }
}

struct Call<'a> {
    waiting: &'a AtomicUsize,
    abandoned: &'a AtomicUsize,
    ended: bool,
}

impl<'a> Call<'a> {
    fn begin(waiting: &'a AtomicUsize, abandoned: &'a AtomicUsize) -> Self {
        waiting.fetch_add(1, Ordering::SeqCst);
        Self { waiting, abandoned, ended: false }
    }
}

impl Drop for Call<'_> {
    fn drop(&mut self) {
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        if !self.ended {
            self.abandoned.fetch_add(1, Ordering::SeqCst);
        }
    }
}
