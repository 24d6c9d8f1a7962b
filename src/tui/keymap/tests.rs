//! What must hold for every row of the keymap.

use super::{Action, Browsing, Chord, Context, all, lookup, rows};
use std::collections::HashSet;

#[test]
fn no_key_means_two_things_in_one_context() {
    for context in Context::ALL {
        let mut seen = HashSet::new();
        for chord in rows(context).flat_map(|row| row.chords) {
            assert!(seen.insert(chord), "{chord} has two rows in {context:?}");
        }
    }
}

#[test]
fn every_context_can_be_left_by_escape_and_the_program_from_everywhere() {
    for context in Context::ALL {
        let escape = lookup(context, Chord::read("esc").unwrap());
        assert!(
            matches!(escape, Some(Action::Browse(Browsing::Back) | Action::Close | Action::Accept)),
            "{context:?}: {escape:?}"
        );
        assert_eq!(lookup(context, Chord::ctrl('c')), Some(Action::Quit));
        assert_eq!(lookup(context, Chord::ctrl('z')), Some(Action::Suspend));
    }
}

#[test]
fn where_something_is_typed_no_printable_key_has_a_meaning() {
    for context in [
        Context::Editor,
        Context::Answers,
        Context::Search,
        Context::Question,
        Context::Welcome,
        Context::Replan,
    ] {
        for c in ' '..='~' {
            assert_eq!(lookup(context, Chord::char(c)), None, "{c:?} in {context:?}");
        }
    }
}

#[test]
fn every_row_holds_somewhere_and_says_something_of_its_own() {
    for row in all() {
        assert!(!row.contexts.is_empty() && !row.chords.is_empty(), "{row:?}");
        assert!(!row.help.is_empty() && !row.help.ends_with('.'), "{row:?}");
        assert!(row.help.chars().next().is_some_and(char::is_uppercase), "{row:?}");
    }
    for context in Context::ALL {
        let mut labels: Vec<&str> =
            rows(context).map(|row| row.label).filter(|label| !label.is_empty()).collect();
        labels.dedup();
        let different: HashSet<&&str> = labels.iter().collect();
        assert_eq!(different.len(), labels.len(), "{context:?}: {labels:?}");
    }
}
