//! Several files that are one journal: conflict copies of sync programs, a merge with its markers left in, the file that
//! goes on after a failed disk, and files that only look alike.

use crate::desk::{self, Desk, Kept, Opened, evening, marks, note, random, sample, sealed};
use ninety::journal::files::Tail;
use ninety::journal::{Fact, FileError};

/// The first lines of the sample, and two ways of going on from there.
fn diverged() -> (String, String, String) {
    let text = sample();
    let base: String = text.split_inclusive('\n').take(8).collect();
    let line = |n: u64, at: &str, done: &str| {
        sealed(&format!(
            "{n}-{:08x} = {{ at = 2026-12-09T{at}:00+01:00, done = \"{done}\" }}",
            random(n + at.len() as u64 * done.len() as u64)
        )) + "\n"
    };
    let here = line(4, "08:00", "urls/here") + &line(5, "08:01", "urls/here-too");
    let there = line(4, "09:00", "urls/yonder") + &line(5, "09:01", "urls/yonder-too") + &line(6, "09:02", "urls/both");
    (base.clone(), base.clone() + &here, base + &there)
}

/// The tasks that live entries tick, in order.
fn ticked(entries: &[Kept]) -> Vec<String> {
    let facts = entries.iter().filter(|entry| entry.is_live).flat_map(|entry| &entry.record.facts);
    let marks = facts.flat_map(|fact| if let Fact::Done(marks) = fact { &marks[..] } else { &[] });
    let mut ids: Vec<String> = marks.map(|mark| mark.as_str().to_owned()).collect();
    ids.sort();
    ids
}

const UNION: [&str; 6] = [
    "urls/both",
    "urls/here",
    "urls/here-too",
    "urls/yonder",
    "urls/yonder-too",
    "views/create-a-homepage-that-says-welcome",
];

/// What sync programs, file managers and people call a copy of `django-90.toml`.
const COPIES: [&str; 26] = [
    "django-90.sync-conflict-20261209-101500-7JHDUCQ.toml",
    "django-90 (Anna's conflicted copy 2026-12-09).toml",
    "django-90 (conflicted copy 2026-12-09 101500).toml",
    "django-90_conflict-20261209-101500.toml",
    "django-90 (SFConflict anna@example.org 2026-12-09-10-15-00).toml",
    "django-90 (1).toml",
    "django-90-laptop.toml",
    "django-90-LAPTOP-2.toml",
    "django-90 - Copy.toml",
    "django-90 - Copy (2).toml",
    "django-90 (Kopie).toml",
    "django-90 copy.toml",
    "django-90 copy 2.toml",
    "django-90 2.toml",
    "Copy of django-90.toml",
    "Copy of Copy of django-90.toml",
    "Kopie von django-90 (2).toml",
    "(1) django-90.toml",
    "django-90.toml..path1",
    "django-90.toml..path2",
    "django-90.toml.conflict1",
    "django-90.conflict2.toml",
    "django-90.toml.Conflict",
    "django-90.toml (1)",
    "django-90.toml.sync-conflict-20261209-101500-7JHDUCQ",
    "Anna's django-90.toml from 2026-12-09",
];

#[test]
fn where_both_sides_were_renamed_nothing_looks_never_begun() {
    let (_, here, there) = diverged();
    for pair in COPIES.windows(2) {
        let desk = Desk::new();
        desk.put(pair[0], &here);
        desk.put(pair[1], &there);
        assert_eq!(ticked(&desk.all()), UNION, "{pair:?}");
        let found = desk.findings();
        assert!(found.len() == 1 && found[0].contains("the journal is missing, though "), "{found:#?}");
        // The next entry makes the journal anew, and each copy has a backup of its own.
        desk.open().record(note("On.\n"), evening(0), 1).unwrap();
        assert_eq!(ticked(&desk.all()), UNION, "{pair:?}");
        assert_eq!((desk.all().len(), desk.findings()), (3 + 5 + 1, Vec::new()), "{pair:?}");
        assert_eq!(std::fs::read_dir(desk.path("backups")).unwrap().count(), 2, "{pair:?}");
    }
}

#[test]
#[cfg(unix)]
fn a_copy_beside_what_the_journal_is_a_link_to_counts() {
    let (_, here, there) = diverged();
    for (target, copy) in [
        ("dotfiles/django-90.toml", "dotfiles/django-90.toml.conflict1"),
        ("dotfiles/django-90.toml", "dotfiles/Copy of django-90.toml"),
        ("dotfiles/journal.toml", "dotfiles/journal.sync-conflict-20261209-101500-7JHDUCQ.toml"),
        ("dotfiles/journal.toml", "dotfiles/journal (1).toml"),
        ("dotfiles/dot_ninety", "dotfiles/dot_ninety.toml..path2"),
    ] {
        let desk = Desk::new();
        desk.put(target, &here);
        std::os::unix::fs::symlink(target, desk.path("django-90.toml")).unwrap();
        let mut opened = desk.open();
        assert!(!opened.refresh());
        desk.put("dotfiles/journal-of-another (1).toml", there.replace("plan = \"django-90\"", "plan = \"swim\""));
        desk.put(copy, &there);
        assert!(opened.refresh(), "{copy}: it came while the screen was open");
        assert_eq!(ticked(&opened.all()), UNION, "{copy}");
        assert_eq!(ticked(&desk.all()), UNION, "{copy}");
        assert_eq!(desk.findings(), [""; 0], "{copy}");
    }
}

#[test]
fn what_only_holds_the_name_counts_where_its_head_names_the_plan() {
    let (base, here, _) = diverged();
    let headless = here.replace("plan = \"django-90\"\n", "");
    for (name, text) in [
        ("Copy of django-90.toml", &*headless),
        ("advanced-django-90.toml", &headless),
        ("django-90.toml.gz", "\u{1f}\u{8b}\u{8}"),
        ("django-90.toml.age", "age-encryption.org/v1\n"),
        ("django-90.toml.conflict1", ""),
        ("Copy of django-90.toml", &here.replace("plan = \"django-90\"", "plan = \"django-90-advanced\"")),
    ] {
        let desk = Desk::with(&base);
        desk.put(name, text);
        assert_eq!(desk.all(), Desk::with(&base).all(), "{name}");
        assert_eq!(desk.findings(), [""; 0], "{name}");
    }
    let desk = Desk::with(&base);
    std::fs::create_dir(desk.path("django-90.toml.d")).unwrap();
    assert_eq!(desk.findings(), [""; 0], "a directory is no copy");
}

#[test]
fn a_conflict_copy_of_any_sync_program_counts() {
    let (_, here, there) = diverged();
    for copy in COPIES {
        let desk = Desk::with(&here);
        desk.put(copy, &there);
        assert_eq!(ticked(&desk.all()), UNION, "{copy}");
        assert_eq!(desk.findings(), [""; 0], "{copy}");
        let mut opened = desk.open();
        let saved = opened.record(note("Merged.\n"), evening(999), 1).unwrap();
        assert_eq!(saved.key.number(), 7, "one more than the largest seen in either");
        assert!(desk.bytes().starts_with(here.as_bytes()));
        assert_eq!(std::fs::read_to_string(desk.path(copy)).unwrap(), there, "a copy is never written");
    }
}

/// What editors, merges and transfers leave of `django-90.toml`.
const LEFT: [&str; 12] = [
    "django-90.toml~",
    "django-90.toml.bak",
    "django-90.toml.orig",
    "django-90.toml.~1~",
    ".django-90.toml.swp",
    "~django-90.toml",
    "#django-90.toml#",
    ".django-90.toml.Xa8fj2",
    ".django-90.toml.icloud",
    ".syncthing.django-90.toml.tmp",
    "django-90.toml.a1b2c3d4.partial",
    "django-90.toml.rej",
];

#[test]
fn other_files_beside_the_journal_do_not_count() {
    let (base, here, there) = diverged();
    let others = ["django-90.lock", "other.toml", "django-90.toml.lock", "backups/django-90-2026-12-09.toml"];
    for other in LEFT.iter().chain(&others) {
        let desk = Desk::with(&here);
        desk.put(other, if other.ends_with("lock") { "" } else { &there });
        assert_eq!(desk.all(), Desk::with(&here).all(), "{other}");
    }
    let desk = Desk::with(&base);
    desk.put("django-90-advanced.toml", here.replace("plan = \"django-90\"", "plan = \"django-90-advanced\""));
    assert_eq!(desk.all(), Desk::with(&base).all(), "the journal of another plan");
    assert_eq!(desk.findings(), [""; 0]);
}

#[test]
fn what_an_editor_left_is_named_and_where_it_is_all_that_is_left_nothing_looks_never_begun() {
    let (base, here, _) = diverged();
    for name in LEFT {
        let desk = Desk::with(&base);
        desk.put(name, &here);
        let opened = desk.open();
        let named: Vec<_> = opened.files.not_read(&opened.journal).into_iter().map(|found| found.path).collect();
        assert_eq!((named, desk.findings()), (vec![desk.path(name)], Vec::new()), "{name}");
        desk.remove("django-90.toml");
        let found = desk.findings();
        assert!(found.len() == 1 && found[0].contains(&format!("is missing, though {name} is there")), "{found:#?}");
    }
    // What another plan left is none of ours.
    for name in [".advanced-django-90.toml.swp", "django-90-2.toml~", "~my_django-90.toml"] {
        let desk = Desk::new();
        desk.put(name, &here);
        let opened = desk.open();
        assert_eq!((opened.files.not_read(&opened.journal), desk.findings()), (Vec::new(), Vec::new()), "{name}");
    }
    let desk = Desk::new();
    desk.put("django-90.toml.bak", here.replace("plan = \"django-90\"", "plan = \"swim\""));
    assert_eq!(desk.findings(), [""; 0], "its head says so");
}

#[test]
fn a_plan_whose_name_begins_with_another_ones_keeps_to_itself() {
    let desk = Desk::new();
    let open = |plan: &str| Opened::of(desk.dir(), plan, Tail::LookAgain).unwrap();
    let plans = ["django", "django-90", "django-2", "d"];
    for (n, plan) in plans.iter().enumerate() {
        open(plan).record(note(plan), evening(0), random(n as u64)).unwrap();
    }
    for plan in plans {
        let mut opened = open(plan);
        assert_eq!(desk::facts(&opened.journal), [note(plan)]);
        assert_eq!(opened.files.findings(), [], "{plan}");
        opened.record(note("more"), evening(1), 77).unwrap();
        assert_eq!(open(plan).files.paths(), [desk.path(&format!("{plan}.toml"))]);
    }
}

#[test]
fn a_merge_with_its_markers_left_in_is_the_union() {
    let (base, here, there) = diverged();
    let (mine, theirs) = (here.strip_prefix(&base).unwrap(), there.strip_prefix(&base).unwrap());
    for merged in [
        format!("{base}<<<<<<< HEAD\n{mine}=======\n{theirs}>>>>>>> laptop\n"),
        format!("{base}<<<<<<< HEAD\n{mine}||||||| base\n=======\n{theirs}>>>>>>> laptop\n"),
        format!(
            "{base}<<<<<<< HEAD\r\n{}=======\r\n{}>>>>>>> laptop\r\n",
            mine.replace('\n', "\r\n"),
            theirs.replace('\n', "\r\n")
        ),
    ] {
        let desk = Desk::with(&merged);
        assert_eq!(ticked(&desk.all()), UNION);
        let found = desk.findings();
        assert_eq!(found.len(), if merged.contains("|||||||") { 4 } else { 3 }, "{found:#?}");
        assert_eq!(
            found[0],
            "django-90.toml:9: \"<<<<<<<\" is a merge marker; both sides are used; delete the marker lines."
        );
        desk.open().record(note("After the merge.\n"), evening(999), 1).unwrap();
        assert!(desk.bytes().starts_with(merged.as_bytes()));
        assert_eq!(desk.all().len(), 3 + 5 + 1);
    }
}

#[test]
fn a_merge_without_conflict_markers_in_which_the_head_stands_twice_is_the_union() {
    let (_, here, there) = diverged();
    let desk = Desk::with(format!("{here}{there}"));
    assert_eq!(ticked(&desk.all()), UNION);
    assert_eq!(desk.findings(), [""; 0]);
}

#[test]
fn equal_lines_count_once_and_two_lines_with_one_key_are_told() {
    let (base, ..) = diverged();
    let desk = Desk::with(&base);
    let before = desk.all();
    desk.put("django-90-copy.toml", &base);
    desk.put("django-90-third.toml", base.replace('\n', "\r\n"));
    assert_eq!(desk.all(), before);
    assert_eq!(desk.findings(), [""; 0]);

    let edited = base.replace("create-a-homepage-that-says-welcome", "something-else");
    for (main, copy, line) in [(&base, &edited, "django-90-copy.toml:8"), (&edited, &base, "django-90.toml:8")] {
        let desk = Desk::with(main);
        desk.put("django-90-copy.toml", copy);
        assert_eq!(desk.all(), before, "the line with a whole checksum counts");
        let found = desk.findings();
        assert!(found.iter().any(|text| text.starts_with(&format!("{line}: the key 3-"))), "{found:#?}");
        assert!(
            found.iter().any(|text| text.starts_with(&format!("{line}: this line does not fit its checksum"))),
            "{found:#?}"
        );
        assert_eq!(found.len(), 2);
    }
}

#[test]
fn a_missing_journal_is_told_where_copies_or_backups_show_that_there_was_one() {
    let (base, here, _) = diverged();
    assert_eq!(Desk::new().findings(), [""; 0]);

    let desk = Desk::new();
    desk.put("django-90 (1).toml", &here);
    assert_eq!(desk.all(), Desk::with(&here).all());
    assert_eq!(
        desk.findings(),
        ["django-90.toml: the journal is missing, though ".to_owned()
            + "django-90 (1).toml"
            + " is there; what is readable counts; wait if a sync program is just replacing it, or copy that file or a backup back."]
    );

    let desk = Desk::new();
    desk.put("backups/django-90-2026-12-07.toml", "");
    desk.put("backups/django-90-2026-12-08.toml", &base);
    desk.put("backups/django-90-advanced-2026-12-09.toml", &here);
    let found = desk.findings();
    assert!(found[0].contains("missing, though backups/django-90-2026-12-08.toml is there"), "{found:?}");
    assert_eq!(desk.names(), ["backups/"], "reading wrote nothing");
    // What is recorded meanwhile comes after what the file holds when it is back.
    let saved = desk.open().record(note("Meanwhile.\n"), evening(0), 5).unwrap();
    assert_eq!(saved.key.number(), 4);
}

#[test]
#[cfg(unix)]
fn a_copy_that_cannot_be_read_is_told_and_keeps_nothing_from_counting() {
    let (base, ..) = diverged();
    let desk = Desk::with(&base);
    desk.put("django-90 (1).toml", [0xff, 0xfe, b'#', 0, b' ', 0]);
    std::os::unix::fs::symlink("nowhere", desk.path("django-90 (2).toml")).unwrap();
    std::fs::create_dir(desk.path("django-90 (3).toml")).unwrap();
    let opened = desk.open();
    assert_eq!(opened.journal.len(), 3);
    let found = opened.said(&desk.dir());
    assert_eq!(found.len(), 3);
    assert!(found[0].starts_with("django-90 (1).toml: this copy of the journal cannot be read ("), "{found:#?}");
    assert!(
        found[0].contains("UTF-16") && found[1].contains("nowhere") && found[2].contains("not a regular file"),
        "{found:#?}"
    );
    desk.open().record(note("On.\n"), evening(0), 5).unwrap();
    assert_eq!(desk.all().len(), 4);
}

#[test]
fn a_refresh_sees_every_foreign_change() {
    let (base, here, there) = diverged();
    let desk = Desk::with(&base);
    let mut opened = desk.open();
    assert!(!opened.refresh());
    let mut other = desk.open();
    let entry = other.record(note("From another window.\n"), evening(5), 5).unwrap();
    assert!(opened.refresh());
    assert_eq!(opened.all().last(), Some(&entry));
    assert!(!opened.refresh());
    // Copies that come, change and go, at once after each other.
    for (name, text) in [("django-90 (1).toml", &here), ("django-90 (2).toml", &there), ("django-90 (1).toml", &there)]
    {
        desk.put(name, text);
        assert!(opened.refresh(), "{name}");
        assert_eq!(opened.all(), desk.all());
    }
    std::fs::remove_file(desk.path("django-90 (2).toml")).unwrap();
    std::fs::remove_file(desk.path("django-90 (1).toml")).unwrap();
    assert!(opened.refresh());
    assert_eq!(opened.journal.len(), 4);
    // An editor that saves by renaming.
    desk.put("new", String::from_utf8(desk.bytes()).unwrap().replacen("From another", "Edited in an", 1));
    std::fs::rename(desk.path("new"), desk.path("django-90.toml")).unwrap();
    assert!(opened.refresh());
    assert_eq!(desk::facts(&opened.journal).last(), Some(&note("Edited in an window.\n")));
}

#[test]
fn a_record_takes_in_what_is_new_and_undo_never_takes_back_what_was_undone_meanwhile() {
    let desk = Desk::new();
    let (mut one, mut two) = (desk.open(), desk.open());
    let first = one.record(Fact::Done(marks(&["views/a"])), evening(0), 1).unwrap();
    let second = two.record(Fact::Done(marks(&["views/b"])), evening(1), 2).unwrap();
    assert_eq!((first.key.number(), second.key.number()), (1, 2));
    // `one` has not looked since: it has seen only its own entry, and takes back that one.
    assert_eq!(one.journal.undoable(&[]).map(|entry| entry.key), Some(first.key));
    let undo = one.record(Fact::Undo(vec![first.key]), evening(2), 3).unwrap();
    assert_eq!(one.journal.len(), 3);
    assert!(one.journal.is_live(second.key));
    // `two` takes the same entry back, too late.
    let bytes = desk.bytes();
    match two.record(Fact::Undo(vec![first.key]), evening(3), 4) {
        Err(error @ FileError::AlreadyUndone(key)) if key == first.key => {
            let text = error.to_string();
            assert!(text.contains("has been taken back elsewhere in the meantime; nothing was changed"), "{text}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(desk.bytes(), bytes);
    // Redo of an undo that was redone meanwhile is refused alike.
    two.record(Fact::Undo(vec![undo.key]), evening(4), 5).unwrap();
    assert!(matches!(one.record(Fact::Undo(vec![undo.key]), evening(5), 6), Err(FileError::AlreadyUndone(_))));
    assert!(one.journal.is_live(first.key));
}
