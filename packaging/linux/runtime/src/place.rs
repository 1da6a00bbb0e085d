//! A folder for one run, for this person alone, in the place for what is temporary.

use std::fs::DirBuilder;
use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::PathBuf;

/// So often another name is tried.
const TRIES: u64 = 16;

/// Makes one that was not there. Nobody else may read it or write to it.
///
/// # Errors
/// When it cannot be made.
pub(crate) fn new() -> io::Result<PathBuf> {
    let parent = std::env::temp_dir();
    let mut made = Err(io::ErrorKind::AlreadyExists.into());
    for number in 0..TRIES {
        // That it was not there before is what counts; that its name is not to be guessed spares tries.
        let name = RandomState::new().hash_one(number);
        let path = parent.join(format!(".todoita-{name:016x}"));
        made = DirBuilder::new().mode(0o700).create(&path).map(|()| path);
        if made.as_ref().err().map(io::Error::kind) != Some(io::ErrorKind::AlreadyExists) {
            break;
        }
    }
    made.map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", parent.display())))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn it_is_new_and_for_one_person() {
        let (one, other) = (super::new().unwrap(), super::new().unwrap());
        assert_ne!(one, other);
        assert_eq!(std::fs::metadata(&one).unwrap().permissions().mode() & 0o777, 0o700);
        std::fs::remove_dir(one).unwrap();
        std::fs::remove_dir(other).unwrap();
    }
}
