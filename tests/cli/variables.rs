//! The variables around the command line: each is used as it stands, or refused by its name with what to do.

use crate::common::{Said, World};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

#[test]
fn without_a_home_the_variable_is_named_and_nothing_is_written_here() {
    let world = World::new();
    for (home, xdg) in
        [(None, None), (Some(""), None), (Some("relative"), None), (Some("relative"), Some("relative/data"))]
    {
        let mut command = world.command();
        command.env_remove("NINETY_DATA_DIR").env_remove("HOME").args(["done", "1.1"]);
        home.map(|home| command.env("HOME", home));
        xdg.map(|xdg| command.env("XDG_DATA_HOME", xdg));
        let said = world.said(&command.output().unwrap());
        // Without HOME the system's list of users may still know a home; it is not this directory.
        if home.is_some_and(|home| !home.is_empty()) {
            let asked = said.err.starts_with("ninety: HOME is \"relative\", which is not a whole path");
            assert!((said.code, said.out.as_str()) == (1, "") && asked, "{}", said.all());
        }
        assert!(std::fs::read_dir(world.home.path()).unwrap().next().is_none(), "{home:?}");
    }
}

/// Runs a verb with other variables, and without a data directory of its own.
fn surrounded(world: &World, variables: &[(&str, &str)], line: &str) -> Said {
    let mut command = world.command();
    command.env_remove("NINETY_DATA_DIR").args(line.split(' '));
    for (name, value) in variables {
        command.env(name, value);
    }
    world.said(&command.output().unwrap())
}

#[test]
fn a_relative_directory_in_a_variable_is_refused_by_name_whatever_needs_it() {
    for (variables, line, name, way_out) in [
        (vec![("NINETY_DATA_DIR", "mine")], "done 1.1", "NINETY_DATA_DIR", "or unset it"),
        (vec![("NINETY_DATA_DIR", "mine")], "where", "NINETY_DATA_DIR", "or unset it"),
        (vec![("NINETY_DATA_DIR", "~/mine")], "status", "NINETY_DATA_DIR", "or unset it"),
        (vec![("NINETY_CONFIG_DIR", "mine")], "done 1.1", "NINETY_CONFIG_DIR", "or unset it"),
        (vec![("NINETY_CONFIG_DIR", "mine")], "where config", "NINETY_CONFIG_DIR", "or unset it"),
        (vec![("NINETY_CONFIG_DIR", "./mine")], "check", "NINETY_CONFIG_DIR", "or unset it"),
        (vec![("HOME", "mine")], "done 1.1", "HOME", "or set NINETY_DATA_DIR and NINETY_CONFIG_DIR"),
        (
            vec![("HOME", "mine"), ("NINETY_DATA_DIR", "/nowhere")],
            "where config",
            "HOME",
            "or set NINETY_DATA_DIR and NINETY_CONFIG_DIR",
        ),
    ] {
        let world = World::new();
        let said = surrounded(&world, &variables, line);
        let value = variables[0].1;
        assert_eq!(
            said,
            Said {
                out: String::new(),
                err: format!(
                    "ninety: {name} is \"{value}\", which is not a whole path (one that begins with /) and would be \
                     another place in every directory; set it to a whole path, {way_out}.\n"
                ),
                code: 1
            },
            "{variables:?} {line}"
        );
        assert!(std::fs::read_dir(world.home.path()).unwrap().next().is_none(), "{variables:?}");
        // What needs no directory is not kept from anybody.
        assert_eq!(surrounded(&world, &variables, "help done").code, 0);
    }
}

#[test]
fn a_variable_that_is_empty_or_passed_over_by_its_own_rules_counts_as_unset() {
    for (name, value) in [
        ("NINETY_DATA_DIR", ""),
        ("NINETY_CONFIG_DIR", ""),
        ("XDG_DATA_HOME", "relative"),
        ("XDG_CONFIG_HOME", "relative"),
        ("NINETY_NOW", ""),
    ] {
        let world = World::new();
        for (what, path) in [("data", "HOME/.local/share/ninety\n"), ("config", "HOME/.config/ninety/config.toml\n")] {
            let said = surrounded(&world, &[(name, value)], &format!("where {what}"));
            assert_eq!((said.out.as_str(), said.err.as_str(), said.code), (path, "", 0), "{name}");
        }
    }
}

#[test]
fn a_directory_may_have_any_bytes_in_its_name() {
    let world = World::new();
    let odd = world.home.path().join(OsStr::from_bytes(b"caf\xe9"));
    for (name, data) in [("HOME", ".local/share/ninety"), ("NINETY_DATA_DIR", "")] {
        let mut command = world.command();
        command.env_remove("NINETY_DATA_DIR").env(name, &odd).args(["done", "1.1"]);
        let said = world.said(&command.output().unwrap());
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{name}");
        assert!(odd.join(data).join("django-90.toml").is_file(), "{name}");
    }
}

#[test]
fn a_data_directory_on_the_command_line_may_be_relative() {
    let world = World::new();
    assert_eq!(world.run("--data-dir mine done 1.1").code, 0);
    assert!(world.home.path().join("mine/django-90.toml").is_file());
    let said = world.run("--data-dir '' status");
    assert_eq!(
        (said.code, said.err.as_str()),
        (
            2,
            "ninety: --data-dir needs a directory: --data-dir DIR.\n\nFor more information, try 'ninety status --help'.\n"
        )
    );
    let gone = world.home.path().join("gone");
    std::fs::create_dir(&gone).unwrap();
    let mut shell = std::process::Command::new("sh");
    let script = format!("rmdir ../gone; exec {} --data-dir mine done 1.1", env!("CARGO_BIN_EXE_ninety"));
    shell.env_clear().env("HOME", world.home.path()).env("PATH", "/usr/bin:/bin");
    let said = world.said(&shell.args(["-c", &script]).current_dir(&gone).output().unwrap());
    assert_eq!(
        (said.code, said.err.as_str()),
        (1, "ninety: --data-dir is \"mine\", and the directory that this starts from is gone; give a whole path.\n")
    );
}

#[test]
fn a_moment_that_is_none_or_beyond_all_journals_is_refused_by_name() {
    let mut world = World::new();
    for moment in ["yesterday", "2026-12-08T19:41:12", "2026-12-08T19:41:12+24:00", "2026-13-08T19:41:12Z"] {
        let said = world.at(moment).run("status");
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{moment}");
        assert_eq!(
            said.err,
            format!(
                "ninety: NINETY_NOW is \"{moment}\", which is not a moment such as 2026-12-08T19:41:12+01:00; correct it \
                 or unset it.\n"
            )
        );
    }
    for moment in [
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+23:59",
        "1900-12-31T23:59:59Z",
        "9000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-23:59",
    ] {
        for line in ["status", "done 1.1", "check"] {
            let said = world.at(moment).run(line);
            assert_eq!((said.code, said.out.as_str()), (1, ""), "{moment}");
            assert_eq!(
                said.err,
                format!(
                    "ninety: NINETY_NOW is \"{moment}\", which is outside the years 1901 to 8999; correct it or unset it.\n"
                )
            );
        }
    }
    let output = world.command().env("NINETY_NOW", OsStr::from_bytes(b"\xff")).arg("status").output();
    let said = world.said(&output.unwrap());
    assert_eq!(
        (said.code, said.err.as_str()),
        (
            1,
            "ninety: NINETY_NOW is \"\u{fffd}\", which is not a moment such as 2026-12-08T19:41:12+01:00; correct it or unset \
             it.\n"
        )
    );
}

#[test]
fn whatever_moment_is_let_in_can_be_recorded_and_read() {
    for moment in [
        "1901-01-01T00:00:00+23:59",
        "1969-12-31T23:59:59+01:00",
        "1970-01-01T00:30:00-23:59",
        "2016-12-31T23:59:60Z",
        "8999-12-31T23:59:59-23:59",
    ] {
        let mut world = World::new();
        world.at(moment);
        for line in [
            "start today --days mon-fri",
            "done 1",
            "note hi",
            "log 30",
            "away +1d +3d",
            "status",
            "today",
            "week",
            "plan",
            "history",
            "undo",
            "redo",
            "prompt",
            "check",
            "export json",
            "export ics",
            "export csv",
            "export md",
        ] {
            let said = world.run(line);
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{moment}: {line}: {}", said.out);
        }
    }
}

#[test]
fn settings_and_journals_may_share_a_directory() {
    let world = World::new();
    let home = world.home.path().to_str().unwrap().to_owned();
    std::fs::write(world.home.path().join("config.toml"), "week_start = \"sun\"\n").unwrap();
    let plan = |title: &str| {
        format!("title = \"{title}\"\n[[week]]\n[[week.day]]\ntitle = \"One\"\ntasks = [{{ learn = \"a\" }}]\n")
    };
    let shared = [("NINETY_DATA_DIR", home.as_str()), ("NINETY_CONFIG_DIR", home.as_str())];
    std::fs::create_dir(world.home.path().join("plans")).unwrap();
    for (file, code) in [("c.toml", 0), ("config.toml", 1), ("Config.toml", 1), ("config-2.toml", 0)] {
        std::fs::write(world.home.path().join("plans").join(file), plan("C")).unwrap();
        let said = surrounded(&world, &shared, &format!("--plan plans/{file} done 1"));
        assert_eq!(said.code, code, "{file}: {}", said.all());
        assert_eq!(
            said.err.contains("this file's name gives no id for the plan: add id = \"…\""),
            code == 1,
            "{file}: {}",
            said.all()
        );
    }
    let said = surrounded(&world, &shared, "--plan plans/c.toml check");
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.all());
    assert_eq!(std::fs::read_to_string(world.home.path().join("config.toml")).unwrap(), "week_start = \"sun\"\n");
}

#[test]
fn the_files_are_where_the_variables_of_the_desktop_say() {
    let world = World::new();
    let xdg = [("XDG_DATA_HOME", "/x/data"), ("XDG_CONFIG_HOME", "/x/config")];
    assert_eq!(surrounded(&world, &xdg, "where journal").out, "/x/data/ninety/django-90.toml\n");
    assert_eq!(surrounded(&world, &xdg, "where config").out, "/x/config/ninety/config.toml\n");
}
