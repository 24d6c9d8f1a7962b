//! `ninety check` on journals and plan files, and what every other verb says of a journal that needs its owner.
//!
//! Deliberately absent: every way in which a line can be damaged, which the journal's own tests have.

use crate::common::World;

/// A world whose journal has these lines after one tick.
fn with_lines(lines: &str) -> World {
    let world = World::new();
    std::fs::create_dir(world.data()).unwrap();
    let head = "# a journal\nformat = 1\nplan = \"django-90\"\n\n[log]\n\
                1-00000001 = { at = 2026-12-08T19:41:12+01:00, done = \"views/views-function-based-views\" }\n";
    std::fs::write(world.journal(), format!("{head}{lines}")).unwrap();
    world
}

#[test]
fn a_healthy_journal_is_a_line_of_totals() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&["check", "done 1", "undo", "check"]), @"
    $ ninety check
    HOME/data/django-90.toml: there is no journal yet; the first thing you record begins it.
    $ ninety done 1
    Ticked 4 tasks of day 1, Tools and the big picture.
    Day 1, Tools and the big picture, is complete. Next: day 2, Data types.
    Take it back with: ninety undo
    $ ninety undo
    Undone: Ticked 4 tasks of day 1, Tools and the big picture.
    Bring it back with: ninety redo
    $ ninety check
    HOME/data/django-90.toml: 2 entries, 1 of them taken back; nothing to correct.
    ");
}

#[test]
fn everything_that_is_found_is_listed_with_its_place() {
    let world = with_lines(
        "2-00000002 = { at = 2026-12-08T19:41:12+01:00, done = \"views/gone\" }\n\
         3-00000003 = { at = 2026-12-08T19:41:12+01:00, done = [\"lost\", \"views\"] }\n\
         4-00000004 = { at = 2026-12-08T19:41:12+01:00, tea = \"green\", cups = 2 }\n\
         5-00000005 = { at = 2026-12-10T19:41:12+01:00, done = \"urls\" }\n\
         <<<<<<< HEAD\n\
         6-00000006 = { at = 2026-12-08, done = \"urls\" }\n\
         7-00000007 = { at = 2026-12-08T19:41:12+01:00, done = }\n\
         8-00000008 = { at = 2026-12-08T19:41:12+01:00, note = \"x\", day = \"urls\" } # 00000000\n",
    );
    insta::assert_snapshot!(world.transcript(&["check"]), @r#"
    $ ninety check
    HOME/data/django-90.toml:6: this line has no checksum: it was written by hand; it counts; nothing needs doing.
    HOME/data/django-90.toml:7: this line has no checksum: it was written by hand; it counts; nothing needs doing.
    HOME/data/django-90.toml:7: the plan django-90 has no "views/gone"; the entry is kept and counts nowhere; put the right id in its place, or leave it.
    HOME/data/django-90.toml:8: this line has no checksum: it was written by hand; it counts; nothing needs doing.
    HOME/data/django-90.toml:8: the plan django-90 has no "lost"; the entry is kept and counts nowhere; put the right id in its place, or leave it.
    HOME/data/django-90.toml:9: this line has no checksum: it was written by hand; it counts; nothing needs doing.
    HOME/data/django-90.toml:9: this ninety does not know what the entry records (cups, tea); it is kept and ignored; a newer ninety may know it.
    HOME/data/django-90.toml:10: this line has no checksum: it was written by hand; it counts; nothing needs doing.
    HOME/data/django-90.toml:10: the entry is dated 2026-12-10 19:41 +01:00, over a day ahead of now; it counts; see to the clock of the machine that wrote it.
    HOME/data/django-90.toml:11: "<<<<<<<" is a merge marker; both sides are used; delete the marker lines.
    HOME/data/django-90.toml:12: "at" is not a date with time and offset, such as 2026-12-08T19:41:12+01:00; this line does not count; correct it or delete it.
    HOME/data/django-90.toml:13:55: this line is not TOML (invalid literal string, expected `'`); this line does not count; correct it or delete it.
    HOME/data/django-90.toml:14: this line does not fit its checksum: it was edited or damaged; it counts as it stands; if the change is yours, delete the checksum (# and eight digits) at its end.
    HOME/data/django-90.toml: 6 entries; 6 warnings, 7 remarks.
    --- exit 1
    "#);
}

#[test]
fn remarks_alone_are_no_failure() {
    let world = with_lines("4-00000004 = { at = 2026-12-08T19:41:12+01:00, tea = \"green\" }\n");
    insta::assert_snapshot!(world.transcript(&["check", "status"]), @"
    $ ninety check
    HOME/data/django-90.toml:6: this line has no checksum: it was written by hand; it counts; nothing needs doing.
    HOME/data/django-90.toml:7: this line has no checksum: it was written by hand; it counts; nothing needs doing.
    HOME/data/django-90.toml:7: this ninety does not know what the entry records (tea); it is kept and ignored; a newer ninety may know it.
    HOME/data/django-90.toml: 2 entries; nothing to correct, 3 remarks.
    $ ninety status
    Day 1 of 90 · this week 0 of 4
    Finish Mon 12 Apr 2027
    ");
}

#[test]
fn what_needs_the_owner_is_said_by_every_verb_in_at_most_four_lines() {
    let world = with_lines("one\n");
    insta::assert_snapshot!(world.run("status").all(), @"
    Day 1 of 90 · this week 0 of 4
    Finish Mon 12 Apr 2027
    --- stderr
    ninety: HOME/data/django-90.toml:7: this line is not TOML (key with no value, expected `=`); this line does not count; correct it or delete it.
    ");
    let world = with_lines("one\ntwo\nthree\nfour\n");
    insta::assert_snapshot!(world.run("status").err.lines().last().unwrap(), @"ninety: … and one more finding; `ninety check` lists them all.");
    let world = with_lines("one\ntwo\nthree\nfour\nfive\n");
    insta::assert_snapshot!(world.run("done 17.2").all(), @"
    Ticked 17.2 ‘Create a homepage that says “Welcome!”’.
    Day 17, Views, is complete. Next: day 1, Tools and the big picture.
    Take it back with: ninety undo
    --- stderr
    ninety: HOME/data/django-90.toml:7: this line is not TOML (key with no value, expected `=`); this line does not count; correct it or delete it.
    ninety: HOME/data/django-90.toml:8: this line is not TOML (key with no value, expected `=`); this line does not count; correct it or delete it.
    ninety: HOME/data/django-90.toml:9: this line is not TOML (key with no value, expected `=`); this line does not count; correct it or delete it.
    ninety: … and 2 more findings; `ninety check` lists them all.
    ");
    assert_eq!(world.run("prompt").all(), "D1 0/4\n");
}

#[test]
fn a_journal_of_a_newer_ninety_is_read_and_not_written() {
    let world = World::new();
    std::fs::create_dir(world.data()).unwrap();
    let text =
        "format = 2\nplan = \"django-90\"\n[log]\n1-00000001 = { at = 2026-12-08T19:41:12+01:00, done = \"views\" }\n";
    std::fs::write(world.journal(), text).unwrap();
    insta::assert_snapshot!(world.transcript(&["status", "done 1.1"]), @"
    $ ninety status
    Day 1 of 90 · this week 1 of 4
    Finish Mon 12 Apr 2027
    Done for today. Next: day 1, Tools and the big picture, Wed 9 Dec.
    --- stderr
    ninety: HOME/data/django-90.toml:1: this file is of format 2, from a newer ninety; what this one understands counts, and it records nothing; install the newer ninety.
    $ ninety done 1.1
    --- stderr
    ninety: HOME/data/django-90.toml:1: this file is of format 2, from a newer ninety; what this one understands counts, and it records nothing; install the newer ninety.
    ninety: HOME/data/django-90.toml: the journal is of format 2, from a newer ninety, and this one knows format 1; nothing was saved; install the newer ninety.
    --- exit 1
    ");
    assert_eq!(world.text(), text);
}

#[test]
fn what_cannot_be_a_journal_is_refused() {
    let world = World::new();
    std::fs::create_dir_all(world.journal()).unwrap();
    insta::assert_snapshot!(world.transcript(&["status", "done 1.1", "check", "export json"]), @"
    $ ninety status
    --- stderr
    ninety: HOME/data/django-90.toml: this is not a regular file, so it cannot be the journal; nothing was read or changed; move it away.
    --- exit 1
    $ ninety done 1.1
    --- stderr
    ninety: HOME/data/django-90.toml: this is not a regular file, so it cannot be the journal; nothing was read or changed; move it away.
    --- exit 1
    $ ninety check
    --- stderr
    ninety: HOME/data/django-90.toml: this is not a regular file, so it cannot be the journal; nothing was read or changed; move it away.
    --- exit 1
    $ ninety export json
    --- stderr
    ninety: HOME/data/django-90.toml: this is not a regular file, so it cannot be the journal; nothing was read or changed; move it away.
    --- exit 1
    ");
}

#[test]
fn a_plan_file_is_checked_as_a_whole() {
    let world = World::new();
    let plan =
        "title = \"Learn to swim\"\nrecource = 1\n[[week]]\n[[week.day]]\ntasks = [{ dive = \"Find a pool\" }]\n";
    std::fs::write(world.home.path().join("swim.toml"), plan).unwrap();
    let corrected = plan.replace("recource = 1\n", "#:schema x\n").replace("dive", "do");
    std::fs::write(world.home.path().join("good.toml"), corrected).unwrap();
    insta::assert_snapshot!(world.transcript(&["check swim.toml", "check good.toml", "--plan swim.toml status"]), @r#"
    $ ninety check swim.toml
    error: unknown key "recource"
     --> swim.toml:2:1
      |
    2 | recource = 1
      | ^^^^^^^^
      |
      = help: Known here are format, id, title, goal, outcome, minutes, hours_per_week, phase, week.

    error: unknown role "dive"
     --> swim.toml:5:12
      |
    5 | tasks = [{ dive = "Find a pool" }]
      |            ^^^^
      |
      = help: Known here are learn, practice, do, project, deliver, id, added.
    --- stderr
    ninety: swim.toml: 2 problems; correct them and check again.
    --- exit 1
    $ ninety check good.toml
    good.toml: Learn to swim: 1 week, 1 day, 1 task.
    $ ninety --plan swim.toml status
    --- stderr
    error: unknown key "recource"
     --> swim.toml:2:1
      |
    2 | recource = 1
      | ^^^^^^^^
      |
      = help: Known here are format, id, title, goal, outcome, minutes, hours_per_week, phase, week.

    error: unknown role "dive"
     --> swim.toml:5:12
      |
    5 | tasks = [{ dive = "Find a pool" }]
      |            ^^^^
      |
      = help: Known here are learn, practice, do, project, deliver, id, added.
    --- exit 1
    "#);
    assert!(world.files().is_empty());
}

#[test]
fn what_is_no_plan_file_is_named() {
    let world = World::new();
    assert_eq!(world.run("done 1.1").code, 0);
    std::fs::write(world.home.path().join("latin.toml"), b"title = \"caf\xe9\"\n").unwrap();
    insta::assert_snapshot!(world.transcript(&[
        "check missing.toml", "check data", "check data/django-90.toml", "check latin.toml", "check /dev/zero",
        "--plan data/django-90.toml status",
    ]), @r#"
    $ ninety check missing.toml
    --- stderr
    ninety: missing.toml: there is no such file; the plan was not read; name another file.
    --- exit 1
    $ ninety check data
    --- stderr
    ninety: data: this is a directory; the plan was not read; name another file.
    --- exit 1
    $ ninety check data/django-90.toml
    --- stderr
    ninety: data/django-90.toml is a journal, and this looks over plan files: `ninety check` alone looks over the journal of the plan.
    --- exit 1
    $ ninety check latin.toml
    --- stderr
    ninety: latin.toml: the file is not UTF-8 text; save it as UTF-8; the plan was not read; name another file.
    --- exit 1
    $ ninety check /dev/zero
    --- stderr
    ninety: /dev/zero: this is not a regular file; the plan was not read; name another file.
    --- exit 1
    $ ninety --plan data/django-90.toml status
    --- stderr
    error: the plan has no weeks
     --> data/django-90.toml:1:1
      |
    1 | # ninety journal: a line for everything you did; ninety only ever adds lines. You may edit or delete so...
      | ^
      |
      = help: Add [[week]] and, below it, [[week.day]] with its tasks.

    error: unknown key "plan"
     --> data/django-90.toml:3:1
      |
    3 | plan = "django-90"
      | ^^^^
      |
      = help: Known here are format, id, title, goal, outcome, minutes, hours_per_week, phase, week.

    error: unknown key "log"
     --> data/django-90.toml:6:2
      |
    6 | [log]
      |  ^^^
      |
      = help: Known here are format, id, title, goal, outcome, minutes, hours_per_week, phase, week.
    --- exit 1
    "#);
}

/// A world in which a file of three days ago stands in the journal's place.
fn older() -> World {
    let mut world = World::new();
    world.at("2026-12-07T19:00:00+01:00").run("done 1");
    let monday = world.text();
    for (now, line) in [
        ("2026-12-08T19:10:00+01:00", "done 2"),
        ("2026-12-08T19:11:00+01:00", "note 2: hard won"),
        ("2026-12-09T19:10:00+01:00", "done 3"),
    ] {
        assert_eq!(world.at(now).run(line).code, 0);
    }
    std::fs::write(world.journal(), monday).unwrap();
    world.at("2026-12-09T20:00:00+01:00");
    world
}

#[test]
fn an_older_journal_in_the_place_of_ours_is_told_and_its_backup_is_taken_in_by_copying_it() {
    let world = older();
    insta::assert_snapshot!(world.transcript(&["status", "check", "prompt"]), @"
        $ ninety status
        Day 2 of 90 · this week 1 of 5
        Finish Mon 12 Apr 2027
        Warm-up: 4 questions, 2 min: `ninety recall`.
        --- stderr
        ninety: HOME/data/django-90.toml: HOME/data/backups/django-90-2026-12-09.toml has 2 entries that this file has not, as where an older one was put in its place; what is there counts; copy that backup beside it to take them in, or go on if you deleted them.
        $ ninety check
        HOME/data/django-90.toml: HOME/data/backups/django-90-2026-12-09.toml has 2 entries that this file has not, as where an older one was put in its place; what is there counts; copy that backup beside it to take them in, or go on if you deleted them.
        HOME/data/django-90.toml: 1 entry; 1 warning.
        --- exit 1
        $ ninety prompt
        D2 0/3
    ");
    let backup = "backups/django-90-2026-12-09.toml";
    std::fs::copy(world.data().join(backup), world.data().join("django-90-2026-12-09.toml")).unwrap();
    insta::assert_snapshot!(world.transcript(&["check", "prompt"]), @"
        $ ninety check
        HOME/data/django-90.toml: 3 entries in 2 files; nothing to correct.
        $ ninety prompt
        D3 0/2
    ");
}

#[test]
fn what_is_only_in_a_backup_and_what_an_editor_left_is_told_by_check_alone() {
    let world = older();
    assert_eq!(world.run(&format!("note 1: {}", "long ".repeat(99))).code, 0);
    std::fs::write(world.data().join("django-90.toml~"), world.text()).unwrap();
    insta::assert_snapshot!(world.transcript(&["prompt", "check"]), @"
        $ ninety prompt
        D2 0/3
        $ ninety check
        HOME/data/django-90.toml~: an editor or another program left this file of the journal; it is not read; delete it, or give it a name that begins like the journal's and ends with .toml if it has what is missing.
        HOME/data/backups/django-90-2026-12-09.toml: 2 entries of this backup are not in the journal; copy the file beside the journal to take in what is missing, or leave it if you deleted that.
        HOME/data/django-90.toml: 2 entries; nothing to correct, 2 remarks.
    ");
    assert_eq!(world.run("status").err, "");
}

#[test]
fn where_a_sync_program_renamed_both_sides_both_count() {
    let world = World::new();
    assert_eq!(world.run("done 1.1").code, 0);
    let base = world.text();
    let mut sides = Vec::new();
    for task in ["done 1.2", "done 1.3"] {
        std::fs::write(world.journal(), &base).unwrap();
        assert_eq!(world.run(task).code, 0);
        sides.push(world.text());
    }
    std::fs::remove_file(world.journal()).unwrap();
    for (side, name) in sides.iter().zip(["django-90.toml..path1", "django-90.toml..path2"]) {
        std::fs::write(world.data().join(name), side).unwrap();
    }
    insta::assert_snapshot!(world.transcript(&["prompt", "check", "done 1.4", "check"]), @"
        $ ninety prompt
        D1 3/4
        $ ninety check
        HOME/data/django-90.toml: the journal is missing, though HOME/data/django-90.toml..path1 is there; what is readable counts; wait if a sync program is just replacing it, or copy that file or a backup back.
        HOME/data/django-90.toml: 3 entries in 2 files; 1 warning.
        --- exit 1
        $ ninety done 1.4
        Ticked 1.4 “Write simple variables”.
        Day 1, Tools and the big picture, is complete. Next: day 2, Data types.
        Take it back with: ninety undo
        --- stderr
        ninety: HOME/data/django-90.toml: the journal is missing, though HOME/data/django-90.toml..path1 is there; what is readable counts; wait if a sync program is just replacing it, or copy that file or a backup back.
        $ ninety check
        HOME/data/django-90.toml: 4 entries in 3 files; nothing to correct.
    ");
}
