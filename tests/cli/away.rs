//! Breaks, exactly: taken, moved, ended, taken away, and left while one still lasts.
//!
//! Deliberately absent: the rules behind it (`core/schedule.rs`).

use crate::common::World;

/// A world on the Monday on which the plan starts, five days a week.
fn started() -> World {
    let mut world = World::new();
    world.at("2026-11-23T19:00:00+01:00");
    assert_eq!(world.run("start --days mon-fri").code, 0);
    world
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is printed is read as a whole")]
fn a_break_is_taken_moved_ended_and_taken_away() {
    let mut world = started();
    insta::assert_snapshot!(world.transcript(&[
        "away 2026-12-24 2027-01-03 --because Christmas --dry-run", "away 2026-12-24 2027-01-03 --because Christmas",
        "away 2026-12-28 2026-12-30", "away 2026-12-24 2026-12-25", "away 2026-12-24 2026-12-25", "away --end 2026-12-24", "pace",
        "away --end", "away", "away tomorrow today", "away someday +3d", "away today +3d --end",
    ]), @r#"
    $ ninety away 2026-12-24 2027-01-03 --because Christmas --dry-run
    Nothing is recorded. It would be: Set a break from Thu 24 Dec 2026 to Sun 3 Jan 2027 (Christmas).
    Finish       Fri 26 Mar 2027 → Tue 6 Apr 2027
    Goal         Thu 8 Apr 2027
    To spare     9 days → 2 days
    Next         Mon 23 Nov        1  Tools and the big picture
                 Tue 24 Nov        2  Data types
                 Wed 25 Nov        3  Conditionals
                 Thu 26 Nov        4  Loops
                 Fri 27 Nov        5  Functions
                 Mon 30 Nov        6  Error handling
                 Tue 1 Dec         7  CLI contact book
    $ ninety away 2026-12-24 2027-01-03 --because Christmas
    Set a break from Thu 24 Dec 2026 to Sun 3 Jan 2027 (Christmas).
    Finish       Fri 26 Mar 2027 → Tue 6 Apr 2027
    Goal         Thu 8 Apr 2027
    To spare     9 days → 2 days
    Next         Mon 23 Nov        1  Tools and the big picture
                 Tue 24 Nov        2  Data types
                 Wed 25 Nov        3  Conditionals
                 Thu 26 Nov        4  Loops
                 Fri 27 Nov        5  Functions
                 Mon 30 Nov        6  Error handling
                 Tue 1 Dec         7  CLI contact book
    Take it back with: ninety undo
    $ ninety away 2026-12-28 2026-12-30
    Set a break from Mon 28 Dec to Wed 30 Dec 2026.
    Finish       Tue 6 Apr 2027
    Goal         Thu 8 Apr 2027
    To spare     2 days
    Next         Mon 23 Nov        1  Tools and the big picture
                 Tue 24 Nov        2  Data types
                 Wed 25 Nov        3  Conditionals
                 Thu 26 Nov        4  Loops
                 Fri 27 Nov        5  Functions
                 Mon 30 Nov        6  Error handling
                 Tue 1 Dec         7  CLI contact book
    It lies in the break from Thu 24 Dec 2026 to Sun 3 Jan 2027, so no date moves.
    Take it back with: ninety undo
    $ ninety away 2026-12-24 2026-12-25
    Set a break from Thu 24 Dec to Fri 25 Dec 2026.
    Finish       Tue 6 Apr 2027 → Fri 2 Apr 2027
    Goal         Thu 8 Apr 2027
    To spare     2 days → 4 days
    Next         Mon 23 Nov        1  Tools and the big picture
                 Tue 24 Nov        2  Data types
                 Wed 25 Nov        3  Conditionals
                 Thu 26 Nov        4  Loops
                 Fri 27 Nov        5  Functions
                 Mon 30 Nov        6  Error handling
                 Tue 1 Dec         7  CLI contact book
    Take it back with: ninety undo
    $ ninety away 2026-12-24 2026-12-25
    Nothing is new: that break is set already.
    $ ninety away --end 2026-12-24
    Removed the break of Thu 24 Dec 2026.
    Finish       Fri 2 Apr 2027 → Wed 31 Mar 2027
    Goal         Thu 8 Apr 2027
    To spare     4 days → 6 days
    Next         Mon 23 Nov        1  Tools and the big picture
                 Tue 24 Nov        2  Data types
                 Wed 25 Nov        3  Conditionals
                 Thu 26 Nov        4  Loops
                 Fri 27 Nov        5  Functions
                 Mon 30 Nov        6  Error handling
                 Tue 1 Dec         7  CLI contact book
    Take it back with: ninety undo
    $ ninety pace
    Study days   mon-fri (5 days a week)
    A study day  as long as it takes
    Order        day by day
    Start        Mon 23 Nov 2026
    Goal         Thu 8 Apr 2027
    Finish       Wed 31 Mar 2027
    To spare     6 days
    Break        28-30 Dec 2026
    $ ninety away --end
    --- stderr
    ninety: There is no break on Mon 23 Nov 2026, so there is nothing to end; `ninety pace` lists the breaks to come.
    --- exit 1
    $ ninety away
    --- stderr
    ninety: FROM and TO are missing.

    Usage: ninety away FROM TO [--because TEXT] [--dry-run] | --end [DATE]
           [--dry-run]

    For more information, try 'ninety away --help'.
    --- exit 2
    $ ninety away tomorrow today
    --- stderr
    ninety: The break ends on Mon 23 Nov 2026, before it begins on Tue 24 Nov 2026: write the earlier date first.

    For more information, try 'ninety away --help'.
    --- exit 2
    $ ninety away someday +3d
    --- stderr
    ninety: "someday" is no date: write today, tomorrow, +3d, -2w, mon, 14 dec or a date such as 2026-11-23.

    For more information, try 'ninety away --help'.
    --- exit 2
    $ ninety away today +3d --end
    --- stderr
    ninety: FROM and --end do not go together.

    Usage: ninety away FROM TO [--because TEXT] [--dry-run] | --end [DATE]
           [--dry-run]

    For more information, try 'ninety away --help'.
    --- exit 2
    "#);
    world.at("2026-12-29T20:00:00+01:00");
    insta::assert_snapshot!(world.transcript(&["status", "done 1", "status --json", "away --end --dry-run", "away --end", "status"]), @r#"
    $ ninety status
    Day 1 of 90 · this week 0 of 2
    Finish Wed 5 May 2027 · goal Thu 8 Apr 2027 · 19 days past the goal
    A break until Wed 30 Dec; nothing is expected.
    $ ninety done 1
    Ticked 4 tasks of day 1, Tools and the big picture.
    Day 1, Tools and the big picture, is complete. Next: day 2, Data types.
    Take it back with: ninety undo
    $ ninety status --json
    {
      "schema": 1,
      "plan": "django-90",
      "date": "2026-12-29",
      "day": 2,
      "complete": 1,
      "skipped": 0,
      "days": 90,
      "goal": "2027-04-08",
      "finish": "2027-05-04",
      "to_spare": -18,
      "study_day": false,
      "studied_today": true,
      "done_today": 1,
      "this_week": {
        "complete": 1,
        "study_days": 2
      },
      "recall": {
        "offered": 0,
        "shaky": 0,
        "asked": 0,
        "right": 0
      },
      "rhythm": null,
      "break": {
        "from": "2026-12-28",
        "until": "2026-12-30"
      }
    }
    $ ninety away --end --dry-run
    Nothing is recorded. It would be: Set a break on Mon 28 Dec 2026.
    Finish       Tue 4 May 2027 → Mon 3 May 2027
    Goal         Thu 8 Apr 2027
    To spare     18 days past the goal → 17 days past the goal
    Next         Wed 30 Dec        2  Data types
                 Thu 31 Dec        3  Conditionals
                 Fri 1 Jan         4  Loops
                 Mon 4 Jan         5  Functions
                 Tue 5 Jan         6  Error handling
                 Wed 6 Jan         7  CLI contact book
                 Thu 7 Jan         8  Git basics
    $ ninety away --end
    Set a break on Mon 28 Dec 2026.
    Finish       Tue 4 May 2027 → Mon 3 May 2027
    Goal         Thu 8 Apr 2027
    To spare     18 days past the goal → 17 days past the goal
    Next         Wed 30 Dec        2  Data types
                 Thu 31 Dec        3  Conditionals
                 Fri 1 Jan         4  Loops
                 Mon 4 Jan         5  Functions
                 Tue 5 Jan         6  Error handling
                 Wed 6 Jan         7  CLI contact book
                 Thu 7 Jan         8  Git basics
    Take it back with: ninety undo
    $ ninety status
    Day 2 of 90 · this week 1 of 4
    Finish Mon 3 May 2027 · goal Thu 8 Apr 2027 · 17 days past the goal
    Done for today. Next: day 2, Data types, Wed 30 Dec.
    "#);
}
