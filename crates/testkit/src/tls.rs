//! A certificate authority of one test, and server certificates good and bad.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    date_time_ymd,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{RootCertStore, ServerConfig};

/// The name in every certificate unless a test asks for another.
pub const HOST: &str = "localhost";

/// What is wrong with a server's certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing.
    #[default]
    None,
    /// It ran out on 1 January 2021.
    Expired,
    /// It begins on 1 January 2090.
    NotYetValid,
    /// It is for these names only.
    OtherNames(Vec<String>),
    /// Another authority signed it.
    UnknownIssuer,
    /// It signed itself.
    SelfSigned,
}

/// An authority whose root a test may believe.
#[derive(Debug)]
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    root: CertificateDer<'static>,
}

impl Authority {
    /// A new one with its own key.
    pub fn new(name: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, name);
        let root = params.self_signed(&key).unwrap().der().clone();
        Self { issuer: Issuer::new(params, key), root }
    }

    /// The root certificate, to hand to a client as an extra root.
    pub fn root(&self) -> CertificateDer<'static> {
        self.root.clone()
    }

    /// A store that believes this authority and no other.
    pub fn only_root(&self) -> RootCertStore {
        let mut store = RootCertStore::empty();
        store.add(self.root()).unwrap();
        store
    }

    /// A server's configuration whose certificate has this flaw.
    pub fn server(&self, flaw: &Flaw) -> Arc<ServerConfig> {
        let names = match flaw {
            Flaw::OtherNames(names) => names.clone(),
            Flaw::None | Flaw::Expired | Flaw::NotYetValid | Flaw::UnknownIssuer | Flaw::SelfSigned => {
                vec![HOST.to_owned(), "127.0.0.1".to_owned()]
            }
        };
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(names).unwrap();
        (params.not_before, params.not_after) = match flaw {
            Flaw::Expired => (date_time_ymd(2020, 1, 1), date_time_ymd(2021, 1, 1)),
            Flaw::NotYetValid => (date_time_ymd(2090, 1, 1), date_time_ymd(2091, 1, 1)),
            Flaw::None | Flaw::OtherNames(_) | Flaw::UnknownIssuer | Flaw::SelfSigned => {
                let day = Duration::from_secs(24 * 60 * 60);
                ((today() - day).into(), (today() + 365 * day).into())
            }
        };
        // What macOS asks of a server's certificate, with a life of at most 825 days (support.apple.com/103769).
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        let certificate = match flaw {
            Flaw::SelfSigned => params.self_signed(&key).unwrap(),
            Flaw::UnknownIssuer => params.signed_by(&key, &Self::new("Nobody We Know").issuer).unwrap(),
            Flaw::None | Flaw::Expired | Flaw::NotYetValid | Flaw::OtherNames(_) => {
                params.signed_by(&key, &self.issuer).unwrap()
            }
        };
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        Arc::new(config)
    }
}

#[expect(clippy::disallowed_methods, reason = "the clients that judge read the same clock")]
fn today() -> SystemTime {
    SystemTime::now()
}
