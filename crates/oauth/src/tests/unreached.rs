//! Why no line to the token endpoint came about: each cause is kept, for the card depends on it.

use std::net::Ipv4Addr;
use std::time::Duration;

use reqwest::dns::{Name, Resolve, Resolving};
use tokio::net::TcpListener;

use super::renewal::known;
use super::*;
use crate::error::{ConsentError, Unreached};
use crate::permission::Permission;
use crate::renew::RenewError;

/// What a renewal over this client comes to.
async fn failure(http: Http) -> ConsentError {
    let renewer = renewer(http, tempfile::tempdir().unwrap().path().to_owned());
    let outcome =
        renewer.pending(&Permission::new(&google(), Road::Smtp, Secret::from("old")), &known::<()>).await;
    let Err(RenewError::Refused(why)) = outcome else { panic!("{outcome:?}") };
    why
}

fn believing(authority: &Authority) -> tls::Tls {
    tls::Tls::with_extra_roots([authority.root()]).unwrap()
}

#[tokio::test]
async fn a_certificate_that_is_not_the_providers_is_told_from_one_that_is_out_of_date() {
    let authority = Authority::new("Todoita Test");
    for (flaw, wanted) in [
        (Flaw::Expired, Unreached::OutOfDate),
        (Flaw::NotYetValid, Unreached::OutOfDate),
        (Flaw::UnknownIssuer, Unreached::Foreign),
        (Flaw::SelfSigned, Unreached::Foreign),
        (Flaw::OtherNames(vec!["portal.example".into()]), Unreached::Foreign),
    ] {
        let server = Https::start(authority.server(&flaw), |_| Response::json(200, "{}")).await;
        let why = failure(Http::at(&believing(&authority), server.address, &HOSTS)).await;
        assert_eq!(why, ConsentError::Unreached(wanted), "{flaw:?}");
        assert!(server.seen().is_empty(), "the permission was not shown to it");
    }
}

#[tokio::test]
async fn plain_text_where_tls_belongs_is_not_the_provider() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut tcp, _)) = listener.accept().await {
            let _ = tcp.write_all(b"HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\n\r\n").await;
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
    let why = failure(Http::at(&believing(&Authority::new("Todoita Test")), address, &HOSTS)).await;
    assert_eq!(why, ConsentError::Unreached(Unreached::Foreign));
}

#[tokio::test]
async fn a_closed_port_is_no_connection_and_a_line_that_falls_silent_is_one() {
    let tls = believing(&Authority::new("Todoita Test"));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let why = failure(Http::at(&tls, address, &HOSTS)).await;
    assert_eq!(why, ConsentError::Unreached(Unreached::NoConnection));

    let (_, http) = endpoint(|_| Response::none()).await;
    assert_eq!(failure(http).await, ConsentError::Trouble { status: None }, "it was reached");
}

struct NoNames;

impl Resolve for NoNames {
    fn resolve(&self, _name: Name) -> Resolving {
        Box::pin(async { Err("no network".into()) })
    }
}

#[tokio::test]
async fn a_name_that_cannot_be_looked_up_is_kept_as_that() {
    let tls = believing(&Authority::new("Todoita Test"));
    let http = Http::built(Http::builder(&tls).dns_resolver(Arc::new(NoNames))).unwrap();
    assert_eq!(failure(http).await, ConsentError::Unreached(Unreached::NameNotFound));
}

/// A full queue takes no more connections and refuses none.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_network_that_swallows_everything_is_no_connection_and_no_slow_server() {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
    let dead = socket.listen(1).unwrap();
    let address = dead.local_addr().unwrap();
    let mut queue = Vec::new();
    while let Ok(stream) = tokio::time::timeout(Duration::from_millis(300), TcpStream::connect(address)).await
    {
        queue.push(stream);
        assert!(queue.len() < 64, "the queue has an end");
    }
    tokio::time::pause();
    let why = failure(Http::at(&believing(&Authority::new("Todoita Test")), address, &HOSTS)).await;
    assert_eq!(why, ConsentError::Unreached(Unreached::NoConnection));
}
