//! Typing the outgoing server. There is no incoming half: this program sends.

use contract::{
    Action, ActionView, FieldId, Login, Place, Screen, SecretSlot, Security, Server, StepName, Text,
};

use super::{Address, Check, Step};
use crate::context::{Context, marks};
use crate::message::{JobId, News};
use crate::model::{Plan, SecretRef, SecretShape, SecretSource};
use crate::wizard::{Face, Press};

/// The screen with the server's fields.
#[derive(Debug, Clone)]
pub(crate) struct ByHand {
    pub(crate) plan: Plan,
    host: String,
    port: String,
    security: String,
    user_name: String,
    pub(crate) secret: Option<SecretRef>,
    shape: SecretShape,
    error: Option<Text>,
}

impl ByHand {
    /// The screen, filled with what is known.
    pub(crate) fn new(plan: Plan) -> Self {
        let server = plan.servers().into_iter().next();
        let user_name = plan.user_name.clone().unwrap_or_default();
        Self {
            host: server.as_ref().map(|server| server.host.clone()).unwrap_or_default(),
            port: server.as_ref().map(|server| server.port.to_string()).unwrap_or_default(),
            security: server
                .as_ref()
                .map(|server| security_name(server.security).to_owned())
                .unwrap_or_default(),
            user_name,
            plan,
            secret: None,
            shape: SecretShape::default(),
            error: None,
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(mut self, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::ConnectAndSend => {
                self.host = tidy_host(&press.field(FieldId::Host));
                self.port = press.field(FieldId::Port).trim().to_owned();
                self.security = press.field(FieldId::Security);
                self.user_name = press.field(FieldId::UserName).trim().to_owned();
                let servers = match servers(&self.host, &self.port, &self.security) {
                    Ok(servers) => servers,
                    Err(error) => {
                        self.error = Some(Text::new(error));
                        return Step::ByHand(self);
                    }
                };
                let Some(secret) = self.secret.filter(|_| !self.shape.empty) else {
                    self.error = Some(Text::new("error-password-empty"));
                    return Step::ByHand(self);
                };
                let mut plan = self.plan;
                // Who is known for reading goes with who is known for sending, and is shown no password for somebody else.
                if plan.servers().iter().all(|known| known.host != self.host) {
                    plan.found.retrieval.clear();
                }
                plan.servers = servers;
                plan.user_name = Some(self.user_name).filter(|name| !name.is_empty());
                if plan.login == Login::OAuth {
                    plan.login = Login::Password;
                }
                Step::Check(Box::new(Check::start(plan, SecretSource::Pending(secret), context)))
            }
            Action::Back => Step::Address(Address::with(self.plan.found.address)),
            _ => Step::ByHand(self),
        }
    }

    pub(crate) fn on_secret(mut self, slot: SecretSlot, secret: SecretRef, shape: SecretShape) -> Step {
        if slot == SecretSlot::Password {
            self.secret = Some(secret);
            self.shape = shape;
            self.error = None;
        }
        Step::ByHand(self)
    }

    pub(crate) fn on_news(self, _id: JobId, _news: News, _context: &mut Context) -> Step {
        Step::ByHand(self)
    }

    pub(crate) fn face(&self, _context: &Context) -> Face {
        Face {
            steps: marks(StepName::Connect),
            announce: self.error.clone(),
            screen: Screen::ByHand {
                address: self.plan.found.address.clone(),
                host: self.host.clone(),
                port: self.port.clone(),
                security: self.security.clone(),
                user_name: self.user_name.clone(),
                slot: SecretSlot::Password,
                error: self.error.clone(),
            },
            actions: vec![
                ActionView::new(Action::ConnectAndSend, Place::Main),
                ActionView::new(Action::Back, Place::Back),
            ],
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        Vec::new()
    }
}

fn security_name(security: Security) -> &'static str {
    match security {
        Security::Tls => "tls",
        Security::Starttls => "starttls",
    }
}

/// Half-width and without blanks around it.
pub(crate) fn half_width(typed: &str) -> String {
    let half = |letter| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    };
    typed.trim().chars().map(half).collect()
}

/// What people paste as a server name, down to the name: no scheme, no path, half-width, lower case.
pub(crate) fn tidy_host(typed: &str) -> String {
    let folded = half_width(typed).replace('。', ".");
    let name = folded.rsplit("://").next().unwrap_or_default();
    let name = name.split('/').next().unwrap_or_default();
    name.trim().trim_end_matches('.').to_ascii_lowercase()
}

/// The servers to try. With an empty port both doors are tried, the safer first (RFC 8314, section 3.3).
fn servers(host: &str, port: &str, security: &str) -> Result<Vec<Server>, &'static str> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '.';
    if host.is_empty() {
        return Err("error-host-empty");
    }
    if !host.contains('.')
        || host.len() > 253
        || !host.chars().all(plain)
        || host.split('.').any(str::is_empty)
    {
        return Err("error-host-shape");
    }
    let wanted = match security {
        "tls" => Some(Security::Tls),
        "starttls" => Some(Security::Starttls),
        _ => None,
    };
    let at = |port: u16, security: Security| Server { host: host.to_owned(), port, security };
    if port.is_empty() {
        return Ok(match wanted {
            Some(Security::Tls) => vec![at(465, Security::Tls)],
            Some(Security::Starttls) => vec![at(587, Security::Starttls)],
            None => vec![at(465, Security::Tls), at(587, Security::Starttls)],
        });
    }
    let port: u16 = port.parse().ok().filter(|port| *port > 0).ok_or("error-port")?;
    Ok(match (wanted, port) {
        (Some(security), _) => vec![at(port, security)],
        (None, 465) => vec![at(port, Security::Tls)],
        (None, 25 | 587 | 2525) => vec![at(port, Security::Starttls)],
        (None, _) => vec![at(port, Security::Tls), at(port, Security::Starttls)],
    })
}
