//! What a learner keeps to show for a milestone and a week: evidence, scores and the answers of a review.
//!
//! Deliberately absent: which milestone or week it is about, which the fact says.

use crate::text::is_web_address;
use std::fmt;

/// A part of the evidence for a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Where the code is.
    Repository,
    /// Where it can be used.
    Site,
    /// The commit that it was reached with.
    Commit,
    /// What the learner is proudest of.
    Proudest,
    /// What was hardest.
    Hardest,
}

/// Says what a part of the evidence is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// An address that begins with `http://` or `https://`.
    Link,
    /// A line of words.
    Words,
}

impl Part {
    /// Every part, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Repository, Self::Site, Self::Commit, Self::Proudest, Self::Hardest];

    /// Returns the word in files and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Repository => "repository",
            Self::Site => "site",
            Self::Commit => "commit",
            Self::Proudest => "proudest",
            Self::Hardest => "hardest",
        }
    }

    /// Returns what people read before it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Repository => "Repository",
            Self::Site => "Live site",
            Self::Commit => "Commit",
            Self::Proudest => "Proudest of",
            Self::Hardest => "Hardest",
        }
    }

    /// Returns what it is called in a sentence.
    pub const fn named(self) -> &'static str {
        match self {
            Self::Repository => "the repository",
            Self::Site => "the live site",
            Self::Commit => "the commit",
            Self::Proudest => "what you are proudest of",
            Self::Hardest => "what was hardest",
        }
    }

    /// Returns what it is made of.
    pub const fn made(self) -> Made {
        match self {
            Self::Repository | Self::Site | Self::Commit => Made::Link,
            Self::Proudest | Self::Hardest => Made::Words,
        }
    }

    /// Returns the text as it is kept: one line without space around it; empty takes the part away. An error is the
    /// sentence for the learner about a link that is none.
    pub fn kept(self, text: &str) -> Result<String, String> {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.made() {
            Made::Words => Ok(line),
            Made::Link if line.is_empty() || is_web_address(&line) => Ok(line),
            Made::Link => {
                let shown = crate::text::visible(&line);
                Err(format!(
                    "\"{shown}\" is no address: write one that begins with http:// or https://."
                ))
            }
        }
    }
}

/// A score of a rubric's question: 0, 1 or 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Score {
    /// 0.
    NotYet,
    /// 1.
    Partly,
    /// 2.
    Yes,
}

impl Score {
    /// Every score, the least first.
    pub const ALL: [Self; 3] = [Self::NotYet, Self::Partly, Self::Yes];

    /// Returns the score of this number, if it is one.
    pub fn new(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|score| score.number() == number)
    }

    /// Returns its number, 0 to 2.
    pub const fn number(self) -> u8 {
        match self {
            Self::NotYet => 0,
            Self::Partly => 1,
            Self::Yes => 2,
        }
    }

    /// Returns what it means.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::NotYet => "not yet",
            Self::Partly => "partly",
            Self::Yes => "yes",
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number().fmt(f)
    }
}

/// An answer of the weekly review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// What the learner can do now.
    Can,
    /// What is still shaky.
    Shaky,
    /// What to change next week.
    Next,
}

impl Answer {
    /// Every answer, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Can, Self::Shaky, Self::Next];

    /// Returns the word in files and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Can => "can",
            Self::Shaky => "shaky",
            Self::Next => "next",
        }
    }

    /// Returns the question as it is asked.
    pub const fn question(self) -> &'static str {
        match self {
            Self::Can => "What can you do now that you could not on Monday?",
            Self::Shaky => "What is still shaky?",
            Self::Next => "One change for next week, as “if … then …”:",
        }
    }

    /// Returns the heading over its answer where a review is read.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Can => "What I can do now",
            Self::Shaky => "What is still shaky",
            Self::Next => "One change for next week",
        }
    }
}

/// Holds the answers of a review; each may be empty, and may have several lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers([String; 3]);

impl Answers {
    /// Returns the answers of these texts, without blank lines and space at their ends.
    pub fn new(texts: [&str; 3]) -> Self {
        Self(texts.map(|text| text.trim_matches(['\n', '\r']).trim_end().to_owned()))
    }

    /// Returns the answers as they stand in a file.
    pub(super) fn as_written(texts: [String; 3]) -> Self {
        Self(texts)
    }

    /// Returns one of the answers; may be empty.
    pub fn get(&self, answer: Answer) -> &str {
        let [can, shaky, next] = &self.0;
        match answer {
            Answer::Can => can,
            Answer::Shaky => shaky,
            Answer::Next => next,
        }
    }

    /// Tells whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|answer| answer.trim().is_empty())
    }
}
