//! The learner's words in Markdown: what passes through as it was written, and what stands as code.
//!
//! Deliberately absent: that nothing reaches beyond a quote, whatever is written (`hostile.rs`).

use crate::common::World;

/// Returns the quote of a note as the study journal has it.
fn note(text: &str) -> String {
    let world = World::new();
    let said = world.said(&world.command().args(["note", "1", text]).output().unwrap());
    assert_eq!(said.code, 0, "{}", said.err);
    let document = world.run("export md").out;
    let lines = document.lines().filter_map(|line| line.strip_prefix('>'));
    let plain: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    plain.join("\n") + "\n"
}

#[test]
fn all_html_stands_as_code() {
    let text = "`<div>` is code, a < b and <https://example.org> too";
    assert_eq!(note(text), format!("{text}\n"));
    for text in [
        "Press <kbd>ctrl</kbd>-<kbd>c</kbd>.",
        "one<br>two",
        "<kbd>ctrl",
        "ctrl</kbd>",
        "<b>one <i>two</b> three</i>",
        "*<b>one* two</b>",
        "<b>one\n\ntwo</b>",
        "- <b>one\n- two</b>",
        "<b onclick=\"x()\">one</b>",
        "<b>one</b",
        "<B>one</B>",
        "a <!-- hidden --> b",
        "<details>x</details>",
        "see <script>x</script>",
        "<div>",
        "path('<int:pk>/')",
        "</blockquote>",
        // What is code here is read in two ways.
        "`` ` <pre>``",
    ] {
        assert_eq!(note(text), format!("```\n{text}\n```\n"), "{text}");
    }
}

#[test]
fn what_pandoc_alone_takes_for_html_stands_as_code_too() {
    for text in [
        "<svg/onload=alert(1)>",
        "x <svg/onload=\"a<b\"> y",
        "x <a/href=javascript:alert(1)\ntitle=x> y",
        "`x`{=html}",
        "`x`{onclick=\"a()\"}",
        "[x]{onclick=1}",
        "[x](https://example.org){onclick=1}",
        "# Heading {onclick=1}",
        "::: {onclick=1}\nx\n:::",
    ] {
        assert_eq!(note(text), format!("```\n{text}\n```\n"), "{text}");
    }
    assert_eq!(note("```{=html}\n<script>x</script>\n```"), "````\n```{=html}\n<script>x</script>\n```\n````\n");
    // Braces of code, of templates and of sets, and a `<` that compares, are words.
    for text in [
        "{% url 'home' pk=1 %} and {{ x }}",
        "use `f\"{x=}\"` to print",
        "x = {'a': 1}; y[0] = {}",
        "```python\nif a <b: return {'x': a == b}\n```",
        "a <b, and c",
    ] {
        assert_eq!(note(text), format!("{text}\n"), "{text}");
    }
}
