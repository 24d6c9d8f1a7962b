//! The choice behind the warm-up, to be questioned: `cargo run --release --example recall`.
//!
//! A learner studies the built-in plan on weekdays, misses one in ten, and is away for two weeks in the middle. Their
//! memory is FSRS-6 with its default weights (open-spaced-repetition, "The Algorithm"): an answer is right with the chance
//! that the forgetting curve gives, and what was asked sits better after it. The questions are those that ninety asks,
//! from a journal that grows as a learner's would. Printed is the share of all questions that is still known sixty days
//! after the end, without a question since; how many were asked an evening; how many sessions a wrong one waited to be
//! asked again; and how many of the wrong ones came at the very next.

#![allow(clippy::print_stdout, reason = "that is what it is for")]

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Weekday};
use ninety::journal::{Fact, Journal, Key, Mark, Said, write};
use ninety::plan::Plan;
use ninety::study::calendar::{AsOf, Habits};
use ninety::study::recall::Asking;
use ninety::study::{Question, Study};
use std::collections::HashMap;

const RUNS: u64 = 20;
const AFTER: i64 = 60;
const AWAY: std::ops::Range<i64> = 60..74;

/// FSRS-6's default weights.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

#[derive(Clone, Copy)]
struct Memory {
    stability: f64,
    difficulty: f64,
    last: NaiveDate,
}

impl Memory {
    /// What was learnt well on a date.
    fn learnt(on: NaiveDate) -> Self {
        Self { stability: W[2], difficulty: Self::first_difficulty(3.0), last: on }
    }

    fn first_difficulty(grade: f64) -> f64 {
        (W[4] - (W[5] * (grade - 1.0)).exp() + 1.0).clamp(1.0, 10.0)
    }

    /// The chance that it is known on a date.
    fn known(&self, on: NaiveDate) -> f64 {
        let factor = 0.9_f64.powf(-1.0 / W[20]) - 1.0;
        let days = f64::from(i32::try_from((on - self.last).num_days()).unwrap_or(0));
        (1.0 + factor * days / self.stability).powf(-W[20])
    }

    fn asked(&mut self, is_right: bool, on: NaiveDate) {
        let known = self.known(on);
        let grade = if is_right { 3.0 } else { 1.0 };
        let (s, d) = (self.stability, self.difficulty);
        self.stability = if is_right {
            s * (1.0 + W[8].exp() * (11.0 - d) * s.powf(-W[9]) * ((W[10] * (1.0 - known)).exp() - 1.0))
        } else {
            let forgot = W[11] * d.powf(-W[12]) * ((s + 1.0).powf(W[13]) - 1.0) * (W[14] * (1.0 - known)).exp();
            forgot.min(s)
        };
        let moved = d - W[6] * (grade - 3.0) * (10.0 - d) / 9.0;
        self.difficulty = (W[7] * Self::first_difficulty(4.0) + (1.0 - W[7]) * moved).clamp(1.0, 10.0);
        self.last = on;
    }
}

/// Numbers that look like chance and are the same at every run (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        f64::from(u32::try_from((z ^ (z >> 31)) >> 32).unwrap_or(0)) / 4_294_967_296.0
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Choice {
    Ladder(u8),
    /// So many of what there is, by chance.
    Random(usize),
}

#[derive(Default)]
struct Came {
    kept: f64,
    asked: f64,
    evenings: f64,
    waits: Vec<usize>,
}

fn main() {
    println!("{:<16} {:>6} {:>12} {:>15} {:>12}", "", "kept", "an evening", "a wrong waits", "at the next");
    let choices = [0, 4, 6, 8].map(Choice::Ladder).into_iter().chain([Choice::Random(6)]);
    for choice in choices {
        let mut all = Came::default();
        for run in 0..RUNS {
            life(choice, run, &mut all);
        }
        let name = match choice {
            Choice::Ladder(size) => format!("{size} by the ladder"),
            Choice::Random(size) => format!("{size} at random"),
        };
        let runs = f64::from(u32::try_from(RUNS).unwrap_or(1));
        let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(0));
        let many = count(all.waits.len()).max(1.0);
        let wait = count(all.waits.iter().sum()) / many;
        let next = count(all.waits.iter().filter(|wait| **wait == 1).count()) / many;
        println!(
            "{name:<16} {:>5.1}% {:>12.1} {wait:>15.1} {:>11.0}%",
            all.kept / runs * 100.0,
            all.asked / all.evenings.max(1.0),
            next * 100.0
        );
    }
}

fn life(choice: Choice, run: u64, came: &mut Came) {
    let plan = Plan::builtin();
    let mut chance = Chance(run);
    let first = NaiveDate::from_ymd_opt(2026, 10, 5).unwrap_or_default();
    let mut text = write::header(plan.id().as_str(), plan.title());
    let (mut number, mut days) = (0, plan.days().iter());
    let mut memory: HashMap<String, Memory> = HashMap::new();
    let mut wrong: HashMap<String, usize> = HashMap::new();
    let mut sessions = 0;
    for n in 0.. {
        let date = first + TimeDelta::days(n);
        let is_rest = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        if is_rest || AWAY.contains(&n) || chance.next() < 0.1 {
            continue;
        }
        let at = evening(date);
        let size = if let Choice::Ladder(size) = choice { size } else { 6 };
        let habits = Habits { warm_up: size, ..Habits::default() };
        let study = Study::new(plan, Journal::of_text(&text), AsOf { now: at, habits });
        let questions = match choice {
            Choice::Ladder(_) => study.to_ask(Asking::WarmUp),
            Choice::Random(size) => some(&study, size, date, &mut chance),
        };
        let mut record = |fact: Fact| {
            number += 1;
            text.push_str(&write::line(Key::new(number, 7), at, &fact.into()));
            text.push('\n');
        };
        came.evenings += 1.0;
        sessions += 1;
        for question in questions {
            let id = question.id.as_str().to_owned();
            let Some(memory) = memory.get_mut(&id) else { continue };
            let is_right = chance.next() < memory.known(date);
            memory.asked(is_right, date);
            came.asked += 1.0;
            came.waits.extend(wrong.remove(&id).map(|before| sessions - before));
            if !is_right {
                wrong.insert(id, sessions);
            }
            record(Fact::Recall { question: question.id, said: if is_right { Said::Right } else { Said::Wrong } });
        }
        let Some(day) = days.next() else {
            let then = date + TimeDelta::days(AFTER);
            let known: f64 = memory.values().map(|memory| memory.known(then)).sum();
            came.kept += known / f64::from(u32::try_from(memory.len()).unwrap_or(1));
            // Those that never came back have waited until the end.
            came.waits.extend(wrong.values().map(|before| sessions + 1 - before));
            return;
        };
        record(Fact::Done(day.tasks().iter().map(|task| Mark::Item(task.id().clone())).collect()));
        let asked = day.recall().iter().filter(|question| !question.long);
        memory.extend(asked.map(|question| (question.id().as_str().to_owned(), Memory::learnt(date))));
    }
}

/// Returns so many questions of the days that were complete before, by chance.
fn some(study: &Study, size: usize, date: NaiveDate, chance: &mut Chance) -> Vec<Question> {
    let days = study.plan().days().iter().flat_map(|day| study.questions(day));
    let mut pool: Vec<Question> =
        days.filter(|one| !one.is_long && one.since.is_some_and(|since| since < date)).collect();
    let mut chosen = Vec::new();
    while chosen.len() < size && !pool.is_empty() {
        let count = u32::try_from(pool.len()).unwrap_or(1);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 0 and the count")]
        let place = (chance.next() * f64::from(count)) as usize;
        chosen.push(pool.swap_remove(place.min(pool.len() - 1)));
    }
    chosen
}

fn evening(date: NaiveDate) -> DateTime<FixedOffset> {
    let at = date.and_hms_opt(19, 0, 0).unwrap_or_default().and_utc();
    at.fixed_offset()
}
