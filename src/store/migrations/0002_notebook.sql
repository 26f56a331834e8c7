-- What Callsheet itself remembers; see src/notebook.rs. None of it can be fetched again. Rows are kept as JSON with a digest
-- over key and record, like those of the account: a row that has changed by itself is skipped, not believed.

-- Calls that were tried. The key of the digest is the time, in Unix milliseconds.
CREATE TABLE attempts (at INTEGER NOT NULL, record TEXT NOT NULL, digest INTEGER NOT NULL) STRICT;
CREATE INDEX attempts_at ON attempts (at);

-- Which organization a channel is about, by Discord's id of the channel.
CREATE TABLE bindings (id INTEGER PRIMARY KEY, record TEXT NOT NULL, digest INTEGER NOT NULL) STRICT;

-- Recents and favourites, by Discord's id of the user.
CREATE TABLE shelves (id INTEGER PRIMARY KEY, record TEXT NOT NULL, digest INTEGER NOT NULL) STRICT;
