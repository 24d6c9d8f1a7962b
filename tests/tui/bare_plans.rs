//! A plan that has only a title, weeks and tasks, on every screen: none speaks of what only other plans have, and none
//! keeps a place for it.
//!
//! Deliberately absent: what the verbs say of it (`cli/bare_plans.rs`).

use crate::play::Play;
use ninety::plan::{Plan, Source};

const BARE: &str = "title = \"Swim\"\n[[week]]\ntitle = \"Strokes\"\n\
                    [[week.day]]\ntitle = \"Breathing\"\ntasks = [{ do = \"Blow bubbles\" }, { do = \"Breathe out\" }]\n\
                    [[week.day]]\ntitle = \"Floating\"\ntasks = [{ do = \"Float\" }]\n\
                    [[week]]\ntitle = \"Kicks\"\n\
                    [[week.day]]\ntitle = \"Flutter kick\"\ntasks = [{ do = \"Kick a length\" }]\n\
                    [[week.day]]\ntitle = \"Frog kick\"\ntasks = [{ do = \"Kick another\" }]\n";

const SIZES: [(u16, u16); 4] = [(80, 24), (40, 10), (60, 16), (120, 40)];

/// What no screen says of a plan that has nothing of the kind.
const FOREIGN: [&str; 20] = [
    "jango",
    "ython",
    "90",
    "ilestone",
    "hase",
    "check",
    "Check",
    "extra",
    "Ask yourself",
    "Beyond it",
    "goes wrong",
    "Links",
    "add a link",
    "Read",
    "Warm-up",
    "question",
    "hours",
    "Builds",
    "o open",
    "f more",
];

/// Everything that can be looked at, from the first day on.
const SCREENS: [&str; 18] =
    ["1", "l", "h", "2", "tab", "tab", "[", "]", "3", "j", "v j", "esc", "4", "5", "1 r", "esc", "2 R", "esc"];

fn begun(text: &str) -> Play {
    let plan = Plan::read(&[Source { name: "swim.toml".into(), text: text.into() }]).unwrap();
    Play::of(Box::leak(Box::new(plan)))
}

fn assert_own(play: &mut Play, what: &str) {
    for (columns, rows) in SIZES {
        play.resize(columns, rows);
        let text = play.text();
        for word in FOREIGN {
            assert!(!text.contains(word), "{word:?} on {what} at {columns}x{rows}:\n{text}");
        }
    }
    play.resize(80, 24);
}

#[test]
fn no_screen_of_a_bare_plan_speaks_of_what_only_others_have() {
    let mut play = begun(BARE);
    assert_own(&mut play, "the first start");
    play.play("enter");
    for step in ["", "1 t space space", "t space space", "t space", "t space", "t space space", "t space space"] {
        play.play(step);
        assert_own(&mut play, &format!("what follows {step:?}"));
        for keys in SCREENS {
            play.play(keys);
            assert_own(&mut play, &format!("{keys:?} after {step:?}"));
        }
        play.play("esc 1");
    }
    assert_eq!(play.study().days_complete(), 4);
    let mut later = play.at("2026-12-24T19:41:12+01:00");
    assert_own(&mut later, "the opening weeks after the end");
}

#[test]
fn a_week_that_leads_to_nothing_has_its_days_beside_its_review() {
    let mut play = begun(BARE);
    play.play("enter 2");
    insta::assert_snapshot!(play.text().lines().skip(2).take(8).collect::<Vec<_>>().join("\n"), @r"
    ╭ Week 1 · Strokes ────────────────────╮╭ Review ──────────────────────────────╮
    │ 0 of 2 days complete                 ││   What can you do now that you could │
    │ ▸  1 Breathing                 8 Dec ││   not before?                        │
    │    2 Floating                  9 Dec ││   What is still shaky?               │
    │                                      ││   One change for next week, as “if … │
    │ Next: week 2, Kicks, 2 days          ││   then …”:                           │
    │                                      ││                                      │
    │                                      ││                                      │
    ");
    assert_eq!(play.line(), "▸  1 Breathing                 8 Dec");
    play.play("tab");
    assert_eq!(play.line(), "▸ What can you do now that you could");
    play.play("tab");
    assert_eq!(play.line(), "▸  1 Breathing                 8 Dec");
    for (key, says) in [
        ("M", "There is no milestone in week 1, Strokes."),
        ("L", "There is no milestone in week 1, Strokes, so there is nothing to link."),
    ] {
        play.play(key);
        assert_eq!(play.foot(), says);
    }
    assert_eq!(play.recorded(), 1);
}

#[test]
fn the_cursor_leaves_a_milestone_with_its_week() {
    let mut play = begun(&BARE.replace("title = \"Strokes\"", "title = \"Strokes\"\n[week.milestone]"));
    play.play("enter");
    for keys in ["l l", "]"] {
        play.play("1 t 2 M");
        assert_eq!(play.line(), "▸ add a link");
        play.play(keys);
        assert!(play.line().contains("Flutter kick"), "{keys}: {}", play.text());
    }
}

#[test]
fn links_of_a_milestone_that_was_taken_out_stay_in_sight() {
    let mut play = begun(&BARE.replace("title = \"Strokes\"", "title = \"Strokes\"\n[week.milestone]"));
    play.play("enter 2 L \"https://a.example\" enter");
    let dir = crate::play::directory();
    for file in std::fs::read_dir(play.dir()).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
        std::fs::copy(file.path(), dir.path().join(file.file_name())).unwrap();
    }
    let without = Plan::read(&[Source { name: "swim.toml".into(), text: BARE.into() }]).unwrap();
    let mut edited = Play::in_dir(Box::leak(Box::new(without)), dir, crate::play::now());
    edited.play("2 tab");
    assert_eq!(edited.line(), "▸ https://a.example");
    edited.play("x");
    assert!(!edited.text().contains("https://a.example\u{20}"), "{}", edited.text());
    assert_eq!(edited.line(), "▸  1 Breathing                 8 Dec");
}
