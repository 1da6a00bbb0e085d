//! The registrations that are known, and those whose secret the keychain keeps to itself.

use keychain::KeychainError;
use oauth::{Client, Permission};

/// All registrations, the person's own first.
#[derive(Default)]
pub(in crate::real) struct Known {
    pub(super) clients: Vec<Client>,
    /// By their ids.
    pub(super) withheld: Vec<(String, KeychainError)>,
}

impl Known {
    /// The registration that a permission was given to, with the permission's own door; `None` where there is none any more.
    ///
    /// # Errors
    /// When it is there, and the keychain does not give out its secret.
    pub(in crate::real) fn of(&self, permission: &Permission) -> Result<Option<Client>, KeychainError> {
        let theirs =
            |client: &&Client| client.provider == permission.provider && client.id == permission.client_id;
        if let Some(client) = self.clients.iter().find(theirs) {
            return Ok(Some(Client { door: permission.door, ..client.clone() }));
        }
        let withheld = self.withheld.iter().find(|(id, _)| *id == permission.client_id);
        withheld.map_or(Ok(None), |(_, error)| Err(*error))
    }
}

#[cfg(test)]
mod tests {
    use oauth::{Cloud, Door, Provider, Road};
    use secret::Secret;

    use super::*;

    #[test]
    fn a_permission_goes_to_the_registration_it_was_given_to_and_by_its_own_door() {
        let client =
            |provider, id: &str| Client { provider, id: id.into(), secret: None, door: Door::Common };
        let microsoft = Provider::Microsoft(Cloud::World);
        let permission = Permission {
            provider: microsoft,
            client_id: "one".into(),
            door: Door::Consumers,
            road: Road::Smtp,
            refresh: Secret::from("token"),
        };
        let others = [
            client(Provider::Google, "one"),
            client(Provider::Microsoft(Cloud::China), "one"),
            client(microsoft, "two"),
        ];
        let mut known =
            Known { clients: others.to_vec(), withheld: vec![("two".into(), KeychainError::Locked)] };
        assert!(known.of(&permission).unwrap().is_none(), "no other provider is shown the permission");
        known.clients.push(client(microsoft, "one"));
        let found = known.of(&permission).unwrap().unwrap();
        assert_eq!((found.provider, found.door), (microsoft, Door::Consumers));
    }
}
