-- Records may be encrypted: a TEXT with its digest is in the clear, a BLOB without one is encrypted and checked by its tag.
-- A column of a STRICT table cannot change its type, so the tables are made anew.
ALTER TABLE contacts RENAME TO clear;
CREATE TABLE contacts (id INTEGER PRIMARY KEY, record ANY NOT NULL, digest INTEGER) STRICT;
INSERT INTO contacts SELECT id, record, digest FROM clear;
DROP TABLE clear;

ALTER TABLE organizations RENAME TO clear;
CREATE TABLE organizations (id INTEGER PRIMARY KEY, record ANY NOT NULL, digest INTEGER) STRICT;
INSERT INTO organizations SELECT id, record, digest FROM clear;
DROP TABLE clear;

ALTER TABLE contact_types RENAME TO clear;
CREATE TABLE contact_types (id INTEGER PRIMARY KEY, record ANY NOT NULL, digest INTEGER) STRICT;
INSERT INTO contact_types SELECT id, record, digest FROM clear;
DROP TABLE clear;

ALTER TABLE locations RENAME TO clear;
CREATE TABLE locations (id INTEGER PRIMARY KEY, record ANY NOT NULL, digest INTEGER) STRICT;
INSERT INTO locations SELECT id, record, digest FROM clear;
DROP TABLE clear;

-- One row where the records are encrypted: a constant, encrypted with the same key, so that a wrong key is told from damage.
-- The digest tells damage of this row from a wrong key.
CREATE TABLE encryption (id INTEGER PRIMARY KEY CHECK (id = 1), key_check BLOB NOT NULL, digest INTEGER NOT NULL) STRICT;

-- One row while bytes of deleted or replaced records may be left over in the files, until the database has been rewritten:
-- before anything else is done, or after the next sweep.
CREATE TABLE leftovers (id INTEGER PRIMARY KEY CHECK (id = 1), at_once INTEGER NOT NULL) STRICT;
