//! Drafts, by their rules: one file is of one thing, what is no file is never waited for, and what was recorded is not
//! offered again.
//!
//! Deliberately absent: the screens that keep them.

use crate::desk::{Desk, PLAN, day, note, random};
use crate::learner::Learner;
use ninety::journal::drafts::{Draft, DraftFile, Of, Words, abandoned};
use ninety::journal::{Answers, Fact, Key};
use ninety::plan::PlanId;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

fn plan() -> PlanId {
    PlanId::new(PLAN).unwrap()
}

fn text(text: &str) -> Words {
    Words::Text(text.to_owned())
}

fn answers(can: &str) -> Words {
    Words::Answers([can.to_owned(), String::new(), String::new()])
}

fn pipe(path: &Path) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// What is offered at the next start, in the order of its words.
fn offered(dir: &Path) -> Vec<(Of, String)> {
    let found = abandoned(dir, &plan()).drafts.into_iter();
    let mut found: Vec<_> = found.map(|(_, draft)| (draft.of, draft.words.whole())).collect();
    found.sort_by(|(_, one), (_, other)| one.cmp(other));
    found
}

#[test]
fn what_is_typed_of_one_thing_never_takes_the_place_of_another() {
    let desk = Desk::new();
    let dir = desk.path("drafts");
    let all = [
        (Of::Add(day("views")), text("a task")),
        (Of::Note(day("views")), text("c note")),
        (Of::Note(day("urls")), text("d note")),
        (Of::Review(day("setup")), answers("e review")),
        (Of::Skip(day("views")), text("f reason")),
        (Of::Link(day("setup")), text("https://b.example")),
    ];
    for (n, (of, words)) in all.iter().enumerate() {
        let mut file = DraftFile::create(&dir, &plan(), of.clone(), random(n as u64)).unwrap();
        assert_eq!(file.of(), of);
        file.save(&[], &text("at first")).unwrap();
        file.save(&[Key::new(3, 7)], words).unwrap();
    }
    let expected: Vec<_> = all.into_iter().map(|(of, words)| (of, words.whole())).collect();
    assert_eq!(offered(&dir), expected);
    // A name that is taken is never taken again.
    assert!(DraftFile::create(&dir, &plan(), Of::Note(day("views")), random(0)).is_err());
}

#[test]
fn what_is_no_file_is_never_waited_for() {
    let desk = Desk::new();
    let dir = desk.path("drafts");
    let named = |n: u32, ending: &str| dir.join(format!("{PLAN}-{n:08x}.{ending}"));
    pipe(&named(1, "draft"));
    symlink("/dev/zero", named(2, "draft")).unwrap();
    std::fs::create_dir(named(3, "draft")).unwrap();
    symlink(named(1, "draft"), named(4, "draft")).unwrap();
    symlink(named(99, "draft"), named(5, "draft")).unwrap();
    // A whole draft whose text for the learner's editor is a pipe, a device, a directory.
    for (n, make) in [(6, 0), (7, 1), (8, 2)] {
        let mut file = DraftFile::create(&dir, &plan(), Of::Note(day("views")), n).unwrap();
        file.save(&[], &text("kept")).unwrap();
        match make {
            0 => pipe(&file.beside()),
            1 => symlink("/dev/zero", file.beside()).unwrap(),
            _ => std::fs::create_dir(file.beside()).unwrap(),
        }
    }
    let mut file = DraftFile::create(&dir, &plan(), Of::Note(day("urls")), 9).unwrap();
    file.save(&[], &text("whole")).unwrap();
    drop(file);
    let start = Instant::now();
    let found = abandoned(&dir, &plan());
    assert!(start.elapsed() < Duration::from_secs(5));
    assert_eq!(found.drafts.len(), 1);
    let unreadable: Vec<_> = found.unreadable.iter().filter_map(|path| path.file_stem()).collect();
    let stems = [1, 2, 4, 6, 7, 8].map(|n| named(n, "draft"));
    assert_eq!(unreadable, stems.iter().filter_map(|path| path.file_stem()).collect::<Vec<_>>());
    drop(found);

    // What stands where a draft is written before it takes its name: it is put away, and nothing is written into it.
    let planted = desk.path("planted");
    std::fs::write(&planted, "theirs").unwrap();
    let mut file = DraftFile::create(&dir, &plan(), Of::Note(day("urls")), 10).unwrap();
    symlink(&planted, named(10, "unfinished")).unwrap();
    file.save(&[], &text("first")).unwrap();
    pipe(&named(10, "unfinished"));
    file.save(&[], &text("second")).unwrap();
    drop(file);
    assert_eq!(std::fs::read_to_string(&planted).unwrap(), "theirs");
    assert!(offered(&dir).contains(&(Of::Note(day("urls")), "second".to_owned())));
}

#[test]
fn a_backup_that_is_no_file_is_never_waited_for() {
    for make in [0, 1, 2] {
        let desk = Desk::new();
        let mut opened = desk.open();
        opened.record(note("x"), crate::desk::evening(-2), 7).unwrap();
        drop(opened);
        let newest = desk.path("backups/django-90-2026-12-07.toml");
        std::fs::create_dir_all(desk.path("backups")).unwrap();
        std::fs::rename(desk.path("django-90.toml"), desk.path("backups/django-90-2026-12-06.toml")).unwrap();
        match make {
            0 => pipe(&newest),
            1 => symlink("/dev/zero", &newest).unwrap(),
            _ => std::fs::create_dir(&newest).unwrap(),
        }
        let start = Instant::now();
        let mut opened = desk.open();
        let said = opened.said(&desk.dir()).join("\n");
        assert!(said.contains("django-90-2026-12-06.toml"), "the newest that is one: {said}");
        let kept = opened.record(note("y"), crate::desk::evening(0), 7).unwrap();
        assert!(kept.key > Key::new(1, u32::MAX), "its numbers are known: {}", kept.key);
        assert!(start.elapsed() < Duration::from_secs(5));
    }
}

#[test]
fn what_was_recorded_is_not_offered_again() {
    let mut learner = Learner::on_weekdays();
    let views = learner.plan.find_day("views").unwrap().id().clone();
    let first = learner.plan.day(learner.no(1)).id().clone();
    let draft = |of: &Of, words: &Words| Draft { of: of.clone(), over: vec![], words: words.clone() };
    let url = "https://example.org/mine";
    let all = [
        (Of::Note(views.clone()), text("\nA note. \n\n")),
        (Of::Add(views.clone()), text("Ask Ada ")),
        (Of::Link(first.clone()), text(url)),
        (Of::Review(first.clone()), answers("Loops.\n")),
        (Of::Skip(first.clone()), text("known")),
    ];
    for (of, words) in &all {
        assert!(!learner.study().is_recorded(&draft(of, words)), "{of:?}");
    }
    let study = learner.study();
    let day = learner.plan.day(learner.no(17));
    let week = &learner.plan.weeks()[0];
    let facts = [
        study.noted(day, "\nA note. \n\n", &[], "").unwrap(),
        study.added(day, "Ask Ada ").unwrap(),
        study.linked(week, url).unwrap(),
        study.reviewed(week, Answers::new(["Loops.\n", "", ""]), &[], &Answers::default()).unwrap(),
        study.skipped(&[learner.no(1)], "known").unwrap(),
    ];
    for ((of, words), fact) in all.iter().zip(facts) {
        learner.record(fact);
        assert!(learner.study().is_recorded(&draft(of, words)), "{of:?}");
        learner.undo();
        assert!(!learner.study().is_recorded(&draft(of, words)), "{of:?} was taken back");
        learner.redo();
    }
    assert!(!learner.study().is_recorded(&draft(&Of::Note(first), &text("A note."))), "elsewhere");
    assert!(!learner.study().is_recorded(&draft(&Of::Note(views.clone()), &text("A note"))));

    // A note that takes the place of what stood there: as long as that stands, it is not recorded.
    let over = learner.study().day(day.no()).notes.clone();
    let changed = Draft { over: over.clone(), ..draft(&Of::Note(views.clone()), &text("Changed.")) };
    assert!(!learner.study().is_recorded(&changed));
    let same = Draft { over: over.clone(), ..draft(&Of::Note(views.clone()), &text("A note.")) };
    assert!(!learner.study().is_recorded(&same), "it is what the editor showed");
    learner.record(Fact::Note { day: views, text: "Changed.\n".into(), over });
    assert!(learner.study().is_recorded(&changed));
}
