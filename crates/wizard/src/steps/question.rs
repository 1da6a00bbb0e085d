//! The one question that is asked before a road is known: where the mail is read, or whether a server of another
//! organisation may be believed.

use contract::{
    Action, ActionView, Ask, Evidence, EvidenceSource, NamePiece, Organisation, Place, Screen, StepName, Text,
};

use super::address::by_hand;
use super::{Address, ByHand, Step, connect, route};
use crate::context::{Context, marks};
use crate::message::{JobId, News};
use crate::model::{Doubt, Plan, Stranger};
use crate::wizard::{Face, Press};

/// The screen with a question.
#[derive(Debug, Clone)]
pub(crate) enum Question {
    /// Where is it read?
    Mailbox(Doubt),
    /// May this server be believed?
    Organisation(Box<Plan>),
}

impl Question {
    pub(crate) fn mailbox(doubt: Doubt) -> Self {
        Self::Mailbox(doubt)
    }

    pub(crate) fn organisation(plan: Plan) -> Self {
        Self::Organisation(Box::new(plan))
    }

    /// The address that the question is about.
    pub(crate) fn address(&self) -> String {
        match self {
            Self::Mailbox(doubt) => doubt.address.clone(),
            Self::Organisation(plan) => plan.found.address.clone(),
        }
    }

    pub(crate) fn evidence(&self) -> &[Evidence] {
        match self {
            Self::Mailbox(doubt) => &doubt.evidence,
            Self::Organisation(plan) => &plan.found.evidence,
        }
    }

    pub(crate) fn on_press(self, press: Press, context: &mut Context) -> Step {
        match (press.action, self) {
            (Action::Back, question) => Step::Address(Address::with(question.address())),
            (Action::ReadHere, Self::Mailbox(mut doubt)) => {
                let at = doubt.choices.iter().position(|choice| Some(&choice.place) == press.target.as_ref());
                match at.map(|at| doubt.choices.swap_remove(at)) {
                    Some(choice) => route(choice.found, context),
                    None => Step::Question(Box::new(Self::Mailbox(doubt))),
                }
            }
            (Action::ReadElsewhere, Self::Mailbox(doubt)) => {
                let mut plan = by_hand(&doubt.address);
                plan.found.evidence = doubt.evidence;
                Step::ByHand(ByHand::new(plan))
            }
            (Action::TrustSettings, Self::Organisation(plan)) => connect(*plan, context),
            // What is typed instead shall not begin with the server that was just refused.
            (Action::EnterServer, Self::Organisation(plan)) => {
                Step::ByHand(ByHand::new(by_hand(&plan.found.address)))
            }
            (_, question) => Step::Question(Box::new(question)),
        }
    }

    pub(crate) fn on_news(self: Box<Self>, _id: JobId, _news: News, _context: &mut Context) -> Step {
        Step::Question(self)
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        Vec::new()
    }

    pub(crate) fn face(&self, _context: &Context) -> Face {
        let (ask, mut actions) = match self {
            Self::Mailbox(doubt) => (Ask::Mailbox { why: doubt.reason.text() }, places(doubt)),
            Self::Organisation(plan) => {
                // The way that is offered first is the one that does no harm.
                let deceptive = plan.found.stranger.as_ref().is_some_and(|stranger| stranger.look_alike);
                let (trust, enter) =
                    if deceptive { (Place::Side, Place::Main) } else { (Place::Main, Place::Side) };
                let actions = vec![
                    ActionView::new(Action::TrustSettings, trust),
                    ActionView::new(Action::EnterServer, enter),
                ];
                (whose_server(plan), actions)
            }
        };
        actions.push(ActionView::new(Action::Back, Place::Back));
        Face {
            steps: marks(StepName::Address),
            screen: Screen::Question { address: self.address(), ask },
            actions,
            announce: None,
        }
    }
}

fn places(doubt: &Doubt) -> Vec<ActionView> {
    let here = doubt.choices.iter().map(|choice| {
        let label = Text::new("action-read-here").with("place", choice.place.as_str());
        ActionView::new(Action::ReadHere, Place::Inline).on(&choice.place).labelled(label)
    });
    here.chain([ActionView::new(Action::ReadElsewhere, Place::Inline)]).collect()
}

fn whose_server(plan: &Plan) -> Ask {
    let stranger = plan.found.stranger.clone().unwrap_or_else(|| unnamed(plan));
    let care = stranger.look_alike.then(|| {
        Text::new("question-look-alike")
            .with("domain", written(&stranger.domain))
            .with("server", written(&stranger.server))
    });
    Ask::Organisation {
        why: Text::new(named_by(stranger.named_by)).with("domain", written(&stranger.domain)),
        domain: stranger.domain,
        server: stranger.server,
        host: plan.host(),
        care,
    }
}

/// The sentence about who named the server.
fn named_by(source: EvidenceSource) -> &'static str {
    use EvidenceSource as By;
    match source {
        By::Autoconfig | By::WellKnown => "question-named-by-file",
        By::Ispdb => "question-named-by-ispdb",
        By::Probe => "question-named-by-trying",
        By::DomainTable
        | By::Mx
        | By::Ns
        | By::Ptr
        | By::Srv
        | By::Pacc
        | By::OpenidConfiguration
        | By::Spf
        | By::Dkim => "question-named-by-dns",
    }
}

/// A plan from before the program wrote down who named the server.
fn unnamed(plan: &Plan) -> Stranger {
    let whole = |name: &str| Organisation {
        name: vec![NamePiece { text: name.to_owned(), odd: false }],
        ascii: None,
    };
    let domain = plan.found.address.rsplit_once('@').map_or("", |(_, domain)| domain);
    Stranger {
        domain: whole(domain),
        server: whole(&plan.host()),
        look_alike: false,
        named_by: EvidenceSource::Probe,
    }
}

/// The name in letters that cannot deceive.
fn written(organisation: &Organisation) -> String {
    if let Some(ascii) = &organisation.ascii {
        return ascii.clone();
    }
    organisation.name.iter().map(|piece| piece.text.as_str()).collect()
}
