//! Where a learner stands, exactly, and that every verb says the same of it: finish, goal, to spare, rhythm, dates.
//!
//! Deliberately absent: the verbs that change it (`pace.rs`), and random learners (`core/lives.rs`).

use crate::common::World;
use serde_json::Value;

/// A world on the Monday on which the plan starts, five days a week.
fn started() -> World {
    let mut world = World::new();
    world.at("2026-11-23T19:00:00+01:00");
    assert_eq!(world.run("start --days mon-fri").code, 0);
    world
}

/// The date so many days after the start.
fn date(days: i64) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() + chrono::TimeDelta::days(days)
}

/// A world of a learner who completes a day on each of these weekdays (0 is Monday) for so many weeks; it is the Monday
/// after them, in the morning.
fn steady(weekdays: &[i64], weeks: i64) -> World {
    let mut world = started();
    let evenings = (0..weeks).flat_map(|week| weekdays.iter().map(move |day| week * 7 + day));
    for (day, evening) in (1..).zip(evenings) {
        world.at(&format!("{}T20:00:00+01:00", date(evening)));
        assert_eq!(world.run(&format!("done {day}")).code, 0);
    }
    world.at(&format!("{}T09:00:00+01:00", date(weeks * 7)));
    world
}

fn json(world: &World, line: &str) -> Value {
    serde_json::from_str(&world.run(line).out).unwrap()
}

/// What status says of finish, goal and the days between.
fn position(world: &World) -> String {
    let status = json(world, "status --json");
    format!("{} {} {}", status["finish"], status["goal"], status["to_spare"]).replace('"', "")
}

/// The days of week 1 with their dates, as `week` prints them.
fn week_1(world: &World) -> String {
    world.run("week 1").out.split_inclusive('\n').skip(2).take(7).collect()
}

#[test]
fn whoever_completes_four_of_five_is_told_where_that_leads() {
    let world = steady(&[0, 1, 2, 3], 4);
    insta::assert_snapshot!(world.transcript(&["status"]), @"
    $ ninety status
    Day 17 of 90 · this week 0 of 5
    Finish Thu 1 Apr 2027 · goal Thu 8 Apr 2027 · 5 days to spare
    You complete 4 of 5 study days a week; at that rate the end is around 28 April.
    6 study days a week would fit the goal.
    Warm-up: 6 questions, 2 min: `ninety recall`.
    ");
    let status = json(&world, "status --json");
    insta::assert_snapshot!(status["rhythm"].to_string(), @r#"{"complete":4,"study_days":5,"end":"2027-04-28","pace":"mon-sat"}"#);
    assert_eq!(json(&steady(&[0, 1, 2, 3], 2), "status --json")["rhythm"], Value::Null, "too early to tell");
    let all = steady(&[0, 1, 2, 3, 4], 4);
    assert!(!all.run("status").out.contains("at that rate"), "it says nothing new");
}

#[test]
fn an_evening_changes_the_finish_only_where_a_second_day_is_done_or_none() {
    let mut world = steady(&[0, 1, 2, 3, 4], 2);
    assert_eq!(position(&world), "2027-03-26 2027-04-08 9");
    world.at("2026-12-07T20:00:00+01:00");
    assert_eq!(world.run("done 11").code, 0);
    assert_eq!(position(&world), "2027-03-26 2027-04-08 9", "today's day");
    assert_eq!(world.run("done 12").code, 0);
    assert_eq!(position(&world), "2027-03-25 2027-04-08 10", "a second one");
    world.at("2026-12-08T23:59:00+01:00");
    assert_eq!(position(&world), "2027-03-25 2027-04-08 10", "the evening is not over");
    world.at("2026-12-09T03:59:00+01:00");
    assert_eq!(position(&world), "2027-03-25 2027-04-08 10", "nor is the night");
    world.at("2026-12-09T04:00:00+01:00");
    assert_eq!(position(&world), "2027-03-26 2027-04-08 9", "it was not used");
}

#[test]
fn whoever_comes_back_after_forty_days_finds_the_dates_moved_and_the_goal_kept() {
    let mut world = steady(&[0, 1, 2, 3, 4], 2);
    world.at("2027-01-13T20:00:00+01:00");
    insta::assert_snapshot!(world.transcript(&["status", "pace --goal 2027-05-14", "done 11", "status"]), @"
    $ ninety status
    Day 11 of 90 · this week 0 of 5
    Finish Tue 4 May 2027 · goal Thu 8 Apr 2027 · 18 days past the goal
    A while since you last checked in. Every date has moved along; `ninety pace`
    shows how.
    Warm-up: 3 questions, 1 min: `ninety recall`.
    $ ninety pace --goal 2027-05-14
    Set the goal to Fri 14 May 2027.
    Finish       Tue 4 May 2027
    Goal         Thu 8 Apr 2027 → Fri 14 May 2027
    To spare     18 days past the goal → 8 days
    Next         Wed 13 Jan       11  Methods and attributes
                 Thu 14 Jan       12  Virtual environments
                 Fri 15 Jan       13  Review and clean up
                 Mon 18 Jan       14  OOP student management
                 Tue 19 Jan       15  First Django project
                 Wed 20 Jan       16  Project layout and apps
                 Thu 21 Jan       17  Views
    Take it back with: ninety undo
    $ ninety done 11
    Ticked 2 tasks of day 11, Methods and attributes.
    Day 11, Methods and attributes, is complete. Next: day 12, Virtual environments.
    Take it back with: ninety undo
    $ ninety status
    Day 12 of 90 · this week 1 of 5
    Finish Tue 4 May 2027 · goal Fri 14 May 2027 · 8 days to spare
    Done for today. Next: day 12, Virtual environments, Thu 14 Jan.
    Warm-up: 3 questions, 1 min: `ninety recall`.
    ");
    world.at("2027-06-01T20:00:00+01:00");
    insta::assert_snapshot!(world.transcript(&["status"]), @"
    $ ninety status
    Day 12 of 90 · this week 0 of 5
    Finish Fri 17 Sep 2027 · goal Fri 14 May 2027 · 90 days past the goal
    A while since you last checked in. Every date has moved along; `ninety pace`
    shows how.
    Warm-up: 3 questions, 1 min: `ninety recall`.
    ");
}

#[test]
fn a_study_day_of_45_minutes_makes_days_take_several() {
    let mut world = started();
    assert_eq!(world.run("pace --minutes 45").code, 0);
    insta::assert_snapshot!(world.transcript(&["status"]), @"
    $ ninety status
    Day 1 of 90 · this week 0 of 5
    Finish Tue 14 Sep 2027 · goal Thu 8 Apr 2027 · 113 days past the goal
    A study day of 45 min is shorter than some days need; those take several study
    days.
    ");
    insta::assert_snapshot!(week_1(&world), @"
    ▸  1  Tools and the big picture                                      23-24 Nov
       2  Data types                                                     25-26 Nov
       3  Conditionals                                                   27-30 Nov
       4  Loops                                                            1-2 Dec
       5  Functions                                                        3-4 Dec
       6  Error handling                                                   7-8 Dec
       7  CLI contact book ◇                                              9-14 Dec
    ");
    assert_eq!(world.run("done 1.1").code, 0);
    let first = |world: &World| json(world, "week 1 --json")["week"]["days"][0].clone();
    assert_eq!(first(&world)["date"], "2026-11-24", "this evening is one of the two");
    world.at("2026-11-24T20:00:00+01:00");
    assert_eq!(first(&world)["from"], "2026-11-24");
    assert_eq!(first(&world)["date"], "2026-11-24");
}

#[test]
fn week_by_week_an_evening_costs_nothing_until_the_week_is_over() {
    let mut world = started();
    assert_eq!(world.run("pace --by week").code, 0);
    let before = position(&world);
    world.at("2026-11-27T20:00:00+01:00");
    assert_eq!(position(&world), before, "five days may still be done on Friday");
    assert_eq!(world.run("done 3 1").code, 0);
    assert_eq!(position(&world), before, "in any order");
    insta::assert_snapshot!(world.transcript(&["status"]), @"
    $ ninety status
    Day 2 of 90 · this week 2 of 5
    Finish Fri 26 Mar 2027 · goal Thu 8 Apr 2027 · 9 days to spare
    Done for today. Next: day 2, Data types.
    ");
    insta::assert_snapshot!(week_1(&world), @"
    ✓  1  Tools and the big picture                                     Fri 27 Nov
    ▸  2  Data types                                                    Fri 27 Nov
    ✓  3  Conditionals                                                  Fri 27 Nov
       4  Loops                                                         Fri 27 Nov
       5  Functions                                                     Fri 27 Nov
       6  Error handling                                            30 Nov - 4 Dec
       7  CLI contact book ◇                                        30 Nov - 4 Dec
    ");
    world.at("2026-12-07T09:00:00+01:00");
    insta::assert_snapshot!(world.transcript(&["status"]), @"
    $ ninety status
    Day 2 of 90 · this week 0 of 5
    Finish Fri 9 Apr 2027 · goal Thu 8 Apr 2027 · 1 day past the goal
    5 study days since you last checked in. Every date has moved along;
    `ninety pace` shows how.
    Warm-up: 6 questions, 2 min: `ninety recall`.
    ");
    insta::assert_snapshot!(week_1(&world), @"
    ✓  1  Tools and the big picture                                     Fri 27 Nov
    ▸  2  Data types                                                      7-11 Dec
    ✓  3  Conditionals                                                  Fri 27 Nov
       4  Loops                                                           7-11 Dec
       5  Functions                                                       7-11 Dec
       6  Error handling                                                  7-11 Dec
       7  CLI contact book ◇                                              7-11 Dec
    ");
}

#[test]
fn every_verb_shows_the_same_dates() {
    let mut worlds = vec![started(), steady(&[0, 2], 3)];
    for line in ["pace --by week", "pace --minutes 45", "away 2026-12-24 2027-01-10"] {
        let world = started();
        assert_eq!(world.run(line).code, 0);
        worlds.push(world);
    }
    for world in worlds {
        let plan = json(&world, "plan --json");
        let weeks = plan["weeks"].as_array().unwrap().iter();
        let days: Vec<&Value> = weeks.flat_map(|week| week["days"].as_array().unwrap()).collect();
        let last = days.iter().filter_map(|day| day["date"].as_str()).max().unwrap();
        assert_eq!(json(&world, "status --json")["finish"], *last);
        assert_eq!(plan["finish"], *last);
        let calendar = world.run("export ics").out;
        for day in days.iter().filter(|day| day["state"] == "open") {
            let number = day["number"].as_u64().unwrap();
            let alone = json(&world, &format!("today {number} --json"))["day"].clone();
            assert_eq!((&alone["from"], &alone["date"]), (&day["from"], &day["date"]), "day {number}");
            let from = day["from"].as_str().unwrap().replace('-', "");
            let event = calendar.split("BEGIN:VEVENT").find(|event| event.contains(&format!(":Day {number}: ")));
            assert!(event.unwrap().contains(&format!("DTSTART;VALUE=DATE:{from}")), "day {number}");
            if number > 10 {
                continue;
            }
            let week = json(&world, &format!("week {} --json", day["id"].as_str().unwrap()));
            assert!(week["week"]["days"].as_array().unwrap().contains(day), "day {number}");
        }
    }
}
