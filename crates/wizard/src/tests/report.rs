//! The report names nobody, however a server spells it, and still says which host it was.

use contract::{Arg, Said};

use super::*;
use crate::mask::{Mask, without_home};
use crate::model::Plan;
use crate::report::report;

fn plan(address: &str, user_name: Option<&str>) -> Plan {
    let settings = found(address, AccountKind::Unknown, "mail.shop.example", &[Login::Password]);
    Plan { user_name: user_name.map(str::to_owned), ..Plan::new(settings, Login::Password) }
}

fn over(address: &str, user_name: Option<&str>, text: &str) -> String {
    Mask::of(Some(&plan(address, user_name))).over(text)
}

#[test]
fn every_address_is_hidden_in_any_spelling_and_whosever_it_is() {
    for (said, shown) in [
        ("<Tencho@Shop.Example>: Sender refused", "<T***@Shop.Example>: Sender refused"),
        ("no such user TENCHO@SHOP.EXAMPLE.", "no such user T***@SHOP.EXAMPLE."),
        ("hanako.yamada+x@other.example, a@b.example", "h***@other.example, a***@b.example"),
        ("mailto:boss@[192.0.2.1]", "mailto:b***@[192.0.2.1]"),
        ("差出人はtencho@shop.exampleです", "差***@shop.exampleです"),
        ("look @ this, and at @everybody", "look @ this, and at @everybody"),
        ("@", "@"),
    ] {
        assert_eq!(over("tencho@shop.example", None, said), shown);
    }
    assert_eq!(Mask::of(None).over("from a.b@c.example"), "from a***@c.example", "without settings, too");
}

#[test]
fn the_words_that_one_signs_in_with_are_hidden_where_they_stand_alone() {
    for (said, shown) in [
        ("user 'Tencho' unknown", "user '***' unknown"),
        ("login=tencho, 'SHOP-0815' locked", "login=***, '***' locked"),
        ("tenchoさんのメールボックス", "***さんのメールボックス"),
        ("tencho.", "***."),
        ("TENCHO%40shop.example", "***%40shop.example"),
        // What only has it within: another word, or a host.
        ("tenchos, xtencho, tencho_2", "tenchos, xtencho, tencho_2"),
        ("tencho.shop.example and mx-tencho.example", "tencho.shop.example and mx-tencho.example"),
    ] {
        assert_eq!(over("tencho@shop.example", Some("shop-0815"), said), shown);
    }
    let role = "mail.shop.example said: mail refused at smtp-mail.shop.example";
    let hidden = "mail.shop.example said: *** refused at smtp-mail.shop.example";
    assert_eq!(over("mail@shop.example", None, role), hidden);
    assert_eq!(over("io@shop.example", None, "an io error"), "an io error", "too short to mean anybody");
    assert_eq!(over("taro+shop@x.example", None, "taro is over quota"), "*** is over quota");
}

#[test]
fn no_line_of_a_report_names_the_person() {
    let mut card = problem(ProblemCode::OtherUserName, Stage::SignIn, &[]);
    card.args.insert("user-name".into(), "tencho.shop".into());
    card.args.insert("host".into(), "mail.shop.example".into());
    card.args.insert("typed".into(), "Tencho@shop.example".into());
    card.args.insert("port".into(), Arg::Number(465));
    card.said = Some(Said {
        code: Some(535),
        enhanced: Some("5.7.8".into()),
        text: "TENCHO: bad login for Tencho@SHOP.example".into(),
    });
    card.checks = vec![contract::Text::new("check-port-open").with("host", "mail.shop.example")];
    let program = Program { version: "0.0.0".into(), system: "test".into(), asks: false };
    let text = report(&card, Some(&plan("tencho@shop.example", None)), &[], &program);
    assert!(!text.to_lowercase().contains("tencho"), "{text}");
    for kept in
        ["user-name: ***", "host: mail.shop.example", "port: 465", "check-port-open: mail.shop.example"]
    {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    assert!(text.contains("server said: 535 5.7.8 ***: bad login for T***@SHOP.example"), "{text}");
}

#[test]
fn the_way_to_a_folder_does_not_name_whose_computer_it_is() {
    let linux = ["", "home", "hanako", ".local", "share", "todoita"].join("/");
    let mac = ["", "Users", "hanako", "Library", "Application Support", "jp.todoita.app"].join("/");
    let windows = ["C:", "Users", "Hanako Yamada", "AppData", "Roaming", "todoita"].join(r"\");
    for (folder, shown) in [
        (linux.as_str(), "***/.local/share/todoita"),
        (&format!("{linux}/locks"), "***/.local/share/todoita/locks"),
        (&mac, "***/Library/Application Support/jp.todoita.app"),
        (&windows, r"***\AppData\Roaming\todoita"),
        (r"\\nas\people\hanako\Todoita\data", r"***\Todoita\data"),
        ("/srv/people/hanako/kept", "***"),
        ("hanako", "***"),
        ("", "***"),
    ] {
        assert_eq!(without_home(folder), shown, "{folder}");
    }
    let card = crate::problem::list_not_written(&linux);
    let program = Program { version: "0.0.0".into(), system: "test".into(), asks: false };
    let text = report(&card, None, &[], &program);
    assert!(text.contains("folder: ***/.local/share/todoita") && !text.contains("hanako"), "{text}");
}
