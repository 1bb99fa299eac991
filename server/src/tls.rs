//! TLS for whatever the program asks of other servers.

use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore};

/// The machine's certificates, so that a server inside a house can have its own,
/// and Mozilla's, so that a container without any works too.
///
/// # Errors
/// When the provider supports no safe version of the protocol.
pub(crate) fn client() -> Result<ClientConfig, rustls::Error> {
    let mut roots = RootCertStore::empty();
    roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
