//! Several processes at once: eight that record a thousand facts each while a reader looks on, a lock held by a process
//! that was stopped, and one that was killed. The processes are this test's own program, run again.

#![expect(clippy::disallowed_methods, reason = "a test tells its processes what to do")]

use crate::desk::{self, COUNT, Desk, Opened, PLAN, day, evening, facts, note, within};
use ninety::journal::files::{Change, Tail};
use ninety::journal::{Fact, FileError, Key};
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Runs this program again as one of the processes below.
fn process(desk: &Desk, name: &str, number: usize, facts: usize) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", name, "--include-ignored", "--nocapture", "--test-threads=1"]);
    command.env("JOURNAL_IN", desk.dir()).env("PROCESS", number.to_string()).env("FACTS", facts.to_string());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap()
}

fn told(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

fn opened() -> Option<Opened> {
    let dir = std::env::var_os("JOURNAL_IN")?;
    Some(Opened::of(dir.into(), PLAN, Tail::LookAgain).unwrap())
}

#[test]
#[ignore = "a process of the tests below"]
fn recorder() {
    let (Some(opened), Some(process), Some(facts)) = (opened(), told("PROCESS"), told("FACTS")) else {
        return;
    };
    let Opened { mut files, mut journal } = opened;
    for n in 0..facts {
        let minutes = u32::try_from(process * 10_000 + n + 1).unwrap();
        let fact = Fact::Minutes { day: day("views"), minutes, over: Vec::new() }.into();
        // The same random part in every process: only the number, given under the lock, keeps keys apart. On a machine
        // with other work a process may be told to try again, and does, as its user would.
        let (random, mut change) = (u32::try_from(n).unwrap(), Change::Nothing);
        let mut record = || files.record(&mut journal, &fact, evening(0), random, &mut change);
        let saved = record().or_else(|error| if matches!(error, FileError::Busy(..)) { record() } else { Err(error) });
        saved.unwrap();
        assert_eq!(files.caveat(), None);
    }
}

#[test]
fn eight_processes_record_a_thousand_facts_each_while_a_reader_looks_on() {
    const PROCESSES: usize = 8;
    const FACTS: usize = 1000;
    let desk = Desk::new();
    let mut recorders: Vec<Child> =
        (0..PROCESSES).map(|n| process(&desk, "journal_many::recorder", n, FACTS)).collect();
    let (mut reads, mut seen) = (0, 0);
    while recorders.iter_mut().any(|child| child.try_wait().unwrap().is_none()) {
        let opened = desk.open();
        assert_eq!(opened.files.findings(), [], "a reader saw half a line");
        let now = opened.journal.len();
        assert!(now >= seen, "{seen} entries, then {now}");
        (reads, seen) = (reads + 1, now);
    }
    for child in recorders {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    let opened = desk.open();
    assert_eq!(opened.files.findings(), []);
    let numbers: Vec<u64> = opened.journal.entries().map(|entry| entry.key.number()).collect();
    assert_eq!(numbers, (1..=8000).collect::<Vec<u64>>());
    let minutes: HashSet<u32> = facts(&opened.journal)
        .into_iter()
        .filter_map(|fact| if let Fact::Minutes { minutes, .. } = fact { Some(minutes) } else { None })
        .collect();
    assert_eq!(minutes.len(), PROCESSES * FACTS);
    assert!(reads > 10, "the reader looked on {reads} times");
    println!("8 processes, {} entries, {reads} readings without a finding", numbers.len());
}

#[test]
#[ignore = "a process of the tests below"]
fn holder() {
    let Some(dir) = std::env::var_os("JOURNAL_IN") else { return };
    let path = std::path::Path::new(&dir).join("django-90.lock");
    let file = std::fs::OpenOptions::new().write(true).create(true).truncate(false).open(path).unwrap();
    file.lock().unwrap();
    println!("\nheld");
    std::io::stdout().flush().unwrap();
    drop(std::io::stdin().lock().read_line(&mut String::new()));
}

/// A process that holds the lock, and does.
fn held(desk: &Desk) -> Child {
    let mut child = process(desk, "journal_many::holder", 0, 0);
    let mut lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "held"));
    child
}

fn signal(child: &Child, name: &str) {
    assert!(Command::new("kill").args([name, &child.id().to_string()]).status().unwrap().success());
}

#[test]
fn a_lock_held_by_a_stopped_process_is_told_with_its_name_after_two_seconds() {
    let desk = Desk::with(desk::sample());
    let mut opened = desk.open();
    let mut child = held(&desk);
    signal(&child, "-STOP");
    let start = Instant::now();
    let error = opened.record(note("Not now.\n"), evening(0), 1).unwrap_err();
    let waited = start.elapsed();
    assert!((Duration::from_secs(2)..Duration::from_millis(3500)).contains(&waited), "{waited:?}");
    assert!(matches!(error, FileError::Busy(..)));
    let text = within(&desk.dir(), &error.to_string());
    if std::path::Path::new("/proc/locks").exists() {
        assert!(text.contains(&format!("(process {})", child.id())), "{text}");
    }
    assert!(text.starts_with("django-90.lock: "), "{text}");
    assert!(
        text.ends_with(
            "has held this lock for over 2 seconds; nothing was saved; end or continue that process, then try again"
        ),
        "{text}"
    );
    assert_eq!(desk.bytes(), desk::sample().as_bytes());
    assert_eq!(opened.journal.len(), COUNT);
    // Reading a whole file takes no lock.
    let start = Instant::now();
    assert_eq!(desk.all().len(), COUNT);
    assert!(start.elapsed() < Duration::from_secs(1));
    // A killed holder holds nothing.
    child.kill().unwrap();
    child.wait().unwrap();
    let start = Instant::now();
    opened.record(note("Now.\n"), evening(0), 1).unwrap();
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[test]
fn a_reader_of_half_a_line_waits_for_its_writer_and_not_for_ever() {
    let desk = Desk::with(desk::sample());
    let half = [&desk.bytes()[..], b"18-0000000f = { at = 2026-12-0"].concat();
    let child = held(&desk);
    desk.put("django-90.toml", &half);
    let reader = |tail: Tail| Opened::of(desk.dir(), PLAN, tail).unwrap();
    let start = Instant::now();
    assert_eq!(reader(Tail::AsItIs).journal.len(), COUNT);
    assert!(start.elapsed() < Duration::from_secs(1), "a prompt waits for nobody");
    let start = Instant::now();
    assert!(reader(Tail::LookAgain).warns());
    assert!((Duration::from_secs(2)..Duration::from_millis(3500)).contains(&start.elapsed()));
    // The writer ends its line while a reader waits.
    let ended = std::thread::scope(|scope| {
        let reading = scope.spawn(|| reader(Tail::LookAgain).journal.get(Key::new(18, 15)).is_some());
        std::thread::sleep(Duration::from_millis(200));
        let line = desk::sealed("18-0000000f = { at = 2026-12-08T21:00:00+01:00, done = \"x/y\" }");
        desk.put("django-90.toml", [desk::sample().as_bytes(), line.as_bytes(), b"\n"].concat());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        reading.join().unwrap()
    });
    assert!(ended);
}

#[test]
fn a_record_after_a_torn_line_waits_for_nobody() {
    let desk = Desk::with([desk::sample().as_bytes(), b"18-0000000f = { at = 2026"].concat());
    let start = Instant::now();
    desk.open().record(note("On.\n"), evening(0), 1).unwrap();
    assert!(start.elapsed() < Duration::from_secs(1), "it waited for its own lock");
}
