use std::path::PathBuf;

use super::perform;
use super::plan::{Deed, Kind, Places, plan};

fn places(program: &str) -> Places {
    Places {
        program: PathBuf::from(program),
        home: PathBuf::from("/people/hanako"),
        config: PathBuf::from("/people/hanako/.config"),
        temporary: PathBuf::from("/tmp"),
    }
}

fn written(deeds: &[Deed]) -> String {
    deeds
        .iter()
        .filter_map(|deed| match deed {
            Deed::Write(_, text) => Some(text.as_str()),
            Deed::Delete(_) | Deed::Run(..) => None,
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
                    Deed::Write(path, _) | Deed::Delete(path) => Some(path),
                    Deed::Run(..) => None,
                })
                .collect();
            paths.sort();
            paths
        };
        let here = places("/usr/bin/todoita-app");
        assert_eq!(paths(plan(kind, true, &here)), paths(plan(kind, false, &here)), "{kind:?}");
    }
    let off = plan(Kind::TaskScheduler, false, &places("x"));
    assert!(matches!(&off[..], [Deed::Run("schtasks", words)] if words[0] == "/Delete"));
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
}
