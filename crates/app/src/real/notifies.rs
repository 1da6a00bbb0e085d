//! The name under which the notifications of Windows are shown.

use super::schedule::succeeds;

/// What the installers make known to Windows, with a name and a picture (packaging/windows).
const NAME: &str = "jp.todoita.Todoita";
const KEY: &str = r"Software\Classes\AppUserModelId";

/// That name, where an installer made it known. Of a program that was copied by hand Windows knows nothing, and would
/// show nothing under it.
pub fn notifies_as() -> Option<&'static str> {
    let known = |root: &str| succeeds("reg", &["query".to_owned(), format!(r"{root}\{KEY}\{NAME}")]);
    ["HKCU", "HKLM"].into_iter().any(known).then_some(NAME)
}
