//! Week: its days, its milestone with checks and links, and how it opens by itself when its last day is over.
//!
//! Deliberately absent: what the facts add up to (`core/milestones.rs`), and the three questions (`review`).

use crate::play::Play;
use ninety::journal::{Fact, Mark};
use ninety::plan::{Day, Milestone, Plan, Source, Week};
use std::fmt::Write;

fn week(n: usize) -> (&'static Week, &'static Milestone) {
    let plan = Plan::builtin();
    let week = plan.week(plan.week_no(n).unwrap());
    (week, week.milestone.as_ref().unwrap())
}

/// The last fact on the disk.
fn last(play: &Play) -> Fact {
    play.study().journal().entries().last().unwrap().record().facts.remove(0)
}

/// Twenty-one days, one an evening, on the evening of the last.
fn after_week_three() -> Play {
    let first = chrono::NaiveDate::from_ymd_opt(2026, 11, 18).unwrap();
    let mut lines = format!("1-00000001 = {{ at = {first}T19:00:00+01:00, start = {first} }}\n");
    for (n, (day, date)) in (2..).zip(Plan::builtin().days().iter().zip(first.iter_days()).take(21)) {
        let id = day.id();
        writeln!(lines, "{n}-00000002 = {{ at = {date}T19:40:00+01:00, done = \"{id}\" }}").unwrap();
    }
    Play::with(&lines)
}

/// A learner of a plan of one week with one day, and these lines about its milestone.
fn one_day(milestone: &str) -> Play {
    let text = format!("title = \"Bare\"\n[[week]]\n{milestone}[[week.day]]\ntasks = [{{ do = \"One\" }}]\n");
    let bare = Plan::read(&[Source { name: "bare.toml".into(), text }]).unwrap();
    let mut play = Play::of(Box::leak(Box::new(bare)));
    play.play("enter esc");
    play
}

/// Week 1 but for its last task of all.
fn before_the_last_tick() -> Play {
    let mut play = Play::begun();
    let tasks = Plan::builtin().days().iter().take(7).flat_map(Day::tasks).filter(|task| !task.added);
    // Between two days there is a space that only goes on; extra tasks are passed over.
    play.play(&"space ".repeat(tasks.count() - 1 + 6));
    assert_eq!(play.study().days_complete(), 6);
    play
}

#[test]
fn it_opens_by_itself_when_the_last_day_is_complete_and_says_what_was_reached() {
    let mut play = before_the_last_tick();
    assert_eq!(play.title(), "7 CLI contact book");
    play.play("space");
    assert_eq!(play.foot(), "◆ Milestone: CLI contact book, 7 checks open · R review");
    let text = play.text();
    assert!(text.contains("╭ Week 1 · Python Programming Basics"), "{text}");
    assert!(text.contains("╭ ◆ CLI contact book"), "{text}");
    assert_eq!(play.line(), "▸ What can you do now that you could");
}

#[test]
fn it_opens_once_and_nothing_else_offers_it() {
    let mut play = before_the_last_tick();
    play.play("space 1");
    for keys in ["1", "2", "3", "4", "5", "1 l", "t"] {
        play.play(keys);
        assert!(!play.text().contains("three questions"), "{}", play.text());
    }
    // To untick and to bring back the tick are no second end of the week.
    play.play("1 t h G u");
    assert_eq!(play.study().days_complete(), 6);
    play.play("U");
    assert!(play.foot().starts_with("Redone: Ticked 7.5"), "{}", play.foot());
    assert_eq!(play.study().days_complete(), 7);
    assert!(!play.text().contains("╭ Review"), "{}", play.text());
    let play = play.again();
    assert!(!play.text().contains("╭ Review"), "{}", play.text());
}

#[test]
fn it_opens_when_the_last_day_is_skipped() {
    let mut play = before_the_last_tick();
    play.play("s \"known from work\" enter");
    assert_eq!(play.foot(), "Week 1, Python Programming Basics, is over · R review");
    assert!(play.text().contains("6 of 7 days complete, 1 skipped"), "{}", play.text());
    assert!(play.text().contains("known from work"), "{}", play.text());
}

#[test]
fn it_does_not_open_because_of_what_another_machine_did() {
    let mut play = before_the_last_tick();
    let day = Plan::builtin().day(week(1).0.last());
    play.elsewhere(Fact::Done(vec![Mark::Day(day.id().clone())]));
    assert!(play.look());
    assert_eq!(play.study().days_complete(), 7);
    assert!(!play.text().contains("╭ Review"), "{}", play.text());
}

#[test]
fn a_week_that_leads_to_nothing_is_over_all_the_same() {
    let mut play = one_day("");
    play.play("space");
    assert_eq!(play.foot(), "Week 1 is over · R review");
    assert!(play.text().contains("╭ Review") && !play.text().contains("ilestone"), "{}", play.text());
}

#[test]
fn tab_goes_round_the_panes_and_the_cursor_rests_in_each() {
    let mut play = Play::later();
    play.play("2");
    assert_eq!(play.line(), "✓ 41 Middleware                8 Dec");
    play.play("tab");
    assert_eq!(play.line(), "▸ ○ a  The list shows a fixed number");
    play.play("j");
    assert_eq!(play.line(), "▸ ○ b  Searching finds a word in the");
    play.play("tab");
    assert_eq!(play.line(), "▸ What can you do now that you could");
    play.play("j");
    assert_eq!(play.line(), "▸ What is still shaky?");
    play.play("tab");
    assert_eq!(play.line(), "✓ 41 Middleware                8 Dec");
    play.play("shift-tab shift-tab");
    assert_eq!(play.line(), "▸ ○ b  Searching finds a word in the");
}

#[test]
fn where_there_is_room_for_one_pane_tab_changes_it() {
    for (columns, rows) in [(60, 16), (40, 10)] {
        let mut play = Play::later().sized(columns, rows);
        for (key, title) in
            [("2", "Week 6 · Advanced"), ("tab", "Blog with search"), ("tab", "Review"), ("tab", "Week 6 ·")]
        {
            let text = play.play(key).text();
            let top = text.lines().nth(2).unwrap();
            assert!(top.contains(title), "{title} is not here:\n{text}");
        }
    }
}

#[test]
fn capital_m_and_capital_r_lead_to_their_panes_from_every_view() {
    for view in ["1", "2", "3", "4", "5"] {
        let mut play = Play::later();
        play.play(view).play("M");
        assert_eq!(play.line(), "▸ ○ a  The list shows a fixed number", "{view}");
        play.play(view).play("R");
        let shown = play.line();
        let is_typed = view == "2";
        assert!(is_typed || shown == "▸ What can you do now that you could", "{view}: {shown}");
    }
}

#[test]
fn checks_are_ticked_in_today_on_the_milestone_s_day() {
    let mut play = Play::begun();
    // Day 7 has five tasks; the checks come after them.
    play.play("l l l l l l j j j j j space");
    let (first, milestone) = week(1);
    assert_eq!(last(&play), Fact::Done(vec![Mark::Item(milestone.accept[0].id().clone())]));
    assert!(play.foot().starts_with("Ticked the check ‘`python contacts.py add"), "{}", play.foot());
    assert_eq!(play.study().days_complete(), 0, "a check is no task of the plan's author");
    play.play("u");
    assert_eq!(play.study().open_checks(first).count(), 7);
    play.play("G enter");
    assert_eq!(play.stage.opened.len(), 1, "resources come after the checks");
}

#[test]
fn the_pane_ticks_and_links_and_each_is_undone_there() {
    let mut play = Play::begun();
    play.play("M space space");
    let (first, _) = week(1);
    assert_eq!(play.study().open_checks(first).count(), 5);
    assert_eq!(play.line(), "▸ ○ c  Contacts are still there", "the cursor went on to the next");
    play.play("G enter \"github.com/me\" enter");
    assert!(play.text().contains("An address that begins with http://"), "{}", play.text());
    let url = "https://github.com/me/contacts";
    play.play(&format!("ctrl-u \"{url}\" enter"));
    let links = |play: &Play| play.study().links(first).len();
    assert_eq!(links(&play), 1);
    assert!(
        play.foot().starts_with("Linked week 1, Python Programming Basics, to https://github.com/me/"),
        "{}",
        play.foot()
    );
    play.play("G k o y");
    assert_eq!(
        (play.stage.opened.as_slice(), play.stage.copied.as_slice()),
        (&[url.to_owned()][..], &[url.to_owned()][..])
    );
    let before = play.recorded();
    play.play(&format!("L \"{url}\" enter"));
    assert!(play.text().contains("This link is there already."), "{}", play.text());
    play.play("esc");
    assert_eq!(play.recorded(), before);
    play.play("u u u");
    assert_eq!((play.study().open_checks(first).count(), links(&play)), (7, 0));
    assert!(play.text().contains("◇ CLI contact book ─"), "the page stays");
}

#[test]
fn x_unticks_and_space_on_what_is_ticked_does_not() {
    let mut play = Play::begun();
    let (first, _) = week(1);
    play.play("M space k space");
    assert_eq!(play.study().open_checks(first).count(), 6, "space only goes on");
    play.play("k x");
    assert_eq!(play.study().open_checks(first).count(), 7);
    play.play("x");
    assert_eq!(play.foot(), "Tasks are unticked in Today; here x unticks checks and removes links.");
}

#[test]
fn escape_leaves_the_question_first_and_then_the_page() {
    let mut play = Play::begun();
    play.play("M G enter \"half\" esc");
    assert_eq!((play.line().as_str(), play.recorded()), ("▸ add a link", 1));
    play.play("esc");
    assert_eq!((play.title().as_str(), play.recorded()), ("1 Tools and the big picture", 1));
}

#[test]
fn brackets_go_from_week_to_week_in_the_pane_that_one_is_in() {
    let mut play = Play::begun();
    play.play("M ] ]");
    assert!(play.text().contains("╭ ◇ Portfolio website"), "{}", play.text());
    assert!(play.line().starts_with("▸ ○ a"), "{}", play.line());
    play.play("[ [ [ [");
    assert!(play.text().contains("╭ ◇ CLI contact book"), "{}", play.text());
}

#[test]
fn a_click_ticks_a_check_and_another_goes_to_a_day() {
    let mut play = Play::begun();
    play.play("2");
    let (x, y) = play.find("○ c");
    play.click(x, y);
    let (_, milestone) = week(1);
    assert_eq!(last(&play), Fact::Done(vec![Mark::Item(milestone.accept[2].id().clone())]));
    play.click_on(" 4 Loops").click_on(" 4 Loops");
    assert_eq!(play.title(), "4 Loops");
}

#[test]
fn links_of_the_week_lead_there_in_terminals_that_know_links() {
    let mut play = Play::begun();
    play.play("M L \"https://example.org/contacts\" enter G k");
    let urls: Vec<&str> = play.stage.links.iter().map(|(_, url)| url.as_str()).collect();
    assert_eq!(urls, ["https://example.org/contacts"]);
}

#[test]
fn f_shows_what_is_folded_and_folds_it_again() {
    for (columns, rows) in [(80, 24), (60, 16), (40, 10)] {
        let mut play = after_week_three().sized(columns, rows);
        play.play("M G");
        let folded = play.screen();
        assert!(play.text().contains("▸ add a link"), "{}", play.text());
        play.play("f");
        assert!(play.text().contains("Ask yourself"), "{columns}x{rows}:\n{}", play.text());
        play.play("f");
        assert_eq!(play.screen(), folded, "it is folded, and the cursor is where it was");
    }
}

#[test]
fn what_is_unfolded_can_be_read_to_its_end() {
    for (columns, rows) in [(80, 24), (60, 16), (40, 10)] {
        let mut play = after_week_three().sized(columns, rows);
        play.play("M f");
        let mut seen = play.text();
        for _ in 0..30 {
            seen += &play.play("pgdn").text();
        }
        let (_, milestone) = week(3);
        for text in milestone.stretch.iter().chain(milestone.pitfalls) {
            let first = text.split(' ').take(3).collect::<Vec<_>>().join(" ");
            assert!(seen.contains(&first), "{first} is never in sight at {columns}x{rows}");
        }
    }
}

#[test]
fn the_pane_scrolls_no_further_than_there_is_to_see() {
    let mut play = after_week_three();
    let page = play.play("M").screen();
    play.play("pgdn pgdn pgdn pgdn pgdn pgdn pgdn pgdn pgup pgup pgup pgup pgup pgup pgup pgup");
    assert_eq!(play.screen(), page);
}

#[test]
fn how_far_it_has_come_stands_on_the_pane_at_every_size() {
    let mut play = after_week_three();
    play.play("M");
    for columns in 40..=130 {
        for rows in 10..=30 {
            play.resize(columns, rows);
            let text = play.text();
            assert!(text.contains("0 of 7 checks") || text.contains(" 0/7 "), "{columns}x{rows}:\n{text}");
        }
    }
}

#[test]
fn plan_says_on_every_day_of_a_reached_week_what_is_open() {
    let mut play = after_week_three();
    play.play("3 [ ] [");
    play.play("]");
    for day in 15..=21 {
        let text = play.text();
        assert!(text.contains("◆ Portfolio website:"), "day {day}:\n{text}");
        play.play("l");
    }
    assert!(!play.text().contains("◆ Portfolio website"), "week 4 is ahead:\n{}", play.text());
}

#[test]
fn a_week_of_one_day_has_a_frame() {
    let mut play = one_day("");
    for (columns, rows) in [(80, 24), (120, 40), (60, 16)] {
        play.resize(columns, rows);
        let text = play.play("2").text();
        assert!(text.contains("╭ Week 1 "), "{text}");
        assert!(text.contains("│ ▸  1 One"), "{text}");
    }
}

#[test]
fn week_by_week_says_so_and_skips_say_why() {
    let mut play = Play::begun();
    play.play("l s \"known from work\" enter 2");
    let text = play.text();
    assert!(text.contains("0 of 7 days complete, 1 skipped"), "{text}");
    assert!(text.contains("     known from work"), "{text}");
}

#[test]
fn x_removes_the_link_under_the_cursor() {
    let mut play = Play::begun();
    play.play("M L \"https://me.example.org\" enter G k x");
    assert_eq!((play.study().links(week(1).0).len(), play.recorded()), (0, 3));
    play.play("u");
    assert_eq!(play.study().links(week(1).0).len(), 1);
}

#[test]
fn a_day_beside_is_gone_to_without_losing_the_check_under_the_cursor() {
    let mut play = Play::later();
    play.play("2 tab j j");
    let check = play.line();
    assert_eq!(play.play("h").line(), check, "{}", play.text());
    assert!(play.play("s").foot().starts_with("Days are skipped in their own pane; tab"), "{}", play.foot());
    assert_ne!(play.play("[").line(), check);
}

#[test]
fn the_key_of_the_panes_has_room_at_60_columns() {
    let mut play = Play::begun().sized(60, 16);
    play.play("2");
    assert_eq!(play.foot(), "space tick next · enter open · tab pane · ? help · q quit");
}
