//! `todoita detect` of domains that differ in how their settings are found: each row of
//! `tests/pretend-internet/domains/` is built there as a real domain, and says here what has to come of it.
//!
//! Lives here: running the rows, four at a time, and what holds for all of them. Does not live here: how a row is read
//! (`row`), how an answer is compared with it (`compare`), what may leave the machine (`leaks`).
//!
//! Outside of the pretend internet these tests say so and pass, unless `TODOITA_REQUIRE_PI` is set.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a surprise has to end the test")]

mod ask;
mod compare;
mod leaks;
mod row;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use row::{Row, Switch};

/// Rows that are asked at the same time: the computers that run this have two processors.
const AT_ONCE: usize = 4;
/// How often a row is asked at most that depends on how busy the computer is.
const TRIES: usize = 3;

#[test]
fn each_source_alone() {
    all_of("1-alone");
}

#[test]
fn answers_that_disagree_and_filters() {
    all_of("2-disagree");
}

#[test]
fn who_may_be_believed() {
    all_of("3-trust");
}

#[test]
fn dead_and_slow() {
    all_of("4-dead");
}

#[test]
fn bodies_that_mean_harm() {
    all_of("5-hostile");
}

#[test]
fn addresses_of_the_world() {
    all_of("6-world");
}

/// Rows for which the whole network is changed, one after the other.
#[test]
fn what_the_network_does() {
    if !ask::inside() {
        return;
    }
    let rows: Vec<Row> = row::all().into_iter().filter(|row| row.switch.is_some() && !row.waits()).collect();
    let mut complaints = Vec::new();
    for row in &rows {
        row.switch.iter().for_each(|switch| ask::tell(switch.path(), &switch.on()));
        complaints.extend(one(row));
        ask::tell("/reset", &serde_json::json!({}));
    }
    complaints.extend(leaks::since_the_start());
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// What the program cannot do yet stays visible: a row that has come true has to lose its mark.
#[test]
fn rows_that_wait_are_still_wrong() {
    if !ask::inside() {
        return;
    }
    let rows: Vec<Row> = row::all().into_iter().filter(Row::waits).collect();
    let mut come_true = Vec::new();
    for row in &rows {
        row.switch.iter().for_each(|switch| ask::tell(switch.path(), &switch.on()));
        if one(row).is_empty() {
            come_true.push(row.name.as_str());
        }
        row.switch.iter().for_each(|_: &Switch| ask::tell("/reset", &serde_json::json!({})));
    }
    assert!(come_true.is_empty(), "these need no `todo` any more: {come_true:?}");
}

#[test]
fn there_are_enough_rows_and_no_domain_twice() {
    let rows = row::all();
    let mut names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), rows.len(), "a domain stands in two rows");
    let asked = rows.iter().filter(|row| !row.waits()).count();
    eprintln!("{} rows, of which {} wait", rows.len(), rows.len() - asked);
    assert!(asked >= 45, "{asked} rows are asked");
}

/// The rows of a file, without those that change the network for everybody.
fn all_of(file: &str) {
    if !ask::inside() {
        return;
    }
    let rows = row::of(file);
    assert!(!rows.is_empty(), "{file} is empty");
    let rows: Vec<Row> = rows.into_iter().filter(|row| row.switch.is_none() && !row.waits()).collect();
    let (alone, rows): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.alone);
    let (next, complaints) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(row) = rows.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let wrong = one(row);
                    complaints.lock().unwrap().extend(wrong);
                }
            });
        }
    });
    let mut complaints = complaints.into_inner().unwrap();
    complaints.extend(alone.iter().flat_map(in_quiet));
    complaints.extend(leaks::since_the_start());
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// Asks about a row while nothing else is asked; what was wrong the last time.
fn in_quiet(row: &Row) -> Vec<String> {
    let mut wrong = Vec::new();
    for _ in 0..TRIES {
        wrong = one(row);
        if wrong.is_empty() {
            break;
        }
    }
    wrong
}

/// Asks about one row; what is wrong with the answer.
fn one(row: &Row) -> Vec<String> {
    let answer = ask::detect(row);
    ask::write_down(row, &answer);
    let wrong = compare::compare(row, &answer);
    wrong.into_iter().map(|what| format!("{}: {what}\n    {}", row.name, answer.summary())).collect()
}
