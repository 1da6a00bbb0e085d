//! Which stage is running, since when, and what is told about it.

use std::time::Duration;

use contract::Stage;
use tokio::time::Instant;

use crate::{Event, Report, StageDetail, Timing};

/// The stages of one submission.
pub(crate) struct Stages<'a> {
    on: &'a mut (dyn FnMut(Report) + Send),
    start: Instant,
    running: Stage,
    since: Instant,
    timings: Vec<Timing>,
}

impl<'a> Stages<'a> {
    pub(crate) fn new(on: &'a mut (dyn FnMut(Report) + Send)) -> Self {
        let now = Instant::now();
        Self { on, start: now, running: Stage::Connect, since: now, timings: Vec::new() }
    }

    pub(crate) fn begin(&mut self, stage: Stage) {
        self.running = stage;
        self.since = Instant::now();
        (self.on)(Report { stage, event: Event::Started });
    }

    pub(crate) fn finish(&mut self, detail: StageDetail) {
        let (stage, elapsed) = (self.running, self.since.elapsed());
        self.timings.push(Timing { stage, elapsed });
        (self.on)(Report { stage, event: Event::Finished { elapsed, detail } });
    }

    /// From here on a message may have gone, whatever is heard afterwards.
    pub(crate) fn handing_over(&mut self) {
        (self.on)(Report { stage: Stage::HandOver, event: Event::HandingOver });
    }

    /// The one that was begun last.
    pub(crate) fn running(&self) -> Stage {
        self.running
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    pub(crate) fn finished(&self) -> Vec<Stage> {
        self.timings.iter().map(|timing| timing.stage).collect()
    }

    pub(crate) fn timings(self) -> Vec<Timing> {
        self.timings
    }
}
