//! How a fold takes in the next live entry, part by part.

use super::Fold;
use super::ladder::Asked;
use super::progress::{DateProgress, DayProgress, Own, WeekProgress, insert};
use super::written::written;
use crate::journal::{Break, By, Entry, Key, Kind, Part, Said, Weekdays};
use crate::plan::{Day, DayId, ItemId};
use chrono::NaiveDate;

/// Spreads the bits of what it is multiplied with, the highest most.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

struct Taking<'f> {
    fold: &'f mut Fold,
    key: Key,
    date: NaiveDate,
    over: Vec<Key>,
    because: String,
    /// Whether the entry sets the schedule too: the days that it leaves out were known before.
    has_terms: bool,
}

impl Fold {
    /// Takes in the next live entry. An undo says nothing here: what it took back is no longer live.
    pub fn take(&mut self, entry: &Entry) {
        if entry.kind != Kind::Fact {
            return;
        }
        let (key, date) = (entry.key, NaiveDate::MIN);
        let mut taking = Taking { fold: self, key, date, over: Vec::new(), because: String::new(), has_terms: false };
        entry.parts(|part| taking.part(&part));
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
                self.has_terms = true;
                self.fold.terms = self.fold.terms.with(terms);
                if terms.days.is_some() || terms.by.is_some() {
                    let days = self.fold.terms.days.unwrap_or(Weekdays::SUGGESTED);
                    let by = self.fold.terms.by.unwrap_or(By::Day);
                    self.fold.paces.push((self.date, days, by));
                }
            }
            Part::Away(Break { from, until }) => drop(self.fold.breaks.insert(from, until)),
            Part::Done(id) => self.done(&id.plain()),
            Part::Open(id) => self.fold.open(&id.plain()),
            Part::Skip(id) => {
                if !self.has_terms {
                    self.fold.on_date(self.date, |date| date.has_skip = true);
                }
                let day = self.fold.day_mut(&id.plain());
                // A complete day has nothing to leave out; and a new reason does not make it skipped anew.
                if day.completed.is_none() {
                    let since = day.skipped.take().map_or(self.date, |(_, since)| since);
                    day.skipped = Some((self.because.clone(), since));
                }
            }
            Part::Note(id, text) => {
                let id = id.plain();
                let elsewhere: Vec<(Key, String)> =
                    self.over.iter().filter_map(|key| Some((*key, self.fold.unwrite(*key, &id)?))).collect();
                let is_moved = !elsewhere.is_empty();
                if text.is_blank() {
                    return;
                }
                // To take a note away is no study, and neither is to bring it to another day.
                self.studied(!is_moved);
                if text.may_ask() {
                    self.take_questions(&id, &text.plain(), &elsewhere);
                }
                let fold = &mut *self.fold;
                let found = fold.find_day(&id).map(Day::no);
                fold.written.push((self.key, found.ok_or_else(|| id.to_string())));
                let day = match found.and_then(|no| fold.days.get_mut(no.index())) {
                    Some(day) => day,
                    None => fold.unknown.days.entry(id.into_owned()).or_default(),
                };
                day.notes.push(self.key);
                if !is_moved {
                    day.touch(self.date);
                }
            }
            Part::Add(id, text) => self.add(&id.plain(), &text.plain()),
            Part::Minutes(id, minutes) => {
                self.studied(minutes > 0);
                let day = self.fold.day_mut(&id.plain());
                if !self.over.is_empty() {
                    day.logged.retain(|(key, ..)| !self.over.contains(key));
                }
                if minutes > 0 {
                    day.logged.push((self.key, self.date, minutes));
                    day.touch(self.date);
                }
            }
            Part::Link(id, url) => {
                let links = &mut self.fold.week_mut(&id.plain()).links;
                links.retain(|key| !self.over.contains(key));
                links.extend((!url.is_blank()).then_some(self.key));
            }
            Part::Read(url) => {
                self.studied(!url.is_blank());
                for key in &self.over {
                    self.fold.read.remove(key);
                }
                if !url.is_blank() {
                    self.fold.read.insert(self.key, url.plain().into_owned());
                }
            }
            Part::Review(id, _) => {
                self.studied(true);
                let reviews = &mut self.fold.week_mut(&id.plain()).reviews;
                reviews.retain(|key| !self.over.contains(key));
                reviews.push(self.key);
            }
            Part::Recall(id, said) => self.answered(&id.plain(), said),
            Part::Undo(_) | Part::Unknown(_) => {}
        }
    }

    fn studied(&mut self, is_so: bool) {
        if is_so {
            self.fold.on_date(self.date, |date| date.is_studied = true);
        }
    }

    /// Takes in the questions of a note. What is known of them stays in a note that is written anew or moved.
    fn take_questions(&mut self, day: &str, text: &str, elsewhere: &[(Key, String)]) {
        let fold = &mut *self.fold;
        let mut questions = written(text, self.date);
        for one in &mut questions {
            let before = self.over.iter().flat_map(|key| fold.written_questions(*key));
            let since = before.filter(|before| before.slug == one.slug).map(|before| before.since).min();
            one.since = since.map_or(one.since, |since| since.min(one.since));
            let id = |day: &str| DayId::new(day.to_owned()).own_question(&one.slug).as_str().to_owned();
            let is_in = |key: &Key| fold.written_questions(*key).iter().any(|before| before.slug == one.slug);
            let mut homes = elsewhere.iter().filter(|(key, _)| is_in(key));
            if let Some(asked) = homes.find_map(|(_, home)| fold.asked.get(&id(home)).copied()) {
                fold.asked.entry(id(day)).or_insert(asked);
            }
        }
        fold.questions.insert(self.key, questions);
    }

    fn answered(&mut self, id: &str, said: Said) {
        self.studied(true);
        let (fold, date) = (&mut *self.fold, self.date);
        fold.recalled.asked += 1;
        fold.recalled.last = fold.recalled.last.max(Some(date));
        fold.recalled.right += usize::from(said == Said::Right);
        let found = fold.plan.find_question(id);
        let of_plan = found.and_then(|(day, place)| Some((fold.days.get_mut(day.no().index())?, place)));
        let Some((day, place)) = of_plan else {
            return fold.asked.entry(id.to_owned()).or_default().take(said, date);
        };
        if day.asked.len() <= place {
            day.asked.resize(place + 1, Asked::default());
        }
        if let Some(asked) = day.asked.get_mut(place) {
            asked.take(said, date);
        }
    }

    /// Gives a day a task of the learner's own. One that is worded otherwise keeps its place, and stays done.
    fn add(&mut self, id: &str, text: &str) {
        let name = DayId::new(id.to_owned()).own_task(text);
        let own = &mut self.fold.day_mut(id).own;
        for own in own.iter_mut() {
            own.keys.retain(|key| !self.over.contains(key));
        }
        if !text.trim().is_empty() {
            let is_same = |own: &Own| !own.keys.is_empty() && own.ids.last() == Some(&name);
            let same = own.iter().position(is_same);
            let place = same.or_else(|| own.iter().position(|own| own.keys.is_empty()));
            match place.and_then(|place| own.get_mut(place)) {
                Some(own) => {
                    own.keys.push(self.key);
                    own.ids.push(name);
                }
                None => own.push(Own { keys: vec![self.key], ids: vec![name], done: None }),
            }
        }
        own.retain(|own| !own.keys.is_empty());
    }

    fn done(&mut self, id: &str) {
        self.studied(true);
        let (plan, date) = (self.fold.plan, self.date);
        let Some((day_id, _)) = id.split_once('/') else {
            return match plan.find_day(id) {
                Some(day) => {
                    let counts = |(_, task): &(usize, &crate::plan::Task)| day.counts(task);
                    day.tasks().iter().enumerate().filter(counts).for_each(|(place, _)| self.tick(day, place));
                }
                None => drop(self.fold.unknown.done.insert(id.to_owned())),
            };
        };
        if let Some(day) = self.fold.find_day(day_id) {
            if let Some(place) = day.tasks().iter().position(|task| task.id().as_str() == id) {
                return self.tick(day, place);
            }
            if ItemId::is_own_task(id)
                && let Some(progress) = self.fold.days.get_mut(day.no().index())
                && progress.own_mut(id).is_some()
            {
                progress.ticked = Some((self.key, date));
            }
        }
        match self.fold.item_mut(id) {
            Some(item) => *item = item.or(Some(date)),
            None => drop(self.fold.unknown.done.insert(id.to_owned())),
        }
    }

    fn tick(&mut self, day: &Day, place: usize) {
        let Some(progress) = self.fold.days.get_mut(day.no().index()) else { return };
        progress.ticked = Some((self.key, self.date));
        progress.touch(self.date);
        progress.set(day, place, Some(self.date));
    }
}

impl Fold {
    fn on_date(&mut self, on: NaiveDate, change: fn(&mut DateProgress)) {
        let dates = &mut self.dates;
        let at = match dates.last() {
            Some((last, _)) if *last == on => dates.len() - 1,
            Some(_) | None => dates.binary_search_by_key(&on, |(date, _)| *date).unwrap_or_else(|at| {
                dates.insert(at, (on, DateProgress::default()));
                at
            }),
        };
        if let Some((_, date)) = dates.get_mut(at) {
            change(date);
        }
    }

    /// Finds a day, among those that were found before at first: an evening's entries are about few days.
    fn find_day(&mut self, id: &str) -> Option<&'static Day> {
        // Eight letters at a time: most lines of a journal ask for a day.
        let (eights, rest) = id.as_bytes().as_chunks::<8>();
        let eights = eights.iter().fold(0, |mixed: u64, eight| (mixed ^ u64::from_le_bytes(*eight)).wrapping_mul(MIX));
        let mixed = rest.iter().fold(eights, |mixed, byte| (mixed ^ u64::from(*byte)).wrapping_mul(MIX));
        let known = self.found.get_mut(usize::from(mixed.to_be_bytes()[0]))?;
        if let Some(day) = known.filter(|day| day.id().as_str() == id) {
            return Some(day);
        }
        let day = self.plan.find_day(id)?;
        *known = Some(day);
        Some(day)
    }

    fn day_mut(&mut self, id: &str) -> &mut DayProgress {
        let day = self.find_day(id);
        match day.and_then(|day| self.days.get_mut(day.no().index())) {
            Some(day) => day,
            None => self.unknown.days.entry(id.to_owned()).or_default(),
        }
    }

    fn week_mut(&mut self, id: &str) -> &mut WeekProgress {
        match self.plan.find_day(id).and_then(|day| self.weeks.get_mut(day.week().index())) {
            Some(week) => week,
            None => self.unknown.weeks.entry(id.to_owned()).or_default(),
        }
    }

    /// Takes a paragraph away from whichever day it was written for; returns that day's id if it is another than this.
    fn unwrite(&mut self, key: Key, id: &str) -> Option<String> {
        let place = self.written.binary_search_by_key(&key, |(key, _)| *key).ok();
        let (home, day) = match &self.written.get(place?)?.1 {
            Ok(day) => (self.plan.day(*day).id().as_str(), self.days.get_mut(day.index())),
            Err(home) => (home.as_str(), self.unknown.days.get_mut(home)),
        };
        if let Some(day) = day {
            day.notes.retain(|note| *note != key);
        }
        (home != id).then(|| home.to_owned())
    }

    fn open(&mut self, id: &str) {
        let Some((day_id, _)) = id.split_once('/') else {
            self.day_mut(id).skipped = None;
            self.unknown.done.remove(id);
            return;
        };
        if let Some(day) = self.find_day(day_id)
            && let Some(place) = day.tasks().iter().position(|task| task.id().as_str() == id)
        {
            return self.days.get_mut(day.no().index()).into_iter().for_each(|progress| progress.set(day, place, None));
        }
        match self.item_mut(id) {
            Some(item) => *item = None,
            None => drop(self.unknown.done.remove(id)),
        }
    }

    fn item_mut(&mut self, id: &str) -> Option<&mut Option<NaiveDate>> {
        if ItemId::is_own_task(id) {
            let day = self.find_day(id.split_once('/')?.0)?;
            return Some(&mut self.days.get_mut(day.no().index())?.own_mut(id)?.done);
        }
        let (week, check) = self.plan.find_check(id)?;
        let place = week.checks().iter().position(|other| other.id() == check.id())?;
        self.weeks.get_mut(week.no().index())?.checked.get_mut(place)
    }
}
