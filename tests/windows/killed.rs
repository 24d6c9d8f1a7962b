//! Runs that are ended in the middle, and eight that write at once: what was said to be saved is there, whole.

use crate::common::World;
use std::process::Stdio;
use std::time::Instant;

/// How many runs are ended, each a little later in its life than the one before.
const RUNS: u32 = 40;

#[test]
fn what_was_said_to_be_saved_is_there_whenever_the_next_run_is_killed() {
    let world = World::new();
    let start = Instant::now();
    assert_eq!(world.run("log 1 1").code, 0);
    // A first run takes longer than the others: more than a whole life is gone through.
    let life = start.elapsed();
    let mut saved = vec![1];
    for run in 2..RUNS + 2 {
        let mut command = world.command();
        command.args(["log", &run.to_string(), "1"]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let start = Instant::now();
        let mut child = command.spawn().unwrap();
        while start.elapsed() < life * run / RUNS {
            std::thread::yield_now();
        }
        drop(child.kill());
        let said = world.said(&child.wait_with_output().unwrap());
        if said.out.contains("Logged") {
            saved.push(run);
        }
    }
    let entries = world.entries();
    for run in &saved {
        assert!(entries.contains(&format!("minutes = {run}\n")), "{run} of {saved:?} is lost:\n{entries}");
    }
    assert!(saved.len() < RUNS as usize, "none was killed before its end");
    let check = world.run("check");
    assert_eq!((check.code, check.err.as_str()), (0, ""), "{}", check.all());
    assert_eq!(world.files(), ["backups/django-90-2026-12-08.toml", "django-90.lock", "django-90.toml"]);
    assert_eq!(world.run("done 1.1").code, 0);
}

#[test]
fn eight_that_write_at_once_lose_nothing() {
    let world = World::new();
    std::thread::scope(|scope| {
        for writer in 0..8 {
            let world = &world;
            scope.spawn(move || {
                for n in 1..=5 {
                    let said = world.run(&format!("log {} 1", writer * 100 + n));
                    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.all());
                }
            });
        }
    });
    let entries = world.entries();
    for minutes in (0..8).flat_map(|writer| (1..=5).map(move |n| writer * 100 + n)) {
        assert!(entries.contains(&format!("minutes = {minutes}\n")), "{minutes} is lost:\n{entries}");
    }
    assert_eq!(entries.lines().count(), 40);
    assert!(world.run("check").out.contains("40 entries"));
}
