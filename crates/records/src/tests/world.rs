//! A resolver and a web that answer as a test says; what is not in the script does not exist.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Mutex;

use contract::Security;
use discovery::{
    Answer, LookupFault, MxRecord, Page, Ports, Probe, ProbeFault, Resolver, SrvRecord, SubmissionOffer, Web,
    WebFault,
};

#[derive(Default)]
pub(super) struct World {
    mx: BTreeMap<String, Vec<MxRecord>>,
    texts: BTreeMap<String, Vec<String>>,
    aliases: BTreeMap<String, String>,
    mute: Vec<String>,
    pages: BTreeMap<String, String>,
    silent: bool,
    fetched: Mutex<Vec<String>>,
}

impl World {
    pub(super) fn mx(mut self, domain: &str, hosts: &[&str]) -> Self {
        let records = hosts.iter().zip((1..).map(|step| step * 10));
        let records = records.map(|(host, preference)| MxRecord { preference, exchange: (*host).to_owned() });
        self.mx.insert(domain.to_owned(), records.rev_order());
        self
    }

    pub(super) fn text(mut self, name: &str, text: &str) -> Self {
        self.texts.entry(name.to_owned()).or_default().push(text.to_owned());
        self
    }

    pub(super) fn alias(mut self, name: &str, target: &str) -> Self {
        self.aliases.insert(name.to_owned(), target.to_owned());
        self
    }

    /// Nobody answers for this name.
    pub(super) fn mute(mut self, name: &str) -> Self {
        self.mute.push(name.to_owned());
        self
    }

    pub(super) fn page(mut self, url: &str, body: &str) -> Self {
        self.pages.insert(url.to_owned(), body.to_owned());
        self
    }

    /// Nobody answers at all.
    pub(super) fn silent(mut self) -> Self {
        self.silent = true;
        self
    }

    pub(super) fn fetched(&self) -> Vec<String> {
        self.fetched.lock().unwrap().clone()
    }

    pub(super) fn ports(&self) -> Ports<'_> {
        Ports { resolver: self, web: self, probe: self }
    }

    fn said<T>(&self, name: &str, answer: Option<T>) -> Result<T, LookupFault> {
        if self.silent || self.mute.iter().any(|mute| mute == name) {
            return Err(LookupFault::Network);
        }
        answer.ok_or(LookupFault::NoSuchName)
    }
}

/// The last first, as a resolver may tell them.
trait RevOrder {
    fn rev_order(self) -> Vec<MxRecord>;
}

impl<I: Iterator<Item = MxRecord>> RevOrder for I {
    fn rev_order(self) -> Vec<MxRecord> {
        let mut records: Vec<MxRecord> = self.collect();
        records.reverse();
        records
    }
}

impl Resolver for World {
    fn mx<'a>(&'a self, domain: &'a str) -> Answer<'a, Result<Vec<MxRecord>, LookupFault>> {
        Box::pin(async move { self.said(domain, self.mx.get(domain).cloned()) })
    }

    fn srv<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<SrvRecord>, LookupFault>> {
        Box::pin(async move { self.said(name, None) })
    }

    fn addresses<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<IpAddr>, LookupFault>> {
        Box::pin(async move { self.said(name, None) })
    }

    fn pointers(&self, _address: IpAddr) -> Answer<'_, Result<Vec<String>, LookupFault>> {
        Box::pin(async move { self.said("", None) })
    }

    fn name_servers<'a>(&'a self, domain: &'a str) -> Answer<'a, Result<Vec<String>, LookupFault>> {
        Box::pin(async move { self.said(domain, None) })
    }

    fn texts<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<String>, LookupFault>> {
        Box::pin(async move {
            let at = self.aliases.get(name).map_or(name, String::as_str);
            self.said(name, self.texts.get(at).cloned())
        })
    }

    fn alias<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Option<String>, LookupFault>> {
        Box::pin(async move { self.said(name, self.aliases.get(name).cloned().map(Some)) })
    }
}

impl Web for World {
    fn get<'a>(&'a self, url: &'a str) -> Answer<'a, Result<Page, WebFault>> {
        Box::pin(async move {
            self.fetched.lock().unwrap().push(url.to_owned());
            if self.silent {
                return Err(WebFault::Network);
            }
            let body = self.pages.get(url).ok_or(WebFault::Status(400))?.clone().into_bytes();
            Ok(Page { body, host: "login.microsoftonline.com".to_owned() })
        })
    }
}

impl Probe for World {
    fn probe<'a>(
        &'a self,
        _host: &'a str,
        _port: u16,
        _security: Security,
    ) -> Answer<'a, Result<SubmissionOffer, ProbeFault>> {
        Box::pin(async move { Err(ProbeFault::Network) })
    }
}
