//! The re-plan as keys drive it: one form with everything as it is, shown before it is recorded, recorded as one entry
//! and undone by one undo; and how it stands on the screen.

use crate::absence;
use crate::play::Play;
use ninety::env::{Charset, Colours};
use ninety::journal::{Fact, Mark, Terms};
use ninety::plan::{Plan, Source};
use ninety::study::Schedule;

/// Somebody who did seven days of the plan up to 1 December, and then nothing for a week.
fn learner() -> Play {
    Play::with(&absence::a_week())
}

/// The same in a break from 7 to 20 December.
fn in_a_break() -> Play {
    let entry = "away = 2026-12-07, until = 2026-12-20";
    let line = format!("99-00000001 = {{ at = 2026-12-01T21:00:00+01:00, {entry} }}\n");
    Play::with(&(absence::a_week() + &line))
}

fn is_open(play: &Play) -> bool {
    play.title() == "Re-plan"
}

fn schedule(play: &Play) -> Schedule {
    play.study().schedule().clone()
}

/// What the last entry of the file says.
fn last(play: &Play) -> String {
    let text = std::fs::read_to_string(play.journal()).unwrap();
    let line = text.lines().last().unwrap().to_owned();
    line.split_once("+01:00, ").unwrap().1.split(" } #").next().unwrap().to_owned()
}

/// What the first pane says, and what the second one does, each as one line.
fn panes(play: &Play) -> [String; 2] {
    let text = play.text();
    [1, 3].map(|pane| {
        let rows = text.lines().filter(|line| line.starts_with('│')).filter_map(|line| line.split('│').nth(pane));
        rows.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    })
}

#[test]
fn six_days_a_week_takes_four_keys() {
    let mut play = learner();
    play.play("r tab 6");
    let [form, preview] = panes(&play);
    assert!(form.contains("▸ Study days Mo Tu We Th Fr Sa ··"), "{form}");
    assert!(preview.starts_with("Finish 1 Apr 2027 → 13 Mar 2027"), "{preview}");
    play.play("enter");
    assert_eq!(play.foot(), "Re-planned. Finish Sat 13 Mar 2027. · u undo");
    assert_eq!(last(&play), "pace = \"mon-sat\"");
}

#[test]
fn what_is_changed_is_one_entry_and_one_undo_takes_it_back() {
    for (keys, entry) in [
        ("r \"2027-04-30\"", "goal = 2027-04-30"),
        ("r right left", "goal = 2027-04-13"),
        ("r tab 6", "pace = \"mon-sat\""),
        ("r tab 3", "pace = \"mon,wed,fri\""),
        ("r tab space right right space", "pace = \"tue,thu,fri\""),
        ("r tab left space left space", "pace = \"mon-sun\""),
        ("r tab tab \"1h30\"", "pace = \"mon-fri\", minutes = 90"),
        ("r tab tab right", "pace = \"mon-fri\", minutes = 180"),
        ("r tab tab tab space", "pace = \"mon-fri\", by = \"week\""),
        ("r tab tab tab right", "pace = \"mon-fri\", by = \"week\""),
        ("r tab tab tab tab \"2026-12-24\" tab \"2027-01-02\"", "away = 2026-12-24, until = 2027-01-02"),
        ("r tab tab tab tab right right", "away = 2026-12-09, until = 2026-12-15"),
        (
            "r \"2027-04-30\" tab 6 tab \"2h\" tab right tab \"mon\"",
            "pace = \"mon-sat\", minutes = 120, by = \"week\", goal = 2027-04-30, away = 2026-12-14, until = 2026-12-20",
        ),
    ] {
        let mut play = learner();
        let (before, recorded) = (schedule(&play), play.recorded());
        play.play(keys);
        assert!(play.text().contains("╭ As it would be ─"), "{keys}: {}", play.text());
        play.play("enter");
        assert_eq!((last(&play).as_str(), play.recorded()), (entry, recorded + 1), "{keys}: {}", play.text());
        assert!(play.foot().starts_with("Re-planned. Finish "), "{keys}: {}", play.foot());
        assert!(!is_open(&play));
        play.play("u");
        assert_eq!(schedule(&play), before, "{keys}");
    }
}

#[test]
fn what_is_shown_is_what_comes_of_it() {
    let mut play = learner();
    play.play("r \"2027-04-30\" tab 6");
    let [_, preview] = panes(&play);
    assert!(
        preview.starts_with("Finish 1 Apr 2027 → 13 Mar 2027 To spare 41 days Goal none yet → 30 Apr 2027"),
        "{preview}"
    );
    play.play("enter");
    assert_eq!(play.foot(), "Re-planned. Finish Sat 13 Mar 2027, 41 days to spare. · u undo");
}

#[test]
fn a_break_that_is_filled_in_can_be_moved_shortened_ended_and_removed() {
    for (keys, entry) in [
        ("r up left", "away = 2026-12-07, until = 2026-12-07"),
        ("r up up left", "away = 2026-12-07, until = 2026-12-19"),
        ("r up up \"2026-12-31\"", "away = 2026-12-07, until = 2026-12-31"),
    ] {
        let mut play = in_a_break();
        play.play(keys).play("enter");
        assert_eq!(last(&play), entry.to_owned(), "{keys}");
    }
    let moved = |keys: &str| {
        let mut play = in_a_break();
        play.play(keys).play("enter");
        let breaks = play.study().schedule().dates.breaks();
        breaks.iter().map(|pause| format!("{} {}", pause.from, pause.until)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(moved("r up up up \"2026-12-09\""), "2026-12-09 2026-12-20");
    assert_eq!(moved("r up up up \"none\""), "");
}

#[test]
fn back_today_is_offered_in_a_break_alone_and_makes_today_a_study_day() {
    let mut play = learner();
    play.play("r");
    assert!(!play.text().contains("when the break ends"), "{}", play.text());
    let mut play = in_a_break();
    assert!(!play.study().schedule().dates.is_study(play.study().today()));
    play.play("r up");
    assert_eq!(play.line(), "▸ Back       when the break ends");
    play.play("space enter");
    assert!(play.study().schedule().dates.is_study(play.study().today()));
    assert_eq!(last(&play), "away = 2026-12-07, until = 2026-12-07");
}

#[test]
fn where_nothing_is_changed_enter_leaves_and_escape_always_does() {
    for keys in ["r enter", "r right ctrl-u \"x\" esc", "r tab right left enter", "r tab space space enter"] {
        let mut play = learner();
        let before = play.recorded();
        play.play(keys);
        assert_eq!((play.recorded(), is_open(&play)), (before, false), "{keys}");
    }
    let mut play = learner();
    play.play("r enter");
    assert_eq!(play.foot(), "Nothing is changed; the schedule is as it was.");
}

#[test]
fn a_field_that_is_wrong_says_so_and_keeps_what_was_typed() {
    for (keys, sentence, field) in [
        ("r \"soon\"", "\"soon\" is no date", "▸ Goal       soon"),
        ("r tab tab \"0\"", "\"0\" is no time for a study day.", "▸ Length     0"),
        ("r tab tab tab tab \"soon\"", "\"soon\" is no date", "▸ Break from soon"),
        (
            "r tab tab tab tab \"2026-12-24\" tab \"2026-12-20\"",
            "The break ends on 20 Dec 2026, before it begins on 24 Dec 2026.",
            "▸ Until      2026-12-20",
        ),
    ] {
        let mut play = learner();
        let before = play.recorded();
        play.play(keys);
        let [form, preview] = panes(&play);
        assert!(form.contains(sentence), "{keys}: {form}");
        assert_eq!(preview, "It shows here once every field can be read.");
        play.play("tab enter");
        assert!(play.foot().starts_with(sentence), "{keys}: {}", play.foot());
        assert!(play.text().contains(field), "the cursor is there again: {keys}\n{}", play.text());
        assert_eq!(play.recorded(), before);
    }
}

#[test]
fn what_others_record_meanwhile_is_taken_in_and_leaves_the_form_its_changes() {
    let mut play = learner();
    play.play("r tab 6");
    play.elsewhere(Fact::Terms(Terms { goal: "2027-06-01".parse().ok(), ..Terms::default() }));
    assert!(play.look());
    let [form, preview] = panes(&play);
    assert!(form.contains("Mo Tu We Th Fr Sa ··"), "{form}");
    assert!(preview.contains("Goal 1 Jun 2027"), "what was not touched here stays theirs: {preview}");
    play.elsewhere(Fact::Done(vec![Mark::Day(Plan::builtin().days()[7].id().clone())]));
    assert!(play.look());
    play.play("enter");
    assert_eq!(last(&play), "pace = \"mon-sat\"");
    assert_eq!(play.study().schedule().goal.unwrap().to_string(), "2027-06-01");
}

#[test]
fn fields_take_every_printable_key_and_pasted_text_on_one_line() {
    let mut play = learner();
    let all: String = ('!'..='~').filter(|c| *c != '"').take(20).collect();
    play.play(&format!("r \"{all}\""));
    assert!(play.text().contains(&format!("│ ▸ Goal       {all}")), "{}", play.text());
    let mut play = learner();
    play.play("r").paste("2027-\n04-30");
    assert!(play.text().contains("▸ Goal       2027- 04-30 "), "{}", play.text());
    play.play("ctrl-u").paste("2027-04-30\n").play("enter");
    assert_eq!(last(&play), "goal = 2027-04-30");
}

#[test]
fn a_paste_takes_the_place_of_the_date_that_is_filled_in() {
    let mut play = Play::later();
    play.play("r").paste("2027-04-30").play("enter");
    assert_eq!(play.study().schedule().goal.unwrap().to_string(), "2027-04-30");
}

#[test]
fn a_plan_that_is_done_says_so_and_one_that_has_not_begun_can_be_planned() {
    let day = "[[week.day]]\ntitle = \"Float\"\ntasks = [{ do = \"Let go\" }]\n";
    let text = format!("title = \"Swim\"\n[[week]]\n{day}");
    let swim: &'static Plan = Box::leak(Box::new(Plan::read(&[Source { name: "swim.toml".into(), text }]).unwrap()));
    let mut play = Play::of(swim);
    play.play("esc r tab 6 enter");
    assert_eq!(play.recorded(), 1, "{}", play.text());
    play.play("space esc r");
    assert_eq!(play.foot(), "Every day is complete or skipped; there is nothing to re-plan.");
    assert!(!is_open(&play));
}

#[test]
fn what_cannot_be_saved_stays_in_its_form() {
    let mut play = learner();
    play.play("r \"2027-04-30\" tab 6");
    let journal = std::fs::read(play.journal()).unwrap();
    std::fs::remove_file(play.journal()).unwrap();
    std::fs::create_dir(play.journal()).unwrap();
    play.play("enter");
    assert!(play.foot().contains("django-90.toml"), "{}", play.foot());
    let [form, _] = panes(&play);
    assert!(form.starts_with("Goal Fri 30 Apr 2027 ▸ Study days Mo Tu We Th Fr Sa ··"), "{form}");
    std::fs::remove_dir(play.journal()).unwrap();
    std::fs::write(play.journal(), journal).unwrap();
    play.play("enter");
    assert_eq!(last(&play), "pace = \"mon-sat\", goal = 2027-04-30");
}

/// What to press to see each state of the form.
const SCREENS: [(&str, &str); 6] = [
    ("as it is", "r"),
    ("goal", "r \"2027-04-30\""),
    ("study days", "r \"2027-04-30\" tab"),
    ("order", "r tab tab tab space"),
    ("wrong", "r \"soon\""),
    ("break", "r tab tab tab tab right tab right"),
];

#[test]
fn the_re_plan_on_screen() {
    let mut play = learner();
    play.play("r tab 6");
    insta::assert_snapshot!(play.text());
    let mut play = learner().sized(60, 16);
    play.play("r tab tab tab tab right");
    insta::assert_snapshot!(play.text());
    let mut plain = in_a_break().looking(Colours::None, Charset::Ascii);
    plain.play("r up space");
    assert!(plain.text().is_ascii(), "{}", plain.text());
}

#[test]
fn at_every_size_the_field_and_the_finish_are_in_sight() {
    for (name, keys) in SCREENS {
        let mut play = learner();
        play.play(keys);
        for columns in [0, 30, 40, 55, 56, 67, 68, 110, 200] {
            for rows in [0, 9, 10, 13, 16, 24, 60] {
                play.resize(columns, rows);
                let cursor = play.stage.cursor.map(|(at, _)| at);
                assert!(cursor.is_none_or(|at| play.stage.shown.area.contains(at)));
                if columns < 40 || rows < 10 {
                    continue;
                }
                let text = play.text();
                assert!(text.contains('▸'), "{name} at {columns}x{rows}:\n{text}");
                assert!(text.contains("Finish ") || name == "wrong", "{name} at {columns}x{rows}:\n{text}");
            }
        }
    }
}

#[test]
fn the_whole_preview_can_be_scrolled_into_sight() {
    for (name, keys) in SCREENS.iter().filter(|(name, _)| *name != "wrong") {
        let mut play = learner().sized(40, 10);
        play.play(keys);
        let top = play.text();
        assert!(top.contains(" ▾ ") && !top.contains(" ▴ "), "{name}:\n{top}");
        let mut seen = String::new();
        for _ in 0..20 {
            seen.push_str(&play.text());
            play.play("pgdn");
        }
        assert!(seen.contains(" 14  "), "{name}: the seventh day\n{seen}");
        let end = play.text();
        assert!(end.contains(" ▴ ") && !end.contains(" ▾ "), "what is scrolled off above is marked:\n{end}");
        play.play("pgup");
        assert_ne!(play.text(), end, "one page back from the end moves at once");
        play.play(&"pgup ".repeat(20));
        assert_eq!(play.text(), top, "{name}");
    }
}

#[test]
fn keys_and_clicks_are_harmless_at_any_size() {
    let mut play = learner();
    play.play("r");
    for (columns, rows) in [(80, 24), (60, 16), (40, 10), (120, 40)] {
        play.resize(columns, rows);
        for row in 0..rows {
            play.click(5, row);
            play.play("left right");
            if !is_open(&play) && columns > 40 {
                play.play("esc 1 r");
            }
        }
    }
    play.paste(&"x".repeat(5000));
    assert_eq!(play.ended, None);
}
