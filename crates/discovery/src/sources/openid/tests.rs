use super::{Cloud, read};

const ID: &str = "72f988bf-0000-41af-91ab-2d7cd011db47";

fn file(issuer: &str, more: &str) -> String {
    format!("{{\"issuer\":\"{issuer}\",\"token_endpoint\":\"x\"{more}}}")
}

#[test]
fn the_cloud_is_read() {
    let world = file(&format!("https://login.microsoftonline.com/{ID}/v2.0"), "");
    assert_eq!(read(world.as_bytes()), Some(Cloud::World));
    for (more, cloud) in [
        (",\"tenant_region_scope\":\"AS\",\"cloud_instance_name\":\"microsoftonline.com\"", Cloud::World),
        (",\"tenant_region_scope\":\"NA\",\"tenant_region_sub_scope\":\"GCC\"", Cloud::World),
        (",\"tenant_region_sub_scope\":\"DODCON\"", Cloud::UsGovernment),
        (
            ",\"cloud_instance_name\":\"microsoftonline.us\",\"tenant_region_sub_scope\":\"DOD\"",
            Cloud::UsDefense,
        ),
        (",\"cloud_instance_name\":\"microsoftonline.us\"", Cloud::UsGovernment),
        (",\"tenant_region_scope\":\"USGov\"", Cloud::UsGovernment),
        (",\"cloud_instance_name\":\"partner.microsoftonline.cn\"", Cloud::China),
    ] {
        let text = file(&format!("https://sts.example/{ID}/"), more);
        assert_eq!(read(text.as_bytes()), Some(cloud), "{more}");
    }
}

#[test]
fn what_has_no_tenant_is_none() {
    for text in
        ["", "[]", "<html>", "{\"issuer\":1}", "{\"issuer\":\"https://login.microsoftonline.com/common\"}"]
    {
        assert_eq!(read(text.as_bytes()), None, "{text}");
    }
    assert_eq!(read(file(&format!("http://x/{ID}"), "").as_bytes()), None, "no https");
    let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
    assert_eq!(read(deep.as_bytes()), None);
}
