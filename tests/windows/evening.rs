//! A first evening at the prompt: every kind of verb, with what it prints.

use crate::common::World;

#[test]
fn a_first_evening_is_recorded_taken_back_and_shown() {
    let world = World::new();
    let lines = ["done 1.1", "note 1: render needs the request", "log 25 1", "undo", "redo", "check", "prompt"];
    insta::assert_snapshot!(world.transcript(&lines), @"
    $ ninety done 1.1
    Ticked 1.1 “Install Python, VS Code, Git”.
    Take it back with: ninety undo
    $ ninety note 1: render needs the request
    Wrote a note on day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety log 25 1
    Logged 25 min on day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety undo
    Undone: Logged 25 min on day 1, Tools and the big picture.
    Bring it back with: ninety redo
    $ ninety redo
    Redone: Logged 25 min on day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety check
    HOME/data/django-90.toml: 5 entries; nothing to correct.
    $ ninety prompt
    D1 1/4
    ");
    insta::assert_snapshot!(world.entries(), @r#"
    done = "tools-and-the-big-picture/install-python-vs-code-git"
    day = "tools-and-the-big-picture", note = "render needs the request\n"
    day = "tools-and-the-big-picture", minutes = 25
    undo
    undo
    "#);
    assert!(world.run("where").out.starts_with("journal  HOME/data/django-90.toml\ndata     HOME/data\n"));
    assert_eq!(world.files(), ["backups/django-90-2026-12-08.toml", "django-90.lock", "django-90.toml"]);
    let status: serde_json::Value = serde_json::from_str(&world.run("status --json").out).unwrap();
    assert_eq!((&status["schema"], &status["studied_today"]), (&1.into(), &true.into()), "{status}");
    assert!(world.run("completions powershell").out.contains("Register-ArgumentCompleter -Native -CommandName ninety"));
}

#[test]
fn exports_are_utf_8_with_line_feeds_whatever_a_shell_would_make_of_them() {
    let world = World::new();
    assert_eq!(world.run("note 1: Übung — 学习 ✓").code, 0);
    for (format, begin) in [("md", "# "), ("json", "{\n"), ("ics", "BEGIN:VCALENDAR\r\n"), ("csv", "key,at,")] {
        let name = format!("state.{format}");
        let said = world.run(&format!("export {format} -o {name}"));
        assert_eq!(said.code, 0, "{format}: {}", said.all());
        let text = String::from_utf8(std::fs::read(world.home.path().join(&name)).unwrap()).unwrap();
        assert!(text.starts_with(begin), "{format}: {text}");
        assert!(format == "ics" || format == "csv" || !text.contains('\r'), "{format}");
        assert!(format == "ics" || text.contains("Übung — 学习 ✓"), "{format}");
        // What is printed is the same to the byte.
        assert_eq!(world.command().args(["export", format]).output().unwrap().stdout, text.as_bytes(), "{format}");
    }
}

#[test]
fn a_plan_of_ones_own_is_made_copied_imported_and_used() {
    let world = World::new();
    std::fs::write(world.home.path().join("list.md"), "# Swim\r\n\r\n## Day one\r\n\r\n- [x] Float\r\n- [ ] Glide\r\n")
        .unwrap();
    insta::assert_snapshot!(world.transcript(&[
        "plan new mine.toml",
        "plan copy whole.toml",
        "plan import list.md swim.toml --done",
        "--plan swim.toml done 2.1",
        "--plan swim.toml status",
        "check mine.toml",
    ]), @"
    $ ninety plan new mine.toml
    mine.toml is written: 2 weeks, 6 days, 1 milestone, 1 check, 7 tasks, 1 extra exercise, 1 recall question, 1 resource, 1 note.
    Open it with: ninety --plan mine.toml
    $ ninety plan copy whole.toml
    whole.toml is written: 12 weeks, 90 days, 12 milestones, 87 checks, 149 tasks, 25 extra exercises, 315 recall questions, 252 resources, 32 notes.
    Open it with: ninety --plan whole.toml
    $ ninety plan import list.md swim.toml --done
    swim.toml is written: 1 week, 2 days, 2 tasks.
    Open it with: ninety --plan swim.toml
    Ticked 1.1 “Float”.
    Take it back with: ninety --plan swim.toml undo
    $ ninety --plan swim.toml done 2.1
    Ticked 2.1 “Glide”.
    Day 2, Glide, is complete. Every day of the plan is complete or skipped now.
    Take it back with: ninety --plan swim.toml undo
    $ ninety --plan swim.toml status
    Plan: Swim
    Every day of the plan is complete or skipped.
    2 of 2 days complete
    $ ninety check mine.toml
    mine.toml: German verbs: 2 weeks, 6 days, 1 milestone, 1 check, 7 tasks, 1 extra exercise, 1 recall question, 1 resource, 1 note.
    ");
    assert_eq!(world.files(), ["backups/swim-2026-12-08.toml", "swim.lock", "swim.toml"]);
}

#[test]
fn line_ends_of_windows_count_in_no_file_and_no_note() {
    let world = World::new();
    let new = world.home.path().join("own.toml");
    assert_eq!(world.run("plan new own.toml").code, 0);
    let text = std::fs::read_to_string(&new).unwrap();
    let before = world.run("--plan own.toml today").all();
    std::fs::write(&new, text.replace('\n', "\r\n")).unwrap();
    assert_eq!(world.run("--plan own.toml today").all(), before);
    world.configure("day_start = \"03:00\"\r\nsymbols = \"ascii\"\r\n");
    assert_eq!(world.run("today").code, 0);
    std::fs::remove_dir_all(world.home.path().join(".config")).unwrap();
    assert_eq!(world.fed("note --day 1 -", "One.\r\n\r\nTwo.\r\n").code, 0);
    assert!(world.text().contains(r#"note = "One.\n\nTwo.\n""#), "{}", world.text());
    // An editor of Windows may save the journal so, too.
    std::fs::write(world.journal(), world.text().replace('\n', "\r\n")).unwrap();
    assert_eq!(world.run("done 1.1").code, 0);
    let said = world.run("check");
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.all());
    assert!(world.run("export json").out.contains("One."));
}
