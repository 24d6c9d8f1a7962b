//! Verbs: what a week leads to, and its review.
//!
//! Deliberately absent: what they do, whose functions the rows name. Checks are ticked with `done` and `reopen`.

use super::Verb;
use crate::cli::operands::{json, week};
use crate::cli::{record, review};
use crate::journal::Answer;
use clap::Arg;

fn text(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).allow_hyphen_values(true).help(help)
}

pub(super) static WEEKS: &[Verb] = &[
    Verb {
        name: "link",
        usage: "WEEK URL",
        about: "Keep an address that shows a week's milestone",
        more: "`ninety week 3` shows the links of week 3, and `ninety export portfolio` publishes them. No link is ever opened.",
        examples: &[
            ("link 3 https://me.example.org", "where week 3's milestone can be seen"),
            ("undo", "take it away again, if it was recorded last"),
        ],
        args: || {
            let url = Arg::new("url").value_name("URL").required(true);
            let url = url.help("An address that begins with http:// or https://");
            vec![week().required(true), url]
        },
        does: record::link,
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
