//! The sign-in of the demonstration: a page on this computer, opened in the real browser.

use std::time::Duration;

use app::ports::{Access, CodeDoor, Consents, Door, Granted, Holder};
use contract::{AccountKind, Language, Login, Problem, ProblemCode, Stage, Verdict};
use futures_util::future::BoxFuture;
use secret::Secret;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use wizard::{Brand, ConsentWork, Found};

use super::finder::embed;
use super::page::{self, Chosen};

pub(super) struct Embedded {
    pub(super) port: u16,
}

impl Embedded {
    async fn door(&self, work: &ConsentWork, language: Language) -> Result<Open, Problem> {
        let listen = |_| diagnosis::problem(ProblemCode::ListenFailed, Stage::Consent);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(listen)?;
        let url = format!("http://127.0.0.1:{}/", listener.local_addr().map_err(listen)?.port());
        let address = work.address.clone().unwrap_or_else(|| match work.provider.as_str() {
            "microsoft" => "sakura@outlook.jp".to_owned(),
            _ => "taro@gmail.com".to_owned(),
        });
        let provider = work.provider.clone();
        Ok(Open { listener, url, language, address, provider, port: self.port, chosen: None })
    }
}

impl Consents for Embedded {
    fn open<'a>(
        &'a self,
        work: &'a ConsentWork,
        language: Language,
    ) -> BoxFuture<'a, Result<Box<dyn Door>, Problem>> {
        Box::pin(async move { Ok(Box::new(self.door(work, language).await?) as Box<dyn Door>) })
    }

    /// In the demonstration the other device is this computer: the code leads to the same page.
    fn by_code<'a>(&'a self, work: &'a ConsentWork) -> BoxFuture<'a, Result<Box<dyn CodeDoor>, Problem>> {
        Box::pin(async move {
            Ok(Box::new(Code { open: self.door(work, Language::Ja).await? }) as Box<dyn CodeDoor>)
        })
    }

    fn access<'a>(&'a self, _holder: Holder) -> BoxFuture<'a, Result<Access, Problem>> {
        Box::pin(async { Ok(Access { token: Secret::from("demonstration-token"), renewed: None }) })
    }

    fn forget(&self, _account: &str) {}

    fn revoke<'a>(&'a self, _permission: &'a Secret) -> BoxFuture<'a, Option<bool>> {
        Box::pin(async { Some(true) })
    }
}

struct Code {
    open: Open,
}

impl CodeDoor for Code {
    fn code(&self) -> &str {
        "DEMO2345"
    }

    fn page(&self) -> &str {
        &self.open.url
    }

    fn good_for(&self) -> Duration {
        Duration::from_secs(900)
    }

    fn finish(mut self: Box<Self>) -> BoxFuture<'static, Result<Granted, Problem>> {
        Box::pin(async move {
            self.open.wait().await?;
            Box::new(self.open).finish().await
        })
    }
}

struct Open {
    listener: TcpListener,
    url: String,
    language: Language,
    address: String,
    provider: String,
    port: u16,
    chosen: Option<(Chosen, TcpStream)>,
}

impl Door for Open {
    fn url(&self) -> &str {
        &self.url
    }

    fn wait(&mut self) -> BoxFuture<'_, Result<(), Problem>> {
        Box::pin(async {
            while self.chosen.is_none() {
                let Ok((mut stream, _)) = self.listener.accept().await else { continue };
                match page::read(&mut stream).await {
                    Some(chosen) => self.chosen = Some((chosen, stream)),
                    None => {
                        let question = page::question(self.language, &self.address);
                        let _ = stream.write_all(question.as_bytes()).await;
                        let _ = stream.shutdown().await;
                    }
                }
            }
            Ok(())
        })
    }

    fn finish(mut self: Box<Self>) -> BoxFuture<'static, Result<Granted, Problem>> {
        Box::pin(async move {
            let Some((chosen, mut stream)) = self.chosen.take() else {
                return Err(diagnosis::problem(ProblemCode::ConsentStopped, Stage::Consent));
            };
            let end = page::end(self.language, chosen);
            let _ = stream.write_all(end.as_bytes()).await;
            let _ = stream.shutdown().await;
            match chosen {
                Chosen::Allowed => Ok(granted(&self.address, &self.provider, self.port)),
                Chosen::Unticked => Err(diagnosis::problem(ProblemCode::ScopeMissing, Stage::Consent)),
                Chosen::Denied => Err(diagnosis::problem(ProblemCode::ConsentDenied, Stage::Consent)),
            }
        })
    }
}

fn granted(address: &str, provider: &str, port: u16) -> Granted {
    let (kind, name) = match provider {
        "microsoft" => (AccountKind::MicrosoftPersonal, "Outlook.com"),
        _ => (AccountKind::GooglePersonal, "Gmail"),
    };
    let mut found = Found {
        kind,
        name: Brand::same(name),
        verdict: Verdict::Ready,
        logins: vec![Login::OAuth],
        ..Found::nothing(address)
    };
    embed(&mut found, port);
    Granted {
        address: address.to_owned(),
        permission: Secret::from("demonstration-permission"),
        access: Secret::from("demonstration-token"),
        found,
    }
}
