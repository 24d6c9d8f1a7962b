//! Names and paths: devices, blanks, letters of any script, and more characters than Windows once allowed.

use crate::common::World;

#[test]
fn the_name_of_a_device_is_no_file_wherever_it_stands() {
    let world = World::new();
    for name in ["nul", "NUL.txt", "con", "con.md", "aux.json", "prn", "com1", "lpt9.md", "here/nul", "CONOUT$", "com¹"]
    {
        let said = world.run(&format!("export md -o '{name}'"));
        let told = format!("ninety: {name}: this is a stream and no file; nothing was written; name - to print.\n");
        assert_eq!((said.out.as_str(), said.err.as_str(), said.code), ("", told.as_str(), 1));
    }
    for name in ["con.toml", "Nul.toml", "com1.toml", "lpt¹.toml"] {
        assert_eq!(world.run(&format!("plan new '{name}'")).code, 1, "{name}");
    }
    assert!(std::fs::read_dir(world.home.path()).unwrap().next().is_none());
    // A plan's id names a file.
    for id in ["con", "NUL", "aux", "com1", "lpt¹"] {
        let text = format!(
            "title = \"x\"\nid = \"{id}\"\n[[week]]\n[[week.day]]\ntitle = \"y\"\ntasks = [{{ do = \"z\" }}]\n"
        );
        std::fs::write(world.home.path().join("plan.toml"), text).unwrap();
        let said = world.run("--plan plan.toml done 1.1");
        assert_eq!((said.code, world.files().len()), (1, 0), "{id}: {}", said.all());
    }
    // What only begins so is a file like any other.
    assert_eq!(world.run("export md -o console.md").code, 0);
    assert_eq!(world.run("export md -o com10.md").code, 0);
}

#[test]
fn a_path_may_have_blanks_any_script_and_more_than_260_characters() {
    let world = World::new();
    let deep = format!("{0}/{0}/{0}", "a folder of one's own — Übung 学习 ".repeat(3).trim_end());
    let data = world.home.path().join(deep.replace('/', "\\"));
    assert!(data.as_os_str().len() > 260);
    let run = |words: &[&str]| {
        let output = world.command().arg("--data-dir").arg(&data).args(words).output().unwrap();
        world.said(&output)
    };
    for words in [vec!["done", "1.1"], vec!["note", "1:", "Übung"], vec!["undo"], vec!["check"]] {
        let said = run(&words);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{words:?}: {}", said.all());
    }
    let names: Vec<_> = std::fs::read_dir(&data).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
}

#[test]
fn a_copy_beside_the_journal_counts_and_the_newest_backup_can_be_copied_back() {
    let mut world = World::new();
    assert_eq!(world.run("done 1.1").code, 0);
    let copy = world.data().join("django-90-LAPTOP-7.toml");
    std::fs::copy(world.journal(), &copy).unwrap();
    assert_eq!(world.run("note 1: here").code, 0);
    let there = World::new();
    std::fs::create_dir_all(there.data()).unwrap();
    std::fs::copy(&copy, there.journal()).unwrap();
    assert_eq!(there.run("done 1.2").code, 0);
    std::fs::copy(there.journal(), &copy).unwrap();
    let said = world.at("2026-12-09T20:00:00+01:00").run("check");
    assert!(said.code == 0 && said.out.contains("3 entries"), "{}", said.all());
    assert_eq!(world.run("log 5 1").code, 0);
    let backup = world.data().join("backups").join("django-90-2026-12-09.toml");
    std::fs::remove_file(world.journal()).unwrap();
    std::fs::copy(backup, world.journal()).unwrap();
    assert!(world.run("check").out.contains("3 entries"));
}
