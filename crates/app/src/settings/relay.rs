//! `[relay]` in `todoita.toml`: the organisation's sending service, one of the table or a server of its own.

use contract::Security;
use serde::Deserialize;
use wizard::{Brand, Relay, RelayUser, is_host};

use crate::real::relays;

/// The service, with nothing left to choose.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "Written")]
pub(super) struct RelayEntry(pub(super) Relay);

/// As it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// A service of the table, by its id.
    service: Option<String>,
    /// The region, the account or the host, where the service's host name needs it.
    place: Option<String>,
    name: Option<String>,
    host: Option<String>,
    port: Option<u16>,
    security: Option<Security>,
    user_name: Option<String>,
}

impl TryFrom<Written> for RelayEntry {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        match (&written.service, &written.host) {
            (Some(service), None) => of_the_table(service, &written),
            (None, Some(host)) => of_their_own(host, &written),
            (Some(_), Some(_)) | (None, None) => Err("either `service` or `host`"),
        }
        .map(Self)
    }
}

fn of_the_table(service: &str, written: &Written) -> Result<Relay, &'static str> {
    let Written { service: _, place, name: None, host: None, port: None, security: None, user_name: None } =
        written
    else {
        return Err("with `service` goes `place` alone");
    };
    let mut relay = relays().into_iter().find(|relay| relay.id == service).ok_or("no such `service`")?;
    if let (Some(kind), Some(place)) = (&relay.place, place) {
        if !kind.takes(place) {
            return Err("no such `place`");
        }
        relay.host = relay.host.replace("{place}", place);
        relay.place = None;
    } else if place.is_some() {
        return Err("this service needs no `place`");
    }
    Ok(relay)
}

fn of_their_own(host: &str, written: &Written) -> Result<Relay, &'static str> {
    if written.place.is_some() {
        return Err("`place` goes with `service`");
    }
    if !is_host(host) || host.len() > 253 {
        return Err("no name of a `host`");
    }
    let security = written.security.unwrap_or(Security::Starttls);
    let port = written.port.unwrap_or(match security {
        Security::Tls => 465,
        Security::Starttls => 587,
    });
    Ok(Relay {
        id: "own".to_owned(),
        name: Brand::same(written.name.as_deref().unwrap_or(host)),
        host: host.to_ascii_lowercase(),
        place: None,
        doors: vec![(port, security)],
        user_name: match written.user_name.as_deref() {
            None | Some("address") => RelayUser::Sender,
            Some("asked") => {
                RelayUser::Told(Brand { en: "user name".to_owned(), ja: "ユーザー名".to_owned() })
            }
            Some(name) => RelayUser::Fixed(name.to_owned()),
        },
        key: Brand { en: "password".to_owned(), ja: "パスワード".to_owned() },
        page: false,
        app_password: false,
        before: None,
        suits: "relay-suits-own-domain".to_owned(),
    })
}
