//! Everything the program answers to, from its own lists, so that a new route cannot be
//! forgotten.

use app::App as Pages;
use axum::http::Method;
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::generate_route_list;
use serde_json::Value;

/// A method and an address; parameters are filled with something that is not there.
pub(crate) type Route = (Method, String);

/// What stands for a parameter.
const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

/// The routes of REST, as they are documented.
pub(crate) fn rest() -> Vec<Route> {
    let document = serde_json::to_value(server::rest::openapi_document()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let methods = |item: &Value| -> Vec<Method> {
        let methods = item.as_object().unwrap().keys();
        methods.map(|method| method.to_uppercase().parse().unwrap()).collect()
    };
    let routes: Vec<_> = paths
        .iter()
        .flat_map(|(path, item)| methods(item).into_iter().map(|method| (method, filled(path))))
        .collect();
    assert!(routes.len() >= 50, "{}", routes.len());
    routes
}

/// The server functions.
pub(crate) fn functions() -> Vec<Route> {
    let routes: Vec<_> = server_fn_paths().map(|(path, method)| (method, path.into())).collect();
    assert!(routes.len() >= 55, "{}", routes.len());
    routes
}

/// The pages.
pub(crate) fn pages() -> Vec<String> {
    let pages: Vec<_> = generate_route_list(Pages).iter().map(|page| filled(page.path())).collect();
    assert!(pages.len() >= 12, "{pages:?}");
    pages
}

/// With every parameter filled.
fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        part if part.starts_with(['{', ':']) => NOBODY,
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}
