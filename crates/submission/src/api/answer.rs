//! An API's answer that says no: Google's and Microsoft's JSON, or whatever else stands in its place.

use std::time::Duration;

use serde_json::Value;

/// Names beyond this many are not kept.
const MOST_NAMES: usize = 16;
/// A name longer than this is none.
const LONGEST_NAME: usize = 80;
/// More of the words is not kept.
const LONGEST_MESSAGE: usize = 2_048;

/// What an API answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ApiAnswer {
    /// The HTTP status; `None` for pasted words that do not tell it.
    pub status: Option<u16>,
    /// The error's names, such as `accessNotConfigured` or `ErrorSendAsDenied`: as a rule several for one error.
    pub names: Vec<String>,
    /// The words, as they came and not yet made harmless (see crate `diagnosis`).
    pub message: String,
    /// How long to wait, where the answer says so (RFC 9110 section 10.2.3).
    pub retry_after: Option<Duration>,
}

impl ApiAnswer {
    /// Reads a body. Words that are no JSON become the message.
    pub fn read(status: Option<u16>, body: &[u8]) -> Self {
        let mut answer = Self { status, ..Self::default() };
        match serde_json::from_slice::<Value>(body).as_ref().map(error_in) {
            Ok(Some(error)) => answer.learn(error),
            Ok(None) | Err(_) => answer.message = cut(&String::from_utf8_lossy(body)),
        }
        answer
    }

    /// Finds the error in pasted words: JSON within a sentence, a log line or a whole HTTP answer. `None` where there
    /// is no such object.
    pub fn find(text: &str) -> Option<Self> {
        // A paste has few of them, and each try costs the whole rest.
        for (at, _) in text.match_indices('{').take(8) {
            let mut values = serde_json::Deserializer::from_str(&text[at..]).into_iter::<Value>();
            let Some(Ok(value)) = values.next() else { continue };
            let Some(error) = error_in(&value) else { continue };
            let status = error.get("code").and_then(Value::as_u64).and_then(|code| u16::try_from(code).ok());
            let mut answer = Self { status, ..Self::default() };
            answer.learn(error);
            return Some(answer);
        }
        None
    }

    /// Whether the error has this name, in any case.
    pub fn is_named(&self, name: &str) -> bool {
        self.names.iter().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// Whether it speaks of the token or its rights, and not of the message.
    pub fn is_about_the_token(&self) -> bool {
        const RIGHTS: [&str; 9] = [
            "accessNotConfigured",
            "SERVICE_DISABLED",
            "insufficientPermissions",
            "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
            "insufficient_scope",
            "domainPolicy",
            "ErrorAccessDenied",
            "AccessDenied",
            "Authorization_RequestDenied",
        ];
        let names_a_right = RIGHTS.iter().any(|name| self.is_named(name));
        match self.status {
            Some(401) => true,
            Some(403) => self.names.is_empty() || names_a_right,
            Some(_) => false,
            None => names_a_right || self.is_named("InvalidAuthenticationToken"),
        }
    }

    /// The name a `WWW-Authenticate` header gives (RFC 6750 section 3).
    pub(crate) fn learn_challenge(&mut self, header: &str) {
        let name = header.split_once("error=\"").and_then(|(_, rest)| rest.split('"').next());
        self.add_name(name);
    }

    /// The same with what was sent as a secret taken out.
    pub(crate) fn without(mut self, secret: &str) -> Self {
        for text in self.names.iter_mut().chain([&mut self.message]) {
            if text.contains(secret) {
                *text = text.replace(secret, "***");
            }
        }
        self
    }

    /// `error` is Google's `{code: 403, errors: [{reason}], status, details: [{reason}]}` or Microsoft's
    /// `{code: "Error...", innerError: {code}}`.
    fn learn(&mut self, error: &Value) {
        let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        self.message = cut(&text(error, "message").unwrap_or_default());
        self.add_name(text(error, "code").as_deref());
        for list in ["errors", "details"] {
            let rows = error.get(list).and_then(Value::as_array);
            for row in rows.into_iter().flatten().take(MOST_NAMES) {
                self.add_name(text(row, "reason").as_deref());
            }
        }
        self.add_name(text(error, "status").as_deref());
        let mut inner = error.get("innerError").or_else(|| error.get("innererror"));
        while let Some(deeper) = inner.filter(|_| self.names.len() < MOST_NAMES) {
            self.add_name(text(deeper, "code").as_deref());
            inner = deeper.get("innerError").or_else(|| deeper.get("innererror"));
        }
    }

    fn add_name(&mut self, name: Option<&str>) {
        let Some(name) = name else { return };
        let is_name = !name.is_empty()
            && name.len() <= LONGEST_NAME
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'));
        if is_name && self.names.len() < MOST_NAMES && !self.is_named(name) {
            self.names.push(name.to_owned());
        }
    }
}

/// The error object; an OAuth answer has a word in its place (RFC 6749 section 5.2).
fn error_in(value: &Value) -> Option<&Value> {
    let value = value.as_array().and_then(|list| list.first()).unwrap_or(value);
    value.get("error").filter(|error| error.is_object())
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST_MESSAGE).collect()
}
