//! A scripted world: what is there, every answer after the same time; a few that never come.

use std::collections::{HashMap, HashSet};
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use contract::Security;
use discovery::{
    Answer, LookupFault, MxRecord, Page, Probe, ProbeFault, Resolver, SrvRecord, SubmissionOffer, Web,
    WebFault,
};

/// Longer than any search.
const NEVER: Duration = Duration::from_secs(600);
const AUTOCONFIG: &str = "https://autoconfig.example.jp/mail/config-v1.1.xml";
const WELL_KNOWN: &str = "https://example.jp/.well-known/autoconfig/mail/config-v1.1.xml";
const ISPDB: &str = "https://v1.ispdb.net/example.jp";

/// One name for a set, the questions in its longest chain, and what is there.
type Set = (&'static str, u32, fn(World) -> World);

pub(super) struct World {
    every: Duration,
    mx: Vec<&'static str>,
    srv: Option<&'static str>,
    pages: HashMap<&'static str, String>,
    knocks: HashSet<&'static str>,
    pointer: Option<&'static str>,
    silent: HashSet<&'static str>,
    questions: AtomicUsize,
}

/// Every source alone, pairs that part, and silent ones beside the one that knows.
pub(super) fn sets() -> Vec<Set> {
    vec![
        ("MX in the table", 1, |world| world.mx(&["smtp.google.com"])),
        ("autoconfig", 1, |world| world.mx(&["mx.example.jp"]).page(AUTOCONFIG)),
        ("well-known", 1, |world| world.mx(&["mx.example.jp"]).page(WELL_KNOWN)),
        ("ISPDB", 1, |world| world.mx(&["mx.example.jp"]).page(ISPDB)),
        ("SRV", 1, |world| world.mx(&["mx.example.jp"]).srv("smtp.example.jp")),
        ("MX, ISPDB of its host", 2, |world| {
            world.mx(&["mx.hoster.example"]).page("https://v1.ispdb.net/hoster.example")
        }),
        ("MX, autoconfig of its host", 2, |world| {
            world.mx(&["mx.hoster.example"]).page("https://autoconfig.hoster.example/mail/config-v1.1.xml")
        }),
        ("usual name", 2, |world| world.mx(&["mx.example.jp"]).knock("smtp.example.jp:465")),
        ("MX, address, name of the address", 3, |world| world.mx(&["example.jp"]).pointer("sv1.xserver.jp")),
        ("filter, autoconfig", 1, |world| world.mx(&["mx1.pphosted.com"]).page(AUTOCONFIG)),
        ("filter, signs", 2, |world| world.mx(&["mx1.pphosted.com"])),
        ("two services", 1, |world| world.mx(&["smtp.google.com", "x.mail.protection.outlook.com"])),
        ("MX and file part", 1, |world| world.mx(&["smtp.google.com"]).page(AUTOCONFIG)),
        ("nobody knows", 3, |world| world.mx(&["mx.example.jp"])),
        ("wrong files, ISPDB", 1, |world| {
            world.mx(&["mx.example.jp"]).wrong(AUTOCONFIG).wrong(WELL_KNOWN).page(ISPDB)
        }),
        ("MX, files silent", 1, |world| {
            world.mx(&["smtp.google.com"]).silence(AUTOCONFIG).silence(WELL_KNOWN).silence(ISPDB)
        }),
        ("autoconfig, all others silent", 1, |world| {
            world.page(AUTOCONFIG).silence(WELL_KNOWN).silence(ISPDB).silence("MX").silence("SRV")
        }),
        ("ISPDB, all others silent", 1, |world| {
            world.page(ISPDB).silence(AUTOCONFIG).silence(WELL_KNOWN).silence("MX").silence("SRV")
        }),
    ]
}

impl World {
    pub(super) fn new(every: Duration) -> Self {
        Self {
            every,
            mx: Vec::new(),
            srv: None,
            pages: HashMap::new(),
            knocks: HashSet::new(),
            pointer: None,
            silent: HashSet::new(),
            questions: AtomicUsize::new(0),
        }
    }

    /// Nobody answers anything.
    pub(super) fn silent() -> Self {
        Self::new(NEVER)
    }

    pub(super) fn questions(&self) -> usize {
        self.questions.load(Ordering::Relaxed)
    }

    fn mx(mut self, hosts: &[&'static str]) -> Self {
        self.mx = hosts.to_vec();
        self
    }

    fn srv(mut self, target: &'static str) -> Self {
        self.srv = Some(target);
        self
    }

    fn page(mut self, url: &'static str) -> Self {
        self.pages.insert(url, file());
        self
    }

    fn wrong(mut self, url: &'static str) -> Self {
        self.pages.insert(url, "<html><body>Welcome to this hotel</body></html>".to_owned());
        self
    }

    fn knock(mut self, server: &'static str) -> Self {
        self.knocks.insert(server);
        self
    }

    fn pointer(mut self, name: &'static str) -> Self {
        self.pointer = Some(name);
        self
    }

    fn silence(mut self, whom: &'static str) -> Self {
        self.silent.insert(whom);
        self
    }

    fn answer<'a, T: Send + 'a>(&'a self, whom: &str, answer: T) -> Answer<'a, T> {
        self.questions.fetch_add(1, Ordering::Relaxed);
        let after = if self.silent.contains(whom) { NEVER } else { self.every };
        Box::pin(async move {
            tokio::time::sleep(after).await;
            answer
        })
    }
}

impl Resolver for World {
    fn mx<'a>(&'a self, _domain: &'a str) -> Answer<'a, Result<Vec<MxRecord>, LookupFault>> {
        let records = (1..).zip(&self.mx);
        let records = records.map(|(preference, host)| MxRecord { preference, exchange: (*host).to_owned() });
        self.answer("MX", Ok(records.collect()))
    }

    fn srv<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<SrvRecord>, LookupFault>> {
        let target = self.srv.filter(|_| name.starts_with("_submissions."));
        let record =
            target.map(|target| SrvRecord { priority: 0, weight: 0, port: 465, target: target.to_owned() });
        self.answer("SRV", Ok(record.into_iter().collect()))
    }

    fn addresses<'a>(&'a self, _name: &'a str) -> Answer<'a, Result<Vec<IpAddr>, LookupFault>> {
        self.answer("A", Ok(vec![IpAddr::from([11, 22, 33, 44])]))
    }

    fn pointers(&self, _address: IpAddr) -> Answer<'_, Result<Vec<String>, LookupFault>> {
        self.answer("PTR", Ok(self.pointer.map(str::to_owned).into_iter().collect()))
    }

    fn name_servers<'a>(&'a self, _domain: &'a str) -> Answer<'a, Result<Vec<String>, LookupFault>> {
        self.answer("NS", Ok(Vec::new()))
    }

    fn texts<'a>(&'a self, _name: &'a str) -> Answer<'a, Result<Vec<String>, LookupFault>> {
        self.answer("TXT", Ok(Vec::new()))
    }

    fn alias<'a>(&'a self, _name: &'a str) -> Answer<'a, Result<Option<String>, LookupFault>> {
        self.answer("CNAME", Ok(None))
    }
}

impl Web for World {
    fn get<'a>(&'a self, url: &'a str) -> Answer<'a, Result<Page, WebFault>> {
        let host = url.trim_start_matches("https://").split('/').next().unwrap_or_default().to_owned();
        let page = self.pages.get(url).map(|body| Page { body: body.clone().into_bytes(), host });
        self.answer(url, page.ok_or(WebFault::Status(404)))
    }
}

impl Probe for World {
    fn probe<'a>(
        &'a self,
        host: &'a str,
        port: u16,
        _security: Security,
    ) -> Answer<'a, Result<SubmissionOffer, ProbeFault>> {
        let server = format!("{host}:{port}");
        let is_there = self.knocks.contains(server.as_str());
        let offer =
            if is_there { Ok(SubmissionOffer { takes_password: true }) } else { Err(ProbeFault::Closed) };
        self.answer(&server, offer)
    }
}

fn file() -> String {
    "<clientConfig version=\"1.1\"><emailProvider><outgoingServer type=\"smtp\"><hostname>smtp.example.jp</hostname>\
     <port>465</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username>\
     <authentication>password-cleartext</authentication></outgoingServer></emailProvider></clientConfig>"
        .to_owned()
}
