//! Reads the built-in plan with the program's own reader and writes it as Rust constants, so that a start of the
//! program parses nothing. A fault in `plan/` fails the build, with its place.
//!
//! It also says how the program is linked.

use std::path::{Path, PathBuf};
use std::process::Command;
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
    without_a_loader()?;
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

/// Links the program at a fixed address where that is known to work, and what is built for use without shared libraries.
/// The plan's constants hold some 5,000 pointers; in a position-independent program the loader must relocate each at
/// every start, and to find and bind the C library takes as long again as `ninety prompt` does by itself.
fn without_a_loader() -> io::Result<()> {
    if cfg("CARGO_CFG_TARGET_OS") != "linux" || cfg("CARGO_CFG_TARGET_ENV") != "gnu" {
        return Ok(());
    }
    println!("cargo::rustc-link-arg-bins=-no-pie");
    if cfg("PROFILE") == "release" && cfg("HOST") == cfg("TARGET") {
        statically()?;
        laid_out()?;
    }
    Ok(())
}

/// Puts the functions that an evening runs beside each other, so that a start loads 1.4 MB of the program and not 3.1.
/// GNU's linker and LLVM's, which is Rust's own, take such a script. Whoever has chosen a linker may have one that does not.
fn laid_out() -> io::Result<()> {
    let has_chosen =
        !cfg("RUSTC_LINKER").is_empty() || cfg("CARGO_ENCODED_RUSTFLAGS").to_string_lossy().contains("link");
    let script = Path::new("layout.ld").canonicalize()?;
    println!("cargo::rerun-if-changed={}", script.display());
    if !has_chosen {
        println!("cargo::rustc-link-arg-bins=-T{}", script.display());
    }
    Ok(())
}

/// Links the C library into the binary, where the system has it in that form (Fedora calls it `glibc-static`); else the
/// binary is linked as ever.
///
/// `-C target-feature=+crt-static` cannot be said here, and in a configuration file it would need a target to be named,
/// which moves the binary to another directory. So the linker is shown, before all others, a directory in which each
/// library that Rust asks for leads to its static form.
fn statically() -> io::Result<()> {
    let found = |name: &str| {
        let said = Command::new("cc").arg(format!("-print-file-name=lib{name}.a")).output().ok()?;
        // What there is not is said back as it was asked.
        Some(String::from_utf8(said.stdout).ok()?.trim().to_owned()).filter(|path| Path::new(path).is_absolute())
    };
    let names = ["c", "m", "rt", "pthread", "util", "dl", "gcc", "gcc_eh"];
    let Some(paths) = names.iter().map(|name| found(name)).collect::<Option<Vec<_>>>() else { return Ok(()) };
    let dir = out_dir()?.join("static");
    fs::create_dir_all(&dir)?;
    // The unwinder, which is a library of its own there, needs the others, and they need it.
    let all = format!("GROUP({})\n", paths.join(" "));
    for name in names.iter().take(6).chain(&["gcc_s"]) {
        fs::write(dir.join(format!("lib{name}.a")), &all)?;
    }
    println!("cargo::rustc-link-arg-bins=-static");
    println!("cargo::rustc-link-arg-bins=-L{}", dir.display());
    Ok(())
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
