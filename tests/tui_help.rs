//! Help on top of what lies over a view: opened there, and back to it.
//!
//! Deliberately absent: what the keys do.

#[path = "common/play.rs"]
mod play;

use ninety::tui::drafting;
use ninety::tui::keymap::{self, Context};
use play::Play;

/// Places where a key opens help, by the keys that lead there.
const PLACES: [(&str, Context); 9] = [
    ("", Context::Today),
    ("2", Context::Week),
    ("3", Context::Plan),
    ("4", Context::Progress),
    ("5", Context::Notes),
    ("M", Context::Milestone),
    ("M G f pgdn", Context::Milestone),
    ("2 [ R", Context::Review),
    ("2 [ R enter \"what I typed?\" tab tab tab", Context::Ahead),
];

#[test]
fn help_opens_where_nothing_is_typed_and_leads_back_to_where_it_was_opened() {
    for (keys, context) in PLACES {
        for close in ["esc", "?", "q", "enter"] {
            let mut play = Play::later();
            play.play(keys);
            let (before, recorded) = (play.screen(), play.recorded);
            assert_eq!(play.model.context(), context, "{keys}");
            play.play("?");
            assert_eq!(play.model.context(), Context::Help, "{keys}");
            let title = format!("╭ Keys in {} ─", context.name());
            assert!(play.text().contains(&title), "{keys}:\n{}", play.text());
            play.play("j G pgup space x n").paste("nothing is written beneath").play(close);
            assert_eq!((play.screen(), play.recorded), (before, recorded), "{keys}");
        }
    }
}

#[test]
fn help_lists_every_key_of_its_place_and_the_footer_there_names_help() {
    for (keys, context) in PLACES {
        let mut play = Play::later().sized(120, 80);
        play.play(keys);
        let footer = play.text();
        assert!(footer.lines().last().is_some_and(|line| line.contains("? help")), "{footer}");
        let text = play.play("?").text();
        for row in keymap::rows(context) {
            assert!(text.contains(row.help), "{context:?} has no {}:\n{text}", row.help);
        }
    }
}

#[test]
fn where_something_is_typed_a_question_mark_is_text() {
    for keys in ["2 [ R enter", "M G enter", "s", "n", "/", "r"] {
        let mut play = Play::later();
        play.play(keys);
        let context = play.model.context();
        let text = play.play("\"??!\"").text();
        assert_eq!(play.model.context(), context, "{keys}");
        assert!(text.contains("??!"), "{keys}:\n{text}");
    }
}

#[test]
fn what_is_typed_beneath_help_is_still_a_draft() {
    let mut play = Play::later();
    play.play("2 [ R enter \"half\" tab tab tab");
    let edits = drafting::edits(&play.model);
    assert!(edits.is_some_and(|edits| edits > 0));
    play.play("?");
    assert_eq!(drafting::edits(&play.model), edits);
    let draft = drafting::draft(&play.model, play.session.study());
    assert_eq!(draft.map(|draft| draft.words.whole().contains("half")), Some(true));
}
