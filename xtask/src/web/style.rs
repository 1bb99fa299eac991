//! Makes one small style sheet of many readable ones.

use std::path::Path;

use anyhow::{Result, anyhow};
use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions},
    targets::{Browsers, Targets},
};

/// The oldest browsers served: those with nesting, `:has()` and `light-dark()`,
/// which all had by mid-2024. What they know is passed on as it is written.
const BROWSERS: Browsers = Browsers {
    android: None,
    chrome: Some(version(123, 0)),
    edge: Some(version(123, 0)),
    firefox: Some(version(121, 0)),
    ie: None,
    ios_saf: Some(version(17, 5)),
    opera: Some(version(109, 0)),
    safari: Some(version(17, 5)),
    samsung: Some(version(27, 0)),
};

/// A browser's version as lightningcss packs it.
const fn version(major: u32, minor: u32) -> u32 {
    major << 16 | minor << 8
}

/// Follows the imports of the entry file, keeps their layers, and minifies.
///
/// # Errors
/// On a file that is missing or does not parse, with its name, line and column.
pub(crate) fn bundle(entry: &Path) -> Result<String> {
    let files = FileProvider::new();
    let targets = Targets::from(BROWSERS);
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(entry)
        .map_err(|error| anyhow!("{error}"))?;
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::bundle;

    #[test]
    fn imports_become_one_minified_sheet_with_its_layers() {
        let folder = tempfile::tempdir().unwrap();
        let entry = folder.path().join("main.css");
        fs::write(&entry, "@layer base, parts;\n@import \"a.css\" layer(parts);\n").unwrap();
        fs::write(folder.path().join("a.css"), ".a {\n  & b { color: #ff0000; }\n}\n").unwrap();

        let css = bundle(&entry).unwrap();

        assert_eq!(css, "@layer base;@layer parts{.a{& b{color:red}}}");
    }

    #[test]
    fn a_mistake_is_told_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let entry = folder.path().join("main.css");
        fs::write(&entry, "a { color: red; }\nb { color: ; } }\n").unwrap();

        let told = bundle(&entry).unwrap_err().to_string();

        assert!(told.contains("main.css:2:"), "{told}");
    }
}
