-- What callers have typed and not yet saved, and what was sent to IT Glue: as JSON, encrypted like the account's records.
CREATE TABLE drafts (id INTEGER PRIMARY KEY, record ANY NOT NULL, digest INTEGER) STRICT;
CREATE TABLE edits (id INTEGER PRIMARY KEY, record ANY NOT NULL, digest INTEGER) STRICT;
