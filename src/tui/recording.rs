//! What becomes of a fact: the entry on the disk, what the screen says about it, and where it goes then.

use super::app::App;
use super::chord::Chord;
use super::keymap::{Action, Context, Row};
use super::screen::{Ctx, Effect, Screen, To, Tone, today};
use crate::describe;
use crate::journal::{Fact, Kind, Record, Terms};
use crate::plan::{Day, Week};
use crate::study::{DayState, Study};
use crate::text::{capitalised, counted, visible, width};
use crate::words;

impl App {
    /// Records and says so, or says why it could not be; tells whether it is on the disk.
    pub(super) fn record(&mut self, record: &Record) -> bool {
        let before = self.study().states();
        let recorded = self.session.record(record.clone(), self.env.now(), self.env.random());
        let own = recorded.as_ref().ok().copied();
        self.known.keys.extend(own);
        // Other rows may stand now where these were drawn.
        self.drawn.targets.clear();
        self.with_all(|screen, ctx| screen.changed(ctx, own.map(|_| record)));
        match recorded {
            Ok(_) => {
                if !matches!(record.facts.first(), Some(Fact::Recall { .. })) {
                    self.say(self.said(record, &before));
                }
                if let Some(caveat) = self.session.files().caveat() {
                    self.warn(format!("{caveat}."));
                }
                self.checked_in();
                self.week_over(record, &before);
                self.starts(record);
            }
            Err(error) => self.warn(format!("{error}.")),
        }
        self.found();
        own.is_some()
    }

    fn found(&mut self) {
        if let Some(first) = self.known.found(&self.session).first() {
            let said = self.message.take().map_or(String::new(), |(_, said)| format!(" {said}"));
            self.warn(format!("{first}{said}"));
        }
    }

    fn said(&self, record: &Record, before: &[DayState]) -> String {
        let study = self.study();
        let key = |action| self.keys.key(Context::Today, action);
        let said = all_checked(study, record).unwrap_or_else(|| describe::record(study, record));
        let is_new =
            |(day, was): &(&Day, &DayState)| **was != DayState::Complete && study.state(day) == DayState::Complete;
        let mut completed = study.plan().days().iter().zip(before).filter(is_new);
        if let (Some(Fact::Done(_)), Some((day, _))) = (record.facts.first(), completed.next()) {
            let undo = key(Action::Undo);
            // Where an extra task is still open, the cursor is on it.
            let leads_on = |row: &Row| self.top().label(study, self.day, row) == today::NEXT_DAY;
            let is_tick = self.keys.rows(Context::Today).any(|(row, _)| row.action == Action::Tick && leads_on(row));
            let next = key(if is_tick { Action::Tick } else { Action::Days(1) });
            return match study.current_day() {
                Some(_) => format!("Day {} is complete · {next} {} · {undo} undo", day.no(), today::NEXT_DAY),
                None => format!("The last day is complete, and with it the whole plan · {undo} undo"),
            };
        }
        match record.facts.first() {
            // There what was taken back is asked again.
            Some(Fact::Undo(_)) if self.top().context() == Context::WarmUp => said,
            Some(Fact::Undo(keys)) => {
                let undone = keys.first().and_then(|key| study.journal().get(*key));
                let is_redo = undone.is_some_and(|entry| entry.kind == Kind::Undo);
                let (key, verb) = if is_redo { (key(Action::Undo), "undo") } else { (key(Action::Redo), "redo") };
                format!("{said} · {key} {verb}")
            }
            Some(Fact::Terms(Terms { start: Some(start), .. })) => {
                let start = words::near(*start, study.today());
                format!("The plan starts on {start} · {} undo", key(Action::Undo))
            }
            Some(Fact::Terms(_) | Fact::Away(..)) => {
                format!("Re-planned.{} · {} undo", comes_to(study), key(Action::Undo))
            }
            _ => {
                // Which day it is stands beside it, and room is scarce.
                let back = describe::coming_back(study, record).map(|back| format!("Saved the note; {back}"));
                format!("{} · {} undo", back.unwrap_or(said), key(Action::Undo))
            }
        }
    }

    /// Opens the page of a week, once, when the last of its days was completed or skipped.
    fn week_over(&mut self, record: &Record, before: &[DayState]) {
        let study = self.session.study();
        let was_open = |day: &Day| matches!(before.get(day.no().index()), Some(DayState::Open | DayState::Begun));
        let is_over = |week: &&Week| study.over_on(week).is_some() && study.plan().days_in(week).iter().any(was_open);
        let week = study.plan().weeks().iter().rfind(is_over);
        let by_hand = matches!(record.facts.as_slice(), [Fact::Done(_) | Fact::Skip { .. }]);
        if let Some(week) = week.filter(|_| by_hand) {
            let key = self.keys.key(Context::Week, Action::Review);
            let said = reached(study, week, self.theme.glyphs().milestone_cell(DayState::Complete), &key);
            self.go(To::Questions(week.no()));
            self.say(said);
        }
    }

    /// Closes the welcome once nothing is missed any more: what it says is over.
    fn checked_in(&mut self) {
        if self.study().schedule().missed == 0 {
            self.over.retain(|screen| screen.context() != Context::WelcomeBack);
        }
    }

    fn starts(&mut self, record: &Record) {
        let is_start = matches!(record.facts.first(), Some(Fact::Terms(Terms { start: Some(_), .. })));
        if let Some(day) = self.study().day_at_hand().filter(|_| is_start) {
            self.go(To::Day(day.no(), None));
        }
    }

    pub(super) fn undo_or_redo(&mut self, effect: &Effect) {
        let study = self.session.study();
        let unseen = self.known.unseen(study);
        let (found, any, verb) = match effect {
            Effect::Redo => (study.redone(&unseen), study.redone(&[]), "redo"),
            _ => (study.undone(&unseen), study.undone(&[]), "undo"),
        };
        match (found, any) {
            (Some((fact, _)), _) => {
                self.record(&fact.into());
            }
            (None, Some((_, entry))) => {
                self.say(format!("The last entry came from elsewhere: {entry}; `ninety {verb}` does it."));
            }
            (None, None) => self.say(format!("There is nothing to {verb}.")),
        }
    }

    pub(super) fn look(&mut self) {
        let found = self.session.refresh(self.env.now());
        self.trouble(found.as_ref().err().map(|error| format!("{error}.")));
        if matches!(found, Ok(true)) {
            self.stale = true;
            self.found();
            self.with_all(|screen, ctx| screen.changed(ctx, None));
            self.checked_in();
        }
    }

    pub(super) fn with_all(&mut self, mut does: impl FnMut(&mut dyn Screen, &mut Ctx)) {
        let (mut ctx, base, over) = self.stage();
        for screen in std::iter::once(base).chain(over) {
            does(screen.as_mut(), &mut ctx);
        }
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.message = Some((Tone::Calm, text.into()));
    }

    /// Says what was pressed where it means nothing: in another layout even a known key sends another letter.
    pub(super) fn tell_unbound(&mut self, chord: Chord) {
        let context = self.top().context();
        let key = chord.to_string();
        // What follows the first part of an emoji, or a mark without its letter, has no picture of its own.
        if context.is_typed() || width(&key) == 0 {
            return;
        }
        let is_far = chord.typed().is_some_and(|c| !c.is_ascii());
        let layout = if is_far { "; keys are Latin letters" } else { "" };
        let help = self.keys.key(context, Action::Help);
        let help = if help.is_empty() { help } else { format!(" · {help} help") };
        self.say(format!("Nothing is bound to “{}” here{layout}{help}", visible(&key)));
    }

    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.message = Some((Tone::Trouble, text.into()));
    }

    /// Says once what keeps the files from being read, until it is over.
    fn trouble(&mut self, now: Option<String>) {
        let before = std::mem::replace(&mut self.known.trouble, now.clone());
        if before == now {
            return;
        }
        self.stale = true;
        match now {
            Some(sentence) => self.warn(sentence),
            None => drop(self.message.take_if(|(_, shown)| Some(&*shown) == before.as_ref())),
        }
    }
}

fn reached(study: &Study, week: &Week, glyph: &str, key: &str) -> String {
    let open = study.open_checks(week).count();
    let open = if open > 0 { format!(", {} open", counted(open, "check", "checks")) } else { String::new() };
    if let Some(milestone) = week.milestone.as_ref().filter(|milestone| study.reached(milestone).is_some()) {
        return format!("{glyph} Milestone: {}{open} · {key} review", milestone.title);
    }
    let named = capitalised(&words::week_named(week));
    let comma = if named.contains(',') { "," } else { "" };
    format!("{named}{comma} is over · {key} review")
}

fn all_checked(study: &Study, record: &Record) -> Option<String> {
    let Some(Fact::Done(marks)) = record.facts.first() else { return None };
    let (week, _) = study.plan().find_check(marks.first()?.as_str())?;
    let milestone = week.milestone.as_ref().filter(|_| study.open_checks(week).next().is_none())?;
    Some(format!("Every check of {} is ticked", milestone.title))
}

/// Returns the finish, and how far the goal is from it, as a sentence for what was just recorded.
fn comes_to(study: &Study) -> String {
    let schedule = study.schedule();
    let finish = schedule.finish().map(|finish| format!(" Finish {}", words::date(finish)));
    let spare = schedule.to_spare().map(|days| format!(", {}", words::to_spare(days)));
    finish.map_or(String::new(), |finish| format!("{finish}{}.", spare.unwrap_or_default()))
}
