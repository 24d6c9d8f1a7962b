//! Verbs: milestones, what shows them and how good they are, and the review of a week.
//!
//! Deliberately absent: what they do, whose functions the rows name. Criteria are ticked with `done` and `open`.

use super::Verb;
use crate::cli::operands::{json, week};
use crate::cli::{milestones, review};
use crate::journal::{Answer, Part};
use clap::Arg;

fn text(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).allow_hyphen_values(true).help(help)
}

pub(super) static MILESTONES: &[Verb] = &[
    Verb {
        name: "milestones",
        usage: "[WEEK] [--json]",
        about: "Show the milestones with what is met and open, or one of them whole",
        more: "A milestone is reached when its days are complete, and proven when every criterion is met. You can always \
               go on with open ones; they stay listed. `ninety done 21.a` marks a criterion as met.",
        examples: &[
            ("milestones", "all of them, with the open criteria of those reached"),
            ("milestones 3", "week 3's: criteria, evidence, questions, pitfalls"),
            ("done 21.a", "its first criterion is met"),
        ],
        args: || vec![week(), json()],
        does: milestones::milestones,
    },
    Verb {
        name: "evidence",
        usage: "[WEEK] [--repository URL] [--site URL] [--commit URL] [--proudest TEXT] [--hardest TEXT]",
        about: "Keep what shows a milestone: links, and a line each on what was best and hardest",
        more: "Without options it prints what is kept. What is not named stays as it was, and an empty text takes a part \
               away. Without a week it is the milestone reached last, else the current week's. No link is ever opened.",
        examples: &[
            (
                "evidence 3 --site https://me.example.org",
                "keep where week 3's milestone can be seen",
            ),
            ("evidence --hardest \"The static files.\"", "a line about the milestone reached last"),
            ("evidence 3 --site \"\"", "take the link away"),
            ("evidence 3", "print what is kept"),
        ],
        args: || {
            vec![
                week(),
                text(Part::Repository.word(), "URL", "Where the code is"),
                text(Part::Site.word(), "URL", "Where it can be used"),
                text(Part::Commit.word(), "URL", "The commit that it was reached with"),
                text(Part::Proudest.word(), "TEXT", "What you are proudest of, in a line"),
                text(Part::Hardest.word(), "TEXT", "What was hardest, in a line"),
            ]
        },
        does: milestones::evidence,
    },
    Verb {
        name: "score",
        usage: "[WEEK] [SCORE…]",
        about: "Show a milestone's questions with their scores, or score them",
        more: "A score is 0 (not yet), 1 (partly) or 2 (yes): one for each question, in their order; - leaves a question as \
               it is. The week comes first. Scored again later, the change is shown.",
        examples: &[
            ("score 3", "the questions of week 3's milestone"),
            ("score 3 2 1 2", "score its three questions"),
            ("score 3 - 2 -", "score the second one alone"),
        ],
        args: || {
            let scores = Arg::new("scores").value_name("SCORE").num_args(0..);
            let scores = scores.allow_negative_numbers(true);
            vec![week(), scores.help("0, 1, 2 or - for each question")]
        },
        does: milestones::score,
    },
    Verb {
        name: "review",
        usage: "[WEEK] [--can TEXT] [--shaky TEXT] [--next TEXT] [--json]",
        about: "Look back on a week: what happened, three short questions, what comes next",
        more: "On a terminal it asks the questions, a line each; each may stay empty. With options it records them and asks \
               nothing, and what is not named stays as it was. In a pipe it prints the week and records nothing. \
               Without a week it is the one whose review is offered, else the one reviewed today, else the current one.",
        examples: &[
            ("review", "the week that is over"),
            ("review 3 --shaky \"Template inheritance.\"", "record one answer"),
            ("review 3 | less", "read it again"),
        ],
        args: || {
            vec![
                week(),
                text(Answer::Can.word(), "TEXT", "What you can do now"),
                text(Answer::Shaky.word(), "TEXT", "What is still shaky"),
                text(Answer::Next.word(), "TEXT", "One change for next week"),
                json(),
            ]
        },
        does: review::review,
    },
];
