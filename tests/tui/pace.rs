//! Pace on the screens: dates beside days, the one line that says what the evening is, the header, and keys that are
//! offered only where they do something.
//!
//! Deliberately absent: how dates come about (`core/schedule.rs`).

use crate::absence;
use crate::play::Play;
use ninety::plan::{Plan, Source};

/// A plan of one day, without a milestone.
fn one_day() -> &'static Plan {
    let day = "[[week.day]]\ntitle = \"Float\"\ntasks = [{ do = \"Let go\" }]\n";
    let text = format!("title = \"Swim\"\n[[week]]\n{day}");
    Box::leak(Box::new(Plan::read(&[Source { name: "swim.toml".into(), text }]).unwrap()))
}

/// Somebody who started on 23 November, did the first seven days, and recorded this besides.
fn with(lines: &str) -> Play {
    Play::with(&(absence::a_week() + lines))
}

fn away(from: &str, until: &str) -> Play {
    let entry = format!("away = {from}, until = {until}");
    with(&format!("99-00000001 = {{ at = 2026-12-01T21:00:00+01:00, {entry} }}\n"))
}

/// Returns what a pane's row that begins with this says.
fn row(play: &Play, start: &str) -> String {
    let text = play.text();
    let mut rows = text.lines().skip(2).flat_map(|line| line.split('│')).map(str::trim);
    rows.find(|row| row.starts_with(start)).unwrap_or_default().to_owned()
}

/// Returns the line above the day, if there is one.
fn above(play: &Play) -> Option<String> {
    let text = play.text();
    text.lines().nth(2).filter(|line| !line.starts_with('╭')).map(|line| line.trim().to_owned())
}

fn header(play: &Play) -> String {
    let text = play.text();
    text.lines().nth(1).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn days_have_their_dates_beside_them_as_long_as_there_is_room() {
    for ((columns, rows), keys, done, next) in [
        ((80, 24), "2", "✓ 37 Model forms         ✎ Fri 4 Dec", "▸ 42 Blog with search and… Wed 9 Dec"),
        ((72, 24), "2", "✓ 37 Model forms     ✎ Fri 4 Dec", "▸ 42 Blog with search… Wed 9 Dec"),
        (
            (60, 24),
            "2",
            "✓ 37 Model forms                             ✎ Fri 4 Dec",
            "▸ 42 Blog with search and pages                Wed 9 Dec",
        ),
        ((40, 20), "2", "✓ 37 Model forms         ✎ Fri 4 Dec", "▸ 42 Blog with search and… Wed 9 Dec"),
        ((80, 24), "", "✓ 37 Model forms           ✎", "▸ 42 Blog with search and p…"),
    ] {
        let mut play = Play::later().sized(columns, rows);
        play.play(keys);
        let shown = (row(&play, "✓ 37"), row(&play, "▸ 42"));
        assert_eq!(shown, (done.to_owned(), next.to_owned()), "{columns}x{rows}:\n{}", play.text());
    }
    let mut unstarted = Play::new();
    unstarted.play("esc 2");
    assert_eq!(row(&unstarted, "▸  1"), "▸  1 Tools and the big picture", "without a start there is no date");
}

#[test]
fn done_for_today_says_what_is_next_and_when() {
    let mut play = Play::begun();
    assert_eq!(above(&play), None, "there is a day to study");
    play.play("space space space space");
    assert_eq!(above(&play).unwrap(), "Done for today. Next: day 2, Data types, Wed 9 Dec.");
    assert_eq!(header(&play), "Day 2 of 90 · this week 1 of 4 finish 12 Apr · 9 days to spare");
    play.play("x");
    assert_eq!(above(&play), None, "it is to be studied again");
    play.play("u");
    assert_eq!(above(&play.sized(40, 10)).unwrap(), "Done for today.");
}

#[test]
fn a_second_day_in_one_evening_brings_the_finish_nearer() {
    let mut play = Play::begun();
    play.play("space space space space space");
    assert_eq!(play.title(), "2 Data types");
    play.play("space space space");
    assert_eq!(above(&play).unwrap(), "Done for today. Next: day 3, Conditionals, Wed 9 Dec.");
    assert_eq!(header(&play), "Day 3 of 90 · this week 2 of 4 finish 9 Apr · 10 days to spare");
}

#[test]
fn before_the_plan_begins_today_says_when_it_does() {
    for (keys, whole, short) in [
        ("\"+6d\"", "The plan starts on Mon 14 Dec; you may begin earlier.", "The plan starts on Mon 14 Dec."),
        (
            "\"2028-01-03\"",
            "The plan starts on Mon 3 Jan 2028; you may begin earlier.",
            "The plan starts on Mon 3 Jan 2028.",
        ),
    ] {
        let mut play = Play::new();
        play.play(&format!("up up {keys} enter j"));
        assert_eq!(above(&play).unwrap(), whole);
        assert_eq!(above(&play.sized(40, 10)).unwrap(), short);
    }
    let mut play = Play::new();
    play.play("up up \"sat\" enter j");
    assert_eq!(header(&play), "Day 1 of 90 finish 16 Apr · 9 days to spare");
    play.play("k space space space space");
    assert_eq!(above(&play).unwrap(), "Done for today. Next: day 2, Data types, Mon 14 Dec.", "who begins earlier may");
}

#[test]
fn a_rest_day_says_when_the_next_study_day_is() {
    let mut play = Play::new();
    play.play("up up \"sat\" enter");
    let play = play.at("2026-12-12T10:00:00+01:00");
    assert_eq!(above(&play).unwrap(), "A rest day; nothing is expected. Next study day: Mon 14 Dec.");
    assert_eq!(play.title(), "1 Tools and the big picture", "the day can be studied all the same");
    let play = play.at("2026-12-14T10:00:00+01:00");
    assert_eq!(above(&play), None);
    assert_eq!(header(&play), "Day 1 of 90 · this week 0 of 5 finish 16 Apr · 9 days to spare");
}

#[test]
fn a_break_and_one_that_is_near_have_a_line() {
    for (from, until, line) in [
        ("2026-12-07", "2026-12-08", Some("A break today; nothing is expected.")),
        ("2026-12-07", "2027-01-03", Some("A break until Sun 3 Jan; nothing is expected.")),
        ("2026-12-15", "2027-01-03", Some("A break from Tue 15 Dec to Sun 3 Jan.")),
        ("2026-12-16", "2026-12-20", None),
        ("2026-12-04", "2026-12-07", None),
    ] {
        assert_eq!(above(&away(from, until)).as_deref(), line, "{from} to {until}");
    }
    assert_eq!(above(&away("2026-12-07", "2027-01-03").sized(40, 10)).unwrap(), "A break until Sun 3 Jan.");
    let mut play = away("2026-12-07", "2027-01-03");
    play.play("2");
    assert!(!play.text().contains("break"), "it is Today's alone: {}", play.text());
    play.play("1 space");
    assert_eq!(play.foot(), "Ticked 8.1 “Git basics” · u undo", "one may study all the same");
}

#[test]
fn nobody_is_welcomed_back_in_the_middle_of_a_break() {
    for (now, is_welcomed) in [
        ("2026-12-18T19:00:00+01:00", true),
        ("2026-12-24T19:00:00+01:00", false),
        ("2027-01-03T19:00:00+01:00", false),
        ("2027-01-04T19:00:00+01:00", true),
    ] {
        let play = away("2026-12-21", "2027-01-03").at(now);
        assert_eq!(play.text().contains("╭ Welcome back ─"), is_welcomed, "{now}:\n{}", play.text());
        assert!(!play.foot().contains("since you last"), "{now}: {}", play.foot());
    }
}

#[test]
fn the_header_says_what_was_done_and_what_is_to_spare_as_far_as_it_has_room() {
    for (columns, shown) in [
        (80, "Day 42 of 90 · this week 2 of 7 finish 26 Jan · 10 days to spare"),
        (66, "Day 42 of 90 · this week 2 of 7 finish 26 Jan · 10 days to spare"),
        (65, "Day 42 of 90 finish 26 Jan · 10 days to spare"),
        (47, "Day 42 of 90 finish 26 Jan · 10 days to spare"),
        (40, "Day 42 of 90 finish 26 Jan"),
    ] {
        let mut play = Play::later().sized(columns, 24);
        for view in ["1", "2", "3", "4", "5"] {
            play.play(view);
            assert_eq!(header(&play), shown, "{columns}, view {view}");
        }
    }
    let mut play = Play::later();
    play.play("h");
    assert_eq!(
        header(&play),
        "Day 42 of 90 · this week 2 of 7 finish 26 Jan · 10 days to spare",
        "whatever day is looked at"
    );
    play.play("r \"2027-01-20\" enter");
    assert_eq!(header(&play), "Day 42 of 90 · this week 2 of 7 finish 26 Jan · 6 days past the goal");
    assert_eq!(header(&with("")), "Day 8 of 90 · this week 0 of 5 finish 1 Apr", "there is no goal");
}

#[test]
fn week_by_week_a_day_has_its_stretch() {
    let mut play = Play::later().sized(120, 40);
    play.play("r tab tab tab space enter 2 l");
    assert!(row(&play, "▸ 42").ends_with(" 8-13 Dec"), "{}", play.text());
    play.play("]");
    assert!(row(&play, "43 DRF").ends_with(" 8-13 Dec"), "{}", play.text());
    play.play("l l l l");
    assert!(row(&play, "47 ").ends_with("14-20 Dec"), "{}", play.text());
}

#[test]
fn once_all_is_done_nothing_offers_a_re_plan() {
    let mut play = Play::of(one_day());
    play.play("esc 4");
    assert!(play.foot().contains("r re-plan"), "{}", play.foot());
    play.play("1 space");
    assert_eq!(play.foot(), "Week 1 is over · R review");
    play.play("esc");
    assert_eq!(above(&play).unwrap(), "Finished on Tue 8 Dec; every day is complete or skipped.");
    for view in ["1", "2", "3", "4", "5"] {
        play.play(view);
        assert!(!play.foot().contains("re-plan"), "{}", play.foot());
    }
}

#[test]
fn progress_says_finish_goal_and_what_is_to_spare() {
    let mut play = Play::later();
    play.play("4");
    assert!(play.text().contains("26 Jan 2027"), "{}", play.text());
    assert!(play.text().contains("5 Feb 2027"), "{}", play.text());
    assert!(play.text().contains("10 days to spare"), "{}", play.text());
}

#[test]
fn what_is_scrolled_off_above_and_below_is_marked() {
    let mut play = Play::begun();
    assert!(play.text().contains(" ▾ ") && !play.text().contains('▴'), "{}", play.text());
    play.play("pgdn pgdn");
    assert!(play.text().contains(" ▴ ") && !play.text().contains('▾'), "{}", play.text());
    play.play("pgup pgup");
    assert!(play.text().contains(" ▾ ") && !play.text().contains('▴'), "{}", play.text());
}

#[test]
fn a_message_takes_one_line_and_leaves_the_bar() {
    for (columns, rows) in [(80, 24), (60, 16), (40, 20)] {
        let mut play = Play::begun().sized(columns, rows);
        let frame = |play: &Play| play.text().lines().count();
        play.play(&format!("s \"{}\" enter", "a long reason ".repeat(12)));
        let text = play.text();
        let bar = text.lines().rev().nth(1).unwrap();
        assert!(bar.ends_with("/90  0 %"), "{columns}x{rows}:\n{text}");
        assert!(play.foot().starts_with("Skipped day 1"), "{}", play.foot());
        assert!(play.foot().ends_with("… · u undo"), "{}", play.foot());
        assert_eq!(frame(&play), usize::from(rows));
    }
}
