//! Keys as a learner presses them on an evening, and what comes of each: ticks, days, views, skips, minutes, own tasks,
//! resources, undo.

use crate::play::Play;
use ninety::journal::{Fact, Mark};
use ninety::plan::{Day, Plan};
use ninety::study::DayState;

fn day(no: usize) -> &'static Day {
    Plan::builtin().days().get(no - 1).unwrap()
}

/// What is asked in the box that is open, as one line.
fn asked(play: &Play) -> String {
    let text = play.text();
    let boxed = text.lines().filter_map(|line| line.split(" │ ").nth(1).or_else(|| line.split("│ │ ").nth(1)));
    boxed.map(str::trim).collect::<Vec<_>>().join(" ")
}

#[test]
fn today_opens_on_the_current_day_at_its_next_open_task() {
    let mut play = Play::begun();
    assert_eq!(
        (play.title().as_str(), play.line().as_str()),
        ("1 Tools and the big picture", "▸ ○ do       Install Python, VS Code, Git")
    );
    play.play("space");
    assert_eq!(play.again().line(), "▸ ○ learn    What is backend development?");
}

#[test]
fn space_ticks_and_goes_on_to_the_next_open_task() {
    let mut play = Play::begun();
    play.play("j space");
    assert_eq!(play.foot(), "Ticked 1.2 “What is backend development?” · u undo");
    assert_eq!(play.line(), "▸ ○ practice Print “Hello World”");
    play.play("space space");
    assert_eq!(play.line(), "▸ ○ do       Install Python, VS Code, Git", "the one that was passed over");
}

#[test]
fn space_never_unticks_and_x_does() {
    let mut play = Play::begun();
    play.play("space k space");
    assert_eq!(play.recorded(), 2, "space on what is ticked leads on");
    assert_eq!(play.line(), "▸ ○ learn    What is backend development?");
    play.play("x");
    assert_eq!(play.foot(), "Nothing is ticked here; x unticks what is.");
    play.play("k x");
    assert_eq!(play.foot(), "Unticked 1.1 “Install Python, VS Code, Git” · u undo");
    assert_eq!(play.line(), "▸ ○ do       Install Python, VS Code, Git", "unticking stays");
    assert_eq!(play.recorded(), 3);
}

#[test]
fn one_space_too_many_takes_nothing_from_a_complete_day() {
    let mut play = Play::begun();
    play.burst("space space space space space");
    assert_eq!(play.study().state(day(1)), DayState::Complete);
    assert_eq!(play.title(), "2 Data types", "it shows the next day");
    assert_eq!((play.recorded(), play.study().state(day(2))), (5, DayState::Open));
}

#[test]
fn space_and_enter_on_a_complete_day_go_to_the_next_one_and_t_comes_back() {
    for key in ["space", "enter"] {
        let mut play = Play::begun();
        play.play("space space space space");
        assert_eq!(play.foot(), "Day 1 is complete · space next day · u undo");
        assert_eq!(play.title(), "1 Tools and the big picture", "it stays, for the evening");
        play.play("j k");
        assert!(play.foot().starts_with("space next day · n note"), "{}", play.foot());
        play.play(key);
        assert_eq!(play.title(), "2 Data types");
        play.play("t");
        assert_eq!(play.title(), "1 Tools and the big picture");
    }
}

#[test]
fn the_footer_says_next_day_only_where_space_would_go_there() {
    let mut play = Play::begun();
    play.play("space space space space j");
    assert_eq!(play.line(), "▸ ○ MDN: Introduction to the server side");
    assert!(play.foot().starts_with("space tick · n note"), "{}", play.foot());
    play.play("space");
    assert_eq!(play.foot(), "Read “MDN: Introduction to the server side” · u undo");
    assert_eq!(play.title(), "1 Tools and the big picture");
}

#[test]
fn a_tick_in_a_burst_is_of_the_day_that_was_on_screen() {
    let mut play = Play::begun();
    play.burst("space l space space h");
    let done = |no: usize| day(no).tasks().iter().filter(|task| play.study().is_done(day(no), task)).count();
    assert_eq!((done(1), done(2), done(3)), (1, 2, 0));
    assert_eq!(play.title(), "1 Tools and the big picture");
}

#[test]
fn a_week_opens_by_itself_once_after_its_last_day() {
    let mut play = Play::later().at("2026-12-09T20:00:00+01:00");
    let before = play.recorded();
    play.play("space");
    assert_eq!(play.recorded(), before + 1);
    assert_eq!(play.title(), "Week 6 · Advanced Django Features");
    assert_eq!(play.line(), "▸ What can you do now that you could", "the review is at hand");
    assert!(play.foot().starts_with("◆ Milestone: Blog with search and pages"), "{}", play.foot());
    play.play("esc");
    assert_eq!(play.title(), "◆ 42 Blog with search and pages".trim_start_matches("◆ "));
    play.play("x");
    assert!(play.foot().starts_with("Nothing is ticked here"), "{}", play.foot());
    let play = play.again();
    assert_eq!(play.title(), "42 Blog with search and pages", "the next start opens on Today");
}

#[test]
fn skipping_the_last_open_day_of_a_week_opens_it_too() {
    let mut play = Play::later().at("2026-12-09T20:00:00+01:00");
    play.play("s \"known\" enter");
    assert_eq!(play.title(), "Week 6 · Advanced Django Features");
    play.play("u");
    assert!(play.foot().starts_with("Undone: Skipped day 42"), "{}", play.foot());
    assert_eq!(play.study().current_day().unwrap().no().get(), 42);
}

#[test]
fn completing_the_plan_says_so() {
    let mut play = Play::begun();
    let rest = Plan::builtin().days().iter().take(89).map(|day| Mark::Day(day.id().clone()));
    play.elsewhere(Fact::Done(rest.collect()));
    play.look();
    play.play("] ] ] ] ] ] ] ] ] ] ] ] G l l l l l l l l l l l l l");
    assert!(play.title().starts_with("90 "), "{}", play.title());
    while play.study().current_day().is_some() {
        play.play("space");
    }
    assert_eq!(
        play.text().lines().nth(1).unwrap().trim_end(),
        " All 90 days done                                            finished Tue 8 Dec"
    );
    play.play("esc");
    assert_eq!(play.text().lines().nth(2), Some(" Finished on Tue 8 Dec; every day is complete or skipped."));
    play.play("space");
    assert!(play.title().starts_with("90 "), "{}", play.title());
}

#[test]
fn days_and_weeks_are_gone_through() {
    let mut play = Play::begun();
    for (keys, no) in [
        ("l", 2),
        ("right", 3),
        ("h", 2),
        ("left h h h", 1),
        ("]", 8),
        ("] ]", 22),
        ("[", 15),
        ("[ [ [ [", 1),
        ("] ] ] ] ] ] ] ] ] ] ] ] ] ]", 78),
        ("l l l l l l l l l l l l l l", 90),
        ("t", 1),
    ] {
        play.play(keys);
        assert!(play.title().starts_with(&format!("{no} ")), "{} after {keys}", play.title());
    }
}

#[test]
fn views_come_by_number_tab_and_escape() {
    let mut play = Play::later();
    for (key, title) in [
        ("2", "Week 6 · Advanced Django Features"),
        ("3", "Backend web development with Python…"),
        ("5", "Notes, links, reviews"),
        ("tab", "41 Middleware"),
        ("shift-tab", "Notes, links, reviews"),
        ("1", "41 Middleware"),
        ("tab", "Week 6 · Advanced Django Features"),
        ("tab", "Week 6 · Advanced Django Features"),
        ("esc", "41 Middleware"),
        ("esc", "41 Middleware"),
        ("6", "41 Middleware"),
    ] {
        play.play(key);
        assert_eq!(play.title(), title, "after {key}");
    }
    assert_eq!(play.ended, None, "escape never quits");
    play.play("q");
    assert_eq!(play.ended, Some(0));
}

#[test]
fn any_day_is_ticked_and_noted_from_week_and_plan() {
    for view in ["2", "3"] {
        let mut play = Play::begun();
        play.play(view).play("l space");
        assert!(play.foot().starts_with("Ticked 2.1"), "{}", play.foot());
        play.play("space");
        assert!(play.foot().starts_with("Ticked 2.2"));
        play.play("n \"noted\" esc");
        assert_eq!(play.foot(), "Wrote a note on day 2, Data types · u undo");
        assert_eq!(play.note(2), "noted");
        play.play("space space");
        assert_eq!(play.foot(), "Every task of day 2 is ticked; enter shows it.");
    }
}

#[test]
fn a_day_is_skipped_with_a_reason_and_brought_back() {
    let mut play = Play::begun();
    play.play("l s");
    assert_eq!(play.foot(), "enter record · esc cancel");
    assert!(play.text().contains("╭ Skip day 2, Data types ─"), "{}", play.text());
    play.play("\"quite: q? 1\" enter");
    assert_eq!(play.foot(), "Skipped day 2, Data types (quite: q? 1) · u undo");
    assert!(play.text().contains("│ Skipped  quite: q? 1 "), "{}", play.text());
    play.play("s");
    assert_eq!(play.foot(), "Brought back day 2, Data types · u undo");
    play.play("s esc");
    assert_eq!(play.recorded(), 3, "the start, the skip and the way back");
}

#[test]
fn a_complete_day_cannot_be_skipped() {
    let mut play = Play::later();
    let before = play.recorded();
    play.play("s \"no\" enter");
    assert_eq!((play.recorded(), play.study().state(day(41))), (before, DayState::Complete));
}

#[test]
fn minutes_add_up_and_are_corrected() {
    let mut play = Play::begun();
    play.play("m \"45\" enter");
    assert_eq!(play.foot(), "Logged 45 min on day 1, Tools and the big picture · u undo");
    play.play("m \"1h30\" enter");
    assert!(play.text().contains(" 90-150 min, 135 logged ╮"), "{}", play.text());
    play.play("m");
    let wanted = "135 min are logged. Write 45 or 1h30 to add, = 30 to correct, = 0 to clear.";
    assert!(asked(&play).starts_with(wanted), "{}", asked(&play));
    play.play("\"= 30\" enter");
    assert_eq!(play.foot(), "Corrected the time to 30 min on day 1, Tools and the big picture · u undo");
    play.play("m \"= 30\" enter");
    assert_eq!(play.foot(), "Nothing is changed.");
    play.play("m \"= 0\" enter");
    assert!(play.text().contains("─ 90-150 min ╮"), "{}", play.text());
    play.play("u");
    assert!(play.text().contains("90-150 min, 30 logged ╮"), "{}", play.text());
}

#[test]
fn what_is_no_time_stays_to_be_corrected() {
    let mut play = Play::begun();
    play.play("m \"soon\" enter");
    assert!(asked(&play).contains("> soon"), "{}", play.text());
    assert!(asked(&play).starts_with("Write 1 minute to 24 hours"), "{}", asked(&play));
    play.play("ctrl-u \"90m\" enter");
    assert_eq!(play.study().day(day(1).no()).minutes(), 90);
}

#[test]
fn a_task_of_ones_own_is_ticked_reworded_and_removed_and_completes_nothing() {
    let mut play = Play::begun();
    play.play("a \"Ask Mia\" enter");
    assert_eq!(play.foot(), "Added “Ask Mia” to day 1, Tools and the big picture · u undo");
    assert_eq!(play.line(), "▸ ○ own      Ask Mia", "the cursor goes to it");
    play.play("k k k k space space space space");
    assert_eq!(play.study().state(day(1)), DayState::Complete, "the day is complete without it");
    assert_eq!(play.line(), "▸ ○ own      Ask Mia", "but it is the next thing to do");
    play.play("a ctrl-u \"Ask Ben\" enter");
    assert_eq!(play.line(), "▸ ○ own      Ask Ben");
    play.play("space");
    assert_eq!(play.line(), "▸ ✓ own      Ask Ben");
    play.play("x");
    assert_eq!(play.line(), "▸ ○ own      Ask Ben");
    assert_eq!(play.study().state(day(1)), DayState::Complete);
    play.play("a ctrl-u enter");
    assert_eq!(play.foot(), "Removed “Ask Ben” from day 1, Tools and the big picture · u undo");
    assert!(!play.text().contains("own      Ask"), "{}", play.text());
    play.play("u");
    assert!(play.text().contains("○ own      Ask Ben"), "{}", play.text());
    play.play("u u u");
    assert!(play.text().contains("○ own      Ask Mia"), "{}", play.text());
}

#[test]
fn resources_are_opened_copied_and_ticked_as_read() {
    let mut play = Play::begun();
    let urls: Vec<&str> = day(1).resources.iter().map(ninety::plan::Resource::url).collect();
    play.play("o y j j j j enter space o");
    assert_eq!(play.stage.copied, [urls[0]]);
    assert_eq!(play.stage.opened, [urls[0], urls[0], urls[0]]);
    assert!(play.study().has_read(urls[0]));
    play.play("g o");
    assert_eq!(play.stage.opened.last().unwrap(), urls[1], "the first that is not read yet");
    play.play("j j j j x");
    assert!(!play.study().has_read(urls[0]));
    assert_eq!(play.foot(), "Marked “MDN: Introduction to the server side” as not read · u undo");
}

#[test]
fn without_a_browser_the_address_is_copied() {
    let mut play = Play::begun();
    play.stage.has_no_browser = true;
    play.play("o");
    assert_eq!(play.stage.copied, [day(1).resources[0].url()]);
    assert!(play.foot().starts_with("No browser could be opened; the address is copied: https://"), "{}", play.foot());
    let mut play = Play::begun();
    play.app.env.remote = true;
    play.play("o");
    assert_eq!((play.stage.opened.len(), play.stage.copied.len()), (0, 1), "the browser is on another machine");
}

#[test]
fn an_unknown_alt_key_is_escape_and_the_key() {
    let mut play = Play::begun();
    play.play("n \"kept\" alt-j");
    assert_eq!((play.note(1).as_str(), play.line().as_str()), ("kept", "▸ ○ learn    What is backend development?"));
    play.play("2 alt-l");
    assert_eq!(play.title(), "2 Data types", "escape goes to Today, where l is the next day");
    play.play("n \" one two\" alt-b \"X\" esc");
    assert_eq!(play.note(2), " one Xtwo", "one that is known is what it is");
}

#[test]
fn a_click_ticks_on_the_mark_selects_on_the_row_and_goes_where_the_tabs_lead() {
    let mut play = Play::begun();
    play.click_on("practice Print");
    assert_eq!((play.line().as_str(), play.recorded()), ("▸ ○ practice Print “Hello World”", 1));
    play.click_on("○ learn");
    assert_eq!(play.foot(), "Ticked 1.2 “What is backend development?” · u undo");
    play.click_on("3 Conditionals");
    assert_eq!(play.title(), "3 Conditionals");
    play.click_on("2 Week");
    assert_eq!(play.title(), "Week 1 · Python Programming Basics");
    play.click_on("R review");
    play.click_on("1 Today");
    assert!(play.title().starts_with("1 Tools") || play.recorded() == 2, "{}", play.text());
}

#[test]
fn a_click_beside_everything_does_nothing() {
    let mut play = Play::begun();
    let before = play.text();
    for (x, y) in [(70, 1), (0, 5), (79, 5), (60, 18), (0, 22), (79, 23)] {
        play.click(x, y);
        assert_eq!(play.text(), before, "{x},{y}");
    }
    play.play("n");
    let editor = play.text();
    for text in ["○ learn", "3 Conditionals", "2 Week"] {
        play.click_on(text);
        assert_eq!(play.text(), editor, "what lies beneath the editor is not clicked: {text}");
    }
}

#[test]
fn a_click_in_a_burst_hits_what_was_drawn_there() {
    let mut play = Play::begun();
    let mark = play.find("○ learn");
    play.burst_and_click("] ]", mark);
    assert_eq!(play.foot(), "Ticked 1.2 “What is backend development?” · u undo");
    assert_eq!(play.title(), "1 Tools and the big picture", "not a task of day 15, which was never on screen");
}

#[test]
fn a_click_on_a_row_that_was_undone_in_the_same_burst_hits_no_other() {
    let mut play = Play::begun();
    play.play("a \"Ask Mia\" enter");
    let mark = play.find("○ own");
    play.burst_and_click("u", mark);
    assert_eq!(play.recorded(), 3, "the start, the task and its undo");
    assert!(day(1).resources.iter().all(|resource| !play.study().has_read(resource.url())));
}

#[test]
fn a_complete_day_leads_on_by_the_key_that_does() {
    let mut play = Play::begun();
    play.play("space space space space");
    assert_eq!(play.foot(), "Day 1 is complete · space next day · u undo");
    // Where a task of one's own is left, space ticks that first.
    let mut play = Play::begun();
    play.play("a \"Ask Mia\" enter k k k k space space space space");
    assert_eq!(play.foot(), "Day 1 is complete · l next day · u undo");
    play.play("l");
    assert_eq!(play.title(), "2 Data types");
    play.play("3 G enter");
    assert!(!play.foot().contains("next day"), "there is none after the last: {}", play.foot());
}
