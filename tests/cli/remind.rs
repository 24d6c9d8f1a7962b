//! `ninety remind`: a line on a study day without study, else nothing and 1.

use crate::common::World;

#[test]
fn it_speaks_on_a_study_day_without_study_alone() {
    let mut world = World::new();
    let mut says = |moment: &str, verb: &str| {
        world.at(moment);
        if !verb.is_empty() {
            assert_eq!(world.run(verb).code, 0, "{verb}");
        }
        world.run("remind").all()
    };
    let silent = "--- exit 1\n";
    assert_eq!(says("2026-12-07T19:00:00+01:00", ""), silent, "nothing was begun");
    assert_eq!(says("2026-12-07T19:00:00+01:00", "start tomorrow --days mon-fri"), silent, "before the start");
    let due = "Day 1, Tools and the big picture, is next: 90-150 min.\n";
    assert_eq!(says("2026-12-08T19:00:00+01:00", ""), due);
    assert_eq!(says("2026-12-09T03:59:00+01:00", ""), due, "the study day ends at four");
    assert_eq!(says("2026-12-09T19:00:00+01:00", "done 1.1"), silent, "something was ticked");
    assert_eq!(says("2026-12-10T19:00:00+01:00", "note 1: words"), silent, "something was written");
    assert_eq!(says("2026-12-11T19:00:00+01:00", ""), due);
    assert_eq!(says("2026-12-11T19:00:00+01:00", "log 30"), silent);
    assert_eq!(says("2026-12-11T19:00:00+01:00", "undo"), due);
    assert_eq!(says("2026-12-12T19:00:00+01:00", ""), silent, "a Saturday");
    assert_eq!(says("2026-12-14T19:00:00+01:00", "away 2026-12-14 2026-12-15"), silent, "a break");
    assert_eq!(says("2026-12-16T19:00:00+01:00", "done 1"), silent);
    assert_eq!(says("2026-12-17T19:00:00+01:00", ""), "Day 2, Data types, is next: 90-150 min.\n");
    assert_eq!(says("2026-12-17T19:00:00+01:00", "skip 2-90"), silent, "everything is over");
}

#[test]
fn what_keeps_it_from_knowing_is_said() {
    let world = World::new();
    let said = world.run("--plan gone.toml remind").all();
    assert_eq!(
        said,
        "--- stderr\nninety: gone.toml: there is no such file; the plan was not read; name another file.\n--- exit 1\n"
    );
}
