//! The proxies that are believed when they say for whom they ask.

use std::net::IpAddr;

use ipnet::IpNet;

use super::{WrongSetting, wrong};

/// Networks of trusted proxies; none unless the environment names some.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Addresses and networks (CIDR), with commas between them.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let network = |item: &str| {
            item.parse::<IpNet>().ok().or_else(|| item.parse::<IpAddr>().ok().map(IpNet::from))
        };
        text.split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .map(network)
            .collect::<Option<_>>()
            .map(Self)
    }

    /// Reads the setting.
    pub(super) fn of(set: &impl Fn(&'static str) -> Option<String>) -> Result<Self, WrongSetting> {
        let Some(value) = set("TRUSTED_PROXIES") else { return Ok(Self::default()) };
        let expected = "addresses or networks such as 10.0.0.0/8, with commas between them";
        Self::read(&value).ok_or_else(|| wrong("TRUSTED_PROXIES", value, expected))
    }

    /// Whether a proxy at this address is trusted.
    pub(crate) fn contains(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}
