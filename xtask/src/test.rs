//! Every layer of tests in order. One that fails does not stop those after it.

use std::time::Instant;

use crate::layer::{Layer, Outcome};
use crate::tree::Tree;
use crate::{layers, report, setup};

/// Runs the layers that were asked for.
pub(crate) fn test(tree: &Tree, words: &[String]) -> Result<(), String> {
    let Some(chosen) = chosen(words)? else {
        layers::ALL.iter().for_each(|layer| println!("{:<10} {}", layer.name, layer.what));
        return Ok(());
    };
    let mut lines = Vec::new();
    for layer in chosen {
        println!("\n==== {}: {}", layer.name, layer.what);
        let began = Instant::now();
        let outcome = run(tree, layer);
        match &outcome {
            Outcome::Passed(_) => println!("ok, {:.1} s", began.elapsed().as_secs_f64()),
            Outcome::Failed(message) => println!("FAILED: {message}"),
            Outcome::NotPossible(why) => println!("not possible here: {why}"),
        }
        lines.push(report::Line { name: layer.name, took: began.elapsed(), outcome });
    }
    report::conclude(&lines)
}

fn run(tree: &Tree, layer: &Layer) -> Outcome {
    if let Some(why) = layer.place.obstacle(tree) {
        return Outcome::NotPossible(why);
    }
    match setup::ready(tree, layer.needs).and_then(|()| (layer.run)(tree)) {
        Ok(closing) => Outcome::Passed(closing),
        Err(message) => Outcome::Failed(message),
    }
}

/// The layers by the flags; `None` when only their names are asked for.
fn chosen(words: &[String]) -> Result<Option<Vec<&'static Layer>>, String> {
    let (mut quick, mut only, mut words) = (false, Vec::new(), words.iter());
    while let Some(word) = words.next() {
        match word.as_str() {
            "--list" => return Ok(None),
            "--quick" => quick = true,
            "--only" => {
                let name = words.next().map(String::as_str).unwrap_or_default();
                let known = layers::ALL.iter().find(|layer| layer.name == name);
                only.push(
                    known.ok_or_else(|| {
                        format!("there is no layer `{name}`: see `cargo xtask test --list`")
                    })?,
                );
            }
            other => return Err(format!("`{other}` is not known here\n\n{}", crate::USAGE)),
        }
    }
    if !only.is_empty() {
        return Ok(Some(only));
    }
    Ok(Some(layers::ALL.iter().filter(|layer| layer.quick || !quick).collect()))
}
