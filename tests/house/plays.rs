//! Every button is pressed in the real window by some play, or it is said here why none can.

use super::tree::{files, text};

/// Buttons that no play presses, and what stands in for one.
const UNPRESSED: [(&str, &str); 3] = [
    ("keep-waiting", "offered after twenty minutes; the stories of the crate wizard press it"),
    (
        "ask-releases",
        "offered where the address of a feed was built in; the stories of the crates wizard and releases",
    ),
    ("open-release", "the same"),
];

fn actions() -> Vec<String> {
    let generated = text("ui/src/generated/Action.ts");
    let list = generated.split("export type Action = ").nth(1).expect("the list of actions");
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_button_is_pressed_in_a_play() {
    let plays: String = files("tests/window", &[".rs"]).iter().map(|file| text(file)).collect();
    let pressed = |action: &str| {
        [format!("press(\"{action}\")"), format!("press_on(\"{action}\"")]
            .iter()
            .any(|press| plays.contains(press))
    };
    let all = actions();
    assert!(all.len() > 60, "the list is read: {all:?}");
    for action in &all {
        let excused = UNPRESSED.iter().any(|(name, _)| name == action);
        assert!(pressed(action) || excused, "no play presses {action}");
    }
    for (name, _) in UNPRESSED {
        assert!(all.iter().any(|action| action == name), "{name} is no button any more");
    }
}
