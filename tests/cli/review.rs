//! `ninety review`: in a pipe, with options, and on a real terminal.
//!
//! Deliberately absent: the week that it prints (`weeks.rs`).

use crate::common::{World, evening_17};
use crate::pty::Line;

/// A world whose third week is over on the evening of 9 December.
fn week_3() -> World {
    let mut world = evening_17();
    assert_eq!(world.run("done 17 19 20").code, 0);
    assert_eq!(world.at("2026-12-09T20:00:00+01:00").run("done 21 21.a 21.f").code, 0);
    world
}

#[test]
fn in_a_pipe_the_week_is_printed_and_nothing_is_recorded() {
    let world = week_3();
    let before = world.text();
    insta::assert_snapshot!(world.transcript(&["review", "--ascii review 12"]), @"
    $ ninety review
    Week 3, Django Basics
    Phase 2, Django Fundamentals · 6 of 7 days complete, 1 skipped · 1 h 30 min
    logged
      ✓ 15  First Django project                                          Mon 23 Nov
      ✓ 16  Project layout and apps                                       Mon 23 Nov
      ✓ 17  Views                                                          Tue 8 Dec
      × 18  URLs                                                             skipped
      ✓ 19  Templates                                                      Tue 8 Dec
      ✓ 20  Static files                                                   Tue 8 Dec
      ✓ 21  Portfolio website ◆                                            Wed 9 Dec

    Milestone: Portfolio website
    Day 21 · reached Wed 9 Dec 2026 · 2 of 7 checks ticked
      ✓ 21.a  `python manage.py runserver` starts without errors, and /, /about/ and
              /contact/ answer 200.
      ○ 21.b  All three pages extend one base template with a shared navigation.
      ○ 21.c  Every link between your pages is made with {% url %}; none of the
              site's own paths is typed by hand in a template. (Links to other sites
              are typed in full.)
      ○ 21.d  The stylesheet is loaded with {% static %} and visibly applies.
      ○ 21.e  At least one page shows data passed from its view, such as a list of
              projects in a loop.
      ✓ 21.f  An unknown address answers 404.
      ○ 21.g  `pip install -r requirements.txt` in a new virtual environment is
              enough to run it.
    Built on later by day 34 (A tidy interface) and day 89 (Portfolio).

    Ask yourself
      - Can I add a fourth page by touching one view, one URL and one template?
      - Are my views free of HTML?
      - Would I show this page to someone as it is?

    Beyond it
      - Mark the current page in the navigation.
      - A layout that still reads well at a width of 360 pixels.
      - Your own 404.html. To see it set DEBUG = False and ALLOWED_HOSTS =
        ['localhost', '127.0.0.1']; the CSS is gone meanwhile, because runserver
        serves static files only with DEBUG on.

    What goes wrong easily
      - CSS changes do not show: the browser has the old file (reload without
        cache), or the static folder is not in an app or STATICFILES_DIRS.
      - TemplateDoesNotExist: the app is missing from INSTALLED_APPS, or the folder
        is template instead of templates.
      - Pushing settings.py with its SECRET_KEY: the plan reaches environment
        variables on day 66. Until then keep the repository private, or make a new
        key before you deploy.

    Review
    There are no answers yet. R on the screen asks three questions;
    `ninety help review` says how to answer here.
    $ ninety --ascii review 12
    Week 12, Final Capstone Project
    Phase 6, Deployment + Capstone Project - 0 of 13 days complete
        78  Plan the capstone                                             Fri 26 Feb
        79  Capstone: authentication                                       Mon 1 Mar
        80  Capstone: core features                                        Tue 2 Mar
        81  Capstone: admin dashboard                                      Wed 3 Mar
        82  Capstone: PostgreSQL                                           Thu 4 Mar
        83  Capstone: API                                                  Fri 5 Mar
        84  Capstone: testing                                              Mon 8 Mar
        85  Capstone: docs and README                                      Tue 9 Mar
        86  Capstone: deploy                                              Wed 10 Mar
        87  Launch check ^                                                Thu 11 Mar
        88  Share on GitHub ^                                             Fri 12 Mar
        89  Portfolio ^                                                   Mon 15 Mar
        90  Tell people, look back ^                                      Tue 16 Mar

    Milestone: Your full production-ready backend app is live
    Days 87-90 - 0 of 4 days complete - 0 of 8 checks ticked
      o 90.a  Someone who never saw it finished the main story on the live site
              without help.
      o 90.b  No account can see another's private data or change what it does not
              own, on the site or in the API; tests cover both.
      o 90.c  The repository is public, its history holds no secret, and CI is green
              on the main branch.
      o 90.d  A fresh clone runs by following the README alone.
      o 90.e  API documentation is online (schema and a browsable page).
      o 90.f  A backup of the live database has been restored somewhere else.
      o 90.g  The portfolio links the live app and the code and says what you
              decided and why.
      o 90.h  The LinkedIn post is published, with a link and one thing you learned.

    Ask yourself
      - Can I explain the data model and one trade-off in three minutes?
      - What breaks first if a hundred people come at once?
      - Which part would I write differently now?
      - What is the next thing I want to learn, and why?

    Beyond it
      - A two-minute video tour.
      - A written post about the hardest bug.
      - Ask a working developer for a review, and answer it in issues.

    What goes wrong easily
      - Still adding features on day 87: freeze, and fix.
      - Making a repository public with an old key in its history.
      - A demo that needs an account nobody has.
    ");
    assert_eq!(world.text(), before);
    assert_eq!(world.fed("review", "Views.\n\n\n"), world.run("review 3"), "standard input is not read");
    for line in ["review", "review 12", "review 12 --json"] {
        assert_eq!(world.run(line), world.run(&line.replace("review", "week")), "{line}");
    }
}

#[test]
fn answers_are_recorded_one_by_one_or_together() {
    let mut world = week_3();
    insta::assert_snapshot!(world.transcript(&[
        "review --can 'Views, URLs and templates.' --next 'if it is late, then one task'", "review --shaky 'Inheritance.\nStatic files.'",
        "review 3 --can 'Views, URLs and templates.'", "review --next ''", "undo", "review 2 --shaky ''", "review 13 --can x", "history -n 6",
        "status",
    ]), @"
    $ ninety review --can 'Views, URLs and templates.' --next 'if it is late, then one task'
    Reviewed week 3, Django Basics.
    Take it back with: ninety undo
    $ ninety review --shaky 'Inheritance.
    Static files.'
    Changed the review of week 3, Django Basics.
    Take it back with: ninety undo
    $ ninety review 3 --can 'Views, URLs and templates.'
    Nothing is new in the review of week 3, Django Basics.
    $ ninety review --next ''
    Changed the review of week 3, Django Basics.
    Take it back with: ninety undo
    $ ninety undo
    Undone: Changed the review of week 3, Django Basics.
    Bring it back with: ninety redo
    $ ninety review 2 --shaky ''
    Reviewed week 2, Git, OOP, Virtual Environments.
    Take it back with: ninety undo
    $ ninety review 13 --can x
    --- stderr
    ninety: There is no week 13: the plan has weeks 1 to 12. Day 13 is in week 2.
    --- exit 1
    $ ninety history -n 6
    Wed 9 Dec 2026 20:00   Reviewed week 2, Git, OOP, Virtual Environments
    Wed 9 Dec 2026 20:00   Undone: Changed the review of week 3, Django Basics
    Wed 9 Dec 2026 20:00   Changed the review of week 3, Django Basics (taken back)
    Wed 9 Dec 2026 20:00   Changed the review of week 3, Django Basics
    Wed 9 Dec 2026 20:00   Reviewed week 3, Django Basics
    Wed 9 Dec 2026 20:00   Ticked 5 tasks and 2 checks of day 21, Portfolio website
    --- stderr
    ninety: … and 7 older entries; `ninety history -n 13` shows them all.
    $ ninety status
    Day 22 of 90 · this week 4 of 5
    Finish Tue 16 Mar 2027 · goal Thu 8 Apr 2027 · 17 days to spare
    Done for today. Next: day 22, Models, Thu 10 Dec.
    Warm-up: 6 questions, 2 min: `ninety recall`.
    ");
    insta::assert_snapshot!(world.run("review 3").out.split("\n\n").skip(6).collect::<Vec<_>>().join("\n\n"), @"
    What I can do now
      Views, URLs and templates.

    What is still shaky
      Inheritance.
      Static files.

    One change for next week
      if it is late, then one task
    ");
    world.at("2026-12-10T20:00:00+01:00");
    assert!(world.run("review").out.starts_with("Week 4, "), "tomorrow it is the next week");
}

#[test]
fn an_answer_may_have_sixty_lines() {
    let world = week_3();
    let answer: Vec<String> = (1..=60).map(|n| format!("- line {n} of sixty")).collect();
    let mut command = world.command();
    let said = world.said(&command.args(["review", "3", "--can", &answer.join("\n")]).output().unwrap());
    assert_eq!(said.out, "Reviewed week 3, Django Basics.\nTake it back with: ninety undo\n");
    let shown = world.run("review 3").out;
    assert!(
        shown.contains("\n\nWhat I can do now\n  - line 1 of sixty\n") && shown.ends_with("\n  - line 60 of sixty\n"),
        "{shown}"
    );
}

#[test]
fn a_review_that_cannot_be_saved_is_kept_in_a_file() {
    let world = World::new();
    assert_eq!(world.run("done 1.1").code, 0);
    let lock = world.data().join("django-90.lock");
    std::fs::remove_file(&lock).unwrap();
    std::fs::create_dir(lock).unwrap();
    let said = world.run("review 1 --can 'Loops.'");
    let path = said.err.split("is kept in ").nth(1).unwrap().split(".\n").next().unwrap();
    assert!(path.ends_with("/review-of-week-1-python-programming-basics.md"), "{path}");
    assert!(std::fs::read_to_string(path).unwrap().starts_with("What I can do now\n\nLoops.\n"));
    std::fs::remove_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
    assert_eq!((said.out.as_str(), said.code), ("", 1));
}

#[test]
fn on_a_terminal_the_same_is_printed_and_nothing_is_asked() {
    let world = week_3();
    let mut line = Line::start(&world, None, &["review"]);
    assert_eq!(line.ended(), 0);
    assert_eq!(line.text().replace("\r\n", "\n"), world.run("review").out);
    let mut line = Line::start(&world, None, &["review", "3", "--json"]);
    assert_eq!(line.ended(), 0);
    assert!(line.text().starts_with("{\r\n  \"schema\": 1,"), "{}", line.text());
    let mut line = Line::start(&world, None, &["review", "3", "--can", "Views."]);
    assert_eq!(line.ended(), 0);
    assert_eq!(line.text(), "Reviewed week 3, Django Basics.\r\nTake it back with: ninety undo\r\n");
}

#[test]
fn a_week_of_which_nothing_is_done_is_not_reviewed() {
    let world = week_3();
    let before = world.text();
    insta::assert_snapshot!(world.transcript(&["review 9 --can x", "review 9 --next ''"]), @"
    $ ninety review 9 --can x
    --- stderr
    ninety: Nothing was done in week 9 yet; there is nothing to review.
    --- exit 1
    $ ninety review 9 --next ''
    --- stderr
    ninety: Nothing was done in week 9 yet; there is nothing to review.
    --- exit 1
    ");
    assert_eq!(world.text(), before);
    assert_eq!(world.run("note 57 begun").code, 0);
    assert_eq!(world.run("review 9 --can x").code, 0);
}

#[test]
fn a_program_gets_the_report_once_its_answers_are_recorded() {
    let world = week_3();
    for _again in [1, 2] {
        let said = world.run("review 3 --json --can Views.");
        let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!((&json["review"]["can"], said.code), (&"Views.".into(), 0));
    }
    assert_eq!(world.entries().matches("review = ").count(), 1);
    assert_eq!(world.run("review 3 --json").out, world.run("review 3 --json --can Views.").out);
}

#[test]
fn the_evening_after_a_week_its_review_is_still_the_one_that_is_meant() {
    let mut world = week_3();
    world.at("2026-12-10T20:00:00+01:00");
    assert_eq!(world.run("done 22.1").code, 0);
    assert!(world.run("review").out.starts_with("Week 3, "), "{}", world.run("review").all());
    assert_eq!(world.run("review --can loop").code, 0);
    assert!(world.run("week 3").out.contains("What I can do now\n  loop\n"), "{}", world.run("week 3").out);
}
