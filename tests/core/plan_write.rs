//! Plans as files: read again they are the same, and a copy of the built-in one can be cut.
//!
//! Deliberately absent: the verb that writes them (`cli/plans.rs`).

use ninety::plan::{Day, Plan, Problems, SAMPLE, Source};

fn read(text: &str) -> Result<Plan, Problems> {
    Plan::read(&[Source { name: "mine.toml".to_owned(), text: text.to_owned() }])
}

#[test]
fn a_plan_is_written_as_it_was_read() {
    let right = read(include_str!("../plan/right.toml")).unwrap();
    let with_id = format!("id = \"verbs\"\n{SAMPLE}");
    for plan in [Plan::builtin(), &right, &read(&with_id).unwrap()] {
        assert_eq!(&read(&plan.to_toml()).unwrap(), plan);
    }
}

#[test]
fn week_9_is_left_out_of_the_built_in_plan_as_the_messages_say() {
    let text = Plan::builtin().to_toml();
    let (before, rest) = text.split_once("# Week 9: days 57-63\n").unwrap();
    let (_, after) = rest.split_once("# Week 10: days 64-70\n").unwrap();
    let mut text = format!("{before}{after}");
    let all = read(&text).unwrap_err().to_string();
    insta::assert_snapshot!(all, @r#"
    mine.toml:35:9: there is no week 12
    mine.toml:1659:29: there is no day "relationships"
    mine.toml:1837:14: there is no day "django-on-postgres"
    mine.toml:1885:14: there is no day "everything-on-postgres"
    mine.toml:2082:14: there is no day "relationships"
    mine.toml:2125:14: there is no day "django-on-postgres"
    "#);
    text = text.replace("weeks = [9, 10]", "weeks = [9, 9]").replace("weeks = [11, 12]", "weeks = [10, 11]");
    for problem in all.lines().filter(|line| line.contains("there is no day")) {
        let id = problem.split('"').nth(1).unwrap();
        text = text
            .replace(&format!("[\"{id}\"]"), "[]")
            .replace(&format!("[\"{id}\", "), "[")
            .replace(&format!(", \"{id}\""), "");
    }
    let plan = read(&text).unwrap();
    let kept = |plan: &Plan| -> Vec<String> {
        let days = plan
            .days()
            .iter()
            .filter(|day| Plan::builtin().week_of(day.no()).no().get() != 9 || plan.days().len() < 90);
        days.flat_map(Day::tasks).map(|task| task.id().to_string()).collect()
    };
    assert_eq!(plan.id(), Plan::builtin().id());
    assert_eq!((plan.weeks().len(), plan.days().len()), (11, 83));
    assert_eq!(kept(&plan), kept(Plan::builtin()));
}
