//! Microsoft's openid-configuration of the domain: whether it has a tenant there, and in which cloud. Microsoft learns
//! the domain, never the address; so it is asked only where something points there, or where a filter hides the truth.

use contract::{EvidenceSource, Heard};
use serde_json::Value;

use super::{Asking, Outcome, Rank, Report, Said, Sign, Source, fetch};
use crate::ports::Answer;

const HOST: &str = "login.microsoftonline.com";

/// Where Microsoft says whether it knows a domain, in a cloud by the id of its row. The first cloud, which knows of the
/// others' tenants too, for any other row.
pub fn tenant_url(cloud: &str, domain: &str) -> String {
    let host = match cloud {
        "microsoft365-gov" => "login.microsoftonline.us",
        "microsoft365-china" => "login.partner.microsoftonline.cn",
        _ => HOST,
    };
    format!("https://{host}/{domain}/v2.0/.well-known/openid-configuration")
}

/// A tenant alone is no proof that the mail is there: many have one for the sake of documents.
const WEIGHT: u8 = 2;

/// The tenant of the domain.
pub(crate) struct Openid;

impl Source for Openid {
    fn rank(&self) -> Rank {
        Rank::Openid
    }

    fn ask<'a>(self: Box<Self>, asking: Asking<'a>) -> Answer<'a, Report> {
        Box::pin(ask(asking))
    }
}

/// The clouds of Microsoft 365; each has its own servers and its own sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cloud {
    World,
    UsGovernment,
    UsDefense,
    China,
}

async fn ask(asking: Asking<'_>) -> Report {
    let url = tenant_url("microsoft365", asking.domain);
    let said = |answer, detail: &str| Said::new(EvidenceSource::OpenidConfiguration, HOST, answer, detail);
    let page = match fetch(asking, &url, Rank::Openid, HOST).await {
        Ok(page) => page,
        Err(report) => return report,
    };
    let cloud = if page.host == HOST { read(&page.body) } else { None };
    let Some(cloud) = cloud else {
        return Report::new(Rank::Openid, Outcome::Nothing, said(Heard::NotAConfiguration, ""));
    };
    let (word, row) = match cloud {
        Cloud::World => ("world", "microsoft365"),
        Cloud::UsGovernment => ("us-government", "microsoft365-gov"),
        Cloud::UsDefense => ("us-defense", "microsoft365-dod"),
        Cloud::China => ("china", "microsoft365-china"),
    };
    let signs = providers::by_id(row).map(|provider| Sign { provider, weight: WEIGHT });
    Report::new(Rank::Openid, Outcome::Nothing, said(Heard::Tenant, word))
        .with_signs(signs.into_iter().collect())
}

/// The cloud of the tenant; `None` when there is no tenant in it.
fn read(body: &[u8]) -> Option<Cloud> {
    let file: Value = serde_json::from_slice(body).ok()?;
    let text = |name: &str| file.get(name).and_then(Value::as_str).unwrap_or_default();
    tenant_in(text("issuer"))?;
    Some(match (text("cloud_instance_name"), text("tenant_region_scope"), text("tenant_region_sub_scope")) {
        (.., "DOD") => Cloud::UsDefense,
        ("microsoftonline.us" | "login.microsoftonline.us", ..) | (.., "DODCON") => Cloud::UsGovernment,
        (_, "USG" | "USGov", _) => Cloud::UsGovernment,
        (
            "partner.microsoftonline.cn" | "login.partner.microsoftonline.cn" | "login.chinacloudapi.cn",
            ..,
        ) => Cloud::China,
        (_, "CN" | "China", _) => Cloud::China,
        _ => Cloud::World,
    })
}

/// The id of the tenant in an openid-configuration of Microsoft's.
pub fn tenant(body: &[u8]) -> Option<String> {
    let file: Value = serde_json::from_slice(body).ok()?;
    tenant_in(file.get("issuer")?.as_str()?).map(str::to_owned)
}

fn tenant_in(issuer: &str) -> Option<&str> {
    issuer.strip_prefix("https://")?.split('/').find(|part| is_tenant(part))
}

/// A tenant's id is a UUID.
fn is_tenant(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests;
