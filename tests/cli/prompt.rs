//! `prompt --shell`: what a title has that a prompt acts on is shown as it is.
//!
//! Deliberately absent: the shells themselves, which are in `house/readme.rs` with their recipes.

use crate::common::World;

/// A world with a plan whose only day is called that.
fn titled(title: &str) -> World {
    let world = World::new();
    let plan = format!(
        "title = \"P\"\n[[week]]\ntitle = \"W\"\n[[week.day]]\ntitle = {title:?}\ntasks = [{{ do = \"x\" }}]\n"
    );
    std::fs::write(world.home.path().join("p.toml"), plan).unwrap();
    assert_eq!(world.run("--plan p.toml done 1.1").code, 0);
    world
}

#[test]
fn a_title_is_escaped_for_what_shows_it() {
    for (title, zsh, tmux) in [
        ("Reach 100% on %m", "Reach 100%% on %%m", "Reach 100% on %m"),
        ("%%F{red} %(?.a.b)", "%%%%F{red} %%(?.a.b)", "%%F{red} %(?.a.b)"),
        ("C# and #S", "C# and #S", "C###[] and ###[]S"),
        ("##[bold] ###", "##[bold] ###", "###[]###[][bold] ###[]###[]###[]"),
        ("#(id) #{host}", "#(id) #{host}", "###[](id) ###[]{host}"),
        ("$HOME $(id) `id` \\u !! 中文", "$HOME $(id) `id` \\u !! 中文", "$HOME $(id) `id` \\u !! 中文"),
    ] {
        let world = titled(title);
        let shown = |shell: &str| world.run(&format!("--plan p.toml prompt{shell} --format {{title}}")).all();
        for same in ["", " --shell bash", " --shell fish", " --shell powershell"] {
            assert_eq!(shown(same), format!("{title}\n"), "{same}");
        }
        assert_eq!(shown(" --shell zsh"), format!("{zsh}\n"));
        assert_eq!(shown(" --shell tmux"), format!("{tmux}\n"));
    }
}

#[test]
fn the_format_is_the_learners_own() {
    let world = titled("50% of C#");
    let shown = |line: &str| world.run(&format!("--plan p.toml prompt {line}")).all();
    assert_eq!(shown("--shell zsh --format '%F{{green}}{title}%f'"), "%F{green}50%% of C#%f\n");
    assert_eq!(shown("--shell tmux --format '#[bold]{title} {day}'"), "#[bold]50% of C###[] 1\n");
    assert_eq!(shown("--shell zsh"), "D1 done\n");
    insta::assert_snapshot!(world.transcript(&["prompt --shell csh", "prompt --shell"]), @r#"
    $ ninety prompt --shell csh
    --- stderr
    ninety: There is no shell "csh": write bash, zsh, fish, tmux or powershell.

    For more information, try 'ninety prompt --help'.
    --- exit 2
    $ ninety prompt --shell
    --- stderr
    ninety: --shell needs a shell: --shell SHELL.

    For more information, try 'ninety prompt --help'.
    --- exit 2
    "#);
}
