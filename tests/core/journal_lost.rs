//! Journals that vanish, shrink or are replaced while they are open, backups and the clock, and what stands in the
//! place of a copy: what is lost is said at once, and what is recorded meanwhile comes after what comes back.

use crate::desk::{AT, COUNT, Desk, HEAD, Kept, Opened, evening, marks, note, sample, sealed, within};
use ninety::journal::finding::What;
use ninety::journal::{Fact, Finding};

/// A journal of which the last entry ticks a task, open and with its bytes.
fn ticked() -> (Desk, Opened, Vec<u8>) {
    let desk = Desk::with(sample());
    let mut opened = desk.open();
    opened.record(Fact::Done(marks(&["urls/three"])), evening(60), 1).unwrap();
    let bytes = desk.bytes();
    (desk, opened, bytes)
}

/// What may befall a journal that is open; how many of its entries are gone then.
type Loss = fn(&Desk) -> usize;

const LOSSES: [(&str, Loss); 5] = [
    ("deleted", |desk| {
        desk.remove("django-90.toml");
        COUNT + 1
    }),
    ("empty", |desk| {
        desk.put("django-90.toml", "");
        COUNT + 1
    }),
    ("only its head", |desk| {
        desk.put("django-90.toml", HEAD);
        COUNT + 1
    }),
    ("cut", |desk| {
        let text = String::from_utf8(desk.bytes()).unwrap();
        let kept: String = text.split_inclusive('\n').take(5 + 3).collect();
        desk.put("django-90.toml", kept);
        COUNT + 1 - 3
    }),
    ("replaced by an older copy", |desk| {
        desk.put("older", sample());
        desk.rename("older", "django-90.toml");
        1
    }),
];

/// The last that was said of the task.
fn says(entries: &[Kept]) -> &Fact {
    let of_task = |fact: &&Fact| match fact {
        Fact::Done(these) | Fact::Open(these) => *these == marks(&["urls/three"]),
        _ => false,
    };
    entries.iter().flat_map(|entry| &entry.record.facts).rfind(of_task).unwrap()
}

#[test]
fn what_is_lost_is_said_at_once_and_what_is_recorded_meanwhile_comes_after_what_comes_back() {
    for (what, lose) in LOSSES {
        for looks in [true, false] {
            let (desk, mut opened, before) = ticked();
            let lost = lose(&desk);
            if looks {
                assert!(opened.refresh(), "{what}");
                assert_eq!(opened.lost(), lost, "{what}: nothing is said of it");
                assert!(opened.warns());
            }
            let open = Fact::Open(marks(&["urls/three"]));
            let saved = opened.record(open.clone(), evening(61), 2).unwrap();
            assert_eq!(saved.key.number(), COUNT as u64 + 2, "{what}: a number is given twice");
            if !looks {
                assert_eq!(opened.lost(), lost, "{what}: nothing is said of it");
            }
            // A sync program brings it back: beside what was recorded, or with it.
            let meanwhile = desk.bytes();
            desk.put("django-90 (1).toml", &before);
            assert!(opened.refresh());
            assert_eq!(says(&opened.all()), &open, "{what}");
            assert_eq!(opened.lost(), 0, "{what}: it is back");
            assert_eq!(opened.all(), desk.all());
            assert_eq!(opened.journal.len(), COUNT + 2, "{what}");
            desk.remove("django-90 (1).toml");
            desk.put("django-90.toml", [before, meanwhile].concat());
            assert_eq!(says(&desk.all()), &open, "{what}");
        }
    }
}

/// What is said of backups that have what the journal has not: at each start, and by `check` alone.
fn of_backups(desk: &Desk) -> (Vec<String>, Vec<String>) {
    let opened = desk.open();
    let short = |found: &Finding| within(&desk.dir(), &found.to_string());
    let checked = opened.files.not_read(&opened.journal);
    (opened.files.findings().iter().map(short).collect(), checked.iter().map(short).collect())
}

/// The sample with its first entries only.
fn first(entries: usize) -> String {
    sample().split_inclusive('\n').take(5 + entries).collect()
}

#[test]
fn where_an_older_copy_was_put_back_every_start_says_so_until_it_is_taken_in() {
    for kept in [1, 5, COUNT - 1] {
        let desk = Desk::with(first(kept));
        desk.put("backups/django-90-2026-12-06.toml", first(kept));
        desk.put("backups/django-90-2026-12-07.toml", first(COUNT - 1));
        desk.put("backups/django-90-2026-12-08.toml", sample());
        let (n, are) = (COUNT - kept, if COUNT - kept == 1 { "entry" } else { "entries" });
        let (said, checked) = of_backups(&desk);
        let begin = format!("django-90.toml: backups/django-90-2026-12-08.toml has {n} {are} that this file has not, ");
        assert!(said.len() == 1 && said[0].starts_with(&begin), "{said:#?}");
        assert_eq!(checked, [""; 0], "an entry is told once");
        // What is recorded meanwhile comes after what is missing.
        assert_eq!(desk.open().record(note("On.\n"), evening(0), 5).unwrap().key.number(), COUNT as u64 + 1);
        std::fs::copy(desk.path("backups/django-90-2026-12-08.toml"), desk.path("django-90-2026-12-08.toml")).unwrap();
        assert_eq!(desk.all().len(), COUNT + 1);
        assert_eq!(of_backups(&desk), (Vec::new(), Vec::new()), "{kept}");
        let (all, live) = (desk.all(), Desk::with(sample()).all());
        assert_eq!(all[..COUNT], live, "as it was, with what was undone");
    }
}

#[test]
fn an_older_copy_that_grew_on_is_told_by_check_alone() {
    let desk = Desk::with(first(5));
    desk.put("backups/django-90-2026-12-06.toml", first(9));
    desk.put("backups/django-90-2026-12-05.toml", first(7));
    // What went on in the journal is longer than what is missing, or the next day's backup is made of it.
    desk.put("backups/django-90-2026-12-07.toml", first(5));
    let told = "backups/django-90-2026-12-06.toml: 4 entries of this backup are not in the journal; copy the file \
                beside the journal to take in what is missing, or leave it if you deleted that.";
    assert_eq!(of_backups(&desk), (Vec::new(), vec![told.to_owned()]));
    desk.remove("backups/django-90-2026-12-07.toml");
    assert_eq!(of_backups(&desk).0.len(), 1);
    desk.open().record(note(&"long ".repeat(500)), evening(0), 5).unwrap();
    assert_eq!(of_backups(&desk), (Vec::new(), vec![told.to_owned()]));
}

#[test]
fn what_its_owner_deleted_on_purpose_is_told_by_check_alone() {
    for deleted in [1, 6, COUNT - 1] {
        let text = sample();
        let lines = text.split_inclusive('\n').enumerate().filter(|(n, _)| *n != 4 + deleted);
        let desk = Desk::with(lines.map(|(_, line)| line).collect::<String>());
        for day in 4..=7 {
            desk.put(&format!("backups/django-90-2026-12-{day:02}.toml"), sample());
        }
        let (said, checked) = of_backups(&desk);
        assert_eq!((said, checked.len()), (Vec::new(), 1), "{deleted}: {checked:#?}");
        assert!(checked[0].starts_with("backups/django-90-2026-12-07.toml: 1 entry of this backup is not"));
    }
    // An entry that was edited is there.
    let desk = Desk::with(sample().replace("Christmas", "New Year"));
    desk.put("backups/django-90-2026-12-07.toml", sample() + "# longer");
    assert!(of_backups(&desk).0.iter().all(|said| said.contains("checksum")), "{:?}", of_backups(&desk));
    assert_eq!(of_backups(&desk).1, [""; 0]);
}

#[test]
#[cfg(unix)]
fn backups_of_others_and_what_are_none_have_nothing_that_is_missing() {
    use crate::desk::in_the_way;

    let desk = Desk::with(first(3));
    desk.put("backups/django-90-advanced-2026-12-07.toml", sample().replace("\"django-90\"", "\"django-90-advanced\""));
    desk.put("backups/django-90-2026-12-07.toml", sample().replace("\"django-90\"", "\"swim\""));
    desk.put("backups/django-90-2026-12-06.toml", sample().replace("plan = \"django-90\"\n", ""));
    desk.put("backups/notes.txt", "Nothing of ours.\n");
    in_the_way(&desk, "backups/django-90-2026-12-05.toml", "pipe");
    in_the_way(&desk, "backups/django-90-2026-12-04.toml", "/dev/zero");
    assert_eq!(of_backups(&desk).1, [""; 0]);
    // Of a journal in several files, those of each count; a copy of it may be a backup too.
    let desk = Desk::with(first(3));
    desk.put("backups/django-90-2-2026-12-07.toml", sample());
    desk.put("backups/django-90.toml.conflict1-2026-12-07.toml", sample());
    let (said, checked) = of_backups(&desk);
    assert_eq!((said.len(), checked.len()), (0, 1), "{said:#?} {checked:#?}");
}

#[test]
fn a_run_that_begins_after_the_loss_goes_on_after_backups_and_copies() {
    let line = |n: u64| sealed(&format!("{n}-00000001 = {{ {AT}, done = \"urls/one\" }}")) + "\n";
    let record = |desk: &Desk| desk.open().record(note("On.\n"), evening(0), 5).unwrap().key.number();
    let whole = HEAD.to_owned() + &line(40) + &line(41);
    for main in [None, Some(""), Some(HEAD), Some(&*(HEAD.to_owned() + &line(3)))] {
        let desk = Desk::new();
        if let Some(text) = &main {
            desk.put("django-90.toml", text);
        }
        desk.put("backups/django-90-2026-12-07.toml", &whole);
        assert_eq!(record(&desk), 42, "{main:?}");
        assert_eq!(record(&desk), 43, "{main:?}: and so the next run");
        desk.put("django-90 (1).toml", HEAD.to_owned() + &line(50));
        assert_eq!(record(&desk), 51, "{main:?}");
    }
    // A key beyond reason in a backup is none to go on from.
    let desk = Desk::with(HEAD);
    let far = format!("9007199254740992-00000001 = {{ {AT}, done = \"a/b\" }}\n");
    desk.put("backups/django-90-2026-12-07.toml", whole + &far);
    assert_eq!(record(&desk), 42);
}

#[test]
#[cfg(unix)]
fn where_the_clock_is_set_back_the_day_s_backup_is_made_once_and_stays() {
    use std::os::unix::fs::MetadataExt;

    let desk = Desk::with(sample());
    for day in 8..=30 {
        desk.put(&format!("backups/django-90-2026-12-{day:02}.toml"), sample());
    }
    let names = || std::fs::read_dir(desk.path("backups")).unwrap().count();
    let before = names();
    let mut opened = desk.open();
    let back = evening(0) - chrono::TimeDelta::days(2000);
    let copy = desk.path(&format!("backups/django-90-{}.toml", back.date_naive()));
    opened.record(note("Once.\n"), back, 5).unwrap();
    let inode = std::fs::metadata(&copy).unwrap().ino();
    for n in 1..4 {
        opened.record(note("More.\n"), back + chrono::TimeDelta::minutes(n), 5).unwrap();
        assert_eq!(std::fs::metadata(&copy).unwrap().ino(), inode, "it was made anew");
    }
    assert_eq!(std::fs::read(&copy).unwrap(), sample().as_bytes());
    assert_eq!(names(), before + 1, "a copy of a later date was let go of");
}

#[test]
fn a_copy_of_a_later_century_is_not_the_newest_and_feeds_nothing() {
    let line = |n: u64| sealed(&format!("{n}-00000001 = {{ {AT}, done = \"urls/one\" }}")) + "\n";
    let desk = Desk::new();
    desk.put("backups/django-90-2026-12-07.toml", HEAD.to_owned() + &line(40));
    desk.put("backups/django-90-2126-01-01.toml", HEAD.to_owned() + &line(40) + &line(5_000_000));
    let mut opened = desk.open();
    let missing = opened.files.findings().iter().find_map(|found| match &found.what {
        What::Missing(beside) => Some(beside.clone()),
        _ => None,
    });
    assert_eq!(missing, Some(desk.path("backups/django-90-2026-12-07.toml")));
    assert_eq!(opened.record(note("On.\n"), evening(0), 5).unwrap().key.number(), 41);
    // Once the day's own backup is there, that one counts.
    opened.record(note("On.\n"), evening(24 * 60), 5).unwrap();
    assert!(desk.path("backups/django-90-2026-12-09.toml").exists());
    assert!(desk.path("backups/django-90-2126-01-01.toml").exists(), "nobody takes it away");
}
