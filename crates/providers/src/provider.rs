//! One row of the table: a mail service as far as sending needs it.

use contract::{
    AccountKind, Login, MailboxServer, Protocol, Security, Server, StepPicture, UserName, Verdict,
};

use crate::shape::Shape;

/// A mail service.
#[derive(Debug, PartialEq, Eq)]
pub struct Provider {
    /// Stable name in texts, rules and JSON, such as `icloud`.
    pub id: &'static str,
    /// The brand as people know it.
    pub name: &'static str,
    /// The brand as it is written in Japanese, where that differs.
    pub name_ja: Option<&'static str>,
    /// Whose account it is.
    pub kind: Kind,
    /// Submission servers, the preferred one first. Empty where they are not known or there are none.
    pub submission: &'static [Host],
    /// Servers for reading, the preferred one first.
    pub retrieval: &'static [(Protocol, Host)],
    /// The user name for sending.
    pub user_name: NameForm,
    /// The user name for reading, where it is another one.
    pub retrieval_user_name: Option<NameForm>,
    /// The ways to sign in, the preferred one first.
    pub logins: &'static [Login],
    /// What can be said before a password is asked.
    pub verdict: Verdict,
    /// What has to be done at the service first. Where the verdict is `Ready` it holds for app passwords only.
    pub preparation: Option<&'static Preparation>,
    /// For a service that cannot be used: why, and what is left.
    pub way_out: Option<WayOut>,
    /// The mailbox in the browser.
    pub webmail: Option<&'static str>,
}

/// How a provider maps to an [`AccountKind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// gmail.com.
    GooglePersonal,
    /// A domain at Google.
    GoogleWorkspace,
    /// outlook.com and its family.
    MicrosoftPersonal,
    /// A domain at Microsoft 365.
    Microsoft365,
    /// The same in the cloud of the US government.
    Microsoft365Gov,
    /// The same in China.
    Microsoft365China,
    /// Any other mailbox.
    Mailbox,
    /// No outside program can use it, or it has ended.
    Closed,
}

/// A host with its port. The name may hold `{domain}` (the mail domain) or `{mx}` (its MX host).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Host {
    /// Host name or its form.
    pub name: &'static str,
    /// TCP port.
    pub port: u16,
    /// Protection of the connection.
    pub security: Security,
}

/// What the server expects as user name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameForm {
    /// The whole address.
    Address,
    /// The part before the `@`.
    LocalPart,
    /// See [`UserName::Template`].
    Template(&'static str),
}

/// What has to be done at the service before it works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preparation {
    /// What to do.
    pub panel: &'static Panel,
    /// What to do for an app password, where that is another road than the mailbox's own password.
    pub app_panel: Option<&'static Panel>,
    /// The page on which it is done, always https.
    pub page: Option<&'static str>,
    /// The page on which two-step sign-in is turned on, always https.
    pub two_step_page: Option<&'static str>,
    /// What the app password looks like.
    pub shape: Option<Shape>,
    /// Two-step sign-in has to be on.
    pub two_step: bool,
    /// Access for other programs has to be switched on in the mailbox's settings.
    pub switch_on: bool,
    /// Mail has a password of its own, beside that of the account.
    pub separate_password: bool,
    /// Only a paid plan admits other programs.
    pub paid_plan: bool,
    /// An administrator may have to allow it.
    pub administrator: bool,
    /// The page opens over the mobile line only (Wi-Fi off).
    pub mobile_line: bool,
}

/// What a person does at a service, step by step.
#[derive(Debug, PartialEq, Eq)]
pub struct Panel {
    /// The middle of the text ids: `prepare-NAME-1`, `prepare-NAME-2`, ...
    pub name: &'static str,
    /// The drawing of each step, in order; there are as many texts.
    pub steps: &'static [StepPicture],
    /// What must be so beforehand, where the other fields of the [`Preparation`] do not say it: the end of the text id
    /// `prepare-before-...`.
    pub before: Option<&'static str>,
}

/// Why a service cannot be used, and what is left to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOut {
    /// Only with the service's own helper program on this computer, in a paid plan.
    Bridge,
    /// Only with the service's own program or web page.
    OwnProgram,
    /// The service has ended.
    Ended {
        /// The day, `2026-02-25`.
        since: &'static str,
    },
}

impl Preparation {
    /// The end of the text id `prepare-before-...` of what must be so before `panel` can be followed.
    pub fn before(&self, panel: &Panel) -> Option<&'static str> {
        panel
            .before
            .or(self.two_step.then_some("two-step"))
            .or(self.mobile_line.then_some("mobile-line"))
            .or(self.administrator.then_some("administrator"))
            .or(self.paid_plan.then_some("paid-plan"))
    }
}

impl Panel {
    /// The text id of each step with its drawing, in order.
    pub fn lines(&self) -> impl Iterator<Item = (String, StepPicture)> {
        self.steps
            .iter()
            .zip(1..)
            .map(|(picture, number)| (format!("prepare-{}-{number}", self.name), *picture))
    }
}

impl Provider {
    /// The kind of account in the border's words.
    pub fn account_kind(&self) -> AccountKind {
        match self.kind {
            Kind::GooglePersonal => AccountKind::GooglePersonal,
            Kind::GoogleWorkspace => AccountKind::GoogleWorkspace,
            Kind::MicrosoftPersonal => AccountKind::MicrosoftPersonal,
            Kind::Microsoft365 => AccountKind::Microsoft365,
            Kind::Microsoft365Gov => AccountKind::Microsoft365Gov,
            Kind::Microsoft365China => AccountKind::Microsoft365China,
            Kind::Mailbox => AccountKind::Mailbox(self.id.to_owned()),
            Kind::Closed => AccountKind::Closed,
        }
    }

    /// Servers for reading, with those left out that need an MX host when `mx` is `None`.
    pub fn mailbox_servers(&self, domain: &str, mx: Option<&str>) -> Vec<MailboxServer> {
        self.retrieval
            .iter()
            .filter_map(|(protocol, host)| {
                Some(MailboxServer { protocol: *protocol, server: host.server(domain, mx)? })
            })
            .collect()
    }

    /// The user name for reading.
    pub fn mailbox_user_name(&self) -> UserName {
        self.retrieval_user_name.unwrap_or(self.user_name).user_name()
    }
}

impl Host {
    /// The server for `domain`. `None` when the name needs the MX host and there is none.
    pub fn server(&self, domain: &str, mx: Option<&str>) -> Option<Server> {
        let host = match (self.needs_mx(), mx) {
            (true, None) => return None,
            (true, Some(mx)) => self.name.replace("{mx}", mx),
            (false, _) => self.name.replace("{domain}", domain),
        };
        Some(Server { host, port: self.port, security: self.security })
    }

    /// True when the name is made of the MX host.
    pub fn needs_mx(&self) -> bool {
        self.name.contains("{mx}")
    }
}

impl NameForm {
    /// The same in the border's words.
    pub fn user_name(self) -> UserName {
        match self {
            Self::Address => UserName::Address,
            Self::LocalPart => UserName::LocalPart,
            Self::Template(form) => UserName::Template(form.to_owned()),
        }
    }
}

impl WayOut {
    /// The end of the text ids `way-out-...`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Bridge => "bridge",
            Self::OwnProgram => "own-program",
            Self::Ended { .. } => "ended",
        }
    }
}
