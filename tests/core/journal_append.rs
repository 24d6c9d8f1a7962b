//! One line to the end of a file that others touch at the same moment: replaced while it is written, full in the middle
//! of the line, added to by somebody who takes no lock. Two tests let `strace` hold or fail a system call, and say so
//! where it cannot.

#![expect(clippy::disallowed_methods, reason = "a test tells its processes what to do")]

use crate::desk::{COUNT, Desk, Opened, PLAN, evening, note, sample};
use ninety::journal::FileError;
use ninety::journal::files::Tail;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

/// Another file is put in the journal's place as soon as our line begins to show in it. Whoever wrote it knew nothing of
/// the line, so the line must end in the file that stands there, or its loss be said. Where the moment falls is not in
/// our hands: many attempts, until one falls between our opening the file and the end of its sync.
#[test]
fn a_line_ends_in_the_file_that_stands_there_when_it_is_synced() {
    let has = |bytes: &[u8]| bytes.windows(10).any(|part| part == b"xxxxxxxxxx");
    let long = note(&"x".repeat(1 << 20));
    for attempt in 0..2000 {
        let desk = Desk::with(sample());
        let mut opened = desk.open();
        std::fs::hard_link(desk.path("django-90.toml"), desk.path("first")).unwrap();
        desk.put("new", sample());
        let (path, length) = (desk.path("django-90.toml"), sample().len() as u64);
        let saved = std::thread::scope(|scope| {
            scope.spawn(|| {
                while std::fs::metadata(&path).unwrap().len() == length {
                    std::hint::spin_loop();
                }
                desk.rename("new", "django-90.toml");
            });
            opened.record(long.clone(), evening(0), 5)
        });
        assert!(saved.is_ok(), "{saved:?}");
        let first = std::fs::read(desk.path("first")).unwrap();
        opened.refresh();
        let stands = has(&desk.bytes());
        assert!(stands || opened.lost() == 1, "attempt {attempt}: the line is in no file, and nothing is said");
        assert_eq!(opened.all(), desk.all());
        if has(&first) && stands {
            return;
        }
    }
    panic!("of 2000 lines none was written again into the file that was put in the place of the first");
}

/// Ends the other thread, also where this one fails.
struct Ending<'a>(&'a AtomicBool);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A sync program gone wild, that puts its own file there again and again: what is said to be saved was seen in the file
/// that stood there then.
#[test]
fn a_file_that_is_replaced_again_and_again_is_never_said_to_have_what_it_has_not() {
    let desk = Desk::with(sample());
    let ends = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !ends.load(Ordering::Relaxed) {
                desk.put("new", sample());
                desk.rename("new", "django-90.toml");
            }
        });
        let _ending = Ending(&ends);
        let mut known = 0;
        for n in 0..200 {
            // In the journal after it is saved, or refused: `record` of the desk holds that.
            match desk.open().record(note(&"x".repeat(30_000)), evening(n), 5) {
                Ok(_) => known += 1,
                Err(error) => assert!(matches!(error, FileError::NotKnown(..)), "{error}"),
            }
            drop(std::fs::remove_file(desk.path("django-90-2.toml")));
        }
        assert!(known > 0);
    });
}

#[test]
#[ignore = "a process of the tests below"]
fn recorder() {
    let Some(dir) = std::env::var_os("JOURNAL_IN") else { return };
    let mut opened = Opened::of(dir.into(), PLAN, Tail::LookAgain).unwrap();
    match opened.record(note(&"x".repeat(40_000)), evening(0), 5) {
        Ok(_) => println!("\nsaved"),
        Err(error) => println!("\nrefused: {error}"),
    }
    std::io::stdout().flush().unwrap();
}

/// Runs the recorder under a shell line that ends by running `"$@"`; returns what it said. Its files cannot grow beyond
/// so many kilobytes.
fn recorded(dir: &Path, shell: &str, kilobytes: u32) -> String {
    let mut command = Command::new("sh");
    // A write beyond the limit fails then, and does not kill.
    let limited = format!("trap '' XFSZ; ulimit -f {}; {shell}", kilobytes * 2);
    command.args(["-c", &limited, "sh"]).arg(std::env::current_exe().unwrap());
    command.args(["--exact", "journal_append::recorder", "--include-ignored", "--nocapture", "--test-threads=1"]);
    let output = command.env("JOURNAL_IN", dir).output().unwrap();
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut lines = out.lines().filter(|line| line.starts_with("saved") || line.starts_with("refused"));
    lines.next().unwrap_or_else(|| panic!("{output:?}")).to_owned()
}

#[test]
fn half_a_line_is_cut_back_and_a_new_file_taken_away() {
    let desk = Desk::with(sample());
    let before = desk.bytes();
    let said = recorded(&desk.dir(), "exec \"$@\"", 20);
    assert!(said.contains("nothing was saved"), "{said}");
    assert_eq!(desk.bytes(), before);
    let desk = Desk::new();
    let said = recorded(&desk.dir(), "exec \"$@\"", 20);
    assert!(said.contains("nothing was saved"), "{said}");
    assert_eq!(desk.names(), ["django-90.lock"]);
    assert_eq!(recorded(&desk.dir(), "exec \"$@\"", 1000), "saved");
    assert_eq!(desk.all().len(), 1);
}

/// Tells whether `strace` can do its part, and says where it cannot.
fn traces(test: &str) -> bool {
    let traced = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).status();
    let can = traced.is_ok_and(|status| status.success());
    if !can {
        let mut err = std::io::stderr();
        writeln!(err, "passed over: {test} needs strace with the right to trace").unwrap();
    }
    can
}

#[test]
fn without_a_lock_nothing_is_cut_back_and_the_half_line_is_harmless() {
    if !traces("a cut-back without a lock") {
        return;
    }
    let desk = Desk::with(sample());
    let said =
        recorded(&desk.dir(), "exec strace -f -qq -o /dev/null -e trace=flock -e inject=flock:error=ENOLCK \"$@\"", 20);
    assert!(said.contains("nothing was saved"), "{said}");
    let bytes = desk.bytes();
    assert_eq!(bytes.len(), 20 * 1024, "somebody else may have added what would be cut off");
    assert!(bytes.starts_with(sample().as_bytes()));
    assert_eq!(desk.all().len(), COUNT);
    desk.open().record(note("On.\n"), evening(1), 5).unwrap();
    assert!(desk.bytes().starts_with(&bytes));
    assert_eq!(desk.all().len(), COUNT + 1);
}

#[test]
fn a_cut_back_never_takes_what_somebody_else_has_added() {
    if !traces("a cut-back beside somebody without a lock") {
        return;
    }
    let desk = Desk::with(sample());
    let path = desk.path("django-90.toml");
    // The second write, of what did not fit, is held until the other line is there.
    let shell = format!(
        "exec strace -f -qq -o /dev/null -P {} -e trace=write -e inject=write:delay_enter=2000000:when=2 \"$@\"",
        path.display()
    );
    let theirs = "# Added by hand.\n";
    let said = std::thread::scope(|scope| {
        scope.spawn(|| {
            while std::fs::metadata(&path).unwrap().len() < 20 * 1024 {
                std::hint::spin_loop();
            }
            let mut file = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
            file.write_all(theirs.as_bytes()).unwrap();
        });
        recorded(&desk.dir(), &shell, 20)
    });
    assert!(said.contains("nothing was saved"), "{said}");
    assert!(desk.bytes().ends_with(theirs.as_bytes()), "it was cut off");
    assert_eq!(desk.all().len(), COUNT);
}

#[test]
fn with_a_new_file_its_directory_and_the_one_above_are_synced_whoever_made_them() {
    if !traces("the syncs of a new file") {
        return;
    }
    // Whoever made the directory may have been killed before its sync.
    for (made, synced) in [("deep/data", ["deep/data", "deep"].as_slice()), ("", &["deep/data", "deep", ""])] {
        let desk = Desk::new();
        std::fs::create_dir_all(desk.path(made)).unwrap();
        let (data, trace) = (desk.path("deep/data"), desk.path("trace"));
        let shell = format!("exec strace -f -qq -y -o {} -e trace=fsync,fdatasync \"$@\"", trace.display());
        assert_eq!(recorded(&data, &shell, 1000), "saved");
        let calls = std::fs::read_to_string(&trace).unwrap();
        let is_synced = |name: &str| {
            let path = desk.path(name).display().to_string();
            calls.contains(&format!("<{}>)", path.trim_end_matches('/')))
        };
        assert!(is_synced("deep/data/django-90.toml"), "{calls}");
        for dir in synced {
            assert!(is_synced(dir), "{dir:?} is not synced: {calls}");
        }
    }
}
