//! Is it the port or the host? A second look that tells a blocked network from a silent server.
//!
//! Only after a server could not be reached, and only with a TCP connection that is closed at once: a well-known mail
//! server is asked on the same port. Nothing about the person goes there.

use std::time::Duration;

use contract::{Server, Stage};
use diagnosis::Network;
use submission::{Cause, Failure};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

const TIME: Duration = Duration::from_secs(4);
const CONTROLS: [&str; 2] = ["smtp.gmail.com", "smtp.mail.me.com"];

/// What the network shows besides the failure.
pub(super) async fn judge(failure: &Failure, server: &Server) -> Network {
    let silent = matches!(failure.cause, Cause::TimedOut { .. } | Cause::Unreachable | Cause::Refused);
    if failure.stage != Stage::Connect || !silent || !failure.finished.is_empty() {
        return Network::Unknown;
    }
    // iCloud has no 465; Gmail has both doors.
    let controls = CONTROLS
        .iter()
        .filter(|host| **host != server.host && (server.port == 587 || **host == "smtp.gmail.com"));
    let Some(control) = controls.into_iter().next() else { return Network::Unknown };
    let port = if server.port == 587 { 587 } else { 465 };
    let Ok(Ok(mut addresses)) = timeout(TIME, lookup_host((*control, port))).await else {
        return Network::Unknown;
    };
    let Some(address) = addresses.next() else { return Network::Unknown };
    match timeout(TIME, TcpStream::connect(address)).await {
        Ok(Ok(_)) => Network::ControlAnswers,
        Ok(Err(_)) | Err(_) => Network::ControlSilent,
    }
}
