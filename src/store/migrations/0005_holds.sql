-- Users for whom nothing is looked up for a while, by Discord's id of the user; see src/access/brake.rs.
CREATE TABLE holds (id INTEGER PRIMARY KEY, record TEXT NOT NULL, digest INTEGER NOT NULL) STRICT;
