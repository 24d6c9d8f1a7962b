//! What stands in a journal and is no line of ninety's: numbers beyond reason, TOML of another form, bytes that are no
//! text, joined lines, and a file that something else wrote. Nothing is ignored in silence, and nothing keeps the
//! next entry from being saved.

use crate::desk::{self, AT, Desk, HEAD, Opened, evening, marks, note, sealed, told};
use ninety::journal::finding::What;
use ninety::journal::{Fact, FileError, Journal, Key};
use std::fmt::Write;
use std::time::{Duration, Instant};

fn done(key: &str, task: &str) -> String {
    format!("{key} = {{ {AT}, done = \"urls/{task}\" }}")
}

fn far(opened: &Opened) -> Vec<Key> {
    let findings = opened.files.findings().iter();
    findings.filter_map(|f| if let What::FarKey(key) = f.what { Some(key) } else { None }).collect()
}

#[test]
fn a_key_beyond_reason_stops_nothing_is_told_and_is_not_counted_on_from() {
    let hand = |key: &str| done(key, "far");
    for line in [
        hand("9007199254740992-00000001"),
        hand("9007199254740991-00000001"),
        sealed(&hand("9007199254740992-00000001")),
        sealed(&hand("9007199254740991-00000001")),
        hand("20261208-00000001"),
        sealed(&hand("9007199254740991-00000001")).replace("far", "odd"),
    ] {
        let first = sealed(&done("7-00000001", "first"));
        let desk = Desk::with(format!("{HEAD}{first}\n{line}\n"));
        let mut opened = desk.open();
        let key = opened.journal.entries().last().unwrap().key;
        assert_eq!(far(&opened), [key], "{line}");
        assert!(opened.warns(), "{line}");
        let said = opened.said(&desk.dir());
        let place = format!("django-90.toml:6: the number of the key {key} is far beyond");
        assert!(said.iter().any(|said| said.starts_with(&place)), "{said:?}");
        // It counts, and what follows is numbered from the others on, in this run and the next.
        for (n, number) in (0..).zip(8..11) {
            let saved = opened.record(note("On.\n"), evening(n), 5).unwrap();
            assert_eq!(saved.key.number(), number, "{line}");
            assert_eq!(far(&opened), [key], "{line}");
        }
        let mut again = desk.open();
        assert_eq!(again.all(), opened.all());
        assert_eq!(again.record(note("Later.\n"), evening(9), 5).unwrap().key.number(), 11);
        assert!(again.journal.entries().map(|entry| entry.key).is_sorted());
        assert_eq!(again.journal.entries().last().unwrap().key, key, "it is the last in order");
    }
}

#[test]
fn what_nothing_can_come_after_is_not_offered_to_undo_and_redo() {
    let far = done("9007199254740992-00000001", "far");
    let desk = Desk::with(format!("{HEAD}{}\n{far}\n", sealed(&done("7-00000001", "first"))));
    let mut opened = desk.open();
    let key = opened.journal.entries().last().unwrap().key;
    let undoable = opened.journal.undoable(&[]).unwrap().key;
    assert_eq!(undoable.number(), 7, "the last that an undo can come after");
    let error = opened.record(Fact::Undo(vec![key]), evening(0), 5).unwrap_err();
    assert!(error.to_string().contains("beyond reason"), "{error}");
    // An undo of that kind cannot be taken back either.
    let undo = format!("9007199254740991-00000001 = {{ {AT}, undo = \"7-00000001\" }}");
    let desk = Desk::with(format!("{HEAD}{}\n{undo}\n", sealed(&done("7-00000001", "first"))));
    let opened = desk.open();
    assert!(!opened.journal.is_live(undoable));
    assert!(opened.journal.redoable(&[]).is_none());
}

#[test]
fn a_number_that_is_far_on_and_sealed_was_counted_up_to_by_ninety() {
    let desk = Desk::with(format!("{HEAD}{}\n", sealed(&done("3000000-00000001", "far"))));
    let mut opened = desk.open();
    assert_eq!(far(&opened), []);
    assert_eq!(opened.record(note("On.\n"), evening(0), 5).unwrap().key.number(), 3_000_001);
}

#[test]
fn toml_that_is_no_entry_s_line_is_told() {
    let table = format!("[log.1-00000001]\n{AT}\ndone = \"urls/one\"\n");
    for (lines, told_at) in [
        (table.as_str(), vec![5, 6, 7]),
        ("at = 2026-12-08T19:41:12+01:00\n", vec![5]),
        ("[other]\n", vec![5]),
        ("[[log]]\n", vec![5]),
        ("1-00000001.done = \"urls/one\"\n", vec![5]),
        ("1-00000001 = \"urls/one\"\n", vec![5]),
        ("1-00000001 = 5\n", vec![5]),
        ("log.1-00000001 = { at = 2026-12-08T19:41:12+01:00, done = \"a/b\" }\n", vec![5]),
        ("[log] # mine\nat = 3\n", vec![5, 6]),
    ] {
        let desk = Desk::with(format!("{HEAD}{lines}"));
        let opened = desk.open();
        assert!(opened.journal.is_empty(), "{lines}");
        let lines_told: Vec<usize> = opened.files.findings().iter().map(|f| f.line).collect();
        if !lines.starts_with("[log] # mine") {
            assert_eq!(lines_told, told_at, "{lines}: {:?}", opened.files.findings());
        }
        assert!(opened.warns(), "{lines}");
    }
    let (facts, found) = told(&format!("\"1-00000001\" = {{ {AT}, done = \"urls/one\" }}\n"));
    assert_eq!(facts, [Fact::Done(marks(&["urls/one"]))], "a key in quotes is a key");
    assert!(found.len() == 1 && found[0].contains("written by hand"), "{found:?}");
}

#[test]
fn a_line_that_is_no_text_costs_itself_and_says_so() {
    let good = |key: &str| sealed(&done(key, "two")) + "\n";
    // A sealed line may hold the sign that stands for bytes that are none.
    let sign = sealed(&format!("3-00000001 = {{ {AT}, day = \"views\", note = \"\u{fffd}\" }}"));
    let bad = [b"2-00000001 = { at = 2026-12-08T19:41:12+01:00, done = \"ur", &[0xff_u8][..], b"ls\" }\n"];
    let (before, after) = (format!("{HEAD}{}", good("1-00000001")), format!("{sign}\n"));
    let desk = Desk::with([before.as_bytes(), &bad.concat(), after.as_bytes()].concat());
    let numbers: Vec<u64> = desk.open().journal.entries().map(|e| e.key.number()).collect();
    assert_eq!(numbers, [1, 3]);
    let found = desk.findings();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("django-90.toml:6: this line is not UTF-8 text; "), "{found:?}");
}

#[test]
fn of_two_lines_that_name_the_plan_the_first_stands() {
    let head = |first: &str, second: &str| format!("format = 1\nplan = \"{first}\"\nplan = \"{second}\"\n\n[log]\n");
    let desk = Desk::with(head("django-90", "swim"));
    assert_eq!(desk.findings(), [""; 0]);
    desk.open().record(note("On.\n"), evening(0), 5).unwrap();
    let desk = Desk::with(head("swim", "django-90"));
    let error = desk.open().record(note("On.\n"), evening(0), 5).unwrap_err();
    assert!(matches!(error, FileError::OtherPlan(..)), "{error}");
}

#[test]
fn every_kind_of_merge_marker_is_told_as_one() {
    for marker in ["<<<<<<<", "|||||||", "=======", ">>>>>>>"] {
        let (facts, found) = told(&format!("{marker} HEAD\n{}\n", sealed(&done("1-00000001", "one"))));
        assert_eq!(facts.len(), 1);
        assert_eq!(
            found,
            [format!(
                "django-90.toml:5: \"{marker}\" is a merge marker; both sides are used; delete the marker lines."
            )]
        );
    }
}

#[test]
fn lines_are_told_apart_where_their_break_is_damaged_whatever_their_texts_hold() {
    for text in ["plain", "a # b", "one # 00000000 # two # 11111111 # three", " # # # # #"] {
        let line = |n: u64| sealed(&format!("{n}-00000001 = {{ {AT}, day = \"views\", note = \"{text}\" }}"));
        for breaks in ["\u{b}", "J", "é"] {
            let (facts, found) = told(&format!("{}{breaks}{}\n", line(1), line(2)));
            assert_eq!(facts, [note(text), note(text)], "{text} {breaks}");
            assert_eq!(found.len(), 1);
            assert!(found[0].contains("the line break between two lines was damaged"), "{found:?}");
            let head = HEAD.replace("[log]\n", &format!("[log]{breaks}"));
            let desk = Desk::with(format!("{head}{}\n", line(1)));
            assert_eq!(desk::facts(&desk.open().journal), [note(text)], "{text} {breaks}");
        }
    }
}

/// Holds that a file of nonsense is read in seconds and told in a few lines.
fn told_in_short(text: &str) {
    let desk = Desk::with(text);
    let start = Instant::now();
    let mut opened = desk.open();
    let took = start.elapsed();
    assert!(took < Duration::from_secs(30), "{took:?}");
    let findings = opened.files.findings();
    assert!((500..=503).contains(&findings.len()), "{}", findings.len());
    let more: Vec<usize> =
        findings.iter().filter_map(|f| if let What::More(more) = f.what { Some(more) } else { None }).collect();
    let [more] = more[..] else { panic!("{more:?}") };
    assert!(more > 90_000, "{more}");
    // The sum is told, and nothing keeps the next entry from being saved.
    let start = Instant::now();
    opened.record(note("On.\n"), evening(0), 5).unwrap();
    assert!(start.elapsed() < Duration::from_mins(1));
}

#[test]
fn sixteen_megabytes_of_nonsense_are_read_in_seconds_and_told_in_a_few_lines() {
    told_in_short(&"a\n".repeat(7_900_000));
}

#[test]
fn a_hundred_thousand_lines_written_by_hand_are_told_in_a_few_lines() {
    let (mut by_hand, mut far, mut twice) = (HEAD.to_owned(), HEAD.to_owned(), HEAD.to_owned());
    for n in 1..=100_000_u64 {
        writeln!(by_hand, "{}", done(&format!("{n}-00000001"), "one")).unwrap();
        writeln!(far, "{}", sealed(&done(&format!("{}-00000001", (1_u64 << 52) + n), "one"))).unwrap();
        let of_two = format!("{}-00000001", n / 2);
        writeln!(twice, "{}", sealed(&done(&of_two, &format!("{}", n % 2)))).unwrap();
        writeln!(twice, "{}", sealed(&done(&of_two, "x"))).unwrap();
    }
    for text in [by_hand, far, twice] {
        told_in_short(&text);
    }
}

#[test]
fn any_lines_at_all_give_a_journal_whose_entries_say_what_they_are() {
    let journal = Journal::of_text("a = { at = 1 }\n1-1 = {}\n= {}\n{}\n\"\n[\n]\n1-1 = { at = {} }\n");
    assert!(journal.is_empty() && journal.largest() == 0);
}
