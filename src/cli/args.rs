//! The grammar of the command line: every verb with what it does, what it takes (`operands`), and examples. Help,
//! completions, the manual page and the README's table come from it.
//!
//! A line of help that is `command  # what it does` is an example; `help` lays them out. Deliberately absent: what a
//! verb does, and how help looks.

mod operands;
mod own_plan;

pub(super) use operands::*;
pub(super) use own_plan::*;

use clap::{Parser, Subcommand, ValueHint};
use std::path::PathBuf;

const AFTER: &str = "\
Without a verb, ninety opens its screen on a terminal and prints the current day elsewhere.
A day is its number or id (17, views); a task is 17.2 or its id.
A check of a milestone is its day and a letter (21.a).
ninety  # open the screen
ninety done 17.2  # tick the second task of day 17
ninety note \"What I learned\"  # add to the current day's note
ninety help done  # all about a verb";

/// Where things are kept, each with what is there.
pub(super) const PLACES: [(&str, &str); 6] = [
    ("`journal`", "the journal of the plan in use: a line of TOML for everything that you did"),
    ("`data`", "the data directory, with journal, backups and drafts: `~/.local/share/ninety` on Linux"),
    ("`backups`", "copies of the journal: of 7 days, 4 weeks and 12 months"),
    ("`plan`", "your own plan; the built-in one is part of the program"),
    ("`drafts`", "notes that were begun and not saved, and what an editor left"),
    ("`config`", "the settings, which need not be there: `~/.config/ninety/config.toml` on Linux"),
];

#[derive(Debug, Default, Parser)]
#[command(name = "ninety", version, about = env!("CARGO_PKG_DESCRIPTION"), after_help = AFTER)]
#[command(subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
#[command(disable_help_subcommand = true, args_override_self = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) shared: Shared,
    #[command(subcommand)]
    pub(super) verb: Option<Verb>,
}

/// What a learner types, in the order in which they meet it.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(super) enum Verb {
    /// Show the current day, or another one: outcome, tasks, resources, note
    #[command(after_help = "The current day is the first that is neither complete nor skipped, whatever the calendar \
says.
ninety today  # the current day
ninety today 17  # day 17
ninety today views --json  # the same day by its id, for a program")]
    Today {
        /// The day: its number or id
        #[arg(allow_negative_numbers = true)]
        day: Option<String>,
        #[command(flatten)]
        form: Form,
    },

    /// Tick tasks, checks, or all tasks of a day
    #[command(
        after_help = "What is ticked already stays so. All that one command ticks, one undo takes back. A check \
of a milestone is the milestone's day and a letter, such as 21.a; `ninety week 3` lists them.
ninety done 17.2  # tick the second task of day 17
ninety done 17  # tick every task of day 17 that counts
ninety done 8-10 17.1  # three days and a task at once
ninety done 21.a  # tick the first check of day 21's milestone
ninety done 17 --on yesterday  # it was done yesterday"
    )]
    Done {
        /// Days (17, views, 1-14, 3,5), tasks (17.2, views/…) or checks (21.a)
        #[arg(value_name = "REF", required = true, allow_negative_numbers = true)]
        refs: Vec<String>,
        /// The earlier date that it counts for; today without it
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        on: Option<String>,
    },

    /// Untick tasks, checks, or all tasks of a day; bring skipped days back
    #[command(after_help = "What is not ticked stays so. A skipped day is brought back with its ticks as they were.
ninety reopen 17.2  # untick the second task of day 17
ninety reopen 17  # untick day 17, or bring it back when it was skipped
ninety reopen 1-14  # fourteen days at once
ninety reopen 21.a  # untick that check")]
    Reopen {
        /// Days (17, views, 1-14, 3,5), tasks (17.2, views/…) or checks (21.a)
        #[arg(value_name = "REF", required = true, allow_negative_numbers = true)]
        refs: Vec<String>,
    },

    /// Leave days out, with your reason
    #[command(after_help = "What one command leaves out, one undo brings back. It says which later days build on a \
day left out.
ninety skip 18 --because \"I know URLs from work\"  # leave day 18 out
ninety skip 66,68 --dry-run  # show what it would change
ninety reopen 18  # bring it back")]
    Skip {
        /// Days: numbers, ids, ranges (1-14) or lists (3,5)
        #[arg(value_name = "DAY", required = true, allow_negative_numbers = true)]
        days: Vec<String>,
        /// Why, for your own memory
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        because: Option<String>,
        /// The earlier date that it counts for; today without it
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        on: Option<String>,
        /// Show what would change, and record nothing
        #[arg(long)]
        dry_run: bool,
    },

    /// Add a paragraph to a day's note, or edit the whole note in your editor
    #[command(
        after_help = "The note is about the day you ticked last this evening, else the current day. Another day \
is named by --day 17, by 17: before the text, or by a number before exactly one more argument; no other word is ever \
taken for a day. A single - reads the text from standard input. Without text, $VISUAL or $EDITOR opens the whole note.
ninety note \"render() needs the request first.\"  # a paragraph for the day at hand
ninety note 17 \"A view returns a response.\"  # a paragraph for day 17
ninety note 17: A view returns a response.  # the same
ninety note 17  # edit the note of day 17
ninety note 17 - < notes.md  # add a file's text"
    )]
    Note {
        /// The text, or - for standard input
        #[arg(value_name = "TEXT", num_args = 0.., allow_negative_numbers = true)]
        words: Vec<String>,
        /// The day: its number or id
        #[arg(long, allow_negative_numbers = true)]
        day: Option<String>,
        /// The earlier date that it counts for; today without it
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        on: Option<String>,
    },

    /// Give a day a task of your own
    #[command(
        after_help = "The plan's tasks stay as they are, and a day is complete without yours. A day is named as \
for note.
ninety add \"Read PEP 8\"  # a task for the day at hand
ninety add 17 \"Try a class-based view\"  # a task for day 17
ninety done 17.3  # tick it, by the number that it was given"
    )]
    Add {
        /// What is to be done
        #[arg(value_name = "TEXT", required = true, allow_negative_numbers = true)]
        words: Vec<String>,
        /// The day: its number or id
        #[arg(long, allow_negative_numbers = true)]
        day: Option<String>,
    },

    /// Log time spent
    #[command(after_help = "Minutes add up. Without a day they go to the one you ticked last this evening, else the \
current day.
ninety log 45  # 45 minutes for the day at hand
ninety log 1h30 17  # an hour and a half for day 17
ninety log 1.5h --on yesterday  # an hour and a half yesterday
ninety log 45 17 --set  # 45 minutes in all, whatever was logged")]
    Log {
        /// Minutes (45), or hours (1h30, 1.5h)
        #[arg(allow_negative_numbers = true)]
        minutes: String,
        /// The day: its number or id
        #[arg(allow_negative_numbers = true)]
        day: Option<String>,
        /// The earlier date that it counts for; today without it
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        on: Option<String>,
        /// The day's time in all, in place of what was logged
        #[arg(long)]
        set: bool,
    },

    /// Show where you stand: day, week, finish, goal, what is to spare
    #[command(after_help = "The finish is the date of the last open day when every study day from today on is used; \
to spare are the study days from there to your goal.
ninety status  # where you stand
ninety status --json  # the same for a program")]
    Status(Form),

    /// Print a short segment for a shell prompt, such as D17 1/2
    #[command(after_help = "It reads only, waits for nothing, and is silent before the start and whenever something \
is wrong. The format may have {day} {total} {done} {tasks} {week} {title} {finish} {goal} {spare} {pace}; {{ and }} \
are braces. {finish} and {goal} are dates, and {spare} counts the study days between them. A title may have what a \
prompt acts on, such as % in zsh and # in tmux: with --shell it is shown as it is. On Linux a zsh that \
asks is recognised without it.
ninety prompt  # D17 1/2
ninety prompt --format \"{day}/{total} {title}\"  # 17/90 Views")]
    Prompt(Prompt),

    /// Print one line on a study day on which you have not studied yet
    #[command(after_help = "On every other day it prints nothing and exits with 1, so that a timer can ask it.
ninety remind  # Day 17, Views, is next: 90-120 min.")]
    Remind,

    /// Show a week with its milestone and its review, as Markdown
    #[command(after_help = "A check's name, such as 21.a, is what `done` and `reopen` take.
ninety week  # the current day's week
ninety week 12  # the last one of the built-in plan
ninety week views  # the one with that day")]
    Week {
        /// The week's number, or the id of a day of it
        #[arg(allow_negative_numbers = true)]
        week: Option<String>,
        #[command(flatten)]
        form: Form,
    },

    /// Show the whole plan, phases, weeks, days with their dates; or make one of your own
    Plan(PlanVerb),

    /// Show what was recorded, newest first
    #[command(after_help = "ninety history  # the last 20 entries
ninety history -n 100  # the last 100")]
    History {
        /// How many entries at most, instead of 20
        #[arg(short = 'n', long, value_name = "N", default_value = "20", hide_default_value = true)]
        #[arg(allow_negative_numbers = true)]
        most: String,
        #[command(flatten)]
        form: Form,
    },

    /// Take back what was recorded last
    #[command(after_help = "It works again and again, tomorrow too, and from another shell.
ninety undo  # take the last entry back
ninety redo  # and bring it back again")]
    Undo,

    /// Bring back what undo took back
    #[command(after_help = "ninety redo  # bring the entry back that was undone last")]
    Redo,

    /// Keep an address that shows a week's milestone
    #[command(after_help = "`ninety week 3` shows the links of week 3, and `ninety export portfolio` publishes them. \
No link is ever opened.
ninety link 3 https://me.example.org  # where week 3's milestone can be seen
ninety undo  # take it away again, if it was recorded last")]
    Link {
        /// The week's number, or the id of a day of it
        #[arg(allow_negative_numbers = true)]
        week: String,
        /// An address that begins with http:// or https://
        url: String,
    },

    /// Look back on a week: what happened, three short questions, what comes next
    #[command(after_help = "It prints the week and records nothing; with options it records answers, and what is not \
named stays as it was. R on the screen asks all three. Without a week it is the one that is over and not reviewed, else \
the one reviewed today, else the current one.
ninety review  # the week that is over
ninety review 3 --shaky \"Template inheritance.\"  # record one answer
ninety review 3 | less  # read it again")]
    Review {
        /// The week's number, or the id of a day of it
        #[arg(allow_negative_numbers = true)]
        week: Option<String>,
        /// What you can do now
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        can: Option<String>,
        /// What is still shaky
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        shaky: Option<String>,
        /// One change for next week
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        next: Option<String>,
        #[command(flatten)]
        form: Form,
    },

    /// Ask again what was learnt: a few questions of the days before, and your own
    #[command(
        after_help = "On a terminal it asks; elsewhere it prints questions with their answers. A question waits 1, \
3, 7, 16 and 35 dates on which you studied; two of those that were not right the last time come first. Nothing piles up. \
Your own stand in a note: a line that begins with Q: and a line that begins with A:. warm_up in the settings says how \
many are asked (6), and 0 none.
ninety recall  # today's warm-up
ninety recall --shaky  # what was last wrong or partly right
ninety recall 18  # the questions of day 18
ninety recall 18.q2 right  # say what your answer was"
    )]
    Recall(Recall),

    /// Set the date of the start, your study days and your goal
    #[command(
        after_help = "A date is today, tomorrow, mon (the next one), 14 dec, +3d, -2w or YYYY-MM-DD; without one it \
is today. Where there is no goal yet, one is set: the finish plus one study day for every two weeks. A goal that is \
there stays.
ninety start  # today
ninety start mon --days mon-fri  # next Monday, five days a week
ninety start --days 4 --minutes 1h30  # four days a week, an hour and a half each
ninety start --at 15  # begin at day 15; the days before it are known
ninety start +1w --dry-run  # show what a start in a week would change"
    )]
    Start {
        /// The first study day
        #[arg(allow_hyphen_values = true)]
        date: Option<String>,
        #[command(flatten)]
        terms: Terms,
        /// Show what would change, and record nothing
        #[arg(long)]
        dry_run: bool,
    },

    /// Show your pace with finish and goal, or change it
    #[command(after_help = "What is not named stays as it was, and what is done stays done. The finish follows from \
the pace; the goal is yours, and only --goal changes it. To spare are the study days between the two.
ninety pace  # show it
ninety pace --days mon-thu --dry-run  # show what four days a week would change
ninety pace --goal 2027-04-08  # be done by that date
ninety pace --by week  # so many days a week, in any order")]
    Pace {
        #[command(flatten)]
        terms: Terms,
        /// Show what would change, and record nothing
        #[arg(long)]
        dry_run: bool,
        #[command(flatten)]
        form: Form,
    },

    /// Take a break from one date to another, both included, or end one
    #[command(after_help = "The finish moves by the study days inside it, and the goal stays. The same first date \
again gives the break another end. --end says since when you are back: today, or the date that is named; named with \
its first date, a break to come is taken away. A date is as for start.
ninety away 2026-12-24 2027-01-02 --because Christmas  # ten days off
ninety away today +3d  # a break that begins now
ninety away --end  # you are back today
ninety away --end 2026-12-24  # take the break that begins then away")]
    Away(Away),

    /// Look over the journal, or a plan file
    #[command(after_help = "It exits with 1 when something needs you.
ninety check  # the journal
ninety check my-plan.toml  # a plan of your own")]
    Check {
        /// A plan file; the journal without one
        #[arg(value_hint = ValueHint::FilePath)]
        file: Option<PathBuf>,
    },

    /// Print or write your study journal, portfolio, entries, state or calendar
    #[command(after_help = "md is the study journal as Markdown: what you did, week by week, with notes, milestones \
and reviews. portfolio is one page of the milestones reached, with their links, ready to publish. csv has a row a \
fact; a cell that a spreadsheet would compute begins with an apostrophe. json is the state in a fixed order: equal \
state gives equal text, however it came about. ics is a calendar of the open days; when it is read in again, a calendar \
that goes by UID and SEQUENCE moves what has moved and cancels what is done or skipped.
ninety export md -o journal.md  # everything you did, as one document
ninety export md --weeks 3-5  # three weeks of it
ninety export portfolio > portfolio.md  # the milestones reached, written anew
ninety export csv > entries.csv  # everything recorded, for a spreadsheet
ninety export json > state.json  # all that is ticked, skipped, noted and logged
ninety export ics > plan.ics  # a calendar of whole days
ninety export ics --at 19:00 --alarm 10m  # at seven, with a reminder")]
    Export(Export),

    /// Print where things are kept
    #[command(after_help = "ninety where  # every place
ninety where journal  # that path alone
ninety where config  # the file for your settings, which need not be there")]
    Where {
        /// Which place
        #[arg(value_parser = PLACES.map(|(name, _)| name.trim_matches('`')))]
        what: Option<String>,
    },

    /// Print a file of every setting, with what each does
    #[command(after_help = "Each setting is optional, and stands there with what holds without it.
ninety config  # read them
ninety config > config.toml  # a file to change; `ninety where config` says where it is to be")]
    Config,

    /// Print the completions for a shell
    #[command(after_help = "\
ninety completions bash > ~/.local/share/bash-completion/completions/ninety  # install for bash
ninety completions zsh > ~/.zfunc/_ninety  # install for zsh, with ~/.zfunc in $fpath
ninety completions fish > ~/.config/fish/completions/ninety.fish  # install for fish
ninety completions nushell > ~/.config/nushell/autoload/ninety.nu  # install for nushell")]
    Completions {
        /// Which shell
        #[arg(value_parser = SCRIPTS.map(|(name, _)| name))]
        shell: String,
    },

    /// Print the manual page
    #[command(after_help = "ninety man | man -l -  # read it
ninety man > ninety.1  # keep it")]
    Man,
}
