//! What is in the program's memory stays there.

/// To be called before anything else. A panic's message may hold anything, so it is not written: `told` learns only where
/// the panic was. A core file would hold what was in the memory, secrets too, so there is none; what the program starts
/// inherits that.
pub fn keep_to_itself(told: fn(&str)) {
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
        told(&place.unwrap_or_default());
    }));
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        let _ = setrlimit(Resource::Core, none);
    }
}
