//! Whether Microsoft knows the domain as that of an organisation: its openid-configuration names the tenant.

use contract::{RecordLine, RecordName, RecordState};
use discovery::{WebFault, tenant, tenant_url};

use crate::{Asking, PATIENCE, SenderKind};

/// The line; none where the sender is not Microsoft.
pub(crate) async fn line(asking: Asking<'_>) -> Option<RecordLine> {
    let SenderKind::Microsoft(cloud) = asking.sender.kind else { return None };
    let url = tenant_url(cloud, asking.domain);
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
