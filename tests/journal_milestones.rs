//! The lines about milestones and weeks in a journal: how each is written and read, and what is out of range.
//!
//! Deliberately absent: what they add up to (`milestones.rs`), and lines in general (`journal_lines.rs`).

#[path = "common/desk.rs"]
mod desk;

use desk::{Desk, evening, sealed};
use ninety::journal::{Answers, Fact, Key, Part, Score};
use ninety::plan::{DayId, ItemId};

const HEAD: &str = "format = 1\nplan = \"django-90\"\n\n[log]\n";
const AT: &str = "at = 2026-12-08T19:41:12+01:00";

/// The facts and findings of a journal with these lines after its head.
fn told(lines: &str) -> (Vec<Fact>, Vec<String>) {
    let desk = Desk::with(format!("{HEAD}{lines}"));
    let facts = desk.journal().entries().iter().map(|entry| entry.fact.clone()).collect();
    (facts, desk.findings())
}

fn day(id: &str) -> DayId {
    DayId::new(id.to_owned())
}

#[test]
fn what_is_out_of_range_costs_its_line_and_says_why() {
    for (fields, why) in [
        ("evidence = 1", "\"evidence\" is not a text in quotes"),
        ("evidence = \"blog\", site = 7", "\"site\" is not a text in quotes"),
        (
            "evidence = \"blog\", site = \"javascript:alert(1)\"",
            "\"site\" does not begin with http:// or https://",
        ),
        (
            "evidence = \"blog\", commit = \"https://a.b/c d\"",
            "\"commit\" does not begin with http:// or https://",
        ),
        ("rubric = \"blog/is-it\"", "\"score\" is not 0, 1 or 2"),
        ("rubric = \"blog/is-it\", score = 3", "\"score\" is not 0, 1 or 2"),
        ("rubric = \"blog/is-it\", score = -1", "\"score\" is not 0, 1 or 2"),
        ("rubric = \"blog/is-it\", score = \"2\"", "\"score\" is not 0, 1 or 2"),
        ("rubric = 3, score = 2", "\"rubric\" is not the id of a question, or a list of them"),
        ("rubric = [], score = []", "\"rubric\" names no question"),
        (
            "rubric = [\"a/b\", \"a/c\"], score = [2]",
            "\"score\" does not have 0, 1 or 2 for each question",
        ),
        (
            "rubric = [\"a/b\", \"a/c\"], score = [2, 3]",
            "\"score\" does not have 0, 1 or 2 for each question",
        ),
        (
            "rubric = [\"a/b\", \"a/c\"], score = 2",
            "\"score\" does not have 0, 1 or 2 for each question",
        ),
        ("review = 3, can = \"x\"", "\"review\" is not a text in quotes"),
        ("review = \"blog\", can = 3", "\"can\" is not a text in quotes"),
        ("review = \"blog\", over = [\"x\"]", "\"over\" does not name an entry's key"),
        ("review = \"blog\", rubric = \"a/b\"", "it records two things"),
    ] {
        let (facts, found) = told(&format!("1-7f3ac01e = {{ {AT}, {fields} }}\n"));
        assert_eq!(facts, [], "{fields}");
        assert!(found.iter().any(|found| found.contains(why)), "{fields}: {found:?}");
    }
}

#[test]
fn the_lines_are_as_short_as_what_they_say() {
    let parts = |parts: &[(Part, &str)]| {
        parts.iter().map(|(part, text)| (*part, (*text).to_owned())).collect()
    };
    let cases = [
        (
            "evidence = \"blog\", repository = \"https://example.org/blog\", hardest = \"Deploying.\"",
            Fact::Evidence {
                milestone: day("blog"),
                parts: parts(&[
                    (Part::Hardest, "Deploying."),
                    (Part::Repository, "https://example.org/blog"),
                ]),
            },
        ),
        (
            "evidence = \"blog\", site = \"\"",
            Fact::Evidence { milestone: day("blog"), parts: parts(&[(Part::Site, "")]) },
        ),
        (
            "rubric = \"blog/is-it\", score = 2",
            Fact::Rubric { scores: vec![(ItemId::new("blog/is-it"), Score::new(2).unwrap())] },
        ),
        (
            "rubric = [\"blog/is-it\", \"blog/so-so\"], score = [2, 0]",
            Fact::Rubric {
                scores: vec![
                    (ItemId::new("blog/is-it"), Score::new(2).unwrap()),
                    (ItemId::new("blog/so-so"), Score::new(0).unwrap()),
                ],
            },
        ),
        (
            "review = \"views\"",
            Fact::Review { week: day("views"), answers: Answers::default(), over: Vec::new() },
        ),
        (
            "review = \"views\", can = \"Views.\\nURLs.\", next = \"if late, then short\", over = [\"1-00000007\"]",
            Fact::Review {
                week: day("views"),
                answers: Answers::new(["Views.\nURLs.\n", " \n", "if late, then short"]),
                over: vec![Key::new(1, 7)],
            },
        ),
    ];
    for (line, fact) in cases {
        let (facts, found) = told(&(sealed(&format!("2-7f3ac01e = {{ {AT}, {line} }}")) + "\n"));
        assert_eq!(facts.as_slice(), std::slice::from_ref(&fact), "{line}");
        assert_eq!(found, [""; 0], "{line}");
        let desk = Desk::new();
        desk.open().record(fact, evening(0), 7).unwrap();
        let text = String::from_utf8(desk.bytes()).unwrap();
        assert!(text.contains(&format!(", {line} }} # ")), "{text}");
    }
}

#[test]
fn evidence_of_a_kind_that_is_not_known_is_kept_and_ignored() {
    let (facts, _) =
        told(&format!("1-7f3ac01e = {{ {AT}, evidence = \"blog\", video = \"x\" }}\n"));
    assert_eq!(facts, [Fact::Unknown("evidence, video".to_owned())]);
}

#[test]
fn a_link_that_is_none_is_never_written() {
    let desk = Desk::new();
    let parts = [(Part::Site, "file:///etc/passwd".to_owned())].into();
    let refused =
        desk.open().record(Fact::Evidence { milestone: day("blog"), parts }, evening(0), 7);
    assert!(refused.is_err());
    assert_eq!(Part::Site.kept("  https://a.b/c \n").unwrap(), "https://a.b/c");
    assert_eq!(
        Part::Site.kept("a.b/c").unwrap_err(),
        "\"a.b/c\" is no address: write one that begins with http:// or https://."
    );
    assert_eq!(Part::Proudest.kept(" It\n works. ").unwrap(), "It works.");
}
