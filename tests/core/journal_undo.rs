//! Undo, redo and `over`: each other's inverse, held to a naive model, and sane whatever names what.

use crate::desk::{AT, Desk, HEAD, Kept, all, evening, marks, random, sealed};
use ninety::describe;
use ninety::journal::write::line;
use ninety::journal::{Fact, Journal, Key};
use ninety::plan::Plan;
use ninety::study::Study;
use proptest::prelude::*;
use std::fmt::Write;
use std::time::{Duration, Instant};

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

/// Adds a line to a journal's text.
fn add(text: &mut String, fact: Fact) {
    let number = text.lines().count() as u64 + 1;
    let at = evening(i64::try_from(number).unwrap());
    writeln!(text, "{}", line(Key::new(number, random(number)), at, &fact.into())).unwrap();
}

/// Adds to a journal what a step does, if it does anything.
fn step(text: &mut String, step: Step) -> bool {
    let journal = Journal::of_text(text);
    let fact = match step {
        Step::Tick(n) => Some(Fact::Done(marks(&[&format!("views/{n}")]))),
        Step::Undo => journal.undoable(&[]).map(|entry| Fact::Undo(vec![entry.key])),
        Step::Redo => journal.redoable(&[]).map(|(undos, _)| Fact::Undo(undos)),
    };
    let does = fact.is_some();
    if let Some(fact) = fact {
        add(text, fact);
    }
    does
}

/// The live facts that are not undos, in order: what the journal says happened.
fn says(text: &str) -> Vec<Kept> {
    let all = all(&Journal::of_text(text)).into_iter();
    all.filter(|entry| entry.is_live && entry.undone().is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_are_as_in_any_editor(steps in steps()) {
        let mut text = String::new();
        // The model: what was done, and what was undone since.
        let (mut done, mut undone): (Vec<Kept>, Vec<Kept>) = (Vec::new(), Vec::new());
        for next in steps {
            let did = step(&mut text, next);
            match next {
                Step::Tick(_) => {
                    done.extend(all(&Journal::of_text(&text)).pop());
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
            prop_assert_eq!(&says(&text), &done);
        }
        let mut times = 0;
        while step(&mut text, Step::Undo) {
            times += 1;
        }
        prop_assert!(says(&text).is_empty());
        prop_assert_eq!(times, done.len());
        for _ in 0..times {
            prop_assert!(step(&mut text, Step::Redo));
        }
        prop_assert_eq!(says(&text), done);
    }
}

/// A small journal: each entry a fact (none) or an undo of the entry at a place, wherever that is.
type Small = Vec<Option<usize>>;

/// Every small journal of so many entries.
fn every(length: usize) -> impl Iterator<Item = Small> {
    let kinds = length + 1;
    let all = kinds.pow(u32::try_from(length).unwrap());
    (0..all).map(move |mut number| {
        let entry = |_| {
            let kind = number % kinds;
            number /= kinds;
            kind.checked_sub(1)
        };
        (0..length).map(entry).collect()
    })
}

fn text_of(small: &Small) -> String {
    let key = |at: usize| Key::new(at as u64 + 1, random(at as u64 + 1));
    let mut text = String::new();
    for (at, entry) in small.iter().enumerate() {
        add(
            &mut text,
            match entry {
                None => Fact::Done(marks(&[&format!("views/{at}")])),
                Some(target) => Fact::Undo(vec![key(*target)]),
            },
        );
    }
    text
}

/// Whether an entry is live: no later live undo names it.
fn is_live(small: &Small, at: usize) -> bool {
    let later = (at + 1..small.len()).filter(|other| small[*other] == Some(at));
    !later.into_iter().any(|undo| is_live(small, undo))
}

#[test]
fn what_is_live_undoable_and_redoable_is_as_a_naive_reader_finds_it() {
    for small in (0..=5).flat_map(every) {
        let text = text_of(&small);
        let journal = Journal::of_text(&text);
        let live: Vec<bool> = (0..small.len()).map(|at| is_live(&small, at)).collect();
        let found: Vec<bool> = journal.entries().map(|entry| entry.is_live).collect();
        assert_eq!(found, live, "{small:?}");
        let place = |key: Key| usize::try_from(key.number()).unwrap() - 1;
        let last = (0..small.len()).rfind(|at| live[*at] && small[*at].is_none());
        assert_eq!(journal.undoable(&[]).map(|entry| place(entry.key)), last, "{small:?}");

        // An undo takes back that alone.
        let mut undone = text.clone();
        if let Some(last) = last {
            assert!(step(&mut undone, Step::Undo));
            let after: Vec<bool> = all(&Journal::of_text(&undone)).iter().map(|e| e.is_live).collect();
            let want = live.iter().enumerate().map(|(at, live)| *live && at != last);
            assert_eq!(after, want.chain([true]).collect::<Vec<_>>(), "{small:?}");
        }

        // Redo is of the newest undo since the last fact whose target nothing older keeps back.
        let since = last.map_or(0, |last| last + 1);
        let keeps_back = |target: usize| (target + 1..since).any(|at| live[at] && small[at] == Some(target));
        let may = |undo: &usize| {
            let target = small[*undo].filter(|target| target < undo && small[*target].is_none());
            live[*undo] && target.is_some_and(|target| !keeps_back(target))
        };
        let want = (since..small.len()).rfind(may).and_then(|undo| small[undo]);
        let redo = journal.redoable(&[]);
        assert_eq!(redo.as_ref().map(|(_, entry)| place(entry.key)), want, "{small:?}");
        if let Some((_, entry)) = redo {
            let mut again = text.clone();
            assert!(step(&mut again, Step::Redo));
            assert!(Journal::of_text(&again).is_live(entry.key), "{small:?}: nothing came back");
        }
    }
}

#[test]
fn what_two_machines_took_back_comes_back_by_one_redo_or_is_not_offered() {
    let here = Desk::new();
    let first = here.open().record(Fact::Done(marks(&["views/a"])), evening(0), 1).unwrap();
    let there = Desk::with(here.bytes());
    let undo = || Fact::Undo(vec![first.key]);
    here.open().record(undo(), evening(1), 2).unwrap();
    there.open().record(undo(), evening(2), 3).unwrap();
    here.put("django-90 (1).toml", there.bytes());

    let mut opened = here.open();
    let (undos, entry) = opened.journal.redoable(&[]).map(|(undos, e)| (undos, e.key)).unwrap();
    assert_eq!((undos.len(), entry), (2, first.key));
    // Where one of the two has not been shown yet, redo would bring nothing back, and is not offered.
    assert!(opened.journal.redoable(&undos[..1]).is_none());
    assert!(opened.journal.redoable(&undos[1..]).is_none());
    opened.record(Fact::Undo(undos), evening(3), 4).unwrap();
    assert!(opened.journal.is_live(first.key));
    // The one redo is one undo away from where it was, on both machines.
    let undoable = opened.journal.undoable(&[]).unwrap().key;
    assert_eq!(undoable, first.key);
    opened.record(Fact::Undo(vec![undoable]), evening(4), 5).unwrap();
    assert!(!opened.journal.is_live(first.key));
    there.put("django-90 (1).toml", here.bytes());
    assert_eq!(there.all(), here.all());
}

#[test]
fn a_redo_of_what_another_machine_took_back_before_something_new_is_not_offered() {
    let text = text_of(&vec![None, Some(0), None, Some(0)]);
    let journal = Journal::of_text(&text);
    assert!(journal.redoable(&[]).is_none(), "the older undo would keep it back");
}

#[test]
fn undos_of_thousands_that_two_machines_took_back_are_looked_through_at_once() {
    let many = 6_000;
    let mut small: Small = vec![None; many];
    small.extend((0..many).rev().map(Some));
    small.push(None);
    small.extend((0..many).rev().map(Some));
    let key = |at: usize| Key::new(at as u64 + 1, 7);
    let mut text = String::new();
    for (at, entry) in small.iter().enumerate() {
        let fact = entry.map_or_else(|| Fact::Done(marks(&["a/b"])), |target| Fact::Undo(vec![key(target)]));
        writeln!(text, "{}", line(key(at), evening(0), &fact.into())).unwrap();
    }
    let journal = Journal::of_text(&text);
    let start = Instant::now();
    assert!(journal.redoable(&[]).is_none());
    assert_eq!(journal.undoable(&[]).unwrap().key, key(2 * many));
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
}

/// The study of a journal with these lines.
fn study(lines: &str) -> Study {
    Study::new(Plan::builtin(), Journal::of_text(&format!("{HEAD}{lines}")), evening(0))
}

/// The lines of undos, each with its number and the number that it names.
fn undos(named: impl IntoIterator<Item = (u64, u64)>) -> String {
    let line = |(n, target)| format!("{n}-00000001 = {{ {AT}, undo = \"{target}-00000001\" }}");
    named.into_iter().map(|undo| sealed(&line(undo)) + "\n").collect()
}

#[test]
fn an_undo_of_itself_of_each_other_or_of_a_later_entry_takes_nothing_back() {
    let done = sealed(&format!("5-00000001 = {{ {AT}, done = \"views\" }}")) + "\n";
    for (undos, live) in [
        (undos([(6, 6)]), vec![true, true]),
        // Of two that name each other the later takes back the earlier.
        (undos([(6, 7), (7, 6)]), vec![true, false, true]),
        (undos([(1, 5)]), vec![true, true]),
        (undos([(6, 99)]), vec![true, true]),
        (undos([(6, 5), (7, 8), (8, 6)]), vec![true, false, true, true]),
    ] {
        let study = study(&(done.clone() + &undos));
        let found: Vec<bool> = study.journal().entries().map(|entry| entry.is_live).collect();
        assert_eq!(found, live, "{undos}");
        for entry in study.journal().entries() {
            let sentence = describe::entry(&study, &entry);
            assert!(!sentence.is_empty() && sentence.len() < 200, "{sentence}");
        }
    }
}

#[test]
fn a_chain_of_sixty_thousand_undos_is_read_and_described_at_once() {
    const CHAIN: u64 = 60_000;
    let done = sealed(&format!("1-00000001 = {{ {AT}, done = \"views\" }}")) + "\n";
    let text = done + &undos((2..=CHAIN).map(|n| (n, n - 1)));
    let start = Instant::now();
    let study = study(&text);
    let live: Vec<bool> = study.journal().entries().map(|entry| entry.is_live).collect();
    assert!(live.iter().rev().enumerate().all(|(place, live)| *live == (place % 2 == 0)));
    assert_eq!(study.journal().redoable(&[]).is_some(), live[1]);
    let roots = describe::Roots::of(study.journal());
    for entry in study.journal().entries() {
        let sentence = roots.entry(&study, &entry);
        assert!(sentence.len() < 200, "{sentence}");
    }
    let first = study.journal().entries().take(4).map(|entry| describe::entry(&study, &entry));
    let sentences: Vec<String> = first.collect();
    assert!(sentences[1].starts_with("Undone: Ticked"), "{sentences:?}");
    assert!(sentences[2].starts_with("Redone: Ticked"), "{sentences:?}");
    assert!(sentences[3].starts_with("Undone: Ticked"), "{sentences:?}");
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn over_that_names_itself_or_each_other_hides_only_the_earlier() {
    let first = Plan::builtin().days()[0].no();
    let id = Plan::builtin().day(first).id().as_str();
    let note = |n: u64, over: &str| {
        let over = if over.is_empty() { String::new() } else { format!(", over = [{over}]") };
        sealed(&format!("{n}-00000001 = {{ {AT}, day = \"{id}\", note = \"{n}\\n\"{over} }}")) + "\n"
    };
    let key = |n: u64| format!("\"{n}-00000001\"");
    for (lines, stand) in [
        (note(1, &key(1)), vec!["1"]),
        (note(1, &key(2)) + &note(2, &key(1)), vec!["2"]),
        (note(1, &key(2)) + &note(2, ""), vec!["1", "2"]),
        (note(1, &key(3)) + &note(2, &key(1)) + &note(3, &key(2)), vec!["3"]),
        (note(1, "") + &note(2, "") + &note(3, &format!("{}, {}", key(1), key(3))), vec!["2", "3"]),
    ] {
        let study = study(&lines);
        let texts: Vec<String> = study.paragraphs(first).map(|note| note.text.trim_end().to_owned()).collect();
        assert_eq!(texts, stand, "{lines}");
    }
}
