//! What a save and a reading do, call by call: a tick is one write and one sync, reading writes nothing and creates
//! nothing, and a prompt waits for nobody. Needs `strace`.

use crate::lab::{Need, SAVE, Scene, runs, traced};

/// The lines of a trace that are calls of these names.
fn calls<'t>(trace: &'t str, names: &[&str]) -> Vec<&'t str> {
    let is_one = |line: &&str| line.split_once('(').is_some_and(|(name, _)| names.contains(&name));
    trace.lines().filter(is_one).collect()
}

const CHANGES: [&str; 24] = [
    "mkdir",
    "mkdirat",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "rmdir",
    "ftruncate",
    "truncate",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "chmod",
    "fchmod",
    "fchmodat",
    "creat",
    "mknod",
    "mknodat",
    "utimensat",
    "copy_file_range",
    "sendfile",
    "fallocate",
];

const SYNCS: [&str; 6] = ["fsync", "fdatasync", "sync", "syncfs", "sync_file_range", "msync"];

#[test]
fn a_tick_is_one_write_one_sync_and_nothing_else() {
    if !runs("a tick is one write and one fdatasync", &[Need::Tracing]) {
        return;
    }
    let scene = &Scene::all()[1];
    let world = &scene.world;
    // Today's backup is made by the first save of the day.
    assert_eq!(world.run("done 3.1").code, 0);
    let before = std::fs::read(world.journal()).unwrap();
    let (said, trace) = traced(world, &[], SAVE);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let syncs = calls(&trace, &SYNCS);
    assert!(syncs.len() == 1 && syncs[0].starts_with("fdatasync("), "{syncs:#?}");
    let writes: Vec<&str> = calls(&trace, &["write", "writev", "pwrite64", "pwritev"]);
    let to_files: Vec<&&str> =
        writes.iter().filter(|line| !line.starts_with("write(1, ") && !line.starts_with("write(2, ")).collect();
    assert_eq!(to_files.len(), 1, "{to_files:#?}");
    let added = std::fs::read(world.journal()).unwrap().split_off(before.len());
    assert!(added.ends_with(b"\n") && added.split(|b| *b == b'\n').count() == 2);
    assert!(
        to_files[0].ends_with(&format!(", {}) = {}", added.len(), added.len())),
        "{to_files:#?} wrote {} bytes",
        added.len()
    );
    assert_eq!(calls(&trace, &CHANGES), Vec::<&str>::new());
    // The write is before its sync, and what is told comes after it.
    let at = |start: &str| {
        trace.lines().position(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{start}: {trace}"))
    };
    assert!(at(to_files[0]) < at("fdatasync(") && at("fdatasync(") < at("write(1, "), "{trace}");
}

#[test]
fn the_first_save_syncs_the_file_and_then_every_directory_that_leads_to_it() {
    if !runs("the first save syncs its directories", &[Need::Tracing]) {
        return;
    }
    let scene = &Scene::all()[0];
    let deep = scene.world.data().join("new/new");
    for (data, directories) in [(scene.world.data(), 2), (deep.clone(), 4), (deep.with_file_name("newer"), 2)] {
        drop(std::fs::remove_dir_all(&data));
        if directories == 4 {
            std::fs::remove_dir_all(scene.world.data()).unwrap();
        }
        let (said, trace) = traced(&scene.world, &[], &format!("--data-dir {} {SAVE}", data.display()));
        assert_eq!(said.code, 0, "{said:?}");
        let syncs = calls(&trace, &SYNCS);
        assert!(syncs[0].starts_with("fdatasync("), "{syncs:?}");
        assert!(
            syncs.len() == directories + 1 && syncs[1..].iter().all(|sync| sync.starts_with("fsync(")),
            "{}: {syncs:?}",
            data.display()
        );
    }
}

#[test]
fn reading_writes_nothing_creates_nothing_and_takes_no_lock() {
    if !runs("reading writes nothing", &[Need::Tracing]) {
        return;
    }
    let verbs = [
        "today",
        "today 2 --json",
        "status",
        "status --json",
        "prompt",
        "week",
        "plan",
        "history",
        "check",
        "export json",
        "where",
        "where journal",
        "",
    ];
    for scene in Scene::all() {
        for verb in verbs {
            scene.reset();
            let (said, trace) = traced(&scene.world, &[], verb);
            let what = format!("{}: ninety {verb}", scene.name);
            assert_eq!(said.code, 0, "{what}: {said:?}");
            let opened: Vec<&str> = calls(&trace, &["openat", "open"]);
            for open in &opened {
                let writes =
                    ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"].iter().any(|flag| open.contains(flag));
                assert!(!writes || open.contains("/dev/"), "{what}: {open}");
            }
            for line in calls(&trace, &["write", "writev", "pwrite64"]) {
                assert!(line.starts_with("write(1, ") || line.starts_with("write(2, "), "{what}: {line}");
            }
            assert_eq!(
                calls(&trace, &["flock", "fcntl"])
                    .iter()
                    .filter(|line| line.contains("LOCK_") || line.contains("SETLK"))
                    .count(),
                0,
                "{what}"
            );
            assert_eq!(calls(&trace, &CHANGES), Vec::<&str>::new(), "{what}");
            assert_eq!(calls(&trace, &SYNCS), Vec::<&str>::new(), "{what}");
            assert!(scene.is_saved(&what) ^ true);
            assert_eq!(scene.world.data().exists(), scene.name != "the first save", "{what}");
        }
    }
}

#[test]
fn a_prompt_waits_for_nobody_and_others_never_take_the_lock_for_themselves() {
    if !runs("half a line is waited for beside other readers, and not by a prompt", &[Need::Tracing]) {
        return;
    }
    let scene = &Scene::all()[1];
    scene.reset();
    let mut text = scene.world.text();
    text.push_str("99-0000000f = { at = 2026-12-0");
    std::fs::write(scene.world.journal(), &text).unwrap();
    let (said, trace) = traced(&scene.world, &[], "prompt");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(calls(&trace, &["flock"]), Vec::<&str>::new());
    let (said, trace) = traced(&scene.world, &[], "status");
    assert_eq!(said.code, 0);
    assert!(said.err.contains("django-90.toml:9: the last line is cut short; it does not count"), "{}", said.err);
    let locks = calls(&trace, &["flock"]);
    assert!(locks.iter().all(|lock| lock.contains("LOCK_SH")), "{locks:?}");
    assert_eq!(locks.len(), 1, "{locks:?}");
}
