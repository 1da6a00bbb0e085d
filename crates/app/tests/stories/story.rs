//! One story: what is pressed, how time passes, and what is shown after each step.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::{App, Start};
use contract::{Action, Command, Field, FieldId, Language, ProblemCode, Screen, SecretSlot, View};
use serde::Serialize;
use testkit::ports::World;
use tokio::runtime::Handle;
use tokio::time::sleep;
use wizard::{Clients, Program};

/// Long enough for everything that waits for nothing.
const A_MOMENT: Duration = Duration::from_millis(5);

pub(crate) struct Story {
    pub(crate) world: World,
    pub(crate) presses: usize,
    app: App,
    published: Arc<Mutex<Vec<View>>>,
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    step: String,
    view: View,
}

impl Story {
    /// A first run.
    pub(crate) async fn begin() -> Self {
        Self::from(World::default(), start()).await
    }

    /// A run with something behind it.
    pub(crate) async fn from(world: World, start: Start) -> Self {
        // What a run begins with is what it has read.
        world.files.accounts.lock().unwrap().clone_from(&start.accounts);
        let app = App::start(&Handle::current(), world.ports(), start);
        let published: Arc<Mutex<Vec<View>>> = Arc::default();
        let sink = Arc::clone(&published);
        let first = app.attach(move |view| sink.lock().unwrap().push(view.clone()));
        published.lock().unwrap().push(first);
        let mut story = Self { world, presses: 0, app, published, steps: Vec::new() };
        story.settle("start").await;
        story
    }

    pub(crate) async fn press(&mut self, action: Action) -> &mut Self {
        self.press_with(action, &[]).await
    }

    pub(crate) async fn press_with(&mut self, action: Action, fields: &[(FieldId, &str)]) -> &mut Self {
        let view = self.view();
        let listed = view.actions.iter().find(|listed| listed.action == action);
        let listed = listed.unwrap_or_else(|| panic!("{action:?} is not offered on {:?}", view.screen));
        let target = listed.target.clone();
        let fields = fields.iter().map(|(id, text)| Field { id: *id, text: (*text).into() }).collect();
        self.presses += 1;
        self.app.dispatch(Command::Press { action, target, fields });
        self.settle(&format!("press {}", action.name())).await;
        self
    }

    /// Presses an action that stands there more than once.
    pub(crate) async fn press_on(&mut self, action: Action, target: &str) -> &mut Self {
        self.presses += 1;
        self.app.dispatch(Command::Press { action, target: Some(target.into()), fields: Vec::new() });
        self.settle(&format!("press {} {target}", action.name())).await;
        self
    }

    pub(crate) async fn type_address(&mut self, text: &str) -> &mut Self {
        let field = Field { id: FieldId::Address, text: text.into() };
        self.app.dispatch(Command::Edit { field });
        self.settle("type").await;
        self
    }

    pub(crate) async fn secret(&mut self, slot: SecretSlot, secret: &str) -> &mut Self {
        self.app.submit_secret(slot, secret.into());
        self.settle("hand a secret over").await;
        self
    }

    /// The window comes to the front.
    pub(crate) async fn look_again(&mut self) -> &mut Self {
        self.app.look_again();
        self.settle("come to the front").await;
        self
    }

    /// Time passes.
    pub(crate) async fn pass(&mut self, seconds: u64) -> &mut Self {
        sleep(Duration::from_secs(seconds)).await;
        self.settle(&format!("{seconds} s pass")).await;
        self
    }

    pub(crate) fn view(&self) -> View {
        self.app.view()
    }

    pub(crate) fn screen(&self) -> Screen {
        self.view().screen
    }

    pub(crate) fn offers(&self, action: Action) -> bool {
        self.view().actions.iter().any(|listed| listed.action == action)
    }

    /// The code of the card that is shown.
    pub(crate) fn code(&self) -> ProblemCode {
        match self.screen() {
            Screen::Problem { problem, .. } => problem.code,
            other => panic!("not a problem card: {other:?}"),
        }
    }

    /// Every View that was ever published, as it crosses the border.
    pub(crate) fn published(&self) -> Vec<String> {
        self.published.lock().unwrap().iter().map(|view| serde_json::to_string(view).unwrap()).collect()
    }

    /// Compares the whole story with its snapshot.
    pub(crate) fn told(&self, name: &str) {
        insta::assert_yaml_snapshot!(name, self.steps);
    }

    async fn settle(&mut self, step: &str) {
        sleep(A_MOMENT).await;
        let view = without_report(self.view());
        let view_is_new = self.steps.last().is_none_or(|last| last.view != view);
        if view_is_new || !step.starts_with("hand") {
            self.steps.push(Step { step: step.to_owned(), view });
        }
    }
}

/// What is known at a first start.
pub(crate) fn start() -> Start {
    Start {
        language: Language::Ja,
        clients: Clients {
            ids: ["google", "microsoft"].map(|name| (name.to_owned(), format!("{name}-client"))).into(),
            ..Clients::default()
        },
        policy: wizard::Policy::default(),
        program: Program { version: "0.0.0".into(), system: "test".into(), asks: false },
        accounts: Vec::new(),
        saved: None,
    }
}

/// The name of a crash report is another one each time.
fn without_report(mut view: View) -> View {
    if let Screen::Problem { problem, reason, report, .. } = &mut view.screen
        && let Some(contract::Arg::Word(name)) = problem.args.get_mut("report")
    {
        *report = report.replace(name.as_str(), "REPORT");
        if let Some(contract::Arg::Word(said)) = reason.args.get_mut("value") {
            *said = said.replace(name.as_str(), "REPORT");
        }
        *name = "REPORT".into();
    }
    view
}

/// A text of the locales, as the page is given it and a person reads it.
pub(crate) fn sentence(id: &str, args: &[(&str, &str)]) -> String {
    let text = args.iter().fold(contract::Text::new(id), |text, (name, value)| text.with(name, *value));
    words::Words::new(Language::Ja).say(&text)
}
