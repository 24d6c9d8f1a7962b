//! Plans whose weeks are long, as lists of things to learn have them: wherever the learner is, it is in sight, and keys
//! and clicks go where the eye sees them go.
//!
//! Deliberately absent: the built-in plan's weeks, which every other file has.

use crate::play::Play;
use ninety::plan::{Plan, Source};
use std::fmt::Write;

const SIZES: [(u16, u16); 4] = [(80, 24), (40, 10), (60, 16), (120, 40)];

/// A plan with weeks of so many days, started.
fn play(weeks: &[usize]) -> Play {
    let mut text = "title = \"Topics\"\n".to_owned();
    for (week, days) in (1..).zip(weeks) {
        writeln!(text, "[[week]]\ntitle = \"Phase {week}\"").unwrap();
        for day in 1..=*days {
            writeln!(text, "[[week.day]]\ntitle = \"Topic {week}.{day}\"\ntasks = [{{ do = \"Read\" }}]").unwrap();
        }
    }
    let topics = Plan::read(&[Source { name: "topics.toml".into(), text }]).unwrap();
    let mut play = Play::of(Box::leak(Box::new(topics)));
    play.play("enter esc");
    play
}

/// The places of the selected cells of the map.
fn selected(play: &Play) -> Vec<(u16, u16)> {
    let screen = play.screen();
    let (_, styles) = screen.split_once("--- styles\n").unwrap();
    let cells =
        styles.lines().zip(0..).skip(2).flat_map(|(line, y)| line.chars().zip(0..).map(move |(c, x)| (c, x, y)));
    cells.filter(|(c, ..)| *c == 'R').map(|(_, x, y)| (x, y)).collect()
}

#[test]
fn the_selected_day_of_a_long_week_is_in_sight_in_plan() {
    for (columns, rows) in SIZES {
        let mut play = play(&[20, 7, 60, 100]).sized(columns, rows);
        play.play("3 g");
        for day in play.study().plan().days() {
            let cells = selected(&play);
            assert_eq!(cells.len(), 1, "day {} at {columns}x{rows}:\n{}", day.no(), play.text());
            let named = format!("{} {} ", day.no(), day.title);
            assert!(play.text().contains(&named), "{named:?} at {columns}x{rows}:\n{}", play.text());
            play.play("l");
        }
    }
}

#[test]
fn every_cell_of_a_long_week_is_where_a_click_finds_it() {
    let mut play = play(&[20, 7, 60, 100]);
    play.play("3 g");
    let days = play.study().plan().days();
    let mut places = Vec::new();
    for _ in days {
        places.extend(selected(&play));
        play.play("l");
    }
    for (day, place) in days.iter().zip(&places).step_by(7) {
        play.click(place.0, place.1);
        assert_eq!(selected(&play), [*place]);
        assert!(play.text().contains(&format!("╭ {} {} ", day.no(), day.title)), "{}", play.text());
    }
}

#[test]
fn up_and_down_go_to_the_cell_that_is_seen_there() {
    let mut play = play(&[20, 7, 45]);
    play.play("3 g l l");
    let mut seen = Vec::new();
    for key in ["j", "j", "j", "j", "j", "k", "k", "k", "k", "k"] {
        let (x, y) = selected(&play)[0];
        seen.push(format!("{x},{y} {}", play.text().split("╭ ").nth(2).unwrap().split(" ─").next().unwrap()));
        play.play(key);
    }
    insta::assert_snapshot!(seen.join("\n"), @r"
    28,3 3 Topic 1.3
    39,4 21 Topic 2.1
    41,5 28 Topic 3.1
    41,6 48 Topic 3.21
    41,7 68 Topic 3.41
    41,7 68 Topic 3.41
    41,6 48 Topic 3.21
    41,5 28 Topic 3.1
    41,4 23 Topic 2.3
    41,3 16 Topic 1.16
    ");
}

#[test]
fn a_long_week_takes_rows_that_end_in_one_column() {
    let mut play = play(&[20, 7, 45]);
    play.play("3 G");
    insta::assert_snapshot!(play.text().lines().skip(2).take(9).collect::<Vec<_>>().join("\n"), @r"
    ╭ Topics ──────────────────────────────── 0/72 ╮╭ 72 Topic 3.45 ─── Wed 17 Mar ╮
    │   1 Phase 1             □□□□□□□□□□□□□□□□□□□□ ││   ○ do       Read            │
    │   2 Phase 2                          □□□□□□□ ││                              │
    │   3 Phase 3                        +40 □□□□□ ││                              │
    │                         □□□□□□□□□□□□□□□□□□□□ ││                              │
    │                         □□□□□□□□□□□□□□□□□□□□ ││                              │
    │                                              ││                              │
    │                                              ││                              │
    │                                              ││                              │
    ");
}

#[test]
fn the_selected_day_of_a_long_week_is_in_sight_in_week_and_today() {
    for (columns, rows) in SIZES {
        let mut play = play(&[100]).sized(columns, rows);
        for day in play.study().plan().days() {
            let named = format!("{:>2} {}", day.no(), day.title);
            play.play("2");
            assert!(play.line().contains(named.trim()), "{named:?} at {columns}x{rows}:\n{}", play.text());
            play.play("1");
            let times = if columns < 72 { 1 } else { 2 };
            let said = play.text().matches(&format!("{} ", named.trim())).count();
            assert!(said >= times, "{named:?} at {columns}x{rows}:\n{}", play.text());
            play.play("l");
        }
    }
}
