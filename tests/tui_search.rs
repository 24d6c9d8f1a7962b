//! Search: what is found as letters are typed, and where enter and a click lead.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails so"
)]

#[path = "common/play.rs"]
mod play;

use ninety::tui::keymap::Context;
use ninety::tui::model::View;
use ninety::tui::overlay::Overlay;
use play::Play;

fn hits(play: &Play) -> Vec<String> {
    match &play.model.overlay {
        Overlay::Search(search) => search
            .hits
            .iter()
            .map(|hit| format!("{} {} {}", hit.day.get(), hit.kind.label(), hit.text))
            .collect(),
        other => panic!("no search but {other:?}"),
    }
}

#[test]
fn a_day_is_found_by_number_title_and_tag_and_gone_to() {
    for (query, title) in
        [("17", "17 day Views"), ("signals", "40 day Signals"), ("SIGNALS", "40 day Signals")]
    {
        let mut play = Play::later();
        play.play("3 /").play(&format!("\"{query}\""));
        assert_eq!(hits(&play).first().map(String::as_str), Some(title), "{:?}", hits(&play));
        play.play("enter");
        assert_eq!(play.model.view, View::Today);
        assert!(title.starts_with(&play.place().0.to_string()));
        assert_eq!(play.model.context(), Context::Today);
    }
}

#[test]
fn letters_that_stand_together_come_first_and_alone() {
    let mut play = Play::later();
    play.play("/ \"migr\"");
    let found = hits(&play);
    assert!(!found.is_empty());
    for hit in &found {
        let day = hit.split(' ').next().unwrap().parse::<usize>().unwrap();
        let tags = ninety::plan::Plan::builtin().days()[day - 1].tags.join(" ");
        let told = format!("{hit} {tags}").to_lowercase();
        assert!(told.contains("migr"), "{hit} only scatters the letters: {found:?}");
    }
    play.play("ctrl-u \"test\"");
    let found = hits(&play);
    let first: Vec<&str> = found[0].splitn(3, ' ').collect();
    assert!(["day", "task"].contains(&first[1]), "{found:?}");
    assert!(first[2].to_lowercase().contains("test"), "{found:?}");
    let within = |hit: &String| hit.to_lowercase().contains("latest");
    let last_start = found.iter().rposition(|hit| hit.to_lowercase().contains(" test")).unwrap();
    let first_within = found.iter().position(within).unwrap_or(found.len());
    assert!(last_start < first_within, "{found:?}");
    play.play("ctrl-u \"mgrtns\"");
    assert!(hits(&play)[0].to_lowercase().contains("migrations"), "{:?}", hits(&play));
}

#[test]
fn a_task_or_resource_hit_puts_the_cursor_there() {
    let mut play = Play::begun();
    play.play("/ \"task backend development\" ctrl-u \"what is backend\"");
    assert_eq!(hits(&play)[0], "1 task What is backend development?");
    play.play("enter");
    assert_eq!(play.place(), (1, 1));
    play.play("/ \"pagnating listview\" esc / \"paginating listview\" enter");
    let (day, row) = play.place();
    let builtin = play.session.study().plan();
    let resource = row - ninety::tui::rows::first_resource(builtin, play.day());
    assert!(play.day().resources[resource].title.contains("paginating a ListView"), "day {day}");
    let selected = play.screen();
    assert!(selected.contains("▸ · Django: paginating a ListView"), "{selected}");
}

#[test]
fn notes_are_found_and_accents_are_folded_both_ways() {
    let mut play = Play::begun();
    play.play("l n \"Café naïve\" esc h");
    for query in ["cafe naive", "café", "CAFE", "naïve"] {
        play.play("/").play(&format!("\"{query}\""));
        assert!(
            hits(&play).contains(&"2 note Café naïve".to_owned()),
            "{query}: {:?}",
            hits(&play)
        );
        play.play("esc");
    }
    play.play("/ \"cafe\" enter");
    assert_eq!(play.place().0, 2);
}

#[test]
fn the_list_is_walked_and_stays_within_its_ends() {
    let mut play = Play::later();
    play.play("/ \"django\"");
    let count = hits(&play).len();
    assert!(count > 20, "{count}");
    let selected = |play: &Play| match &play.model.overlay {
        Overlay::Search(search) => search.selected,
        other => panic!("{other:?}"),
    };
    for (keys, place) in [
        ("up", 0),
        ("down down", 2),
        ("ctrl-n ctrl-j", 4),
        ("ctrl-p ctrl-k", 2),
        ("pgdn", 12),
        ("pgup pgup", 0),
    ] {
        play.play(keys);
        assert_eq!(selected(&play), place, "after {keys}");
        let marked = play.screen().split("--- styles").nth(1).unwrap().matches('R').count();
        assert!(marked > 40, "the selected hit is in sight");
    }
    for _ in 0..count {
        play.play("pgdn");
    }
    assert_eq!(selected(&play), count - 1);
    let last = hits(&play).pop().unwrap();
    play.play("enter");
    assert!(last.starts_with(&format!("{} ", play.place().0)));
}

#[test]
fn nothing_typed_and_nothing_found_say_so_and_enter_stays() {
    let mut play = Play::begun();
    play.play("/");
    assert!(play.text().contains("Type a few letters of a day, a task, a resource or a note."));
    play.play("\"zzzzzz\" enter");
    assert!(play.text().contains("Nothing fits. Fewer letters find more."));
    assert_eq!(play.model.context(), Context::Search);
    play.play("ctrl-w");
    assert!(play.text().contains("Type a few letters"));
    play.play("esc");
    assert_eq!(play.place(), (1, 0));
}

#[test]
fn a_click_goes_to_what_was_found() {
    let mut play = Play::later();
    play.play("/ \"query\"").click_on("Indexes and query plans");
    assert_eq!(play.place().0, 61);
}

#[test]
fn clicks_select_tick_and_lead_elsewhere() {
    let mut play = Play::begun();
    play.click_on("Print “Hello World”");
    assert_eq!((play.place(), play.recorded), ((1, 2), 1));
    play.click_on("○ practice Write");
    assert!(play.message().starts_with("Ticked 1.4"), "{}", play.message());
    play.click_on("4 Loops");
    assert_eq!(play.place().0, 4);
    play.click_on("2 Week");
    assert_eq!(play.model.view, View::Week);
    play.click_on("6 Error handling");
    assert_eq!((play.model.view, play.place().0), (View::Week, 6));
    play.click_on("6 Error handling");
    assert_eq!(play.model.view, View::Today, "a second click opens the day");
    play.click_on("3 Plan");
    let text = play.text();
    let (y, row) = text.lines().enumerate().find(|(_, row)| row.contains("Django Basics")).unwrap();
    let x = ninety::text::width(row.split('□').next().unwrap());
    play.click(u16::try_from(x + 4).unwrap(), u16::try_from(y).unwrap());
    assert_eq!(play.place().0, 17);
    let mut play = Play::later();
    play.play("5").click_on("4 Dec");
    let notes = play.session.study().notes();
    assert_eq!((play.model.view, play.model.note_place(&notes)), (View::Notes, 1));
    play.click_on("4 Dec");
    assert_eq!((play.model.view, play.place().0), (View::Today, 37));
}

#[test]
fn clicks_beside_everything_do_nothing() {
    let mut play = Play::begun();
    let before = play.screen();
    for (x, y) in [(0, 0), (79, 0), (40, 1), (0, 23), (79, 23), (60, 18), (500, 500)] {
        play.click(x, y);
    }
    assert_eq!((play.screen(), play.recorded), (before, 1));
}
