//! The part of JSON Schema (draft 2020-12) that docs/cli.schema.json uses. A word that is not known here fails the
//! test: nothing in the schema goes unchecked.

use serde_json::Value;

/// Checks a value against one of the definitions.
pub(crate) fn check(definition: &str, value: &Value) {
    let root = schema();
    let name = format!("#/$defs/{definition}");
    let any = root["anyOf"].as_array().unwrap();
    assert!(any.iter().any(|one| one["$ref"] == name.as_str()), "{definition} is not one of the results");
    let faults = faults(&root, resolve(&root, &name), value, "");
    assert!(faults.is_empty(), "{definition}: {faults:?}\n{value:#}");
}

fn schema() -> Value {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/cli.schema.json");
    serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()
}

fn resolve<'a>(root: &'a Value, name: &str) -> &'a Value {
    let pointer = name.strip_prefix('#').unwrap_or_else(|| panic!("{name} is elsewhere"));
    root.pointer(pointer).unwrap_or_else(|| panic!("{name} is not defined"))
}

fn faults(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (word, rule) in schema.as_object().unwrap() {
        let wrong = match word.as_str() {
            "description" | "title" | "$schema" | "$defs" => false,
            "$ref" => {
                found.extend(faults(root, resolve(root, rule.as_str().unwrap()), value, place));
                false
            }
            "anyOf" => {
                let options = rule.as_array().unwrap();
                !options.iter().any(|option| faults(root, option, value, place).is_empty())
            }
            "type" => match rule.as_array() {
                Some(types) => !types.iter().any(|one| is(value, one.as_str().unwrap())),
                None => !is(value, rule.as_str().unwrap()),
            },
            "enum" => !rule.as_array().unwrap().contains(value),
            "minimum" => value.as_u64().is_some_and(|number| number < rule.as_u64().unwrap()),
            "maximum" => value.as_u64().is_some_and(|number| number > rule.as_u64().unwrap()),
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(faults(root, rule, item, &format!("{place}/{at}")));
                }
                false
            }
            "required" => {
                rule.as_array().unwrap().iter().any(|name| value.get(name.as_str().unwrap()).is_none())
            }
            "properties" => {
                for (name, schema) in rule.as_object().unwrap() {
                    let there = value.get(name).into_iter();
                    found.extend(
                        there.flat_map(|item| faults(root, schema, item, &format!("{place}/{name}"))),
                    );
                }
                false
            }
            "additionalProperties" => {
                let known = schema.get("properties");
                let others = value.as_object().into_iter().flatten();
                let others = others.filter(|(name, _)| known.is_none_or(|known| known.get(*name).is_none()));
                match rule.as_bool() {
                    Some(allowed) => !allowed && others.count() > 0,
                    None => {
                        let place = format!("{place}/*");
                        found.extend(others.flat_map(|(_, item)| faults(root, rule, item, &place)));
                        false
                    }
                }
            }
            other => panic!("the schema says `{other}`, and nothing here checks it"),
        };
        if wrong {
            found.push(format!("{place}: {word} {rule}"));
        }
    }
    found
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("type {other}"),
    }
}

#[test]
fn the_schema_itself_is_caught_when_it_is_not_met() {
    let root = schema();
    let good = serde_json::json!({ "accounts": [] });
    assert!(faults(&root, &root, &good, "").is_empty());
    for bad in [
        serde_json::json!({ "accounts": {} }),
        serde_json::json!({}),
        serde_json::json!({ "accounts": [], "more": 1 }),
        serde_json::json!({ "accounts": [{ "id": "x" }] }),
    ] {
        assert!(!faults(&root, &root, &bad, "").is_empty(), "{bad}");
    }
}

#[test]
fn every_definition_is_sound() {
    let root = schema();
    // A value of no kind walks every branch that does not need a kind, and every reference has to lead somewhere.
    let text = root.to_string();
    for name in text.split("\"#/$defs/").skip(1).filter_map(|rest| rest.split('"').next()) {
        let target = resolve(&root, &format!("#/$defs/{name}"));
        faults(&root, target, &Value::Null, name);
    }
}

#[test]
fn the_schema_names_every_code() {
    let listed = schema();
    let listed: Vec<&str> = listed["$defs"]["problem"]["properties"]["code"]["enum"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let known: Vec<&str> = contract::ProblemCode::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(listed, known);
}
