//! Help, usage errors, completions and the manual: all from the one table of verbs.
//!
//! Deliberately absent: what the verbs do.

use crate::common::World;
use crate::verbs::verbs;

#[test]
fn help_lists_every_verb() {
    insta::assert_snapshot!(World::new().run("--help").all(), @r#"
    A terminal study tracker with a 90-day Python + Django backend plan inside it

    Usage: ninety [VERB]

    Verbs:
      today        Show the current day, or another one: outcome, tasks, resources,
                   note
      done         Tick tasks, checks, or all tasks of a day
      reopen       Untick tasks, checks, or all tasks of a day; bring skipped days
                   back
      skip         Leave days out, with your reason
      note         Add a paragraph to a day's note, or edit the whole note in your
                   editor
      add          Give a day a task of your own
      log          Log time spent
      status       Show where you stand: day, week, finish, goal, what is to spare
      prompt       Print a short segment for a shell prompt, such as D17 1/2
      remind       Print one line on a study day on which you have not studied yet
      week         Show a week with its milestone and its review
      plan         Show the whole plan, phases, weeks, days with their dates; or
                   make one of your own
      history      Show what was recorded, newest first
      undo         Take back what was recorded last
      redo         Bring back what undo took back
      link         Keep an address that shows a week's milestone
      review       Answer a week's three questions; show the week without an answer
      recall       Ask again what was learnt: a few questions of the days before,
                   and your own
      start        Set the date of the start, your study days and your goal
      pace         Show your pace with finish and goal, or change it
      away         Take a break from one date to another, both included, or end one
      check        Look over the journal, or a plan file
      export       Print or write your study journal, portfolio, entries, state or
                   calendar
      where        Print where things are kept
      config       Print a file of every setting, with what each does
      completions  Print the completions for a shell
      man          Print the manual page

    Options:
      -h, --help     Print help
      -V, --version  Print version

    Options of every verb:
          --plan <FILE>     Use a plan of your own instead of the built-in one
          --data-dir <DIR>  Keep the journal in this directory
          --ascii           Use plain characters only
          --no-mouse        Leave the mouse to the terminal

    Without a verb, ninety opens its screen on a terminal and prints the current day
    elsewhere.
    A day is its number or id (17, views); a task is 17.2 or its id.
    A check of a milestone is its day and a letter (21.a).

    Examples:
      ninety                        open the screen
      ninety done 17.2              tick the second task of day 17
      ninety note "What I learned"  add to the current day's note
      ninety help done              all about a verb
    "#);
}

#[test]
fn a_verbs_help_says_how_it_is_used_and_has_examples() {
    let world = World::new();
    insta::assert_snapshot!(world.run("skip --help").all(), @r#"
    Leave days out, with your reason

    Usage: ninety skip DAY… [--because TEXT] [--on DATE] [--dry-run]

    Arguments:
      <DAY>...  Days: numbers, ids, ranges (1-14) or lists (3,5)

    Options:
          --because <TEXT>  Why, for your own memory
          --on <DATE>       The earlier date that it counts for; today without it
          --dry-run         Show what would change, and record nothing
      -h, --help            Print help

    Options of every verb:
          --plan <FILE>     Use a plan of your own instead of the built-in one
          --data-dir <DIR>  Keep the journal in this directory
          --ascii           Use plain characters only
          --no-mouse        Leave the mouse to the terminal

    What one command leaves out, one undo brings back. It says which later days
    build on a day left out.

    Examples:
      ninety skip 18 --because "I know URLs from work"  leave day 18 out
      ninety skip 66,68 --dry-run                       show what it would change
      ninety reopen 18                                  bring it back
    "#);
    for verb in verbs() {
        let help = world.run(&format!("{} --help", verb.name));
        assert_eq!((help.code, help.err.as_str()), (0, ""));
        assert!(
            help.out.replace("\n       ", " ").contains(&format!("Usage: ninety {}\n", verb.usage)),
            "{}",
            help.out
        );
        let (_, examples) = help.out.split_once("Examples:\n").unwrap();
        assert!(examples.starts_with(&format!("  ninety {}", verb.name)), "{examples}");
        assert!(help.out.lines().all(|line| line.chars().count() <= 80), "{}", help.out);
        assert_eq!(world.run(&format!("help {}", verb.name)), help);
        let plain = world.run(&format!("--ascii {} -h", verb.name));
        assert_eq!(plain.out, help.out.replace('…', "..."));
    }
}

#[test]
fn usage_names_every_operand_and_option() {
    for verb in verbs() {
        let help = World::new().run(&format!("help {}", verb.name)).out;
        let own = help.split("Options of every verb:").next().unwrap();
        for line in own.lines().filter(|line| line.trim_start().starts_with('-') && !line.contains("--help")) {
            let option = line.trim().split([' ', ',']).next().unwrap();
            assert!(verb.usage.contains(option), "{}: {option}", verb.name);
        }
    }
}

#[test]
fn every_example_is_understood() {
    let world = World::new();
    for (line, _) in verbs().into_iter().flat_map(|verb| verb.examples) {
        let line = line.strip_prefix("ninety ").unwrap_or_default();
        let line = line.split(['|', '<', '>']).next().unwrap();
        let said = world.run(line);
        // An example may ask for what this empty world does not have, but never for what is not understood.
        let has_no_terminal = line == "note 17";
        assert!(said.code < 2 || has_no_terminal, "{line}: {}", said.all());
    }
}

#[test]
fn usage_errors_are_calm_and_say_what_was_meant() {
    insta::assert_snapshot!(World::new().transcript(&[
        "frob", "don 17", "help frob", "done", "done --frob 1", "today 1 2", "today --jsn", "today --plan", "export", "export xml",
        "where foo", "completions tcsh", "undo 3", "--frob", "-x status", "--ascii --plan",
    ]), @r#"
    $ ninety frob
    --- stderr
    ninety: There is no verb "frob": `ninety --help` lists them all.

    Usage: ninety [VERB]

    For more information, try 'ninety --help'.
    --- exit 2
    $ ninety don 17
    --- stderr
    ninety: There is no verb "don": did you mean "done"?

    Usage: ninety [VERB]

    For more information, try 'ninety --help'.
    --- exit 2
    $ ninety help frob
    --- stderr
    ninety: There is no verb "frob": `ninety --help` lists them all.

    Usage: ninety [VERB]

    For more information, try 'ninety --help'.
    --- exit 2
    $ ninety done
    --- stderr
    ninety: REF is missing.

    Usage: ninety done REF… [--on DATE]

    For more information, try 'ninety done --help'.
    --- exit 2
    $ ninety done --frob 1
    --- stderr
    ninety: There is no option "--frob" here.

    Usage: ninety done REF… [--on DATE]

    For more information, try 'ninety done --help'.
    --- exit 2
    $ ninety today 1 2
    --- stderr
    ninety: The word "2" is one too many.

    Usage: ninety today [DAY] [--json]

    For more information, try 'ninety today --help'.
    --- exit 2
    $ ninety today --jsn
    --- stderr
    ninety: There is no option "--jsn" here: did you mean "--json"?

    Usage: ninety today [DAY] [--json]

    For more information, try 'ninety today --help'.
    --- exit 2
    $ ninety today --plan
    --- stderr
    ninety: --plan needs a file: --plan FILE.

    For more information, try 'ninety today --help'.
    --- exit 2
    $ ninety export
    --- stderr
    ninety: FORMAT is missing.

    Usage: ninety export FORMAT [-o FILE] [--weeks A-B] [--at TIME] [--alarm TIME]

    For more information, try 'ninety export --help'.
    --- exit 2
    $ ninety export xml
    --- stderr
    ninety: There is no format "xml": write md, portfolio, csv, json or ics.

    For more information, try 'ninety export --help'.
    --- exit 2
    $ ninety where foo
    --- stderr
    ninety: There is no place "foo": write journal, data, backups, plan, drafts or config.

    For more information, try 'ninety where --help'.
    --- exit 2
    $ ninety completions tcsh
    --- stderr
    ninety: There is no shell "tcsh": write bash, elvish, fish, nushell, powershell or zsh.

    For more information, try 'ninety completions --help'.
    --- exit 2
    $ ninety undo 3
    --- stderr
    ninety: The word "3" is one too many.

    Usage: ninety undo

    For more information, try 'ninety undo --help'.
    --- exit 2
    $ ninety --frob
    --- stderr
    ninety: There is no option "--frob" here.

    Usage: ninety [VERB]

    For more information, try 'ninety --help'.
    --- exit 2
    $ ninety -x status
    --- stderr
    ninety: There is no option "-x" here.

    Usage: ninety status [--json]

    For more information, try 'ninety status --help'.
    --- exit 2
    $ ninety --ascii --plan
    --- stderr
    ninety: --plan needs a file: --plan FILE.

    For more information, try 'ninety --help'.
    --- exit 2
    "#);
}

#[test]
fn options_may_stand_before_and_after_the_verb() {
    let world = World::new();
    for line in [
        "--ascii week 1",
        "week --ascii 1",
        "week 1 --ascii",
        "--no-mouse --ascii week 1",
        "--data-dir=d --ascii week 1",
    ] {
        assert_eq!(world.run(line), world.run("--ascii week 1"), "{line}");
    }
    assert_eq!(world.run("--version").all(), format!("ninety {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(world.run("-V"), world.run("--version"));
}

#[test]
fn a_verb_alone_is_what_it_is_with_options_that_change_nothing() {
    let mut alone = 0;
    for verb in verbs() {
        let (bare, with_option) =
            (World::new().run(&verb.name), World::new().run(&format!("--no-mouse {}", verb.name)));
        assert_eq!(bare, with_option, "{}", verb.name);
        assert_eq!(verb.stands_alone(), !bare.err.contains("missing"), "{}: {}", verb.name, bare.err);
        alone += usize::from(verb.stands_alone());
    }
    assert_eq!(alone, 19);
}

#[test]
fn the_manual_has_every_verb_with_its_examples() {
    let said = World::new().run("man");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for verb in verbs() {
        let heading = format!(".SS \"ninety {}\"\n", verb.usage.replace('-', "\\-"));
        assert!(said.out.contains(&heading), "{heading}");
        assert!(verb.examples.iter().all(|(_, what)| said.out.contains(&format!("\n{}\n", what.replace('-', "\\-")))));
    }
    insta::assert_snapshot!(said.out.split(".SS ").nth(4).unwrap(), @r#"
    "ninety skip DAY… [\-\-because TEXT] [\-\-on DATE] [\-\-dry\-run]"
    Leave days out, with your reason.
    .PP
    What one command leaves out, one undo brings back. It says which later days build on a day left out.
    .TP
    \fB\-\-because\fR \fI<TEXT>\fR
    Why, for your own memory
    .TP
    \fB\-\-on\fR \fI<DATE>\fR
    The earlier date that it counts for; today without it
    .TP
    \fB\-\-dry\-run\fR
    Show what would change, and record nothing
    .TP
    <\fIDAY\fR>
    Days: numbers, ids, ranges (1\-14) or lists (3,5)
    .TP
    \fBninety skip 18 \-\-because "I know URLs from work"\fR
    leave day 18 out
    .TP
    \fBninety skip 66,68 \-\-dry\-run\fR
    show what it would change
    .TP
    \fBninety reopen 18\fR
    bring it back
    "#);
}

#[test]
fn help_knows_the_verb_wherever_the_options_stand() {
    let world = World::new();
    let help = world.run("done --help");
    for line in [
        "help done",
        "--data-dir X help done",
        "--ascii help done",
        "help done --plan x.toml",
        "help --no-mouse done",
        "--plan=x.toml done -h",
    ] {
        let said = world.run(line);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{line}");
        assert_eq!(said.out, help.out.replace('…', if line.contains("ascii") { "..." } else { "…" }));
    }
    assert_eq!(world.run("help"), world.run("--help"));
}

#[test]
fn options_stand_before_the_verb_as_well() {
    let world = World::new();
    assert_eq!(world.run("done 1").code, 0);
    for (before, behind) in
        [("--json status", "status --json"), ("-n 2 history", "history -n 2"), ("--help done", "done --help")]
    {
        let before = world.run(before);
        assert_eq!((before.code, &before.out), (0, &world.run(behind).out), "{behind}");
    }
}
