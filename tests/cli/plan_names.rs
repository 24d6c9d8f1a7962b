//! The ids of plans that are made of a list: letters and digits of the file's name, whatever else is in it.
//!
//! Deliberately absent: names that give no id (`plans.rs`).

use crate::common::World;

#[test]
fn a_list_of_any_name_becomes_a_plan_with_an_id_of_its_letters() {
    let world = World::new();
    let long = "word ".repeat(30);
    for (name, id) in [
        ("C++", "c"),
        ("a+b c", "a-b-c"),
        ("100%", "100"),
        ("a \"b\"", "a-b"),
        ("⭐ Start!", "start"),
        (long.trim(), "word-word-word-word-word-word-word-word-word-wor"),
    ] {
        std::fs::write(world.home.path().join(format!("{name}.md")), "- [x] a\n- b\n").unwrap();
        let said = world.run(&format!("plan import '{name}.md' --done"));
        assert_eq!(said.code, 0, "{name}: {}", said.all());
        let text = std::fs::read_to_string(world.home.path().join(format!("{name}.toml"))).unwrap();
        assert!(text.contains(&format!("\nid = \"{id}\"\n")), "{name}: {text}");
        assert_eq!(world.run(&format!("--plan '{name}.toml' done 2")).code, 0, "{name}");
    }
}
