//! Properties of the journal: a line is read as it was written, by the quick reader and by the `toml` crate alike;
//! order, copies and repetition of lines change nothing; undo and redo are each other's inverse.

#[path = "common/desk.rs"]
mod desk;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};
use desk::{Desk, PLAN, day, evening, marks, random, sealed};
use ninety::journal::files::Tail;
use ninety::journal::line::{header, written};
use ninety::journal::scan::{Trust, scan};
use ninety::journal::{Entry, Fact, Files, Journal, Key, Mark, Place, Weekdays};
use ninety::plan::{DayId, PlanId};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// A text with everything that could break a line, a string or a terminal.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = select(vec![
        "\0", "\u{1}", "\u{7}", "\u{8}", "\t", "\n", "\r", "\r\n", "\u{b}", "\u{1b}[31m", "\u{7f}", "\u{80}", "\u{85}", "\u{9b}2J", "\u{ad}",
        "\"", "\"\"\"", "'", "\\", "\\n", "\\u0000", "#", " # 00000000", "{", " }", "= { at = ", ", ", "[", "]", "<<<<<<<",
        "\u{200b}", "\u{200d}", "\u{200e}", "\u{202e}", "\u{2028}", "\u{2066}", "\u{feff}", "\u{fffe}", "\u{ffff}", "\u{e0041}", "\u{10ffff}",
        "a\u{301}\u{301}\u{301}", "👩‍💻", "日本語", "שלום", "x",
    ]);
    prop::collection::vec(prop_oneof![pieces.prop_map(str::to_owned), any::<char>().prop_map(String::from)], 0..12)
        .prop_map(|pieces| pieces.concat())
}

fn day_id() -> impl Strategy<Value = DayId> {
    hostile().prop_map(|id| DayId::new(format!("d{}", id.replace('/', ""))))
}

fn some_marks() -> impl Strategy<Value = Vec<Mark>> {
    let id = hostile().prop_filter("an id has letters", |id| !id.is_empty());
    prop::collection::vec(id.prop_map(Mark::from_id), 1..4)
}

fn key() -> impl Strategy<Value = Key> {
    (1..=Key::LARGEST, any::<u32>()).prop_map(|(number, random)| Key::new(number, random))
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (1900..=9000i32, 1..=366u32).prop_filter_map("a day of the year", |(y, d)| NaiveDate::from_yo_opt(y, d))
}

fn moment() -> impl Strategy<Value = DateTime<FixedOffset>> {
    (date(), 0..86400u32, -1439..=1439i32).prop_filter_map("in range", |(date, second, minutes)| {
        let time = date.and_hms_opt(second / 3600, second / 60 % 60, second % 60)?;
        FixedOffset::east_opt(minutes * 60)?.from_local_datetime(&time).single()
    })
}

fn weekdays() -> impl Strategy<Value = Weekdays> {
    let names = vec!["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    subsequence(names, 1..=7).prop_map(|names| names.join(",").parse().unwrap())
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        (date(), prop::option::of(weekdays())).prop_map(|(date, days)| Fact::Start { date, days }),
        some_marks().prop_map(Fact::Done),
        some_marks().prop_map(Fact::Open),
        (day_id(), hostile()).prop_map(|(day, because)| Fact::Skip { day, because }),
        (day_id(), hostile(), prop::collection::vec(key(), 0..3)).prop_map(|(day, text, over)| Fact::Note { day, text, over }),
        (day_id(), 1..=100_000u32).prop_map(|(day, minutes)| Fact::Minutes { day, minutes }),
        key().prop_map(Fact::Undo),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    (key(), moment(), fact()).prop_map(|(key, at, fact)| Entry { key, at, fact, place: Place::default() })
}

/// The one entry of a line, if it is one, and how far it is trusted.
fn read(line: &str) -> Option<(Entry, Trust)> {
    let mut found = scan(format!("{line}\n").as_bytes(), 0).entries;
    assert!(found.len() <= 1, "{line}");
    found.pop()
}

/// A line's text before its checksum.
fn body(line: &str) -> &str {
    &line[..line.len() - 11]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_is_read_as_it_was_written_by_both_readers(entry in entry()) {
        let line = written(&entry);
        prop_assert!(!line.chars().any(ninety::text::is_unsafe), "{line:?} could act on a terminal");
        prop_assert_eq!(read(&line), Some((entry.clone(), Trust::Sealed)));
        // Without its checksum the line is read by the `toml` crate.
        prop_assert_eq!(read(body(&line)), Some((entry, Trust::Doubtful)));
    }

    #[test]
    fn the_whole_file_is_one_toml_document(entries in prop::collection::vec(entry(), 0..8)) {
        let mut text = header(PLAN);
        let journal = Journal::new(entries);
        for entry in journal.entries() {
            text.push_str(&written(entry));
            text.push('\n');
        }
        let document: toml::Table = toml::from_str(&text).unwrap();
        prop_assert_eq!(document["plan"].as_str(), Some(PLAN));
        let log = document["log"].as_table().unwrap();
        prop_assert_eq!(log.len(), journal.entries().len());
        for entry in journal.entries() {
            let fields = log[&entry.key.to_string()].as_table().unwrap();
            let texts = [("skip", "because"), ("day", "note")].iter().find_map(|(_, name)| fields.get(*name));
            match &entry.fact {
                Fact::Note { text, .. } | Fact::Skip { because: text, .. } => prop_assert_eq!(texts.unwrap().as_str(), Some(text.as_str())),
                Fact::Start { .. } | Fact::Done(_) | Fact::Open(_) | Fact::Minutes { .. } | Fact::Undo(_) | Fact::Unknown(_) => {}
            }
        }
        let scanned = scan(text.as_bytes(), 0);
        prop_assert!(scanned.findings.is_empty(), "{:?}", scanned.findings);
    }

    #[test]
    fn the_quick_reader_takes_nothing_that_toml_refuses(
        entry in entry(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..3usize, replacement()), 0..4),
    ) {
        let line = written(&entry);
        let mut changed: Vec<char> = body(&line).chars().collect();
        for (at, cut, new) in changes {
            let at = at.index(changed.len());
            changed.splice(at..(at + cut).min(changed.len()), new.chars());
            if changed.is_empty() {
                return Ok(());
            }
        }
        agree(&changed.into_iter().collect::<String>())?;
    }

    #[test]
    fn both_readers_agree_on_values_of_any_form(
        name in select(vec!["done", "note", "minutes", "start", "undo", "over", "mood", "day", "days", "at"]),
        value in value(),
    ) {
        for body in [
            format!("1-7f3ac01e = {{ at = 2026-11-22T18:41:56+01:00, {name} = {value} }}"),
            format!("1-7f3ac01e = {{ at = 2026-11-22T18:41:56+01:00, day = \"d\", {name} = {value} }}"),
            format!("1-7f3ac01e = {{ at = {value}, done = \"a/b\" }}"),
        ] {
            agree(&body)?;
        }
    }
}

/// Holds that a line with a fitting checksum is read just as the `toml` crate reads it without one.
fn agree(body: &str) -> Result<(), TestCaseError> {
    if body.contains(['\n', '\0']) || body.ends_with('\r') {
        return Ok(());
    }
    let (quick, slow) = (read(&sealed(body)), read(body));
    if let Some((_, trust)) = &quick {
        prop_assert_eq!(*trust, Trust::Sealed);
        prop_assert!(toml::from_str::<toml::Table>(body).is_ok(), "{body:?}");
    }
    prop_assert_eq!(quick.map(|(entry, _)| entry), slow.map(|(entry, _)| entry), "{:?}", body);
    Ok(())
}

fn replacement() -> impl Strategy<Value = String> {
    let pieces = vec![
        "", "\"", "\\", "\\e", "\\x41", "\\ud800", "\\u00e9", "\\U00110000", "\\/", ", ", " = ", " }", "{", "}", "[", "]", "[]", "a", "_", "-",
        "0", "00", "9", "1e9", "+", ":", "T", "t", "Z", "z", " ", "\t", "\u{1}", "\u{7f}", "\u{85}", "'", "#", ".", "at", "done = 1, ", "true",
    ];
    prop_oneof![select(pieces).prop_map(str::to_owned), any::<char>().prop_map(String::from)]
}

/// A value as somebody might write it, right or wrong.
fn value() -> impl Strategy<Value = String> {
    let given = select(vec![
        "0", "1", "-1", "+1", "01", "1_000", "0x10", "45", "100000", "100001", "999999999999999999", "9223372036854775807",
        "9223372036854775808", "99999999999999999999999", "1.5", "nan", "inf", "1e3", "true", "\"\"", "''", "'a/b'", "\"a/b\"", "\"2-c9d02b11\"",
        "\"9007199254740993-0\"", "[]", "[ ]", "[\"a/b\"]", "[\"a/b\", \"c/d\"]", "[\"a/b\",\"c/d\"]", "[\"a/b\", ]", "[1]", "[[\"a\"]]", "{}", "{ a = 1 }",
        "\"\\u0041\"", "\"\\U0001F600\"", "\"\\ud800\"", "\"\\e\"", "\"\\x41\"", "\"\\b\\f\"", "\"a\tb\"", "\"\u{1}\"", "\"\u{7f}\"", "\"mon-fri\"", "\"\"\"a\"\"\"",
        "2026-02-30", "2026-02-29", "2024-02-29", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2026-11-23", "2026-11-23T10:00:00",
        "10:00:00", "2026-11-22T18:41:56Z", "2026-11-22t18:41:56z", "2026-11-22 18:41:56+01:00", "2026-11-22T18:41:56-00:00", "2026-11-22T18:41:56+00:00",
        "2026-11-22T18:41:60+01:00", "2026-11-22T24:00:00+01:00", "2026-11-22T18:41:56+24:00", "2026-11-22T18:41:56+23:59", "2026-11-22T18:41:56+01:60",
        "2026-11-22T18:41:56.5+01:00", "2026-11-22T18:41:56.999999999999+01:00", "2026-11-22T18:41+01:00", "1899-12-31T23:59:59+00:00",
        "9000-12-31T23:59:59-23:59", "9999-12-31T23:59:59-23:59", "0000-01-01T00:00:00+23:59",
    ]);
    prop_oneof![3 => given.prop_map(str::to_owned), 1 => "[0-9T:+Z.-]{1,26}", 1 => "[\\[\\]\",a-z ]{1,12}"]
}

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
        Step::Undo => journal.undoable().map(|entry| Fact::Undo(entry.key)),
        Step::Redo => journal.redoable().map(|(undo, _)| Fact::Undo(undo.key)),
    };
    let Some(fact) = fact else { return false };
    let number = journal.next_number();
    let at = evening(i64::try_from(number).unwrap());
    journal.push(Entry { key: Key::new(number, random(number)), at, fact, place: Place::default() });
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
            let Some(target) = files.journal().undoable().map(|entry| entry.key) else { continue };
            files.record(Fact::Undo(target), evening(0), random(n)).unwrap();
            continue;
        }
        let saved = files.record(fact.clone(), evening(0), random(n)).unwrap();
        prop_assert_eq!(files.journal().get(saved.key), Some(&saved));
    }
    prop_assert_eq!(files.journal().as_ref(), &desk.journal());
    Ok(())
}

#[test]
fn a_key_is_a_number_a_dash_and_eight_hexadecimal_digits() {
    for good in ["1-7f3ac01e", "9007199254740992-00000000"] {
        assert_eq!(good.parse::<Key>().unwrap().to_string(), good);
    }
    for bad in ["", "1", "1-", "-1", "1-7f3ac01e0", "x-7f3ac01e", "+1-7f3ac01e", "1-+f3ac01e", "9007199254740993-0", "99999999999999999-0", "1-7f-3a"] {
        assert_eq!(bad.parse::<Key>(), Err(()), "{bad}");
    }
    assert_eq!(day("views").as_str(), "views");
}
