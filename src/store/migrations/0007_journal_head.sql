-- One row: the last entry of the audit journal, as JSON with a digest; see src/store/noted.rs. The journal has a file of its
-- own, so what is cut off there is missed here.
CREATE TABLE journal_head (id INTEGER PRIMARY KEY CHECK (id = 1), record TEXT NOT NULL, digest INTEGER NOT NULL) STRICT;
