//! The page at `/api/docs`: the OpenAPI document, to be read.

use serde_json::Value;

use super::schema::{article, kind, table};
use super::text::{escape, sentence};
use super::{DOCUMENT, STYLE};

/// In the order in which a row lives.
const METHODS: [&str; 4] = ["GET", "POST", "PATCH", "DELETE"];

/// One route of the document.
struct Route<'a> {
    method: &'static str,
    path: &'a str,
    operation: &'a Value,
}

impl Route<'_> {
    fn id(&self) -> String {
        escape(text(&self.operation["operationId"]))
    }

    fn is_tagged(&self, tag: &str) -> bool {
        self.operation["tags"].as_array().into_iter().flatten().any(|known| known == tag)
    }
}

/// Renders the document.
pub(super) fn render(document: &Value) -> String {
    let routes = routes(document);
    let tags: Vec<&Value> = document["tags"].as_array().into_iter().flatten().collect();
    let title = escape(text(&document["info"]["title"]));
    let contents: String = tags.iter().map(|tag| contents(text(&tag["name"]), &routes)).collect();
    let groups: String = tags.iter().map(|tag| group(tag, &routes)).collect();
    let types: String = document["components"]["schemas"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, schema)| article(name, schema))
        .collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}: REST</title><link rel=\"stylesheet\" href=\"{STYLE}\"></head>\
         <body><header><h1>{title}: REST</h1><p>{}</p>\
         <p>Version {}. For programs: <a href=\"{DOCUMENT}\">{DOCUMENT}</a>.</p></header>\
         <nav aria-label=\"Routes\">{contents}</nav><main>{groups}\
         <section><h2 id=\"types\">Types</h2>{types}</section></main></body></html>",
        sentence(text(&document["info"]["description"])),
        escape(text(&document["info"]["version"])),
    )
}

fn routes(document: &Value) -> Vec<Route<'_>> {
    let paths = document["paths"].as_object().into_iter().flatten();
    paths
        .flat_map(|(path, item)| {
            METHODS.iter().filter_map(move |method| {
                let operation = item.get(method.to_ascii_lowercase())?;
                Some(Route { method, path, operation })
            })
        })
        .collect()
}

fn contents(tag: &str, routes: &[Route<'_>]) -> String {
    let items: String = routes
        .iter()
        .filter(|route| route.is_tagged(tag))
        .map(|route| {
            let (id, method, path) = (route.id(), &route.method, escape(route.path));
            format!("<li><a href=\"#{id}\"><b>{method}</b> {path}</a></li>")
        })
        .collect();
    format!("<h2>{}</h2><ul>{items}</ul>", escape(tag))
}

fn group(tag: &Value, routes: &[Route<'_>]) -> String {
    let name = text(&tag["name"]);
    let routes: String = routes.iter().filter(|route| route.is_tagged(name)).map(section).collect();
    format!(
        "<section><h2>{}</h2><p>{}</p>{routes}</section>",
        escape(name),
        sentence(text(&tag["description"]))
    )
}

fn section(route: &Route<'_>) -> String {
    let Route { method, path, operation } = route;
    let mut html = format!(
        "<article id=\"{}\"><h3><b>{method}</b> <code>{}</code></h3><p>{}</p>",
        route.id(),
        escape(path),
        sentence(text(&operation["summary"])),
    );
    if let Some(description) = operation["description"].as_str() {
        html.push_str(&format!("<p>{}</p>", sentence(description)));
    }
    if operation["security"].as_array().is_none_or(Vec::is_empty) {
        html.push_str("<p>Needs no session.</p>");
    }
    html.push_str(&parameters(operation));
    let body = &operation["requestBody"]["content"]["application/json"]["schema"];
    if !body.is_null() {
        html.push_str(&format!("<h4>Body</h4><p>{}</p>", kind(body)));
    }
    html.push_str(&answers(operation));
    html + "</article>"
}

fn parameters(operation: &Value) -> String {
    let Some(parameters) = operation["parameters"].as_array() else { return String::new() };
    let rows: String = parameters
        .iter()
        .map(|parameter| {
            format!(
                "<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td><td>{}</td></tr>",
                escape(text(&parameter["name"])),
                escape(text(&parameter["in"])),
                kind(&parameter["schema"]),
                sentence(text(&parameter["description"])),
            )
        })
        .collect();
    format!("<h4>Parameters</h4>{}", table(["Name", "In", "Value", "Meaning"], &rows))
}

fn answers(operation: &Value) -> String {
    let answers = operation["responses"].as_object().into_iter().flatten();
    let rows: String = answers.map(|(status, response)| answer(status, response)).collect();
    format!("<h4>Answers</h4>{}", table(["Status", "Body", "Meaning"], &rows))
}

fn answer(status: &str, response: &Value) -> String {
    let bodies: Vec<String> = response["content"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(_, media)| kind(&media["schema"]))
        .collect();
    let headers: String = response["headers"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, header)| {
            let meaning = sentence(text(&header["description"]));
            format!("<br><code>{}</code>: {meaning}", escape(name))
        })
        .collect();
    let status = if status == "default" { "otherwise" } else { status };
    format!(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}{headers}</td></tr>",
        escape(status),
        bodies.join(" or "),
        sentence(text(&response["description"])),
    )
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
