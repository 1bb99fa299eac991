//! A small load balancer: connections go to one program after the other. One that is not
//! there is passed over, as nothing was sent to it; whatever breaks off later breaks off.

use std::io::copy;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::pause;

/// Starts one; its address.
pub(crate) fn start(programs: Vec<SocketAddr>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (programs, turn) = (Arc::new(programs), Arc::new(AtomicUsize::new(0)));
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let (programs, turn) = (Arc::clone(&programs), Arc::clone(&turn));
            std::thread::spawn(move || pass_on(client, &programs, &turn));
        }
    });
    address
}

/// Its client sees a broken connection where no program is there.
fn pass_on(client: TcpStream, programs: &[SocketAddr], turn: &AtomicUsize) {
    for _ in 0..50 {
        for _ in programs {
            let next = turn.fetch_add(1, Ordering::Relaxed) % programs.len();
            if let Ok(server) = TcpStream::connect(programs[next]) {
                return both_ways(client, server);
            }
        }
        pause(100);
    }
}

fn both_ways(client: TcpStream, server: TcpStream) {
    let (mut from, mut to) = (client.try_clone().unwrap(), server.try_clone().unwrap());
    std::thread::spawn(move || {
        // Either side may break off.
        let _ = copy(&mut from, &mut to);
        let _ = to.shutdown(Shutdown::Write);
    });
    let (mut server, mut client) = (server, client);
    let _ = copy(&mut server, &mut client);
    let _ = client.shutdown(Shutdown::Both);
    let _ = server.shutdown(Shutdown::Both);
}
