//! The screen about the program: nobody is asked before the press, and only a signed page is opened.

use contract::{Action, FieldId, Screen, Tone};

use super::*;
use crate::{Page, ReleaseNews};

fn play(asks: bool) -> Play {
    let program = Program { version: "0.1.0".into(), system: "test".into(), asks };
    let wizard = Wizard::new(Language::Ja, clients(), program, Vec::new(), None);
    Play { wizard, effects: Vec::new(), presses: 0 }
}

fn news(play: &Play) -> Option<(String, Tone)> {
    match play.screen() {
        Screen::About { news, .. } => news.map(|news| (news.text.id, news.tone)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn it_lists_what_is_inside_and_leads_back_with_what_was_typed() {
    let mut play = play(false);
    play.press_with(Action::ShowAbout, &[(FieldId::Address, "taro@gm")]);
    assert_eq!(play.job().1, Job::ListParts);
    play.answer(News::Parts(vec!["a-part 1.0.0 (MIT)".into()]));
    let Screen::About { version, parts, asking, .. } = play.screen() else { panic!("{:?}", play.screen()) };
    assert_eq!((version.as_str(), parts.len(), asking), ("0.1.0", 1, false));
    let offered: Vec<Action> = play.view().actions.iter().map(|view| view.action).collect();
    assert_eq!(offered, [Action::Back], "without a publisher's address nobody can be asked");
    assert!(matches!(play.press(Action::Back).screen(), Screen::Address { value, .. } if value == "taro@gm"));
}

#[test]
fn the_publisher_is_asked_on_a_press_and_the_page_opened_on_another() {
    let mut play = play(true);
    play.press(Action::ShowAbout).answer(News::Parts(Vec::new()));
    play.press(Action::AskReleases);
    assert_eq!(play.job().1, Job::AskReleases);
    play.answer(News::Released(ReleaseNews::NotBelieved));
    assert_eq!(news(&play), Some(("about-not-believed".into(), Tone::No)));
    assert!(play.view().actions.iter().all(|view| view.action != Action::OpenRelease));
    play.press(Action::AskReleases);
    let page = "https://releases.example/v0.2.0".to_owned();
    play.answer(News::Released(ReleaseNews::Newer { version: "0.2.0".into(), page: page.clone() }));
    assert_eq!(news(&play), Some(("about-newer".into(), Tone::Care)));
    assert!(!play.effects.iter().any(|effect| matches!(effect, Effect::Open(_))), "nothing opens by itself");
    play.press(Action::OpenRelease);
    assert!(play.effects.contains(&Effect::Open(Page::Release(page))));
}
