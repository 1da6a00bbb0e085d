use super::{diagnostic, readable};

#[test]
fn names_of_folders_are_read() {
    for (wire, shown) in [
        ("Archive", "Archive"),
        ("A &- B", "A & B"),
        ("&U9ZfFVFI-", "取引先"),
        ("&U9ZfFVFI-2026", "取引先2026"),
        ("&broken", "&broken"),
        ("&!!-", "&!!-"),
        ("&2AA-", "&2AA-"),
    ] {
        assert_eq!(readable(wire), shown);
    }
}

#[test]
fn the_reason_of_a_notice_is_its_diagnostic_code_without_the_type() {
    let notice = "Subject: Undelivered\r\n\r\nStatus: 5.7.1\r\ndiagnostic-code: smtp; 550 5.7.1 not\r\n    \
                  accepted; really\r\nRemote-MTA: dns; x\r\n";
    assert_eq!(diagnostic(notice), "550 5.7.1 not accepted; really");
    assert_eq!(diagnostic("Status: 5.1.1\n"), "5.1.1");
    assert_eq!(diagnostic("Diagnostic-Code: 550 no type; here\n"), "550 no type; here");
    assert_eq!(diagnostic("nothing of the kind"), "");
    assert_eq!(diagnostic(&format!("Status: {}\n", "x".repeat(9_000))).len(), 600);
    assert_eq!(diagnostic("Status: a\u{1b}[2Jb\n"), "a[2Jb");
}
