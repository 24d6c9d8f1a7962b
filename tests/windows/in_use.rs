//! Files that another program keeps to itself, or that nobody may write: what is said names what to do, and nothing that
//! was recorded is lost.

use crate::common::World;
use std::fs::{File, OpenOptions};
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;

/// Nobody else may open the file, or nobody may write it.
const ALONE: u32 = 0;
const READERS: u32 = 1;

fn opened(path: &Path, shared: u32) -> File {
    OpenOptions::new().read(true).share_mode(shared).open(path).unwrap()
}

fn begun() -> World {
    let world = World::new();
    assert_eq!(world.run("done 1.1").code, 0);
    world
}

#[test]
fn a_journal_that_another_program_keeps_to_itself_is_told_with_what_to_do() {
    let world = begun();
    let file = opened(&world.journal(), ALONE);
    insta::assert_snapshot!(world.transcript(&["status", "done 1.2"]), @"
    $ ninety status
    --- stderr
    ninety: HOME/data/django-90.toml: another program keeps it to itself; the journal was not read and not changed; close the program that has it open and try again.
    --- exit 1
    $ ninety done 1.2
    --- stderr
    ninety: HOME/data/django-90.toml: another program keeps it to itself; the journal was not read and not changed; close the program that has it open and try again.
    --- exit 1
    ");
    drop(file);
    assert_eq!(world.run("done 1.2").code, 0);
    assert_eq!(world.entries().lines().count(), 2);
}

#[test]
fn a_journal_that_is_only_to_be_read_meanwhile_is_read() {
    let world = begun();
    let file = opened(&world.journal(), READERS);
    assert_eq!(world.run("status").code, 0);
    insta::assert_snapshot!(world.transcript(&["done 1.2"]), @"
    $ ninety done 1.2
    --- stderr
    ninety: HOME/data/django-90.toml: another program keeps it to itself; nothing was saved; close the program that has it open and try again.
    --- exit 1
    ");
    drop(file);
    assert_eq!(world.run("done 1.2").code, 0);
}

#[test]
fn who_holds_the_lock_is_waited_for_and_then_told_of() {
    let world = begun();
    let lock = OpenOptions::new().write(true).open(world.data().join("django-90.lock")).unwrap();
    // Windows lets go of a lock some time after the end of the process that had it.
    while lock.try_lock().is_err() {}
    assert_eq!(world.run("status").code, 0, "reading waits for nobody");
    insta::assert_snapshot!(world.transcript(&["done 1.2"]), @"
    $ ninety done 1.2
    --- stderr
    ninety: HOME/data/django-90.lock: another process has held this lock for over 2 seconds; nothing was saved; end or continue that process, then try again.
    --- exit 1
    ");
    drop(lock);
    assert_eq!(world.run("done 1.2").code, 0);
}

#[test]
fn a_file_that_nobody_may_write_is_told_with_what_to_do() {
    let world = begun();
    let mut rights = std::fs::metadata(world.journal()).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(world.journal(), rights).unwrap();
    let said = world.run("done 1.2");
    assert!(
        said.err.starts_with("ninety: HOME/data/django-90.toml: ")
            && said
                .err
                .ends_with("; nothing was saved; make the file and its directory yours to write, then try again.\n"),
        "{}",
        said.all()
    );
    assert_eq!((said.code, world.entries().lines().count()), (1, 1));
}

#[test]
fn an_export_a_plan_and_settings_that_another_program_keeps_to_itself_are_told() {
    let world = begun();
    assert_eq!(world.run("plan new state.toml").code, 0);
    let file = opened(&world.home.path().join("state.toml"), ALONE);
    insta::assert_snapshot!(world.transcript(&["plan new state.toml --force"]), @"
    $ ninety plan new state.toml --force
    --- stderr
    ninety: state.toml: another program keeps it to itself; nothing was written; close the program that has it open, or name another file.
    --- exit 1
    ");
    drop(file);
    assert_eq!(world.run("plan new state.toml --force").code, 0);
    assert_eq!(world.run("plan new mine.toml").code, 0);
    let file = opened(&world.home.path().join("mine.toml"), ALONE);
    insta::assert_snapshot!(world.transcript(&["--plan mine.toml today"]), @"
    $ ninety --plan mine.toml today
    --- stderr
    ninety: mine.toml: another program keeps it to itself; the plan was not read; name another file.
    --- exit 1
    ");
    drop(file);
    world.configure("warm_up = 3\n");
    let _file = opened(&world.home.path().join(".config/ninety/config.toml"), ALONE);
    insta::assert_snapshot!(world.transcript(&["done 1.1"]), @"
    $ ninety done 1.1
    1.1 “Install Python, VS Code, Git” is ticked already.
    --- stderr
    ninety: HOME/.config/ninety/config.toml: another program keeps it to itself; no setting was read; correct or remove the file.
    ");
}
