//! Properties of the journal's lines: a line is read as it was written, by the quick reader and by the `toml` crate
//! alike, and the whole file is one TOML document.

use crate::desk::{Desk, Kept, PLAN, all, evening, sealed};
use crate::facts::{self, key, moment, record};
use ninety::journal::write::{header, line};
use ninety::journal::{Answer, Fact, Journal, Key, Record};
use proptest::prelude::*;
use proptest::sample::select;

/// The one entry of a line, if it is one.
fn read(line: &str) -> Option<Kept> {
    let mut found = all(&Journal::of_text(&format!("{line}\n")));
    assert!(found.len() <= 1, "{line}");
    found.pop()
}

/// A line's text before its checksum.
fn body(line: &str) -> &str {
    &line[..line.len() - 11]
}

/// The same with its facts in one order: the fields of a TOML table have none.
fn sorted(mut entry: Kept) -> Kept {
    entry.record.facts.sort_by_key(|fact| format!("{fact:?}"));
    entry
}

fn entry() -> impl Strategy<Value = Kept> {
    (key(), moment(), record()).prop_map(|(key, at, record)| Kept { key, at, record, is_live: true })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_is_read_as_it_was_written_by_both_readers(entry in entry()) {
        let line = entry.line();
        prop_assert!(!line.chars().any(ninety::text::is_unsafe), "{line:?} could act on a terminal");
        prop_assert_eq!(read(&line), Some(entry.clone()));
        // Without its checksum, or with a space more, the line is read by the `toml` crate.
        let entry = Some(sorted(entry));
        prop_assert_eq!(&read(body(&line)).map(sorted), &entry);
        prop_assert_eq!(read(&sealed(&body(&line).replacen(" = {", "  = {", 1))).map(sorted), entry);
    }

    #[test]
    fn the_whole_file_is_one_toml_document(entries in prop::collection::vec(entry(), 0..8)) {
        let mut text = header(PLAN, "");
        for (n, entry) in (1..).zip(&entries) {
            text.push_str(&line(Key::new(n, 7), entry.at, &entry.record));
            text.push('\n');
        }
        let document: toml::Table = toml::from_str(&text).unwrap();
        prop_assert_eq!(document["plan"].as_str(), Some(PLAN));
        let log = document["log"].as_table().unwrap();
        let journal = Journal::of_text(&text);
        prop_assert_eq!(log.len(), journal.len());
        for entry in journal.entries() {
            let fields = log[&entry.key.to_string()].as_table().unwrap();
            let field = |name: &str| fields.get(name).map_or(Some(""), |value| value.as_str());
            for fact in entry.record().facts {
                match fact {
                    Fact::Note { text, .. } => prop_assert_eq!(field("note"), Some(text.as_str())),
                    Fact::Skip { because, .. } | Fact::Away(_, because) => prop_assert_eq!(field("because"), Some(because.as_str())),
                    Fact::Read { url, .. } => prop_assert_eq!(field("read"), Some(url.as_str())),
                    Fact::Add { text, .. } => prop_assert_eq!(field("add"), Some(text.as_str())),
                    Fact::Link { url, .. } => prop_assert_eq!(field("link"), Some(url.as_str())),
                    Fact::Review { answers, .. } => {
                        for answer in Answer::ALL {
                            prop_assert_eq!(field(answer.word()), Some(answers.get(answer)));
                        }
                    }
                    Fact::Recall { question, said } => {
                        prop_assert_eq!(field("recall"), Some(question.as_str()));
                        prop_assert_eq!(field("said"), Some(said.word()));
                    }
                    Fact::Terms(_) | Fact::Done(_) | Fact::Open(_) | Fact::Minutes { .. } | Fact::Undo(_) | Fact::Unknown(_) => {}
                }
            }
        }
        prop_assert_eq!(Desk::with(&text).findings(), [""; 0]);
    }

    #[test]
    fn the_quick_reader_takes_nothing_that_toml_refuses(
        entry in entry(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..3usize, replacement()), 0..4),
    ) {
        let line = entry.line();
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
        name in select(vec![
            "done", "note", "minutes", "start", "undo", "over", "mood", "day", "days", "at", "pace", "goal", "away", "until",
            "skip", "because", "by", "on", "link", "week", "review", "can", "recall", "said",
        ]),
        value in value(),
    ) {
        for body in [
            format!("1-7f3ac01e = {{ at = 2026-11-22T18:41:56+01:00, {name} = {value} }}"),
            format!("1-7f3ac01e = {{ at = 2026-11-22T18:41:56+01:00, day = \"d\", {name} = {value} }}"),
            format!("1-7f3ac01e = {{ at = 2026-11-22T18:41:56+01:00, note = \"x\", review = \"d\", {name} = {value} }}"),
            format!("1-7f3ac01e = {{ at = 2026-11-22T18:41:56+01:00, away = {value}, until = {value} }}"),
            format!("1-7f3ac01e = {{ at = {value}, done = \"a/b\" }}"),
        ] {
            agree(&body)?;
        }
    }

    /// Facts that a line cannot hold together are refused before a byte is written, whatever they are.
    #[test]
    fn what_is_recorded_is_what_is_read_or_nothing_is_written(facts in prop::collection::vec(facts::fact(), 0..4)) {
        let desk = Desk::new();
        let given = Record { facts: facts.into_iter().filter(|fact| !matches!(fact, Fact::Undo(_))).collect(), on: None };
        match desk.open().record(given.clone(), evening(0), 7) {
            Ok(saved) => {
                prop_assert_eq!(saved.record, given.clone());
                prop_assert_eq!(desk.open().all()[0].record.clone(), given);
            }
            Err(_) => prop_assert!(!desk.path("django-90.toml").exists()),
        }
    }
}

/// Holds that a line with a fitting checksum is read just as the `toml` crate reads it without one.
fn agree(body: &str) -> Result<(), TestCaseError> {
    // A byte order mark is the file's and no part of its first line.
    if body.contains(['\n', '\0']) || body.ends_with('\r') || body.starts_with('\u{feff}') {
        return Ok(());
    }
    let (quick, slow) = (read(&sealed(body)), read(body));
    if quick.is_some() {
        prop_assert!(toml::from_str::<toml::Table>(body).is_ok(), "{body:?}");
    }
    prop_assert_eq!(quick.map(sorted), slow.map(sorted), "{:?}", body);
    Ok(())
}

fn replacement() -> impl Strategy<Value = String> {
    let pieces = vec![
        "",
        "\"",
        "\\",
        "\\e",
        "\\x41",
        "\\ud800",
        "\\u00e9",
        "\\U00110000",
        "\\/",
        ", ",
        " = ",
        " }",
        "{",
        "}",
        "[",
        "]",
        "[]",
        "a",
        "_",
        "-",
        "0",
        "00",
        "9",
        "1e9",
        "+",
        ":",
        "T",
        "t",
        "Z",
        "z",
        " ",
        "\t",
        "\u{1}",
        "\u{7f}",
        "\u{85}",
        "'",
        "#",
        ".",
        "at",
        "done = 1, ",
        "true",
    ];
    prop_oneof![select(pieces).prop_map(str::to_owned), any::<char>().prop_map(String::from)]
}

/// A value as somebody might write it, right or wrong.
fn value() -> impl Strategy<Value = String> {
    let given = select(vec![
        "0",
        "1",
        "-1",
        "+1",
        "01",
        "1_000",
        "0x10",
        "45",
        "100000",
        "100001",
        "999999999999999999",
        "9223372036854775807",
        "9223372036854775808",
        "99999999999999999999999",
        "1.5",
        "nan",
        "inf",
        "1e3",
        "true",
        "\"\"",
        "''",
        "'a/b'",
        "\"a/b\"",
        "\"2-c9d02b11\"",
        "\"9007199254740993-0\"",
        "[]",
        "[ ]",
        "[\"a/b\"]",
        "[\"a/b\", \"c/d\"]",
        "[\"a/b\",\"c/d\"]",
        "[\"a/b\", ]",
        "[1]",
        "[[\"a\"]]",
        "{}",
        "{ a = 1 }",
        "\"\\u0041\"",
        "\"\\U0001F600\"",
        "\"\\ud800\"",
        "\"\\e\"",
        "\"\\x41\"",
        "\"\\b\\f\"",
        "\"a\tb\"",
        "\"\u{1}\"",
        "\"\u{7f}\"",
        "\"mon-fri\"",
        "\"\"\"a\"\"\"",
        "2026-02-30",
        "2026-02-29",
        "2024-02-29",
        "0000-01-01",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "2026-11-23",
        "2026-11-23T10:00:00",
        "[2026-11-23]",
        "[2026-11-23, 2026-11-24]",
        "[2026-11-23,2026-11-24]",
        "[2026-11-23, \"a\"]",
        "\"https://a.b/c\"",
        "\"https://a.b/\\u0020\"",
        "10:00:00",
        "2026-11-22T18:41:56Z",
        "2026-11-22t18:41:56z",
        "2026-11-22 18:41:56+01:00",
        "2026-11-22T18:41:56-00:00",
        "2026-11-22T18:41:56+00:00",
        "2026-11-22T18:41:60+01:00",
        "2026-11-22T24:00:00+01:00",
        "2026-11-22T18:41:56+24:00",
        "2026-11-22T18:41:56+23:59",
        "2026-11-22T18:41:56+01:60",
        "2026-11-22T18:41:56.5+01:00",
        "2026-11-22T18:41:56.999999999999+01:00",
        "2026-11-22T18:41+01:00",
        "1899-12-31T23:59:59+00:00",
        "9000-12-31T23:59:59-23:59",
        "9999-12-31T23:59:59-23:59",
        "0000-01-01T00:00:00+23:59",
    ]);
    prop_oneof![3 => given.prop_map(str::to_owned), 1 => "[0-9T:+Z.-]{1,26}", 1 => "[\\[\\]\",a-z ]{1,12}"]
}

#[test]
fn a_key_is_a_number_a_dash_and_eight_hexadecimal_digits() {
    for good in ["1-7f3ac01e", "9007199254740992-00000000"] {
        assert_eq!(good.parse::<Key>().unwrap().to_string(), good);
    }
    for bad in [
        "",
        "1",
        "1-",
        "-1",
        "1-7f3ac01e0",
        "x-7f3ac01e",
        "+1-7f3ac01e",
        "1-+f3ac01e",
        "9007199254740993-0",
        "99999999999999999-0",
        "1-7f-3a",
    ] {
        assert_eq!(bad.parse::<Key>(), Err(()), "{bad}");
    }
}
