//! Parts of the browser's program that are downloaded when somebody needs them.
//!
//! `cargo xtask web` cuts the compiled program at the functions that `part!` makes.
//! What only one part needs goes into that part, what several share into files
//! between them, and what the frame or the dashboard needs stays in the main file.
//! A page names its parts in its head (`web::parts`), so that all arrive together.

#[cfg(feature = "hydrate")]
mod arriving;

#[cfg(feature = "hydrate")]
pub(crate) use arriving::{arrive, never};

/// Makes a page a part of its own. Below the page's component stands
/// `part!(TasksPart, tasks, Tasks);`, and its route says
/// `view=Lazy::<TasksPart>::new()`. Nothing else may name the component, or its
/// code stays in the main file.
macro_rules! part {
    ($part:ident, $name:ident, $page:ident) => {
        /// The page, downloaded when somebody goes there.
        pub(crate) struct $part;

        impl leptos_router::LazyRoute for $part {
            fn data() -> Self {
                Self
            }

            #[cfg(feature = "hydrate")]
            async fn preload() {
                $crate::part::arrive(split::load).await;
            }

            #[cfg(feature = "hydrate")]
            async fn view(_: Self) -> AnyView {
                match split::view().await {
                    Ok(view) => view,
                    Err(_) => $crate::part::never().await,
                }
            }

            #[cfg(not(feature = "hydrate"))]
            async fn view(_: Self) -> AnyView {
                view! { <$page /> }.into_any()
            }
        }

        #[cfg(feature = "hydrate")]
        mod split {
            use leptos::prelude::*;
            use wasm_split_helpers::{SplitLoaderError, wasm_split};

            /// The cut. Only this function may call the page.
            #[wasm_split($name, fallible, preload(load))]
            pub(super) fn view() -> Result<AnyView, SplitLoaderError> {
                Ok(view! { <super::$page /> }.into_any())
            }
        }
    };
}

pub(crate) use part;
