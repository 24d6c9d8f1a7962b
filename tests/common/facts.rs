//! Facts and entries of any kind, with texts that could break a line, a string or a terminal.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "every test file uses a part of it, and fails so; a test asks for what its machine can do"
)]

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};
use ninety::journal::{
    Answers, Budget, By, Entry, Fact, Key, Made, Mark, Part, Place, Replanned, Score, Weekdays,
};
use ninety::plan::{DayId, ItemId};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// A text with everything that could break a line, a string or a terminal.
pub(crate) fn hostile() -> impl Strategy<Value = String> {
    let pieces = select(vec![
        "\0",
        "\u{1}",
        "\u{7}",
        "\u{8}",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\u{b}",
        "\u{1b}[31m",
        "\u{7f}",
        "\u{80}",
        "\u{85}",
        "\u{9b}2J",
        "\u{ad}",
        "\"",
        "\"\"\"",
        "'",
        "\\",
        "\\n",
        "\\u0000",
        "#",
        " # 00000000",
        "{",
        " }",
        "= { at = ",
        ", ",
        "[",
        "]",
        "<<<<<<<",
        "\u{200b}",
        "\u{200d}",
        "\u{200e}",
        "\u{202e}",
        "\u{2028}",
        "\u{2066}",
        "\u{feff}",
        "\u{fffe}",
        "\u{ffff}",
        "\u{e0041}",
        "\u{10ffff}",
        "a\u{301}\u{301}\u{301}",
        "👩‍💻",
        "日本語",
        "שלום",
        "x",
    ]);
    prop::collection::vec(
        prop_oneof![pieces.prop_map(str::to_owned), any::<char>().prop_map(String::from)],
        0..12,
    )
    .prop_map(|pieces| pieces.concat())
}

pub(crate) fn day_id() -> impl Strategy<Value = DayId> {
    hostile().prop_map(|id| DayId::new(format!("d{}", id.replace('/', ""))))
}

pub(crate) fn some_marks() -> impl Strategy<Value = Vec<Mark>> {
    let id = hostile().prop_filter("an id has letters", |id| !id.is_empty());
    prop::collection::vec(id.prop_map(Mark::from_id), 1..4)
}

pub(crate) fn key() -> impl Strategy<Value = Key> {
    (1..=Key::LARGEST, any::<u32>()).prop_map(|(number, random)| Key::new(number, random))
}

pub(crate) fn date() -> impl Strategy<Value = NaiveDate> {
    (1900..=9000i32, 1..=366u32)
        .prop_filter_map("a day of the year", |(y, d)| NaiveDate::from_yo_opt(y, d))
}

pub(crate) fn moment() -> impl Strategy<Value = DateTime<FixedOffset>> {
    (date(), 0..86400u32, -1439..=1439i32).prop_filter_map("in range", |(date, second, minutes)| {
        let time = date.and_hms_opt(second / 3600, second / 60 % 60, second % 60)?;
        FixedOffset::east_opt(minutes * 60)?.from_local_datetime(&time).single()
    })
}

pub(crate) fn weekdays() -> impl Strategy<Value = Weekdays> {
    let names = vec!["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    subsequence(names, 1..=7).prop_map(|names| names.join(",").parse().unwrap())
}

pub(crate) fn budget() -> impl Strategy<Value = Budget> {
    (prop::option::of(1..=1440u16), prop::option::of(0..=1000u16))
        .prop_map(|(minutes, spare)| Budget { minutes, spare })
}

/// An address with what is left of a hostile text, where an address is wanted.
fn linked(part: Part, text: &str) -> String {
    match part.made() {
        Made::Words => text.to_owned(),
        Made::Link => {
            let rest: String = text
                .chars()
                .filter(|c| !c.is_whitespace() && !ninety::text::is_unsafe(*c))
                .collect();
            format!("https://example.org/{rest}")
        }
    }
}

pub(crate) fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        (date(), prop::option::of(weekdays()), budget())
            .prop_map(|(date, days, budget)| Fact::Start { date, days, budget }),
        (weekdays(), budget(), prop::option::of(select(By::ALL.to_vec())))
            .prop_map(|(days, budget, by)| Fact::Pace { days, budget, by }),
        Just(Fact::Replan(Replanned::Continue)),
        prop::collection::vec(day_id(), 0..4)
            .prop_map(|paired| Fact::Replan(Replanned::KeepEnd(paired))),
        (date(), date(), hostile()).prop_map(|(a, b, because)| Fact::Away {
            from: a.min(b),
            until: a.max(b),
            because
        }),
        some_marks().prop_map(Fact::Done),
        some_marks().prop_map(Fact::Open),
        (prop::collection::vec(day_id(), 1..4), hostile())
            .prop_map(|(days, because)| Fact::Skip { days, because }),
        (day_id(), hostile(), prop::collection::vec(key(), 0..3))
            .prop_map(|(day, text, over)| Fact::Note { day, text, over }),
        (day_id(), 1..=100_000u32).prop_map(|(day, minutes)| Fact::Minutes { day, minutes }),
        (day_id(), prop::collection::btree_map(select(Part::ALL.to_vec()), hostile(), 1..=5))
            .prop_map(|(milestone, parts)| Fact::Evidence {
                milestone,
                parts: parts.into_iter().map(|(part, text)| (part, linked(part, &text))).collect(),
            }),
        prop::collection::vec((day_id(), select(Score::ALL.to_vec())), 1..4).prop_map(|scores| {
            let question = |day: DayId| ItemId::new(format!("{}/is-it", day.as_str()));
            Fact::Rubric {
                scores: scores.into_iter().map(|(day, score)| (question(day), score)).collect(),
            }
        }),
        (day_id(), [hostile(), hostile(), hostile()], prop::collection::vec(key(), 0..3)).prop_map(
            |(week, answers, over)| Fact::Review {
                week,
                answers: Answers::new(answers.each_ref().map(String::as_str)),
                over,
            }
        ),
        key().prop_map(Fact::Undo),
    ]
}

pub(crate) fn entry() -> impl Strategy<Value = Entry> {
    (key(), moment(), fact()).prop_map(|(key, at, fact)| Entry {
        key,
        at,
        fact,
        place: Place::default(),
    })
}
