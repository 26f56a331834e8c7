-- The seal names the state before it instead of counting: a number says nothing of a copy that was put back and saved again.
-- A copy that an earlier version has sealed is read anew.
DROP TABLE seal;
CREATE TABLE seal (id INTEGER PRIMARY KEY CHECK (id = 1), parent BLOB NOT NULL, versions BLOB NOT NULL, tag BLOB NOT NULL) STRICT;
