//! What this program is: its version, what it contains of others, and on a press whether there is a newer release.

use contract::{Action, ActionView, AddressHint, Place, Screen, Text, Tone};

use super::{Address, Home, Step};
use crate::context::Context;
use crate::message::{Effect, Job, JobId, News};
use crate::model::Page;
use crate::program::ReleaseNews;
use crate::wizard::{Face, Press};

/// The screen about the program.
#[derive(Debug, Clone)]
pub(crate) struct About {
    /// What stood in the address field; none where the list of accounts is behind.
    behind: Option<String>,
    parts: Vec<String>,
    listing: Option<JobId>,
    asking: Option<JobId>,
    news: Option<ReleaseNews>,
}

impl About {
    /// From the address screen, with what stands in its field, or from the list.
    pub(crate) fn open(behind: Option<String>, context: &mut Context) -> Step {
        let listing = Some(context.start(Job::ListParts));
        Step::About(Box::new(Self { behind, parts: Vec::new(), listing, asking: None, news: None }))
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(mut self: Box<Self>, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::Back => match self.behind {
                Some(value) => Step::Address(Address::with(value)),
                None => Step::Home(Home::default()),
            },
            Action::AskReleases => {
                self.asking = Some(context.start(Job::AskReleases));
                self.news = None;
                Step::About(self)
            }
            Action::OpenRelease => {
                if let Some(ReleaseNews::Newer { page, .. }) = &self.news {
                    context.ask(Effect::Open(Page::Release(page.clone())));
                }
                Step::About(self)
            }
            _ => Step::About(self),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only news of the jobs that this step began gets here"
    )]
    pub(crate) fn on_news(mut self: Box<Self>, _id: JobId, news: News, _context: &mut Context) -> Step {
        match news {
            News::Parts(parts) => {
                self.listing = None;
                self.parts = parts;
            }
            News::Released(news) => {
                self.asking = None;
                self.news = Some(news);
            }
            _ => {}
        }
        Step::About(self)
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        let mut actions = Vec::new();
        if matches!(self.news, Some(ReleaseNews::Newer { .. })) {
            actions.push(ActionView::new(Action::OpenRelease, Place::Main));
        }
        if context.program.asks && self.asking.is_none() {
            actions.push(ActionView::new(Action::AskReleases, Place::Side));
        }
        actions.push(ActionView::new(Action::Back, Place::Back));
        let news = self.news.as_ref().map(hint);
        Face {
            steps: Vec::new(),
            announce: news.as_ref().map(|news| news.text.clone()),
            screen: Screen::About {
                version: context.program.version.clone(),
                system: context.program.system.clone(),
                news,
                asking: self.asking.is_some(),
                parts: self.parts.clone(),
            },
            actions,
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        self.listing.into_iter().chain(self.asking).collect()
    }
}

fn hint(news: &ReleaseNews) -> AddressHint {
    let (text, tone) = match news {
        ReleaseNews::Newest => (Text::new("about-newest"), Tone::Yes),
        ReleaseNews::Newer { version, .. } => {
            (Text::new("about-newer").with("version", version.as_str()), Tone::Care)
        }
        ReleaseNews::NotReached => (Text::new("about-not-reached"), Tone::Care),
        ReleaseNews::NotBelieved => (Text::new("about-not-believed"), Tone::No),
    };
    AddressHint { text, tone }
}
