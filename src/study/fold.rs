//! What the live entries add up to, one entry at a time: the only fold over the journal.
//!
//! Deliberately absent: dates of the plan's days (that is the schedule), and texts: of a note, a link or a review only the
//! key of its entry is kept, and the journal is asked for the words.

use super::calendar::Habits;
use super::progress::{DateProgress, DayProgress, DayState, Unknown, WeekProgress, insert};
use crate::journal::{Break, By, Entry, Journal, Key, Kind, Part, Terms, Weekdays};
use crate::plan::{Day, DayNo, Plan, WeekNo};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many days are kept at hand; a power of two.
const FOUND: usize = 256;

/// Holds what a journal says about a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    plan: &'static Plan,
    habits: Habits,
    days: Vec<DayProgress>,
    weeks: Vec<WeekProgress>,
    dates: Vec<(NaiveDate, DateProgress)>,
    terms: Terms,
    /// The study days and the order as they were set, each from a date on.
    paces: Vec<(NaiveDate, Weekdays, By)>,
    breaks: BTreeMap<NaiveDate, NaiveDate>,
    /// The dates on which anything was recorded, in order.
    recorded: Vec<NaiveDate>,
    unknown: Unknown,
    /// Days that were found, by a number made of their ids.
    found: [Option<&'static Day>; FOUND],
}

/// The entry that is being taken in.
struct Taking<'f> {
    fold: &'f mut Fold,
    key: Key,
    /// The date that it counts for.
    date: NaiveDate,
    over: Vec<Key>,
    because: String,
}

impl Fold {
    /// Returns what the journal says, all of its live entries taken in.
    pub fn of(plan: &'static Plan, journal: &Journal, habits: Habits) -> Self {
        let days = plan.days().iter().map(|day| DayProgress {
            ticks: vec![false; day.tasks().len()],
            left: day.required().count(),
            ..DayProgress::default()
        });
        let checks =
            |week: &crate::plan::Week| week.milestone.as_ref().map_or(0, |m| m.accept.len());
        let weeks = plan.weeks().iter().map(|week| WeekProgress {
            checked: vec![None; checks(week)],
            ..WeekProgress::default()
        });
        let mut fold = Self {
            plan,
            habits,
            days: days.collect(),
            weeks: weeks.collect(),
            dates: Vec::new(),
            terms: Terms::default(),
            paces: Vec::new(),
            breaks: BTreeMap::new(),
            recorded: Vec::new(),
            unknown: Unknown::default(),
            found: [None; FOUND],
        };
        journal.live().for_each(|entry| fold.take(&entry));
        fold
    }

    /// Takes in the next live entry. An undo says nothing here: what it took back is no longer live.
    pub fn take(&mut self, entry: &Entry) {
        if entry.kind != Kind::Fact {
            return;
        }
        let mut taking = Taking {
            fold: self,
            key: entry.key,
            date: NaiveDate::MIN,
            over: Vec::new(),
            because: String::new(),
        };
        entry.parts(|part| taking.part(&part));
    }

    /// Returns what was done about a day.
    pub fn day(&self, no: DayNo) -> &DayProgress {
        static NOTHING: DayProgress = DayProgress {
            ticks: Vec::new(),
            left: 1,
            skipped: None,
            is_extra: false,
            completed: None,
            ticked: None,
            touched: Vec::new(),
            notes: Vec::new(),
            logged: Vec::new(),
        };
        self.days.get(no.index()).unwrap_or(&NOTHING)
    }

    /// Returns what is kept for a week and its milestone.
    pub fn week(&self, no: WeekNo) -> &WeekProgress {
        static NOTHING: WeekProgress =
            WeekProgress { checked: Vec::new(), links: Vec::new(), reviews: Vec::new() };
        self.weeks.get(no.index()).unwrap_or(&NOTHING)
    }

    /// Returns how far a day has come. A day is never both complete and skipped.
    pub fn state(&self, day: &Day) -> DayState {
        let progress = self.day(day.no());
        if progress.skipped.is_some() {
            DayState::Skipped
        } else if progress.left == 0 {
            DayState::Complete
        } else if progress.ticks.contains(&true) {
            DayState::Begun
        } else {
            DayState::Open
        }
    }

    /// Tells whether a day is neither complete nor skipped.
    pub fn remains(&self, day: &Day) -> bool {
        let progress = self.day(day.no());
        progress.left > 0 && progress.skipped.is_none()
    }

    /// Returns how many of the tasks that count are done, and how many there are.
    pub fn count(&self, day: &Day) -> (usize, usize) {
        let all = day.required().count();
        (all.saturating_sub(self.day(day.no()).left), all)
    }

    /// Returns what the learner set about the schedule.
    pub fn terms(&self) -> Terms {
        self.terms
    }

    /// Returns the study days and the order as they were set, each from a date on, the oldest first.
    pub fn paces(&self) -> &[(NaiveDate, Weekdays, By)] {
        &self.paces
    }

    /// Returns the breaks as they stand, in the order of their first dates; they may overlap.
    pub fn breaks(&self) -> impl Iterator<Item = Break> {
        let breaks = self.breaks.iter().map(|(from, until)| Break { from: *from, until: *until });
        breaks.filter(|pause| pause.from <= pause.until)
    }

    /// Returns what was recorded for each date that has something, in order.
    pub fn dates(&self) -> &[(NaiveDate, DateProgress)] {
        &self.dates
    }

    /// Returns the dates on which anything was recorded, in order, whatever date it counts for.
    pub fn recorded(&self) -> &[NaiveDate] {
        &self.recorded
    }

    /// Returns what was recorded about what the plan does not have.
    pub fn unknown(&self) -> &Unknown {
        &self.unknown
    }
}

impl Taking<'_> {
    fn part(&mut self, part: &Part) {
        match *part {
            Part::At(local) => {
                self.date = self.fold.habits.study_date_of(local);
                insert(&mut self.fold.recorded, self.date);
            }
            Part::On(date) => self.date = date,
            Part::Because(text) => self.because = text.plain().into_owned(),
            // Of entries that name each other only the later takes the place of the earlier.
            Part::Over(key) => self.over.extend((key < self.key).then_some(key)),
            Part::Terms(terms) => {
                self.fold.terms = self.fold.terms.with(terms);
                if terms.days.is_some() || terms.by.is_some() {
                    let days = self.fold.terms.days.unwrap_or(Weekdays::SUGGESTED);
                    let by = self.fold.terms.by.unwrap_or(By::Day);
                    self.fold.paces.push((self.date, days, by));
                }
            }
            Part::Away(Break { from, until }) => drop(self.fold.breaks.insert(from, until)),
            Part::Done(id) => self.done(&id.plain()),
            Part::Open(id) => self.open(&id.plain()),
            Part::Skip(id) => {
                let (why, date) = (self.because.clone(), self.date);
                self.on_date(|date| date.has_skip = true);
                let day = self.day_mut(&id.plain());
                // A complete day has nothing to leave out; and a new reason does not make it skipped anew.
                if day.completed.is_none() {
                    let since = day.skipped.take().map_or(date, |(_, since)| since);
                    day.skipped = Some((why, since));
                }
            }
            Part::Note(id, text) => {
                let (key, date, over) = (self.key, self.date, std::mem::take(&mut self.over));
                // To take a note away is no study.
                if !text.is_blank() {
                    self.on_date(|date| date.is_studied = true);
                }
                let day = self.day_mut(&id.plain());
                if !over.is_empty() {
                    day.notes.retain(|key| !over.contains(key));
                }
                if !text.is_blank() {
                    day.notes.push(key);
                    day.touch(date);
                }
                self.over = over;
            }
            Part::Minutes(id, minutes) => {
                let (key, date, over) = (self.key, self.date, std::mem::take(&mut self.over));
                if minutes > 0 {
                    self.on_date(|date| date.is_studied = true);
                }
                let day = self.day_mut(&id.plain());
                if !over.is_empty() {
                    day.logged.retain(|(key, ..)| !over.contains(key));
                }
                if minutes > 0 {
                    day.logged.push((key, date, minutes));
                    day.touch(date);
                }
                self.over = over;
            }
            Part::Link(id, url) => {
                let (key, over) = (self.key, std::mem::take(&mut self.over));
                if !url.is_blank() {
                    self.on_date(|date| date.is_studied = true);
                }
                let week = self.week_mut(&id.plain());
                if !over.is_empty() {
                    week.links.retain(|key| !over.contains(key));
                }
                week.links.extend((!url.is_blank()).then_some(key));
                self.over = over;
            }
            Part::Review(id, _) => {
                let (key, over) = (self.key, std::mem::take(&mut self.over));
                self.on_date(|date| date.is_studied = true);
                let week = self.week_mut(&id.plain());
                if !over.is_empty() {
                    week.reviews.retain(|key| !over.contains(key));
                }
                week.reviews.push(key);
                self.over = over;
            }
            Part::Undo(_) | Part::Unknown(_) => {}
        }
    }

    /// Changes what was recorded for the date of the entry.
    fn on_date(&mut self, change: fn(&mut DateProgress)) {
        let dates = &mut self.fold.dates;
        if dates.last().is_none_or(|(last, _)| *last < self.date) {
            dates.push((self.date, DateProgress::default()));
        }
        let at = match dates.last() {
            Some((last, _)) if *last == self.date => Ok(dates.len() - 1),
            Some(_) | None => dates.binary_search_by_key(&self.date, |(date, _)| *date),
        };
        let at = at.unwrap_or_else(|at| {
            dates.insert(at, (self.date, DateProgress::default()));
            at
        });
        if let Some((_, date)) = dates.get_mut(at) {
            change(date);
        }
    }

    /// Finds a day, among those that were found before at first: an evening's entries are about few days.
    fn find_day(&mut self, id: &str) -> Option<&'static Day> {
        let mixed = id.bytes().fold(0_usize, |mixed, b| (mixed ^ usize::from(b)).wrapping_mul(31));
        let known = self.fold.found.get_mut(mixed % FOUND)?;
        if let Some(day) = known.filter(|day| day.id().as_str() == id) {
            return Some(day);
        }
        let day = self.fold.plan.find_day(id)?;
        *known = Some(day);
        Some(day)
    }

    fn day_mut(&mut self, id: &str) -> &mut DayProgress {
        let day = self.find_day(id);
        let fold = &mut *self.fold;
        match day.and_then(|day| fold.days.get_mut(day.no().index())) {
            Some(day) => day,
            None => fold.unknown.days.entry(id.to_owned()).or_default(),
        }
    }

    fn week_mut(&mut self, id: &str) -> &mut WeekProgress {
        let fold = &mut *self.fold;
        match fold.plan.find_day(id).and_then(|day| fold.weeks.get_mut(day.week().index())) {
            Some(week) => week,
            None => fold.unknown.weeks.entry(id.to_owned()).or_default(),
        }
    }

    /// Ticks a task, a check, or every task of a day that counts.
    fn done(&mut self, id: &str) {
        self.on_date(|date| date.is_studied = true);
        let (plan, date) = (self.fold.plan, self.date);
        let Some((day_id, _)) = id.split_once('/') else {
            return match plan.find_day(id) {
                Some(day) => {
                    let counts = |(_, task): &(usize, &crate::plan::Task)| day.counts(task);
                    let tasks = day.tasks().iter().enumerate().filter(counts);
                    tasks.for_each(|(place, _)| self.tick(day, place));
                }
                None => drop(self.fold.unknown.done.insert(id.to_owned())),
            };
        };
        if let Some(day) = self.find_day(day_id)
            && let Some(place) = day.tasks().iter().position(|task| task.id().as_str() == id)
        {
            return self.tick(day, place);
        }
        match self.check_mut(id) {
            Some(check) => *check = check.or(Some(date)),
            None => drop(self.fold.unknown.done.insert(id.to_owned())),
        }
    }

    /// Unticks a task or a check, or brings a skipped day back.
    fn open(&mut self, id: &str) {
        let Some((day_id, _)) = id.split_once('/') else {
            self.day_mut(id).skipped = None;
            self.fold.unknown.done.remove(id);
            return;
        };
        if let Some(day) = self.find_day(day_id)
            && let Some(place) = day.tasks().iter().position(|task| task.id().as_str() == id)
        {
            return self.untick(day, place);
        }
        match self.check_mut(id) {
            Some(check) => *check = None,
            None => drop(self.fold.unknown.done.remove(id)),
        }
    }

    fn check_mut(&mut self, id: &str) -> Option<&mut Option<NaiveDate>> {
        let (week, check) = self.fold.plan.find_check(id)?;
        let milestone = week.milestone.as_ref()?;
        let place = milestone.accept.iter().position(|other| other.id() == check.id())?;
        self.fold.weeks.get_mut(week.no().index())?.checked.get_mut(place)
    }

    fn tick(&mut self, day: &Day, place: usize) {
        let Some(progress) = self.fold.days.get_mut(day.no().index()) else { return };
        progress.ticked = Some((self.key, self.date));
        progress.touch(self.date);
        let Some(tick) = progress.ticks.get_mut(place).filter(|tick| !**tick) else { return };
        *tick = true;
        if day.tasks().get(place).is_some_and(|task| day.counts(task)) {
            progress.left = progress.left.saturating_sub(1);
            if progress.left == 0 {
                // A skipped day whose tasks all get done is complete.
                progress.completed = Some(self.date);
                progress.is_extra = progress.skipped.take().is_some();
            }
        }
    }

    fn untick(&mut self, day: &Day, place: usize) {
        let Some(progress) = self.fold.days.get_mut(day.no().index()) else { return };
        let Some(tick) = progress.ticks.get_mut(place).filter(|tick| **tick) else { return };
        *tick = false;
        if day.tasks().get(place).is_some_and(|task| day.counts(task)) {
            progress.left += 1;
            progress.completed = None;
        }
    }
}
