//! Which lines are taken for the end of a run.

use super::closing_line;

#[test]
fn the_closing_lines_of_the_runners_are_known() {
    for line in [
        "     Summary [   4.010s] 312 tests run: 312 passed, 0 skipped",
        "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m41 passed\u{1b}[39m\u{1b}[22m (41)",
        "96 passed, 0 failed",
        "golden: 103 passed, 0 failed",
        "test result: ok. 3 passed; 0 failed; 0 ignored",
        "todoita-app: 7,812,000 bytes of at most 8,000,000",
    ] {
        assert!(closing_line(line).is_some(), "{line}");
    }
    for line in [
        "",
        "Compiling tests v0.1.0",
        "tests passed",
        "what passed, what failed",
        "a b: 3 passed, 1 failed",
        "    test result: FAILED. 0 passed; 1 failed",
    ] {
        assert_eq!(closing_line(line), None, "{line}");
    }
}
