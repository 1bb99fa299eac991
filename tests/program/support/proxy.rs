//! Stands between the program and its database server, and can be gone for a while,
//! as a server is that was stopped: connections break, new ones are refused.

use std::io::copy;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use super::pause;

/// Passes everything on while it is up.
pub(crate) struct Proxy {
    pub(crate) address: SocketAddr,
    server: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// Which time it is up; 0 while it is down.
    up: u32,
    last: u32,
    connections: Vec<TcpStream>,
}

impl Proxy {
    /// One in front of a server, `host:port`.
    pub(crate) fn to(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let proxy = Self { address, server: server.to_owned(), state: Arc::default() };
        proxy.serve(listener);
        proxy
    }

    /// Takes connections until it is down.
    fn serve(&self, listener: TcpListener) {
        let (server, state) = (self.server.clone(), Arc::clone(&self.state));
        let time = {
            let mut state = state.lock().unwrap();
            state.last += 1;
            state.up = state.last;
            state.up
        };
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let mut state = state.lock().unwrap();
                if state.up != time {
                    return;
                }
                let server = TcpStream::connect(&server).unwrap();
                state
                    .connections
                    .extend([client.try_clone().unwrap(), server.try_clone().unwrap()]);
                pass_on(client.try_clone().unwrap(), server.try_clone().unwrap());
                pass_on(server, client);
            }
        });
    }

    /// Breaks every connection and refuses new ones.
    pub(crate) fn go_down(&self) {
        let mut state = self.state.lock().unwrap();
        state.up = 0;
        for connection in state.connections.drain(..) {
            // It may be gone already.
            let _ = connection.shutdown(Shutdown::Both);
        }
        drop(state);
        // The listener goes when it next takes somebody.
        let _ = TcpStream::connect(self.address);
        pause(50);
    }

    /// Is there again, at the same address.
    pub(crate) fn come_up(&self) {
        let listener = loop {
            match TcpListener::bind(self.address) {
                Ok(listener) => break listener,
                Err(_) => pause(50),
            }
        };
        self.serve(listener);
    }
}

fn pass_on(mut from: TcpStream, mut to: TcpStream) {
    std::thread::spawn(move || {
        // Either side may break off.
        let _ = copy(&mut from, &mut to);
        let _ = to.shutdown(Shutdown::Both);
    });
}
