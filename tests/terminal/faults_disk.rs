//! Disks that are full, read-only, limited, somebody else's, or without power. Needs root, and says so.

use crate::common::{Said, World};
use crate::lab::{self, Disk, Mount, NEXT, Need, SAVE, Scene, runs, say, succeeds, told};
use crate::pty;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

/// Runs a command line with the data directory somewhere else.
fn run_at(world: &World, data: &Path, line: &str) -> Said {
    let mut command = world.command();
    command.env("NINETY_DATA_DIR", data).args(shell_words::split(line).unwrap());
    let mut said = world.said(&command.output().unwrap());
    said.err = said.err.replace(&*data.to_string_lossy(), "HOME/data");
    said
}

/// Runs a command line through a shell line that ends by running `"$0" "$@"`.
fn run_by(world: &World, shell: &str, line: &str) -> Said {
    let plain = world.command();
    let mut command = Command::new("sh");
    command.args(["-c", shell]).arg(plain.get_program()).args(shell_words::split(line).unwrap()).env_clear();
    command.envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?)))).current_dir(world.home.path());
    world.said(&command.output().unwrap())
}

/// Holds that a save failed, with this said about which file and why.
fn failed(said: &Said, file: &str, why: &str, what: &str) {
    told(said, what);
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{what}: {said:?}");
    assert!(
        said.err.starts_with(&format!("ninety: HOME/data{file}: {why}; nothing was saved; ")),
        "{what}: {}",
        said.err
    );
}

#[test]
fn a_full_disk_keeps_what_was_saved_and_says_so() {
    if !runs("a full disk, byte by byte", &[Need::Mounting]) {
        return;
    }
    let mount = Mount::memory("size=16k,nr_inodes=20").unwrap();
    let (world, data) = (World::new(), mount.path().join("data"));
    let mut kept = Vec::new();
    let mut full = 0;
    for n in 0..400 {
        let said = run_at(
            &world,
            &data,
            &format!("skip {} --because \"Reason number {n}, {}\"", n % 90 + 1, "x".repeat(n % 97)),
        );
        told(&said, &format!("reason {n}"));
        if said.code == 0 {
            kept.push(format!("Reason number {n},"));
        } else {
            full += 1;
            assert!(
                said.err
                    .ends_with(": No space left on device; nothing was saved; make room on the disk and try again.\n"),
                "{}",
                said.err
            );
            if full > 30 {
                break;
            }
        }
    }
    assert!(kept.len() > 20 && full > 30, "{} kept, {full} refused", kept.len());
    let check = run_at(&world, &data, "check");
    assert_eq!((check.code, check.err.as_str()), (0, ""), "what was refused left something behind: {}", check.all());
    let text = std::fs::read_to_string(data.join("django-90.toml")).unwrap();
    assert!(text.ends_with('\n') && text.lines().count() == kept.len() + 6);
    assert!(kept.iter().all(|reason| text.contains(reason)));
    say(&format!("fault check: a full disk: {} entries kept, {full} refused", kept.len()));
}

#[test]
fn a_draft_is_written_as_soon_as_the_disk_has_room_again() {
    if !runs("a draft on a full disk", &[Need::Mounting]) {
        return;
    }
    let mount = Mount::memory("size=64k").unwrap();
    let (world, data) = (World::new(), mount.path().join("data"));
    assert_eq!(run_at(&world, &data, "start today").code, 0);
    let mut terminal = pty::open(&world, &["--data-dir", data.to_str().unwrap()]);
    let full = mount.path().join("full");
    drop(std::fs::write(&full, "x".repeat(70_000)));
    terminal.send_str("nhalf a thought").unwrap();
    terminal.wait_until(|screen| screen.contains("The draft cannot be kept on the disk")).unwrap();
    std::fs::remove_file(full).unwrap();
    // Without another letter.
    terminal.wait_until(|screen| !screen.contains("cannot be kept") && screen.contains("save and close")).unwrap();
    pty::signal(terminal.pid().unwrap(), "KILL");
    terminal.wait_exit().unwrap();
    let mut terminal = pty::spawn(&world, &["--data-dir", data.to_str().unwrap()], &[]);
    terminal.wait_until(|screen| screen.contains("half a thought")).unwrap();
    terminal.send(termlens::Key::Ctrl('c')).unwrap();
    terminal.wait_exit().unwrap();
}

#[test]
fn a_disk_without_room_for_another_file_is_told() {
    if !runs("a disk without inodes", &[Need::Mounting]) {
        return;
    }
    // The root of the disk takes one; then the directory, the lock, the journal, the backups and a backup.
    for inodes in 2..=7 {
        let mount = Mount::memory(&format!("size=64k,nr_inodes={inodes}")).unwrap();
        let (mut world, data) = (World::new(), mount.path().join("data"));
        let first = run_at(&world, &data, SAVE);
        told(&first, "the first save");
        world.at("2026-12-09T20:00:00+01:00");
        let second = run_at(&world, &data, NEXT);
        told(&second, "the save of the next day");
        assert_eq!(first.code, i32::from(inodes < 4), "{inodes}: {first:?}");
        assert_eq!(second.code, first.code, "{inodes}: {second:?}");
        if inodes == 4 || inodes == 5 {
            assert!(
                second
                    .err
                    .contains("No space left on device; today's backup was not made, and the entry itself is saved"),
                "{second:?}"
            );
        }
        let export = run_at(&world, &data, "export json");
        assert_eq!(export.code, 0);
        assert_eq!(export.out.contains("install-python-vs-code-git"), first.code == 0);
    }
}

#[test]
fn a_read_only_disk_can_be_read_and_says_why_it_is_not_written() {
    if !runs("a disk that became read-only", &[Need::Mounting]) {
        return;
    }
    let mount = Mount::memory("size=64k").unwrap();
    let (world, data) = (World::new(), mount.path().join("data"));
    assert_eq!(run_at(&world, &data, SAVE).code, 0);
    let path = mount.path().to_str().unwrap();
    assert!(succeeds("mount", &["-o", "remount,ro", path]));
    let said = run_at(&world, &data, NEXT);
    failed(&said, "/django-90.lock", "Read-only file system", "read-only");
    let status = run_at(&world, &data, "status");
    assert_eq!((status.code, status.err.as_str()), (0, ""));
    assert!(status.out.starts_with("Day 1 of 90"), "{}", status.out);
    assert!(succeeds("mount", &["-o", "remount,rw", path]));
    assert_eq!(run_at(&world, &data, NEXT).code, 0);
}

#[test]
fn an_immutable_file_is_told() {
    let world = World::new();
    assert_eq!(world.run(SAVE).code, 0);
    let journal = world.journal();
    let path = journal.to_str().unwrap();
    if !runs("a file that chattr made immutable", &[Need::Root, Need::Program("chattr")])
        || !succeeds("chattr", &["+i", path])
    {
        return;
    }
    let text = world.text();
    let said = world.run(NEXT);
    let status = world.run("status");
    assert!(succeeds("chattr", &["-i", path]));
    failed(&said, "/django-90.toml", "Operation not permitted", "immutable");
    assert_eq!((status.code, world.text()), (0, text));
    assert_eq!(world.run(NEXT).code, 0);
}

#[test]
fn what_belongs_to_somebody_else_is_told_and_never_taken_for_empty() {
    if !runs("files of another user", &[Need::Root, Need::Program("setpriv")]) {
        return;
    }
    let nobody = "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$0\" \"$@\"";
    let world = World::new();
    let mode = |path: &Path, mode| {
        std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    };
    // The program and the world must be within nobody's reach.
    let program = world.home.path().join("ninety");
    // Another process copies it: what a test has open for writing cannot be run.
    assert!(succeeds("cp", &[env!("CARGO_BIN_EXE_ninety"), &program.to_string_lossy()]));
    let nobody = nobody.replace("\"$0\"", &format!("'{}'", program.display()));
    mode(world.home.path(), 0o755);
    assert_eq!(world.run(SAVE).code, 0);
    let text = world.text();

    for (dir, file, why) in
        [(0o755, 0o600, "Permission denied"), (0o700, 0o600, "Permission denied"), (0o755, 0o000, "Permission denied")]
    {
        mode(&world.data(), dir);
        mode(&world.journal(), file);
        for verb in ["status", "today", "export json", NEXT, "undo", "prompt"] {
            let said = run_by(&world, &nobody, verb);
            let what = format!("{verb} with {dir:o} and {file:o}");
            told(&said, &what);
            if verb == "prompt" {
                assert!(said.out.is_empty(), "{what}: {said:?}");
                continue;
            }
            assert_eq!((said.code, said.out.as_str()), (1, ""), "{what}: {said:?}");
            assert!(said.err.starts_with("ninety: HOME/data") && said.err.contains(why), "{what}: {}", said.err);
            assert!(said.err.contains("the journal was not read and not changed"), "{what}: {}", said.err);
            assert!(dir == 0o700 || said.err.contains("(it belongs to user 0)"), "{what}: {}", said.err);
        }
    }
    // Readable, and not to be written: reading works.
    mode(&world.data(), 0o755);
    mode(&world.journal(), 0o644);
    let said = run_by(&world, &nobody, "status");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    failed(&run_by(&world, &nobody, NEXT), "/django-90.lock", "Permission denied", "the lock of somebody else");
    std::fs::remove_file(world.data().join("django-90.lock")).unwrap();
    failed(&run_by(&world, &nobody, NEXT), "/django-90.lock", "Permission denied", "a directory of somebody else");
    assert_eq!(world.text(), text);
    // No way to make the directory at all.
    std::fs::remove_dir_all(world.data()).unwrap();
    failed(&run_by(&world, &nobody, NEXT), "", "Permission denied", "no directory");
    assert_eq!(run_by(&world, &nobody, "status").code, 0);
}

#[test]
fn a_limit_on_file_sizes_is_told() {
    if !runs("a limit on file sizes", &[Need::Program("sh")]) {
        return;
    }
    for scene in Scene::all() {
        let limited = "ulimit -f 0; exec \"$0\" \"$@\"";
        let said = run_by(&scene.world, limited, SAVE);
        failed(&said, "/django-90.toml", "File too large", scene.name);
        assert!(!scene.is_saved("limited"));
        scene.goes_on("limited");
    }
}

#[test]
fn too_little_memory_keeps_the_old_state() {
    if !runs("a limit on memory", &[Need::Program("sh")]) {
        return;
    }
    let scene = &Scene::all()[1];
    for kilobytes in [1_000, 4_000, 6_000, 8_000, 10_000, 12_000, 16_000, 64_000] {
        scene.reset();
        let said = run_by(&scene.world, &format!("ulimit -v {kilobytes}; exec \"$0\" \"$@\""), SAVE);
        assert_eq!(scene.is_saved(&format!("{kilobytes} kB of memory")), said.code == 0, "{said:?}");
        scene.goes_on("too little memory");
    }
}

#[test]
fn what_was_reported_as_saved_outlives_a_power_cut() {
    if !runs("a power cut after every reported success", &[Need::Disk]) {
        return;
    }
    let mut disk = Disk::new().unwrap();
    let mut world = World::new();
    let data = |disk: &Disk| disk.path().join("deep/data");
    // The first save of all, more of that day, and the first of other days, with their backups.
    for n in 1..=12 {
        world.at(&format!("2026-12-{:02}T20:00:00+01:00", 8 + n / 3));
        let said = run_at(&world, &data(&disk), &format!("note {n} \"Before the cut {n}.\""));
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        let before = run_at(&world, &data(&disk), "export json").out;
        disk.cut_and_plug_in();
        let after = run_at(&world, &data(&disk), "export json");
        assert_eq!((after.code, after.err.as_str(), after.out.as_str()), (0, "", before.as_str()), "power cut {n}");
        assert_eq!(after.out.matches("Before the cut").count(), n);
    }
    say("fault check: 12 power cuts after a reported success");
}

#[test]
fn a_power_cut_in_the_middle_of_a_save_leaves_the_old_state_or_the_new() {
    if !runs("a power cut before any system call of a save", &[Need::Disk, Need::Tracing]) {
        return;
    }
    for scene in Scene::all() {
        let calls = scene.calls();
        let calls = calls.iter().filter(|call| {
            call.of_the_save
                && ["write", "fdatasync", "fsync", "rename", "mkdir", "close", "exit_group"]
                    .contains(&call.name.as_str())
        });
        let mut cuts = 0;
        for call in calls {
            scene.reset();
            let mut disk = Disk::new().unwrap();
            let data = disk.path().join("data");
            if scene.world.data().exists() {
                assert!(succeeds("cp", &["-a", scene.world.data().to_str().unwrap(), data.to_str().unwrap()]));
                assert!(succeeds("sync", &["-f", data.to_str().unwrap()]));
            }
            let line = format!("--data-dir {} {SAVE}", data.display());
            let (said, _) = lab::traced(&scene.world, &[&call.inject("signal=SIGKILL")], &line);
            let told = said.out.contains("Ticked");
            disk.cut_and_plug_in();
            let data = disk.path().join("data");
            let export = run_at(&scene.world, &data, "export json");
            assert_eq!(export.code, 0, "{}: {call}: {export:?}", scene.name);
            let saved = export.out.contains("install-python-vs-code-git");
            assert!(saved || !told, "{}: {call}: it was reported and is not there", scene.name);
            assert!(
                scene.name == "the first save" || export.out.contains("Naïve."),
                "{}: {call}: {}",
                scene.name,
                export.out
            );
            for line in [SAVE, NEXT] {
                let next = run_at(&scene.world, &data, line);
                assert_eq!(next.code, 0, "{}: {call}: {next:?}", scene.name);
            }
            cuts += 1;
        }
        assert!(cuts > 3);
        say(&format!("fault check: {}: {cuts} power cuts in its middle", scene.name));
    }
}
