//! Where a result of the search comes from: who was asked, what came back, how far it is believed.

use serde::{Deserialize, Serialize};

use crate::{Text, Trust};

/// Who said something about a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceSource {
    /// The table of domains in the program.
    DomainTable,
    /// The MX records, looked up in the table of patterns.
    Mx,
    /// The domain's name servers, looked up in the table of hosting companies.
    Ns,
    /// The names that the addresses of the domain's own mail host carry (PTR).
    Ptr,
    /// `https://autoconfig.DOMAIN/`, also of the MX host's domain.
    Autoconfig,
    /// `https://DOMAIN/.well-known/autoconfig/`.
    WellKnown,
    /// Mozilla's ISPDB.
    Ispdb,
    /// SRV records (RFC 6186, RFC 8314).
    Srv,
    /// A PACC document (draft-ietf-mailmaint-pacc).
    Pacc,
    /// Microsoft's openid-configuration of the domain.
    OpenidConfiguration,
    /// The SPF record (RFC 7208): who may send for the domain.
    Spf,
    /// DKIM selectors (RFC 6376) that Google or Microsoft use.
    Dkim,
    /// Trying the usual names.
    Probe,
}

impl EvidenceSource {
    /// Every source, in the order of the report.
    pub const ALL: [Self; 13] = [
        Self::DomainTable,
        Self::Mx,
        Self::Ns,
        Self::Ptr,
        Self::Autoconfig,
        Self::WellKnown,
        Self::Ispdb,
        Self::Srv,
        Self::Pacc,
        Self::OpenidConfiguration,
        Self::Spf,
        Self::Dkim,
        Self::Probe,
    ];

    /// The name used in ids, JSON and the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::DomainTable => "domain-table",
            Self::Mx => "mx",
            Self::Ns => "ns",
            Self::Ptr => "ptr",
            Self::Autoconfig => "autoconfig",
            Self::WellKnown => "well-known",
            Self::Ispdb => "ispdb",
            Self::Srv => "srv",
            Self::Pacc => "pacc",
            Self::OpenidConfiguration => "openid-configuration",
            Self::Spf => "spf",
            Self::Dkim => "dkim",
            Self::Probe => "probe",
        }
    }
}

/// What came back. The sentence for a person is the text `heard-NAME`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heard {
    /// Usable settings; the detail is the first server's host.
    Found,
    /// A service of the table; the detail is its id.
    Provider,
    /// A filter that hides the real mailbox; the detail is its name.
    Filter,
    /// A forwarding service; the detail is its name.
    Forwarding,
    /// A weak sign; the detail is the id of the service that it points to.
    Hint,
    /// The domain has a tenant at Microsoft; the detail is the cloud.
    Tenant,
    /// Somebody answered, and there is nothing.
    Nothing,
    /// The name of the host is in no table.
    UnknownHost,
    /// SRV: said not to be offered.
    NotOffered,
    /// The domain takes no mail (RFC 7505).
    NullMx,
    /// No MX record.
    NoMx,
    /// The domain does not exist.
    NoDomain,
    /// Nobody was reached in time.
    NotReached,
    /// The resolver answered with a failure; a bogus DNSSEC answer looks so too.
    LookupFailed,
    /// The certificate could not be verified.
    BadCertificate,
    /// What came is no configuration.
    NotAConfiguration,
    /// It was refused for safety; the detail says why in a few fixed words.
    Refused,
    /// Only servers without protection.
    OnlyUnprotected,
    /// Servers, and none that a person could use.
    NoUsableServer,
    /// A server that takes no password.
    TakesNoPassword,
}

impl Heard {
    /// Every answer there is.
    pub const ALL: [Self; 20] = [
        Self::Found,
        Self::Provider,
        Self::Filter,
        Self::Forwarding,
        Self::Hint,
        Self::Tenant,
        Self::Nothing,
        Self::UnknownHost,
        Self::NotOffered,
        Self::NullMx,
        Self::NoMx,
        Self::NoDomain,
        Self::NotReached,
        Self::LookupFailed,
        Self::BadCertificate,
        Self::NotAConfiguration,
        Self::Refused,
        Self::OnlyUnprotected,
        Self::NoUsableServer,
        Self::TakesNoPassword,
    ];

    /// The name used in ids, JSON and the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Provider => "provider",
            Self::Filter => "filter",
            Self::Forwarding => "forwarding",
            Self::Hint => "hint",
            Self::Tenant => "tenant",
            Self::Nothing => "nothing",
            Self::UnknownHost => "unknown-host",
            Self::NotOffered => "not-offered",
            Self::NullMx => "null-mx",
            Self::NoMx => "no-mx",
            Self::NoDomain => "no-domain",
            Self::NotReached => "not-reached",
            Self::LookupFailed => "lookup-failed",
            Self::BadCertificate => "bad-certificate",
            Self::NotAConfiguration => "not-a-configuration",
            Self::Refused => "refused",
            Self::OnlyUnprotected => "only-unprotected",
            Self::NoUsableServer => "no-usable-server",
            Self::TakesNoPassword => "takes-no-password",
        }
    }
}

/// One answer, or the lack of one, on the way to a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Who was asked.
    pub source: EvidenceSource,
    /// The host or name that was asked for.
    pub host: String,
    /// What came back.
    pub answer: Heard,
    /// More about it: a host name, an id of the table or a few fixed words; never a text of a server. May be empty.
    pub detail: String,
    /// How far it is believed.
    pub trust: Trust,
    /// Milliseconds from the start of the search to this answer.
    pub ms: u32,
}

/// One answer in sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct EvidenceLine {
    /// Who was asked.
    pub asked: Text,
    /// The host or name that was asked for.
    pub host: String,
    /// What came back.
    pub heard: Text,
    /// How far it is believed.
    pub trust: Text,
    /// Milliseconds from the start of the search to this answer.
    pub ms: u32,
}

impl From<&Evidence> for EvidenceLine {
    fn from(evidence: &Evidence) -> Self {
        Self {
            asked: Text::new(format!("source-{}", evidence.source.name())),
            host: evidence.host.clone(),
            heard: Text::new(format!("heard-{}", evidence.answer.name()))
                .with("detail", evidence.detail.as_str()),
            trust: evidence.trust.text(),
            ms: evidence.ms,
        }
    }
}
