//! `ninety milestones`, and what `today`, `status` and `check` say of milestones.
//!
//! Deliberately absent: the rules themselves (`milestones.rs`), evidence and scores (`cli_evidence.rs`), and the review
//! (`cli_review.rs`).

#![expect(clippy::unwrap_used, reason = "a test fails so")]

mod common;

use common::{World, evening_17};

/// A world in which the third week is done on the evening of 8 December, with two of its criteria met on the 9th.
fn week_3() -> World {
    let mut world = evening_17();
    assert_eq!(world.run("done 17 19 20 21").code, 0);
    assert_eq!(world.at("2026-12-09T20:00:00+01:00").run("done 21.a 21.f").code, 0);
    world
}

/// A world with a plan of one's own, and its text in `own.toml`.
fn own(plan: &str) -> World {
    let world = World::new();
    std::fs::write(world.home.path().join("own.toml"), plan).unwrap();
    world
}

const WATER: &str = "id = \"swim\"\ntitle = \"Learn to swim\"\n[[week]]\ntitle = \"Water\"\n[week.milestone]\n\
    title = \"Floating\"\naccept = [\"I float.\", \"I breathe out.\"]\nrubric = [\"Am I calm?\", \"Is it fun?\"]\n\
    [[week.day]]\ntitle = \"The pool\"\ntasks = [{ do = \"Find a pool\" }]\n";

#[test]
fn all_milestones_are_listed_with_what_is_open() {
    let world = week_3();
    for letter in ["a", "b", "c", "d", "e", "f", "g"] {
        assert_eq!(world.run(&format!("done 7.{letter} 14.{letter}")).code, 0);
    }
    insta::assert_snapshot!(world.transcript(&["milestones"]));
}

#[test]
fn one_milestone_is_shown_whole() {
    let world = week_3();
    assert_eq!(
        world.run("evidence 3 --site https://me.example.org --proudest 'It works.'").code,
        0
    );
    assert_eq!(world.run("score 3 0 - 2").code, 0);
    insta::assert_snapshot!(world.transcript(&["milestones 3"]));
    let json: serde_json::Value =
        serde_json::from_str(&world.run("milestones 3 --json").out).unwrap();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["milestone"]["proof"], "reached");
    assert_eq!(json["milestone"]["criteria"][0]["name"], "21.a");
    assert_eq!(json["milestone"]["evidence"]["site"], "https://me.example.org");
    assert_eq!(json["milestone"]["questions"][2]["scores"][0]["score"], 2);
    let all: serde_json::Value = serde_json::from_str(&world.run("milestones --json").out).unwrap();
    assert_eq!((&all["reached"], &all["ahead"]), (&3.into(), &9.into()));
    assert_eq!(all["milestones"][2], json["milestone"]);
}

#[test]
fn a_week_that_is_none_is_refused() {
    insta::assert_snapshot!(World::new().transcript(&[
        "milestones 13", "milestones 21", "milestones 0", "milestones -1", "evidence frob", "score 21.a 1", "milestones 3 4",
    ]), @r#"
    $ ninety milestones 13
    --- stderr
    ninety: There is no week 13: the plan has weeks 1 to 12. Day 13 is in week 2.
    --- exit 1
    $ ninety milestones 21
    --- stderr
    ninety: There is no week 21: the plan has weeks 1 to 12. Day 21 is in week 3.
    --- exit 1
    $ ninety milestones 0
    --- stderr
    ninety: There is no week 0: the plan has weeks 1 to 12.
    --- exit 1
    $ ninety milestones -1
    --- stderr
    ninety: There is no week -1: the plan has weeks 1 to 12.
    --- exit 1
    $ ninety evidence frob
    --- stderr
    ninety: There is no week "frob": the plan has weeks 1 to 12.
    --- exit 1
    $ ninety score 21.a 1
    --- stderr
    ninety: There is no week "21.a": the plan has weeks 1 to 12.
    --- exit 1
    $ ninety milestones 3 4
    --- stderr
    ninety: The word "4" is one too many.

    Usage: ninety milestones [WEEK] [--json]

    For more information, try 'ninety milestones --help'.
    --- exit 2
    "#);
}

#[test]
fn what_an_edited_plan_no_longer_has_is_kept_and_listed() {
    let world = own(WATER);
    for line in [
        "done 1.a 1.b",
        "score 1 2 1",
        "evidence 1 --proudest 'I float.'",
        "log 5 1",
        "review 1 --can 'Float.'",
    ] {
        assert_eq!(world.run(&format!("--plan own.toml {line}")).code, 0, "{line}");
    }
    let before = world.run("--plan own.toml milestones --json").out;
    assert_eq!(world.run("--plan own.toml check").code, 0);
    let edited = WATER.replace("I breathe out.", "I dive.").replace("Is it fun?", "Is it safe?");
    std::fs::write(world.home.path().join("own.toml"), &edited).unwrap();
    insta::assert_snapshot!(world.transcript(&["--plan own.toml check", "--plan own.toml milestones 1"]), @r#"
    $ ninety --plan own.toml check
    HOME/data/swim.toml:6: the plan swim has no "the-pool/i-breathe-out"; the entry is kept and counts nowhere; put the right id in its place, or leave it.
    HOME/data/swim.toml:7: the plan swim has no "the-pool/is-it-fun"; the entry is kept and counts nowhere; put the right id in its place, or leave it.
    HOME/data/swim.toml: 5 entries; 2 warnings.
    --- exit 1
    $ ninety --plan own.toml milestones 1
    Week 1, Water
    ◇ Milestone: Floating (day 1): ahead

    1 of 2 criteria met
    This check list stands beside the tasks: no day waits for it.
      ✓ 1.a   I float.
      ○ 1.b   I dive.

    Evidence
      Proudest of  I float.

    Ask yourself
      1  Am I calm?
         2, yes, Tue 8 Dec 2026
      2  Is it safe?
         not scored yet

    Mark a criterion as met with: ninety done 1.b
    Score the questions (0, 1 or 2) with: ninety score 1 2 2
    "#);
    std::fs::write(world.home.path().join("own.toml"), edited.replace("The pool", "A lake"))
        .unwrap();
    insta::assert_snapshot!(world.transcript(&["--plan own.toml check", "--plan own.toml milestones", "--plan own.toml history"]), @r#"
    $ ninety --plan own.toml check
    HOME/data/swim.toml:6: the plan swim has no "the-pool/i-float"; the entry is kept and counts nowhere; put the right id in its place, or leave it.
    HOME/data/swim.toml:6: the plan swim has no "the-pool/i-breathe-out"; the entry is kept and counts nowhere; put the right id in its place, or leave it.
    HOME/data/swim.toml:7: the plan swim has no "the-pool/am-i-calm"; the entry is kept and counts nowhere; put the right id in its place, or leave it.
    HOME/data/swim.toml:7: the plan swim has no "the-pool/is-it-fun"; the entry is kept and counts nowhere; put the right id in its place, or leave it.
    HOME/data/swim.toml:8: the plan swim has no "the-pool"; the entry is kept and counts nowhere; put the right id in its place, or leave it.
    HOME/data/swim.toml:9: the plan swim has no "the-pool"; the entry is kept and counts nowhere; put the right id in its place, or leave it.
    HOME/data/swim.toml:10: the plan swim has no "the-pool"; the entry is kept and counts nowhere; put the right id in its place, or leave it.
    HOME/data/swim.toml: 5 entries; 7 warnings.
    --- exit 1
    $ ninety --plan own.toml milestones
    1 milestone · 1 ahead
    This check list stands beside the tasks: no day waits for it.

      ◇  1  Floating                                              ahead · 0 of 2 met

    `ninety milestones 1` shows the one of week 1 whole.
    $ ninety --plan own.toml history
    Tue 8 Dec 2026 19:41   Reviewed the week of "the-pool"
    Tue 8 Dec 2026 19:41   Logged 5 min on "the-pool"
    Tue 8 Dec 2026 19:41   Kept what you are proudest of for "the-pool"
    Tue 8 Dec 2026 19:41   Scored 2 questions: 2 and 1
    Tue 8 Dec 2026 19:41   Ticked 2 tasks of "the-pool"
    "#);
    std::fs::write(world.home.path().join("own.toml"), WATER).unwrap();
    assert_eq!(world.run("--plan own.toml milestones --json").out, before, "nothing was lost");
}

#[test]
fn a_day_says_what_it_continues_and_what_its_milestone_asks() {
    let mut world = week_3();
    assert_eq!(world.run("done 22 23 24 25 26 27 28").code, 0);
    assert_eq!(world.run("note 28 'Slugs are made once.\n\nAnd kept.'").code, 0);
    assert_eq!(
        world.run("evidence 4 --site https://blog.example.org --commit https://example.org/c").code,
        0
    );
    let part = |said: &str, from: &str| {
        let lines: Vec<&str> = said.lines().skip_while(|line| !line.starts_with(from)).collect();
        lines
            .into_iter()
            .take_while(|line| !line.starts_with("Builds on"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    insta::assert_snapshot!(part(&world.run("today 35").out, "This is ninety's own"), @"
    This is ninety's own check list: the plan's author asks for the tasks alone.
      ○ 35.a  A new visitor can sign up, log in and log out (the logout is a POST).
      ○ 35.b  Opening the create page without login leads to the login page, and
              after the login back to the create page.
      ○ 35.c  A new post belongs to the logged-in user without the form asking for
              an author.
      ○ 35.d  Another user who types the edit or delete address of my post gets 403
              or 404.
      ○ 35.e  Reading posts still needs no login.
      ○ 35.f  The password reset mail appears in the console, and its link sets a
              new password.
      ○ 35.g  Each successful action shows one message once.
      Mark one as met with: ninety done 35.a

    Read and watch
      - Django: the login_required decorator (reference, 10 min)
        https://docs.djangoproject.com/en/stable/topics/auth/default/#the-login-required-decorator
      - Django: referencing the user model (settings.AUTH_USER_MODEL) (reference, 10
        min)
        https://docs.djangoproject.com/en/stable/topics/auth/customizing/#referencing-the-user-model
      - MDN Django tutorial: user authentication and permissions (tutorial, 30 min)
        https://developer.mozilla.org/en-US/docs/Learn_web_development/Extensions/Server-side/Django/Authentication

    Continues
      - Blog with CRUD (day 28): reached; https://blog.example.org
        Last note: Slugs are made once. And kept.
    ");
    let after = world.run("--ascii today 36").out;
    insta::assert_snapshot!(part(&after, "Continues"), @"
    Continues
      - Blog with CRUD (day 28): reached; https://blog.example.org
        Last note: Slugs are made once. And kept.
    ");
    let json: serde_json::Value = serde_json::from_str(&world.run("today 35 --json").out).unwrap();
    assert_eq!(json["day"]["continues"][0]["link"], "https://blog.example.org");
    assert_eq!(json["day"]["criteria"][0]["name"], "35.a");
    world.at("2026-12-10T20:00:00+01:00");
    let json: serde_json::Value = serde_json::from_str(&world.run("status --json").out).unwrap();
    assert_eq!(json["review_due"]["number"], 4);
    assert_eq!(json["criteria_open"], 7 + 7 + 5 + 8);
    insta::assert_snapshot!(world.run("status").out.lines().last().unwrap(), @"Week 4 can be looked back on: `ninety review 4`");
}

#[test]
fn a_journal_of_before_has_all_milestones_with_nothing_kept() {
    let world = World::new();
    std::fs::create_dir(world.data()).unwrap();
    let before = "# a journal\nformat = 1\nplan = \"django-90\"\n\n[log]\n\
        1-00000001 = { at = 2026-11-29T19:41:12+01:00, done = \"project\" }\n";
    std::fs::write(world.journal(), before.replace("\"project\"", "\"cli-contact-book\"")).unwrap();
    insta::assert_snapshot!(world.run("milestones").out.lines().take(6).collect::<Vec<_>>().join("\n"), @r#"
    12 milestones · 1 reached, 11 ahead
    This is ninety's own check list: the plan's author asks for the tasks alone.

      ◆  1  CLI contact book                    reached Sun 29 Nov 2026 · 0 of 7 met
           ○ 7.a   `python contacts.py add "Ada" ada@example.org` stores a contact
                   and says so (a menu instead of arguments is fine).
    "#);
    assert_eq!(world.run("evidence").all(), world.run("evidence 1").all());
    assert_eq!(world.run("review").code, 0);
}
