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
fn the_place_stands_in_the_host() {
    let tokyo = relay("amazon-ses").unwrap().servers("ap-northeast-1");
    assert_eq!(tokyo[0].host, "email-smtp.ap-northeast-1.amazonaws.com");
    assert_eq!((tokyo[0].port, tokyo[0].security), (465, Security::Tls));
    assert_eq!(relay("customers-mail-cloud").unwrap().servers("shop")[0].host, "shop.smtps.jp");
    let told = relay("baremail").unwrap().servers("smtp.told.example");
    assert_eq!(told.iter().map(|server| server.port).collect::<Vec<_>>(), [587, 465]);
    assert!(told.iter().all(|server| server.host == "smtp.told.example"));
}

#[test]
fn postmark_has_no_door_with_tls_from_the_first_byte() {
    let doors = relay("postmark").unwrap().doors();
    assert!(doors.iter().all(|(_, security)| *security == Security::Starttls), "{doors:?}");
}

#[test]
fn every_host_is_whole_once_the_place_is_said() {
    for row in relays() {
        let places: Vec<&str> = match row.regions {
            [] => vec!["told.example"],
            regions => regions.iter().map(|region| region.id).collect(),
        };
        for place in places {
            for server in row.servers(place) {
                assert!(!server.host.contains(['{', '}', ' ']) && server.host.contains('.'), "{server:?}");
            }
        }
        if row.sender == Confirmed::Told {
            continue;
        }
        assert!(row.page.is_some(), "{}: where the key is made", row.id);
    }
}
