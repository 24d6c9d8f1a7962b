//! Reads the built-in plan with the program's own reader and writes it as Rust constants, so that a start of the
//! program parses nothing. A fault in `plan/` fails the build, with its place.
//!
//! Deliberately absent: anything but the plan.

use std::path::{Path, PathBuf};
use std::{fs, io};

use plan::{Plan, Source};

#[path = "src/plan"]
#[expect(dead_code, unreachable_pub, reason = "the program uses what this script does not")]
mod plan {
    pub(crate) use document::Source;
    pub(crate) use model::Plan;

    mod day;
    mod document;
    mod fault;
    mod id;
    mod model;
    mod names;
    mod problem;
    mod section;
    mod source;
    mod week;
}

#[path = "src/text.rs"]
#[expect(dead_code, unreachable_pub, reason = "the program uses what this script does not")]
mod text;

fn main() -> io::Result<()> {
    without_relocations();
    for path in ["plan", "src/plan", "src/text.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    match Plan::read(&sources(Path::new("plan"))?) {
        Ok(plan) => fs::write(out_dir()?.join("plan.rs"), constant(&plan))?,
        Err(problems) => {
            for problem in problems.iter() {
                println!("cargo::error={problem}");
            }
        }
    }
    Ok(())
}

/// Returns the plan as a Rust expression. What `{:#?}` prints is one, but for the `&` before a list; a line that ends in
/// a bracket has no text of the plan in it.
fn constant(plan: &Plan) -> String {
    let printed = format!("{plan:#?}");
    let lines = printed.lines().map(|line| {
        let is_list = line.ends_with(": [") || line.ends_with(": [],");
        if is_list { line.replace(": [", ": &[") } else { line.to_owned() }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Links the program at a fixed address where that is known to work. The plan's constants hold some 5,000 pointers; in
/// a position-independent program the loader must relocate each at every start. Without that, `ninety prompt` with 600
/// entries took 1.70 ms instead of 1.83 (medians of 300 runs in turn; the same binary built without this line shows it).
fn without_relocations() {
    if cfg("CARGO_CFG_TARGET_OS") == "linux" && cfg("CARGO_CFG_TARGET_ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script the target by the environment")]
fn cfg(name: &str) -> std::ffi::OsString {
    std::env::var_os(name).unwrap_or_default()
}

/// Returns the plan's files in the order of their names, in which they are one TOML document.
fn sources(dir: &Path) -> io::Result<Vec<Source>> {
    let entries = fs::read_dir(dir)?.collect::<io::Result<Vec<_>>>()?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path)?;
        Ok(Source { name: path.to_string_lossy().into_owned(), text })
    };
    paths.into_iter().map(read).collect()
}

#[expect(clippy::disallowed_methods, reason = "Cargo tells a build script its place only so")]
fn out_dir() -> io::Result<PathBuf> {
    std::env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| io::Error::other("no OUT_DIR"))
}
