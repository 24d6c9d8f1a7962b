//! Single lines of a journal: written by hand, edited, of a newer ninety, with a typo or out of every range. Each costs
//! at most itself, and what is said about it names the line.

use crate::desk::{AT, COUNT, Desk, HEAD, day, evening, marks, note, sample, sealed, told, within};
use ninety::journal::{Fact, FileError, Key};

#[test]
fn a_line_without_checksum_was_written_by_hand_and_counts() {
    let (facts, found) = told(&format!("1-7f3ac01e = {{ {AT}, done = \"urls/one\" }}\n"));
    assert_eq!(facts, [Fact::Done(marks(&["urls/one"]))]);
    assert_eq!(
        found,
        ["django-90.toml:5: this line has no checksum: it was written by hand; it counts; nothing needs doing."]
    );
    let desk = Desk::with(format!("{HEAD}1-7f3ac01e = {{ {AT}, done = \"urls/one\" }}\n"));
    assert!(!desk.open().warns());
}

#[test]
fn a_line_may_be_written_in_any_way_that_toml_allows() {
    let want = Fact::Note { day: day("views"), text: "It's \"fine\".\n".into(), over: vec![Key::new(3, 0xa)] };
    for line in [
        format!("1-7f3ac01e = {{ {AT}, day = \"views\", note = \"It's \\\"fine\\\".\\n\", over = [\"3-0000000a\"] }}"),
        format!("   1-7f3ac01e={{{AT},note=\"\"\"It's \"fine\".\\n\"\"\",day='views',over=\"3-a\"}}   # mine"),
        format!("\"1-7f3ac01e\" = {{ over = [ '3-a', ], day = \"\\u0076iews\", note = \"It\\u0027s \\\"fine\\\".\\n\", {AT} }}\r"),
        "1-7f3ac01e = { at = 2026-12-08 19:41:12.75+01:00, day = \"views\", note = \"It's \\\"fine\\\".\\n\", over = [\"3-A\"] }".to_owned(),
    ] {
        let (facts, found) = told(&format!("{line}\n"));
        assert_eq!(facts.as_slice(), std::slice::from_ref(&want), "{line}");
        assert_eq!(found.len(), 1, "{line}: {found:?}");
    }
}

#[test]
fn an_edited_line_counts_as_it_stands_and_is_told() {
    let line = sealed(&format!("1-7f3ac01e = {{ {AT}, done = \"urls/one\" }}")).replace("urls/one", "urls/two");
    let (facts, found) = told(&format!("{line}\n"));
    assert_eq!(facts, [Fact::Done(marks(&["urls/two"]))]);
    assert_eq!(
        found,
        ["django-90.toml:5: this line does not fit its checksum: it was edited or damaged; it counts as it stands; \
        if the change is yours, delete the checksum (# and eight digits) at its end."]
    );
}

#[test]
fn a_deleted_or_commented_line_is_gone_without_a_word() {
    let text = sample();
    let line = text.lines().find(|line| line.starts_with("9-")).unwrap();
    for new in ["", "# ", "#"] {
        let kept = if new.is_empty() {
            text.replace(&format!("{line}\n"), "")
        } else {
            text.replace(line, &format!("{new}{line}"))
        };
        let desk = Desk::with(&kept);
        assert_eq!(desk.all().len(), COUNT - 1);
        assert_eq!(desk.findings(), [""; 0]);
        assert_eq!(desk.open().record(note("On.\n"), evening(0), 7).unwrap().key.number(), 18);
    }
}

#[test]
fn a_typo_costs_its_line_and_is_told_with_line_and_column() {
    let good = sealed(&format!("2-7f3ac01e = {{ {AT}, done = \"urls/two\" }}"));
    let (facts, found) = told(&format!("1-7f3ac01e = {{ {AT}, done \"urls/one\" }}\n{good}\n"));
    assert_eq!(facts, [Fact::Done(marks(&["urls/two"]))]);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("django-90.toml:5:53: this line is not TOML ("), "{found:?}");
    assert!(found[0].ends_with("); this line does not count; correct it or delete it."), "{found:?}");
}

#[test]
fn what_is_out_of_range_costs_its_line_and_says_why() {
    let fields = |fields: &str| format!("1-7f3ac01e = {{ {AT}, {fields} }}");
    let cases = [
        (fields("day = \"views\", minutes = -5"), "\"minutes\" is not a whole number from 1 to 100000"),
        (fields("day = \"views\", minutes = 0"), "\"minutes\" is not a whole number from 1 to 100000"),
        (fields("day = \"views\", minutes = 100001"), "\"minutes\" is not a whole number from 1 to 100000"),
        (
            fields("day = \"views\", minutes = 9223372036854775807"),
            "\"minutes\" is not a whole number from 1 to 100000",
        ),
        (fields("day = \"views\", minutes = 9223372036854775808"), "this line is not TOML ("),
        (fields("day = \"views\", minutes = nan"), "\"minutes\" is not a whole number from 1 to 100000"),
        (fields("minutes = 5"), "it does not say which \"day\""),
        (fields("note = \"x\""), "it does not say which \"day\""),
        (fields("day = 17, note = \"x\""), "\"day\" is not a text in quotes"),
        (fields("start = 2026-02-30"), "this line is not TOML ("),
        (fields("start = 1899-12-31"), "\"start\" is not a date, such as 2026-12-24"),
        (fields("start = \"2026-11-23\""), "\"start\" is not a date, such as 2026-12-24"),
        (fields("start = 10000-01-01"), "this line is not TOML ("),
        (fields("start = 2026-11-23, days = \"someday\""), "\"days\" does not name weekdays, such as \"mon-fri\""),
        (fields("done = []"), "\"done\" is not the id of a task or a day, or a list of them"),
        (fields("done = \"\""), "\"done\" names no task and no day"),
        (fields("done = true"), "\"done\" is not the id of a task or a day"),
        (fields("undo = \"2\""), "\"undo\" does not name an entry's key, such as \"2-c9d02b11\""),
        (
            fields("undo = \"9007199254740993-00000000\""),
            "\"undo\" does not name an entry's key, such as \"2-c9d02b11\"",
        ),
        (fields("day = \"a\", note = \"b\", over = [1]"), "\"over\" does not name an entry's key"),
        ("1-7f3ac01e = { done = \"a/b\" }".into(), "it has no \"at\", the moment it was recorded"),
        (
            "1-7f3ac01e = { at = 2026-12-08, done = \"a/b\" }".into(),
            "\"at\" is not a date with time and offset, such as 2026-12-08T19:41:12+01:00",
        ),
        (
            "1-7f3ac01e = { at = 2026-12-08T19:41:12, done = \"a/b\" }".into(),
            "\"at\" is not a date with time and offset, such as 2026-12-08T19:41:12+01:00",
        ),
        (
            "1-7f3ac01e = { at = 0000-01-01T00:00:00+00:00, done = \"a/b\" }".into(),
            "the year 0 of \"at\" is out of range",
        ),
        (
            "1-7f3ac01e = { at = 9999-12-31T23:59:59-23:59, done = \"a/b\" }".into(),
            "the year 9999 of \"at\" is out of range",
        ),
        ("1-7f3ac01e = { at = 2026-02-30T00:00:00+00:00, done = \"a/b\" }".into(), "this line is not TOML ("),
        (
            format!("x = {{ {AT}, done = \"a/b\" }}"),
            "its key is not a number, a dash and eight hexadecimal digits, such as 12-0a1b2c3d",
        ),
        (
            format!("9007199254740993-00000000 = {{ {AT}, done = \"a/b\" }}"),
            "its key is not a number, a dash and eight hexadecimal digits",
        ),
        (
            format!("99999999999999999999999-00000000 = {{ {AT}, done = \"a/b\" }}"),
            "its key is not a number, a dash and eight hexadecimal digits",
        ),
    ];
    for (line, why) in cases {
        for line in [line.clone(), sealed(&line)] {
            let after = sealed(&format!("2-7f3ac01e = {{ {AT}, done = \"urls/two\" }}"));
            let (facts, found) = told(&format!("{line}\n{after}\n"));
            assert_eq!(facts, [Fact::Done(marks(&["urls/two"]))], "{line}");
            assert_eq!(found.len(), 1, "{line}: {found:?}");
            assert!(found[0].starts_with("django-90.toml:5:") && found[0].contains(why), "{line}: {found:?}");
            assert!(found[0].ends_with("; this line does not count; correct it or delete it."), "{line}: {found:?}");
        }
    }
}

#[test]
fn unknown_kinds_and_fields_are_kept_byte_for_byte_and_ignored() {
    let lines = [
        format!("1-7f3ac01e = {{ {AT}, mood = 5 }}"),
        format!("2-7f3ac01e = {{ {AT}, done = \"urls/one\", mood = \"calm\", with = {{ friends = [1, 2.5] }} }}"),
        format!("3-7f3ac01e = {{ {AT}, evidence = \"backwards\", by = 3 }}"),
    ];
    let text: String = lines.iter().map(|line| sealed(line) + "\n").collect();
    let (facts, found) = told(&text);
    assert_eq!(
        facts,
        [Fact::Unknown("mood".into()), Fact::Done(marks(&["urls/one"])), Fact::Unknown("by, evidence".into())]
    );
    assert_eq!(found, [""; 0]);
    let desk = Desk::with(format!("{HEAD}{text}"));
    let mut opened = desk.open();
    assert_eq!(opened.journal.undoable(&[]).unwrap().key.number(), 2, "undo passes over what it does not know");
    opened.record(note("On.\n"), evening(0), 7).unwrap();
    assert!(desk.bytes().starts_with(format!("{HEAD}{text}").as_bytes()));
}

#[test]
fn a_newer_format_is_read_and_not_written() {
    let text = sample().replace("format = 1", "format = 999");
    let desk = Desk::with(&text);
    let mut opened = desk.open();
    assert_eq!(opened.all().len(), COUNT);
    assert_eq!(
        desk.findings(),
        ["django-90.toml:2: this file is of format 999, from a newer ninety; what this one understands counts, \
        and it records nothing; install the newer ninety."]
    );
    let error = opened.record(note("No.\n"), evening(0), 7).unwrap_err();
    assert!(matches!(error, FileError::Newer(_, 999)));
    assert_eq!(
        within(&desk.dir(), &error.to_string()),
        "django-90.toml: the journal is of format 999, from a newer ninety, and this one knows format 1; nothing was saved; install the newer ninety"
    );
    assert_eq!(desk.bytes(), text.as_bytes());
    assert_eq!(desk.names(), ["django-90.lock", "django-90.toml"]);
}

#[test]
fn a_head_that_says_something_odd_is_told() {
    for (head, said) in [
        (
            "plan = \"django-90\"\n",
            "django-90.toml: the format is not known; the lines count; write `format = 1` here.",
        ),
        (
            "format = 0\nplan = \"django-90\"\n",
            "django-90.toml:1: the format is not known; the lines count; write `format = 1` here.",
        ),
        (
            "format = \"1\"\nplan = \"django-90\"\n",
            "django-90.toml:1: the format is not known; the lines count; write `format = 1` here.",
        ),
        (
            "format = 1\n",
            "django-90.toml: no line `plan = \"…\"` says which plan this file is of; its lines count; write the line at its top.",
        ),
        (
            "format = 1\nplan = \"\\u001b[31mred\"\n",
            "django-90.toml: the file says that it is of the plan \"␛[31mred\"; its lines count here, as its name says, and \
            ninety records nothing; correct the line or rename the file.",
        ),
        (
            "format = 1\nplan = \"django-90\"\ncolour = \"blue\"\n",
            "django-90.toml:3: this ninety does not know this line; it is kept and ignored; nothing needs doing.",
        ),
    ] {
        let desk = Desk::with(format!("{head}\n[log]\n1-7f3ac01e = {{ {AT}, done = \"urls/one\" }} # mine\n"));
        assert_eq!(desk.all().len(), 1);
        assert_eq!(desk.findings().iter().filter(|found| !found.contains("by hand")).collect::<Vec<_>>(), [said]);
        let recorded = desk.open().record(note("On.\n"), evening(0), 7);
        assert_eq!(recorded.is_ok(), !said.contains("records nothing"), "{said}");
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_read_and_kept() {
    let text = sample();
    let before = Desk::with(&text).all();
    for text in
        [format!("\u{feff}{text}"), text.replace('\n', "\r\n"), format!("\u{feff}{}", text.replace('\n', "\r\n"))]
    {
        let desk = Desk::with(&text);
        assert_eq!(desk.all(), before);
        assert_eq!(desk.findings(), [""; 0]);
        desk.open().record(note("On.\n"), evening(0), 7).unwrap();
        assert!(desk.bytes().starts_with(text.as_bytes()));
        assert_eq!(desk.all().len(), COUNT + 1);
        assert_eq!(desk.findings(), [""; 0]);
    }
}

#[test]
fn utf_16_is_refused_with_what_to_do() {
    let text = "\u{feff}".to_owned() + &sample();
    for bytes in [
        text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
        text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        text.encode_utf16().skip(1).flat_map(u16::to_le_bytes).collect(),
        text.encode_utf16().skip(1).flat_map(u16::to_be_bytes).collect(),
    ] {
        let desk = Desk::with(&bytes);
        let error = desk.try_open().unwrap_err().to_string();
        assert!(
            error.ends_with(
                "django-90.toml: the file looks like UTF-16; it was not read and not changed; save it as UTF-8"
            ),
            "{error}"
        );
        assert_eq!(desk.bytes(), bytes);
    }
}

#[test]
fn no_escape_code_of_a_file_is_shown() {
    let hostile = "\u{1b}]0;pwned\u{7}\u{9b}31m\u{202e}\u{2028}";
    let lines = format!(
        "1-\u{1b}[31m = {{ {AT}, done = \"x\" }}\n2-00000001 = {{ {AT}, done = {hostile} }}\n{hostile}\n<<<<<<< {hostile}\n\
         3-00000001 = {{ {AT}, \"{hostile}\" = 1, \"done\" = 1 }}\n4-00000001 = {{ {AT}, done = 1, \"op\\u0065n\" = \"\\u001b\" }}\n"
    );
    let (_, found) = told(&lines);
    assert!(found.len() >= 6, "{found:#?}");
    for found in found {
        assert!(!found.chars().any(ninety::text::is_unsafe), "{found:?}");
    }
}

#[test]
fn what_could_not_be_read_back_is_never_written() {
    let desk = Desk::with(sample());
    let before = desk.bytes();
    let mut opened = desk.open();
    let moment = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap();
    for (fact, at, why) in [
        (note("x"), moment("0000-01-01T00:00:00+00:00"), "the year 0 of \"at\" is out of range"),
        (note("x"), moment("9999-12-31T00:00:00+00:00"), "the year 9999 of \"at\" is out of range"),
        (
            Fact::Minutes { day: day("views"), minutes: 0, over: Vec::new() },
            evening(0),
            "\"minutes\" is not a whole number from 1 to 100000",
        ),
        (Fact::Done(Vec::new()), evening(0), "it would not be read as an entry"),
        (Fact::Unknown("mood".into()), evening(0), "it would be read as something else"),
        (note(&"x".repeat(9 << 20)), evening(0), "its line would have 9 MB, and the limit is 8 MB"),
    ] {
        let error = opened.record(fact, at, 7).unwrap_err().to_string();
        assert!(
            error.ends_with(&format!(
                "django-90.toml: this cannot be recorded ({why}); nothing was saved; correct it and try again"
            )),
            "{error}"
        );
    }
    assert_eq!(desk.bytes(), before);
}

#[test]
fn a_moment_is_kept_to_the_second_and_its_offset_to_the_minute() {
    let desk = Desk::new();
    let at = chrono::DateTime::parse_from_rfc3339("2026-12-08T19:41:12.987654321+01:00").unwrap();
    let saved = desk.open().record(note("x"), at, 7).unwrap();
    assert_eq!(saved.at.to_rfc3339(), "2026-12-08T19:41:12+01:00");
    let odd = at.with_timezone(&chrono::FixedOffset::west_opt(13_000 + 34).unwrap());
    let saved_too = desk.open().record(note("x"), odd, 8).unwrap();
    assert_eq!(saved_too.at, saved.at);
    assert_eq!(desk.all(), [saved, saved_too]);
}
