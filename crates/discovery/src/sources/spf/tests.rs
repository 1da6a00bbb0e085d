use super::read;

#[test]
fn includes_and_redirects_are_signs() {
    for (text, ids) in [
        ("v=spf1 include:_spf.google.com ~all", vec!["google-workspace"]),
        ("V=SPF1 ip4:1.2.3.4 +INCLUDE:SPF.protection.outlook.com. -all", vec!["microsoft365"]),
        ("v=spf1 redirect=_spf.google.com", vec!["google-workspace"]),
        (
            "v=spf1 include:spf.protection.outlook.com include:_spf.google.com",
            vec!["google-workspace", "microsoft365"],
        ),
        ("v=spf1 include:_spf.google.com.evil.example", vec![]),
        ("v=spf1 -include:_spf.google.com", vec![]),
        ("v=spf10 include:_spf.google.com", vec![]),
        ("google-site-verification=1 include:_spf.google.com", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(read(&["x".to_owned(), text.to_owned()]), ids, "{text}");
    }
    let far = format!("v=spf1 {} include:_spf.google.com", "a ".repeat(100));
    assert_eq!(read(&[far]), Vec::<&str>::new(), "bounded");
}
