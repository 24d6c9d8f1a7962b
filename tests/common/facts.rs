//! Records of any kind, with texts that could break a line, a string or a terminal.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "every test file uses a part of it, and fails so; a test asks for what its machine can do"
)]

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};
use ninety::journal::{Answers, Break, By, Fact, Key, Mark, Record, Terms, Weekdays};
use ninety::plan::DayId;
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
    prop::collection::vec(prop_oneof![pieces.prop_map(str::to_owned), any::<char>().prop_map(String::from)], 0..12)
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
    (1900..=9000i32, 1..=366u32).prop_filter_map("a day of the year", |(y, d)| NaiveDate::from_yo_opt(y, d))
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

fn keys() -> impl Strategy<Value = Vec<Key>> {
    prop::collection::vec(key(), 0..3)
}

/// What is set about the schedule: at least one of what a line can begin with.
fn terms() -> impl Strategy<Value = Terms> {
    let set = (
        prop::option::of(date()),
        prop::option::of(weekdays()),
        prop::option::of(1..=Terms::LONGEST_DAY),
        prop::option::of(select(By::ALL.to_vec())),
        prop::option::of(date()),
    );
    let terms = set.prop_map(|(start, days, minutes, by, goal)| Terms { start, days, minutes, by, goal });
    terms.prop_filter("minutes and order come with a pace, a start or a goal", |terms| {
        terms.start.is_some() || terms.days.is_some() || terms.goal.is_some()
    })
}

fn breaks() -> impl Strategy<Value = Vec<Break>> {
    let pause = (date(), date()).prop_map(|(from, until)| Break { from, until });
    prop::collection::vec(pause, 1..4)
}

/// An address with what is left of a hostile text.
fn address() -> impl Strategy<Value = String> {
    hostile().prop_map(|text| {
        let fits = |c: &char| !c.is_whitespace() && !ninety::text::is_unsafe(*c) && !ninety::text::is_hint(*c);
        format!("https://example.org/{}", text.chars().filter(fits).collect::<String>())
    })
}

fn answers() -> impl Strategy<Value = Answers> {
    [hostile(), hostile(), hostile()].prop_map(|answers| Answers::new(answers.each_ref().map(String::as_str)))
}

pub(crate) fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        terms().prop_map(Fact::Terms),
        (breaks(), hostile()).prop_map(|(breaks, because)| Fact::Away(breaks, because)),
        some_marks().prop_map(Fact::Done),
        some_marks().prop_map(Fact::Open),
        (prop::collection::vec(day_id(), 1..4), hostile()).prop_map(|(days, because)| Fact::Skip { days, because }),
        (day_id(), hostile(), keys()).prop_map(|(day, text, over)| Fact::Note { day, text, over }),
        (day_id(), hostile(), keys()).prop_map(|(day, text, over)| Fact::Add { day, text, over }),
        (day_id(), 1..=100_000u32, keys()).prop_map(|(day, minutes, over)| Fact::Minutes { day, minutes, over }),
        (day_id(), key()).prop_map(|(day, key)| Fact::Minutes { day, minutes: 0, over: vec![key] }),
        (day_id(), address(), keys()).prop_map(|(week, url, over)| Fact::Link { week, url, over }),
        (day_id(), key()).prop_map(|(week, key)| Fact::Link { week, url: String::new(), over: vec![key] }),
        (address(), keys()).prop_map(|(url, over)| Fact::Read { url, over }),
        key().prop_map(|key| Fact::Read { url: String::new(), over: vec![key] }),
        (day_id(), answers(), keys()).prop_map(|(week, answers, over)| Fact::Review { week, answers, over }),
        prop::collection::vec(key(), 1..4).prop_map(Fact::Undo),
    ]
}

/// Facts that are recorded together: one of any kind, or what a change of the schedule and a whole evening may need.
pub(crate) fn record() -> impl Strategy<Value = Record> {
    let several =
        (terms(), breaks(), some_marks(), some_marks(), 0..16u8).prop_map(|(terms, breaks, done, open, which)| {
            let all = [Fact::Terms(terms), Fact::Away(breaks, String::new()), Fact::Done(done), Fact::Open(open)];
            let chosen = all.into_iter().enumerate().filter(|(place, _)| which >> place & 1 == 1);
            chosen.map(|(_, fact)| fact).collect::<Vec<_>>()
        });
    let facts = prop_oneof![
        3 => fact().prop_map(|fact| vec![fact]),
        1 => several.prop_filter("a record says something", |facts| !facts.is_empty()),
        // Of a start and the days before it: `ninety start --at 15`.
        1 => (terms(), day_id(), hostile()).prop_map(|(terms, day, because)| {
            vec![Fact::Terms(terms), Fact::Skip { days: vec![day], because }]
        }),
    ];
    (facts, prop::option::of(date())).prop_map(|(facts, on)| Record { facts, on })
}
