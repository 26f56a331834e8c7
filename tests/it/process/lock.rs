//! Two programs on one database.

use std::fs;

use lookalike::Lookalike;
use secrecy::ExposeSecret;

use super::{GUILD, Place, ask_until, output, small_account};
use testkit::discord::Discord;

#[tokio::test(flavor = "multi_thread")]
async fn a_second_bot_on_a_database_is_refused_a_question_is_not() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let (url, key) = (it_glue.url(), it_glue.key());
    let mut bot = place.start(&discord.url(), &url, key.expose_secret(), &[]);
    ask_until(&discord, "primary", &[("organization", "acme")], "Wilhelmina Featherstone").await;

    // Under any name of the database.
    std::os::unix::fs::symlink("callsheet.db", place.file("other.db")).unwrap();
    fs::create_dir(place.file("folder")).unwrap();
    for database in ["sqlite://callsheet.db", "sqlite://other.db", "sqlite://folder/../callsheet.db"] {
        for action in ["run", "sync"] {
            let mut second = place.bot(&discord.url(), &url, key.expose_secret(), &[("DATABASE_URL", database)]);
            let refused = output({
                second.arg(action).stderr(std::process::Stdio::piped());
                second
            })
            .await;
            let told = String::from_utf8(refused.stderr).unwrap();
            assert_eq!(refused.status.code(), Some(6), "{action} {database}: {told}");
            let expected = "another Callsheet is using this database";
            assert!(told.contains(expected) && told.contains("callsheet.db.lock") && told.contains("stop"), "{told}");
        }
    }
    let answered = output(place.program(&["ask", "/contact", "barnaby"], &[])).await;
    assert!(answered.stdout.starts_with(b"Barnaby Quill\n"), "{}", String::from_utf8_lossy(&answered.stderr));
    let answer = discord.command(GUILD, "contact", &[("name", "barnaby")]).await;
    assert!(answer.to_string().contains("barnaby.quill@acme.example"), "the first goes on: {answer}");
    let verified = output(place.program(&["journal", "verify"], &[])).await;
    assert_eq!(verified.status.code(), Some(0), "{}", String::from_utf8_lossy(&verified.stdout));

    // A killed bot's lock file blocks no other.
    bot.kill();
    assert!(place.file("callsheet.db.lock").exists());
    let bot = place.start(&discord.url(), &url, key.expose_secret(), &[]);
    discord.wait_for_session(2).await;
    assert_eq!(bot.terminate().await.0, Some(0), "{}", place.log());
    let vars = [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", key.expose_secret())];
    assert_eq!(output(place.program(&["sync"], &vars)).await.status.code(), Some(0));
}
