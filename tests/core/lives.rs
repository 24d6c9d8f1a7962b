//! Simulated learners: 300 days of doing, missing, doing two, skipping, breaking, ending breaks, new paces and goals at
//! random, both orders, odd weekdays, study days that are too short; and what holds of the schedule after each of them.
//! There are 120 of each kind; `NINETY_LIVES=1000 cargo test --test core lives` lets 1,000 of each live.
//!
//! Deliberately absent: exact dates (`schedule.rs`), and the disk.

#![expect(clippy::disallowed_methods, reason = "a test is told how many lives to try")]

use crate::learner::{Learner, date};
use chrono::{Days, NaiveDate};
use ninety::journal::{Break, By, Fact, Journal, Key, Mark, Record, Terms};
use ninety::plan::{Day, DayNo, Plan};
use ninety::study::calendar::AsOf;
use ninety::study::{Fold, Schedule, Study};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::Config;

/// What a learner does on an evening.
#[derive(Clone, Debug)]
enum Evening {
    Miss,
    /// So many days of the plan.
    Do(usize),
    /// Some of the current day.
    Begin,
    Note,
    DoLater(Index),
    Reopen(Index),
    Skip(Index),
    Away(u64, u64),
    Back,
    /// Something of the learner's own on a day: a task, what was read, a note that comes there.
    Own(Index),
    Terms(Terms),
}

fn terms() -> impl Strategy<Value = Terms> {
    let days = select(vec!["mon-sun", "mon-fri", "mon,wed,sat", "tue", "sat,sun", "mon-thu"]);
    let minutes = prop::option::of(prop_oneof![3 => 60..400u16, 1 => 20..60u16]);
    let by = prop::option::of(select(By::ALL.to_vec()));
    let goal = prop::option::of(0..400u64);
    (days, minutes, by, goal, any::<bool>()).prop_map(|(days, minutes, by, goal, only_goal)| {
        let goal = goal.map(|days| date("2026-12-01") + Days::new(days));
        if only_goal && goal.is_some() {
            return Terms { goal, ..Terms::default() };
        }
        Terms { start: None, days: Some(days.parse().unwrap()), minutes, by, goal }
    })
}

fn evening() -> impl Strategy<Value = Evening> {
    prop_oneof![
        14 => Just(Evening::Miss),
        16 => Just(Evening::Do(1)),
        4 => (2..4usize).prop_map(Evening::Do),
        3 => Just(Evening::Begin),
        2 => Just(Evening::Note),
        1 => any::<Index>().prop_map(Evening::DoLater),
        1 => any::<Index>().prop_map(Evening::Reopen),
        1 => any::<Index>().prop_map(Evening::Skip),
        1 => (0..30u64, 0..20u64).prop_map(|(from, long)| Evening::Away(from, long)),
        1 => any::<Index>().prop_map(Evening::Own),
        1 => Just(Evening::Back),
        1 => terms().prop_map(Evening::Terms),
    ]
}

/// A learner whose entries are taken in one at a time, as the program takes them in.
struct Life {
    learner: Learner,
    fold: Fold,
}

impl Life {
    fn new(start: Terms) -> Self {
        let mut learner = Learner::new();
        learner.lines.clear();
        let fold = Fold::of(learner.plan, &Journal::default(), learner.habits);
        let mut life = Self { learner, fold };
        life.record(Fact::Terms(start));
        life
    }

    fn record(&mut self, record: impl Into<Record>) {
        self.learner.record(record);
        let line = format!("{}\n", self.learner.lines.last().unwrap());
        Journal::of_text(&line).entries().for_each(|entry| self.fold.take(&entry));
    }

    fn as_of(&self) -> AsOf {
        AsOf { now: self.learner.now, habits: self.learner.habits }
    }

    fn schedule(&self) -> Schedule {
        Schedule::of(self.learner.plan, &self.fold, self.as_of())
    }

    fn today(&self) -> NaiveDate {
        self.learner.habits.study_date(self.learner.now)
    }

    fn open(&self) -> impl Iterator<Item = &'static Day> {
        let plan: &'static Plan = self.learner.plan;
        plan.days().iter().filter(|day| self.fold.remains(day))
    }

    fn complete(&mut self, day: &Day) {
        self.record(Fact::Done(vec![Mark::Day(day.id().clone())]));
    }
}

/// How many study days lie after one date up to another, counted one date at a time.
fn counted(schedule: &Schedule, one: NaiveDate, other: NaiveDate) -> i32 {
    let count = |from: NaiveDate, until: NaiveDate| {
        let after = from.iter_days().skip(1).take_while(|date| *date <= until);
        i32::try_from(after.filter(|date| schedule.dates.is_study(*date)).count()).unwrap()
    };
    if one <= other { count(one, other) } else { -count(other, one) }
}

/// 1. To spare is what is counted from the finish to the goal; the finish is the last date that anything shows.
fn to_spare_is_counted_from_the_finish_to_the_goal(schedule: &Schedule) {
    let last = schedule.slots.iter().map(|slot| slot.date).max();
    assert_eq!(schedule.finish(), last);
    let spare = schedule.finish().zip(schedule.goal).map(|(f, g)| counted(schedule, f, g));
    assert_eq!(schedule.to_spare(), spare);
}

/// 5. No open day has a date in the past, on a rest day or in a break; no day before one that it builds on.
fn every_open_day_has_a_date_that_can_be_kept(plan: &Plan, fold: &Fold, schedule: &Schedule) {
    let open: Vec<DayNo> = plan.days().iter().filter(|d| fold.remains(d)).map(Day::no).collect();
    assert_eq!(open, schedule.slots.iter().map(|slot| slot.day).collect::<Vec<_>>());
    for slot in &schedule.slots {
        assert!(slot.from >= schedule.today && slot.from <= slot.date, "{slot:?}");
        assert!(schedule.started.is_none_or(|start| slot.from >= start), "{slot:?}");
        assert!(schedule.dates.is_study(slot.from), "{slot:?}");
        assert!(schedule.dates.is_study(slot.date), "{slot:?}");
    }
    assert!(schedule.slots.is_sorted_by_key(|slot| slot.date));
    for slot in &schedule.slots {
        for before in plan.day(slot.day).builds_on() {
            let before = schedule.slot(*before).map(|slot| slot.date);
            assert!(before.is_none_or(|before| before <= slot.date));
        }
    }
    if schedule.pace.by == By::Day {
        assert!(schedule.slots.windows(2).all(|two| two[0].date < two[1].from));
    }
}

/// 2. Completing today's day changes neither finish nor to spare; a second one brings the finish nearer by one.
fn completing_todays_day_changes_nothing(life: &mut Life, day: &Day) {
    let before = life.schedule();
    let first = *before.slots.first().unwrap();
    let used = life.fold.dates.iter().any(|(on, _)| *on == life.today())
        && life.learner.plan.days().iter().any(|d| life.fold.day(d.no()).completed == Some(life.today()));
    life.complete(day);
    let after = life.schedule();
    let (Some(finish), Some(then)) = (before.finish(), after.finish()) else { return };
    let one_each =
        after.slots.iter().all(|slot| before.pace.evenings(life.learner.plan, life.learner.plan.day(slot.day)) == 1);
    let takes_one = before.pace.evenings(life.learner.plan, day) == 1;
    if before.pace.by != By::Day || first.day != day.no() || !takes_one {
        assert!(then <= finish);
    } else if first.date == life.today() && !used {
        assert_eq!((then, after.to_spare()), (finish, before.to_spare()));
    } else if one_each {
        // A second day in an evening, or one on a rest day or in a break.
        assert_eq!(before.dates.between(then, finish), 1);
    }
}

/// 2. An unused study day moves the finish by exactly one study day, at the turn of the day, never in the evening.
fn an_unused_study_day_moves_the_finish_by_one(life: &Life, evening: &Schedule, next: &Schedule) {
    let (Some(finish), Some(then)) = (evening.finish(), next.finish()) else { return };
    let today = evening.today;
    let start = evening.started.unwrap();
    match evening.pace.by {
        By::Day => {
            let plan = life.learner.plan;
            let completed = |day: &Day| life.fold.day(day.no()).completed == Some(today);
            let is_study = evening.dates.is_study(today) && today >= start;
            // An evening on which something of a longer day was done is one of those that it takes.
            let left = |day: &Day, until: NaiveDate| {
                let touched = life.fold.day(day.no()).touched.iter().filter(|on| **on <= until);
                let all = i32::try_from(evening.pace.evenings(plan, day)).unwrap();
                (all - i32::try_from(touched.count()).unwrap()).max(1)
            };
            let yesterday = today.pred_opt().unwrap();
            let gained: i32 = life.open().map(|day| left(day, yesterday) - left(day, today)).sum();
            let is_unused = is_study && !plan.days().iter().any(completed);
            let moved = if is_unused { 1 - gained } else { 0 };
            assert_eq!(evening.dates.between(finish, then), moved);
        }
        By::Week => {
            // Nothing is lost before the last study day of the week is over.
            let week = life.learner.habits.week_of(today);
            let end = week + Days::new(7);
            let later = evening.dates.count(today.succ_opt().unwrap().max(start), end);
            if later > 0 && life.learner.habits.week_of(next.today) == week {
                assert_eq!(finish, then);
            } else {
                assert!(finish <= then);
            }
        }
    }
}

/// 4. A preview equals what then happens, and what was taken in entry by entry equals what is read at once.
fn the_preview_is_what_happens(life: &mut Life, record: Record) {
    let study = Study::new(life.learner.plan, life.learner.journal(), life.as_of());
    assert_eq!(*study.fold(), life.fold);
    let preview = study.preview(&record);
    life.record(record);
    assert_eq!(preview, life.schedule());
}

/// 3. Nothing but a goal fact changes the goal; a break moves the finish by the study days inside it, no more.
fn a_break_moves_the_finish_by_the_study_days_inside_it(life: &mut Life, pause: Break) {
    let before = life.schedule();
    let known: Vec<Break> = life.fold.breaks().collect();
    life.record(Fact::Away(vec![pause], String::new()));
    let after = life.schedule();
    assert_eq!(before.goal, after.goal);
    let is_new = known.iter().all(|other| other.from != pause.from);
    let is_within = |other: &Break| other.from <= pause.from && pause.until <= other.until;
    if is_new && known.iter().any(is_within) {
        let says = |schedule: &Schedule| (schedule.slots.clone(), schedule.to_spare());
        assert_eq!(says(&before), says(&after), "a break in another changes nothing");
    } else if is_new && before.pace.by == By::Day {
        let Some((finish, then)) = before.finish().zip(after.finish()) else { return };
        // Only what lies between today and the finish is in anybody's way; what is pushed out may meet the rest of it.
        let free = before.first_free;
        let (from, until) = (pause.from.max(free), pause.until);
        let inside = from.iter_days().take_while(|day| *day <= until);
        let inside = inside.filter(|day| before.dates.is_study(*day));
        let inside: Vec<NaiveDate> = inside.collect();
        let moved = before.dates.between(finish, then);
        assert!(moved >= 0 && moved <= i32::try_from(inside.len()).unwrap());
        if until <= finish {
            assert_eq!(moved, i32::try_from(inside.len()).unwrap());
        }
    }
}

/// 6. A task of the learner's own, what was read and a note that moves change no date and complete no day.
fn what_is_the_learners_own_changes_no_date(life: &mut Life, day: &Day, n: usize) {
    let study = Study::new(life.learner.plan, life.learner.journal(), life.as_of());
    let task = match study.own_tasks(day.no()).first() {
        Some(task) if n.is_multiple_of(3) => study.removed(task),
        Some(task) => Fact::toggled(&task.id, task.done.is_some()),
        None => study.added(day, &format!("Own {n}")).unwrap(),
    };
    let moved = study.notes().first().and_then(|(_, note)| study.moved(note.key, day));
    let read = study.read_toggled(&format!("https://example.org/{}", n % 5));
    let before = (life.schedule().slots, study.states(), study.notes().len());
    [task, read].into_iter().chain(moved).for_each(|fact| life.record(fact));
    let study = Study::new(life.learner.plan, life.learner.journal(), life.as_of());
    assert_eq!(*study.fold(), life.fold);
    assert_eq!((life.schedule().slots, study.states(), study.notes().len()), before);
}

/// Lives 300 days, each step held against what must be true.
fn live(start: Terms, evenings: &[Evening]) {
    let mut life = Life::new(start);
    let plan: &'static Plan = life.learner.plan;
    for (n, evening) in evenings.iter().enumerate() {
        let today = life.today();
        let goal = life.schedule().goal;
        let mut sets_goal = false;
        match evening {
            Evening::Miss => {}
            Evening::Do(count) => {
                for _ in 0..*count {
                    let Some(day) = life.open().next() else { break };
                    completing_todays_day_changes_nothing(&mut life, day);
                }
            }
            Evening::Begin => {
                let task = life.open().find(|day| day.required().count() > 1);
                if let Some(id) = task.and_then(|day| day.required().next()).map(|t| t.id().clone()) {
                    life.record(Fact::Done(vec![Mark::Item(id)]));
                }
            }
            Evening::Note => {
                let day = life.open().next().unwrap_or(plan.last_day()).id().clone();
                life.record(Fact::Note { day, text: "A thought.\n".into(), over: vec![] });
            }
            Evening::DoLater(index) => {
                let open: Vec<&'static Day> = life.open().collect();
                if !open.is_empty() {
                    life.complete(open[index.index(open.len())]);
                }
            }
            Evening::Reopen(index) => {
                let day = index.get(plan.days());
                let mut marks = vec![Mark::Day(day.id().clone())];
                marks.extend(day.tasks().iter().map(|task| Mark::Item(task.id().clone())));
                life.record(Fact::Open(marks));
            }
            Evening::Skip(index) => {
                let day = index.get(plan.days()).id().clone();
                life.record(Fact::Skip { days: vec![day], because: String::new() });
            }
            Evening::Away(from, long) => {
                let from = today + Days::new(*from);
                let pause = Break { from, until: from + Days::new(*long) };
                a_break_moves_the_finish_by_the_study_days_inside_it(&mut life, pause);
            }
            Evening::Own(index) => {
                what_is_the_learners_own_changes_no_date(&mut life, index.get(plan.days()), n);
            }
            Evening::Back => {
                let study = Study::new(plan, life.learner.journal(), life.as_of());
                let breaks = study.back_on(today);
                if !breaks.is_empty() {
                    the_preview_is_what_happens(&mut life, Fact::Away(breaks, String::new()).into());
                    assert!(life.schedule().dates.break_on(today).is_none());
                }
            }
            Evening::Terms(terms) => {
                sets_goal = terms.goal.is_some();
                the_preview_is_what_happens(&mut life, Fact::Terms(*terms).into());
            }
        }
        let schedule = life.schedule();
        assert!(sets_goal || schedule.goal == goal, "day {n}: only a goal fact changes the goal");
        to_spare_is_counted_from_the_finish_to_the_goal(&schedule);
        every_open_day_has_a_date_that_can_be_kept(plan, &life.fold, &schedule);
        let evening = schedule.clone();
        life.learner.sleep();
        let next = life.schedule();
        to_spare_is_counted_from_the_finish_to_the_goal(&next);
        an_unused_study_day_moves_the_finish_by_one(&life, &evening, &next);
    }
    undoing_everything_gives_the_state_of_nothing(&mut life);
}

/// 4. Undoing everything gives the state of nothing; redo of everything gives it back.
fn undoing_everything_gives_the_state_of_nothing(life: &mut Life) {
    let plan = life.learner.plan;
    let full = Study::new(plan, life.learner.journal(), life.as_of());
    assert_eq!(*full.fold(), life.fold);
    let nothing = Study::new(plan, Journal::default(), life.as_of());
    // An undo of each entry, the last first, and an undo of each of these, the last first.
    let facts: Vec<Key> = full.journal().live().map(|entry| entry.key).collect();
    let mut undos = Vec::new();
    for key in facts.iter().rev() {
        undos.push(Key::new(life.learner.lines.len() as u64 + 1, 7));
        life.learner.record(Fact::Undo(vec![*key]));
    }
    let empty = Study::new(plan, life.learner.journal(), life.as_of());
    assert!(empty.journal().undoable(&[]).is_none());
    assert_eq!(empty.fold(), nothing.fold());
    assert_eq!(empty.schedule(), nothing.schedule());
    let (redo, entry) = empty.journal().redoable(&[]).unwrap();
    assert_eq!((redo, entry.key), (vec![*undos.last().unwrap()], facts[0]));
    for key in undos.iter().rev() {
        life.learner.record(Fact::Undo(vec![*key]));
    }
    let again = Study::new(plan, life.learner.journal(), life.as_of());
    assert_eq!(again.fold(), full.fold());
    assert_eq!(again.schedule(), full.schedule());
}

/// What a learner starts with.
fn start(by: By) -> impl Strategy<Value = Terms> {
    (terms(), 0..10u64).prop_map(move |(terms, ahead)| {
        let start = Some(date("2026-11-23") + Days::new(ahead));
        Terms { start, by: Some(by), ..terms }
    })
}

fn evenings() -> impl Strategy<Value = Vec<Evening>> {
    prop::collection::vec(evening(), 300)
}

/// How many lives of each kind are lived.
fn lives() -> u32 {
    match std::env::var("NINETY_LIVES") {
        Ok(lives) => lives.parse().expect("NINETY_LIVES is a number"),
        Err(_) => 120,
    }
}

proptest! {
    #![proptest_config(Config { cases: lives(), ..Config::default() })]

    #[test]
    fn what_must_hold_holds_for_who_begins_day_by_day(start in start(By::Day), evenings in evenings()) {
        live(start, &evenings);
    }

    #[test]
    fn what_must_hold_holds_for_who_begins_week_by_week(start in start(By::Week), evenings in evenings()) {
        live(start, &evenings);
    }
}
