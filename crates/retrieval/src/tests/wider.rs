//! When the patience is over: another folder, or a notice that it came back.

use std::time::Duration;

use testkit::mailbox::Plan;
use testkit::smtp::Answer;

use super::{MESSAGE_ID, look_into, look_long, password};
use crate::{Cause, Finding, Folder};

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
    let Ok(Finding::Seen { folder }) = &outcome.result else { panic!("{:?}", outcome.result) };
    assert_eq!(*folder, Folder::Other("取引先".into()));
    let log = outcome.server.log();
    assert!(!log.secured.iter().any(|line| line.contains("SELECT") || line.contains("FETCH")), "{log:?}");
}

#[tokio::test]
async fn a_folder_is_asked_for_by_the_name_that_it_has() {
    let other = "() \"/\" {5}\r\na\\b\"c";
    let plan = folders(&[r#"(\HasNoChildren) "/" "from \"B\" \\ C""#, r#"() "\\" "Own\\Junk Mail""#, other]);
    let log = look_into(plan, password()).await.server.log();
    for name in [r#"from \"B\" \\ C"#, r"Own\\Junk Mail", r#"a\\b\"c"#] {
        let asked = format!("EXAMINE \"{name}\"");
        assert!(log.secured.iter().any(|line| line.ends_with(&asked)), "{asked}: {log:?}");
    }
}

#[tokio::test]
async fn a_copy_of_what_was_sent_is_no_arrival() {
    for own in [
        r#"(\Sent) "/" "Gesendet""#,
        r#"(\All) "/" "[Gmail]/All Mail""#,
        r#"(\HasNoChildren \Important) "/" "[Gmail]/Important""#,
        r#"(\Flagged \HasNoChildren) "/" "[Gmail]/Starred""#,
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
async fn where_no_folder_looks_like_spam_none_is_taken_for_it() {
    let mut plan = Plan::imap();
    plan.folders = [r#"() "/" Archive"#, r#"() "/" INBOX"#].map(str::to_owned).to_vec();
    let outcome = look_into(plan.with_message(MESSAGE_ID, "Archive", 0), password()).await;
    let Ok(Finding::Seen { folder, .. }) = &outcome.result else { panic!("{:?}", outcome.result) };
    assert_eq!(*folder, Folder::Other("Archive".into()));
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
    assert!(log.contains("UID FETCH 9 (BODY.PEEK[]<0.131072>)"), "{log}");
}

#[tokio::test]
async fn a_notice_that_it_is_only_late_is_none_that_it_came_back() {
    for (action, came_back) in
        [("delayed", false), ("relayed (to mx.example)", false), ("failed", true), ("?", true)]
    {
        let mut plan = Plan::imap();
        plan.notice = Some(format!(
            "Content-Type: multipart/report; report-type=delivery-status\r\n\r\n\
             Action: {action}\r\nStatus: 4.4.1\r\nDiagnostic-Code: smtp; 451 4.4.1 try later\r\n"
        ));
        let outcome = look_into(plan, password()).await;
        let wanted = Finding::CameBack { words: "451 4.4.1 try later".into() };
        assert_eq!(outcome.result.unwrap(), if came_back { wanted } else { Finding::NotSeen }, "{action}");
    }
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

#[tokio::test]
async fn after_a_wide_look_that_failed_the_inbox_is_looked_into_again() {
    for answer in [Answer::Silent, Answer::Close] {
        let plan = Plan::imap().at("NOTICE", answer).with_message(MESSAGE_ID, "INBOX", 8);
        let outcome = look_long(plan, password(), Duration::from_secs(10)).await;
        let Ok(Finding::Seen { folder }) = &outcome.result else { panic!("{:?}", outcome.result) };
        assert_eq!(*folder, Folder::Inbox);
        assert_eq!(outcome.server.log().connections, 2, "and for that it is signed in to again");
    }
}

#[tokio::test]
async fn a_mailbox_that_lets_nobody_in_again_was_not_looked_into_to_the_end() {
    let plan = Plan::imap().at("NOTICE", Answer::Close).at("AUTHENTICATE 2", Answer::Close);
    let outcome = look_long(plan, password(), Duration::from_secs(10)).await;
    assert_eq!(outcome.result.expect_err("no finding").cause, Cause::Closed);
    assert_eq!(outcome.server.log().connections, 2);
}

#[tokio::test]
async fn a_spam_folder_that_cannot_be_opened_hides_no_other_folder() {
    let plan = folders(&[r#"() "." "INBOX.News""#])
        .at("EXAMINE Unwanted", Answer::line("{tag} NO [NOPERM] not yours"))
        .with_message(MESSAGE_ID, "INBOX.News", 0);
    let outcome = look_into(plan, password()).await;
    let Ok(Finding::Seen { folder }) = &outcome.result else { panic!("{:?}", outcome.result) };
    assert_eq!(*folder, Folder::Other("News".into()));
    assert_eq!(outcome.server.log().connections, 1);
}

#[tokio::test]
async fn a_folder_that_takes_too_long_hides_no_other_folder() {
    // Longer than a quarter of the time for one command, and done before the next folder's quarter is over.
    let slow = Answer::Drip(b"* OK hm\r\n".to_vec(), Duration::from_millis(50));
    let plan = folders(&[r#"() "/" Slow"#, r#"() "." "INBOX.News""#]).at("EXAMINE Slow", slow).with_message(
        MESSAGE_ID,
        "INBOX.News",
        0,
    );
    let outcome = look_into(plan, password()).await;
    let Ok(Finding::Seen { folder, .. }) = &outcome.result else { panic!("{:?}", outcome.result) };
    assert_eq!(*folder, Folder::Other("News".into()));
    assert_eq!(outcome.server.log().connections, 1);
}

#[tokio::test]
async fn what_came_long_ago_is_not_searched() {
    let log = look_into(Plan::imap(), password()).await.server.log();
    let searches: Vec<&String> = log.secured.iter().filter(|line| line.contains("UID SEARCH")).collect();
    let (since, newest): (Vec<&String>, Vec<&String>) =
        searches.into_iter().partition(|line| line.contains(" SEARCH SINCE 1-Dec-2026 "));
    assert!(since.len() > 3, "{log:?}");
    // Once, at the end: the message and the notice, in the inbox and in the spam folder.
    assert!(newest.len() == 4 && newest.iter().all(|line| line.contains(" SEARCH 1:* ")), "{log:?}");
}
