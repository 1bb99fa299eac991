//! What holds for every input that comes from outside, whatever it is about.

use domain::validation::{Invalid, Validate};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A kind of input, read from its bytes.
pub type Read = fn(&[u8]);

/// A JSON body: it is read and judged without panic, whoever is refused is told why, and
/// what was good is still good when it is sent again as it was understood.
pub fn body<T: DeserializeOwned + Serialize + Validate>(bytes: &[u8]) {
    let Ok(input) = serde_json::from_slice::<T>(bytes) else { return };
    let understood = serde_json::to_string(&input).expect("what was JSON is JSON");
    match input.validate() {
        Err(invalid) => says_why(&invalid),
        Ok(_) => {
            let again: T = serde_json::from_str(&understood).expect("what was read is read again");
            assert!(again.validate().is_ok(), "good, but not once more: {understood}");
        }
    }
}

/// A body whose judgement needs the server: it is read.
pub fn raw<T: DeserializeOwned + Serialize>(bytes: &[u8]) {
    let Ok(input) = serde_json::from_slice::<T>(bytes) else { return };
    let understood = serde_json::to_string(&input).expect("what was JSON is JSON");
    serde_json::from_str::<T>(&understood).map(drop).expect("what was read is read again");
}

/// A query string or the body of a form.
pub fn query<T: DeserializeOwned + Validate>(bytes: &[u8]) {
    let Ok(input) = serde_urlencoded::from_bytes::<T>(bytes) else { return };
    if let Err(invalid) = input.validate() {
        says_why(&invalid);
    }
}

fn says_why(invalid: &Invalid) {
    assert!(!invalid.0.is_empty(), "refused without a reason");
    for error in &invalid.0 {
        assert!(!error.field.is_empty() && error.message.ends_with('.'), "{error:?}");
    }
}
