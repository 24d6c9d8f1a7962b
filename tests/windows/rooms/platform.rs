//! The clipboard, editors and changed files of Windows. A part of `src/platform/windows.rs`, run by `scripts/windows`:
//! only Windows has what it asks for, so the rest of the program hides it.

use super::{Look, copy, editor_words};
use std::fs::FileTimes;
use std::io::{Seek, SeekFrom, Write};

#[test]
fn what_is_copied_is_on_the_clipboard() {
    for text in ["https://example.org/a?b=c&d", "Übung — 学习 ✓\nnext"] {
        assert!(copy(text));
        assert_eq!(clipboard_win::get_clipboard_string().unwrap(), text);
    }
}

#[test]
fn an_editor_is_a_path_with_blanks_or_a_command_line() {
    let dir = tempfile::tempdir().unwrap();
    let program = dir.path().join("my editor.cmd");
    std::fs::write(&program, "").unwrap();
    let program = program.to_str().unwrap();
    let words = |line: &str| editor_words(line).unwrap();
    assert_eq!(words(program), [program]);
    assert_eq!(words(&format!("\"{program}\" --wait")), [program, "--wait"]);
    assert_eq!(words(r"C:\bin\vim.exe -f"), [r"C:\bin\vim.exe", "-f"]);
    assert_eq!(words("code --wait"), ["code", "--wait"]);
    assert_eq!(editor_words("\"code"), None);
}

#[test]
fn a_change_in_place_of_equal_length_and_time_is_seen() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"one").unwrap();
    let before = Look::at(file.path()).unwrap();
    let times = FileTimes::new().set_modified(file.as_file().metadata().unwrap().modified().unwrap());
    file.seek(SeekFrom::Start(0)).unwrap();
    file.write_all(b"two").unwrap();
    file.as_file().set_times(times).unwrap();
    let after = Look::at(file.path()).unwrap();
    assert!(after.is_same_file(&before) && after != before);
    assert_eq!(Look::at(file.path()).unwrap(), after);
}
