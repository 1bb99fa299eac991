//! The regions whose way of writing can be chosen by name. The interface itself is English.

/// A locale by its BCP 47 tag, and the region as people call it.
pub type Region = (&'static str, &'static str);

/// All of them, by name. What each decides is in `customs.rs` and `domain::money::DecimalMark`.
pub const REGIONS: [Region; 34] = [
    ("en-AU", "Australia"),
    ("de-AT", "Austria"),
    ("nl-BE", "Belgium"),
    ("pt-BR", "Brazil"),
    ("en-CA", "Canada"),
    ("zh-CN", "China"),
    ("cs-CZ", "Czechia"),
    ("da-DK", "Denmark"),
    ("fi-FI", "Finland"),
    ("fr-FR", "France"),
    ("de-DE", "Germany"),
    ("el-GR", "Greece"),
    ("hu-HU", "Hungary"),
    ("en-IN", "India"),
    ("en-IE", "Ireland"),
    ("he-IL", "Israel"),
    ("it-IT", "Italy"),
    ("ja-JP", "Japan"),
    ("ko-KR", "Korea"),
    ("es-MX", "Mexico"),
    ("nl-NL", "Netherlands"),
    ("en-NZ", "New Zealand"),
    ("nb-NO", "Norway"),
    ("pl-PL", "Poland"),
    ("pt-PT", "Portugal"),
    ("en-SG", "Singapore"),
    ("en-ZA", "South Africa"),
    ("es-ES", "Spain"),
    ("sv-SE", "Sweden"),
    ("de-CH", "Switzerland"),
    ("tr-TR", "Turkey"),
    ("uk-UA", "Ukraine"),
    ("en-GB", "United Kingdom"),
    ("en-US", "United States"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::locality;

    #[test]
    fn every_region_is_a_tag_and_stands_once_in_order() {
        assert!(REGIONS.iter().all(|(tag, _)| locality::tag(tag).as_deref() == Some(*tag)));
        assert!(REGIONS.is_sorted_by(|(_, a), (_, b)| a < b));
    }
}
