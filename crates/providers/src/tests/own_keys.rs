use crate::key_panels;

#[test]
fn each_cloud_of_microsoft_has_its_own_page_for_registrations() {
    let register = key_panels("microsoft").find(|panel| panel.name == "register").unwrap();
    for (cloud, host) in [
        ("microsoft", "entra.microsoft.com"),
        ("microsoft-gov", "entra.microsoft.us"),
        ("microsoft-china", "entra.microsoftonline.cn"),
    ] {
        let page = register.page_in(cloud).unwrap();
        assert_eq!(page.strip_prefix("https://").unwrap().split('/').next(), Some(host));
    }
    let google = key_panels("google").next().unwrap();
    assert_eq!(google.page_in("google"), google.page);
}
