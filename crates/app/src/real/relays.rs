//! The relay services of the table, as the wizard wants them.

use providers::{Confirmed, RelayUser};
use wizard::{Door, Place, Relay, Services};

use super::card_facts::both;

/// Every relay service and every way without a sign-in that is known.
pub fn services() -> Services {
    Services { relays: relays(), doors: providers::doors().iter().map(door).collect() }
}

fn door(row: &providers::Door) -> Door {
    Door {
        name: row.name.to_owned(),
        title: both(row.title),
        host: row.host.to_owned(),
        doors: row.doors.to_vec(),
        notes: row.notes,
    }
}

/// Every relay service that is known.
pub fn relays() -> Vec<Relay> {
    providers::relays().iter().map(relay).collect()
}

fn relay(row: &providers::Relay) -> Relay {
    let region = |region: &providers::Region| (region.id.to_owned(), both(region.name));
    let places = [
        ("{region}", Place::Region(row.regions.iter().map(region).collect())),
        ("{account}", Place::Account),
        ("{host}", Place::Host),
    ];
    let place = places.into_iter().find(|(name, _)| row.host.contains(name));
    let host =
        place.as_ref().map_or_else(|| row.host.to_owned(), |(name, _)| row.host.replace(name, "{place}"));
    let before = match (row.sandbox, row.sender) {
        (true, _) => Some("relay-before-sandbox"),
        (false, Confirmed::Address) => Some("relay-before-address"),
        (false, Confirmed::Domain) => Some("relay-before-domain"),
        (false, Confirmed::Administrator) => Some("relay-before-administrator"),
        (false, Confirmed::Told) => None,
    };
    Relay {
        id: row.id.to_owned(),
        name: both(row.name),
        host,
        place: place.map(|(_, place)| place),
        doors: row.doors().to_vec(),
        user_name: match row.user_name {
            RelayUser::Fixed(name) => wizard::RelayUser::Fixed(name.to_owned()),
            RelayUser::Sender => wizard::RelayUser::Sender,
            RelayUser::Told(words) => wizard::RelayUser::Told(both(words)),
        },
        key: both(row.key),
        page: row.page.is_some(),
        app_password: row.app_password,
        before: before.map(str::to_owned),
        suits: format!("relay-suits-{}", row.suits),
    }
}
