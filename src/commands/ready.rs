//! `ai-planner ready`: asks the planner that runs here whether it can work.
//!
//! For health checks of containers, so that an image needs no other program.

use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::Duration;

use server::config::Config;

/// Longer than any answer of a program that can work.
const PATIENCE: Duration = Duration::from_secs(3);

/// Succeeds if `/readyz` answers 200 at the address of `LISTEN_ADDRESS`.
pub(super) fn run() -> Result<(), Box<dyn Error>> {
    let address = reached(Config::from_environment()?.listen_address);
    let status = ask(address).map_err(|cause| format!("nobody answers at {address}: {cause}"))?;
    if status.split(' ').nth(1) == Some("200") {
        Ok(())
    } else {
        Err(format!("not ready: {address} answers {:?}", status.trim_end()).into())
    }
}

/// Where somebody on this machine reaches who listens there.
fn reached(mut listens: SocketAddr) -> SocketAddr {
    match listens.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => listens.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => listens.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    listens
}

/// The first line of the answer.
fn ask(address: SocketAddr) -> std::io::Result<String> {
    let mut connection = TcpStream::connect_timeout(&address, PATIENCE)?;
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_write_timeout(Some(PATIENCE))?;
    connection.write_all(
        format!("GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes(),
    )?;
    let mut status = String::new();
    BufReader::new(connection).read_line(&mut status)?;
    Ok(status)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    #[test]
    fn who_listens_everywhere_is_reached_here() {
        for (listens, there) in [
            ("0.0.0.0:3000", "127.0.0.1:3000"),
            ("[::]:3000", "[::1]:3000"),
            ("10.0.0.7:80", "10.0.0.7:80"),
        ] {
            assert_eq!(reached(listens.parse().unwrap()).to_string(), there);
        }
    }

    #[test]
    fn the_status_is_read_and_silence_is_an_error() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let answering = std::thread::spawn(move || {
            let (mut connection, _) = listener.accept().unwrap();
            let mut line = String::new();
            BufReader::new(connection.try_clone().unwrap()).read_line(&mut line).unwrap();
            connection.write_all(b"HTTP/1.1 503 Service Unavailable\r\n\r\n").unwrap();
            line
        });
        assert_eq!(ask(address).unwrap(), "HTTP/1.1 503 Service Unavailable\r\n");
        assert_eq!(answering.join().unwrap(), "GET /readyz HTTP/1.1\r\n");
        assert!(ask(address).is_err());
    }
}
