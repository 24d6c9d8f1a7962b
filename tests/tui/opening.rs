//! What the screen opens with: a draft, a line after a few missed study days, a welcome after many, the line past
//! midnight, the last note and the one change on a new day, and that the plan is finished.

use crate::play::{self, Play, directory};
use chrono::TimeDelta;
use ninety::env::{Charset, Colours};
use ninety::journal::{Fact, Terms};
use ninety::plan::{Plan, Source};
use ninety::study::calendar::Habits;

const KEYS: &str = "space tick · n note · o open · w warm-up · l next day · ? help · q quit";

/// A plan of so many days in one week, the last of them its milestone.
fn plan_of(days: usize) -> &'static Plan {
    let day = "[[week.day]]\ntitle = \"Day N\"\nminutes = 30\ntasks = [{ do = \"Swim\" }]\n";
    let days: String = (1..=days).map(|n| day.replace('N', &n.to_string())).collect();
    let text = format!(
        "title = \"Learn to swim\"\n[[week]]\ntitle = \"Water\"\n{days}[week.milestone]\naccept = [\"I swim.\"]\n"
    );
    Box::leak(Box::new(Plan::read(&[Source { name: "swim.toml".into(), text }]).unwrap()))
}

/// Somebody who studied on the evenings of the play's forty days, and comes back so many days later.
fn back_after(days: i64) -> Play {
    let later = play::now() + TimeDelta::days(days);
    Play::later().at(&later.to_rfc3339())
}

fn opened_as(play: &Play) -> &'static str {
    let text = play.text();
    let titled = |title: &str| text.contains(&format!("╭ {title} ─"));
    match play.foot() {
        _ if titled("Welcome back") => "welcome back",
        _ if titled("Welcome: enter starts the plan") => "first start",
        _ if text.contains("╭ A draft: ") => "draft",
        foot if foot.ends_with(" since you last checked in · r re-plan") => "line",
        foot if foot.starts_with("space ") => "today",
        foot => panic!("{foot}\n{text}"),
    }
}

/// Returns the line above the day, if there is one.
fn above(play: &Play) -> Option<String> {
    let text = play.text();
    text.lines().nth(2).filter(|line| !line.starts_with('╭')).map(|line| line.trim().to_owned())
}

#[test]
fn the_opening_grows_with_the_absence() {
    for (days, opening) in [
        (0, "today"),
        (1, "today"),
        (2, "today"),
        (3, "line"),
        (7, "line"),
        (8, "welcome back"),
        (1400, "welcome back"),
    ] {
        assert_eq!(opened_as(&back_after(days)), opening, "after {days} days");
    }
    assert_eq!(opened_as(&Play::new()), "first start");
    let mut play = back_after(4);
    assert_eq!(play.foot(), "3 study days since you last checked in · r re-plan");
    play.play("j");
    assert_eq!(play.foot(), KEYS, "the line goes with the first key");
}

#[test]
fn the_welcome_goes_with_enter_or_escape_and_nothing_is_recorded() {
    for key in ["enter", "esc"] {
        let mut play = back_after(30);
        let before = play.recorded();
        play.play("space x s o y 9 ctrl-x");
        assert_eq!(opened_as(&play), "welcome back", "it takes no tick that nobody saw");
        assert_eq!(play.stage.opened.len(), 0);
        play.play(key);
        assert_eq!(opened_as(&play), "today");
        assert_eq!(play.line(), "▸ ○ project  Add search + pagination to your");
        assert_eq!(play.recorded(), before);
    }
}

#[test]
fn the_re_plan_is_one_key_away_from_the_line_and_from_the_welcome() {
    for days in [4, 30] {
        let mut play = back_after(days);
        play.play("r");
        assert_eq!(play.title(), "Re-plan", "after {days} days");
        play.play("right enter");
        assert!(play.foot().starts_with("Re-planned. Finish "), "{}", play.foot());
        assert!(!play.text().contains("Welcome back"), "what it said is over: {}", play.text());
        assert_eq!(play.study().schedule().missed, 0);
        assert_eq!(opened_as(&play.again()), "today", "it is said once");
    }
    let mut play = back_after(30);
    play.play("r esc");
    assert_eq!(opened_as(&play), "welcome back");
}

#[test]
fn the_welcome_says_nothing_of_the_finish() {
    let mut play = back_after(30);
    assert_eq!(play.text().lines().nth(1), Some(" Day 42 of 90"));
    play.play("enter");
    assert!(play.text().lines().nth(1).unwrap().ends_with("past the goal"), "{}", play.text());
}

#[test]
fn whatever_is_recorded_elsewhere_means_that_the_learner_has_checked_in() {
    for fact in [
        Fact::Terms(Terms { goal: "2027-06-01".parse().ok(), ..Terms::default() }),
        Fact::Minutes { day: Plan::builtin().days()[41].id().clone(), minutes: 5, over: Vec::new() },
    ] {
        let mut play = back_after(30);
        let now = play::now() + TimeDelta::days(30);
        let mut other = ninety::study::Session::open(
            Plan::builtin(),
            play.dir().to_owned(),
            ninety::journal::files::Tail::LookAgain,
            ninety::study::calendar::AsOf { now, habits: Habits::default() },
        )
        .unwrap();
        other.record(fact, now, 5).unwrap();
        assert!(play.look());
        assert_eq!(opened_as(&play), "today");
        assert_eq!(opened_as(&play.again()), "today", "it is said once");
    }
}

#[test]
fn where_only_a_start_is_recorded_the_welcome_says_that_all_is_as_it_was() {
    let play = Play::begun().at("2027-01-20T20:00:00+01:00");
    assert_eq!(opened_as(&play), "welcome back");
    let text = play.text();
    assert!(text.contains("A while since you last checked in. Everything is as you left it."), "{text}");
    assert!(text.contains("│ 1.1  Install Python, VS Code, Git "), "{text}");
}

#[test]
fn a_warning_about_the_journal_is_said_first() {
    let text = format!("{}this is no line\n", play::history(play::now()));
    let dir = directory();
    std::fs::write(dir.path().join("django-90.toml"), text).unwrap();
    let play = Play::in_dir(Plan::builtin(), dir, play::now() + TimeDelta::days(30));
    assert!(!play.text().contains("Welcome back"));
    assert!(play.foot().contains("django-90.toml"), "{}", play.foot());
}

#[test]
fn nothing_of_the_welcome_is_a_reproach() {
    for days in [8, 30, 400, 1400] {
        for (columns, rows) in [(80, 24), (120, 40), (60, 16), (40, 10)] {
            let text = back_after(days).sized(columns, rows).text().to_lowercase();
            for word in text.split(|c: char| !c.is_alphanumeric()) {
                let is_blame = ["behind", "overdue", "late", "missed", "lost", "failed", "should"].contains(&word);
                assert!(!is_blame, "{word} after {days} days at {columns}x{rows}:\n{text}");
            }
        }
    }
}

#[test]
fn the_welcome_scrolls_where_it_has_no_room_and_is_ascii_where_asked() {
    let mut play = back_after(30).sized(40, 10);
    let first = play.text();
    let mut seen = String::new();
    for _ in 0..12 {
        seen.push_str(&play.text());
        play.play("pgdn");
    }
    for part in ["39 days are complete", "Your last note, day 40", "A small start", "enter goes on with day 42"] {
        assert!(seen.contains(part), "{part}:\n{seen}");
    }
    play.play("g");
    assert_eq!(play.text(), first);
    let plain = back_after(30).looking(Colours::Sixteen, Charset::Ascii);
    assert!(plain.text().is_ascii());
}

#[test]
fn past_midnight_a_line_says_which_day_it_still_is() {
    let mut play = Play::begun();
    assert!(!play.waits("2026-12-08T23:59:59+01:00"), "nothing is drawn while nothing changes");
    assert_eq!(above(&play), None);
    assert!(play.waits("2026-12-09T00:00:00+01:00"), "it comes without a key");
    assert_eq!(above(&play).unwrap(), "It is past midnight; until 04:00 this still counts as Tue 8 Dec.");
    for now in ["2026-12-09T00:00:01+01:00", "2026-12-09T02:30:00+01:00", "2026-12-09T03:59:59+01:00"] {
        assert!(!play.waits(now), "{now}: the screen stays as it is");
    }
    assert!(play.waits("2026-12-09T04:00:00+01:00"), "and goes with the turn of the day");
    assert_eq!(above(&play), None);
    assert!(play.text().contains("Wed 9 Dec"));
    assert!(!play.waits("2026-12-09T04:00:01+01:00"));
}

#[test]
fn the_line_past_midnight_is_todays_alone_and_follows_the_settings() {
    let mut play = Play::begun().at("2026-12-09T01:00:00+01:00");
    for (view, is_there) in [("2", false), ("3", false), ("5", false), ("1", true)] {
        play.play(view);
        assert_eq!(play.text().contains("past midnight"), is_there, "view {view}");
    }
    let narrow = play.sized(40, 10);
    assert_eq!(above(&narrow).unwrap(), "Until 04:00 it is still Tue 8 Dec.");
    let midnight = Habits { day_start: chrono::NaiveTime::MIN, ..Habits::default() };
    let play = narrow.with_habits(midnight);
    assert!(!play.text().contains("Until"), "{}", play.text());
    assert_eq!(play.study().today().to_string(), "2026-12-09");
}

#[test]
fn work_past_midnight_counts_for_the_day_before_and_the_turn_brings_no_other_day() {
    let mut play = Play::begun();
    play.waits("2026-12-09T01:00:00+01:00");
    play.play("space space space space");
    assert_eq!(above(&play).unwrap(), "Done for today. Until 04:00 it is still Tue 8 Dec.");
    assert_eq!(play.study().completed(&play.study().plan().days()[0]).unwrap().to_string(), "2026-12-08");
    play.waits("2026-12-09T04:00:00+01:00");
    assert_eq!(play.title(), "1 Tools and the big picture", "what is shown stays");
    assert_eq!(above(&play), None, "but it is another evening");
    play.play("space");
    assert_eq!(play.title(), "2 Data types");
}

#[test]
fn daylight_saving_and_travel_move_the_line_with_the_clock() {
    // The night of 28 March 2027 has no hour from two to three.
    let mut play = Play::later().at("2027-03-27T20:00:00+01:00");
    play.play("enter");
    assert!(play.waits("2027-03-28T01:59:59+01:00"));
    assert!(!play.waits("2027-03-28T03:00:00+02:00"));
    assert!(play.waits("2027-03-28T04:00:00+02:00"));
    // From Berlin to Los Angeles the evening begins anew.
    assert!(play.waits("2027-03-29T01:00:00+02:00"));
    assert!(play.waits("2027-03-28T16:00:00-07:00"));
    assert!(!play.text().contains("past midnight"));
}

#[test]
fn a_new_day_opens_with_the_last_note_and_the_one_change() {
    let mut play = Play::later().at("2026-12-09T20:00:00+01:00");
    assert!(play.text().contains("│ Last note   Read the traceback from the      │"), "{}", play.text());
    play.play("space R tab tab \"If I am tired, then only one task.\" esc esc");
    assert!(!play.text().contains("One change"), "the day is complete: {}", play.text());
    let mut play = play.at("2026-12-10T20:00:00+01:00");
    assert_eq!(play.title(), "43 DRF and serializers");
    assert!(play.text().contains("│ One change  If I am tired, then only one     │"), "{}", play.text());
    assert!(play.text().contains("│ Last note   Read the traceback from the      │"), "{}", play.text());
    play.play("space");
    assert!(!play.text().contains("One change"), "it goes as the day is begun: {}", play.text());
}

#[test]
fn a_last_note_is_whole_in_two_rows_or_ends_in_the_sign_of_what_is_cut() {
    for (note, ends) in [
        ("a name is bound to an object, not typed, at all times now", "not typed, at all times now"),
        ("a name is bound to an object, and lists are changed in place, which tuples are not", "…"),
    ] {
        let mut play = Play::begun();
        play.play(&format!("n \"{note}\" esc space space space space"));
        let play = play.at("2026-12-09T19:00:00+01:00");
        let text = play.text();
        let row = text.lines().skip_while(|row| !row.contains("Last note")).nth(1).unwrap();
        let shown = row.split('│').nth(1).unwrap().trim();
        assert!(shown.ends_with(ends), "{text}");
    }
}

#[test]
fn the_last_note_gives_no_answer_away() {
    let mut play = Play::begun();
    play.play("n \"Names are bound.\" enter \"Q: To what?\" enter \"A: To objects.\" esc space space space space");
    let play = play.at("2026-12-09T19:00:00+01:00");
    assert!(play.text().contains("│ Last note   Names are bound.  "), "{}", play.text());
    assert!(!play.text().contains("objects"), "{}", play.text());
}

#[test]
fn a_finished_plan_opens_on_today_and_says_so_in_a_line() {
    for (days, keys) in [(2, "space t space space"), (1, "s \"no water\" enter"), (1, "space")] {
        let mut play = Play::of(plan_of(days));
        play.play("enter").play(keys);
        assert_eq!(play.title(), "Week 1 · Water", "{keys}");
        let play = play.again();
        assert_eq!(above(&play).unwrap(), "Finished on Tue 8 Dec; every day is complete or skipped.");
        let mut play = play.at("2030-01-01T20:00:00+01:00");
        assert_eq!(above(&play).unwrap(), "Finished on Tue 8 Dec 2026; every day is complete or skipped.");
        assert!(play.foot().starts_with("space "), "nobody is missed once all is done: {}", play.foot());
        play.play("u");
        assert!(play.foot().starts_with("Undone: "), "{}", play.foot());
        assert!(play.study().current_day().is_some());
    }
}

#[test]
fn a_draft_is_kept_resumed_and_saved() {
    let mut play = Play::begun();
    play.play("l n \"half a sentence\" ctrl-c");
    assert_eq!(play.ended, Some(0));
    let mut play = play.again();
    assert_eq!(opened_as(&play), "draft");
    assert!(play.text().contains("╭ A draft: note on day 2, Data types ─"), "{}", play.text());
    assert!(play.text().contains("│ half a sentence "), "{}", play.text());
    play.play("esc");
    assert_eq!(play.foot(), "The draft is kept; ninety offers it at the next start.");
    let mut play = play.again();
    play.play("enter \" more\" esc");
    assert_eq!((play.note(2).as_str(), play.title().as_str()), ("half a sentence more", "2 Data types"));
    assert_eq!(opened_as(&play.again()), "today", "it is saved, and no draft any more");
}

#[test]
fn discarding_a_draft_asks_twice() {
    let mut play = Play::begun();
    play.play("n \"half\" ctrl-c");
    let mut play = play.again();
    play.play("d");
    assert_eq!(play.foot(), "d again discards the draft for good; any other key keeps it.");
    play.play("j d");
    assert_eq!(opened_as_draft(&play), "d again discards the draft for good; any other key keeps it.");
    play.play("d");
    assert_eq!(play.foot(), "The draft is discarded.");
    play.play("j");
    assert_eq!(opened_as(&play.again()), "today");
}

/// What is said beneath the draft that is offered.
fn opened_as_draft(play: &Play) -> String {
    assert!(play.text().contains("╭ A draft: "), "{}", play.text());
    play.foot()
}

#[test]
fn a_draft_that_is_offered_lands_in_no_other_editor() {
    let mut play = Play::begun();
    play.play("n \"about day one\" ctrl-c");
    let mut play = play.again();
    play.play("esc l n \"about day two\" esc");
    assert_eq!((play.note(1).as_str(), play.note(2).as_str()), ("", "about day two"));
    let mut play = play.again();
    assert!(play.text().contains("╭ A draft: note on day 1, Tools and the big picture ─"), "{}", play.text());
    play.play("enter esc");
    assert_eq!((play.note(1).as_str(), play.note(2).as_str()), ("about day one", "about day two"));
}

#[test]
fn what_is_typed_behind_an_editors_text_and_what_it_saves_then_are_both_offered() {
    let saves = |play: &Play, text: &str| {
        let names = std::fs::read_dir(play.dir().join("drafts")).unwrap().map(|file| file.unwrap().path());
        let mut files = names.filter(|path| path.extension().is_some_and(|end| end == "md"));
        std::fs::write(files.next().expect("the editor's file"), text).unwrap();
    };
    for (last, note) in [("enter esc", "half, and saved\n\nhalf, and typed"), ("d d", "half, and typed")] {
        let mut play = Play::begun();
        // A window, of which only its starter ends.
        play.app.env.editor = "true".to_owned();
        play.play("E");
        assert_eq!(play.foot(), "The editor came back at once; where it opens a window of its own, its --wait…");
        let play = play.again();
        assert!(!play.text().contains("A draft"), "{}", play.text());
        saves(&play, "half");
        let mut play = play.again();
        assert!(play.text().contains("│ half "), "{}", play.text());
        // It goes on here, and the terminal is closed.
        play.play("enter \", and typed\" ctrl-c");
        let play = play.again();
        assert!(play.text().contains("│ half, and typed "), "{}", play.text());
        // The window saves once more.
        saves(&play, "half, and saved");
        let mut play = play.again();
        assert!(play.text().contains("│ half, and saved "), "the newer comes first: {}", play.text());
        play.play(last);
        let mut play = play.again();
        assert!(play.text().contains("│ half, and typed "), "{}", play.text());
        play.play("enter esc");
        assert_eq!(play.note(1), note);
        assert!(!play.again().text().contains("A draft"));
    }
}

#[test]
fn the_welcome_on_screen() {
    insta::assert_snapshot!(back_after(30).screen());
}
