//! The portfolio, the table of every entry, and the page of a week: their words exactly.
//!
//! Deliberately absent: the study journal (`markdown.rs`), and files (`files.rs`).

use crate::common::{World, evening_17};

/// The evening of day 17, with what a newer hand wrote into the journal.
fn with(lines: &[&str]) -> World {
    let world = evening_17();
    let mut text = world.text();
    for (number, line) in (900..).zip(lines) {
        let entry = format!("{number}-00000001 = {{ at = 2026-12-08T19:41:12+01:00, {line} }}\n");
        text.push_str(&entry);
    }
    std::fs::write(world.journal(), text).unwrap();
    world
}

const KEPT: &[&str] = &[
    r#"week = "tools-and-the-big-picture", link = "https://example.org/ada/contacts""#,
    r#"week = "tools-and-the-big-picture", link = "https://ada.example.org/<b>?q=1""#,
    r#"review = "tools-and-the-big-picture", can = "Read and write a file.", shaky = "Exceptions.", next = "If it is late, then I read only.""#,
    r#"day = "cli-contact-book", note = "A private note.""#,
];

#[test]
fn the_portfolio_has_what_was_reached_and_nothing_private() {
    let world = with(KEPT);
    assert_eq!(world.run("done 7.a 7.b 14.a 14.b 14.c 14.d 14.e 14.f 14.g 21.a").code, 0);
    insta::assert_snapshot!(world.run("export portfolio").all(), @"
    # Portfolio

    2 milestones of Backend web development with Python + Django.

    ## CLI contact book

    Reached Mon 23 Nov 2026. 2 of 7 checks ticked.

    Where to see it:

    - <https://example.org/ada/contacts>
    - <https://ada.example.org/%3Cb%3E?q=1>

    ## OOP student management

    Reached Mon 23 Nov 2026. 7 of 7 checks ticked.
    ");
}

#[test]
fn what_is_reached_no_more_is_not_published() {
    let world = with(&[]);
    assert_eq!(world.run("done 7.a").code, 0);
    let page = world.run("export portfolio").out;
    assert!(page.contains("1 of 7 checks ticked"), "{page}");
    // Whatever is ticked, a milestone of which a day is open again is no longer there.
    assert_eq!(world.run("done 14.a 14.b 14.c 14.d 14.e 14.f 14.g").code, 0);
    assert!(world.run("export portfolio").out.contains("7 of 7 checks ticked"));
    assert_eq!(world.run("reopen 14.1").code, 0);
    assert!(!world.run("export portfolio").out.contains("7 of 7"));
    // One that is reached no more is not.
    assert_eq!(world.run("reopen 7.1").code, 0);
    assert!(!world.run("export portfolio").out.contains("contact book"));
}

#[test]
fn without_a_milestone_there_is_nothing_to_publish() {
    let world = World::new();
    let plan = "title = \"Swim\"\n[[week]]\ntitle = \"One\"\n[[week.day]]\ntasks = [{ do = \"Float\" }]\n";
    std::fs::write(world.home.path().join("swim.toml"), plan).unwrap();
    insta::assert_snapshot!(world.transcript(&[
        "export portfolio", "export portfolio -o page.md", "export portfolio --plan swim.toml", "export portfolio --at 19:00",
    ]), @"
    $ ninety export portfolio
    --- stderr
    ninety: No milestone is reached yet, so there is nothing to publish; the first one is CLI contact book, on day 7.
    --- exit 1
    $ ninety export portfolio -o page.md
    --- stderr
    ninety: No milestone is reached yet, so there is nothing to publish; the first one is CLI contact book, on day 7.
    --- exit 1
    $ ninety export portfolio --plan swim.toml
    --- stderr
    ninety: The plan has no milestones, so there is nothing to publish; `ninety --plan swim.toml export md` has what you did.
    --- exit 1
    $ ninety export portfolio --at 19:00
    --- stderr
    ninety: --at and --alarm are for ics.

    For more information, try 'ninety export --help'.
    --- exit 2
    ");
    assert!(!world.home.path().join("page.md").exists());
}

#[test]
fn the_table_has_a_row_a_fact() {
    let world = with(&[
        KEPT[0],
        KEPT[2],
        r#"day = "views", note = "=SUM(A1)""#,
        r#"day = "views", note = "- a list\n- of \"two\", with a comma\n""#,
        r#"day = "views", note = "'quoted'""#,
        r#"day = "zebra", note = "@home +1""#,
        r#"away = 2026-12-24, until = 2027-01-02, because = "home""#,
        r#"pace = "mon-sat", minutes = 90, goal = 2027-05-01"#,
        r#"dance = "tango""#,
    ]);
    assert_eq!(world.run("reopen 17.1").code, 0);
    assert_eq!(world.run("undo").code, 0);
    let said = world.run("export csv");
    assert_eq!((said.err.as_str(), said.code), ("", 0));
    assert!(said.out.lines().count() > 20 && said.out.ends_with("\r\n"));
    let mut table = csv::Reader::from_reader(said.out.as_bytes());
    assert_eq!(
        table.headers().unwrap().iter().collect::<Vec<_>>(),
        ["key", "at", "on", "kind", "what", "text", "number", "stands", "says"]
    );
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    let entries = world.text().lines().filter(|line| line.contains(" = { at = ")).count();
    assert_eq!(rows.len(), entries);
    // Keys are the clock's and chance's; what else there is, is told exactly.
    let undone = rows.last().unwrap().get(4).unwrap();
    assert_eq!(undone, rows.iter().rev().nth(1).unwrap().get(0).unwrap());
    let told: Vec<String> =
        rows.iter().map(|row| row.iter().skip(2).collect::<Vec<_>>().join(" | ").replace(undone, "KEY")).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
     | start | 2026-11-23 mon-fri 2027-04-08 |  |  | yes | Set the start to Mon 23 Nov 2026, study days to mon-fri and the goal to Thu 8 Apr 2027
     | done | tools-and-the-big-picture/install-python-vs-code-git tools-and-the-big-picture/what-is-backend-development tools-and-the-big-picture/print-hello-world tools-and-the-big-picture/write-simple-variables data-types/data-types-strings-lists-tuples-dicts data-types/create-a-shopping-list-list data-types/store-user-info-in-a-dictionary conditionals/conditionals-if-else conditionals/build-a-grade-calculator-script loops/loops-for-while loops/write-a-program-that-prints-numbers-1-100 loops/loop-over-a-list-of-items functions/functions functions/create-a-reusable-function-e-g-sum-two error-handling/error-handling-try-except error-handling/build-a-safe-division-calculator cli-contact-book/build-a-cli-contact-book cli-contact-book/add-new-contacts cli-contact-book/view-contacts cli-contact-book/delete-contacts cli-contact-book/push-to-github git-basics/git-basics git-basics/initialize-repo git-basics/commit-changes git-basics/push-to-github modules-and-packages/python-modules-packages modules-and-packages/organize-your-contact-book-into-modules classes-and-objects/classes-objects classes-and-objects/build-a-simple-car-or-student-class methods-and-attributes/methods-attributes methods-and-attributes/add-methods-inside-your-class virtual-environments/python-virtual-environments virtual-environments/create-a-venv virtual-environments/install-a-package review-and-clean-up/review-week-s-work review-and-clean-up/fix-mistakes review-and-clean-up/clean-your-github-repo oop-student-management/oop-student-management-system oop-student-management/create-student-profiles oop-student-management/store-in-lists-or-dicts oop-student-management/add-edit-and-delete-functions first-django-project/install-django first-django-project/create-first-project first-django-project/run-local-server project-layout-and-apps/django-folder-structure project-layout-and-apps/create-first-app |  |  | yes | Ticked 46 tasks of days 1-16
     | done | views/views-function-based-views |  |  | yes | Ticked 17.1 “Views (function-based views)”
     | note | views | render() needs the request first. |  | yes | Wrote a note on day 17, Views
     | minutes | views |  | 90 | yes | Logged 90 min on day 17, Views
     | skip | urls | known from work |  | yes | Skipped day 18, URLs (known from work)
     | link | tools-and-the-big-picture | https://example.org/ada/contacts |  | yes | Linked week 1, Python Programming Basics, to https://example.org/ada/contacts
     | review | tools-and-the-big-picture | can: Read and write a file.
    shaky: Exceptions.
    next: If it is late, then I read only. |  | yes | Reviewed week 1, Python Programming Basics
     | note | views | '=SUM(A1) |  | yes | Wrote a note on day 17, Views
     | note | views | '- a list
    - of "two", with a comma |  | yes | Wrote a note on day 17, Views
     | note | views | ''quoted' |  | yes | Wrote a note on day 17, Views
     | note | zebra | '@home +1 |  | yes | Wrote a note on "zebra"
     | away | 2026-12-24/2027-01-02 | home |  | yes | Set a break from Thu 24 Dec 2026 to Sat 2 Jan 2027 (home)
     | pace | mon-sat 2027-05-01 |  | 90 | yes | Set the pace to mon-sat, a study day to 1 h 30 min and the goal to Sat 1 May 2027
     | unknown |  | dance |  | yes | Something this ninety does not know (dance)
     | open | views/views-function-based-views |  |  | no | Unticked 17.1 “Views (function-based views)”
     | undo | KEY |  |  | yes | Undone: Unticked 17.1 “Views (function-based views)”
    "#);
    for row in &rows {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t'])), "{row:?}");
    }
}

#[test]
fn an_empty_journal_is_a_table_with_its_names_alone() {
    assert_eq!(World::new().run("export csv").out, "key,at,on,kind,what,text,number,stands,says\r\n");
}

#[test]
fn a_week_with_everything_kept_reads_well() {
    let world = with(KEPT);
    assert_eq!(world.run("done 7.a 7.b").code, 0);
    insta::assert_snapshot!(world.run("week 1").all(), @r#"
    Week 1, Python Programming Basics
    Phase 1, Foundations · 7 of 7 days complete
      ✓  1  Tools and the big picture                                     Mon 23 Nov
      ✓  2  Data types                                                    Mon 23 Nov
      ✓  3  Conditionals                                                  Mon 23 Nov
      ✓  4  Loops                                                         Mon 23 Nov
      ✓  5  Functions                                                     Mon 23 Nov
      ✓  6  Error handling                                                Mon 23 Nov
      ✓  7  CLI contact book ◆                                            Mon 23 Nov

    Milestone: CLI contact book
    Day 7 · reached Mon 23 Nov 2026 · 2 of 7 checks ticked
      ✓ 7.a   `python contacts.py add "Ada" ada@example.org` stores a contact and
              says so (a menu instead of arguments is fine).
      ✓ 7.b   Listing shows every contact with its name and one way to reach them,
              in a stable order.
      ○ 7.c   Contacts are still there after the program is closed and started
              again.
      ○ 7.d   Deleting an existing contact removes it; deleting one that is not
              there prints a message and no traceback.
      ○ 7.e   An empty name is refused with a message.
      ○ 7.f   Starting with no contacts file works.
      ○ 7.g   The code is in a public or private GitHub repository, and the contacts
              file itself is not.
    Where to see it:
      · https://example.org/ada/contacts
      · https://ada.example.org/<b>?q=1

    Ask yourself
      - Could someone else add and delete a contact without reading the code?
      - Is each task (load, save, add, delete, print) its own function?
      - Does wrong input always end in a message and never in a traceback?
      - Could I explain every line?

    Beyond it
      - Search by part of a name, ignoring case.
      - Edit a contact in place.
      - Subcommands and --help with argparse.

    What goes wrong easily
      - The plan asks for a push one day before it teaches Git: read ahead to day 8,
        or upload with VS Code today and redo it with git tomorrow.
      - “src refspec main does not match any” on the push: nothing is committed yet,
        or the branch is called master, which git branch -m main renames.
      - Deleting from a list while looping over it skips items; build a new list or
        find the index first.
      - Keeping contacts only in memory, so that every start begins empty.

    Review
    Reviewed Tue 8 Dec 2026

    What I can do now
      Read and write a file.

    What is still shaky
      Exceptions.

    One change for next week
      If it is late, then I read only.
    "#);
}

#[test]
fn the_json_of_a_week_has_what_it_had_and_what_is_kept() {
    let world = with(KEPT);
    assert_eq!(world.run("done 7.a").code, 0);
    let week: serde_json::Value = serde_json::from_str(&world.run("week 1 --json").out).unwrap();
    let milestone = &week["milestone"];
    assert_eq!(milestone["title"], "CLI contact book");
    assert_eq!(milestone["checks"].as_array().unwrap().len(), 7);
    assert_eq!(milestone["questions"].as_array().unwrap().len(), 4);
    assert!(milestone["accept"].is_null() && milestone["rubric"].is_null(), "once is enough");
    let mut short = milestone.clone();
    for list in ["stretch", "pitfalls"] {
        short.as_object_mut().unwrap().remove(list);
    }
    for list in ["checks", "questions"] {
        let all = short[list].as_array().unwrap().clone();
        short[list] = vec![all.first().unwrap().clone(), all.last().unwrap().clone()].into();
    }
    insta::assert_snapshot!(serde_json::to_string_pretty(&short).unwrap(), @r#"
    {
      "week": {
        "number": 1,
        "title": "Python Programming Basics"
      },
      "title": "CLI contact book",
      "days": [
        7,
        7
      ],
      "complete": 1,
      "reached": "2026-11-23",
      "checks": [
        {
          "name": "7.a",
          "id": "cli-contact-book/python-contacts-py-add-ada-ada-example-org",
          "text": "`python contacts.py add \"Ada\" ada@example.org` stores a contact and says so (a menu instead of arguments is fine).",
          "done": true,
          "since": "2026-12-08"
        },
        {
          "name": "7.g",
          "id": "cli-contact-book/the-code-is-in-a-public-or-private",
          "text": "The code is in a public or private GitHub repository, and the contacts file itself is not.",
          "done": false,
          "since": null
        }
      ],
      "links": [
        "https://example.org/ada/contacts",
        "https://ada.example.org/<b>?q=1"
      ],
      "later": [],
      "questions": [
        "Could someone else add and delete a contact without reading the code?",
        "Could I explain every line?"
      ]
    }
    "#);
    insta::assert_snapshot!(serde_json::to_string_pretty(&week["review"]).unwrap(), @r#"
    {
      "date": "2026-12-08",
      "can": "Read and write a file.",
      "shaky": "Exceptions.",
      "next": "If it is late, then I read only."
    }
    "#);
    let none: serde_json::Value = serde_json::from_str(&world.run("week 2 --json").out).unwrap();
    assert_eq!(none["review"], serde_json::Value::Null);
    assert_eq!(none["milestone"]["links"], serde_json::json!([]));
}

#[test]
fn the_docs_name_every_column() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/exports.md");
    let told = std::fs::read_to_string(path).unwrap();
    let table = World::new().run("export csv").out;
    let missing: Vec<&str> = table.trim_end().split(',').filter(|name| !told.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "docs/exports.md does not tell of {missing:?}");
}

#[test]
fn no_cell_is_computed_whatever_a_spreadsheet_begins_a_cell_with() {
    for (text, cell) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\\t=1", "'\t=1"),
        ("'quoted'", "''quoted'"),
        // Where a comma is part of a number, a semicolon begins a cell, and a quote in its middle protects nothing.
        ("a;=1+1", "a;'=1+1"),
        ("a;@b;+c;d", "a;'@b;'+c;d"),
        ("a\\n=1", "a\n'=1"),
        ("a\\n-2+3", "a\n'-2+3"),
        ("a;'b", "a;''b"),
        ("a;\\t=1", "a;'\t=1"),
        // What is none stays as it is.
        ("a = 1; b = 2", "a = 1; b = 2"),
        ("list:\\n- one\\n- two", "list:\n- one\n- two"),
        ("1-2, a+b; c", "1-2, a+b; c"),
    ] {
        let world = with(&[&format!("day = \"views\", note = \"{text}\"")]);
        let said = world.run("export csv").out;
        let mut table = csv::Reader::from_reader(said.as_bytes());
        let row = table.records().last().unwrap().unwrap();
        assert_eq!(row.get(5), Some(cell), "{text}");
        // Without those apostrophes it is the text again.
        let parts = row.get(5).unwrap().split_inclusive([';', '\n']);
        let again: String = parts.map(|part| part.strip_prefix('\'').unwrap_or(part)).collect();
        assert_eq!(again, text.replace("\\t", "\t").replace("\\n", "\n"));
    }
}
