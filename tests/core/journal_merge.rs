//! Properties of the journal as a whole: diverged copies merge to one state, the order of lines changes nothing, and
//! reading only what is new is as good as reading all.
//!
//! Deliberately absent: undo and redo (`journal_undo.rs`).

use crate::desk::{self, AT, Desk, Kept, Opened, PLAN, all, evening, note, random, sample, sealed};
use crate::facts::record;
use ninety::journal::files::Tail;
use ninety::journal::finding::What;
use ninety::journal::{Fact, Finding, Journal, Record};
use proptest::prelude::*;
use proptest::sample::{Index, select};

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Two machines go on from one journal, each for itself; the copies meet again in any way.
    #[test]
    fn diverged_copies_merge_to_one_state_however_they_meet(
        common in prop::collection::vec(record(), 0..5),
        mine in prop::collection::vec(record(), 0..5),
        theirs in prop::collection::vec(record(), 0..5),
        cut in any::<Index>(),
        order in any::<u64>(),
    ) {
        let (here, there) = (Desk::new(), Desk::new());
        recorded(&here, &common, 0)?;
        there.put("django-90.toml", std::fs::read(here.path("django-90.toml")).unwrap_or_default());
        recorded(&here, &mine, 1000)?;
        recorded(&there, &theirs, 2000)?;
        let text = |desk: &Desk| std::fs::read_to_string(desk.path("django-90.toml")).unwrap_or_default();
        let (my_text, their_text) = (text(&here), text(&there));
        let union = all(&Journal::of_text(&(my_text.clone() + &their_text)));
        let keys = |entries: &[Kept]| entries.iter().map(|entry| entry.key).collect::<std::collections::BTreeSet<_>>();
        prop_assert_eq!(keys(&union), &keys(&here.all()) | &keys(&there.all()));
        prop_assert!(union.is_sorted_by(|one, next| one.key < next.key), "each key once");

        // A conflict copy on either side.
        here.put("django-90.sync-conflict-20261209-081500-ABCDEFG.toml", &their_text);
        there.put("django-90 (conflicted copy).toml", &my_text);
        prop_assert_eq!(&here.all(), &union);
        prop_assert_eq!(&there.all(), &union);

        // In one file in any order, and split in two at any line, in either order.
        let mut lines: Vec<&str> = my_text.lines().chain(their_text.lines()).collect();
        lines.sort_by_key(|line| crc32fast::hash(format!("{order}{line}").as_bytes()));
        prop_assert_eq!(&all(&Journal::of_text(&lines.join("\n"))), &union);
        let at = cut.index(lines.len() + 1);
        let (first, second) = (lines[..at].join("\n") + "\n", lines[at..].join("\n") + "\n");
        for (main, copy) in [(&first, &second), (&second, &first)] {
            let merged = Desk::with(format!("plan = \"{PLAN}\"\n{main}"));
            merged.put("django-90-2.toml", format!("plan = \"{PLAN}\"\n{copy}"));
            prop_assert_eq!(&merged.all(), &union);
        }
    }
}

/// Records; an undo of what is not there is one of what is.
fn recorded(desk: &Desk, records: &[Record], from: u64) -> Result<(), TestCaseError> {
    let mut opened = Opened::of(desk.dir(), PLAN, Tail::LookAgain).unwrap();
    for (n, record) in (from..).zip(records) {
        let mut record = record.clone();
        if matches!(record.facts[..], [Fact::Undo(_)]) {
            let Some(target) = opened.journal.undoable(&[]).map(|entry| entry.key) else {
                continue;
            };
            record.facts = vec![Fact::Undo(vec![target])];
        }
        let saved = opened.record(record.clone(), evening(0), random(n)).unwrap();
        prop_assert_eq!(saved.record, record);
    }
    prop_assert_eq!(opened.all(), desk.all());
    Ok(())
}

/// Two sealed lines of one key, as two machines that were restored from one image may write them: whichever file
/// stands first, both machines see the same.
#[test]
fn two_sealed_lines_of_one_key_converge_on_both_machines() {
    let line = |done: &str| sealed(&format!("1-00000001 = {{ {AT}, done = \"{done}\" }}"));
    let text = |done: &str| format!("{}{}\n", desk::HEAD, line(done));
    let mut seen = Vec::new();
    for (main, copy) in [("urls/here", "urls/yonder"), ("urls/yonder", "urls/here")] {
        let desk = Desk::with(text(main));
        desk.put("django-90-laptop.toml", text(copy));
        let opened = desk.open();
        let same_key = opened.files.findings().iter().filter(|found| matches!(found.what, What::SameKey(..)));
        assert_eq!(same_key.count(), 1, "{:?}", opened.files.findings());
        assert!(opened.warns());
        seen.push(opened.all());
        // The same in one file, above each other.
        seen.push(all(&Journal::of_text(&format!("{}\n{}\n", line(main), line(copy)))));
    }
    assert_eq!(seen[0].len(), 1);
    assert!(seen.iter().all(|entries| *entries == seen[0]), "{seen:#?}");
}

/// What may happen to the files behind a reader's back.
#[derive(Clone, Debug)]
enum Happens {
    /// Somebody records something with files of their own, opened once.
    Theirs,
    /// We record something ourselves.
    Ours,
    /// We take back what was done last.
    Undone,
    /// Something is added by hand.
    Added(String),
    /// A byte is changed in place.
    Flipped(Index),
    /// A line is put in before another.
    Between(Index),
    /// The end is cut off.
    Cut(Index),
    /// An editor saves the file without its last line, by renaming.
    Replaced,
    /// The journal is deleted.
    Deleted,
    /// A conflict copy comes, with a line of its own.
    Copied,
    /// The conflict copy goes.
    Gone,
}

fn happens() -> impl Strategy<Value = Happens> {
    let by_hand = select(vec![
        "\n",
        "# a remark\n",
        "oops\n",
        "half a li",
        "<<<<<<< HEAD\n",
        "\u{feff}",
        "\0\0\0",
        "plan = \"other\"\n",
        "format = 1\n",
        "format = 2\n",
        "[log]\n",
        "colour = 3\n",
        "900-00000001 = { at = 2026-12-08T19:41:12+01:00, done = \"views\" }\n",
        "1-00000000 = { at = 2026-12-08T19:41:12+01:00, done = \"views\" }\n",
        "9007199254740992-00000001 = { at = 2026-12-08T19:41:12+01:00, done = \"views\" }\n",
    ]);
    let sealed_by_hand =
        (select(vec![1, 40, 500_000, 900_000, 9_007_199_254_740_991_u64]), 0..3u32).prop_map(|(number, random)| {
            sealed(&format!("{number}-{random:08x} = {{ {AT}, done = \"urls/{random}\" }}")) + "\n"
        });
    prop_oneof![
        4 => Just(Happens::Theirs),
        4 => Just(Happens::Ours),
        2 => Just(Happens::Undone),
        3 => by_hand.prop_map(|text| Happens::Added(text.to_owned())),
        2 => sealed_by_hand.prop_map(Happens::Added),
        1 => any::<Index>().prop_map(Happens::Flipped),
        1 => any::<Index>().prop_map(Happens::Between),
        1 => any::<Index>().prop_map(Happens::Cut),
        1 => Just(Happens::Replaced),
        1 => Just(Happens::Deleted),
        1 => Just(Happens::Copied),
        1 => Just(Happens::Gone),
    ]
}

/// What is found in the files themselves: not what this run has seen in them before, nor which backups there are.
fn said(opened: &Opened) -> Vec<&Finding> {
    let of_files = |found: &&Finding| !matches!(found.what, What::Lost(_) | What::Older(..) | What::Missing(_));
    opened.files.findings().iter().filter(of_files).collect()
}

/// Does to the files what happens.
fn done(desk: &Desk, ours: &mut Opened, theirs: &mut Opened, n: i64, one: &Happens) {
    let bytes = std::fs::read(desk.path("django-90.toml")).unwrap_or_default();
    let put = |bytes: &[u8]| desk.put("django-90.toml", bytes);
    match one {
        Happens::Theirs => drop(theirs.record(note("Theirs.\n"), evening(n), 2)),
        Happens::Ours => drop(ours.record(note("Ours.\n"), evening(n), 1)),
        Happens::Undone => {
            if let Some(key) = ours.journal.undoable(&[]).map(|entry| entry.key) {
                drop(ours.record(Fact::Undo(vec![key]), evening(n), 3));
            }
        }
        Happens::Added(text) => put(&[&bytes, text.as_bytes()].concat()),
        // Of a few zero bytes a flip makes UTF-16, which is refused.
        Happens::Flipped(at) if bytes.len() > 4 => {
            let (at, mut bytes) = (at.index(bytes.len()), bytes);
            bytes[at] ^= 1;
            put(&bytes);
        }
        Happens::Between(at) => {
            let ends: Vec<usize> = (1..).zip(&bytes).filter(|(_, b)| **b == b'\n').map(|(end, _)| end).collect();
            let (before, after) = bytes.split_at(if ends.is_empty() { 0 } else { *at.get(&ends) });
            let line = format!("20-0000000a = {{ {AT}, done = \"urls/between\" }}\n");
            put(&[before, line.as_bytes(), after].concat());
        }
        Happens::Cut(at) => put(&bytes[..at.index(bytes.len() + 1)]),
        Happens::Replaced => {
            let end = bytes.iter().rposition(|b| *b == b'\n').unwrap_or(0);
            desk.put("new", &bytes[..end]);
            desk.rename("new", "django-90.toml");
        }
        Happens::Deleted => drop(std::fs::remove_file(desk.path("django-90.toml"))),
        Happens::Copied => {
            let line = format!("950-00000001 = {{ {AT}, done = \"urls\" }}\n");
            desk.put("django-90 (1).toml", [&bytes, line.as_bytes()].concat());
        }
        Happens::Gone => drop(std::fs::remove_file(desk.path("django-90 (1).toml"))),
        Happens::Flipped(_) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    /// Only what was added is read where that is enough, also while recording; nobody can tell.
    #[test]
    fn reading_on_is_as_good_as_reading_anew(
        without in select(vec!["format = 1\n", "plan = \"django-90\"\n", "[log]\n", "\0"]),
        happens in prop::collection::vec((happens(), any::<bool>()), 1..14),
    ) {
        let desk = Desk::with(sample().replace(without, ""));
        let (mut ours, mut theirs) = (desk.open(), desk.open());
        for (n, (one, refreshes)) in (0..).zip(happens) {
            done(&desk, &mut ours, &mut theirs, n, &one);
            // A reader that looks seldom takes several changes in at once.
            if !refreshes {
                continue;
            }
            for opened in [&mut ours, &mut theirs] {
                opened.refresh();
                let fresh = desk.open();
                prop_assert_eq!(opened.all(), fresh.all(), "{:?}", &one);
                prop_assert_eq!(said(opened), said(&fresh), "{:?}", &one);
                prop_assert_eq!(opened.files.paths(), fresh.files.paths(), "{:?}", &one);
                let places = |opened: &Opened| opened.journal.entries().map(|entry| entry.place).collect::<Vec<_>>();
                prop_assert_eq!(places(opened), places(&fresh), "{:?}", &one);
                prop_assert!(!opened.refresh(), "{:?}: nothing new, and told so", &one);
            }
        }
    }
}
