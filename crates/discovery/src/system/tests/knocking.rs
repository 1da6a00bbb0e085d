use std::sync::Arc;

use contract::Security;
use testkit::tls::{Authority, Flaw};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::server::believing;
use crate::ports::{Probe, ProbeFault, SubmissionOffer};
use crate::system::knock::Knocker;
use crate::system::reach::Reach;

const OFFER: &str = "250-mail.example\r\n250-PIPELINING\r\n250 AUTH LOGIN PLAIN\r\n";
const BEFORE: &str = "250-mail.example\r\n250 STARTTLS\r\n";

/// A submission server: its greeting, its answers to EHLO without and with TLS, its answer to STARTTLS.
#[derive(Clone)]
struct Mail {
    greeting: &'static str,
    before: &'static str,
    start: &'static str,
    after: &'static str,
}

impl Default for Mail {
    fn default() -> Self {
        Self { greeting: "220 mail.example ESMTP\r\n", before: BEFORE, start: "220 Go\r\n", after: OFFER }
    }
}

async fn say<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut S, lines: &[&str]) {
    let mut bytes = [0; 512];
    for line in lines {
        let _ = stream.write_all(line.as_bytes()).await;
        if stream.read(&mut bytes).await.unwrap_or(0) == 0 {
            return;
        }
    }
}

async fn knock(mail: Mail, security: Security, flaw: Flaw) -> Result<SubmissionOffer, ProbeFault> {
    let authority = Authority::new("Knock Test");
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let acceptor = TlsAcceptor::from(Arc::clone(&authority.server(&flaw)));
    tokio::spawn(async move {
        let (mut tcp, _) = listener.accept().await.unwrap();
        if security == Security::Starttls {
            say(&mut tcp, &[mail.greeting, mail.before]).await;
            let _ = tcp.write_all(mail.start.as_bytes()).await;
        }
        let Ok(mut stream) = acceptor.accept(tcp).await else { return };
        if security == Security::Tls {
            say(&mut stream, &[mail.greeting]).await;
        } else {
            say(&mut stream, &[""]).await;
        }
        say(&mut stream, &[mail.after]).await;
    });
    let knocker = Knocker::new(believing(&authority), Reach::Loopback);
    knocker.probe("localhost", port, security).await
}

#[tokio::test]
async fn both_ways_of_tls_are_seen() {
    for security in [Security::Tls, Security::Starttls] {
        let offer = knock(Mail::default(), security, Flaw::None).await;
        assert_eq!(offer, Ok(SubmissionOffer { takes_password: true }), "{security:?}");
    }
}

#[tokio::test]
async fn what_is_offered_before_tls_does_not_count() {
    let mail = Mail {
        before: "250-mail.example\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n",
        after: "250 mail.example\r\n",
        ..Mail::default()
    };
    assert_eq!(
        knock(mail, Security::Starttls, Flaw::None).await,
        Ok(SubmissionOffer { takes_password: false })
    );
}

#[tokio::test]
async fn only_password_mechanisms_count() {
    for (after, takes_password) in [
        ("250-a\r\n250 AUTH XOAUTH2\r\n", false),
        ("250-a\r\n250 AUTH CRAM-MD5\r\n", false),
        ("250-a\r\n250 auth=login\r\n", true),
        ("250-AUTH PLAIN\r\n250 SIZE 1\r\n", false),
    ] {
        let offer = knock(Mail { after, ..Mail::default() }, Security::Tls, Flaw::None).await;
        assert_eq!(offer, Ok(SubmissionOffer { takes_password }), "{after:?}");
    }
}

#[tokio::test]
async fn a_server_without_starttls_is_unprotected() {
    let mail = Mail { before: "250-mail.example\r\n250 AUTH PLAIN\r\n", ..Mail::default() };
    assert_eq!(knock(mail, Security::Starttls, Flaw::None).await, Err(ProbeFault::Unprotected));
}

#[tokio::test]
async fn nothing_but_a_bare_220_starts_tls() {
    for start in [
        "220 Go\r\n250 AUTH PLAIN\r\n",
        "250 Go\r\n",
        "454 later\r\n",
        "502 no\r\n",
        "220-Go\r\n220 on\r\n220 x\r\n",
    ] {
        let offer = knock(Mail { start, ..Mail::default() }, Security::Starttls, Flaw::None).await;
        assert_eq!(offer, Err(ProbeFault::NotSubmission), "{start:?}");
    }
}

#[tokio::test]
async fn other_servers_are_no_submission_servers() {
    for greeting in ["* OK IMAP4rev1\r\n", "554 go away\r\n", "SSH-2.0-x\r\n", "220-a\r\n250 b\r\n"] {
        let offer = knock(Mail { greeting, ..Mail::default() }, Security::Tls, Flaw::None).await;
        assert_eq!(offer, Err(ProbeFault::NotSubmission), "{greeting:?}");
    }
    let flood: &'static str = Box::leak(format!("220-{}", "x".repeat(100_000)).into_boxed_str());
    let offer = knock(Mail { greeting: flood, ..Mail::default() }, Security::Tls, Flaw::None).await;
    assert_eq!(offer, Err(ProbeFault::NotSubmission));
}

#[tokio::test]
async fn bad_certificates_are_refused() {
    for flaw in [Flaw::Expired, Flaw::SelfSigned, Flaw::OtherNames(vec!["other.example".to_owned()])] {
        let offer = knock(Mail::default(), Security::Starttls, flaw.clone()).await;
        assert_eq!(offer, Err(ProbeFault::Certificate), "{flaw:?}");
    }
}

#[tokio::test]
async fn closed_ports_and_this_computer() {
    let authority = Authority::new("Knock Test");
    let free = TcpListener::bind(("127.0.0.1", 0)).await.unwrap().local_addr().unwrap().port();
    let knocker = Knocker::new(believing(&authority), Reach::Loopback);
    assert_eq!(knocker.probe("localhost", free, Security::Tls).await, Err(ProbeFault::Closed));
    let knocker = Knocker::new(believing(&authority), Reach::Public);
    assert_eq!(knocker.probe("localhost", 465, Security::Tls).await, Err(ProbeFault::PrivateAddress));
}
