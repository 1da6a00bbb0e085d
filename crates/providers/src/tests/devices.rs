use contract::Language;

use crate::{Device, OauthOn, devices};

fn device(id: &str) -> Option<&'static Device> {
    devices().iter().find(|device| device.id == id)
}

#[test]
fn the_makers_stand_in_the_order_of_their_ids_each_once() {
    assert_eq!(devices().len(), 12);
    assert!(devices().is_sorted_by(|one, next| one.id < next.id));
}

#[test]
fn a_name_that_is_not_known_in_one_language_is_told_in_the_other() {
    let fields = device("hp").unwrap().fields;
    assert_eq!(fields.server.in_language(Language::Ja), "SMTP server");
    assert_eq!(fields.password.in_language(Language::Ja), "");
    let fields = device("epson").unwrap().fields;
    assert_eq!(fields.password.in_language(Language::Ja), "認証用パスワード");
    assert_eq!(fields.password.in_language(Language::En), "Authenticated Password");
}

#[test]
fn what_a_device_cannot_do_is_known() {
    assert_eq!(device("epson").unwrap().password_max, Some(20));
    assert_eq!(device("epson").unwrap().oauth, OauthOn::NotFound);
    assert_eq!(device("qnap").unwrap().oauth, OauthOn::None);
    let OauthOn::SomeModels { with, models } = device("konica-minolta").unwrap().oauth else { panic!() };
    assert_eq!(with, ["microsoft", "google"]);
    assert!(models.contains("651i"));
}
