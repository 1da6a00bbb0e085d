//! The Fluent files of a language, read down to the variables of each text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// The texts of one language by their id.
pub(crate) type Texts = BTreeMap<String, Said>;

/// One text.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// Its file.
    pub(crate) file: String,
    /// Its variables.
    pub(crate) uses: Vec<Use>,
}

/// A place where a variable is used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Use {
    /// Its name.
    pub(crate) name: String,
    /// Whether the text asks first what the variable is.
    pub(crate) asked: bool,
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository").to_path_buf()
}

/// Reads a language. A file with a fault, and an id that stands twice, end the test.
pub(crate) fn read(language: &str) -> Texts {
    let folder = root().join("locales").join(language);
    let mut texts = Texts::new();
    for entry in std::fs::read_dir(&folder).expect("a folder of texts").flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        let source = std::fs::read_to_string(entry.path()).expect("a readable file");
        let resource = fluent_syntax::parser::parse(source)
            .unwrap_or_else(|(_, faults)| panic!("{language}/{file}: {faults:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let pattern =
                message.value.unwrap_or_else(|| panic!("{language}/{file}: {} is empty", message.id.name));
            assert!(message.attributes.is_empty(), "{language}/{file}: {} has parts", message.id.name);
            let mut said = Said { file: file.clone(), uses: Vec::new() };
            look(&pattern, &mut Vec::new(), &mut said.uses);
            let before = texts.insert(message.id.name.clone(), said);
            assert!(before.is_none(), "{language}/{file}: {} stands twice", message.id.name);
        }
    }
    texts
}

impl Said {
    /// The names of its variables, each once.
    pub(crate) fn variables(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.uses.iter().map(|used| used.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

fn look(pattern: &Pattern<String>, asked: &mut Vec<String>, uses: &mut Vec<Use>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            look_into(expression, asked, uses);
        }
    }
}

fn look_into(expression: &Expression<String>, asked: &mut Vec<String>, uses: &mut Vec<Use>) {
    match expression {
        Expression::Inline(inline) => note(inline, asked, uses),
        Expression::Select { selector, variants } => {
            let before = asked.len();
            if let InlineExpression::VariableReference { id } = selector {
                asked.push(id.name.clone());
            }
            note(selector, asked, uses);
            variants.iter().for_each(|variant| look(&variant.value, asked, uses));
            asked.truncate(before);
        }
    }
}

fn note(inline: &InlineExpression<String>, asked: &mut Vec<String>, uses: &mut Vec<Use>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            uses.push(Use { name: id.name.clone(), asked: asked.contains(&id.name) });
        }
        InlineExpression::Placeable { expression } => look_into(expression, asked, uses),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|inner| note(inner, asked, uses));
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
            panic!("{}: a text that is put together from others is hard to translate", id.name)
        }
    }
}
