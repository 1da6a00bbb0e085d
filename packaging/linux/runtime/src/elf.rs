//! Where this program's own file ends: what was appended begins there (elf(5), 64 bits, little endian).

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;

/// The file's header, as far as it is read.
const HEADER: usize = 64;

/// Where the table of sections begins (`e_shoff`), how long a line of it is (`e_shentsize`), how many there are.
const TABLE: usize = 40;
const LINE: usize = 58;
const LINES: usize = 60;

/// The length of the program: the table of sections is the last thing that a linker writes.
///
/// # Errors
/// When the file cannot be read, or is none of these.
pub(crate) fn end(file: &File) -> io::Result<u64> {
    let mut header = [0; HEADER];
    file.read_exact_at(&mut header, 0)?;
    if !header.starts_with(b"\x7fELF\x02\x01") {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "this is no program of 64 bits"));
    }
    let bytes = |at: usize, many: usize| {
        let number = header.get(at..at + many).unwrap_or_default();
        number.iter().rev().fold(0_u64, |all, byte| (all << 8) | u64::from(*byte))
    };
    let end = bytes(TABLE, 8).checked_add(bytes(LINE, 2) * bytes(LINES, 2));
    end.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "the table of sections has no end"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_appended_to_this_test() {
        let file = File::open(std::env::current_exe().unwrap()).unwrap();
        assert_eq!(end(&file).unwrap(), file.metadata().unwrap().len());
    }

    #[test]
    fn another_file_is_refused() {
        let file = tempfile::tempfile().unwrap();
        assert!(end(&file).is_err());
        file.write_all_at(&[b'#'; 100], 0).unwrap();
        assert!(end(&file).is_err());
    }
}
