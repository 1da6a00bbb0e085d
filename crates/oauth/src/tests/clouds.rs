//! Microsoft's other clouds: whatever is asked for there is asked for there alone.

use super::*;
use crate::attempt::{Attempt, Wish};
use crate::identity;
use crate::permission::Permission;

fn of(cloud: Cloud) -> Client {
    Client { provider: Provider::Microsoft(cloud), door: Door::Organizations, ..microsoft() }
}

/// Each cloud with the host of its sign-in, of SMTP's right and of Graph's.
const CLOUDS: [(Cloud, [&str; 3]); 3] = [
    (Cloud::World, ["login.microsoftonline.com", "outlook.office.com", "graph.microsoft.com"]),
    (Cloud::UsGovernment, ["login.microsoftonline.us", "outlook.office365.us", "graph.microsoft.us"]),
    (
        Cloud::China,
        ["login.partner.microsoftonline.cn", "partner.outlook.cn", "microsoftgraph.chinacloudapi.cn"],
    ),
];

#[tokio::test]
async fn a_cloud_is_asked_at_its_own_doors_for_its_own_rights() {
    for (cloud, [login, smtp, graph]) in CLOUDS {
        let provider = Provider::Microsoft(cloud);
        let places = [
            provider.authorize(Door::Organizations),
            provider.token(Door::Organizations),
            provider.device(Door::Organizations).unwrap(),
        ];
        for (place, what) in places.iter().zip(["authorize", "token", "devicecode"]) {
            assert_eq!(*place, format!("https://{login}/organizations/oauth2/v2.0/{what}"));
        }
        let (_, http) = endpoint(|_| Response::json(200, "{}")).await;
        let roads = [(Road::Smtp, smtp, "SMTP.Send"), (Road::Api, graph, "Mail.Send")];
        for (road, host, right) in roads {
            let wish = Wish::default();
            let attempt = Attempt::begin(http.clone(), of(cloud), road, &wish, pages()).await.unwrap();
            assert!(attempt.url().starts_with(&places[0]), "{}", attempt.url());
            let scopes = parameter(attempt.url(), "scope").unwrap();
            assert!(scopes.ends_with(&format!(" https://{host}/{right}")), "{scopes}");
            assert_eq!(scopes.matches("https://").count(), 1, "one resource a token: {scopes}");
        }
        let reading = format!("https://{smtp}/IMAP.AccessAsUser.All");
        assert_eq!(provider.mail_scope(Road::Reading), reading);
    }
}

#[test]
fn a_right_or_a_name_of_one_cloud_counts_in_no_other() {
    for (cloud, [login, _, graph]) in CLOUDS {
        let token = |host: &str| {
            let claims = r#""aud":"client.example","preferred_username":"a@agency.example","tid":"t""#;
            id_token(&format!(r#"{{"iss":"https://{host}/t/v2.0",{claims}}}"#))
        };
        let right = format!("https://{graph}/Mail.Send");
        for (other, _) in CLOUDS {
            let here = other == cloud;
            assert_eq!(
                Provider::Microsoft(other).is_mail_scope(Road::Api, &right),
                here,
                "{right} {other:?}"
            );
            let identity = identity::read(&token(login), &of(other));
            assert_eq!(identity.map(|who| who.address).is_some(), here, "{login} {other:?}");
        }
        assert!(identity::read(&token(&format!("{login}.evil.example")), &of(cloud)).is_none());
    }
}

#[test]
fn a_permission_comes_back_to_its_cloud() {
    for (cloud, _) in CLOUDS {
        let stored = Permission::new(&of(cloud), Road::Api, Secret::from("M.C5")).to_secret();
        assert_eq!(Permission::from_secret(&stored).unwrap().provider, Provider::Microsoft(cloud));
    }
    let of_before = r#"{"v":1,"provider":"microsoft","client_id":"x","door":"common","refresh_token":"r"}"#;
    let back = Permission::from_secret(&Secret::from(of_before)).unwrap();
    assert_eq!(back.provider, Provider::Microsoft(Cloud::World));
    let unknown = of_before.replace("microsoft", "microsoft-moon");
    assert!(Permission::from_secret(&Secret::from(unknown)).is_none());
}
