//! The archive beside these tests was made by mksquashfs 4.5.1, with blocks of 4096 bytes, packed by zlib:
//!
//! - `folder/deeper/note` says that it arrived, `folder/link` leads there
//! - `long` has 10,000 bytes, `same` is another name for it; `run` may be run, `empty` is empty
//! - `holes` is two blocks of noughts and the word end; `many` holds 300 empty files

use std::io::Write as _;

use super::*;

const SMALL: &[u8] = include_bytes!("tests/small.squashfs");

fn open(bytes: &[u8]) -> io::Result<Image> {
    let mut file = tempfile::tempfile()?;
    file.write_all(b"before")?;
    file.write_all(bytes)?;
    Image::open(file, 6)
}

fn find(image: &Image, path: &str) -> io::Result<Arc<Inode>> {
    path.split('/').filter(|name| !name.is_empty()).try_fold(image.inode(image.root())?, |folder, name| {
        let entry = image.entries(&folder)?.into_iter().find(|entry| entry.name == name.as_bytes());
        image.inode(entry.ok_or(io::ErrorKind::NotFound)?.inode)
    })
}

fn bytes(image: &Image, path: &str, offset: u64, wanted: usize) -> io::Result<Vec<u8>> {
    let inode = find(image, path)?;
    let Kind::File(content) = &inode.kind else { return Err(io::ErrorKind::IsADirectory.into()) };
    image.read(content, offset, wanted)
}

fn long() -> Vec<u8> {
    (0..10_000_u32).map(|at| ((at * 7 + at / 251) % 256) as u8).collect()
}

#[test]
fn files_are_read_whole_and_in_parts() {
    let image = open(SMALL).unwrap();
    assert_eq!(bytes(&image, "folder/deeper/note", 0, 100).unwrap(), b"it arrived\n");
    assert_eq!(bytes(&image, "empty", 0, 100).unwrap(), b"");
    let long = long();
    assert_eq!(bytes(&image, "long", 0, 20_000).unwrap(), long);
    assert_eq!(bytes(&image, "same", 4090, 12).unwrap(), long[4090..4102]);
    assert_eq!(bytes(&image, "long", 9990, 100).unwrap(), long[9990..]);
    assert_eq!(bytes(&image, "long", 10_000, 1).unwrap(), b"");
    assert_eq!(bytes(&image, "long", u64::MAX, usize::MAX).unwrap(), b"");
    let holes = [&[0; 8192][..], b"end"].concat();
    assert_eq!(bytes(&image, "holes", 0, 10_000).unwrap(), holes);
}

#[test]
fn what_is_known_of_them_is_as_it_was() {
    let image = open(SMALL).unwrap();
    let mode = |path| find(&image, path).unwrap().mode;
    assert_eq!([mode("run"), mode("empty"), mode("folder")], [0o755, 0o644, 0o755]);
    assert_eq!(find(&image, "same").unwrap().links, 2);
    assert_eq!(find(&image, "same").unwrap().number, find(&image, "long").unwrap().number);
    assert_eq!(find(&image, "run").unwrap().modified, 24 * 60 * 60);
    assert!(matches!(&find(&image, "folder/link").unwrap().kind, Kind::Link(to) if to == b"deeper/note"));
}

#[test]
fn a_folder_of_many_parts_has_all_its_names() {
    let image = open(SMALL).unwrap();
    let names = image.entries(&find(&image, "many").unwrap()).unwrap();
    let expected: Vec<Vec<u8>> = (0..300).map(|number| format!("{number:03}").into_bytes()).collect();
    assert_eq!(names.into_iter().map(|entry| entry.name).collect::<Vec<_>>(), expected);
    let note = find(&image, "folder/deeper/note").unwrap();
    assert_eq!(image.entries(&note).err().unwrap().kind(), io::ErrorKind::NotADirectory);
}

#[test]
fn everything_unpacks_into_files() {
    use std::os::unix::fs::PermissionsExt as _;

    let place = tempfile::tempdir().unwrap();
    let image = open(SMALL).unwrap();
    crate::unpack::all(&image, place.path()).unwrap();
    assert_eq!(std::fs::read(place.path().join("folder/link")).unwrap(), b"it arrived\n");
    assert_eq!(std::fs::read(place.path().join("long")).unwrap(), long());
    assert_eq!(std::fs::read_dir(place.path().join("many")).unwrap().count(), 300);
    assert_eq!(std::fs::metadata(place.path().join("run")).unwrap().permissions().mode() & 0o777, 0o755);
    // A second time nothing is written over.
    assert!(crate::unpack::all(&image, place.path()).is_err());
}

/// Reads what there is, some of many, and gives up at the first thing that is wrong.
fn walk(image: &Image, folder: &Inode, depth: usize) -> io::Result<()> {
    for entry in image.entries(folder)?.iter().take(16) {
        let inode = image.inode(entry.inode)?;
        match &inode.kind {
            Kind::Folder { .. } if depth < 8 => walk(image, &inode, depth + 1)?,
            // A size that is not true is read in part.
            Kind::File(content) => drop(image.read(content, 0, 1 << 16)?),
            Kind::Folder { .. } | Kind::Link(_) => {}
        }
    }
    Ok(())
}

#[test]
fn a_damaged_archive_is_an_error_or_another_archive_and_never_a_crash() {
    let everything = |bytes: &[u8]| {
        let image = open(bytes)?;
        walk(&image, &*image.inode(image.root())?, 0)
    };
    assert!(everything(SMALL).is_ok());
    let mut refused = 0;
    for at in 0..SMALL.len() {
        for other in [!SMALL[at], SMALL[at] ^ 0x01] {
            let mut damaged = SMALL.to_vec();
            damaged[at] = other;
            refused += usize::from(everything(&damaged).is_err());
        }
    }
    assert!(refused > SMALL.len() / 2, "only {refused} were refused");
}

#[test]
fn half_an_archive_is_refused_at_once() {
    let whole = (0..=SMALL.len()).find(|length| open(&SMALL[..*length]).is_ok()).unwrap();
    // What follows fills the file up to a whole page.
    assert!(whole > SMALL.len() / 2 && SMALL[whole..].iter().all(|byte| *byte == 0));
    assert!(open(&SMALL[..whole]).and_then(|image| walk(&image, &*image.inode(image.root())?, 0)).is_ok());
}
