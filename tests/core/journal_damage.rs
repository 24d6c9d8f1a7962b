//! A damaged journal: cut, zeroed or flipped at every byte, and with random bytes in it. Nothing panics, nothing changes
//! silently, every whole line counts, the next entry is saved and found, and no byte that stood in the file is lost.

use crate::desk::{self, COUNT, Desk, Kept, all, evening, note, sample};
use ninety::journal::{FileError, Journal};
use proptest::prelude::*;

/// Holds the damaged file to what must be true of every one; `whole` are the entries whose lines are untouched.
fn holds(desk: &Desk, damaged: &[u8], whole: &[Kept], before: &[Kept], what: &str) {
    let opened = desk.open();
    let now = opened.all();
    count(whole, &now, &format!("{what}: a whole line does not count"));
    assert!(live(&now) == live(before) || opened.warns(), "{what}: a silent change");
    for finding in opened.files.findings() {
        assert!(finding.line <= damaged.split(|b| *b == b'\n').count(), "{what}: {finding}");
        assert!(!finding.to_string().chars().any(ninety::text::is_unsafe), "{what}: {finding:?}");
    }
}

/// Holds that these entries are among those, live or not.
fn count(entries: &[Kept], among: &[Kept], what: &str) {
    for entry in entries {
        let found = among.iter().find(|other| other.key == entry.key).cloned().map(Kept::live);
        assert_eq!(found, Some(entry.clone().live()), "{what}");
    }
}

fn live(entries: &[Kept]) -> Vec<&Kept> {
    entries.iter().filter(|entry| entry.is_live).collect()
}

/// Saves one more entry and finds it again, with every byte that stood in the file still there before it.
fn goes_on(desk: &Desk, damaged: &[u8], what: &str) {
    let mut opened = desk.open();
    let before = opened.all();
    let saved = match opened.record(note("After the damage.\n"), evening(99), 0x0dd_ba11) {
        // A flipped `format = 1` cannot be told from a newer version's file, which must not be written.
        // Nor can a flipped name be told from another plan's file.
        Err(FileError::Newer(_, 3 | 5 | 9) | FileError::OtherPlan(..)) if what.starts_with("flipped") => {
            return;
        }
        saved => saved.unwrap_or_else(|error| panic!("{what}: {error}")),
    };
    assert!(desk.bytes().starts_with(damaged), "{what}: a byte was destroyed");
    assert!(desk.bytes().ends_with(b"\n"));
    let again = desk.all();
    assert_eq!(live(&again).last(), Some(&&saved), "{what}: the new entry is not the last");
    count(&before, &again, &format!("{what}: the new line took an old one with it"));
    assert_eq!(opened.all(), again, "{what}: memory and disk differ");
}

/// Each line of the sample with where it begins and ends (with its line break), and the entry that it is, if any.
fn lines(text: &str) -> Vec<(usize, usize, Option<Kept>)> {
    let mut at = 0;
    let line = |line: &str| {
        let from = at;
        at += line.len();
        (from, at, all(&Journal::of_text(line)).pop())
    };
    text.split_inclusive('\n').map(line).collect()
}

/// The entries of the lines of which no byte from `from` to `to` is damaged.
fn untouched(lines: &[(usize, usize, Option<Kept>)], from: usize, to: usize) -> Vec<Kept> {
    let whole = lines.iter().filter(|(begin, end, _)| *end <= from || *begin > to);
    whole.filter_map(|(_, _, entry)| entry.clone()).collect()
}

#[test]
fn the_sample_has_an_entry_of_every_kind_and_no_finding() {
    let desk = Desk::with(sample());
    assert_eq!(desk.findings(), Vec::<String>::new());
    let all = desk.all();
    assert_eq!(all.len(), COUNT);
    assert_eq!(&all[..COUNT - 1], &desk::entries()[..]);
    assert_eq!(live(&all).len(), COUNT - 1, "the undo of entry 4 is itself undone");
}

#[test]
fn cut_at_every_byte() {
    let text = sample();
    let (lines, before) = (lines(&text), Desk::with(&text).all());
    for cut in 0..text.len() {
        let (what, damaged) = (format!("cut at {cut}"), &text.as_bytes()[..cut]);
        let desk = Desk::with(damaged);
        let whole = untouched(&lines, cut, text.len());
        holds_cut(&desk, damaged, &whole, &before, &what);
        goes_on(&desk, damaged, &what);
    }
}

/// A file that ends where a line ends is an older state of the journal, and nobody can tell; any other end is told.
fn holds_cut(desk: &Desk, damaged: &[u8], whole: &[Kept], before: &[Kept], what: &str) {
    if damaged.ends_with(b"\n") {
        let all: Vec<Kept> = desk.all().into_iter().map(Kept::live).collect();
        assert_eq!(all, whole, "{what}");
    } else {
        assert!(desk.open().warns(), "{what}: nothing is said");
        holds(desk, damaged, whole, before, what);
    }
}

#[test]
fn filled_with_zeroes_from_every_byte() {
    let text = sample();
    let (lines, before) = (lines(&text), Desk::with(&text).all());
    for from in 0..text.len() {
        let (what, mut damaged) = (format!("zeroes from {from}"), text.clone().into_bytes());
        damaged[from..].fill(0);
        let desk = Desk::with(&damaged);
        assert!(desk.open().warns(), "{what}: nothing is said");
        holds(&desk, &damaged, &untouched(&lines, from, text.len()), &before, &what);
        goes_on(&desk, &damaged, &what);
    }
}

#[test]
fn a_run_of_zeroes_in_the_middle_costs_no_line_beside_it() {
    let text = sample();
    let (lines, before) = (lines(&text), Desk::with(&text).all());
    for (begin, end, _) in &lines {
        for damaged in [
            [&text.as_bytes()[..*begin], &[0; 300], &text.as_bytes()[*begin..]].concat(),
            [&text.as_bytes()[..*end - 1], &[0; 300], &text.as_bytes()[*end..]].concat(),
        ] {
            let desk = Desk::with(&damaged);
            assert_eq!(&desk.all(), &before, "{begin}");
            assert!(desk.open().warns());
            goes_on(&desk, &damaged, "zeroes between lines");
        }
    }
}

/// Flips each byte with these masks.
#[expect(clippy::indexing_slicing, reason = "a test fails so")]
fn flipped(masks: &[u8]) {
    let text = sample();
    let (lines, before) = (lines(&text), Desk::with(&text).all());
    let desk = Desk::new();
    for at in 0..text.len() {
        for mask in masks {
            let (what, mut damaged) = (format!("flipped {at} by {mask:#x}"), text.clone().into_bytes());
            damaged[at] ^= mask;
            desk.put("django-90.toml", &damaged);
            holds(&desk, &damaged, &untouched(&lines, at, at), &before, &what);
            goes_on(&desk, &damaged, &what);
        }
    }
}

#[test]
fn every_byte_flipped_in_bits_0_to_2() {
    flipped(&[1, 2, 4]);
}

#[test]
fn every_byte_flipped_in_bits_3_to_5() {
    flipped(&[8, 16, 32]);
}

#[test]
fn every_byte_flipped_in_bits_6_and_7_and_in_all() {
    flipped(&[64, 128, 0xff]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn four_kilobytes_of_random_bytes_in_it(noise in prop::collection::vec(any::<u8>(), 4096), at in any::<prop::sample::Index>()) {
        let text = sample();
        let (lines, before) = (lines(&text), Desk::with(&text).all());
        let at = at.index(text.len());
        for put_in in [true, false] {
            let rest = if put_in { at } else { text.len().min(at + noise.len()) };
            let damaged = [&text.as_bytes()[..at], &noise, &text.as_bytes()[rest..]].concat();
            let desk = Desk::with(&damaged);
            let whole: Vec<Kept> = lines.iter()
                .filter(|(begin, end, _)| *end <= at || *begin > rest)
                .filter_map(|(_, _, entry)| entry.clone()).collect();
            holds(&desk, &damaged, &whole, &before, "noise");
            prop_assert!(desk.open().warns());
            goes_on(&desk, &damaged, "noise");
        }
    }

    #[test]
    fn any_bytes_at_all_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
        let desk = Desk::with(&bytes);
        if let Ok(opened) = desk.try_open() {
            prop_assert!(opened.warns());
            goes_on(&desk, &bytes, "any bytes");
        } else {
            prop_assert_eq!(desk.bytes(), bytes);
        }
    }
}
