//! The screens: the files that the build script packed, each unpacked when the web view asks for it.

use std::borrow::Cow;
use std::io::Read as _;

use flate2::read::DeflateDecoder;
use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};

/// The page's files. Its scripts and styles are files of their own, so no hash of one stands in the CSP.
pub(crate) struct Page;

/// The key of each file (`/index.html`) and what it holds, packed (DEFLATE, RFC 1951).
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/page.rs"));

impl<R: tauri::Runtime> tauri::Assets<R> for Page {
    fn get(&self, key: &AssetKey) -> Option<Cow<'_, [u8]>> {
        let (_, packed) = FILES.iter().find(|(name, _)| *name == key.as_ref())?;
        let mut file = Vec::new();
        DeflateDecoder::new(*packed).read_to_end(&mut file).ok()?;
        Some(file.into())
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        let file = |name: &'static str| tauri::Assets::<R>::get(self, &name.into());
        Box::new(FILES.iter().filter_map(move |(name, _)| Some(((*name).into(), file(name)?))))
    }

    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(std::iter::empty())
    }
}
