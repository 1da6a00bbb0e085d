//! A key of one's own, in the real window: made with the guide, handed over, used to the message in the mailbox.

use std::fs;

use serde_json::{Value, json};

use crate::checks;
use crate::stage::{Keychain, Stage};

const FILE: &str = "client_secret_pretend-google.apps.googleusercontent.com.json";
const SECRET: &str = "GOCSPX-pretend";
const ENTRY: &str = "client:google:pretend-google.apps.googleusercontent.com";

fn key_file(kind: &str) -> String {
    json!({ kind: {
        "client_id": "pretend-google.apps.googleusercontent.com", "project_id": "todoita-1",
        "auth_uri": "https://accounts.google.com/o/oauth2/auth", "token_uri": "https://oauth2.googleapis.com/token",
        "client_secret": SECRET, "redirect_uris": ["http://localhost"],
    }})
    .to_string()
}

/// Puts a file into the box, as a drop or the system's own dialogue would.
fn put_in(stage: &mut Stage, text: &str) {
    let script = format!(
        "const input = document.querySelector('#key-file'), files = new DataTransfer();
         files.items.add(new File([{}], '{FILE}', {{ type: 'application/json' }}));
         input.files = files.files; input.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        Value::String(text.to_owned())
    );
    stage.window().script(&script).unwrap();
    stage.fields += 1;
    // The hint comes when the file was handed over.
    std::thread::sleep(std::time::Duration::from_millis(1_500));
}

fn to_the_last_panel(stage: &mut Stage) {
    stage.expect("guide");
    while !stage.window().offers("take-key") {
        stage.press("continue");
        std::thread::sleep(std::time::Duration::from_millis(300));
    }
}

fn says(stage: &Stage, words: &str) {
    let seen = stage
        .window()
        .wait(words, std::time::Duration::from_secs(10), |window| window.text().contains(words));
    seen.unwrap_or_else(|error| panic!("{error}: {}", stage.window().text()));
}

#[test]
fn o1_an_own_google_key_from_the_first_screen() {
    let Some(mut stage) = Stage::set_without_keys("o1-own-google", Keychain::Unlocked) else { return };
    let downloads = stage.home.join("Downloads");
    fs::write(downloads.join(FILE), key_file("installed")).unwrap();
    stage.press("sign-in-google");
    stage.expect_problem("no-client-id");
    stage.press("make-own-key");
    to_the_last_panel(&mut stage);
    put_in(&mut stage, &key_file("web"));
    stage.press("take-key");
    says(&stage, "デスクトップ");
    put_in(&mut stage, &key_file("installed"));
    says(&stage, "ファイルを受け取りました");
    stage.take_picture("file");
    stage.press("take-key");
    says(&stage, FILE);
    assert!(downloads.join(FILE).exists(), "nothing is deleted unasked");
    stage.press("delete-key-file");
    says(&stage, "消しました");
    assert!(!downloads.join(FILE).exists());
    stage.press("continue");
    stage.expect_within("done", 60);
    checks::nowhere(&stage, &[SECRET.to_owned()]);
    assert!(stage.secret(ENTRY).contains(SECRET), "the secret is in the keychain");
    checks::arrived(&mut stage, "taro@gmail.com", &["Taro-no-Himitsu-1", SECRET], 11, 2);
    // What Google does after seven days to a project that is still being tested.
    stage.kill();
    stage.tell("/oauth/revoke", &serde_json::json!({ "account": "taro@gmail.com" }));
    stage.open();
    stage.expect("home");
    stage.press("send-another");
    stage.expect_problem("permission-ended");
    says(&stage, "7日で切れます");
}

#[test]
fn o2_an_own_microsoft_key_from_the_first_screen() {
    let Some(mut stage) = Stage::set_without_keys("o2-own-microsoft", Keychain::Unlocked) else { return };
    stage.search("sakura@outlook.jp");
    stage.expect_problem("no-client-id");
    stage.press("make-own-key");
    stage.expect("guide");
    stage.press("open-key-page");
    stage.opened("https://entra.microsoft.com/");
    to_the_last_panel(&mut stage);
    stage.fill("#field-client-id", "11112222-bbbb-3333-cccc");
    stage.press("take-key");
    says(&stage, "ハイフンで5つ");
    stage.take_picture("ids");
    stage.fill("#field-client-id", "11112222-bbbb-3333-cccc-4444dddd5555");
    stage.press("take-key");
    says(&stage, "準備ができました");
    stage.press("continue");
    stage.expect("consent");
    stage.press("open-browser");
    stage.it_arrived();
    checks::arrived(&mut stage, "sakura@outlook.jp", &["Sakura-no-Himitsu-5"], 11, 3);
}

/// Makes a key of one's own for an address whose mail is in one of Microsoft's other clouds, and signs in with it.
fn with_a_key_of_the_cloud(stage: &mut Stage, address: &str, cloud: &str, client: &str) {
    stage.search(address);
    stage.expect_problem("no-client-id");
    stage.press("make-own-key");
    stage.expect("guide");
    says(stage, cloud);
    stage.take_picture("guide");
    to_the_last_panel(stage);
    stage.fill("#field-client-id", client);
    stage.press("take-key");
    says(stage, "準備ができました");
    stage.press("continue");
    stage.expect("consent");
    stage.press("open-browser");
}

#[test]
fn o3_a_company_in_the_cloud_of_china() {
    let Some(mut stage) = Stage::set_without_keys("o3-own-china", Keychain::Unlocked) else { return };
    let lin = "lin@china-company.example";
    with_a_key_of_the_cloud(&mut stage, lin, "21Vianet", "22223333-bbbb-4444-cccc-5555dddd6666");
    stage.it_arrived();
    checks::arrived(&mut stage, lin, &["Lin-no-Himitsu-17"], 9, 2);
}

#[test]
fn o4_an_agency_in_the_cloud_of_the_us_government_sends_by_the_web() {
    let Some(mut stage) = Stage::set_without_keys("o4-own-gov", Keychain::Unlocked) else { return };
    let clerk = "clerk@agency.example";
    stage.tell("/account", &json!({ "account": clerk, "smtp_auth": "tenant-disabled" }));
    with_a_key_of_the_cloud(&mut stage, clerk, "アメリカ政府", "33334444-bbbb-5555-cccc-6666dddd7777");
    stage.expect_problem("smtp-auth-off");
    stage.press("send-by-web");
    stage.it_arrived();
    checks::arrived(&mut stage, clerk, &["Clerk-no-Himitsu-18"], 10, 2);
    let calls = stage.ask("/api")["calls"].clone();
    let there = calls.as_array().into_iter().flatten().map(|call| call["call"].clone());
    assert_eq!(there.collect::<Vec<_>>(), ["graph.microsoft.us/v1.0/me/sendMail"]);
}
