//! The resolver with this computer's settings.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};

use hickory_resolver::config::ProtocolConfig;
use hickory_resolver::proto::rr::{Name, RData, RecordType};
use hickory_resolver::system_conf::read_system_conf;

use super::ask;
use crate::ports::{Answer, LookupFault, MxRecord, Resolver, SrvRecord};

/// More records than this are not read.
const MOST_RECORDS: usize = 64;
/// More name servers than this are not asked. A Windows with a VPN and virtual computers lists six and more.
const MOST_SERVERS: usize = 8;

/// DNS by the name servers that this computer is set to.
#[derive(Clone)]
pub(crate) struct SystemResolver {
    read: fn() -> Option<Vec<SocketAddr>>,
    servers: Arc<OnceLock<Vec<SocketAddr>>>,
}

impl std::fmt::Debug for SystemResolver {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("SystemResolver").field("available", &self.servers.get().is_some()).finish()
    }
}

impl SystemResolver {
    /// Reads the settings. What cannot be read is not replaced by public name servers: they would learn the domain.
    pub(crate) fn new() -> Self {
        Self::reading(of_this_computer)
    }

    /// Where there is nothing to read yet, as on a computer that starts without its network, each look-up reads anew.
    pub(super) fn reading(read: fn() -> Option<Vec<SocketAddr>>) -> Self {
        Self { read, servers: Arc::default() }
    }

    fn servers(&self) -> Option<&[SocketAddr]> {
        if self.servers.get().is_none() {
            // Of two that read at the same time the first one stays.
            let _ = self.servers.set((self.read)()?);
        }
        self.servers.get().map(Vec::as_slice)
    }

    /// Asks these servers, for tests.
    #[cfg(test)]
    pub(super) fn asking(servers: &[SocketAddr]) -> Self {
        Self { read: || None, servers: Arc::new(OnceLock::from(servers.to_vec())) }
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
        let servers = self.servers().ok_or(LookupFault::Unavailable)?;
        let mut name = Name::from_ascii(name).map_err(|_| LookupFault::NoSuchName)?;
        // As the answers say it. The computer's search list is not for names of mail domains.
        name.set_fqdn(true);
        let records = ask::records(servers, name, kind).await?;
        Ok(records.iter().filter_map(|record| read(&record.data)).take(MOST_RECORDS).collect())
    }
}

/// What the system itself says; a list without a server is none.
fn of_this_computer() -> Option<Vec<SocketAddr>> {
    let said = read_system_conf().ok().map(|(config, _)| {
        let servers = config.name_servers().iter().flat_map(|server| {
            let asked = server.connections.iter().filter(|way| matches!(way.protocol, ProtocolConfig::Udp));
            asked.map(|way| SocketAddr::new(server.ip, way.port))
        });
        to_ask(servers)
    });
    let said = said.filter(|servers| !servers.is_empty());
    // The reader for macOS gives all up for one address with a zone, such as a router's own.
    #[cfg(target_os = "macos")]
    let said = said.or_else(|| {
        let servers = name_servers(&std::fs::read_to_string("/etc/resolv.conf").ok()?);
        let servers: Vec<_> = servers.into_iter().map(|address| SocketAddr::new(address, 53)).collect();
        (!servers.is_empty()).then_some(servers)
    });
    said
}

/// Each once, and none that nobody can reach without the name of a network card, as Windows lists them of a router.
pub(super) fn to_ask(servers: impl Iterator<Item = SocketAddr>) -> Vec<SocketAddr> {
    let mut asked = Vec::new();
    for server in servers {
        let of_one_card = matches!(server.ip(), IpAddr::V6(address) if address.is_unicast_link_local());
        if !of_one_card && !asked.contains(&server) && asked.len() < MOST_SERVERS {
            asked.push(server);
        }
    }
    asked
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

/// Without the final dot; the root becomes empty.
fn host(name: &Name) -> String {
    let text = name.to_ascii();
    text.strip_suffix('.').unwrap_or(&text).to_ascii_lowercase()
}
