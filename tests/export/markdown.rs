//! The study journal as a document: its words exactly, its outline as another parser sees it, and nothing lost.
//!
//! Deliberately absent: words that would reach out of their quote (`hostile.rs`), writing it to a file (`files.rs`), the portfolio and the table (`others.rs`).

use crate::common::{World, evening_17};
use crate::evenings;
use crate::outline::{dialects, links, outline, shown};
use crate::told::{Told, journal_of};
use ninety::journal::{Answers, Fact, Mark};
use ninety::plan::{DayId, Plan};

fn world_of(told: Told) -> World {
    let mut world = World::new();
    let later = evenings::later(&told);
    world.at(&later.to_rfc3339());
    std::fs::create_dir_all(world.data()).unwrap();
    std::fs::write(world.journal(), journal_of("django-90", told)).unwrap();
    world
}

/// The first day of a week.
fn id(week: usize) -> DayId {
    let plan = Plan::builtin();
    let week = plan.week(plan.week_no(week).unwrap());
    plan.day(week.first()).id().clone()
}

/// The links of a week.
fn links_of(week: usize) -> [String; 2] {
    [format!("https://example.org/code/{week}?a=1&b=[2]"), format!("https://site{week}.example.org/")]
}

/// Ninety days, with everything kept for each of the twelve milestones, and a review a week.
fn whole_way() -> Told {
    let plan = Plan::builtin();
    let mut told = evenings::facts(plan, u16::MAX);
    let at = evenings::later(&told);
    for week in plan.weeks() {
        let no = usize::from(week.no().get());
        let milestone = week.milestone.as_ref().unwrap();
        for url in links_of(no) {
            told.push((at, Fact::Link { week: id(no), url, over: Vec::new() }));
        }
        let met = milestone.accept.iter().skip(no % 2);
        let met = met.map(|check| Mark::Item(check.id().clone())).collect();
        told.push((at, Fact::Done(met)));
        let can: Vec<String> = (1..=60).map(|line| format!("Line {line} of week {no}.")).collect();
        let can = can.join("\n");
        let answers = Answers::new([&can, "Shaky:\n\n```", "If … then …"]);
        told.push((at, Fact::Review { week: id(no), answers, over: Vec::new() }));
    }
    told
}

#[test]
fn ninety_days_have_the_outline_of_the_plan_in_every_dialect() {
    let document = world_of(whole_way()).run("export md");
    assert_eq!((document.err.as_str(), document.code), ("", 0));
    let plan = Plan::builtin();
    let mut wanted = vec![format!("# {}", plan.title())];
    let mut phase = 0;
    for week in plan.weeks() {
        let mut phases = plan.phases().iter().zip(1..);
        let (new, number) = phases.find(|(new, _)| (new.first()..=new.last()).contains(&week.no())).unwrap();
        if number != phase {
            wanted.push(format!("## Phase {number}: {}", new.title));
        }
        phase = number;
        wanted.push(format!("### Week {}, {}", week.no(), week.title));
        for day in plan.days_in(week) {
            wanted.push(format!("#### Day {}: {}", day.no(), day.title));
        }
        wanted.push(format!("#### Milestone: {}", week.milestone.as_ref().unwrap().title));
        wanted.push(format!("#### Review of week {}", week.no()));
        wanted.push("##### What I can do now".to_owned());
        wanted.push("##### What is still shaky".to_owned());
        wanted.push("##### One change for next week".to_owned());
    }
    for options in dialects() {
        assert_eq!(outline(&document.out, &options), wanted);
    }
}

#[test]
fn ninety_days_lose_no_note_link_or_answer() {
    let told = whole_way();
    let text = world_of(told.clone()).run("export md").out;
    let mut found = 0;
    let mut holds = |words: &str| {
        let quote: Vec<String> = shown(words).lines().map(quoted).collect();
        assert!(text.contains(&format!("\n\n{}\n", quote.join("\n"))), "{words} is not in\n{text}");
        found += 1;
    };
    for (_, fact) in &told {
        match fact {
            Fact::Note { text, .. } => holds(text),
            Fact::Skip { because, .. } => holds(because),
            Fact::Review { answers, .. } => {
                for answer in ninety::journal::Answer::ALL {
                    holds(answers.get(answer));
                }
            }
            _ => {}
        }
    }
    assert_eq!(found, 13 + 1 + 36);
    let kept: Vec<String> = (1..=12).flat_map(links_of).collect();
    assert_eq!(links(&text).len(), kept.len());
    for link in kept {
        assert!(text.contains(&format!("<{link}>")), "{link} is not in it");
    }
    let met = Plan::builtin()
        .weeks()
        .iter()
        .map(|week| week.milestone.as_ref().unwrap().accept.len() - usize::from(week.no().get() % 2));
    assert_eq!(text.matches("- [ ] ").count(), 6, "of every second milestone one is open");
    assert!(text.matches("- [x] ").count() > met.sum());
}

fn quoted(line: &str) -> String {
    if line.is_empty() { ">".to_owned() } else { format!("> {line}") }
}

#[test]
fn week_12_and_its_milestone_of_four_days_read_well() {
    insta::assert_snapshot!(world_of(whole_way()).run("export md --weeks 12").out);
}

#[test]
fn an_evening_in_week_3_reads_well() {
    let world = evening_17();
    assert_eq!(world.run("note 17 '# Later\n<!-- see `views.py` -->'").code, 0);
    assert_eq!(world.run("done 21.a").code, 0);
    insta::assert_snapshot!(world.run("export md --weeks 3-3").all(), @"
    # Backend web development with Python + Django

    Become proficient in backend web development: databases, server-side programming, APIs and deployment.

    Started Mon 23 Nov 2026 · 16 of 90 days complete, 1 skipped, as of Tue 8 Dec 2026 · 2 of 12 milestones reached · 1 h 30 min logged

    ## Phase 2: Django Fundamentals

    ### Week 3, Django Basics

    2 of 7 days complete, 1 skipped

    #### Day 15: First Django project

    Completed Mon 23 Nov 2026

    - [x] Install Django
    - [x] Create first project
    - [x] Run local server

    #### Day 16: Project layout and apps

    Completed Mon 23 Nov 2026

    - [x] Django folder structure
    - [x] Create first app

    #### Day 17: Views

    Begun · 1 h 30 min logged

    - [x] Views (function-based views)
    - [ ] Create a homepage that says “Welcome!”

    > render() needs the request first.

    > ```
    > # Later
    > <!-- see `views.py` -->
    > ```

    #### Day 18: URLs

    Skipped, because:

    > known from work

    #### Milestone: Portfolio website

    Day 21 · 1 of 7 checks ticked

    - [x] `python manage.py runserver` starts without errors, and /, /about/ and /contact/ answer 200.
    - [ ] All three pages extend one base template with a shared navigation.
    - [ ] Every link between your pages is made with {% url %}; none of the site's own paths is typed by hand in a template. (Links to other sites are typed in full.)
    - [ ] The stylesheet is loaded with {% static %} and visibly applies.
    - [ ] At least one page shows data passed from its view, such as a list of projects in a loop.
    - [ ] An unknown address answers 404.
    - [ ] `pip install -r requirements.txt` in a new virtual environment is enough to run it.
    ");
}

#[test]
fn without_anything_recorded_it_says_so() {
    insta::assert_snapshot!(World::new().transcript(&["export md", "export md --weeks 2"]), @"
    $ ninety export md
    # Backend web development with Python + Django

    Become proficient in backend web development: databases, server-side programming, APIs and deployment.

    0 of 90 days complete, as of Tue 8 Dec 2026 · 0 of 12 milestones reached

    Nothing is recorded yet.
    $ ninety export md --weeks 2
    # Backend web development with Python + Django

    Become proficient in backend web development: databases, server-side programming, APIs and deployment.

    0 of 90 days complete, as of Tue 8 Dec 2026 · 0 of 12 milestones reached

    Nothing is recorded yet.
    ");
}

#[test]
fn weeks_are_named_as_people_do() {
    let world = evening_17();
    assert_eq!(world.run("export md --weeks 3"), world.run("export md --weeks 3-3"));
    let both = world.run("export md --weeks ' 1 - 2 '").out;
    assert!(both.contains("### Week 1, ") && both.contains("### Week 2, "));
    assert!(!both.contains("### Week 3, "));
    insta::assert_snapshot!(world.transcript(&[
        "export md --weeks 12-99", "export md --weeks 5-3", "export md --weeks 3-", "export md --weeks x", "export md --weeks 0",
        "export json --weeks 3",
    ]), @r#"
    $ ninety export md --weeks 12-99
    --- stderr
    ninety: There is no week 99: the plan has weeks 1 to 12.
    --- exit 1
    $ ninety export md --weeks 5-3
    --- stderr
    ninety: The weeks 5-3 run backwards: write 3-5.

    For more information, try 'ninety export --help'.
    --- exit 2
    $ ninety export md --weeks 3-
    --- stderr
    ninety: "3-" are no weeks: write one such as 3, or several such as 3-5.

    For more information, try 'ninety export --help'.
    --- exit 2
    $ ninety export md --weeks x
    --- stderr
    ninety: There is no week "x": the plan has weeks 1 to 12.
    --- exit 1
    $ ninety export md --weeks 0
    --- stderr
    ninety: There is no week 0: the plan has weeks 1 to 12.
    --- exit 1
    $ ninety export json --weeks 3
    --- stderr
    ninety: --weeks is for md.

    For more information, try 'ninety export --help'.
    --- exit 2
    "#);
}

#[test]
fn what_the_plan_no_longer_has_is_still_in_it() {
    let world = evening_17();
    let lines = [
        r#"day = "zebra", note = "striped""#,
        r#"day = "zebra", minutes = 5"#,
        r#"done = ["cli-contact-book/it-sings", "zebra/stripe"]"#,
        r#"skip = "bee", because = "It stings.""#,
        r#"week = "ant", link = "https://ant.example.org""#,
        r#"review = "zebra", can = "Run.", shaky = "Stripes.""#,
    ];
    let mut text = world.text();
    for (number, line) in (900..).zip(lines) {
        let entry = format!("{number}-00000001 = {{ at = 2026-12-08T19:41:12+01:00, {line} }}\n");
        text.push_str(&entry);
    }
    std::fs::write(world.journal(), text).unwrap();
    let document = world.run("export md").out;
    let rest = document.split("## No longer").nth(1).unwrap();
    insta::assert_snapshot!(rest, @"
     in the plan

    These are kept; the plan has nothing by these names.

    - [x] cli-contact-book/it-sings
    - [x] zebra/stripe

    bee, skipped:

    > It stings.

    zebra, notes:

    > striped

    zebra, minutes:

    - 5

    ant, links:

    > https://ant.example.org

    zebra, reviews:

    > Run.

    > Stripes.
    ");
    assert!(!world.run("export md --weeks 1-12").out.contains("No longer"));
    for options in dialects() {
        assert_eq!(outline(&document, &options).last().unwrap(), "## No longer in the plan");
    }
}

#[test]
fn a_plan_without_phases_and_milestones_has_an_outline_too() {
    let world = World::new();
    let plan = "title = \"_Swim_ <b> [x](y) #\"\n\n[[week]]\ntitle = \"* Water\"\n\n[[week.day]]\ntasks = [{ do = \"1. Find `a pool\" }]\n";
    std::fs::write(world.home.path().join("swim.toml"), plan).unwrap();
    assert_eq!(world.run("--plan swim.toml done 1").code, 0);
    let document = world.run("--plan swim.toml export md").out;
    insta::assert_snapshot!(document, @r#"
    # \_Swim\_ \<b> [x\](y) \#

    Started Tue 8 Dec 2026 · 1 of 1 day complete, as of Tue 8 Dec 2026

    ## Week 1, \* Water

    1 of 1 day complete

    ### Day 1: 1. Find \`a pool

    Completed Tue 8 Dec 2026

    - [x] 1. Find \`a pool
    "#);
    for options in dialects() {
        assert_eq!(
            outline(&document, &options),
            ["# _Swim_ <b> [x](y) #", "## Week 1, * Water", "### Day 1: 1. Find `a pool"]
        );
    }
}
