//! Writes a file with its compressed twins beside it, so that the server need not compress.

use std::{
    ffi::OsString,
    fs,
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Context as _, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// What gains from compression; images and fonts carry their own.
const COMPRESSIBLE: [&str; 9] =
    ["css", "html", "ico", "js", "json", "svg", "txt", "wasm", "webmanifest"];

/// Brotli's best quality. Every build has it, so that a size seen anywhere is the size
/// that people download.
const BROTLI_QUALITY: i32 = 11;

/// The best level of zstd that needs no more memory than browsers grant.
const ZSTD_LEVEL: i32 = 19;

/// Makes the content of a compressed twin.
type Twin = fn(&[u8]) -> Result<Vec<u8>>;

/// Writes `bytes` to `path`, and `path.br`, `path.zst` and `path.gz` where they are smaller.
/// Answers every file written.
///
/// # Errors
/// When a file or its folder cannot be written.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<Vec<PathBuf>> {
    let mut files = vec![(path.to_owned(), bytes.to_owned())];
    if path.extension().is_some_and(|ending| COMPRESSIBLE.iter().any(|known| ending == *known)) {
        // Each takes seconds for a large file.
        let [brotli, zstd, gzip] = thread::scope(|scope| {
            [brotli as Twin, zstd, gzip].map(|compress| scope.spawn(move || compress(bytes))).map(
                |twin| {
                    twin.join()
                        .unwrap_or_else(|_| bail!("the compression of {} ended", path.display()))
                },
            )
        });
        files.push((beside(path, ".br"), brotli?));
        files.push((beside(path, ".zst"), zstd?));
        files.push((beside(path, ".gz"), gzip?));
    }
    files.retain(|(file, content)| file == path || content.len() < bytes.len());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    for (file, content) in &files {
        fs::write(file, content).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(files.into_iter().map(|(file, _)| file).collect())
}

/// The path with an ending after its own.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut compressed, &parameters)
        .context("Brotli failed")?;
    Ok(compressed)
}

fn zstd(bytes: &[u8]) -> Result<Vec<u8>> {
    zstd::bulk::compress(bytes, ZSTD_LEVEL).context("zstd failed")
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).context("gzip failed")
}

#[cfg(test)]
mod tests {
    use std::{fs, io::Read as _};

    use super::write;

    #[test]
    fn the_twins_hold_the_same_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pkg/app.js");
        let script = "console.log('planner');".repeat(100);

        let written = write(&path, script.as_bytes()).unwrap();

        assert_eq!(written.len(), 4);
        let mut unpacked = String::new();
        brotli::Decompressor::new(fs::File::open(&written[1]).unwrap(), 4096)
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, script);
        let unpacked_by_zstd = zstd::decode_all(fs::File::open(&written[2]).unwrap()).unwrap();
        assert_eq!(unpacked_by_zstd, script.as_bytes());
        unpacked.clear();
        flate2::read::GzDecoder::new(fs::File::open(&written[3]).unwrap())
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, script);
    }

    #[test]
    fn no_twin_where_it_gains_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let tiny = folder.path().join("tiny.css");
        let image = folder.path().join("icon.png");

        assert_eq!(write(&tiny, b"a{}").unwrap(), [tiny]);
        assert_eq!(write(&image, &[0; 1000]).unwrap(), [image]);
    }
}
