//! Wide screens: nothing of a day is out of sight while there is room beside it.
//!
//! Deliberately absent: what holds of every size, which `sizes` has.

use crate::play::Play;

/// There is more to know about this day than 34 rows hold.
const LONGEST: &str = "63 Everything on Postgres ──";

#[test]
fn on_a_wide_screen_every_day_is_in_sight_whole() {
    for (columns, rows) in [(120, 40), (200, 60)] {
        let mut play = Play::later().sized(columns, rows);
        play.play("3 g enter");
        let whole = play.study().plan();
        for day in whole.days() {
            let text = play.text();
            let what = format!("day {} at {columns}x{rows}:\n{text}", day.no());
            let top = text.lines().find(|line| line.starts_with('╭')).unwrap();
            let columns = top.chars().position(|c| c == '╮').unwrap();
            assert!(top.contains(&format!(" {} {} ", day.no(), day.title)), "{what}");
            let scrolled = |line: &str| line.chars().take(columns).any(|c| c == '▾' || c == '▴');
            assert!(!text.lines().any(scrolled) || text.contains(LONGEST), "{what}");
            for other in whole.days_in(whole.week_of(day.no())) {
                assert!(text.contains(&format!(" {:>2} {}", other.no(), other.title)), "{what}");
            }
            play.play("l");
        }
    }
}

#[test]
fn what_is_to_be_read_goes_below_the_week_before_a_day_is_scrolled() {
    let mut play = Play::later().sized(120, 34);
    play.play("3 g enter ] ] ] ] G");
    insta::assert_snapshot!(play.text(), @r#"
     ninety   1 Today   2 Week   3 Plan   4 Progress   5 Notes                                                    Tue 8 Dec
     Day 42 of 90 · this week 2 of 7                                                       finish 26 Jan · 10 days to spare
     Done for today. Next: day 42, Blog with search and pages, Wed 9 Dec.
    ╭ 29 User model and sign-up ─────────────────────────────── ✓ complete ╮╭ Week 5 · Authentication ─────────────────────╮
    │ w  Warm-up: 6 questions, 2 min                                       ││ ✓ 29 User model and sign-up       Thu 26 Nov │
    │                                                                      ││ × 30 Login and logout                        │
    │ By the end visitors can create an account, and you know how Django   ││ ✓ 31 Messages                   ✎ Sat 28 Nov │
    │ stores the password.                                                 ││ ✓ 32 Protecting views             Sun 29 Nov │
    │                                                                      ││ ✓ 33 Password reset by email      Mon 30 Nov │
    │   ✓ learn    Django user model                                       ││ ✓ 34 A tidy interface           ✎ Tue  1 Dec │
    │   ✓ do       Create signup page                                      ││ ✓ 35 Blog with accounts           Wed  2 Dec │
    │                                                                      │╰──────────────────────────────────────────────╯
    │ Good to know                                                         │╭ Read ────────────────────────────────────────╮
    │   Your blog's database already has Django's own User, and the        ││   ○ Django: the authentication system, user  │
    │   admin's tables refer to it: keep it in this project. Choose a      ││     objects (30 min)                         │
    │   custom user model in your next one, before its first migrate.      ││   ○ Django: UserCreationForm (15 min)        │
    │   The password reset of day 33 needs an email address, so let the    ││ ▸ ○ Django: using a custom user model when   │
    │   sign-up form ask for one:                                          ││     starting a project (5 min)               │
    │       class SignUpForm(UserCreationForm):                            ││                                              │
    │           email = forms.EmailField()                                 ││ Builds on                                    │
    │                                                                      ││   ✓ 22 Models                                │
    │           class Meta(UserCreationForm.Meta):                         ││   ✓ 27 Forms                                 │
    │               fields = ("username", "email")                         │╰──────────────────────────────────────────────╯
    │   Without the last line the form asks for the address and does not   │╭ Note ────────────────────────────────────────╮
    │   save it.                                                           ││ No note yet: n writes one.                   │
    │                                                                      ││                                              │
    │                                                                      ││                                              │
    │                                                                      ││                                              │
    │                                                                      ││                                              │
    │                                                                      ││                                              │
    │                                                                      ││                                              │
    ╰──────────────────────────────────────────────────────────────────────╯╰──────────────────────────────────────────────╯
     █████████████████████████████████████████████▌░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  39/90  43 %
     space tick · n note · o open · w warm-up · l next day · r re-plan · t today · u undo · / search · ? help · q quit
    "#);
}

#[test]
fn a_note_is_written_beside_the_tasks_in_all_the_room_there_is() {
    let mut play = Play::later().sized(120, 40);
    play.play("h n");
    let line = |line| play.text().lines().nth(line).unwrap().to_owned();
    let title = "Note on day 40, Signals";
    assert_eq!(line(3), format!("╭ 40 Signals ─────────────────────── ✓ complete ╮╭ {title} {}╮", "─".repeat(44)));
    play.play("\"word\" esc");
    assert!(play.note(40).ends_with("word"), "{}", play.note(40));
}

#[test]
fn stretches_of_dates_leave_the_titles_of_a_week_whole() {
    let mut play = Play::begun().at("2026-12-28T19:00:00+01:00").sized(200, 60);
    play.play("r tab tab tab right enter");
    for keys in ["1", "2"] {
        let text = play.play(keys).text();
        let is_whole = |row: &str| row.contains("▸  1 Tools and the big picture ") && row.contains(" 28 Dec-1 Jan │");
        assert!(text.lines().any(is_whole), "{text}");
    }
}

#[test]
fn what_has_no_room_beyond_the_checks_of_a_week_is_folded_and_nothing_else() {
    let mut play = Play::later().sized(120, 40);
    for week in 1..=12 {
        play.play(if week == 1 { "3 g 2" } else { "]" });
        let text = play.text();
        assert!(text.contains("Ask yourself") && !text.contains('▾'), "week {week}:\n{text}");
    }
    assert!(play.play("f").text().contains("What goes wrong easily"), "{}", play.text());
}
