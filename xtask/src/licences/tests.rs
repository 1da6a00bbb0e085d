//! Expressions of SPDX.

use super::fits;

#[test]
fn an_expression_is_read_as_spdx_means_it() {
    let allowed = ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    for good in [
        "MIT",
        "MIT/Apache-2.0",
        "GPL-3.0 OR MIT",
        "MIT AND ISC",
        "(GPL-3.0 OR ISC) AND MIT",
        "Apache-2.0 WITH LLVM-exception OR Zlib",
    ] {
        assert!(fits(good, &allowed), "{good}");
    }
    for bad in ["", "Apache-2.0", "MIT AND GPL-3.0", "(MIT OR ISC) AND Zlib", "(MIT", "MIT ISC"] {
        assert!(!fits(bad, &allowed), "{bad}");
    }
}
