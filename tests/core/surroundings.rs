//! The clock and the glyphs: what surrounds the program, whatever it is.

use chrono::Datelike;
use ninety::env::{Charset, YEARS, by_calendar};
use ninety::glyphs::Glyphs;
use ninety::study::DayState;
use ninety::study::past::DateState;
use ninety::text::width;
use std::collections::HashSet;
use std::time::{Duration, UNIX_EPOCH};

const DATES: [DateState; 8] = [
    DateState::Outside,
    DateState::Rest,
    DateState::Break,
    DateState::Open,
    DateState::Missed,
    DateState::Skipped,
    DateState::Studied,
    DateState::Complete,
];

const STATES: [DayState; 4] = [DayState::Open, DayState::Begun, DayState::Complete, DayState::Skipped];

#[test]
fn every_sign_is_one_column_and_plain_ones_are_ascii() {
    let (unicode, ascii) = (Glyphs::of(Charset::Unicode), Glyphs::of(Charset::Ascii));
    let all = |glyphs: &Glyphs| {
        let states = [glyphs.cells, glyphs.milestone_cells, glyphs.marks].concat();
        let single = [glyphs.cursor, glyphs.done, glyphs.open, glyphs.resource];
        let bar = [glyphs.dot, glyphs.full, glyphs.half, glyphs.empty, glyphs.note];
        let more = [glyphs.changed, glyphs.out, glyphs.above, glyphs.below];
        [states, single.to_vec(), bar.to_vec(), more.to_vec(), glyphs.dates.to_vec()].concat()
    };
    assert!(all(unicode).iter().chain(&all(ascii)).all(|sign| width(sign) == 1));
    assert!(all(ascii).iter().all(|sign| sign.is_ascii()));
    assert!(ascii.both_ways.is_ascii());
}

#[test]
fn states_are_told_apart_by_shape_alone() {
    for glyphs in [Glyphs::of(Charset::Unicode), Glyphs::of(Charset::Ascii)] {
        assert_ne!(glyphs.milestone_cell(DayState::Open), glyphs.open);
        for of in [Glyphs::cell, Glyphs::milestone_cell, Glyphs::mark] {
            let shapes: HashSet<&str> = STATES.iter().map(|state| of(glyphs, *state)).collect();
            assert_eq!(shapes.len(), STATES.len());
        }
        let shapes: HashSet<&str> = DATES.iter().map(|state| glyphs.date(*state)).collect();
        assert_eq!(shapes.len(), DATES.len());
        for (date, day) in [
            (DateState::Open, DayState::Open),
            (DateState::Studied, DayState::Begun),
            (DateState::Complete, DayState::Complete),
            (DateState::Skipped, DayState::Skipped),
        ] {
            assert_eq!(glyphs.date(date), glyphs.cell(day), "one legend for both");
        }
    }
}

#[test]
fn the_systems_clock_may_say_anything() {
    let day = Duration::from_hours(24);
    for (time, date) in [
        (UNIX_EPOCH.checked_sub(Duration::from_nanos(100)), "1969-12-31"),
        (UNIX_EPOCH.checked_sub(day * 25_202), "1901-01-01"),
        (Some(UNIX_EPOCH), "1970-01-01"),
        (UNIX_EPOCH.checked_add(day * 20_795), "2026-12-08"),
    ] {
        assert_eq!(by_calendar(time.unwrap()).date_naive().to_string(), date);
    }
    for time in [
        UNIX_EPOCH.checked_sub(day * 25_203),
        UNIX_EPOCH.checked_sub(Duration::from_secs(i64::MAX.unsigned_abs())),
        UNIX_EPOCH.checked_add(day * 2_600_000),
        UNIX_EPOCH.checked_add(Duration::from_secs(i64::MAX.unsigned_abs())),
    ]
    .into_iter()
    .flatten()
    {
        let year = by_calendar(time).year();
        assert!(!YEARS.contains(&year) && (1899..=9001).contains(&year), "{year}");
    }
}
