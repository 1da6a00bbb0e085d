//! A job of the program's, without its window.

use app::ports::Ports;
use tokio::sync::mpsc::unbounded_channel;
use wizard::{Job, News};

use crate::say::Speaker;

/// Runs a job and hears its news as they come.
pub(crate) async fn run(job: Job, ports: &Ports, speaker: &Speaker<'_>, mut hear: impl FnMut(News)) {
    let (tell, mut heard) = unbounded_channel();
    let running = app::run_alone(job, ports, speaker.language(), move |news| {
        let _ = tell.send(news);
    });
    let hearing = async {
        while let Some(news) = heard.recv().await {
            hear(news);
        }
    };
    tokio::join!(running, hearing);
}
