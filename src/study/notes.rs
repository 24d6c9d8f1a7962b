//! The learner's notes: the words of the entries that stand, and the fact that a changed note becomes.

use super::Study;
use super::weeks::Review;
use crate::journal::drafts::{Draft, Of, Words};
use crate::journal::{Answer, Entry, Fact, Key, Part};
use crate::plan::{Day, DayNo};
use chrono::{DateTime, FixedOffset};

/// Holds one paragraph of a day's note.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    pub key: Key,
    pub at: DateTime<FixedOffset>,
    /// What it says; never blank.
    pub text: String,
}

/// Returns what an entry says as a note.
pub(crate) fn words(entry: &Entry) -> String {
    let text = entry.find(|part| if let Part::Note(_, words) = part { Some(words.plain().into_owned()) } else { None });
    text.unwrap_or_default()
}

/// Returns the entry whose place an entry takes.
fn replaced(entry: &Entry) -> Option<Key> {
    let over = entry.find(|part| if let Part::Over(key) = part { Some(key) } else { None });
    over.filter(|key| *key < entry.key)
}

impl Study {
    /// Returns the fact that the minutes spent on a day are so many in all, or none where they are.
    pub fn minutes_set(&self, day: &Day, minutes: u32) -> Option<Fact> {
        let progress = self.day(day.no());
        let over = progress.logged.iter().map(|(key, ..)| *key).collect();
        let fact = Fact::Minutes { day: day.id().clone(), minutes, over };
        (progress.minutes() != minutes).then_some(fact)
    }

    /// Returns the paragraphs of a day's note, in order.
    pub fn paragraphs(&self, no: DayNo) -> impl DoubleEndedIterator<Item = Paragraph> {
        self.day(no).notes.iter().filter_map(|key| self.journal.get(*key)).map(|entry| self.paragraph(&entry))
    }

    /// Returns an entry as a paragraph. One that was only brought from another day is as old as it was there.
    pub(super) fn paragraph(&self, entry: &Entry) -> Paragraph {
        let (text, mut at, mut over) = (words(entry), entry.at(), replaced(entry));
        while let Some(before) = over.and_then(|key| self.journal.get(key)).filter(|before| words(before) == text) {
            (at, over) = (before.at(), replaced(&before));
        }
        Paragraph { key: entry.key, at, text }
    }

    /// Returns a day's note: its paragraphs with a blank line between them.
    pub fn note(&self, no: DayNo) -> String {
        let text = |paragraph: Paragraph| paragraph.text.trim_end_matches('\n').to_owned();
        self.paragraphs(no).map(text).collect::<Vec<_>>().join("\n\n")
    }

    /// Returns the lines written last on a day, without questions and with this between them, where there are some.
    pub fn last_said(&self, day: &Day, between: &str) -> Option<String> {
        self.paragraphs(day.no()).rev().map(|note| super::said(&note.text, between)).find(|said| !said.is_empty())
    }

    /// Returns every paragraph of every note with its day, newest first.
    pub fn notes(&self) -> Vec<(&'static Day, Paragraph)> {
        let of = |day: &'static Day| self.day(day.no()).notes.iter().map(move |key| (day, *key));
        let keys = self.plan.days().iter().flat_map(of);
        let found = keys.filter_map(|(day, key)| Some((day, self.paragraph(&self.journal.get(key)?))));
        let mut notes: Vec<(&'static Day, Paragraph)> = found.collect();
        notes.sort_by_key(|(_, paragraph)| std::cmp::Reverse((paragraph.at, paragraph.key)));
        notes
    }

    /// Tells whether what a draft says stands, and nothing that it was to take the place of: only its file is left.
    pub fn is_recorded(&self, draft: &Draft) -> bool {
        let Some(day) = self.plan.find_day(draft.of.day().as_str()) else { return false };
        let week = self.plan.week_of(day.no());
        let text = |text: &str| Words::Text(text.trim().to_owned());
        let said = match &draft.words {
            Words::Text(said) => text(said),
            Words::Answers(said) => Words::Answers(said.each_ref().map(|a| a.trim().to_owned())),
        };
        let stands: Vec<(Key, Words)> = match draft.of {
            Of::Note(_) => self.paragraphs(day.no()).map(|n| (n.key, text(&n.text))).collect(),
            Of::Add(_) => self.own_tasks(day.no()).iter().map(|t| (t.key, text(&t.text))).collect(),
            Of::Link(_) => self.links(week).iter().map(|l| (l.key, text(&l.url))).collect(),
            Of::Review(_) => {
                let answers = |review: &Review| Answer::ALL.map(|a| review.answers.get(a).trim().to_owned());
                self.reviews(week).into_iter().map(|review| (review.key, Words::Answers(answers(&review)))).collect()
            }
            Of::Skip(_) => {
                let skipped = self.day(day.no()).skipped.as_ref();
                return skipped.is_some_and(|(why, _)| text(why) == said);
            }
        };
        stands.iter().any(|(_, words)| *words == said) && !stands.iter().any(|(key, _)| draft.over.contains(key))
    }

    /// Returns the fact that moves a paragraph to another day; none where it is gone, or is there already.
    pub fn moved(&self, key: Key, to: &Day) -> Option<Fact> {
        let from = self.plan.days().iter().find(|day| self.day(day.no()).notes.contains(&key))?;
        let text = words(&self.journal.get(key)?);
        let day = to.id().clone();
        (from.no() != to.no()).then(|| Fact::Note { day, text, over: vec![key] })
    }

    /// Returns the fact that puts this text in place of a day's note as it is known here, if it says something else.
    /// What was added elsewhere in the meantime stays, and what was taken away there stays away.
    pub fn noted(&self, day: &Day, text: &str, over: &[Key], before: &str) -> Option<Fact> {
        let text = text.trim_matches('\n').trim_end();
        if text == before.trim_matches('\n').trim_end() {
            return None;
        }
        let is_blank = text.trim().is_empty();
        if is_blank && over.is_empty() {
            return None;
        }
        let text = if is_blank { String::new() } else { format!("{text}\n") };
        Some(Fact::Note { day: day.id().clone(), text, over: over.to_vec() })
    }
}
