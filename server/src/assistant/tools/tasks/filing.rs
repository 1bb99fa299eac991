//! Which list and which labels words mean. A list is never made here: the person does that.

use domain::Uuid;
use domain::input::Field;
use domain::list::{TaskList, name_key};
use domain::task::Labels;

use crate::context::Context;
use crate::error::Error;
use crate::operations::call;
use crate::operations::lists::ListLists;

/// Between a thing and the list that it goes into.
const JOINTS: [&str; 5] = [" to ", " in ", " on ", " onto ", " into "];
/// Whose list it is.
const OWNERS: [&str; 3] = ["my ", "the ", "our "];

/// The list of that name.
///
/// # Errors
/// A bad field that says which lists there are.
pub(super) async fn called(context: &Context, name: &str) -> Result<Uuid, Error> {
    let lists = call::<ListLists>(context, ()).await?.value;
    if let Some(list) = named(&lists, name) {
        return Ok(list);
    }
    let names: Vec<String> = lists.into_iter().map(|list| format!("“{}”", list.name)).collect();
    let known = match names.as_slice() {
        [] => "There is none yet.".to_owned(),
        names => format!("There is {}.", crate::words::list(names)),
    };
    Err(Error::field("list", format!("There is no list called “{name}”. {known}")))
}

/// The list of that name, if there is one.
///
/// # Errors
/// The database's.
pub(super) async fn perhaps(context: &Context, name: &str) -> Result<Option<Uuid>, Error> {
    Ok(named(&call::<ListLists>(context, ()).await?.value, name))
}

/// A title without the list of the person's that it ends in: "seeds to my Garden list".
///
/// # Errors
/// The database's.
pub(super) async fn in_title(
    context: &Context,
    title: String,
) -> Result<(String, Option<Uuid>), Error> {
    let Some((thing, name)) = ending(&title) else { return Ok((title, None)) };
    let list = perhaps(context, name).await?;
    let thing = thing.trim().to_owned();
    Ok(match list {
        Some(list) if !thing.is_empty() => (thing, Some(list)),
        _ => (title, None),
    })
}

/// Cuts a title before the list that it may end in.
fn ending(title: &str) -> Option<(&str, &str)> {
    let end = title.len().checked_sub(" list".len())?;
    let is_list = title.get(end..).is_some_and(|end| end.eq_ignore_ascii_case(" list"));
    let joints = JOINTS.iter().filter_map(|joint| {
        let at = title.rfind(joint)?;
        Some((at, title.get(at + joint.len()..)?))
    });
    let (at, behind) = joints.max_by_key(|(at, _)| *at).filter(|_| is_list)?;
    let name = OWNERS.iter().find_map(|owner| behind.strip_prefix(owner))?;
    Some((title.get(..at)?, name))
}

/// "shopping", "Shopping list" and "shopping list" are one.
fn named(lists: &[TaskList], name: &str) -> Option<Uuid> {
    let bare = |name: &str| {
        let key = name_key(name);
        key.strip_suffix(" list").map(str::to_owned).unwrap_or(key)
    };
    let exact = lists.iter().find(|list| name_key(&list.name) == name_key(name));
    let list = exact.or_else(|| lists.iter().find(|list| bare(&list.name) == bare(name)))?;
    Some(list.id)
}

/// Labels as they were said; "none" for none at all.
///
/// # Errors
/// A bad field when a word is no label.
pub(super) fn labels(said: Option<&str>) -> Result<Field<Labels>, Error> {
    Ok(match said {
        None => Field::Absent,
        Some("none") => Field::Null,
        Some(said) => {
            let labels = Labels::parse(said).map_err(|message| Error::field("labels", message))?;
            Field::Value(labels)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_in_a_list_or_does_not() {
        assert_eq!(ending("seeds to my Garden list"), Some(("seeds", "Garden list")));
        assert_eq!(ending("go to town in the Big Day list"), Some(("go to town", "Big Day list")));
        for other in ["list", "a list", "seeds to Garden list", "write to my aunt", "ß list", ""] {
            assert_eq!(ending(other), None, "{other}");
        }
    }
}
