-- One row where the records are encrypted: a seal over all of them; see src/store/seal.rs. The generation grows with every
-- save, `versions` is a digest of which version of each record there is, and `tag` vouches for both and for the progress.
CREATE TABLE seal (id INTEGER PRIMARY KEY CHECK (id = 1), generation INTEGER NOT NULL, versions BLOB NOT NULL, tag BLOB NOT NULL) STRICT;

-- What vouches for a row where there is a key: nothing that anybody else has written is remembered.
ALTER TABLE attempts ADD COLUMN tag BLOB;
ALTER TABLE bindings ADD COLUMN tag BLOB;
ALTER TABLE shelves ADD COLUMN tag BLOB;
