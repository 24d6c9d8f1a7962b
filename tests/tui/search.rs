//! Search: what is found as letters are typed, in which order, and where enter and a click lead.

use crate::play::Play;

/// What is found, as it stands on the screen.
fn hits(play: &Play) -> Vec<String> {
    let text = play.text();
    let rows = text.lines().skip_while(|row| !row.contains("│ / ")).skip(2);
    let inside = |row: &str| row.split('│').nth(1).map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "));
    rows.map_while(inside).filter(|row| !row.is_empty()).collect()
}

fn found(play: &mut Play, query: &str) -> Vec<String> {
    hits(play.play("ctrl-u").play(&format!("\"{query}\"")))
}

#[test]
fn a_day_is_found_by_title_and_tag_in_any_case_and_gone_to() {
    for query in ["signals", "SIGNALS"] {
        let mut play = Play::later();
        play.play("3 /");
        assert_eq!(found(&mut play, query)[0], "40 day Signals");
        play.play("enter");
        assert_eq!(play.title(), "40 Signals");
    }
}

#[test]
fn a_day_is_found_by_its_number() {
    let mut play = Play::later();
    play.play("3 /");
    assert_eq!(found(&mut play, "17")[0], "17 day Views");
    play.play("enter");
    assert_eq!(play.title(), "17 Views");
}

#[test]
fn whole_words_come_first_then_their_starts_then_what_lies_within() {
    let mut play = Play::later();
    play.play("/");
    let all = found(&mut play, "test");
    let words = |hit: &String| {
        let lower = hit.to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
        let starts = words.iter().any(|word| word.starts_with("test"));
        let is_title = words.get(1) == Some(&"day");
        if words.contains(&"test") || (is_title && starts) {
            0
        } else if starts {
            1
        } else {
            2
        }
    };
    let ranks: Vec<usize> = all.iter().map(words).collect();
    assert!(ranks.is_sorted(), "{ranks:?} {all:#?}");
    assert!(all.len() > 10, "{all:?}");
}

#[test]
fn a_title_that_has_the_word_in_another_form_comes_before_whole_words_elsewhere() {
    let mut play = Play::later();
    play.play("/");
    let all = found(&mut play, "view");
    assert_eq!(
        all[..4],
        ["17 day Views", "32 day Protecting views", "36 day Class-based views", "46 day APIView and viewsets"]
    );
    assert!(play.text().contains("─ ▾ 26 ─╯"), "what is below is counted: {}", play.text());
    assert!(all[4].starts_with("21 check At least one page shows data passed from its view"), "{all:#?}");
}

#[test]
fn letters_that_are_scattered_over_a_text_are_no_find() {
    let mut play = Play::later();
    play.play("/");
    for query in ["tired", "mgrtns", "djngo"] {
        assert_eq!(found(&mut play, query), ["Nothing fits. Fewer letters find more."], "{query}");
    }
}

#[test]
fn the_match_is_in_sight_and_marked_however_long_the_text_is() {
    let mut play = Play::begun();
    let long = format!("{} needle {}", "straw ".repeat(40), "straw ".repeat(40));
    play.play("n").paste(&long).play("esc / \"needle\"");
    let all = hits(&play);
    assert_eq!(all.len(), 1, "{all:?}");
    assert!(all[0].starts_with("1 note …") && all[0].contains("straw needle straw"), "{all:?}");
}

#[test]
fn all_the_learner_s_words_are_found() {
    let mut play = Play::begun();
    play.play("n \"A note on platypus habits\" esc");
    play.play("a \"Feed the platypus\" enter");
    play.play("M L \"https://example.org/platypus\" enter 1");
    play.play("space R R \"I can draw a platypus\" esc 1");
    play.play("l s \"seen a platypus\" enter / \"platypus\"");
    let mut kinds: Vec<String> = hits(&play).iter().map(|hit| hit.split(' ').nth(1).unwrap().to_owned()).collect();
    kinds.sort();
    assert_eq!(kinds, ["link", "note", "own", "review", "skip"], "{:?}", hits(&play));
}

#[test]
fn a_link_leads_to_its_milestone_and_a_review_to_its_questions() {
    let mut play = Play::begun();
    play.play("space M L \"https://example.org/platypus\" enter R \"ornithorhynchus\" esc 1");
    play.play("/ \"platypus\" enter");
    assert!(play.line().starts_with("▸ ○ a"), "{}", play.line());
    play.play("1 / \"ornitho\" enter");
    assert!(play.line().starts_with("▸ What is still shaky?"), "{}", play.line());
}

#[test]
fn a_task_or_resource_puts_the_cursor_there() {
    let mut play = Play::begun();
    play.play("/ \"what is backend\"");
    assert_eq!(hits(&play)[0], "1 task What is backend development?");
    play.play("enter");
    assert_eq!(play.line(), "▸ ○ learn    What is backend development?");
    play.play("/ \"paginating a listview\" enter");
    assert!(play.line().starts_with("▸ ○ Django: paginating a ListView"), "{}", play.line());
}

#[test]
fn notes_are_found_and_accents_are_folded_both_ways() {
    let mut play = Play::begun();
    play.play("l n \"Café naïve\" esc h /");
    for query in ["cafe naive", "café", "CAFE", "naïve"] {
        assert!(found(&mut play, query).contains(&"2 note Café naïve".to_owned()), "{query}: {:?}", hits(&play));
    }
    play.play("enter");
    assert_eq!(play.title(), "2 Data types");
}

#[test]
fn letters_that_are_put_together_or_not_are_the_same_letters() {
    let pairs = [
        ("caf\u{e9} u\u{308}ber", "cafe\u{301} \u{fc}ber"),
        ("\u{439}\u{43e}\u{433}\u{430}", "\u{438}\u{306}\u{43e}\u{433}\u{430}"),
        ("\u{d55c}\u{ae00}", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"),
        ("ti\u{1ebf}ng Vi\u{1ec7}t", "tie\u{302}\u{301}ng Vie\u{323}\u{302}t"),
        ("İstanbul", "istanbul"),
        ("Straße", "STRASSE"),
        ("ΣΟΦΟΣ", "σοφός"),
        ("ｘｙｌｏ\u{3000}ｚｅｂ", "xylo zeb"),
        ("Ærø łódź", "aero lodz"),
        ("co\u{ad}rou\u{200b}tine", "coroutine"),
        ("\u{5d0}\u{200f}\u{5d1}", "\u{5d0}\u{5d1}"),
    ];
    for (one, other) in pairs {
        for (written, typed) in [(one, other), (other, one), (one, one), (other, other)] {
            let mut play = Play::begun();
            play.play("l n").paste(&format!("xx {written}, yy")).play("esc h /").paste(typed);
            assert!(play.title().starts_with("Search: 1 found"), "{typed} in {written}:\n{}", play.text());
            play.play("esc 5 /").paste(typed);
            assert!(
                play.text().contains("1 found") || play.text().contains("xx "),
                "{typed} in {written}:\n{}",
                play.text()
            );
            assert!(!play.text().contains("Nothing"), "{typed} in {written}:\n{}", play.text());
        }
    }
}

#[test]
fn the_list_is_walked_and_stays_within_its_ends() {
    let mut play = Play::later();
    play.play("/ \"django\"");
    let count: usize = play.title().trim_start_matches("Search: ").trim_end_matches(" found").parse().unwrap();
    assert!(count > 20, "{count}");
    let first = hits(&play);
    // Whoever has the screen read hears the words that are typed; the selected hit is reversed.
    let selected = |play: &Play| {
        let screen = play.screen();
        let styles = screen.split("--- styles\n").nth(1).unwrap();
        let row = styles.lines().position(|row| row.matches('R').count() > 40).expect("a hit is selected and in sight");
        play.text().lines().nth(row).unwrap().trim_matches(['│', ' ']).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for (keys, place) in [("up", 0), ("down down", 2), ("ctrl-n ctrl-j", 4), ("ctrl-p up", 2)] {
        play.play(keys);
        assert_eq!(selected(&play), first[place], "after {keys}");
    }
    for _ in 0..count {
        play.play("pgdn");
    }
    let last = selected(&play);
    play.play("down");
    assert_eq!(selected(&play), last);
    play.play("enter");
    assert!(last.starts_with(play.title().split(' ').next().unwrap()), "{last} is not on {}", play.title());
}

#[test]
fn nothing_typed_and_nothing_found_say_so_and_enter_stays() {
    let mut play = Play::begun();
    play.play("/");
    let hint = "/ type words of a day, a task, a resource, a note, a link or a review";
    assert!(play.text().contains(hint) && hits(&play).is_empty(), "{}", play.text());
    play.play("\"zzzzzz\" enter");
    assert_eq!(hits(&play), ["Nothing fits. Fewer letters find more."]);
    play.play("ctrl-w");
    assert!(play.text().contains(hint), "{}", play.text());
    play.play("esc");
    assert_eq!(play.title(), "1 Tools and the big picture");
}

#[test]
fn a_click_goes_to_what_was_found() {
    let mut play = Play::later();
    play.play("/ \"query\"").click_on("Indexes and query plans");
    assert_eq!(play.title(), "61 Indexes and query plans");
}

#[test]
fn clicks_select_tick_and_lead_elsewhere() {
    let mut play = Play::begun();
    play.click_on("Print “Hello World”");
    assert!(play.line().starts_with("▸ ○ practice Print “Hello World”"), "{}", play.line());
    play.click_on("○ practice Write");
    assert!(play.foot().starts_with("Ticked 1.4"), "{}", play.foot());
    play.click_on(" 4 Loops");
    assert_eq!(play.title(), "4 Loops");
    play.click_on("2 Week").click_on(" 6 Error handling");
    assert!(play.line().starts_with("6 Error handling"), "{}", play.line());
    play.click_on(" 6 Error handling");
    assert_eq!(play.title(), "6 Error handling", "a second click opens the day");
    play.click_on("3 Plan");
    let (x, y) = play.find("□ □ □ □ □ □ ◇");
    play.click(x + 4, y);
    assert!(play.text().contains("╭ 10 Classes and objects"), "{}", play.text());
    let mut play = Play::later();
    play.play("5").click_on(" 4 Dec").click_on(" 4 Dec");
    assert_eq!(play.title(), "37 Model forms");
}

#[test]
fn the_keys_of_the_footer_can_be_clicked() {
    let mut play = Play::begun();
    play.click_on("space tick");
    assert!(play.foot().starts_with("Ticked 1.1"), "{}", play.foot());
    play.play("j").click_on("? help");
    assert_eq!(play.title(), "What you can do in Today");
}

#[test]
fn clicks_beside_everything_do_nothing() {
    let mut play = Play::begun();
    let before = play.screen();
    for (x, y) in [(0, 0), (79, 0), (40, 1), (0, 23), (79, 23), (60, 18), (500, 500)] {
        play.click(x, y);
    }
    assert_eq!((play.screen(), play.recorded()), (before, 1));
}

#[test]
fn a_key_that_types_nothing_leaves_the_hit_that_is_selected() {
    let mut play = Play::later();
    play.play("/ \"view\" down down down");
    let selected = |play: &Play| play.screen().lines().position(|line| line.contains("RRRR"));
    let here = selected(&play);
    assert!(here.is_some());
    assert_eq!(selected(play.play("f5")), here, "{}", play.screen());
}
