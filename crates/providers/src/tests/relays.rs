use contract::Security;

use crate::{Confirmed, RelayUser, relay, relays};

#[test]
fn every_relay_is_found_by_its_id() {
    for row in relays() {
        assert_eq!(relay(row.id), Some(row));
    }
    assert!(relays().len() >= 24);
    assert_eq!(relay("nobody"), None);
}

#[test]
fn user_names_that_are_the_same_for_everybody() {
    let fixed: Vec<_> = relays()
        .iter()
        .filter_map(|row| match row.user_name {
            RelayUser::Fixed(name) => Some((row.id, name)),
            RelayUser::Sender | RelayUser::Told(..) => None,
        })
        .collect();
    assert_eq!(
        fixed,
        [
            ("resend", "resend"),
            ("sendgrid", "apikey"),
            ("sendgrid-jp", "apikey"),
            ("sparkpost", "SMTP_Injection")
        ]
    );
}

#[test]
fn postmark_has_no_door_with_tls_from_the_first_byte() {
    let doors = relay("postmark").unwrap().doors();
    assert!(doors.iter().all(|(_, security)| *security == Security::Starttls), "{doors:?}");
}

#[test]
fn a_service_that_can_be_opened_has_the_page_where_the_key_is_made() {
    for row in relays().iter().filter(|row| !matches!(row.sender, Confirmed::Told | Confirmed::Administrator))
    {
        assert!(row.page.is_some(), "{}", row.id);
    }
}
