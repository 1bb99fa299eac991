//! What the tests of the program share.

pub(crate) mod balancer;
pub(crate) mod bouncer;
pub(crate) mod cluster;
pub(crate) mod database;
pub(crate) mod http;
pub(crate) mod listener;
pub(crate) mod model;
pub(crate) mod program;
pub(crate) mod proxy;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// A password that nobody's list holds.
pub(crate) const PASSWORD: &str = "four wet otters";

/// Waits; tests have no runtime.
#[expect(clippy::disallowed_methods, reason = "nothing else runs on a test's thread")]
pub(crate) fn pause(milliseconds: u64) {
    std::thread::sleep(Duration::from_millis(milliseconds));
}

/// Waits until something is so.
pub(crate) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(20), "never: {what}");
        pause(50);
    }
}

/// A command as somebody whom PostgreSQL and PgBouncer accept, in a folder that becomes
/// theirs: they refuse to be root.
pub(crate) fn as_nobody_special(program: &Path, folder: &Path) -> Command {
    let id = Command::new("id").arg("-u").output().unwrap().stdout;
    let mut command = match id.trim_ascii() == b"0" {
        false => Command::new(program),
        true => {
            let owned = Command::new("chown").arg("postgres").arg(folder).status().unwrap();
            assert!(owned.success());
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        }
    };
    command.current_dir(folder);
    command
}
