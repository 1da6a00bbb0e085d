//! Whether Microsoft knows the domain as that of an organisation: its openid-configuration names the tenant.

use contract::{RecordLine, RecordName, RecordState};
use discovery::WebFault;
use serde_json::Value;

use crate::{Asking, PATIENCE, SenderKind};

/// The line; none where the sender is not Microsoft.
pub(crate) async fn line(asking: Asking<'_>) -> Option<RecordLine> {
    let SenderKind::Microsoft { spf } = asking.sender.kind else { return None };
    // China's cloud has a directory of its own (learn.microsoft.com, national clouds).
    let host =
        if spf.ends_with(".cn") { "login.partner.microsoftonline.cn" } else { "login.microsoftonline.com" };
    let url = format!("https://{host}/{}/v2.0/.well-known/openid-configuration", asking.domain);
    let answer = tokio::time::timeout(PATIENCE, asking.ports.web.get(&url)).await;
    Some(match answer.unwrap_or(Err(WebFault::Network)) {
        Ok(page) => match tenant(&page.body) {
            Some(id) => {
                let mut line = asking.line(RecordName::Tenant, RecordState::Found, "found");
                line.seen = vec![id];
                line
            }
            None => asking.unseen(RecordName::Tenant),
        },
        // What Microsoft answers for a name that it does not know.
        Err(WebFault::Status(400 | 404)) => asking.line(RecordName::Tenant, RecordState::Missing, "missing"),
        Err(_) => asking.unseen(RecordName::Tenant),
    })
}

/// The tenant's id, a UUID within the issuer.
fn tenant(body: &[u8]) -> Option<String> {
    let file: Value = serde_json::from_slice(body).ok()?;
    let issuer = file.get("issuer")?.as_str()?;
    issuer.split('/').find(|part| is_uuid(part)).map(str::to_owned)
}

fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}
