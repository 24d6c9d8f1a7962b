//! A save that is killed before any of its system calls, once and twice in a row: the old state or the new one is
//! there, the next save works, and nothing is left lying about. Needs `strace`.

use crate::lab::{Call, Need, SAVE, Scene, runs, say, traced};

/// Kills the save before a call; tells whether that came to pass.
fn killed(scene: &Scene, call: &Call) -> bool {
    let (said, _) = traced(&scene.world, &[&call.inject("signal=SIGKILL")], SAVE);
    assert!(said.code == 137 || said.code == 0, "{}: {call}: {said:?}", scene.name);
    said.code == 137
}

#[test]
fn killed_before_any_system_call_the_state_is_old_or_new_and_the_next_save_works() {
    if !runs("killed before any system call of a save", &[Need::Tracing]) {
        return;
    }
    std::thread::scope(|scope| {
        for scene in Scene::all() {
            scope.spawn(move || killed_once(&scene));
        }
    });
}

fn killed_once(scene: &Scene) {
    let calls = scene.calls();
    let (mut points, mut saved) = (0, 0);
    for call in &calls {
        scene.reset();
        points += usize::from(killed(scene, call));
        saved += usize::from(scene.is_saved(&format!("killed before {call}")));
        scene.goes_on(&format!("killed before {call}"));
    }
    assert!(points >= calls.len() - 3, "{points} of {} calls", calls.len());
    assert!(saved > 0, "no kill after the write");
    say(&format!("fault check: {}: killed at {points} points, {saved} with the new state", scene.name));
}

#[test]
fn killed_twice_in_a_row_the_state_is_old_or_new_and_the_next_save_works() {
    if !runs("killed twice in a row", &[Need::Tracing]) {
        return;
    }
    for scene in Scene::all() {
        let calls: Vec<Call> = scene.calls().into_iter().filter(|call| call.of_the_save).collect();
        let mut pairs = 0;
        for (i, first) in calls.iter().enumerate() {
            // The same place again, and one that wanders through all the others.
            for second in [first, &calls[(i * 7 + 3) % calls.len()]] {
                scene.reset();
                assert!(killed(&scene, first), "{first}");
                scene.is_saved(&format!("killed before {first}"));
                killed(&scene, second);
                scene.is_saved(&format!("killed before {first}, then before {second}"));
                scene.goes_on(&format!("killed before {first}, then before {second}"));
                pairs += 1;
            }
        }
        say(&format!("fault check: {}: killed twice at {pairs} pairs of points", scene.name));
    }
}
