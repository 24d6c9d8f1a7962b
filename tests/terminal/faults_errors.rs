//! A save of which any system call fails: it reports success only for what is there, it never panics, and it says which
//! file it is about. Needs `strace`.

use crate::common;
use crate::lab::{self, Call, Need, SAVE, Scene, runs, say, told, traced};

const ERRORS: [&str; 7] = ["EIO", "ENOSPC", "EINTR", "EDQUOT", "EROFS", "EMFILE", "ENOLCK"];

/// Calls that are no business of a file system.
const OTHERS: [&str; 9] =
    ["mmap", "munmap", "brk", "rt_sigaction", "rt_sigprocmask", "sigaltstack", "exit_group", "getrandom", "mprotect"];

#[test]
fn success_is_reported_only_for_what_is_there_whatever_call_fails() {
    if !runs("any error of any system call of a save", &[Need::Tracing]) {
        return;
    }
    std::thread::scope(|scope| {
        for scene in Scene::all() {
            scope.spawn(move || every_call_fails(&scene));
        }
    });
}

fn every_call_fails(scene: &Scene) {
    let calls = scene.calls().into_iter().filter(|call| call.of_the_save && !OTHERS.contains(&call.name.as_str()));
    let (mut points, mut failed) = (0, 0);
    for call in calls {
        for error in ERRORS {
            let what = format!("{}: {call} ends with {error}", scene.name);
            scene.reset();
            let (said, _) = traced(&scene.world, &[&call.inject(&format!("error={error}"))], SAVE);
            told(&said, &what);
            assert!(said.code <= 1, "{what}: {said:?}");
            assert!(said.code == 0 || !said.err.is_empty(), "{what}: nothing is said");
            failed += usize::from(said.code == 1);
            points += 1;
            after(scene, &call, &said, &what);
            if error == "EINTR" {
                assert_eq!((said.code, said.err.as_str()), (0, ""), "{what}: an interruption is nobody's business");
            }
        }
    }
    say(&format!("fault check: {}: {points} failing calls, {failed} of them told as failures", scene.name));
    assert!(failed > 0);
}

/// What must be true after a save with a failing call.
fn after(scene: &Scene, call: &Call, said: &common::Said, what: &str) {
    let saved = scene.state().contains("install-python-vs-code-git");
    if said.code == 0 {
        assert!(saved, "{what}: success was reported, and it is not there: {said:?}");
    } else if said.err.contains("nothing was saved") {
        assert!(!saved, "{what}: it is there, though it was said not to be: {said:?}");
    }
    if call.name == "fdatasync" && said.code == 1 {
        assert!(said.err.contains("is not known to be saved"), "{what}: {said:?}");
        // Never sync that file again: ninety goes on in another one.
        assert!(scene.world.files().contains(&"django-90-2.toml".to_owned()), "{what}: {:?}", scene.world.files());
        let main = scene.world.text();
        assert_eq!(scene.world.run_here(lab::NEXT).code, 0);
        assert_eq!(scene.world.text(), main, "{what}: the file whose sync failed was written again");
        let check = scene.world.run_here("check");
        assert_eq!((check.code, check.err.as_str()), (0, ""), "{what}: {}", check.all());
        return;
    }
    let next = scene.world.run_here(lab::NEXT);
    assert_eq!((next.code, next.err.as_str()), (0, ""), "{what}: {next:?}");
    let again = scene.world.run_here("export json").out;
    assert!(again.contains("what-is-backend-development"), "{what}: {again}");
    assert_eq!(again.contains("install-python-vs-code-git"), saved, "{what}");
    let check = scene.world.run_here("check");
    assert_eq!((check.code, check.err.as_str()), (0, ""), "{what}: {}", check.all());
}

#[test]
fn a_file_system_without_locks_is_told_and_saved_to() {
    if !runs("a file system without locks", &[Need::Tracing]) {
        return;
    }
    let scene = &Scene::all()[1];
    for error in ["ENOLCK", "ENOSYS", "EOPNOTSUPP"] {
        scene.reset();
        let (said, _) = traced(&scene.world, &[&format!("inject=flock:error={error}")], SAVE);
        assert_eq!(said.code, 0, "{said:?}");
        assert_eq!(
            said.err,
            "ninety: HOME/data/django-90.lock: this file system has no locks; the entry is saved without one; let only one ninety record at a time.\n"
        );
        assert!(scene.is_saved(error));
    }
}

#[test]
fn a_disk_that_takes_nothing_more_at_all_is_told_and_everything_stays() {
    if !runs("every sync and every write fails", &[Need::Tracing]) {
        return;
    }
    for scene in Scene::all() {
        for fault in [
            "fdatasync:error=EIO",
            "fsync,fdatasync:error=EIO",
            "write:error=ENOSPC",
            "openat:error=EMFILE:when=3+",
            "write:retval=0",
        ] {
            scene.reset();
            let (said, _) = traced(&scene.world, &[&format!("inject={fault}")], SAVE);
            let what = format!("{}: {fault}", scene.name);
            assert_ne!(said.code, 0, "{what}: {said:?}");
            assert_ne!(said.code, 101, "{what}: {said:?}");
            let state = scene.state();
            assert!(
                !said.err.contains("nothing was saved") || !state.contains("install-python-vs-code-git"),
                "{what}: {said:?}"
            );
            if scene.name != "the first save" {
                assert!(state.contains("Naïve."), "{what}");
            }
            scene.reset();
        }
    }
}
