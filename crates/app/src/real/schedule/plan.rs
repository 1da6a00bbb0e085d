//! What is written and run on each system, as data, so that a test on any system reads all of it.

use std::path::{Path, PathBuf};

use crate::quiet::ARGUMENT;

/// Who starts the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A timer of the person's own systemd (systemd.timer(5)); it catches up after a night switched off.
    Systemd,
    /// The list of what begins with the desktop (XDG autostart): once at every sign-in to the computer.
    Desktop,
    /// An agent of launchd (launchd.plist(5)).
    Launchd,
    /// A task of Windows' Task Scheduler (schtasks).
    TaskScheduler,
}

/// One thing to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed {
    Write(PathBuf, String),
    /// In UTF-16, little end first, with its mark: `schtasks` takes no other encoding for a task with letters beyond
    /// ASCII, and refuses a file that says UTF-8.
    WriteWide(PathBuf, String),
    /// Nothing is changed: done when it is there.
    See(PathBuf),
    Delete(PathBuf),
    Run(&'static str, Vec<String>),
    /// The same, and whatever comes of it is well.
    Try(&'static str, Vec<String>),
}

/// Where things are.
#[derive(Debug, Clone)]
pub(super) struct Places {
    pub(super) program: PathBuf,
    pub(super) home: PathBuf,
    pub(super) config: PathBuf,
    pub(super) temporary: PathBuf,
    /// The person's number, where the system has one.
    pub(super) user: u32,
}

const LABEL: &str = "jp.todoita.Todoita.check";
/// The Task Scheduler has one list for everybody on a computer: the name of the person's own folder goes with it.
const TASK: &str = "Todoita daily check";

/// What turns the check on, or off.
pub(super) fn plan(kind: Kind, on: bool, places: &Places) -> Vec<Deed> {
    match kind {
        Kind::Systemd => systemd(on, places),
        Kind::Desktop => {
            let path = entry(places);
            if on {
                vec![Deed::Write(path, desktop_entry(&places.program))]
            } else {
                vec![Deed::Delete(path)]
            }
        }
        Kind::Launchd => launchd(on, places),
        Kind::TaskScheduler => task(on, places),
    }
}

/// What is there while the check is on.
pub(super) fn trace(kind: Kind, places: &Places) -> Deed {
    match kind {
        Kind::Systemd => Deed::See(timer(places)),
        Kind::Desktop => Deed::See(entry(places)),
        Kind::Launchd => Deed::See(agent(places)),
        Kind::TaskScheduler => Deed::Run("schtasks", words(&["/Query", "/TN", &task_name(places)])),
    }
}

fn timer(places: &Places) -> PathBuf {
    places.config.join("systemd/user/todoita-check.timer")
}

fn entry(places: &Places) -> PathBuf {
    places.config.join("autostart").join(format!("{LABEL}.desktop"))
}

fn agent(places: &Places) -> PathBuf {
    places.home.join("Library/LaunchAgents").join(format!("{LABEL}.plist"))
}

fn task_name(places: &Places) -> String {
    let whose = places.home.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    format!("{TASK} ({whose})")
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Whether the program will still be where it is now. macOS runs a download from another place until the person has moved
/// it, and an image is ejected.
pub(super) fn stays(kind: Kind, program: &Path) -> bool {
    let moved = program.components().any(|part| part.as_os_str() == "AppTranslocation");
    kind != Kind::Launchd || !(moved || program.starts_with("/Volumes"))
}

fn systemd(on: bool, places: &Places) -> Vec<Deed> {
    let timer = timer(places);
    let service = timer.with_extension("service");
    let ctl = |words: &[&str]| {
        let own = ["--user", "--quiet"].iter().chain(words).map(|word| (*word).to_owned());
        Deed::Run("systemctl", own.collect())
    };
    if !on {
        return vec![
            ctl(&["disable", "--now", "todoita-check.timer"]),
            Deed::Delete(timer),
            Deed::Delete(service),
            ctl(&["daemon-reload"]),
        ];
    }
    let program = places.program.display().to_string().replace('%', "%%");
    let quoted = program.replace('\\', "\\\\").replace('"', "\\\"");
    // What the check has started is the window, which stays.
    let unit = format!(
        "[Unit]\nDescription=Todoita looks whether mail can still be sent\nConditionFileIsExecutable={program}\n\n\
         [Service]\nType=oneshot\nExecStart=\"{quoted}\" {ARGUMENT}\nNice=10\nKillMode=process\n"
    );
    let clock = "[Unit]\nDescription=Todoita looks once a day whether mail can still be sent\n\n\
                 [Timer]\nOnCalendar=daily\nPersistent=true\nRandomizedDelaySec=2h\n\n\
                 [Install]\nWantedBy=timers.target\n";
    vec![
        Deed::Write(service, unit),
        Deed::Write(timer, clock.to_owned()),
        ctl(&["daemon-reload"]),
        ctl(&["enable", "--now", "todoita-check.timer"]),
    ]
}

/// Desktop Entry Specification, "The Exec key": quoted, with `"`, `` ` ``, `$` and `\` escaped twice and `%` doubled.
fn desktop_entry(program: &Path) -> String {
    let mut exec = String::new();
    for letter in program.display().to_string().chars() {
        match letter {
            '"' | '`' | '$' => exec.extend(['\\', '\\', letter]),
            '\\' => exec.push_str("\\\\\\\\"),
            '%' => exec.push_str("%%"),
            other => exec.push(other),
        }
    }
    format!(
        "[Desktop Entry]\nType=Application\nName=Todoita: daily check\nName[ja]=とどいた: 毎日の確認\n\
         TryExec={}\nExec=\"{exec}\" {ARGUMENT}\nNoDisplay=true\nX-GNOME-Autostart-Delay=60\n",
        program.display()
    )
}

fn launchd(on: bool, places: &Places) -> Vec<Deed> {
    let path = agent(places);
    // launchctl(1): the older `load` and `unload` end with zero whatever happened.
    let domain = format!("gui/{}", places.user);
    let agent = |word: &str| Deed::Try("launchctl", vec![word.to_owned(), format!("{domain}/{LABEL}")]);
    if !on {
        return vec![agent("bootout"), Deed::Delete(path)];
    }
    let program = xml(&places.program.display().to_string());
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\"><dict>\n<key>Label</key><string>{LABEL}</string>\n\
         <key>ProgramArguments</key><array><string>{program}</string><string>{ARGUMENT}</string></array>\n\
         <key>StartCalendarInterval</key><dict><key>Hour</key><integer>10</integer><key>Minute</key><integer>10</integer></dict>\n\
         <key>ProcessType</key><string>Background</string>\n</dict></plist>\n"
    );
    let begin = vec!["bootstrap".to_owned(), domain.clone(), path.display().to_string()];
    // One that is there already, or was switched off once, would be refused.
    vec![Deed::Write(path, text), agent("bootout"), agent("enable"), Deed::Run("launchctl", begin)]
}

/// Settings that the words of `schtasks` have no option for (catching up, on battery) need the task as a file.
fn task(on: bool, places: &Places) -> Vec<Deed> {
    let task = task_name(places);
    if !on {
        return vec![Deed::Run("schtasks", words(&["/Delete", "/TN", &task, "/F"]))];
    }
    let program = xml(&places.program.display().to_string());
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n\
         <Task version=\"1.2\" xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\">\n\
         <Triggers><CalendarTrigger><StartBoundary>2026-01-01T10:10:00</StartBoundary>\
         <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger></Triggers>\n\
         <Principals><Principal id=\"Author\"><LogonType>InteractiveToken</LogonType>\
         <RunLevel>LeastPrivilege</RunLevel></Principal></Principals>\n\
         <Settings><StartWhenAvailable>true</StartWhenAvailable>\
         <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>\
         <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>\
         <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>\
         <ExecutionTimeLimit>PT1H</ExecutionTimeLimit></Settings>\n\
         <Actions Context=\"Author\"><Exec><Command>{program}</Command><Arguments>{ARGUMENT}</Arguments></Exec></Actions>\n</Task>\n"
    );
    let file = places.temporary.join("todoita-check.xml");
    let name = file.display().to_string();
    vec![
        Deed::WriteWide(file.clone(), text),
        Deed::Run("schtasks", words(&["/Create", "/TN", &task, "/XML", &name, "/F"])),
        Deed::Delete(file),
    ]
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
