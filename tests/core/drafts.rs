//! Drafts, by their rules: one file is of one thing, what is no file is never waited for, and what was recorded is not
//! offered again.
//!
//! Deliberately absent: the screens that keep them.

use crate::desk::{Desk, PLAN, day, evening, random};
use crate::learner::Learner;
use chrono::TimeDelta;
use ninety::journal::drafts::{Draft, DraftFile, Of, Words, abandoned};
use ninety::journal::{Answers, Fact, Key};
use ninety::plan::PlanId;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

fn plan() -> PlanId {
    PlanId::new(PLAN).unwrap()
}

fn text(text: &str) -> Words {
    Words::Text(text.to_owned())
}

fn answers(can: &str) -> Words {
    Words::Answers([can.to_owned(), String::new(), String::new()])
}

#[cfg(unix)]
fn pipe(path: &Path) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// A note that was lent to the learner's own editor, in the file whose path is returned.
fn lent(dir: &Path, n: u32, before: &str) -> PathBuf {
    let mut file = DraftFile::create(dir, &plan(), Of::Note(day("views")), n).unwrap();
    file.lend(&[Key::new(3, 7)], before, evening(0)).unwrap();
    std::fs::write(file.beside(), if before.is_empty() { String::new() } else { format!("{before}\n") }).unwrap();
    file.beside()
}

fn found(dir: &Path) -> Vec<(DraftFile, Draft)> {
    abandoned(dir, &plan(), evening(0)).drafts
}

/// The texts that are offered at the next start, the first first.
fn texts(dir: &Path) -> Vec<String> {
    found(dir).iter().map(|(_, draft)| draft.words.whole()).collect()
}

/// The draft that is offered first.
fn first(dir: &Path) -> (DraftFile, Draft) {
    found(dir).into_iter().next().unwrap()
}

fn count(dir: &Path) -> usize {
    std::fs::read_dir(dir).unwrap().count()
}

/// What is offered at the next start, in the order of its words.
fn offered(dir: &Path) -> Vec<(Of, String)> {
    let found = found(dir).into_iter();
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
#[cfg(unix)]
fn what_is_no_file_is_never_waited_for() {
    use std::os::unix::fs::symlink;
    use std::time::Instant;

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
    let found = abandoned(&dir, &plan(), evening(0));
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

#[test]
fn what_an_editor_saves_after_it_came_back_is_offered() {
    let desk = Desk::new();
    let dir = desk.path("drafts");
    for (n, before, saved) in [
        (1, "", "new\n"),
        (2, "first", "first\nand more\n"),
        (3, "first", "another"),
        (4, "one\ntwo", "one\r\ntwo\r\nthree\r\n"),
    ] {
        let path = lent(&dir, n, before);
        assert_eq!(texts(&dir), [""; 0], "{n}: as it was lent");
        // In place, and as most editors do: under another name, which is then put in its place.
        std::fs::write(&path, "").unwrap();
        assert_eq!(texts(&dir), [""; 0], "{n}: an editor empties a file before it writes it");
        std::fs::write(path.with_extension("new"), saved).unwrap();
        std::fs::rename(path.with_extension("new"), &path).unwrap();
        let (file, draft) = first(&dir);
        assert_eq!(draft.words.whole(), saved.replace("\r\n", "\n"), "{n}");
        assert_eq!((draft.of, draft.over), (Of::Note(day("views")), vec![Key::new(3, 7)]));
        file.remove().unwrap();
        assert_eq!(count(&dir), 0, "{n}: it was read");
    }
}

#[test]
fn a_file_in_which_nothing_is_new_stays_for_a_day() {
    let desk = Desk::new();
    let dir = desk.path("drafts");
    let day_later = evening(0) + TimeDelta::days(1);
    for saved in [Some("first\n"), Some("first"), Some("\nfirst\n\n\n"), Some("first\r\n"), Some(""), Some(" \n"), None]
    {
        let path = lent(&dir, 1, "first");
        match saved {
            Some(saved) => std::fs::write(&path, saved).unwrap(),
            None => std::fs::remove_file(&path).unwrap(),
        }
        let files = count(&dir);
        for now in [evening(0), day_later] {
            assert_eq!(abandoned(&dir, &plan(), now).drafts.len(), 0, "{saved:?}");
            assert_eq!(count(&dir), files, "{saved:?}");
        }
        let found = abandoned(&dir, &plan(), day_later + TimeDelta::minutes(1));
        assert_eq!((found.drafts.len(), found.unreadable.len(), count(&dir)), (0, 0, 0), "{saved:?}");
    }
    std::fs::write(lent(&dir, 1, "first"), "changed").unwrap();
    assert_eq!(abandoned(&dir, &plan(), day_later + TimeDelta::days(400)).drafts.len(), 1, "what is new stays");
}

#[test]
fn what_was_typed_and_what_an_editor_saved_never_hide_each_other() {
    let desk = Desk::new();
    let dir = desk.path("drafts");
    let path = lent(&dir, 1, "first");
    std::fs::write(&path, "the editor's\n").unwrap();
    // It goes on on the screen, and what was typed there counts.
    let (mut file, draft) = first(&dir);
    file.save(&draft.over, &text("the editor's, and typed")).unwrap();
    drop(file);
    assert_eq!(texts(&dir), ["the editor's, and typed"]);
    // The editor, still open, saves once more: there are two texts, and the newer one comes first.
    std::fs::write(&path, "the editor's, and saved\n").unwrap();
    let soon = std::fs::metadata(&path).unwrap().modified().unwrap() + Duration::from_secs(9);
    File::options().write(true).open(&path).unwrap().set_modified(soon).unwrap();
    assert_eq!(texts(&dir), ["the editor's, and saved\n", "the editor's, and typed"]);
    assert_eq!(offered(&dir).len(), 2, "and again");
    // Whichever is saved or thrown away, the other stays.
    let (file, _) = first(&dir);
    file.remove().unwrap();
    assert_eq!(texts(&dir), ["the editor's, and typed"]);
    first(&dir).0.settle(&[]).unwrap();
    assert_eq!((texts(&dir).len(), count(&dir)), (0, 0));
}

#[test]
fn the_newer_of_two_texts_comes_first_whether_it_was_lent_or_not() {
    let desk = Desk::new();
    let dir = desk.path("drafts");
    for is_lent in [true, false] {
        let path = if is_lent {
            let path = lent(&dir, 1, "first");
            std::fs::write(&path, "read").unwrap();
            first(&dir).0.save(&[], &text("typed")).unwrap();
            path
        } else {
            let mut file = DraftFile::create(&dir, &plan(), Of::Note(day("views")), 2).unwrap();
            file.save(&[], &text("typed")).unwrap();
            file.beside()
        };
        std::fs::write(&path, "saved").unwrap();
        let long_ago = std::time::UNIX_EPOCH + Duration::from_secs(1_000_000);
        File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
        assert_eq!(texts(&dir), ["typed", "saved"], "{is_lent}");
        for (file, _) in found(&dir) {
            file.remove().unwrap();
        }
        assert_eq!(count(&dir), 0, "{is_lent}");
    }
}

#[test]
fn what_an_editor_saves_once_more_is_never_deleted_unread() {
    let desk = Desk::new();
    let dir = desk.path("drafts");
    let path = lent(&dir, 1, "first");
    for end in ["thrown away", "saved"] {
        std::fs::write(&path, format!("{end} 1")).unwrap();
        let (file, _) = first(&dir);
        std::fs::write(&path, format!("{end} 2")).unwrap();
        if end == "saved" { file.settle(&[Key::new(4, 7)]) } else { file.remove() }.unwrap();
        let (_, draft) = first(&dir);
        assert_eq!(draft.words, text(&format!("{end} 2")));
        assert_eq!(draft.over, [Key::new(if end == "saved" { 4 } else { 3 }, 7)], "{end}");
    }
    // A draft that was saved leaves the editor its file for a day.
    first(&dir).0.settle(&[Key::new(5, 7)]).unwrap();
    assert_eq!((texts(&dir).len(), count(&dir)), (0, 2));
    std::fs::write(&path, "later").unwrap();
    assert_eq!(first(&dir).1.over, [Key::new(5, 7)]);
    first(&dir).0.remove().unwrap();
    // Where not even its draft is left, it is named.
    std::fs::write(&path, "much later").unwrap();
    let found = abandoned(&dir, &plan(), evening(0));
    assert_eq!((found.drafts.len(), found.orphans), (0, vec![path]));
}

#[test]
fn what_cannot_be_read_is_named_and_stays_byte_for_byte() {
    let desk = Desk::new();
    let dir = desk.path("drafts");
    let path = lent(&dir, 1, "first");
    for bytes in [&b"caf\xe9"[..], b"\xff\xfea\0b\0", b"\x80", &vec![b'x'; 16 * 1024 * 1024 + 1]] {
        std::fs::write(&path, bytes).unwrap();
        let found = abandoned(&dir, &plan(), evening(0) + TimeDelta::days(2));
        assert_eq!((found.drafts.len(), found.unreadable), (0, vec![path.clone()]));
        assert!(std::fs::read(&path).unwrap() == bytes);
    }
    std::fs::write(&path, "caf\u{e9}").unwrap();
    assert_eq!(texts(&dir), ["caf\u{e9}"]);
    // What was thrown away meanwhile has not been read either.
    let (file, _) = first(&dir);
    std::fs::write(&path, b"caf\xe9s").unwrap();
    file.remove().unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"caf\xe9s");
    std::fs::remove_file(&path).unwrap();
    // A draft whose first save failed holds nothing.
    drop(DraftFile::create(&dir, &plan(), Of::Note(day("urls")), 5).unwrap());
    let found = abandoned(&dir, &plan(), evening(0) + TimeDelta::days(2));
    assert_eq!((found.drafts.len(), found.unreadable.len(), count(&dir)), (0, 0, 0));
}
