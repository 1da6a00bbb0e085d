//! A scripted world: what the resolver, the web and the submission ports answer, and after how long.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Mutex;
use std::time::Duration;

use contract::Security;

use crate::{
    Answer, Discovered, Failure, Found, Limits, LookupFault, MxRecord, Page, Ports, Probe, ProbeFault,
    Progress, Resolver, SrvRecord, SubmissionOffer, Web, WebFault, discover,
};

/// An answer after so many milliseconds comes after the end of every search.
pub(super) const NEVER: u64 = 60_000;

type Timed<T> = (u64, T);

/// Names that are not in the script: exist without MX, without SRV, without web server, without submission port.
#[derive(Default)]
pub(super) struct World {
    mx: BTreeMap<String, Timed<Result<Vec<MxRecord>, LookupFault>>>,
    srv: BTreeMap<String, Timed<Result<Vec<SrvRecord>, LookupFault>>>,
    address: BTreeMap<String, Timed<Result<Vec<IpAddr>, LookupFault>>>,
    pointers: BTreeMap<IpAddr, Timed<Result<Vec<String>, LookupFault>>>,
    servers: BTreeMap<String, Timed<Result<Vec<String>, LookupFault>>>,
    texts: BTreeMap<String, Timed<Result<Vec<String>, LookupFault>>>,
    aliases: BTreeMap<String, Timed<Result<Option<String>, LookupFault>>>,
    /// Every answer after this long, except those that never come.
    every: Option<u64>,
    limits: Option<Limits>,
    pages: BTreeMap<String, Timed<Result<Page, WebFault>>>,
    knocks: BTreeMap<(String, u16), Timed<Result<SubmissionOffer, ProbeFault>>>,
    all_web: Option<Timed<WebFault>>,
    all_dns: Option<Timed<LookupFault>>,
    all_knocks: Option<Timed<ProbeFault>>,
    asked: Mutex<Vec<String>>,
    cancelled: Mutex<Vec<String>>,
    progress: Mutex<Vec<Progress>>,
}

impl World {
    pub(super) fn mx(mut self, domain: &str, ms: u64, hosts: &[&str]) -> Self {
        let records = hosts.iter().zip((1..).map(|step| step * 10));
        let records =
            records.map(|(host, preference)| MxRecord { preference, exchange: (*host).to_owned() }).collect();
        self.mx.insert(domain.to_owned(), (ms, Ok(records)));
        self
    }

    pub(super) fn mx_fault(mut self, domain: &str, ms: u64, fault: LookupFault) -> Self {
        self.mx.insert(domain.to_owned(), (ms, Err(fault)));
        self
    }

    pub(super) fn no_address(mut self, domain: &str) -> Self {
        self.address.insert(domain.to_owned(), (5, Ok(Vec::new())));
        self
    }

    pub(super) fn address(mut self, name: &str, ms: u64, addresses: &[&str]) -> Self {
        let addresses = addresses.iter().map(|address| address.parse().unwrap()).collect();
        self.address.insert(name.to_owned(), (ms, Ok(addresses)));
        self
    }

    pub(super) fn pointer(mut self, address: &str, ms: u64, name: &str) -> Self {
        self.pointers.insert(address.parse().unwrap(), (ms, Ok(vec![name.to_owned()])));
        self
    }

    pub(super) fn name_servers(mut self, domain: &str, ms: u64, names: &[&str]) -> Self {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        self.servers.insert(domain.to_owned(), (ms, Ok(names)));
        self
    }

    pub(super) fn text(mut self, name: &str, ms: u64, text: &str) -> Self {
        self.texts.insert(name.to_owned(), (ms, Ok(vec![text.to_owned()])));
        self
    }

    pub(super) fn alias(mut self, name: &str, ms: u64, target: &str) -> Self {
        self.aliases.insert(name.to_owned(), (ms, Ok(Some(target.to_owned()))));
        self
    }

    /// Every answer comes after this long, except those of [`NEVER`].
    pub(super) fn every(mut self, ms: u64) -> Self {
        self.every = Some(ms);
        self
    }

    pub(super) fn limits(mut self, limits: Limits) -> Self {
        self.limits = Some(limits);
        self
    }

    pub(super) fn srv(mut self, name: &str, ms: u64, records: &[(u16, u16, u16, &str)]) -> Self {
        let read = |&(priority, weight, port, target): &(u16, u16, u16, &str)| SrvRecord {
            priority,
            weight,
            port,
            target: target.to_owned(),
        };
        self.srv.insert(name.to_owned(), (ms, Ok(records.iter().map(read).collect())));
        self
    }

    pub(super) fn page(self, url: &str, ms: u64, body: &str) -> Self {
        let host = url.trim_start_matches("https://").split('/').next().unwrap_or_default().to_owned();
        self.page_from(url, ms, body, &host)
    }

    pub(super) fn page_from(mut self, url: &str, ms: u64, body: &str, host: &str) -> Self {
        let page = Page { body: body.as_bytes().to_vec(), host: host.to_owned() };
        self.pages.insert(url.to_owned(), (ms, Ok(page)));
        self
    }

    pub(super) fn page_fault(mut self, url: &str, ms: u64, fault: WebFault) -> Self {
        self.pages.insert(url.to_owned(), (ms, Err(fault)));
        self
    }

    pub(super) fn web_fault(mut self, ms: u64, fault: WebFault) -> Self {
        self.all_web = Some((ms, fault));
        self
    }

    pub(super) fn dns_fault(mut self, ms: u64, fault: LookupFault) -> Self {
        self.all_dns = Some((ms, fault));
        self
    }

    pub(super) fn knock_fault(mut self, ms: u64, fault: ProbeFault) -> Self {
        self.all_knocks = Some((ms, fault));
        self
    }

    pub(super) fn knock(mut self, host: &str, port: u16, ms: u64, answer: Result<bool, ProbeFault>) -> Self {
        let answer = answer.map(|takes_password| SubmissionOffer { takes_password });
        self.knocks.insert((host.to_owned(), port), (ms, answer));
        self
    }

    /// A search of which no question is expected.
    pub(super) async fn discover(&self, domain: &str) -> Result<Found, Failure> {
        match self.search(domain).await? {
            Discovered::Found(found) => Ok(found),
            Discovered::Doubt(doubt) => panic!("{doubt:?}"),
        }
    }

    pub(super) async fn search(&self, domain: &str) -> Result<Discovered, Failure> {
        let ports = Ports { resolver: self, web: self, probe: self };
        let told = |step| self.progress.lock().unwrap().push(step);
        discover(domain, ports, self.limits.unwrap_or_default(), &told).await
    }

    pub(super) fn asked(&self) -> Vec<String> {
        let mut asked = self.asked.lock().unwrap().clone();
        asked.sort();
        asked
    }

    pub(super) fn cancelled(&self) -> Vec<String> {
        self.cancelled.lock().unwrap().clone()
    }

    pub(super) fn progress(&self) -> Vec<Progress> {
        self.progress.lock().unwrap().clone()
    }

    fn look_up<'a, T: Clone + Send + 'a>(
        &'a self,
        asked: String,
        known: Option<&Timed<Result<T, LookupFault>>>,
        usual: impl FnOnce() -> Timed<Result<T, LookupFault>>,
    ) -> Answer<'a, Result<T, LookupFault>> {
        let failing = self.all_dns.map(|(ms, fault)| (ms, Err(fault)));
        self.answer(asked, failing.or_else(|| known.cloned()).unwrap_or_else(usual))
    }

    fn answer<'a, T: Send + 'a>(&'a self, name: String, timed: Timed<T>) -> Answer<'a, T> {
        self.asked.lock().unwrap().push(name.clone());
        let ms = self.every.filter(|_| timed.0 < NEVER).unwrap_or(timed.0);
        let watch = Watch { world: self, name: Some(name) };
        Box::pin(async move {
            tokio::time::sleep(Duration::from_millis(ms)).await;
            watch.answered();
            timed.1
        })
    }
}

/// Notes when a question is dropped before its answer.
struct Watch<'a> {
    world: &'a World,
    name: Option<String>,
}

impl Watch<'_> {
    fn answered(mut self) {
        self.name = None;
    }
}

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        if let Some(name) = self.name.take() {
            self.world.cancelled.lock().unwrap().push(name);
        }
    }
}

impl Resolver for World {
    fn mx<'a>(&'a self, domain: &'a str) -> Answer<'a, Result<Vec<MxRecord>, LookupFault>> {
        self.look_up(format!("MX {domain}"), self.mx.get(domain), || (5, Ok(Vec::new())))
    }

    fn srv<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<SrvRecord>, LookupFault>> {
        self.look_up(format!("SRV {name}"), self.srv.get(name), || (5, Ok(Vec::new())))
    }

    fn addresses<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<IpAddr>, LookupFault>> {
        let usual = || (5, Ok(vec!["11.22.33.44".parse().unwrap()]));
        self.look_up(format!("A {name}"), self.address.get(name), usual)
    }

    fn pointers(&self, address: IpAddr) -> Answer<'_, Result<Vec<String>, LookupFault>> {
        let none = || (5, Err(LookupFault::NoSuchName));
        self.look_up(format!("PTR {address}"), self.pointers.get(&address), none)
    }

    fn name_servers<'a>(&'a self, domain: &'a str) -> Answer<'a, Result<Vec<String>, LookupFault>> {
        self.look_up(format!("NS {domain}"), self.servers.get(domain), || (5, Ok(Vec::new())))
    }

    fn texts<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<String>, LookupFault>> {
        self.look_up(format!("TXT {name}"), self.texts.get(name), || (5, Ok(Vec::new())))
    }

    fn alias<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Option<String>, LookupFault>> {
        self.look_up(format!("CNAME {name}"), self.aliases.get(name), || (5, Ok(None)))
    }
}

impl Web for World {
    fn get<'a>(&'a self, url: &'a str) -> Answer<'a, Result<Page, WebFault>> {
        let failing = self.all_web.map(|(ms, fault)| (ms, Err(fault)));
        let timed = self.pages.get(url).cloned().or(failing).unwrap_or((10, Err(WebFault::NoSuchHost)));
        self.answer(url.to_owned(), timed)
    }
}

impl Probe for World {
    fn probe<'a>(
        &'a self,
        host: &'a str,
        port: u16,
        security: Security,
    ) -> Answer<'a, Result<SubmissionOffer, ProbeFault>> {
        assert_eq!(security == Security::Tls, port == 465);
        let failing = self.all_knocks.map(|(ms, fault)| (ms, Err(fault)));
        let timed = self.knocks.get(&(host.to_owned(), port)).copied().or(failing);
        self.answer(format!("{host}:{port}"), timed.unwrap_or((10, Err(ProbeFault::NoSuchHost))))
    }
}

/// An autoconfig file with one submission and one IMAP server.
pub(super) fn file(smtp: &str, imap: &str) -> String {
    format!(
        "<clientConfig version=\"1.1\"><emailProvider><displayName>Example</displayName>\
         <incomingServer type=\"imap\"><hostname>{imap}</hostname><port>993</port><socketType>SSL</socketType>\
         <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>\
         <outgoingServer type=\"smtp\"><hostname>{smtp}</hostname><port>465</port><socketType>SSL</socketType>\
         <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></outgoingServer>\
         </emailProvider></clientConfig>"
    )
}

pub(super) const AUTOCONFIG: &str = "https://autoconfig.example.jp/mail/config-v1.1.xml";
pub(super) const WELL_KNOWN: &str = "https://example.jp/.well-known/autoconfig/mail/config-v1.1.xml";
pub(super) const ISPDB: &str = "https://v1.ispdb.net/example.jp";

/// Microsoft's openid-configuration of a domain with a tenant in this cloud.
pub(super) fn tenant(cloud: &str) -> String {
    format!(
        "{{\"issuer\":\"https://sts.example/72f988bf-0000-41af-91ab-2d7cd011db47/v2.0\",\
         \"tenant_region_scope\":\"AS\",\"cloud_instance_name\":\"{cloud}\"}}"
    )
}
