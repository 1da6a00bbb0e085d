//! The sign-in of the demonstration: a page on this computer, opened in the real browser.

use app::ports::{Access, Consents, Door, Granted, Holder};
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

impl Consents for Embedded {
    fn open<'a>(
        &'a self,
        work: &'a ConsentWork,
        language: Language,
    ) -> BoxFuture<'a, Result<Box<dyn Door>, Problem>> {
        Box::pin(async move {
            let listen = |_| diagnosis::problem(ProblemCode::ListenFailed, Stage::Consent);
            let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(listen)?;
            let url = format!("http://127.0.0.1:{}/", listener.local_addr().map_err(listen)?.port());
            let address = work.address.clone().unwrap_or_else(|| match work.provider.as_str() {
                "microsoft" => "sakura@outlook.jp".to_owned(),
                _ => "taro@gmail.com".to_owned(),
            });
            let open = Open {
                listener,
                url,
                language,
                address,
                provider: work.provider.clone(),
                port: self.port,
                chosen: None,
            };
            Ok(Box::new(open) as Box<dyn Door>)
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
