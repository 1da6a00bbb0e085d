use std::path::PathBuf;

use super::plan::{Deed, Kind, Places, plan, stays, trace};
use super::{perform, turn_on};

fn places(program: &str) -> Places {
    Places {
        program: PathBuf::from(program),
        home: PathBuf::from("/people/hanako"),
        config: PathBuf::from("/people/hanako/.config"),
        temporary: PathBuf::from("/tmp"),
        user: 501,
    }
}

fn written(deeds: &[Deed]) -> String {
    deeds
        .iter()
        .filter_map(|deed| match deed {
            Deed::Write(_, text) | Deed::WriteWide(_, text) => Some(text.as_str()),
            Deed::See(_) | Deed::Delete(_) | Deed::Run(..) | Deed::Try(..) => None,
        })
        .collect()
}

#[test]
fn every_system_starts_this_program_for_the_check_alone() {
    for kind in [Kind::Systemd, Kind::Desktop, Kind::Launchd, Kind::TaskScheduler] {
        let text = written(&plan(kind, true, &places("/opt/todoita/todoita-app")));
        assert!(text.contains("/opt/todoita/todoita-app"), "{kind:?}: {text}");
        assert!(text.contains("--quiet-check"), "{kind:?}: {text}");
    }
}

#[test]
fn what_was_written_is_deleted_when_it_is_turned_off() {
    for kind in [Kind::Systemd, Kind::Desktop, Kind::Launchd] {
        let paths = |deeds: Vec<Deed>| -> Vec<PathBuf> {
            let mut paths: Vec<PathBuf> = deeds
                .into_iter()
                .filter_map(|deed| match deed {
                    Deed::Write(path, _) | Deed::WriteWide(path, _) | Deed::Delete(path) => Some(path),
                    Deed::See(_) | Deed::Run(..) | Deed::Try(..) => None,
                })
                .collect();
            paths.sort();
            paths
        };
        let here = places("/usr/bin/todoita-app");
        assert_eq!(paths(plan(kind, true, &here)), paths(plan(kind, false, &here)), "{kind:?}");
    }
    let off = plan(Kind::TaskScheduler, false, &places("x"));
    assert!(
        matches!(&off[..], [Deed::Run("schtasks", words)] if words[0] == "/Delete" && words[2] == "Todoita daily check (hanako)")
    );
}

#[test]
fn a_folder_with_odd_letters_stays_one_word() {
    let text = written(&plan(Kind::Desktop, true, &places("/opt/a b/100% \"x\" $y/todoita-app")));
    assert!(text.contains(r#"Exec="/opt/a b/100%% \\"x\\" \\$y/todoita-app" --quiet-check"#), "{text}");
    let text = written(&plan(Kind::Systemd, true, &places("/opt/a b/100%/todoita-app")));
    assert!(text.contains(r#"ExecStart="/opt/a b/100%%/todoita-app" --quiet-check"#), "{text}");
    let text = written(&plan(Kind::TaskScheduler, true, &places(r"D:\R&D <x>\todoita-app.exe")));
    assert!(text.contains(r"D:\R&amp;D &lt;x&gt;\todoita-app.exe"), "{text}");
}

#[test]
fn files_are_made_with_their_folder_and_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("autostart/x.desktop");
    assert!(perform(&Deed::Write(path.clone(), "x".into())));
    assert!(path.exists());
    assert!(perform(&Deed::Delete(path.clone())));
    assert!(!path.exists());
    assert!(!perform(&Deed::Run("todoita-no-such-program", Vec::new())));
    assert!(perform(&Deed::Try("todoita-no-such-program", Vec::new())));
}

/// Whether it was turned on, and what was done for it, where everything fails but what is asked first: whether it was on.
fn on_where_all_fails(kind: Kind, program: &str, was_there: bool) -> (bool, Vec<Deed>) {
    let here = places(program);
    let mut done = Vec::new();
    let on = turn_on(&[kind], &here, &mut |deed| {
        done.push(deed.clone());
        was_there && *deed == trace(kind, &here)
    });
    (on, done)
}

/// Whether something of what turns it off was done.
fn taken_back(kind: Kind, done: &[Deed]) -> bool {
    plan(kind, false, &places("x")).iter().any(|deed| done.contains(deed))
}

#[test]
fn what_failed_is_taken_back_and_what_was_on_before_stays_on() {
    for kind in [Kind::Systemd, Kind::Desktop, Kind::Launchd, Kind::TaskScheduler] {
        let (on, done) = on_where_all_fails(kind, "/Applications/Todoita.app/todoita-app", false);
        assert!(!on && taken_back(kind, &done), "{kind:?}: {done:?}");
        let (on, done) = on_where_all_fails(kind, "/Applications/Todoita.app/todoita-app", true);
        assert!(!on && !taken_back(kind, &done), "{kind:?}: {done:?}");
        assert!(!done.iter().any(|deed| matches!(deed, Deed::Delete(_))), "{kind:?}: {done:?}");
    }
    let image = "/Volumes/Todoita/Todoita.app/Contents/MacOS/todoita-app";
    assert_eq!(on_where_all_fails(Kind::Launchd, image, true), (false, Vec::new()), "nothing is begun");
}

#[test]
fn what_cannot_be_written_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.timer");
    assert!(perform(&Deed::Write(path.clone(), "old".into())) && perform(&Deed::See(path.clone())));
    assert!(perform(&Deed::Write(path.clone(), "new".into())));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "new");
    // No file takes the place of a folder with something in it.
    let taken = folder.path().join("y.timer");
    std::fs::create_dir_all(taken.join("old")).unwrap();
    assert!(!perform(&Deed::Write(taken.clone(), "new".into())));
    assert!(taken.join("old").exists());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside it");
}

#[test]
fn launchd_is_asked_by_the_words_whose_end_can_be_believed() {
    let place = "/Applications/Todoita.app/Contents/MacOS/todoita-app";
    let ran = |on| -> Vec<String> {
        let said = |deed: Deed| match deed {
            Deed::Run("launchctl", words) => Some(words.join(" ")),
            Deed::Try("launchctl", words) => Some(format!("- {}", words.join(" "))),
            Deed::Run(..)
            | Deed::Try(..)
            | Deed::Write(..)
            | Deed::WriteWide(..)
            | Deed::See(_)
            | Deed::Delete(_) => None,
        };
        plan(Kind::Launchd, on, &places(place)).into_iter().filter_map(said).collect()
    };
    let agents = PathBuf::from("/people/hanako").join("Library/LaunchAgents");
    let begin = format!("bootstrap gui/501 {}", agents.join("jp.todoita.Todoita.check.plist").display());
    let out = "- bootout gui/501/jp.todoita.Todoita.check";
    assert_eq!(ran(true), [out, "- enable gui/501/jp.todoita.Todoita.check", &begin]);
    assert_eq!(ran(false), [out]);
}

#[test]
fn on_macos_a_place_that_is_gone_later_is_refused() {
    for (place, stay) in [
        ("/Applications/Todoita.app/Contents/MacOS/todoita-app", true),
        ("/people/hanako/Applications/Todoita.app/Contents/MacOS/todoita-app", true),
        ("/Volumes/Todoita/Todoita.app/Contents/MacOS/todoita-app", false),
        ("/private/var/folders/x/T/AppTranslocation/0-1/d/Todoita.app/Contents/MacOS/todoita-app", false),
    ] {
        assert_eq!(stays(Kind::Launchd, place.as_ref()), stay, "{place}");
        assert!(stays(Kind::Systemd, place.as_ref()), "{place}");
    }
}

#[test]
fn the_task_is_in_the_encoding_that_it_says_and_the_persons_own() {
    let deeds = plan(Kind::TaskScheduler, true, &places(r"D:\people\花子\todoita-app.exe"));
    let [write @ Deed::WriteWide(_, text), Deed::Run("schtasks", words), Deed::Delete(_)] = &deeds[..] else {
        panic!("{deeds:?}")
    };
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-16\"?>"), "{text}");
    assert!(
        text.contains("<LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel>"),
        "{text}"
    );
    assert!(words.iter().any(|word| word == "Todoita daily check (hanako)"), "{words:?}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("task.xml");
    let Deed::WriteWide(_, text) = write else { unreachable!() };
    assert!(perform(&Deed::WriteWide(path.clone(), text.clone())));
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(bytes[..4], [0xff, 0xfe, b'<', 0]);
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    assert!(String::from_utf16(&units).unwrap().contains("花子"));
}

/// The real one of this computer, where this test runs on Windows (or what stands for it).
#[cfg(windows)]
#[test]
fn the_task_scheduler_takes_the_task_and_gives_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let home = PathBuf::from(format!(r"D:\people\花子 {}", std::process::id()));
    let here = Places { home, temporary: folder.path().to_owned(), ..places(r"D:\programs\todoita-app.exe") };
    let done = |on| plan(Kind::TaskScheduler, on, &here).iter().all(perform);
    // On a drive C that was made a moment ago wine's service is not there yet.
    let soon = || std::thread::sleep(std::time::Duration::from_secs(2));
    assert!(
        (0..15).any(|_| done(true) || {
            soon();
            false
        }),
        "it takes the task"
    );
    assert!(done(false), "it was there");
    assert!(!done(false), "and is gone");
}
