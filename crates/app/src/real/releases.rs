//! The publisher's word on releases.

use discovery::{Web, WebFault};
use releases::{Feed, Refused, Told, built_in, judge};
use wizard::ReleaseNews;

use crate::settings::Settings;

/// Fetches the two files and judges them. Who asks is not told: it is an ordinary fetch of two files.
pub(super) async fn ask(web: &dyn Web) -> ReleaseNews {
    match built_in() {
        Some(feed) => ask_at(feed, web).await,
        None => ReleaseNews::NotReached,
    }
}

async fn ask_at(feed: Feed<'_>, web: &dyn Web) -> ReleaseNews {
    let signed_at = format!("{}.minisig", feed.url);
    let (manifest, signature) = futures_util::future::join(web.get(feed.url), web.get(&signed_at)).await;
    let manifest = match manifest {
        Ok(page) => page.body,
        Err(WebFault::Certificate | WebFault::Redirect | WebFault::PrivateAddress) => {
            return ReleaseNews::NotBelieved;
        }
        Err(_) => return ReleaseNews::NotReached,
    };
    // A file without its signature is worth nothing; one whose signature did not come was not judged.
    let signature = match signature {
        Ok(page) => page.body,
        Err(WebFault::Network | WebFault::Refused | WebFault::NoSuchHost) => return ReleaseNews::NotReached,
        Err(_) => Vec::new(),
    };
    match judge(feed, &Settings::program().version, &manifest, &signature) {
        Ok(Told::Newest) => ReleaseNews::Newest,
        Ok(Told::Newer { version, page }) => ReleaseNews::Newer { version, page },
        Err(Refused::Unsigned | Refused::SignatureMisfits | Refused::Older | Refused::Malformed) => {
            ReleaseNews::NotBelieved
        }
    }
}

#[cfg(test)]
mod tests {
    use discovery::{Answer, Page};

    use super::*;

    /// A web that holds these files; the fake behind the port answers as this test says.
    struct Files(Vec<(&'static str, Result<&'static [u8], WebFault>)>);

    impl Web for Files {
        fn get<'a>(&'a self, url: &'a str) -> Answer<'a, Result<Page, WebFault>> {
            Box::pin(async move {
                let held = self
                    .0
                    .iter()
                    .find(|(held, _)| *held == url)
                    .map_or(Err(WebFault::Status(404)), |(_, is)| *is);
                held.map(|body| Page { body: body.to_vec(), host: "releases.example".to_owned() })
            })
        }
    }

    const URL: &str = "https://releases.example/latest.json";
    const SIGNED_AT: &str = "https://releases.example/latest.json.minisig";
    const NEWER: &[u8] = include_bytes!("../../../releases/src/tests/files/newer.json");
    const SIGNATURE: &[u8] = include_bytes!("../../../releases/src/tests/files/newer.minisig");
    const ANOTHERS: &[u8] = include_bytes!("../../../releases/src/tests/files/newer.by-another.minisig");

    async fn asked(files: &[(&'static str, Result<&'static [u8], WebFault>)]) -> ReleaseNews {
        let feed = Feed { url: URL, key: include_str!("../../../releases/src/tests/files/release.pub") };
        ask_at(feed, &Files(files.to_vec())).await
    }

    #[tokio::test]
    async fn only_what_the_publisher_signed_is_told() {
        let page = "https://releases.example/todoita/v0.2.0".to_owned();
        let newer = ReleaseNews::Newer { version: "0.2.0".to_owned(), page };
        assert_eq!(asked(&[(URL, Ok(NEWER)), (SIGNED_AT, Ok(SIGNATURE))]).await, newer);
        for signature in [Ok(ANOTHERS), Ok(NEWER), Err(WebFault::Status(404)), Err(WebFault::Certificate)] {
            assert_eq!(asked(&[(URL, Ok(NEWER)), (SIGNED_AT, signature)]).await, ReleaseNews::NotBelieved);
        }
        let broken = [(URL, Ok(NEWER)), (SIGNED_AT, Err(WebFault::Network))];
        assert_eq!(asked(&broken).await, ReleaseNews::NotReached, "a line that broke accuses nobody");
        assert_eq!(asked(&[(URL, Err(WebFault::Network))]).await, ReleaseNews::NotReached);
        assert_eq!(asked(&[]).await, ReleaseNews::NotReached);
        assert_eq!(asked(&[(URL, Err(WebFault::Redirect))]).await, ReleaseNews::NotBelieved);
    }
}
