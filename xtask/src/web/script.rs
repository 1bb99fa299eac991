//! Makes small scripts of readable ones.

use anyhow::{Result, ensure};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The module that does the same in fewer letters, without comments.
///
/// # Errors
/// On a mistake in it.
pub(crate) fn minify(name: &str, source: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    ensure!(parsed.diagnostics.is_empty(), "{name} is no module: {:?}", parsed.diagnostics);
    let mut program = parsed.program;
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let printer = Codegen::new().with_options(CodegenOptions::minify());
    Ok(printer.with_scoping(minified.scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn what_only_people_read_goes_and_what_others_call_stays() {
        let source =
            "// A comment.\nexport function greet(somebody) {\n  return `hello ${somebody}`\n}\n";

        let small = minify("greet.js", source).unwrap();

        assert!(small.contains("greet") && small.contains("hello"), "{small}");
        assert!(!small.contains("comment") && !small.contains("somebody"), "{small}");
    }

    #[test]
    fn a_mistake_is_told_with_its_file() {
        let refused = minify("broken.js", "export function (").unwrap_err().to_string();

        assert!(refused.contains("broken.js"), "{refused}");
    }
}
