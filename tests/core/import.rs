//! Plans made of lists that somebody else wrote: what becomes a week, a day and a task, what is passed over, and its ids.
//!
//! Deliberately absent: what holds of any text (`import_any.rs`), and files and messages (`cli/plans.rs`).

use ninety::plan::{Day, Imported, NoPlan, Plan};
use std::fmt::Write;

fn import(markdown: &str) -> Imported {
    made(markdown).unwrap()
}

fn made(markdown: &str) -> Result<Imported, NoPlan> {
    let id = Plan::builtin().id().clone();
    Imported::of(markdown, id, "My list")
}

/// The plan as an outline: weeks, days, tasks (`x` where ticked), what is said and what to read.
pub fn outline(markdown: &str) -> String {
    let Imported { plan, ticked, passed, .. } = import(markdown);
    let mut out = format!("{}\n", plan.title());
    for week in plan.weeks() {
        if let Some(phase) = plan.phases().iter().find(|phase| phase.first() == week.no()) {
            writeln!(out, "{}", phase.title).unwrap();
        }
        writeln!(out, "{}: {}", week.no(), week.title).unwrap();
        for day in plan.days_in(week) {
            let said = day.note.map_or(String::new(), |note| format!("  \"{}\"", note.replace('\n', "|")));
            writeln!(out, "  {}. {} ({}){said}", day.no(), day.title, day.id()).unwrap();
            for task in day.tasks() {
                let mark = if ticked.contains(task.id()) { "x" } else { "-" };
                writeln!(out, "     {mark} {}", task.text).unwrap();
            }
            for resource in day.resources {
                writeln!(out, "     > {}: {}", resource.title, resource.url()).unwrap();
            }
        }
    }
    if passed > 0 {
        writeln!(out, "{passed} lines are not in it").unwrap();
    }
    out
}

#[test]
fn headings_that_have_a_list_are_days_and_those_above_them_weeks() {
    insta::assert_snapshot!(outline("\
# The book

About it.

## Part one
### Chapter 1: *Begin*
Read it `twice`, in
one go.
- [x] Read the **text**
- [ ] [Exercises](https://e.example/1) of the chapter
    1. first
    2) second

### Chapter 2
* see
  * <https://e.example/2> and https://e.example/3.
+ [here](chapter.md)

## Part two
### Chapter 3
- [X] Parent:
  - [ ] child
"), @r#"
    The book
    1: Part one
      1. Begin (begin)  "Read it twice, in one go.||- first|- second"
         x Read the text
         - Exercises of the chapter
         > Exercises: https://e.example/1
      2. Chapter 2 (chapter-2)
         - see: https://e.example/2 and https://e.example/3.
         - here
         > https://e.example/2: https://e.example/2
         > https://e.example/3: https://e.example/3
    2: Part two
      3. Chapter 3 (chapter-3)
         x Parent
         - child
    1 lines are not in it
    "#);
}

#[test]
fn of_one_list_each_item_is_a_day_in_weeks_of_seven() {
    insta::assert_snapshot!(outline("\
1. gehen
2. sehen
   - sah
   - hat gesehen
3. [x] sein
   - [ ] war
4. haben
5. geben
6. kommen
7. wissen
8. [lassen](https://e.example/lassen)
"), @"
    My list
    1: Week 1
      1. gehen (gehen)
         - gehen
      2. sehen (sehen)
         - sah
         - hat gesehen
      3. sein (sein)
         - war
      4. haben (haben)
         - haben
      5. geben (geben)
         - geben
      6. kommen (kommen)
         - kommen
      7. wissen (wissen)
         - wissen
    2: Week 2
      8. lassen (lassen)
         - lassen
         > lassen: https://e.example/lassen
    ");
}

#[test]
fn a_log_by_days_is_a_plan_of_these_days() {
    insta::assert_snapshot!(outline("\
# Log
### R1D1
Started the weather app.
Its address is http://e.example/app

### R1D2 - Layout
**Today's progress**: grids.

#### Links
1. [One](https://e.example/one)
"), @r#"
    Log
    1: Week 1
      1. R1D1 (r1d1)  "Started the weather app. Its address is http://e.example/app"
         - R1D1
         > http://e.example/app: http://e.example/app
      2. Layout (layout)  "Today's progress: grids."
         - Links: One
         > One: https://e.example/one
    "#);
    insta::assert_snapshot!(outline("Day 1: Variables\n- names\n\n**Day 2**\n- if\n- else\n\n***Day 3***: loops\n- for\n"), @"
    My list
    1: Week 1
      1. Variables (variables)
         - names
      2. Day 2 (day-2)
         - if
         - else
      3. loops (loops)
         - for
    ");
    insta::assert_snapshot!(outline("## Week 1: Start\n- Mon\n- Tue\n\n## Week 2\n- Mon\n"), @"
    My list
    1: Start
      1. Mon (mon)
         - Mon
      2. Tue (tue)
         - Tue
    2: Week 2
      3. Mon (mon-2)
         - Mon
    ");
    insta::assert_snapshot!(outline("| # | Topic |\n| - | - |\n| Day 1 | [Sets](sets.md) |\n| Day 2 | Maps |\n"), @"
    My list
    1: Week 1
      1. Sets (sets)
         - Sets
      2. Maps (maps)
         - Maps
    ");
}

#[test]
fn what_is_above_weeks_is_a_phase_and_long_lists_are_weeks() {
    insta::assert_snapshot!(outline("\
# Roadmap
## Phase 1: Basics
### Goal

**📅 Week 1: Core**
- [ ] variables
- [x] loops:

**Week 2**
- [ ] recursion

## Phase 2: More
**Week 3: Search**
- [ ] linear

**Daily**: one exercise
"), @r#"
    Roadmap
    Basics: Goal
    1: Core
      1. variables (variables)
         - variables
      2. loops (loops)
         x loops
    2: Week 2
      3. recursion (recursion)
         - recursion
    More
    3: Search
      4. linear (linear)  "Daily: one exercise"
         - linear
    "#);
    insta::assert_snapshot!(outline("# Book\n## I\n- a\n  - b\n  - c\n- d\n  - e\n  - f\n- g\n- h\n- i\n- j\n- k\n"), @"
    Book
    1: I
      1. a (a)
         - b
         - c
      2. d (d)
         - e
         - f
      3. g (g)
         - g
      4. h (h)
         - h
      5. i (i)
         - i
      6. j (j)
         - j
      7. k (k)
         - k
    ");
    let chapters = (1..=15).map(|n| format!("### Chapter {n}\n- x\n")).collect::<Vec<_>>().concat();
    let plan = import(&format!("## One\n- a\n## Two\n{chapters}")).plan;
    let weeks: Vec<&str> = plan.weeks().iter().map(|week| week.title).collect();
    assert_eq!(weeks, ["Week 1", "Two (1)", "Two (2)", "Two (3)"]);
}

#[test]
fn a_heading_may_lead_to_itself_and_a_sentence_with_a_number_is_none() {
    let linked = outline("## [Day 1](#day-1)\n- a\n- b\n\n## [Day 2](#day-2)\n- c\n");
    assert_eq!(outline("## Woche 1\n- a\n## Woche 2\n- b\n"), outline("## Week 1\n- a\n## Week 2\n- b\n"));
    assert_eq!(linked, outline("## Day 1\n- a\n- b\n\n## Day 2\n- c\n"));
    insta::assert_snapshot!(outline("## Setup\nPython 3.12 must be there, as well as:\n- git\n- H<sub>2</sub>O :tada:\n## D3.js\n- :book: read\n"), @r#"
    My list
    1: Week 1
      1. Setup (setup)  "Python 3.12 must be there, as well as:"
         - git
         - H2O :tada:
      2. D3.js (d3-js)
         - :book: read
    "#);
}

#[test]
fn titles_lose_their_number_whatever_word_is_before_it() {
    for (one, two) in [
        ("Day 1: a", "day 2 - b"),
        ("Tag 1 – a", "Tag 2: b"),
        ("Jour 1: a", "Jour 2. b"),
        ("День 1. a", "ДЕНЬ 2: b"),
        ("Ημέρα 1: a", "Ημέρα 2: b"),
        ("第1天：a", "第2天 b"),
        ("1日目 a", "2日目：b"),
        ("1일차: a", "2일차: b"),
        ("R1D1: a", "r1d2 b"),
        ("1. a", "2) b"),
        ("📅 Lesson #1 - a", "Unit 2: b"),
    ] {
        let plan = import(&format!("## {one}\n- x\n## {two}\n- y\n")).plan;
        let titles: Vec<&str> = plan.days().iter().map(|day| day.title).collect();
        assert_eq!(titles, ["a", "b"], "{one}, {two}");
    }
    // Where they are not counted as the plan counts, the label stays.
    let plan = import("## Day 0: a\n- x\n## Day 1: b\n- y\n").plan;
    assert_eq!(plan.days()[0].title, "Day 0: a");
    for stays in [
        "Day 1-2: a",
        "Day 1 - 2: a",
        "1.1 a",
        "2026-01-02: a",
        "1 a",
        "1st: a",
        "Two words 1: a",
        "Day १: a",
        "Run 1 km",
        "Level 1 basics",
        "1-minute plank",
        "D1.js",
        "Mission 1 to Mars",
    ] {
        let plan = import(&format!("## {stays}\n- x\n## Day 2: b\n- y\n")).plan;
        assert_eq!(plan.days()[0].title, stays);
    }
}

#[test]
fn what_is_no_list_is_passed_over_and_counted() {
    insta::assert_snapshot!(outline("\
---
title: front matter
---
<!-- a comment -->
# Course

- [One](#one)
- [Two](#two)

Words above the first day.

## One
- a

```sh
not - a list
```

## Two
- b \u{202e}evil\u{1b}[31m
- ![only a picture](https://e.example/p.png)

## License
MIT
"), @"
    Course
    1: Week 1
      1. One (one)
         - a
      2. Two (two)
         - b evil
    8 lines are not in it
    ");
    for nothing in
        ["", "words", "# A heading", "```\n- code\n```", "- ", "- ![p](q.png)", "<!-- - a -->", "---\na: b\n---"]
    {
        assert_eq!(made(nothing).err(), Some(NoPlan::Empty), "{nothing:?}");
    }
    assert_eq!(made(&"- a\n".repeat(65_536)).err(), Some(NoPlan::TooLarge));
    assert_eq!(made(&"- a\n".repeat(600_000)).err(), Some(NoPlan::TooLarge));
    assert_eq!(made(&format!("# Day 1\n{}", "- a\n".repeat(70_000))).err(), Some(NoPlan::TooLarge));
}

#[test]
fn every_day_and_task_has_an_id_of_its_own() {
    let plan =
        import("# T\n## A\n- x\n- x\n- x 2\n- ⭐\n## A\n- x\n## 7\n- ?\n## 1-2\n- y\n## ⭐\n- z\n## :\n- :\n").plan;
    let ids: Vec<&str> = plan.days().iter().flat_map(Day::tasks).map(|task| task.id().as_str()).collect();
    assert_eq!(
        ids,
        ["a/x", "a/x-2", "a/x-2-2", "a/task-4", "a-2/x", "day-7/task-1", "day-1-2/y", "day-5/z", "day-6/task-1"]
    );
}
