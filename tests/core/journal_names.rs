//! The names of files: two plans whose files could have one name, and which of them a file is of.
//!
//! Deliberately absent: copies and continuations of one plan (`journal_union.rs`, `journal_files.rs`).

use crate::desk::{Desk, Opened, evening, facts, note};
use ninety::journal::files::Tail;
use ninety::journal::write;

fn open(desk: &Desk, plan: &str) -> Opened {
    Opened::of(desk.dir(), plan, Tail::AsItIs).unwrap()
}

/// The second file of a plan, in which it goes on.
fn continuation(plan: &str, text: &str) -> String {
    let key = ninety::journal::Key::new(5, 3);
    format!("{}{}\n", write::header(plan, ""), write::line(key, evening(0), &note(text).into()))
}

#[test]
fn a_plan_keeps_its_journal_beside_what_another_goes_on_in() {
    for (plan, other, file, own) in [
        ("pool-2", "pool", "pool-2.toml", "pool-2-2.toml"),
        ("pool-17", "pool", "pool-17.toml", "pool-17-2.toml"),
        ("pool-2-3", "pool-2", "pool-2-3.toml", "pool-2-3-2.toml"),
        ("été-2", "été", "été-2.toml", "été-2-2.toml"),
    ] {
        let desk = Desk::new();
        desk.put(file, continuation(other, "theirs"));
        let mut opened = open(&desk, plan);
        assert_eq!(facts(&opened.journal), [], "{plan}");
        assert_eq!(opened.said(&desk.dir()), [""; 0], "{plan}");
        for n in 0..2 {
            opened.record(note(&format!("mine {n}")), evening(n), 7).unwrap();
        }
        assert!(desk.names().contains(&own.to_owned()), "{plan}: {:?}", desk.names());
        assert_eq!(std::fs::read_to_string(desk.path(file)).unwrap(), continuation(other, "theirs"));
        assert_eq!(facts(&open(&desk, plan).journal), [note("mine 0"), note("mine 1")]);
        assert!(!open(&desk, plan).warns(), "{plan}");
        assert_eq!(facts(&open(&desk, other).journal), [note("theirs")], "{other}");
    }
}

#[test]
fn a_journal_under_a_name_that_no_continuation_has_is_refused() {
    for (plan, other) in [("pool-2", "lake"), ("pool-02", "pool"), ("pool-1", "pool"), ("pool-x", "pool")] {
        let desk = Desk::new();
        desk.put(&format!("{plan}.toml"), continuation(other, "theirs"));
        let mut opened = open(&desk, plan);
        assert!(opened.warns(), "{plan}");
        let error = opened.record(note("mine"), evening(0), 7).unwrap_err().to_string();
        assert!(error.contains(&format!("of the plan \"{other}\"")), "{error}");
    }
}

#[test]
fn a_plan_goes_on_beside_the_journal_of_another() {
    let desk = Desk::new();
    desk.put("pool-2.toml", continuation("pool-2", "theirs"));
    let line = format!("#{}\n", "x".repeat(1022));
    desk.put("pool.toml", write::header("pool", "") + &line.repeat((16 << 10) - 1));
    open(&desk, "pool").record(note("mine"), evening(0), 7).unwrap();
    assert!(desk.names().contains(&"pool-3.toml".to_owned()), "{:?}", desk.names());
    assert_eq!(facts(&open(&desk, "pool").journal), [note("mine")]);
    assert_eq!(facts(&open(&desk, "pool-2").journal), [note("theirs")]);
}

#[test]
fn the_backup_of_what_another_plan_goes_on_in_is_none_of_its_own() {
    let desk = Desk::new();
    // The day before, `pool` went on in its second file, whose copy has the name that one of `pool-2` would have.
    desk.put("backups/pool-2-2026-12-08.toml", continuation("pool", "theirs"));
    assert!(open(&desk, "pool-2").said(&desk.dir()).is_empty(), "nothing of it is missing");
    let kept = open(&desk, "pool-2").record(note("mine"), evening(0), 7).unwrap();
    assert_eq!(kept.key.number(), 1, "its numbers are its own");
    desk.put("backups/lake-2-2026-12-08.toml", continuation("lake-2", "mine"));
    assert_eq!(open(&desk, "lake-2").said(&desk.dir()).len(), 1, "this one is");
}

#[test]
fn plans_whose_names_differ_in_capitals_alone_keep_their_journals_apart() {
    // Where capitals make no other name, both have one path.
    let desk = Desk::new();
    for (plan, n) in [("Django", 0), ("django", 1), ("DJANGO", 2), ("Django", 3), ("django", 4)] {
        open(&desk, plan).record(note(&format!("{plan} {n}")), evening(n), 7).unwrap();
    }
    for (plan, notes) in [("Django", vec![0, 3]), ("django", vec![1, 4]), ("DJANGO", vec![2])] {
        let opened = open(&desk, plan);
        let own: Vec<_> = notes.iter().map(|n| note(&format!("{plan} {n}"))).collect();
        assert_eq!(facts(&opened.journal), own, "{plan}: {:?}", desk.names());
        assert!(!opened.warns(), "{plan}: {:?}", opened.said(&desk.dir()));
    }
}

#[test]
fn a_journal_whose_letters_came_back_otherwise_counts() {
    for name in ["POOL.toml", "pool.TOML", "Pool.Toml", "Copy of POOL.toml"] {
        let desk = Desk::new();
        desk.put(name, continuation("pool", "mine"));
        let mut opened = open(&desk, "pool");
        assert_eq!(facts(&opened.journal), [note("mine")], "{name}");
        opened.record(note("more"), evening(1), 7).unwrap();
        assert_eq!(facts(&open(&desk, "pool").journal), [note("mine"), note("more")], "{name}: {:?}", desk.names());
        // Without a head it is anybody's.
        desk.put(name, "4-00000003 = { at = 2026-12-08T19:41:12+01:00, note = \"whose\" }\n");
        assert!(!facts(&open(&desk, "pool").journal).contains(&note("whose")), "{name}");
    }
}

#[test]
fn the_settings_may_stand_among_the_journals() {
    // On macOS they do.
    let desk = Desk::new();
    for name in ["config.toml", "config (1).toml", "Config.toml"] {
        desk.put(name, "week_start = \"sun\"\n4-00000003 = { at = 2026-12-08T19:41:12+01:00, note = \"no\" }\n");
    }
    for plan in ["c", "con", "conf", "onfi"] {
        let Some(id) = ninety::plan::PlanId::new(plan) else { continue };
        open(&desk, id.as_str()).record(note("mine"), evening(0), 7).unwrap();
        let opened = open(&desk, plan);
        assert_eq!(facts(&opened.journal), [note("mine")], "{plan}");
        assert!(!opened.warns(), "{plan}: {:?}", opened.said(&desk.dir()));
    }
    open(&desk, "config-basics").record(note("mine"), evening(0), 7).unwrap();
    assert_eq!(facts(&open(&desk, "config-basics").journal), [note("mine")]);
    assert!(["config", "Config", "CONFIG"].iter().all(|name| ninety::plan::PlanId::new(*name).is_none()));
}
