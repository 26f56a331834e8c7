-- Records are kept whole, as the JSON of their domain type: they are only ever read all at once, to build a snapshot.
-- The digest (CRC-32C of id and record) is there because SQLite does not notice a damaged byte inside a text: without it a
-- rotten disk could change a phone number in silence.
CREATE TABLE contacts (id INTEGER PRIMARY KEY, record TEXT NOT NULL, digest INTEGER NOT NULL) STRICT;
CREATE TABLE organizations (id INTEGER PRIMARY KEY, record TEXT NOT NULL, digest INTEGER NOT NULL) STRICT;
CREATE TABLE contact_types (id INTEGER PRIMARY KEY, record TEXT NOT NULL, digest INTEGER NOT NULL) STRICT;
CREATE TABLE locations (id INTEGER PRIMARY KEY, record TEXT NOT NULL, digest INTEGER NOT NULL) STRICT;

-- One row: how far the copy has come, as JSON.
CREATE TABLE progress (id INTEGER PRIMARY KEY CHECK (id = 1), record TEXT NOT NULL, digest INTEGER NOT NULL) STRICT;

-- The commands each guild has been given: the hash of what Discord accepted last.
CREATE TABLE registrations (guild INTEGER PRIMARY KEY, manifests TEXT NOT NULL) STRICT;

-- When an IDENTIFY was sent to Discord's gateway, in Unix milliseconds. Discord resets a token after 1,000 in a day, so
-- the count has to outlive the process.
CREATE TABLE identifies (at INTEGER NOT NULL) STRICT;
CREATE INDEX identifies_at ON identifies (at);
