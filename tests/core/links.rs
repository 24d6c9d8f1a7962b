//! Links, pipes, devices and modes: what stands in a file's place and is none, and who may read what is written.
//!
//! Deliberately absent: what a draft's file is, which the drafts have.

#![expect(clippy::disallowed_methods, reason = "a test tells its processes what to do")]

use crate::desk::{COUNT, Desk, Opened, PLAN, evening, in_the_way, note, refused, sample};
use ninety::journal::files::Tail;
use ninety::journal::{FileError, Key};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::process::Command;
use std::time::{Duration, Instant};

fn mode(desk: &Desk, name: &str) -> u32 {
    std::fs::metadata(desk.path(name)).unwrap().mode() & 0o7777
}

#[test]
fn what_is_no_regular_file_is_refused_at_once() {
    let told = "django-90.toml: this is not a regular file, so it cannot be the journal; nothing was read or changed; move it away";
    let desk = Desk::new();
    std::fs::create_dir(desk.path("django-90.toml")).unwrap();
    assert_eq!(refused(&desk), told);

    let desk = Desk::new();
    assert!(Command::new("mkfifo").arg(desk.path("django-90.toml")).status().unwrap().success());
    assert_eq!(refused(&desk), told);

    for device in ["/dev/null", "/dev/zero", "/dev/tty0"] {
        let desk = Desk::new();
        symlink(device, desk.path("django-90.toml")).unwrap();
        assert!(desk.try_open().is_err(), "{device}");
    }
    let desk = Desk::new();
    symlink("/dev/zero", desk.path("django-90.toml")).unwrap();
    assert_eq!(refused(&desk), told);
}

#[test]
fn a_pipe_in_the_place_of_the_lock_is_no_wait_for_ever() {
    let desk = Desk::with(sample());
    assert!(Command::new("mkfifo").arg(desk.path("django-90.lock")).status().unwrap().success());
    let error = desk.open().record(note("x"), evening(0), 1).unwrap_err();
    assert!(matches!(error, FileError::NotSaved(..)), "{error}");
    assert_eq!(desk.bytes(), sample().as_bytes());
}

#[test]
fn a_link_in_the_place_of_the_lock_is_not_followed() {
    for there in [true, false] {
        let desk = Desk::with(sample());
        let (target, lock) = (desk.path("elsewhere"), desk.path("django-90.lock"));
        if there {
            std::fs::write(&target, "somebody's own").unwrap();
        }
        symlink(&target, &lock).unwrap();
        let mut session = desk.open();
        let error = session.record(note("x"), evening(0), 1).unwrap_err();
        assert!(matches!(&error, FileError::LinkedLock(at, to) if *at == lock && *to == target), "{error}");
        let told = error.to_string();
        assert!(
            told.ends_with("and a lock follows no link; nothing was saved; remove the link and try again"),
            "{told}"
        );
        assert_eq!(desk.bytes(), sample().as_bytes());
        assert_eq!(std::fs::read_to_string(&target).ok().as_deref(), there.then_some("somebody's own"));
        std::fs::remove_file(&lock).unwrap();
        session.record(note("x"), evening(0), 1).unwrap();
    }
    // A second name of a file is locked, and nothing is written to it.
    let desk = Desk::with(sample());
    std::fs::write(desk.path("elsewhere"), "somebody's own").unwrap();
    std::fs::hard_link(desk.path("elsewhere"), desk.path("django-90.lock")).unwrap();
    desk.open().record(note("x"), evening(0), 1).unwrap();
    assert_eq!(std::fs::read_to_string(desk.path("elsewhere")).unwrap(), "somebody's own");
}

#[test]
fn a_linked_journal_stays_a_link_and_its_target_is_written() {
    let desk = Desk::new();
    desk.put("dotfiles/journal.toml", sample());
    symlink("dotfiles/journal.toml", desk.path("django-90.toml")).unwrap();
    let inode = std::fs::metadata(desk.path("dotfiles/journal.toml")).unwrap().ino();
    desk.open().record(note("On.\n"), evening(0), 1).unwrap();
    assert!(desk.path("django-90.toml").is_symlink());
    assert_eq!(std::fs::metadata(desk.path("dotfiles/journal.toml")).unwrap().ino(), inode);
    assert_eq!(desk.all().len(), COUNT + 1);
}

#[test]
fn a_link_to_nothing_and_a_link_to_itself_are_refused_with_both_ends() {
    let desk = Desk::new();
    symlink("gone/journal.toml", desk.path("django-90.toml")).unwrap();
    assert_eq!(
        refused(&desk),
        "django-90.toml: this is a link to gone/journal.toml, which leads to no file; nothing was read or changed; bring the file back or delete the link"
    );
    let desk = Desk::new();
    symlink("django-90.toml", desk.path("django-90.toml")).unwrap();
    let error = refused(&desk);
    assert!(error.starts_with("django-90.toml: ") && error.contains("a link to django-90.toml"), "{error}");
}

#[test]
fn modes_are_the_learners_alone_whatever_the_umask_and_kept_where_set() {
    for umask in ["000", "022", "027", "077"] {
        let desk = Desk::new();
        let data = desk.path("new/deep/data");
        let mut shell = Command::new("sh");
        shell.args([
            "-c",
            &format!("umask {umask}; exec \"$0\" --exact links::one_entry_in_a_process_of_its_own --include-ignored"),
        ]);
        shell.arg(std::env::current_exe().unwrap()).env("RECORD_INTO", &data);
        assert!(shell.output().unwrap().status.success());
        for (name, want) in [
            ("new", 0o700),
            ("new/deep", 0o700),
            ("new/deep/data", 0o700),
            ("new/deep/data/django-90.toml", 0o600),
            ("new/deep/data/django-90.lock", 0o600),
            ("new/deep/data/backups", 0o700),
            ("new/deep/data/backups/django-90-2026-12-09.toml", 0o600),
        ] {
            assert_eq!(mode(&desk, name), want, "{name} with umask {umask}");
        }
    }
    let desk = Desk::with(sample());
    std::fs::set_permissions(desk.path("django-90.toml"), PermissionsExt::from_mode(0o664)).unwrap();
    desk.open().record(note("On.\n"), evening(0), 1).unwrap();
    assert_eq!(mode(&desk, "django-90.toml"), 0o664);
}

#[test]
#[ignore = "a part of the test of modes, which runs it"]
fn one_entry_in_a_process_of_its_own() {
    let Some(dir) = std::env::var_os("RECORD_INTO") else { return };
    let mut opened = Opened::of(dir.into(), PLAN, Tail::LookAgain).unwrap();
    opened.record(note("One.\n"), evening(0), 1).unwrap();
    opened.record(note("Two.\n"), evening(24 * 60), 2).unwrap();
}

#[test]
fn a_pipe_a_directory_or_a_device_in_the_place_of_a_copy_hangs_nothing() {
    for what in ["pipe", "directory", "/dev/zero", "nowhere"] {
        for name in [
            "backups",
            "backups/django-90-2026-12-08.toml",
            "backups/django-90-2026-12-07.toml",
            "backups/django-90.unfinished",
            "django-90 (1).toml",
            "django-90-2.toml",
        ] {
            for main in [Some(sample()), None] {
                let desk = Desk::new();
                if let Some(text) = &main {
                    desk.put("django-90.toml", text);
                }
                in_the_way(&desk, name, what);
                let mut opened = desk.open();
                let known = opened.journal.len();
                opened.record(note("On.\n"), evening(0), 5).unwrap();
                opened.record(note("On.\n"), evening(24 * 60), 6).unwrap();
                opened.refresh();
                assert_eq!(opened.journal.len(), known + 2, "{what} as {name}");
                assert_eq!(desk.all(), opened.all(), "{what} as {name}");
            }
        }
    }
}

#[test]
fn a_link_planted_in_the_way_of_a_backup_is_not_followed() {
    let desk = Desk::with(sample());
    desk.put("precious", "Nobody writes here.");
    std::fs::create_dir(desk.path("backups")).unwrap();
    symlink(desk.path("precious"), desk.path("backups/django-90.unfinished")).unwrap();
    let mut opened = desk.open();
    opened.record(note("On.\n"), evening(0), 5).unwrap();
    assert_eq!(opened.files.caveat(), None);
    assert_eq!(std::fs::read(desk.path("precious")).unwrap(), b"Nobody writes here.");
    let copy = std::fs::read(desk.path("backups/django-90-2026-12-08.toml")).unwrap();
    assert_eq!(copy, sample().as_bytes());
}

#[test]
fn a_backup_that_is_no_file_is_never_waited_for() {
    for what in ["pipe", "/dev/zero", "directory"] {
        let desk = Desk::new();
        let mut opened = desk.open();
        opened.record(note("x"), evening(-2), 7).unwrap();
        drop(opened);
        in_the_way(&desk, "backups/django-90-2026-12-07.toml", what);
        desk.rename("django-90.toml", "backups/django-90-2026-12-06.toml");
        let start = Instant::now();
        let mut opened = desk.open();
        let said = opened.said(&desk.dir()).join("\n");
        assert!(said.contains("django-90-2026-12-06.toml"), "the newest that is one: {said}");
        let kept = opened.record(note("y"), evening(0), 7).unwrap();
        assert!(kept.key > Key::new(1, u32::MAX), "its numbers are known: {}", kept.key);
        assert!(start.elapsed() < Duration::from_secs(5));
    }
}
