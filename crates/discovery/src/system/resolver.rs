//! The resolver with this computer's settings.

use std::net::IpAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

#[cfg(any(target_os = "macos", test))]
use hickory_resolver::config::{NameServerConfig, ResolverConfig};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{Name, RData, RecordType};
use hickory_resolver::system_conf::read_system_conf;
use hickory_resolver::{ResolverBuilder, TokioResolver};

use crate::ports::{Answer, LookupFault, MxRecord, Resolver, SrvRecord};

/// One try; there are two.
const TRY: Duration = Duration::from_secs(1);
/// More records than this are not read.
const MOST_RECORDS: usize = 64;
/// More name servers than this are not asked.
#[cfg(any(target_os = "macos", test))]
const MOST_SERVERS: usize = 4;

/// DNS by the name servers that this computer is set to.
#[derive(Clone)]
pub(crate) struct SystemResolver {
    read: fn() -> Option<TokioResolver>,
    inner: Arc<OnceLock<TokioResolver>>,
}

impl std::fmt::Debug for SystemResolver {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("SystemResolver").field("available", &self.inner.get().is_some()).finish()
    }
}

impl SystemResolver {
    /// Reads the settings. What cannot be read is not replaced by public name servers: they would learn the domain.
    pub(crate) fn new() -> Self {
        Self::reading(of_this_computer)
    }

    /// Where there is nothing to read yet, as on a computer that starts without its network, each look-up reads anew.
    pub(super) fn reading(read: fn() -> Option<TokioResolver>) -> Self {
        Self { read, inner: Arc::default() }
    }

    fn inner(&self) -> Option<&TokioResolver> {
        if self.inner.get().is_none() {
            // Of two that read at the same time the first one stays.
            let _ = self.inner.set((self.read)()?);
        }
        self.inner.get()
    }

    /// Asks this server, for tests.
    #[cfg(test)]
    pub(super) fn asking(server: std::net::SocketAddr) -> Self {
        Self { read: || None, inner: Arc::new(asking(server).map(OnceLock::from).unwrap_or_default()) }
    }

    /// As it is when the settings cannot be read.
    #[cfg(test)]
    pub(super) fn unavailable() -> Self {
        Self::reading(|| None)
    }

    async fn records<T>(
        &self,
        name: &str,
        kind: RecordType,
        read: impl Fn(&RData) -> Option<T>,
    ) -> Result<Vec<T>, LookupFault> {
        let resolver = self.inner().ok_or(LookupFault::Unavailable)?;
        let mut name = Name::from_ascii(name).map_err(|_| LookupFault::NoSuchName)?;
        // Otherwise the computer's search list would be tried too.
        name.set_fqdn(true);
        match resolver.lookup(name, kind).await {
            Ok(lookup) => Ok(lookup
                .answers()
                .iter()
                .filter_map(|record| read(&record.data))
                .take(MOST_RECORDS)
                .collect()),
            Err(error) if error.is_nx_domain() => Err(LookupFault::NoSuchName),
            Err(error) => fault(&error),
        }
    }
}

/// What the system itself says; a list without a server is none.
fn of_this_computer() -> Option<TokioResolver> {
    let said = read_system_conf().ok().filter(|(config, _)| !config.name_servers().is_empty());
    // The reader for macOS gives all up for one address with a zone, such as a router's own.
    #[cfg(target_os = "macos")]
    let said = said.or_else(|| {
        let servers = name_servers(&std::fs::read_to_string("/etc/resolv.conf").ok()?);
        let servers: Vec<_> = servers.into_iter().map(NameServerConfig::udp_and_tcp).collect();
        let config = ResolverConfig::from_name_servers(servers);
        (!config.name_servers().is_empty()).then(|| (config, Default::default()))
    });
    let (config, options) = said?;
    let builder = TokioResolver::builder_with_config(config, TokioRuntimeProvider::default());
    build(builder.with_options(options))
}

/// The `nameserver` lines of resolver(5), without the addresses that mean nothing but on one network card.
#[cfg(any(target_os = "macos", test))]
pub(super) fn name_servers(text: &str) -> Vec<IpAddr> {
    let address = |line: &str| {
        let mut words = line.split_whitespace();
        let address: IpAddr =
            words.next().filter(|word| *word == "nameserver").and(words.next())?.parse().ok()?;
        let local = match address {
            IpAddr::V4(address) => address.is_link_local(),
            IpAddr::V6(address) => address.is_unicast_link_local(),
        };
        (!local).then_some(address)
    };
    text.lines().filter_map(address).take(MOST_SERVERS).collect()
}

/// A resolver that asks this server.
#[cfg(test)]
pub(super) fn asking(server: std::net::SocketAddr) -> Option<TokioResolver> {
    use hickory_resolver::config::ConnectionConfig;
    let mut connections = vec![ConnectionConfig::udp(), ConnectionConfig::tcp()];
    connections.iter_mut().for_each(|connection| connection.port = server.port());
    let config =
        ResolverConfig::from_name_servers(vec![NameServerConfig::new(server.ip(), true, connections)]);
    build(TokioResolver::builder_with_config(config, TokioRuntimeProvider::default()))
}

fn build(mut builder: ResolverBuilder<TokioRuntimeProvider>) -> Option<TokioResolver> {
    let options = builder.options_mut();
    options.timeout = TRY;
    options.attempts = 2;
    builder.build().ok()
}

impl Resolver for SystemResolver {
    fn mx<'a>(&'a self, domain: &'a str) -> Answer<'a, Result<Vec<MxRecord>, LookupFault>> {
        Box::pin(self.records(domain, RecordType::MX, |data| {
            let RData::MX(mx) = data else { return None };
            Some(MxRecord { preference: mx.preference, exchange: host(&mx.exchange) })
        }))
    }

    fn srv<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<SrvRecord>, LookupFault>> {
        Box::pin(self.records(name, RecordType::SRV, |data| {
            let RData::SRV(srv) = data else { return None };
            let target = host(&srv.target);
            Some(SrvRecord { priority: srv.priority, weight: srv.weight, port: srv.port, target })
        }))
    }

    fn addresses<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<IpAddr>, LookupFault>> {
        Box::pin(async move {
            let (four, six) = tokio::join!(
                self.records(name, RecordType::A, |data| data.ip_addr().filter(IpAddr::is_ipv4)),
                self.records(name, RecordType::AAAA, |data| data.ip_addr().filter(IpAddr::is_ipv6)),
            );
            match (four, six) {
                (Ok(mut four), Ok(six)) => {
                    four.extend(six);
                    Ok(four)
                }
                (Ok(some), Err(_)) | (Err(_), Ok(some)) if !some.is_empty() => Ok(some),
                (Err(fault), _) | (_, Err(fault)) => Err(fault),
            }
        })
    }

    fn pointers(&self, address: IpAddr) -> Answer<'_, Result<Vec<String>, LookupFault>> {
        Box::pin(async move {
            let name = Name::from(address).to_ascii();
            self.records(&name, RecordType::PTR, |data| {
                let RData::PTR(name) = data else { return None };
                Some(host(&name.0))
            })
            .await
        })
    }

    fn name_servers<'a>(&'a self, domain: &'a str) -> Answer<'a, Result<Vec<String>, LookupFault>> {
        Box::pin(self.records(domain, RecordType::NS, |data| {
            let RData::NS(name) = data else { return None };
            Some(host(&name.0))
        }))
    }

    fn texts<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<String>, LookupFault>> {
        Box::pin(self.records(name, RecordType::TXT, |data| {
            let RData::TXT(text) = data else { return None };
            let bytes: Vec<u8> = text.txt_data.iter().flat_map(|part| part.iter().copied()).collect();
            Some(String::from_utf8_lossy(&bytes).into_owned())
        }))
    }

    fn alias<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Option<String>, LookupFault>> {
        Box::pin(async move {
            let found = self.records(name, RecordType::CNAME, |data| {
                let RData::CNAME(name) = data else { return None };
                Some(host(&name.0))
            });
            Ok(found.await?.into_iter().next())
        })
    }
}

/// No records is an answer; the rest is sorted into "nobody there" and "somebody failed".
fn fault<T>(error: &NetError) -> Result<Vec<T>, LookupFault> {
    if error.is_no_records_found() {
        return Ok(Vec::new());
    }
    let somebody_answered = matches!(error, NetError::Dns(_) | NetError::Proto(_));
    Err(if somebody_answered { LookupFault::Server } else { LookupFault::Network })
}

/// Without the final dot; the root becomes empty.
fn host(name: &Name) -> String {
    let text = name.to_ascii();
    text.strip_suffix('.').unwrap_or(&text).to_ascii_lowercase()
}
