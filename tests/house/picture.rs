//! The README's pictures are what the screens look like now.

#[path = "../../examples/picture.rs"]
#[expect(dead_code, reason = "the test writes no files")]
mod example;

use std::path::Path;

#[test]
fn the_pictures_in_docs_are_the_screens_of_today() {
    for (name, svg) in example::pictures().unwrap() {
        let committed = std::fs::read_to_string(Path::new(example::PLACE).join(name)).unwrap_or_default();
        let stale = committed.lines().zip(svg.lines()).position(|(old, new)| old != new);
        assert!(
            committed == svg,
            "docs/{name} is stale from its line {} on: `cargo run --example picture` draws it anew",
            stale.unwrap_or_else(|| committed.lines().count().min(svg.lines().count())) + 1
        );
    }
}

#[test]
fn nothing_in_a_picture_comes_from_elsewhere() {
    for (name, svg) in example::pictures().unwrap() {
        assert!(!svg.contains("href") && !svg.contains("url("), "{name} asks for something outside");
        assert_eq!(svg.matches("http").count(), 1, "{name} names an address beside the SVG namespace");
    }
}
