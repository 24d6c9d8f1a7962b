//! Exports as files: whole or not at all, never over what is there unasked, never over what `ninety` itself reads.
//!
//! Deliberately absent: what stands in them (`markdown.rs`, `others.rs`).

use crate::common::{World, evening_17};
use crate::pty::Line;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;

fn at(world: &World, name: &str) -> PathBuf {
    world.home.path().join(name)
}

fn read(world: &World, name: &str) -> String {
    std::fs::read_to_string(at(world, name)).unwrap()
}

/// Every name beside the data directory.
fn names(world: &World) -> Vec<String> {
    let listing = std::fs::read_dir(world.home.path()).unwrap();
    let mut names: Vec<String> = listing.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name != "data");
    names.sort();
    names
}

#[test]
fn a_file_has_what_would_be_printed() {
    let world = evening_17();
    assert_eq!(world.run("done 1 2 3 4 5 6 7").code, 0);
    for format in ["md", "portfolio", "csv", "json", "ics"] {
        let said = world.run(&format!("export {format} -o out"));
        assert_eq!((said.out.as_str(), said.code), ("", 0), "{format}");
        assert_eq!(read(&world, "out"), world.run(&format!("export {format}")).out, "{format}");
        std::fs::remove_file(at(&world, "out")).unwrap();
    }
    insta::assert_snapshot!(world.transcript(&[
        "export md -o journal.md", "export portfolio --output ./portfolio.md", "export csv -o entries.csv", "export json -o state.json",
        "export ics -o plan.ics",
    ]), @"
    $ ninety export md -o journal.md
    --- stderr
    Wrote the study journal to journal.md.
    $ ninety export portfolio --output ./portfolio.md
    --- stderr
    Wrote the portfolio to ./portfolio.md.
    $ ninety export csv -o entries.csv
    --- stderr
    Wrote every entry to entries.csv.
    $ ninety export json -o state.json
    --- stderr
    Wrote the whole state to state.json.
    $ ninety export ics -o plan.ics
    --- stderr
    Wrote the calendar to plan.ics.
    ");
    assert_eq!(names(&world), ["entries.csv", "journal.md", "plan.ics", "portfolio.md", "state.json"]);
    assert_eq!(world.run("export csv -o -"), world.run("export csv"));
}

#[test]
fn nothing_that_is_there_is_replaced() {
    let world = evening_17();
    std::fs::write(at(&world, "notes.md"), "mine\n").unwrap();
    std::fs::set_permissions(at(&world, "notes.md"), PermissionsExt::from_mode(0o4750)).unwrap();
    std::fs::create_dir(at(&world, "site")).unwrap();
    std::fs::write(at(&world, "site/real.md"), "old\n").unwrap();
    symlink("site/real.md", at(&world, "link.md")).unwrap();
    insta::assert_snapshot!(world.transcript(&["export md -o notes.md", "export md -o link.md", "export md --force"]), @r#"
    $ ninety export md -o notes.md
    --- stderr
    ninety: notes.md: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    $ ninety export md -o link.md
    --- stderr
    ninety: link.md: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    $ ninety export md --force
    --- stderr
    ninety: There is no option "--force" here.

    Usage: ninety export FORMAT [-o FILE] [--weeks A-B] [--at TIME] [--alarm TIME]

    For more information, try 'ninety export --help'.
    --- exit 2
    "#);
    let mode = at(&world, "notes.md").metadata().unwrap().permissions().mode();
    assert_eq!((read(&world, "notes.md").as_str(), mode & 0o7777), ("mine\n", 0o4750));
    assert_eq!(read(&world, "site/real.md"), "old\n");
    assert_eq!(names(&world), ["link.md", "notes.md", "site"]);
    // Nor is anybody asked, at a terminal.
    let mut line = Line::start(&world, None, &["export", "md", "-o", "notes.md"]);
    assert_eq!(line.ended(), 1);
    assert_eq!(read(&world, "notes.md"), "mine\n");
}

#[test]
fn what_cannot_be_a_file_is_told_in_a_sentence() {
    let world = evening_17();
    std::fs::create_dir(at(&world, "dir")).unwrap();
    std::fs::write(at(&world, "file"), "").unwrap();
    let fifo = std::ffi::CString::new(at(&world, "pipe").to_str().unwrap()).unwrap();
    rustix::fs::mknodat(
        rustix::fs::CWD,
        fifo.as_c_str(),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::from_raw_mode(0o600),
        0,
    )
    .unwrap();
    symlink("nowhere", at(&world, "dangling")).unwrap();
    symlink("loop", at(&world, "loop")).unwrap();
    insta::assert_snapshot!(world.transcript(&[
        "export md -o dir", "export md -o dir/", "export md -o new/", "export md -o new/journal.md", "export md -o file/journal.md",
        "export md -o pipe", "export md -o /dev/null", "export md -o dangling", "export md -o loop",
        "export md -o", "export md -o ..", "export md -o ''",
    ]), @"
    $ ninety export md -o dir
    --- stderr
    ninety: dir: this is a directory; nothing was written; name a file in it, such as dir/journal.md.
    --- exit 1
    $ ninety export md -o dir/
    --- stderr
    ninety: dir/: this is a directory; nothing was written; name a file in it, such as dir/journal.md.
    --- exit 1
    $ ninety export md -o new/
    --- stderr
    ninety: new/: this is a directory; nothing was written; name a file in it, such as new/journal.md.
    --- exit 1
    $ ninety export md -o new/journal.md
    --- stderr
    ninety: new/journal.md: No such file or directory; nothing was written; make its directory first, or name another file.
    --- exit 1
    $ ninety export md -o file/journal.md
    --- stderr
    ninety: file/journal.md: Not a directory; nothing was written; make its directory first, or name another file.
    --- exit 1
    $ ninety export md -o pipe
    --- stderr
    ninety: pipe: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    $ ninety export md -o /dev/null
    --- stderr
    ninety: /dev/null: this is a stream and no file; nothing was written; name - to print.
    --- exit 1
    $ ninety export md -o dangling
    --- stderr
    ninety: dangling: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    $ ninety export md -o loop
    --- stderr
    ninety: loop: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    $ ninety export md -o
    --- stderr
    ninety: --output needs a file: --output FILE.

    For more information, try 'ninety export --help'.
    --- exit 2
    $ ninety export md -o ..
    --- stderr
    ninety: ..: this is a directory; nothing was written; name a file in it, such as ../journal.md.
    --- exit 1
    $ ninety export md -o ''
    --- stderr
    ninety: --output needs a file: --output FILE.

    For more information, try 'ninety export --help'.
    --- exit 2
    ");
    assert_eq!(names(&world), ["dangling", "dir", "file", "loop", "pipe"]);
}

#[test]
fn a_directory_that_is_not_ours_is_told() {
    let world = evening_17();
    std::fs::create_dir(at(&world, "dir")).unwrap();
    std::fs::set_permissions(at(&world, "dir"), PermissionsExt::from_mode(0o500)).unwrap();
    let said = world.run("export md -o dir/journal.md");
    let told = if rustix::process::geteuid().is_root() {
        ("Wrote the study journal to dir/journal.md.\n", 0)
    } else {
        (
            "ninety: dir/journal.md: Permission denied; nothing was written; name a file in a directory that is yours to write.\n",
            1,
        )
    };
    assert_eq!((said.err.as_str(), said.code), told);
}

#[test]
fn what_does_not_fit_leaves_nothing() {
    let world = evening_17();
    let script = "ulimit -f 1; \"$0\" export md -o notes.md";
    let mut line = Line::start(&world, Some(script), &[]);
    assert_eq!(line.ended(), 1);
    line.wait_for("notes.md: File too large; nothing was written;");
    assert_eq!(names(&world), [""; 0]);
}

#[test]
fn nothing_that_ninety_reads_is_ever_replaced() {
    let mut world = evening_17();
    world.at("2026-12-09T19:41:12+01:00");
    assert_eq!(world.run("done 17.2").code, 0);
    std::fs::copy(world.journal(), world.data().join("django-90.sync-conflict.toml")).unwrap();
    symlink(world.journal(), at(&world, "link.toml")).unwrap();
    symlink(world.data(), at(&world, "other")).unwrap();
    std::fs::hard_link(world.journal(), at(&world, "hard.toml")).unwrap();
    let plan = "title = \"Swim\"\n[[week]]\ntitle = \"One\"\n[[week.day]]\ntasks = [{ do = \"Float\" }]\n";
    std::fs::write(at(&world, "swim.toml"), plan).unwrap();
    std::fs::create_dir_all(at(&world, ".config/ninety")).unwrap();
    let before = world.text();
    insta::assert_snapshot!(world.transcript(&[
        "export md -o data/django-90.toml", "export md -o other/django-90.toml", "export md -o link.toml",
        "export md -o hard.toml", "export md -o data/django-90.sync-conflict.toml", "export md -o data/another.toml",
        "export md -o data/django-90.lock", "export md -o data/backups/x.md", "export md -o .config/ninety/config.toml",
        "export md -o swim.toml --plan swim.toml",
    ]), @"
    $ ninety export md -o data/django-90.toml
    --- stderr
    ninety: data/django-90.toml: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    $ ninety export md -o other/django-90.toml
    --- stderr
    ninety: other/django-90.toml: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    $ ninety export md -o link.toml
    --- stderr
    ninety: link.toml: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    $ ninety export md -o hard.toml
    --- stderr
    ninety: hard.toml: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    $ ninety export md -o data/django-90.sync-conflict.toml
    --- stderr
    ninety: data/django-90.sync-conflict.toml: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    $ ninety export md -o data/another.toml
    --- stderr
    ninety: data/another.toml: this is a name that ninety keeps for journals; nothing was written; name another file.
    --- exit 1
    $ ninety export md -o data/django-90.lock
    --- stderr
    ninety: data/django-90.lock: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    $ ninety export md -o data/backups/x.md
    --- stderr
    ninety: data/backups/x.md: this is in a directory that ninety keeps for itself; nothing was written; name another file.
    --- exit 1
    $ ninety export md -o .config/ninety/config.toml
    --- stderr
    ninety: .config/ninety/config.toml: this is the name of your settings; nothing was written; name another file.
    --- exit 1
    $ ninety export md -o swim.toml --plan swim.toml
    --- stderr
    ninety: swim.toml: this file is there already; nothing was written; name another file, or remove it first.
    --- exit 1
    ");
    assert_eq!(world.text(), before);
    assert_eq!(read(&world, "swim.toml"), plan);
    // Other names in the data directory are the learner's.
    assert_eq!(world.run("export md -o data/journal.md").code, 0);
    assert_eq!(world.run("check").code, 0);
}

#[test]
fn no_control_character_of_a_note_gets_into_a_file() {
    let world = evening_17();
    let entry = r#"900-00000001 = { at = 2026-12-08T19:41:12+01:00, day = "views", note = "red \u001b[31mtext\u001b[0m\rover\u0007 \u202eback\u202c \u2028 \u009b1m" }"#;
    std::fs::write(world.journal(), format!("{}{entry}\n", world.text())).unwrap();
    for format in ["md", "csv", "json", "ics"] {
        assert_eq!(world.run(&format!("export {format} -o out")).code, 0);
        let text = read(&world, "out").replace("\r\n", "\n");
        std::fs::remove_file(at(&world, "out")).unwrap();
        let unsafe_ones = text.chars().filter(|c| *c != '\n' && ninety::text::is_unsafe(*c));
        assert_eq!(unsafe_ones.count(), 0, "{format}");
    }
    let text = world.run("export md").out;
    assert!(text.contains("> red ␛[31mtext␛[0m␍over␇ �back� � �1m\n"), "{text}");
}

#[test]
fn a_stream_is_no_file() {
    let world = evening_17();
    insta::assert_snapshot!(world.transcript(&[
        "export md --weeks 11-12 -o /dev/stdout", "export md -o /proc/self/fd/1", "export md -o /dev/fd/2",
    ]), @"
    $ ninety export md --weeks 11-12 -o /dev/stdout
    --- stderr
    ninety: /dev/stdout: this is a stream and no file; nothing was written; name - to print.
    --- exit 1
    $ ninety export md -o /proc/self/fd/1
    --- stderr
    ninety: /proc/self/fd/1: this is a stream and no file; nothing was written; name - to print.
    --- exit 1
    $ ninety export md -o /dev/fd/2
    --- stderr
    ninety: /dev/fd/2: this is a stream and no file; nothing was written; name - to print.
    --- exit 1
    ");
}
