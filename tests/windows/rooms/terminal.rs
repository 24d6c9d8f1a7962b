//! What the console of Windows makes of keys and pastes. A part of `src/platform/windows/terminal.rs`, run by
//! `scripts/windows`: no console gives such keys when asked to.

use super::*;

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn keys(text: &str) -> Vec<Event> {
    text.chars().map(|c| key(KeyCode::Char(c), KeyModifiers::NONE)).collect()
}

#[test]
fn altgr_writes_what_stands_on_the_key() {
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    for c in "@[]{}\\|~€ł".chars() {
        assert_eq!(meant(key(KeyCode::Char(c), alt_gr)), key(KeyCode::Char(c), KeyModifiers::NONE));
    }
    for (code, modifiers) in
        [(KeyCode::Char('b'), alt_gr), (KeyCode::Char('@'), KeyModifiers::ALT), (KeyCode::Left, alt_gr)]
    {
        assert_eq!(meant(key(code, modifiers)), key(code, modifiers));
    }
}

#[test]
fn what_waits_all_at_once_was_pasted_and_is_no_keys() {
    let text = "x u d\nQ: why?";
    let mut typed: Vec<Event> = text
        .chars()
        .flat_map(|c| {
            let code = if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
            [KeyEventKind::Press, KeyEventKind::Release]
                .map(|kind| Event::Key(KeyEvent::new_with_kind(code, KeyModifiers::NONE, kind)))
        })
        .collect();
    typed.push(key(KeyCode::Char('s'), KeyModifiers::CONTROL));
    let read = with_paste(typed.into());
    assert_eq!(read, [Event::Paste(text.to_owned()), key(KeyCode::Char('s'), KeyModifiers::CONTROL)]);
    assert_eq!(with_paste(keys("jjj").into()), keys("jjj"));
    let held = [keys("jjjj"), vec![key(KeyCode::Left, KeyModifiers::NONE)], keys("jjjj")].concat();
    assert_eq!(with_paste(held.clone().into()), held);
}
