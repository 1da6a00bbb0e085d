//! What the table knows for a settings card.

use providers::{Names, OauthOn as Known};
use wizard::{Account, Brand, CardFacts, Device, FieldNames, OauthOn};

/// The makers of devices, and the servers and the page of the account's provider.
pub fn card_facts(account: &Account) -> CardFacts {
    let devices = providers::devices().iter().map(device).collect();
    let domain = account.address.rsplit_once('@').map_or("", |(_, domain)| domain);
    let Some(provider) = providers::by_id(account.kind.provider()) else {
        return CardFacts { devices, ..CardFacts::default() };
    };
    let page = provider.preparation.is_some_and(|needed| needed.page.is_some() && !needed.mobile_line);
    CardFacts {
        devices,
        submission: provider.submission.first().and_then(|host| host.server(domain, None)),
        retrieval: provider.mailbox_servers(domain, None),
        password_page: page,
    }
}

fn device(row: &providers::Device) -> Device {
    Device {
        id: row.id.to_owned(),
        name: both(row.name),
        path: row.path.to_owned(),
        fields: FieldNames {
            server: both(row.fields.server),
            port: both(row.fields.port),
            security: both(row.fields.security),
            user_name: both(row.fields.user_name),
            password: both(row.fields.password),
            sender: both(row.fields.sender),
        },
        password_max: row.password_max,
        oauth: match row.oauth {
            Known::SomeModels { with, models } => OauthOn::SomeModels {
                with: with.iter().map(|name| (*name).to_owned()).collect(),
                models: models.to_owned(),
            },
            Known::None => OauthOn::None,
            Known::NotFound => OauthOn::NotFound,
            Known::Unknown => OauthOn::Unknown,
        },
        notes: row.notes.iter().map(|name| (*name).to_owned()).collect(),
    }
}

/// A name that is known in one language alone is told in both.
pub(super) fn both(names: Names) -> Brand {
    use contract::Language::{En, Ja};
    Brand { en: names.in_language(En).to_owned(), ja: names.in_language(Ja).to_owned() }
}
