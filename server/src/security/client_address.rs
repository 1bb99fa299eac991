//! Where a request comes from: the other end of the connection, unless that is a proxy that
//! is trusted to say whom it stands for.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::FORWARDED;
use axum::http::{HeaderMap, HeaderName};
use axum::middleware::Next;
use axum::response::Response;

use crate::config::TrustedProxies;
use crate::context::Planner;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address of the client, in a request's extensions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

/// Notes the address, where the connection is known.
pub(super) async fn find(
    State(planner): State<Planner>,
    mut request: Request,
    next: Next,
) -> Response {
    if let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>() {
        let client = client(peer.ip(), request.headers(), &planner.config.trusted_proxies);
        request.extensions_mut().insert(ClientAddress(client));
    }
    next.run(request).await
}

/// Whoever is the last in the row that no trusted proxy stands for.
///
/// A proxy adds to one of the two headers and hands the other on as it came, so where both
/// are there and differ, one of them is made up and neither is believed.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &TrustedProxies) -> IpAddr {
    let peer = peer.to_canonical();
    let row = |header, read: fn(&str) -> &str| {
        let mut client = peer;
        let values: Vec<_> = headers.get_all(header).iter().collect();
        let nodes = values.iter().rev().flat_map(|value| value.to_str().unwrap_or("?").rsplit(','));
        for node in nodes {
            if !trusted.contains(client) {
                break;
            }
            let Some(address) = address(read(node.trim())) else { break };
            client = address.to_canonical();
        }
        (!values.is_empty()).then_some(client)
    };
    match (row(X_FORWARDED_FOR, |node| node), row(FORWARDED, forwarded_for)) {
        (Some(one), Some(other)) => {
            if one == other {
                one
            } else {
                peer
            }
        }
        (Some(client), None) | (None, Some(client)) => client,
        (None, None) => peer,
    }
}

/// The `for` of one element of `Forwarded` (RFC 7239).
fn forwarded_for(element: &str) -> &str {
    element
        .split(';')
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("for"))
        .map_or("", |(_, node)| node.trim().trim_matches('"'))
}

/// An address, with a port or without.
fn address(node: &str) -> Option<IpAddr> {
    let bare = node.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(node);
    bare.parse().ok().or_else(|| node.parse().ok().map(|socket: SocketAddr| socket.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    /// Seen from `peer`, with proxies in 10.0.0.0/8 and at ::1.
    fn seen(peer: &str, pairs: &[(HeaderName, &'static str)]) -> String {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(name, HeaderValue::from_static(value));
        }
        let trusted = TrustedProxies::read("10.0.0.0/8, ::1").expect("good networks");
        client(peer.parse().expect("an address"), &headers, &trusted).to_string()
    }

    #[test]
    fn nobody_but_a_trusted_proxy_is_believed() {
        let claim = [(X_FORWARDED_FOR, "192.0.2.1"), (FORWARDED, "for=192.0.2.1")];
        assert_eq!(seen("203.0.113.9", &claim), "203.0.113.9");
        assert_eq!(seen("203.0.113.9", &[]), "203.0.113.9");
        assert_eq!(seen("::ffff:203.0.113.9", &[]), "203.0.113.9");
    }

    #[test]
    fn a_trusted_proxy_says_whom_it_stands_for() {
        assert_eq!(seen("10.0.0.1", &[(X_FORWARDED_FOR, "192.0.2.1")]), "192.0.2.1");
        assert_eq!(seen("::ffff:10.0.0.1", &[(X_FORWARDED_FOR, "192.0.2.1:99")]), "192.0.2.1");
        let v6 = [(FORWARDED, "proto=https; For=\"[2001:db8::1]:4711\"")];
        assert_eq!(seen("::1", &v6), "2001:db8::1");
        assert_eq!(seen("10.0.0.1", &[(FORWARDED, "for=_hidden")]), "10.0.0.1");
    }

    #[test]
    fn what_a_client_puts_before_that_counts_nothing() {
        let row = [(X_FORWARDED_FOR, "1.1.1.1, 192.0.2.1, 10.2.2.2")];
        assert_eq!(seen("10.0.0.1", &row), "192.0.2.1");
        let two = [(X_FORWARDED_FOR, "1.1.1.1"), (X_FORWARDED_FOR, "192.0.2.1")];
        assert_eq!(seen("10.0.0.1", &two), "192.0.2.1");
        let odd = [(X_FORWARDED_FOR, "192.0.2.1"), (FORWARDED, "for=1.1.1.1")];
        assert_eq!(seen("10.0.0.1", &odd), "10.0.0.1");
    }
}
