//! When the patience is over: another folder, or a notice that it came back.

use testkit::mailbox::Plan;
use testkit::smtp::Answer;

use super::{MESSAGE_ID, look_into, password};
use crate::{Finding, Folder};

fn folders(names: &[&str]) -> Plan {
    let mut plan = Plan::imap();
    plan.folders.extend(names.iter().map(|name| (*name).to_owned()));
    plan
}

#[tokio::test]
async fn a_rule_has_moved_it_and_the_folder_is_named() {
    let names = [r#"(\HasNoChildren) "." "INBOX.&U9ZfFVFI-""#, r#"(\HasNoChildren) "." "INBOX.News""#];
    let plan = folders(&names).with_message(MESSAGE_ID, "INBOX.&U9ZfFVFI-", 0);
    let outcome = look_into(plan, password()).await;
    let Ok(Finding::Seen { folder, .. }) = &outcome.result else { panic!("{:?}", outcome.result) };
    assert_eq!(*folder, Folder::Other("取引先".into()));
    let log = outcome.server.log();
    assert!(!log.secured.iter().any(|line| line.contains("SELECT") || line.contains("FETCH")), "{log:?}");
}

#[tokio::test]
async fn a_copy_of_what_was_sent_is_no_arrival() {
    for own in [
        r#"(\Sent) "/" "Gesendet""#,
        r#"(\All) "/" "[Gmail]/All Mail""#,
        r#"(\Drafts) "/" "Entwuerfe""#,
        r#"() "." "INBOX.Sent Items""#,
        r#"() "/" "&kAFP4W4IMH8w4TD8MOs-""#,
        r#"(\NoSelect) "/" "Archive""#,
    ] {
        let name = own.rsplit('"').nth(1).unwrap();
        let outcome = look_into(folders(&[own]).with_message(MESSAGE_ID, name, 0), password()).await;
        assert_eq!(outcome.result.unwrap(), Finding::NotSeen, "{own}");
    }
}

#[tokio::test]
async fn a_notice_tells_that_it_came_back_and_why() {
    let mut plan = Plan::imap();
    plan.notice = Some(
        "Content-Type: multipart/report; report-type=delivery-status\r\n\r\n\
         Action: failed\r\nStatus: 5.7.1\r\nDiagnostic-Code: smtp; 550 5.7.1 blocked by\r\n  policy\r\n"
            .into(),
    );
    let outcome = look_into(plan, password()).await;
    assert_eq!(outcome.result.unwrap(), Finding::CameBack { words: "550 5.7.1 blocked by policy".into() });
    let log = outcome.server.log().secured.join("\n");
    assert!(log.contains(&format!("TEXT \"{MESSAGE_ID}\"")), "only a notice about this very message: {log}");
    assert!(log.contains("UID FETCH 9 (BODY.PEEK[]<0.32768>)"), "{log}");
}

#[tokio::test]
async fn a_server_that_refuses_to_look_so_wide_has_not_shown_it() {
    for refused in ["{tag} NO [SERVERBUG] no such search", "{tag} BAD what?"] {
        let outcome = look_into(Plan::imap().at("NOTICE", Answer::line(refused)), password()).await;
        assert_eq!(outcome.result.unwrap(), Finding::NotSeen);
    }
    let outcome = look_into(Plan::imap().at("NOTICE", Answer::Close), password()).await;
    assert_eq!(outcome.result.unwrap(), Finding::NotSeen);
}
