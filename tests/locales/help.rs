//! The help pages: one for each failure and language, made of the texts that its card says. `TODOITA_UPDATE_GOLDEN=1` (or
//! `cargo xtask gen`) writes them anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use contract::{Language, ProblemCode, Text};
use words::Words;

use super::ftl::{Texts, read, root};

/// Pages by their name below the folder of the help.
type Pages = BTreeMap<String, String>;

#[test]
fn the_help_pages_say_what_the_cards_say() {
    let pages = pages();
    let folder = root().join("docs/help");
    if std::env::var_os("TODOITA_UPDATE_GOLDEN").is_some() {
        let _not_there = std::fs::remove_dir_all(&folder);
        for (name, page) in &pages {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the help");
            std::fs::write(path, page).expect("a help page");
        }
    }
    let written = written(&folder);
    let names = |pages: &Pages| pages.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&written), names(&pages), "cargo xtask gen");
    for (name, page) in &pages {
        assert_eq!(&written[name], page, "{name}: cargo xtask gen");
    }
}

fn pages() -> Pages {
    let mut pages = Pages::new();
    for (language, name) in [(Language::Ja, "ja"), (Language::En, "en")] {
        let said = Said { words: Words::new(language), texts: read(name), language: name };
        let (title, note) = match language {
            Language::Ja => (
                "うまくいかなかったとき",
                "画面に出る題名ごとの説明です。「‹ ›」のところには、そのときの名前やアドレスが入ります。",
            ),
            Language::En => (
                "When something goes wrong",
                "One page for each card, by its title. Where it says ‹ ›, the card names what it is about.",
            ),
        };
        let mut index = format!("# {title}\n\n{note}\n\n");
        for code in ProblemCode::ALL {
            let title = said.say(&format!("problem-{}", code.name())).unwrap_or_default();
            let _ = writeln!(index, "- [{title}]({}.md)", code.name());
            pages.insert(format!("{name}/{}.md", code.name()), said.page(*code, &title));
        }
        pages.insert(format!("{name}/README.md"), index);
    }
    pages
}

/// The texts of one language.
struct Said {
    words: Words,
    texts: Texts,
    language: &'static str,
}

impl Said {
    fn page(&self, code: ProblemCode, title: &str) -> String {
        let mut page = format!("# {title}\n");
        if let Some(reason) = self.say(&format!("problem-{}-reason", code.name())) {
            let _ = write!(page, "\n{reason}\n");
        }
        if let Some(steps) = self.say(&format!("problem-{}-steps", code.name())) {
            page.push('\n');
            for (number, step) in steps.lines().enumerate() {
                let _ = writeln!(page, "{}. {}", number + 1, step.trim());
            }
        }
        let picture = format!("screens/problem-{}-{}-light.png", code.name(), self.language);
        if root().join("docs").join(&picture).is_file() {
            let _ = write!(page, "\n![{title}](../../{picture})\n");
        }
        let _ = write!(page, "\n`{}` ({})\n", code.name(), code.state());
        page
    }

    /// A text with its variables left open.
    fn say(&self, id: &str) -> Option<String> {
        let open = |text: Text, name: &str| text.with(name, format!("‹{name}›"));
        let text = self.texts.get(id)?.variables().into_iter().fold(Text::new(id), open);
        Some(self.words.say(&text))
    }
}

fn written(folder: &Path) -> Pages {
    let mut pages = Pages::new();
    for language in ["ja", "en"] {
        for file in std::fs::read_dir(folder.join(language)).into_iter().flatten().flatten() {
            let name = format!("{language}/{}", file.file_name().to_string_lossy());
            pages.insert(name, std::fs::read_to_string(file.path()).expect("a readable page"));
        }
    }
    pages
}
