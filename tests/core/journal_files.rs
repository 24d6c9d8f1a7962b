//! The journal's files as they may be found: missing, empty, too large or no files at all; and large ones.

use crate::desk::{COUNT, Desk, Opened, PLAN, evening, note, random, refused, sample, within};
use ninety::journal::Key;
use ninety::journal::files::Tail;
use ninety::journal::write::{header, line};

#[test]
fn reading_nothing_creates_nothing() {
    let desk = Desk::new();
    let mut opened = desk.open();
    assert!(opened.journal.is_empty() && !opened.refresh());
    assert_eq!((desk.findings(), desk.names()), (Vec::new(), Vec::new()));
    std::fs::remove_dir(desk.dir()).unwrap();
    assert!(!desk.open().refresh());
    assert!(!desk.dir().exists());
    std::fs::create_dir(desk.dir()).unwrap();
}

#[test]
fn the_first_entry_makes_the_directory_the_file_and_its_lock_and_the_first_of_another_day_a_backup() {
    let desk = Desk::new();
    let mut opened = desk.open();
    opened.record(note("One.\n"), evening(0), 1).unwrap();
    assert_eq!(desk.names(), ["django-90.lock", "django-90.toml"]);
    let first = desk.bytes();
    assert!(first.starts_with(b"# ninety journal: a line for everything you did"));
    opened.record(note("Two.\n"), evening(24 * 60), 2).unwrap();
    opened.record(note("Three.\n"), evening(24 * 60 + 1), 3).unwrap();
    assert_eq!(desk.names(), ["backups/", "django-90.lock", "django-90.toml"]);
    assert_eq!(std::fs::read(desk.path("backups/django-90-2026-12-09.toml")).unwrap(), first);
    assert_eq!(std::fs::read_dir(desk.path("backups")).unwrap().count(), 1);
    assert_eq!(opened.files.caveat(), None);
    // Restoring is copying a file back, under its own name too.
    std::fs::copy(desk.path("backups/django-90-2026-12-09.toml"), desk.path("django-90-2026-12-09.toml")).unwrap();
    assert_eq!(desk.all().len(), 3);
}

#[test]
fn a_backup_that_cannot_be_made_keeps_no_entry_from_being_saved() {
    let desk = Desk::with(sample());
    desk.put("backups", "a file in the way");
    let mut opened = desk.open();
    opened.record(note("On.\n"), evening(0), 1).unwrap();
    let caveat = opened.files.caveat().unwrap();
    assert!(caveat.contains("today's backup was not made, and the entry itself is saved"), "{caveat}");
    assert!(!caveat.contains("os error"), "{caveat}");
    assert_eq!(desk.all().len(), COUNT + 1);
}

#[test]
fn an_empty_file_is_told_and_written_into() {
    let desk = Desk::with("");
    assert!(
        desk.findings()[0].starts_with("django-90.toml: the file is empty; nothing in it counts"),
        "{:?}",
        desk.findings()
    );
    assert_eq!(desk.findings().len(), 1);
    desk.open().record(note("On.\n"), evening(0), 1).unwrap();
    assert_eq!(desk.findings(), [""; 0]);
    assert!(desk.bytes().starts_with(b"# ninety journal"));
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    let desk = Desk::with(sample());
    let file = std::fs::OpenOptions::new().write(true).open(desk.path("django-90.toml")).unwrap();
    file.set_len(100_000_000).unwrap();
    assert_eq!(
        refused(&desk),
        "django-90.toml: the file has 100 MB, and the limit is 16 MB; it was not read and not changed; see what grew in it, or copy a backup back"
    );
    assert_eq!(file.metadata().unwrap().len(), 100_000_000);
}

#[test]
fn a_hard_link_is_kept() {
    let desk = Desk::with(sample());
    std::fs::hard_link(desk.path("django-90.toml"), desk.path("other-name")).unwrap();
    desk.open().record(note("On.\n"), evening(0), 1).unwrap();
    assert_eq!(std::fs::read(desk.path("other-name")).unwrap(), desk.bytes());
}

#[test]
fn a_data_directory_that_is_none_is_refused() {
    let desk = Desk::new();
    desk.put("file", "");
    let open = |dir: &str| Opened::of(desk.path(dir), PLAN, Tail::LookAgain);
    // Windows says of what is below a file that it is not there.
    for dir in if cfg!(windows) { ["file"].as_slice() } else { &["file", "file/below"] } {
        let error = within(&desk.dir(), &open(dir).unwrap_err().to_string());
        assert!(
            error.starts_with(&format!(
                "{dir}: this is not a directory; nothing was saved; name another one with --data-dir or NINETY_DATA_DIR"
            )),
            "{error}"
        );
    }
}

#[test]
fn a_journal_that_says_it_is_of_another_plan_is_read_and_not_written() {
    let text = sample().replace("plan = \"django-90\"", "plan = \"swim\"");
    let desk = Desk::with(&text);
    let mut opened = desk.open();
    assert_eq!(opened.all().len(), COUNT);
    let error = opened.record(note("No.\n"), evening(0), 7).unwrap_err();
    assert_eq!(
        within(&desk.dir(), &error.to_string()),
        "django-90.toml: the file says that it is of the plan \"swim\"; nothing was saved; correct its line `plan = …` or \
         rename the file"
    );
    assert_eq!(desk.bytes(), text.as_bytes());
    desk.put("django-90.toml", text.replace("swim", "django-90"));
    opened.record(note("Yes.\n"), evening(0), 7).unwrap();
}

#[test]
fn a_note_of_a_megabyte_and_ten_thousand_notes_are_saved_and_read() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let long = opened.record(note(&"a\u{1b}é\n".repeat(1 << 18)), evening(0), 1).unwrap();
    assert_eq!(desk.all(), [long]);

    let mut text = header(PLAN, "");
    for n in 1..=10_000u32 {
        let note = note(&format!("Note {n}.\n")).into();
        text.push_str(&(line(Key::new(n.into(), random(n.into())), evening(n.into()), &note) + "\n"));
    }
    let desk = Desk::with(&text);
    let mut opened = desk.open();
    assert_eq!(opened.journal.len(), 10_000);
    opened.record(note("One more.\n"), evening(10_001), 1).unwrap();
    assert_eq!(desk.all().len(), 10_001);
    assert_eq!(desk.findings(), [""; 0]);
}

#[test]
fn a_journal_that_would_grow_beyond_what_is_read_goes_on_in_another_file() {
    let desk = Desk::new();
    let mut opened = desk.open();
    for n in 0..3 {
        opened.record(note(&"x".repeat(7_500_000)), evening(n), u32::try_from(n).unwrap()).unwrap();
    }
    assert_eq!(desk.names(), ["backups/", "django-90-2.toml", "django-90.lock", "django-90.toml"]);
    opened.record(note("Short.\n"), evening(4), 4).unwrap();
    assert_eq!(opened.all().len(), 4);
    assert_eq!(opened.all(), desk.all());
    assert_eq!(desk.findings(), [""; 0]);
}
