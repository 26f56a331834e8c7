//! The body of an answer: JSON, or a form of JSON and files.

use std::collections::BTreeSet;

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use serde_json::Value;

use super::http::Refusal;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// The name of its part of the form.
    pub part: String,
    pub name: String,
    pub content_type: String,
    pub bytes: Vec<u8>,
}

/// Reads the body of a request.
pub(super) async fn read(request: Request) -> Result<(Value, Vec<Attached>), Refusal> {
    let unreadable = || Refusal::code(400, 50_109);
    let content_type =
        request.headers().get("content-type").and_then(|header| header.to_str().ok()).unwrap_or_default();
    if !content_type.starts_with("multipart/form-data") {
        let body = Bytes::from_request(request, &()).await.map_err(|_| unreadable())?;
        return Ok((serde_json::from_slice(&body).map_err(|_| unreadable())?, Vec::new()));
    }
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| unreadable())?;
    let (mut body, mut files) = (Value::Null, Vec::new());
    while let Some(field) = form.next_field().await.map_err(|_| unreadable())? {
        let part = field.name().unwrap_or_default().to_owned();
        let (name, content_type) =
            (field.file_name().map(str::to_owned), field.content_type().unwrap_or_default().to_owned());
        let bytes = field.bytes().await.map_err(|_| unreadable())?;
        if part == "payload_json" {
            body = serde_json::from_slice(&bytes).map_err(|_| unreadable())?;
        } else {
            files.push(Attached { part, name: name.unwrap_or_default(), content_type, bytes: bytes.into() });
        }
    }
    Ok((body, files))
}

/// Checks that the message names exactly the files received, each under its number and name.
pub(super) fn check_files(body: &Value, files: &[Attached]) -> Result<(), String> {
    let named = body["data"]["attachments"].as_array().into_iter().flatten();
    let named: BTreeSet<(String, String)> = named
        .map(|file| {
            let text = |key: &str| file[key].as_str().map_or_else(|| file[key].to_string(), str::to_owned);
            (format!("files[{}]", text("id")), text("filename"))
        })
        .collect();
    let sent: BTreeSet<(String, String)> = files.iter().map(|file| (file.part.clone(), file.name.clone())).collect();
    if named == sent { Ok(()) } else { Err(format!("the message names the files {named:?}, and there are {sent:?}")) }
}
