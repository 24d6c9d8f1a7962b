//! Properties of the journal as a whole: order, copies and repetition of lines change nothing, diverged copies merge to
//! one state, undo and redo are each other's inverse, and reading only what is new is as good as reading all.

#![expect(clippy::unwrap_used, reason = "a test fails so")]

#[path = "common/desk.rs"]
mod desk;
#[path = "common/facts.rs"]
mod facts;

use desk::{Desk, PLAN, evening, marks, note, random, sample};
use facts::fact;
use ninety::journal::files::Tail;
use ninety::journal::{Entry, Fact, Files, Journal, Key, Place};
use ninety::plan::PlanId;
use proptest::prelude::*;
use proptest::sample::select;

/// What was done to a journal: a fact, an undo or a redo.
#[derive(Clone, Copy, Debug)]
enum Step {
    Tick(u8),
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![(0..6u8).prop_map(Step::Tick), Just(Step::Undo), Just(Step::Redo)];
    prop::collection::vec(step, 0..40)
}

/// Adds to a journal what a step does, if it does anything.
fn step(journal: &mut Journal, step: Step) -> bool {
    let fact = match step {
        Step::Tick(n) => Some(Fact::Done(marks(&[&format!("views/{n}")]))),
        Step::Undo => journal.undoable(&[]).map(|entry| Fact::Undo(entry.key)),
        Step::Redo => journal.redoable(&[]).map(|(undo, _)| Fact::Undo(undo.key)),
    };
    let Some(fact) = fact else { return false };
    let number = journal.next_number();
    let at = evening(i64::try_from(number).unwrap());
    journal.push(Entry {
        key: Key::new(number, random(number)),
        at,
        fact,
        place: Place::default(),
    });
    true
}

/// The live facts that are not undos, in order: what the journal says happened.
fn says(journal: &Journal) -> Vec<Entry> {
    journal.live().filter(|entry| entry.fact.is_deed()).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_are_as_in_any_editor(steps in steps()) {
        let mut journal = Journal::default();
        // The model: what was done, and what was undone since.
        let (mut done, mut undone): (Vec<Entry>, Vec<Entry>) = (Vec::new(), Vec::new());
        for next in steps {
            let did = step(&mut journal, next);
            match next {
                Step::Tick(_) => {
                    done.push(journal.entries().last().unwrap().clone());
                    undone.clear();
                }
                Step::Undo => {
                    prop_assert_eq!(did, !done.is_empty());
                    undone.extend(done.pop());
                }
                Step::Redo => {
                    prop_assert_eq!(did, !undone.is_empty());
                    done.extend(undone.pop());
                }
            }
            prop_assert_eq!(&says(&journal), &done);
        }
        let mut times = 0;
        while step(&mut journal, Step::Undo) {
            times += 1;
        }
        prop_assert!(says(&journal).is_empty());
        prop_assert_eq!(times, done.len());
        for _ in 0..times {
            prop_assert!(step(&mut journal, Step::Redo));
        }
        prop_assert_eq!(says(&journal), done);
    }

    #[test]
    fn the_order_and_the_number_of_lines_change_nothing(steps in steps(), shuffle in any::<prop::sample::Index>(), again in any::<u64>()) {
        let mut journal = Journal::default();
        for next in steps {
            step(&mut journal, next);
        }
        let mut entries = journal.entries().to_vec();
        let repeated: Vec<Entry> = entries.iter().enumerate().filter(|(i, _)| again >> (i % 64) & 1 == 1).map(|(_, e)| e.clone()).collect();
        entries.extend(repeated);
        if !entries.is_empty() {
            let middle = shuffle.index(entries.len());
            entries.rotate_left(middle);
            entries[..middle].reverse();
        }
        prop_assert_eq!(Journal::new(entries), journal);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Two machines go on from one journal, each for itself; the copies meet again in any way.
    #[test]
    fn diverged_copies_merge_to_one_state_however_they_meet(
        common in prop::collection::vec(fact(), 0..5),
        mine in prop::collection::vec(fact(), 0..5),
        theirs in prop::collection::vec(fact(), 0..5),
        cut in any::<prop::sample::Index>(),
    ) {
        let (here, there) = (Desk::new(), Desk::new());
        record(&here, &common, 0)?;
        there.put("django-90.toml", std::fs::read(here.path("django-90.toml")).unwrap_or_default());
        record(&here, &mine, 1000)?;
        record(&there, &theirs, 2000)?;
        let (mine, theirs) = (here.open().journal().entries().to_vec(), there.open().journal().entries().to_vec());
        let all = Journal::new([mine.clone(), theirs].concat());
        prop_assert_eq!(&Journal::new(all.entries().iter().rev().cloned().collect()), &all);

        // A conflict copy on either side.
        let text = |desk: &Desk| std::fs::read_to_string(desk.path("django-90.toml")).unwrap_or_default();
        let (my_text, their_text) = (text(&here), text(&there));
        here.put("django-90.sync-conflict-20261209-081500-ABCDEFG.toml", &their_text);
        there.put("django-90 (conflicted copy).toml", &my_text);
        prop_assert_eq!(&here.journal(), &all);
        prop_assert_eq!(&there.journal(), &all);

        // One after the other in one file, and split in two at any line, in either order.
        let lines: Vec<&str> = my_text.lines().chain(their_text.lines()).collect();
        let at = cut.index(lines.len() + 1);
        let (first, second) = (lines[..at].join("\n") + "\n", lines[at..].join("\n") + "\n");
        for (main, copy) in [(&first, &second), (&second, &first)] {
            let merged = Desk::with(main);
            merged.put("django-90-2.toml", format!("plan = \"{PLAN}\"\n{copy}"));
            prop_assert_eq!(&merged.journal(), &all);
        }
    }
}

/// Records facts; an undo of what is not there is passed over.
fn record(desk: &Desk, facts: &[Fact], from: u64) -> Result<(), TestCaseError> {
    let mut files = Files::open(desk.dir(), PlanId::new(PLAN).unwrap(), Tail::LookAgain).unwrap();
    for (n, fact) in facts.iter().enumerate() {
        let n = n as u64 + from;
        if matches!(fact, Fact::Undo(_)) {
            let Some(target) = files.journal().undoable(&[]).map(|entry| entry.key) else {
                continue;
            };
            files.record(Fact::Undo(target), evening(0), random(n)).unwrap();
            continue;
        }
        let saved = files.record(fact.clone(), evening(0), random(n)).unwrap();
        prop_assert_eq!(files.journal().get(saved.key), Some(&saved));
    }
    prop_assert_eq!(files.journal().as_ref(), &desk.journal());
    Ok(())
}

/// What may happen to the files behind a reader's back.
#[derive(Clone, Debug)]
enum Happens {
    /// Somebody records something.
    Recorded,
    /// Something is added by hand.
    Added(&'static str),
    /// A byte is changed in place.
    Flipped(prop::sample::Index),
    /// The end is cut off.
    Cut(prop::sample::Index),
    /// An editor saves the file without its last line, by renaming.
    Replaced,
    /// A conflict copy comes, with a line of its own.
    Copied,
    /// The conflict copy goes.
    Gone,
    /// We record something ourselves.
    Ours,
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        4 => Just(Happens::Recorded),
        4 => Just(Happens::Ours),
        2 => select(vec!["\n", "# a remark\n", "oops\n", "half a li", "<<<<<<< HEAD\n", "\u{feff}", "\0\0\0", "plan = \"other\"\n", "format = 2\n",
            "900-00000001 = { at = 2026-12-08T19:41:12+01:00, done = \"views\" }\n", "1-00000000 = { at = 2026-12-08T19:41:12+01:00, done = \"views\" }\n"])
            .prop_map(Happens::Added),
        1 => any::<prop::sample::Index>().prop_map(Happens::Flipped),
        1 => any::<prop::sample::Index>().prop_map(Happens::Cut),
        1 => Just(Happens::Replaced),
        1 => Just(Happens::Copied),
        1 => Just(Happens::Gone),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    /// Only what was added is read where that is enough; nobody can tell.
    #[test]
    fn a_refresh_is_as_good_as_a_fresh_reading(all in prop::collection::vec(happens(), 1..14)) {
        let desk = Desk::with(sample());
        let mut files = desk.open();
        for (n, one) in (0..).zip(all) {
            let mut bytes = std::fs::read(desk.path("django-90.toml")).unwrap();
            match &one {
                Happens::Recorded => drop(desk.open().record(note("Theirs.\n"), evening(n), 2)),
                Happens::Ours => drop(files.record(note("Ours.\n"), evening(n), 1)),
                Happens::Added(text) => desk.put("django-90.toml", [&bytes[..], text.as_bytes()].concat()),
                Happens::Flipped(at) if !bytes.is_empty() => {
                    let at = at.index(bytes.len());
                    bytes[at] ^= 1;
                    desk.put("django-90.toml", bytes);
                }
                Happens::Cut(at) => desk.put("django-90.toml", &bytes[..at.index(bytes.len() + 1)]),
                Happens::Replaced => {
                    let end = bytes.iter().rposition(|b| *b == b'\n').unwrap_or(0);
                    desk.put("new", &bytes[..end]);
                    std::fs::rename(desk.path("new"), desk.path("django-90.toml")).unwrap();
                }
                Happens::Copied => desk.put("django-90 (1).toml", [&bytes[..], b"950-00000001 = { at = 2026-12-08T19:41:12+01:00, done = \"urls\" }\n"].concat()),
                Happens::Gone => drop(std::fs::remove_file(desk.path("django-90 (1).toml"))),
                Happens::Flipped(_) => {}
            }
            files.refresh().unwrap();
            let fresh = desk.open();
            prop_assert_eq!(files.journal(), fresh.journal(), "{:?}", &one);
            prop_assert_eq!(files.findings(), fresh.findings(), "{:?}", &one);
            prop_assert_eq!(files.paths(), fresh.paths(), "{:?}", &one);
            prop_assert!(!files.refresh().unwrap(), "{:?}: nothing new, and told so", &one);
            if !matches!(one, Happens::Ours) {
                let place = |files: &ninety::journal::Files| files.journal().entries().iter().map(|e| e.place).collect::<Vec<_>>();
                for (ours, theirs) in place(&files).into_iter().zip(place(&fresh)) {
                    prop_assert!(ours.line == 0 || ours == theirs, "{:?}: {:?} is {:?}", &one, ours, theirs);
                }
            }
        }
    }
}
