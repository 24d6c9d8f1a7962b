//! The JSON Schema of a plan file says what the reader reads: every key that it knows, and no other.
//!
//! Deliberately absent: a validator of JSON Schema, which would be larger than all that it could judge here.

use ninety::plan::{Plan, SCHEMA, Source};
use serde_json::Value;
use std::collections::BTreeSet;

/// Each kind of table as a plan with an unknown key in it, and where the schema has that kind.
const KINDS: [(&str, &str); 9] = [
    ("zzzzzz = 1", ""),
    ("[[phase]]\nzzzzzz = 1", "/$defs/phase"),
    ("[[week]]\nzzzzzz = 1", "/$defs/week"),
    ("[[week]]\n[week.milestone]\nzzzzzz = 1\n[[week.day]]", "/$defs/milestone"),
    ("[[week]]\nmilestone.accept = [{ zzzzzz = 1 }]\n[[week.day]]\ntasks = [{ do = \"a\" }]", "/$defs/check/anyOf/1"),
    ("[[week]]\n[[week.day]]\nzzzzzz = 1", "/$defs/day"),
    ("[[week]]\n[[week.day]]\ntasks = [{ zzzzzz = 1 }]", "/$defs/task"),
    ("[[week]]\n[[week.day]]\nresources = [{ zzzzzz = 1 }]", "/$defs/resource"),
    ("[[week]]\n[[week.day]]\nrecall = [{ zzzzzz = 1 }]", "/$defs/recall"),
];

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn known_to_the_reader(plan: &str) -> BTreeSet<String> {
    let read = Plan::read(&[Source { name: "plan.toml".to_owned(), text: plan.to_owned() }]);
    let problems = read.unwrap_err();
    let unknown = problems.iter().find(|problem| problem.message.contains("zzzzzz")).unwrap();
    let all = unknown.help.as_ref().unwrap().strip_prefix("Known here are ").unwrap().trim_end_matches('.');
    all.split(", ").map(str::to_owned).collect()
}

#[test]
fn the_schema_has_the_keys_of_the_reader_and_no_other() {
    let schema = schema();
    for (plan, place) in KINDS {
        let kind = schema.pointer(place).unwrap();
        assert_eq!(kind["additionalProperties"], Value::Bool(false), "{place}");
        let keys: BTreeSet<String> = kind["properties"].as_object().unwrap().keys().cloned().collect();
        assert_eq!(keys, known_to_the_reader(plan), "{place}");
        let required = kind["required"].as_array().into_iter().flatten();
        for key in required.map(|key| key.as_str().unwrap()) {
            assert!(keys.contains(key), "{place} has no {key}");
        }
    }
}

/// Every table that says which keys it may have.
fn tables<'s>(value: &'s Value, found: &mut Vec<&'s Value>) {
    if value.get("properties").is_some_and(Value::is_object) && value.get("additionalProperties").is_some() {
        found.push(value);
    }
    match value {
        Value::Object(object) => object.values().for_each(|value| tables(value, found)),
        Value::Array(array) => array.iter().for_each(|value| tables(value, found)),
        _ => {}
    }
}

#[test]
fn the_schema_has_no_other_kinds_and_leads_nowhere_else() {
    let schema = schema();
    let mut found = Vec::new();
    tables(&schema, &mut found);
    assert_eq!(found.len(), KINDS.len());
    for name in SCHEMA.split("\"$ref\": \"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(schema.pointer(name).is_some(), "{name}");
    }
    let described = |kind: &Value| {
        kind["properties"].as_object().unwrap().values().all(|property| {
            let target = property["$ref"].as_str().and_then(|target| schema.pointer(target.trim_start_matches('#')));
            property.get("description").or_else(|| target?.get("description")).is_some()
        })
    };
    assert!(found.into_iter().all(described));
}
