//! Letters that a terminal may draw wider or narrower than the program counts them: what was on the screen goes.

use crate::pty::{begun, open};
use termlens::{Key, Screen};

/// Scripts whose letters go together, and emoji of several parts: a terminal draws more columns than the program counts,
/// or fewer.
const WORDS: [&str; 8] = [
    "आज मैंने सूची सीखी",
    "กำลังเรียนรู้",
    "🇩🇪🇫🇷 flags",
    "👩‍👩‍👧‍👦 👍🏽 ❤️ 1️⃣",
    "각난닫",
    "e\u{301}o\u{308} decomposed",
    "தமிழ் கற்கிறேன்",
    "العَرَبِيَّة لا",
];

#[test]
fn the_screen_is_what_ctrl_l_draws_in_every_script() {
    let world = begun();
    assert_eq!(world.fed("note 1 -", &WORDS.join("\n")).code, 0);
    assert_eq!(world.fed("note 2 -", "only plain words\nin two lines").code, 0);
    let mut terminal = open(&world, &[]);
    let steps = [
        ("l", "only plain words"),
        ("h", "decomposed"),
        ("n", "esc save"),
        ("\u{1b}5", "Notes, links"),
        ("/deco", "/ deco"),
        ("\u{1b}\u{1b}1", "By the end"),
    ];
    for (keys, see) in steps {
        terminal.send_str(keys).unwrap();
        let now = terminal.wait_frame(|screen| screen.contains(see)).unwrap();
        terminal.send(Key::Ctrl('l')).unwrap();
        let again = |screen: &Screen| screen.repaints() > now.repaints() && screen.contains(see);
        let anew = terminal.wait_frame(again).unwrap();
        assert_eq!(now.text(), anew.text(), "after {keys}");
    }
}
