//! The forms for programs: the JSON of each verb, and the export of the whole state.
//!
//! Deliberately absent: the pages for people (`showing.rs`).

use crate::common::{World, evening_17};

#[test]
fn the_export_has_the_whole_state_in_a_fixed_order() {
    let world = evening_17();
    assert_eq!(world.run("reopen 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15").code, 0);
    insta::assert_snapshot!(world.run("export json").all(), @r#"
    {
      "schema": 1,
      "plan": "django-90",
      "start": "2026-11-23",
      "days": "mon-fri",
      "day_minutes": null,
      "by": null,
      "goal": "2027-04-08",
      "away": [],
      "done": [
        "project-layout-and-apps/django-folder-structure",
        "project-layout-and-apps/create-first-app",
        "views/views-function-based-views"
      ],
      "skipped": [
        {
          "day": "urls",
          "because": "known from work"
        }
      ],
      "notes": [
        {
          "day": "views",
          "text": "render() needs the request first.\n"
        }
      ],
      "minutes": [
        {
          "day": "views",
          "minutes": 90
        }
      ],
      "links": [],
      "reviews": [],
      "own": [],
      "read": [],
      "recall": []
    }
    "#);
}

#[test]
fn equal_state_gives_equal_text_whatever_its_history() {
    let (one, other) = (World::new(), World::new());
    for line in [
        "done 3.1",
        "note 4 'first'",
        "log 30 2",
        "log 15 2",
        "start 2026-12-07 --goal 2027-05-01",
        "skip 5 --because no",
    ] {
        assert_eq!(one.run(line).code, 0);
    }
    for line in [
        "skip 5 --because 'not yet'",
        "start",
        "start 2026-12-07 --goal 2027-05-01",
        "done 9",
        "undo",
        "skip 5 --because no",
        "log 45 2",
        "note 4 'first'",
        "done 3",
        "reopen 3.2",
    ] {
        assert_eq!(other.run(line).code, 0, "{line}");
    }
    assert_eq!(one.run("export json"), other.run("export json"));
}

#[test]
fn what_the_plan_does_not_have_is_part_of_the_state() {
    let world = World::new();
    assert_eq!(world.run("done 1.1").code, 0);
    let text = world.text()
        + "2-00000002 = { at = 2026-12-08T19:41:12+01:00, done = [\"zebra/stripe\", \"ant\"] }\n\
           3-00000003 = { at = 2026-12-08T19:41:12+01:00, day = \"zebra\", note = \"striped\" }\n\
           4-00000004 = { at = 2026-12-08T19:41:12+01:00, day = \"ant\", minutes = 5 }\n\
           5-00000005 = { at = 2026-12-08T19:41:12+01:00, skip = \"bee\" }\n\
           6-00000006 = { at = 2026-12-08T19:41:12+01:00, done = \"data-types\" }\n";
    std::fs::write(world.journal(), text).unwrap();
    insta::assert_snapshot!(world.run("export json").all(), @r#"
    {
      "schema": 1,
      "plan": "django-90",
      "start": null,
      "days": null,
      "day_minutes": null,
      "by": null,
      "goal": null,
      "away": [],
      "done": [
        "tools-and-the-big-picture/install-python-vs-code-git",
        "data-types/data-types-strings-lists-tuples-dicts",
        "data-types/create-a-shopping-list-list",
        "data-types/store-user-info-in-a-dictionary",
        "ant",
        "zebra/stripe"
      ],
      "skipped": [
        {
          "day": "bee",
          "because": ""
        }
      ],
      "notes": [
        {
          "day": "zebra",
          "text": "striped"
        }
      ],
      "minutes": [
        {
          "day": "ant",
          "minutes": 5
        }
      ],
      "links": [],
      "reviews": [],
      "own": [],
      "read": [],
      "recall": []
    }
    "#);
}

#[test]
fn json_of_every_verb_is_one_document_with_its_schema() {
    let world = evening_17();
    for line in ["today", "today 1", "status", "week", "week 12", "plan", "history", "export json"] {
        let json = if line == "export json" { "" } else { " --json" };
        let said = world.run(&format!("{line}{json}"));
        let value: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(value["schema"], 1, "{line}");
        assert_eq!(value["plan"], "django-90", "{line}");
        assert_eq!(said.code, 0, "{line}");
    }
}

#[test]
fn today_as_json_has_what_a_program_needs() {
    insta::assert_snapshot!(evening_17().run("today --json").all());
}
