//! Serves the demo's account until interrupted, to try other programs against it:
//! `cargo run --example lookalike -- 18765`. A second and a third number make an account of that many contacts and
//! organizations instead.

use lookalike::Lookalike;
use lookalike::account::Account;
use secrecy::ExposeSecret;

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the reader needs the address and the key")]
async fn main() -> anyhow::Result<()> {
    let numbers: Vec<usize> = std::env::args().skip(1).map(|argument| argument.parse()).collect::<Result<_, _>>()?;
    let port = u16::try_from(numbers.first().copied().unwrap_or(0))?;
    let account = match numbers.get(1..3) {
        Some(&[contacts, organizations]) => Account::generated(contacts, organizations, 1),
        _ => Account::demo(),
    };
    let lookalike = Lookalike::start_on(port, account).await?;
    println!("{} accepts the key {}", lookalike.url(), lookalike.key().expose_secret());
    tokio::signal::ctrl_c().await?;
    Ok(())
}
