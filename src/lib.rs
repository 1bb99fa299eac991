//! The browser's entry point.

#[cfg(feature = "hydrate")]
/// Takes over the page that the server has rendered.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {}
