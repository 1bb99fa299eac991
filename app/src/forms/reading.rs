//! From typed text to the fields of an operation's input.

use domain::input::{Field, FromScalar, Scalar};
use domain::money::Typed;
use server::context::Actor;

/// A field of any type; blank is nothing, and nonsense is kept as a complaint.
pub(super) fn field<T: FromScalar>(text: &str) -> Field<T> {
    if text.trim().is_empty() {
        return Field::Null;
    }
    match T::from_scalar(Scalar::Text(text.to_owned())) {
        Ok(value) => Field::Value(value),
        Err(message) => Field::Invalid(message),
    }
}

/// The same, where blank means that nothing is said.
pub(super) fn present<T: FromScalar>(text: &str) -> Field<T> {
    match field(text) {
        Field::Null => Field::Absent,
        other => other,
    }
}

/// An amount in the person's notation, and in their currency unless another is named.
pub(super) fn typed(amount: &str, actor: &Actor) -> Field<Typed> {
    if amount.trim().is_empty() {
        return Field::Null;
    }
    match Typed::parse(amount, actor.customs.mark) {
        Ok(typed) => {
            Field::Value(Typed { currency: typed.currency.or(Some(actor.currency)), ..typed })
        }
        Err(message) => Field::Invalid(message),
    }
}
