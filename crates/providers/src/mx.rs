//! Whose an MX host is. The patterns are explained at the head of `data/mx.toml`.

use crate::lookup::lower;
use crate::provider::{NameForm, Provider};
use crate::tables::{MX, PROVIDERS};

/// What an MX host says about the mailbox behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MxMatch {
    /// The mailbox is at this provider.
    Provider {
        /// Which one.
        provider: &'static Provider,
        /// True when only the provider itself can run a host of this name.
        own_host: bool,
        /// The user name that an own domain has there.
        user_name: NameForm,
    },
    /// A filter stands before the real mailbox, which stays unknown.
    Gateway(&'static str),
    /// The mail is passed on elsewhere: there is no submission server here.
    Forwarder(&'static str),
}

/// The same in the generated table, where a provider is an index.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target {
    Provider(u16, bool, Option<NameForm>),
    Gateway(&'static str),
    Forwarder(&'static str),
}

/// The owner of an MX host name; letter case and a final dot do not matter. The most exact pattern wins.
pub fn by_mx(host: &str) -> Option<MxMatch> {
    let host = lower(host);
    let (_, target) = MX.iter().find(|(pattern, _)| matches(pattern, &host))?;
    Some(match *target {
        Target::Provider(index, own_host, user_name) => {
            let provider = PROVIDERS.get(usize::from(index))?;
            MxMatch::Provider { provider, own_host, user_name: user_name.unwrap_or(provider.user_name) }
        }
        Target::Gateway(name) => MxMatch::Gateway(name),
        Target::Forwarder(name) => MxMatch::Forwarder(name),
    })
}

pub(crate) fn matches(pattern: &str, host: &str) -> bool {
    if let Some(suffix) = pattern.strip_prefix('.') {
        return host.strip_suffix(suffix).is_some_and(|rest| rest.len() > 1 && rest.ends_with('.'));
    }
    let mut labels = host.split('.');
    pattern.split('.').all(|part| labels.next().is_some_and(|label| glob(part.as_bytes(), label.as_bytes())))
        && labels.next().is_none()
}

/// `#` is one or more digits, `*` is one or more of anything.
fn glob(pattern: &[u8], text: &[u8]) -> bool {
    let Some((first, rest)) = pattern.split_first() else { return text.is_empty() };
    match first {
        b'#' | b'*' => (1..=text.len())
            .take_while(|end| *first == b'*' || text.get(end - 1).is_some_and(u8::is_ascii_digit))
            .any(|end| text.get(end..).is_some_and(|text| glob(rest, text))),
        _ => text.split_first().is_some_and(|(letter, text)| letter == first && glob(rest, text)),
    }
}
