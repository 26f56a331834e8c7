//! The service's answers without records: refusals and failures, word for word where the words are known.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// `Content-Type` first.
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
}

impl Answer {
    pub fn json(status: u16, body: &Value) -> Self {
        let headers = vec![("content-type", "application/vnd.api+json; charset=utf-8".to_owned())];
        Self { status, headers, body: body.to_string() }
    }

    /// An error of the service itself; all parts but the status are optional.
    pub fn error(status: u16, title: &str, detail: Option<&str>, pointer: Option<&str>) -> Self {
        let mut error = json!({ "status": status, "title": title });
        if let Some(detail) = detail {
            error["detail"] = detail.into();
        }
        if let Some(pointer) = pointer {
            error["source"] = json!({ "pointer": pointer });
        }
        Self::json(status, &json!({ "errors": [error] }))
    }

    /// An error of the gateway in front of the service.
    pub fn message(status: u16, message: &str) -> Self {
        let headers = vec![("content-type", "application/json".to_owned())];
        Self { status, headers, body: json!({ "message": message }).to_string() }
    }

    /// Wrong key, or a key of another region.
    pub fn forbidden() -> Self {
        Self::message(403, "Forbidden")
    }

    /// The key is valid, but not for this.
    pub fn unauthorized() -> Self {
        Self::error(401, "Unauthorized", Some("Unauthorized resource access"), Some("id"))
    }

    pub fn not_found() -> Self {
        Self::error(404, "Not Found", Some("The requested resource could not be found"), None)
    }

    pub fn bad_content_type() -> Self {
        Self::error(415, "Bad Content Type", None, None)
    }

    /// Over the request limit; `retry_after` is sent as the header of this name.
    pub fn too_many_requests(retry_after: Option<&str>) -> Self {
        let mut answer = Self::message(429, "Too Many Requests");
        answer.headers.extend(retry_after.map(|value| ("retry-after", value.to_owned())));
        answer
    }

    /// The service gave up on its own work, mostly because the page is too big.
    pub fn timed_out() -> Self {
        let detail = "The request took too long to process and timed out.";
        Self::error(504, "Gateway Timeout", Some(detail), None)
    }

    pub fn server_error(status: u16) -> Self {
        Self::error(status, "Internal Server Error", None, None)
    }

    /// A load balancer answers instead of the service.
    pub fn html(status: u16) -> Self {
        let headers = vec![("content-type", "text/html".to_owned())];
        let body = "<html>\r\n<head><title>Something went wrong</title></head>\r\n<body></body>\r\n</html>\r\n";
        Self { status, headers, body: body.to_owned() }
    }

    pub fn empty() -> Self {
        Self { status: 200, headers: Vec::new(), body: String::new() }
    }

    pub fn redirect(location: &str) -> Self {
        Self { status: 302, headers: vec![("location", location.to_owned())], body: String::new() }
    }

    /// The same answer, cut off in the middle.
    #[must_use]
    pub fn truncated(mut self) -> Self {
        let half = (0..=self.body.len() / 2).rev().find(|&at| self.body.is_char_boundary(at));
        self.body.truncate(half.unwrap_or(0));
        self
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let response = Response::builder().status(self.status);
        let response = self.headers.into_iter().fold(response, |response, (name, value)| response.header(name, value));
        response.body(Body::from(self.body)).unwrap_or_default()
    }
}
