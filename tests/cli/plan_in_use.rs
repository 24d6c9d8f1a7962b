//! Which plan is in use: as `--plan`, `NINETY_PLAN` and the settings name it, in that order, and how one is told.

use crate::common::{Said, World};

fn plan(title: &str) -> String {
    format!("title = \"{title}\"\n[[week]]\ntitle = \"W\"\n[[week.day]]\ntitle = \"D\"\ntasks = [{{ do = \"x\" }}]\n")
}

/// A world with plans at home, beside the settings and elsewhere.
fn planned() -> World {
    let world = World::new();
    world.configure("plan = \"beside.toml\"\n");
    for (file, title) in [("own.toml", "Own"), (".config/ninety/beside.toml", "Beside"), ("set.toml", "Set")] {
        std::fs::write(world.home.path().join(file), plan(title)).unwrap();
    }
    world
}

fn with_variable(world: &World, value: &str, line: &str) -> Said {
    let mut command = world.command();
    command.env("NINETY_PLAN", value).args(line.split(' '));
    world.said(&command.output().unwrap())
}

#[test]
fn the_option_comes_before_the_variable_and_that_before_the_settings() {
    let world = planned();
    let set = world.home.path().join("set.toml").to_string_lossy().into_owned();
    let first = |said: Said| said.out.lines().next().unwrap_or_default().to_owned();
    assert_eq!(first(world.run("status")), "Plan: Beside");
    assert_eq!(first(with_variable(&world, &set, "status")), "Plan: Set");
    assert_eq!(first(with_variable(&world, &set, "--plan own.toml status")), "Plan: Own");
    assert_eq!(world.run("where plan").out, "HOME/.config/ninety/beside.toml\n");
    assert_eq!(with_variable(&world, &set, "where journal").out, "HOME/data/set.toml\n");
    assert!(world.run("status --json").out.contains("\"plan\": \"beside\""));
    world.configure("plan = \"~/own.toml\"\n");
    assert_eq!(first(world.run("status")), "Plan: Own");
}

#[test]
fn the_built_in_plan_goes_by_its_id_and_is_not_named() {
    let world = planned();
    let set = world.home.path().join("set.toml").to_string_lossy().into_owned();
    let is_builtin = |said: Said| assert!(said.out.starts_with("Day 1 of 90 ·"), "{}", said.all());
    is_builtin(with_variable(&world, &set, "--plan django-90 status"));
    is_builtin(with_variable(&world, "django-90", "status"));
    world.configure("plan = \"django-90\"\n");
    is_builtin(world.run("status"));
    // A file of that name is a file.
    std::fs::write(world.home.path().join("django-90"), plan("Mine")).unwrap();
    assert!(world.run("--plan django-90 status").out.starts_with("Plan: Mine\n"));
}

#[test]
fn what_is_recorded_goes_into_the_journal_of_that_plan_and_commands_stay_short() {
    let world = planned();
    assert_eq!(world.run("done 1.1").out.lines().last(), Some("Take it back with: ninety undo"));
    assert_eq!(world.files(), ["beside.lock", "beside.toml"]);
    assert_eq!(world.run("prompt").out, "D1 done\n");
}

#[test]
fn a_plan_that_is_not_there_is_named_with_what_names_it() {
    let world = planned();
    for (value, settings, says) in [
        (
            "/nowhere.toml",
            "",
            "ninety: /nowhere.toml: there is no such file (NINETY_PLAN names it); the plan was not read; name another file.\n",
        ),
        (
            "mine.toml",
            "",
            "ninety: NINETY_PLAN is \"mine.toml\", which is not a whole path (one that begins with /) and would be another place in every directory; set it to a whole path, or unset it.\n",
        ),
        (
            "",
            "plan = \"gone.toml\"",
            "ninety: HOME/.config/ninety/gone.toml: there is no such file (the settings name it); the plan was not read; name another file.\n",
        ),
    ] {
        world.configure(settings);
        let said = with_variable(&world, value, "today");
        assert_eq!((said.out.as_str(), said.err.as_str(), said.code), ("", says, 1));
    }
}

#[test]
fn where_the_settings_name_no_plan_that_can_be_the_built_in_one_is_used_and_told_of() {
    let world = planned();
    for (settings, says) in [
        ("plan = 3", "until then the built-in plan is used."),
        ("plan = \"beside.toml", "Until then the built-in plan is used."),
        ("plann = \"beside.toml\"", "did you mean \"plan\"?"),
    ] {
        world.configure(settings);
        let said = world.run("status");
        assert!(said.out.starts_with("Day 1 of 90") && said.err.contains(says), "{}", said.all());
    }
}
