//! The window against a blank one of the same Tauri: time to the first drawn screen, memory after ten seconds, rest.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::median;

const RUNS: usize = 9;

pub(crate) fn run() {
    let ours = PathBuf::from(std::env::var_os("TODOITA_APP").expect("TODOITA_APP names the program"));
    let blank =
        PathBuf::from(std::env::var_os("TODOITA_BLANK").expect("TODOITA_BLANK names the blank window"));
    // Once each without counting: the first start reads everything from the disk.
    first_screen(&ours);
    first_screen(&blank);
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        a.push(first_screen(&ours));
        b.push(first_screen(&blank));
    }
    let (a, b) = (median(a), median(b));
    println!(
        "first drawn screen: {:.0} ms; a blank window: {:.0} ms; {:.2} x (wanted: at most 1.15)",
        a * 1e3,
        b * 1e3,
        a / b
    );
    let ((memory, cpu), (blank_memory, _)) = (at_rest(&ours), at_rest(&blank));
    println!(
        "memory after 10 s (PSS of all its processes): {:.0} MB; a blank window: {:.0} MB; {:.2} x (wanted: at most 1.15)",
        memory / 1e6,
        blank_memory / 1e6,
        memory / blank_memory
    );
    println!("CPU at rest, over the next 5 s: {cpu:.2} s (wanted: none)");
}

/// Seconds from the start to a window that can be seen; the program shows it when its screen is drawn.
fn first_screen(program: &PathBuf) -> f64 {
    let start = Instant::now();
    let mut child = open(program);
    while !visible(child.id()) {
        assert!(start.elapsed() < Duration::from_secs(20), "{} shows no window", program.display());
        sleep(Duration::from_millis(2));
    }
    let time = start.elapsed().as_secs_f64();
    close(&mut child);
    time
}

fn at_rest(program: &PathBuf) -> (f64, f64) {
    let mut child = open(program);
    sleep(Duration::from_secs(10));
    let family = family(child.id());
    let memory: f64 = family.iter().map(|pid| pss(*pid)).sum();
    let before: f64 = family.iter().map(|pid| cpu(*pid)).sum();
    sleep(Duration::from_secs(5));
    let after: f64 = family.iter().map(|pid| cpu(*pid)).sum();
    close(&mut child);
    (memory, after - before)
}

fn open(program: &PathBuf) -> Child {
    Command::new(program).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
}

fn close(child: &mut Child) {
    for pid in family(child.id()) {
        let _ = Command::new("kill").args(["-KILL", &pid.to_string()]).stderr(Stdio::null()).status();
    }
    let _ = child.wait();
    sleep(Duration::from_millis(300));
}

fn visible(pid: u32) -> bool {
    let found = Command::new("xdotool")
        .args(["search", "--onlyvisible", "--pid", &pid.to_string()])
        .stderr(Stdio::null())
        .output();
    found.is_ok_and(|found| !found.stdout.is_empty())
}

/// A process and all that descend from it.
fn family(root: u32) -> Vec<u32> {
    let mut all = vec![root];
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((pid, parent))
        })
        .collect();
    let mut at = 0;
    while let Some(parent) = all.get(at).copied() {
        all.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(pid, _)| *pid));
        at += 1;
    }
    all
}

fn pss(pid: u32) -> f64 {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0) * 1024.0
}

/// Seconds of CPU that a process has used.
fn cpu(pid: u32) -> f64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}
