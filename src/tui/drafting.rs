//! What is being typed, kept on the disk until it is saved; drafts that were found; and the learner's own editor.

use super::app::App;
use super::screen::Ask;
use super::screen::ask::Question;
use super::screen::draft::Offer;
use super::screen::editor::{Editor, UNCHANGED};
use super::screen::review::Review;
use super::terminal::Terminal;
use crate::editor;
use crate::error::Error;
use crate::journal::Record;
use crate::journal::drafts::{self, Draft, DraftFile, Of, Words};
use crate::journal::finding::shown;
use crate::plan::DayNo;
use crate::words;
use std::io;

/// What is said as long as a draft has no place on the disk.
const UNKEPT: &str = "The draft cannot be kept on the disk: save what is written.";

impl App {
    fn typed(&self) -> Option<(u64, Draft)> {
        self.over.iter().rev().find_map(|screen| screen.draft(self.study()))
    }

    /// Returns what is said at the end of what was typed and is not saved. What has no draft is put aside elsewhere.
    pub(super) fn unsaved(&self) -> Option<String> {
        let (edits, draft) = self.typed()?;
        let name = self.named(&draft);
        match &self.draft {
            Some((_, kept)) if *kept == edits => {
                Some(format!("{name}, is not saved; ninety offers it at the next start."))
            }
            None if edits == 0 => None,
            _ => Some(match editor::put_aside(&name, &draft.words.whole()) {
                Ok(path) => format!("{name}, is not saved; it is kept in {}.", shown(&path)),
                Err(_) => format!("{name}, is not saved, and it could not be kept on the disk."),
            }),
        }
    }

    fn named(&self, draft: &Draft) -> String {
        let what = noun(&draft.of);
        let plan = self.study().plan();
        match (plan.find_day(draft.of.day().as_str()), &draft.of) {
            (Some(day), Of::Review(_) | Of::Link(_)) => {
                format!("The {what} of {}", words::week_named(plan.week_of(day.no())))
            }
            (Some(day), Of::Note(_) | Of::Add(_) | Of::Skip(_)) => format!("The {what} on {}", words::named(day)),
            (None, _) => format!("A {what}"),
        }
    }

    /// Writes what was typed since the last look to its own draft's file.
    pub(super) fn keep_draft(&mut self) {
        let Some((edits, draft)) = self.typed() else { return };
        self.draft = self.draft.take().filter(|(file, _)| *file.of() == draft.of);
        if self.draft.as_ref().map_or(0, |(_, edits)| *edits) == edits {
            return;
        }
        if self.draft.is_none() {
            let dir = self.session.files().drafts();
            let file = DraftFile::create(&dir, self.study().plan().id(), draft.of.clone(), self.env.random());
            self.draft = file.ok().map(|file| (file, 0));
        }
        let saved = self.draft.as_mut().is_some_and(|(file, saved)| {
            let written = file.save(&draft.over, &draft.words);
            written.map(|()| *saved = edits).is_ok()
        });
        let is_said = self.message.as_ref().is_some_and(|(_, said)| said == UNKEPT);
        if saved == is_said {
            self.stale = true;
            if saved { self.message = None } else { self.warn(UNKEPT) }
        }
    }

    pub(super) fn forget_draft(&mut self, of: Option<&Of>) {
        if let Some((file, _)) = self.draft.take_if(|(file, _)| Some(file.of()) == of) {
            let day = self.study().plan().find_day(file.of().day().as_str());
            let over = day.map(|day| self.study().day(day.no()).notes.clone()).unwrap_or_default();
            drop(file.settle(&over));
        }
    }

    pub(super) fn find_drafts(&mut self) {
        let plan = self.study().plan();
        let abandoned = drafts::abandoned(&self.session.files().drafts(), plan.id(), self.env.now());
        for (file, draft) in abandoned.drafts {
            // One that was recorded is left by a kill; one for a day that this plan does not have waits for its plan.
            if self.study().is_recorded(&draft) {
                drop(file.remove());
            } else if plan.find_day(draft.of.day().as_str()).is_some() {
                self.found_drafts.push((file, draft));
            }
        }
        let unreadable = "this draft cannot be read: it is no file, too large or not UTF-8";
        let unreadable = abandoned.unreadable.first().map(|path| (path, unreadable));
        let orphan = abandoned.orphans.first().map(|path| (path, "your editor saved this when its draft was gone"));
        if let Some((path, why)) = unreadable.or(orphan) {
            self.warn(format!("{}: {why}; look into it, then mend or delete it.", shown(path)));
        }
        self.offer_draft();
    }

    fn offer_draft(&mut self) {
        if let Some((_, draft)) = self.found_drafts.first() {
            let title = self.named(draft).replacen("The ", "", 1);
            self.over.push(Box::new(Offer::of(noun(&draft.of), title, draft.words.clone())));
        }
    }

    /// Goes on writing the draft that is offered. What was added since it was begun is not its to replace.
    pub(super) fn resume_draft(&mut self) {
        if self.found_drafts.is_empty() {
            return;
        }
        let (file, draft) = self.found_drafts.remove(0);
        self.over.pop();
        let study = self.session.study();
        let Some(day) = study.plan().find_day(draft.of.day().as_str()) else { return };
        self.day = day.no();
        self.draft = Some((file, 0));
        let asked = match draft.of {
            Of::Note(_) | Of::Review(_) => None,
            Of::Add(_) => Some(Ask::OwnTask(day.no())),
            Of::Link(_) => Some(Ask::Link(day.week())),
            Of::Skip(_) => Some(Ask::Skip(vec![day.no()])),
        };
        let text = draft.words.whole();
        self.over.push(match (asked, &draft.words) {
            (Some(asked), _) => Box::new(Question::resumed(asked, &text)),
            (None, Words::Text(text)) => Box::new(Editor::resumed(study, day.no(), draft.over, text)),
            (None, Words::Answers(texts)) => Box::new(Review::resumed(study, day.week(), draft.over, texts)),
        });
    }

    pub(super) fn discard_draft(&mut self) {
        self.over.pop();
        if !self.found_drafts.is_empty() {
            drop(self.found_drafts.remove(0).0.remove());
        }
        self.say("The draft is discarded.");
        self.offer_draft();
    }

    /// Lets the learner's editor have a day's note. Until it is saved, its file is a draft like any other.
    pub(super) fn edit(&mut self, no: DayNo, terminal: &mut impl Terminal) -> io::Result<()> {
        let study = self.session.study();
        let (day, before, over) = (study.plan().day(no), study.note(no), study.day(no).notes.clone());
        let mut file = match self.session.lend(no, self.env.now(), self.env.random()) {
            Ok(file) => file,
            Err(error) => {
                self.failed(&editor::no_file(error));
                return Ok(());
            }
        };
        let env = self.env.clone();
        let edited = terminal.aside(|| editor::edit(&env, &file.beside(), &before))?;
        self.look();
        let unsaved = match edited {
            Ok(edited)
                if let Some(text) = edited.text.clone()
                    && let Some(fact) = self.session.study().noted(day, &text, &over, &before) =>
            {
                file.take_in(&text);
                if self.record(&Record::from(fact)) {
                    let left = if edited.came_back_at_once() {
                        file.settle(&self.study().day(no).notes)
                    } else {
                        file.remove()
                    };
                    drop(left);
                    return Ok(());
                }
                Some(text)
            }
            Ok(edited) => {
                self.say(if edited.came_back_at_once() { editor::AT_ONCE } else { UNCHANGED });
                None
            }
            Err((error, text)) => {
                self.failed(&error);
                text
            }
        };
        // What could not be saved goes on here, with the same draft behind it.
        if let Some(text) = unsaved {
            file.take_in(&text);
            self.over.push(Box::new(Editor::resumed(self.session.study(), no, over, &text)));
            self.draft = Some((file, 0));
        }
        Ok(())
    }

    fn failed(&mut self, error: &Error) {
        self.warn(error.to_string().trim_start_matches("ninety: ").to_owned());
    }
}

fn noun(of: &Of) -> &'static str {
    match of {
        Of::Note(_) => "note",
        Of::Review(_) => "review",
        Of::Add(_) => "task",
        Of::Link(_) => "link",
        Of::Skip(_) => "reason",
    }
}
