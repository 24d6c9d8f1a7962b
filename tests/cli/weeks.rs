//! Weeks and milestones as the verbs print them: how a week is named, which sign a milestone has, which checks are listed.
//!
//! Deliberately absent: what makes a milestone reached (`core/weeks.rs`).

use crate::common::{World, evening_17};

/// A world whose first three weeks are done on the evening of 8 December, every check of the first milestone ticked.
fn three_weeks() -> World {
    let world = evening_17();
    assert_eq!(world.run("done 17 19 20 21 7.a 7.b 7.c 7.d 7.e 7.f 7.g").code, 0);
    assert_eq!(world.run("done 14.a 14.b 14.c 14.d 14.e 14.f 21.a 21.b 21.c 21.d 21.f").code, 0);
    world
}

/// The lines of a text in which one of the words stands.
fn with(text: &str, words: &[&str]) -> String {
    let lines = text.lines().filter(|line| words.iter().any(|word| line.contains(word)));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn every_verb_names_a_week_in_the_same_ways() {
    let world = World::new();
    assert_eq!(world.run("week views"), world.run("week 3"));
    assert_eq!(world.run("review views"), world.run("review 3"));
    assert_eq!(world.run("export md --weeks first-django-project").code, 0);
    assert_eq!(world.run("export md --weeks 1-views"), world.run("export md --weeks 1-3"), "both ends are named alike");
    insta::assert_snapshot!(world.transcript(&["week 13", "review 13", "link 13 https://x.org", "export md --weeks 13", "week frob"]), @r#"
    $ ninety week 13
    --- stderr
    ninety: There is no week 13: the plan has weeks 1 to 12. Day 13 is in week 2.
    --- exit 1
    $ ninety review 13
    --- stderr
    ninety: There is no week 13: the plan has weeks 1 to 12. Day 13 is in week 2.
    --- exit 1
    $ ninety link 13 https://x.org
    --- stderr
    ninety: There is no week 13: the plan has weeks 1 to 12. Day 13 is in week 2.
    --- exit 1
    $ ninety export md --weeks 13
    --- stderr
    ninety: There is no week 13: the plan has weeks 1 to 12. Day 13 is in week 2.
    --- exit 1
    $ ninety week frob
    --- stderr
    ninety: There is no week "frob": the plan has weeks 1 to 12.
    --- exit 1
    "#);
}

#[test]
fn the_plan_lists_the_open_checks_of_what_is_reached() {
    let plan = three_weeks().run("plan").out;
    let parts: Vec<&str> = plan.split("Phase 2").collect();
    insta::assert_snapshot!(with(parts.concat().as_str(), &["◆", "★", "◇", "○"]), @"
    ✓  7  CLI contact book ◆                                            Mon 23 Nov
    ✓ 14  OOP student management ◆                                      Mon 23 Nov
          ○ 14.g  The project has its own virtual environment, which is not in
    ✓ 21  Portfolio website ◆                                            Tue 8 Dec
          ○ 21.e  At least one page shows data passed from its view, such as a
          ○ 21.g  `pip install -r requirements.txt` in a new virtual environment
      28  Blog with CRUD ◇                                              Thu 17 Dec
      35  Blog with accounts ◇                                          Mon 28 Dec
      42  Blog with search and pages ◇                                   Wed 6 Jan
      49  Blog REST API ◇                                               Fri 15 Jan
      56  Task manager API ◇                                            Tue 26 Jan
      63  Everything on Postgres ◇                                       Thu 4 Feb
      70  Safe, fast and tested API ◇                                   Mon 15 Feb
      77  Live ◇                                                        Wed 24 Feb
      87  Launch check ◇                                                Wed 10 Mar
      88  Share on GitHub ◇                                             Thu 11 Mar
      89  Portfolio ◇                                                   Fri 12 Mar
      90  Tell people, look back ◇                                      Mon 15 Mar
    ");
    let json: serde_json::Value = serde_json::from_str(&three_weeks().run("plan --json").out).unwrap_or_default();
    let open = |week: usize| json["weeks"][week]["checks_open"].as_array().map(Vec::len);
    assert_eq!([open(0), open(1), open(2), open(3)], [Some(0), Some(1), Some(2), Some(0)]);
    assert_eq!(json["weeks"][1]["checks_open"][0]["name"], "14.g");
}

#[test]
fn a_milestone_has_one_sign_on_every_page() {
    let world = three_weeks();
    for (line, said) in [
        ("today 7", "◆ Milestone: CLI contact book\n"),
        ("today 28", "◇ Milestone: Blog with CRUD\n"),
        ("plan", " 7  CLI contact book ◆ "),
        ("week 2", "14  OOP student management ◆ "),
        ("--ascii plan", " 7  CLI contact book @ "),
        ("week 1", "Day 7 · reached Mon 23 Nov 2026 · 7 of 7 checks ticked\n"),
        ("week 2", "Day 14 · reached Mon 23 Nov 2026 · 6 of 7 checks ticked\n"),
        ("week 4", "Day 28 · 0 of 8 checks ticked\n"),
    ] {
        assert!(world.run(line).out.contains(said), "{line}: {}", world.run(line).out);
    }
}

#[test]
fn checks_stand_beside_the_last_day_and_a_line_leads_to_them_before() {
    let world = three_weeks();
    assert_eq!(world.run("done 90.a").code, 0);
    let after = |line: &str| {
        let page = world.run(line).out;
        let from = page.find("\n\nRead").unwrap_or(page.len());
        let before = page.get(..from).unwrap_or_default();
        before.rsplit("\n\n").next().unwrap_or_default().to_owned()
    };
    for day in ["87", "88", "89"] {
        assert_eq!(after(&format!("today {day}")), "1 of 8 checks ticked: `ninety week 12` shows them.", "{day}");
    }
    assert!(after("today 90").ends_with("\n  Tick one with: ninety done 90.b"), "{}", after("today 90"));
    assert!(after("today 14").ends_with("\n  Tick one with: ninety done 14.g"));
    assert!(after("today 7").ends_with("\n  Every check is ticked."), "{}", after("today 7"));
}

#[test]
fn what_rests_on_a_milestone_is_told_once_it_is_reached() {
    let pages = ["week 3", "export md --weeks 3"];
    let told = |world: &World| {
        pages.map(|line| {
            let page = world.run(line).out.replace('\n', " ");
            page.contains("uilt on later by day 34")
        })
    };
    let ahead = evening_17();
    assert_eq!(ahead.run("done 21.a").code, 0);
    assert_eq!(told(&ahead), [false; 2]);
    assert_eq!(told(&three_weeks()), [true; 2]);
}

#[test]
fn no_line_ends_in_spaces() {
    for world in [World::new(), three_weeks()] {
        for line in ["week 1", "week 2", "week 12", "plan", "today", "status", "pace", "week 3"] {
            let page = world.run(line).out;
            assert!(page.lines().all(|line| line.trim_end() == line), "{line}: {page}");
        }
    }
}

#[test]
fn what_is_kept_for_a_milestone_that_is_gone_is_listed_and_shown() {
    let plan = "title = \"Swim\"\n[[week]]\n[week.milestone]\naccept = [\"I float.\"]\n[[week.day]]\ntitle = \"Pool\"\n\
                tasks = [{ do = \"Go\" }]\n";
    let world = World::new();
    let write = |text: &str| std::fs::write(world.home.path().join("own.toml"), text);
    assert!(write(plan).is_ok());
    for line in ["done 1 1.a", "link 1 https://a.example.org", "review 1 --can x"] {
        assert_eq!(world.run(&format!("--plan own.toml {line}")).code, 0, "{line}");
    }
    assert!(write(&plan.replace("[week.milestone]\naccept = [\"I float.\"]\n", "")).is_ok());
    insta::assert_snapshot!(world.transcript(&[
        "--plan own.toml check", "--plan own.toml export md", "--plan own.toml link 1 https://b.example.org", "--plan own.toml review 1",
    ]), @r#"
    $ ninety --plan own.toml check
    HOME/data/own.toml:7: the plan own has no "pool/i-float"; the entry is kept and counts nowhere; if only its title was changed, write id = "i-float" beside it, or leave it.
    HOME/data/own.toml: 3 entries; nothing to correct, 1 remark.
    $ ninety --plan own.toml export md
    # Swim

    Started Tue 8 Dec 2026 · 1 of 1 day complete, as of Tue 8 Dec 2026

    ## Week 1

    1 of 1 day complete

    ### Day 1: Pool

    Completed Tue 8 Dec 2026

    - [x] Go

    ### Links

    Where to see it:

    - <https://a.example.org>

    ### Review of week 1

    Reviewed Tue 8 Dec 2026

    #### What I can do now

    > x

    ## No longer in the plan

    These are kept; the plan has nothing by these names.

    - [x] pool/i-float
    $ ninety --plan own.toml link 1 https://b.example.org
    --- stderr
    ninety: There is no milestone in week 1, so there is nothing to link; `ninety --plan own.toml plan` shows the weeks.
    --- exit 1
    $ ninety --plan own.toml review 1
    Week 1
    1 of 1 day complete
      ✓  1  Pool                                                           Tue 8 Dec

    Review
    Reviewed Tue 8 Dec 2026

    What I can do now
      x
    "#);
}
