-- What is remembered belongs to one server; see src/notebook/guilds.rs. Attempts and shelves from before say of none:
-- src/store/notebook/before.rs finds out whose they are, or deletes them. Their digest covers the server as well.
ALTER TABLE attempts ADD COLUMN guild INTEGER;
CREATE INDEX attempts_guild ON attempts (guild, at);

ALTER TABLE shelves RENAME TO before;
CREATE TABLE shelves (guild INTEGER, id INTEGER NOT NULL, record TEXT NOT NULL, digest INTEGER NOT NULL, UNIQUE (guild, id)) STRICT;
INSERT INTO shelves SELECT NULL, id, record, digest FROM before;
DROP TABLE before;

-- A binding has always named its server in its record; the column is only there to find it by.
ALTER TABLE bindings RENAME TO before;
CREATE TABLE bindings (guild INTEGER, id INTEGER NOT NULL, record TEXT NOT NULL, digest INTEGER NOT NULL, UNIQUE (guild, id)) STRICT;
INSERT INTO bindings
    SELECT CASE WHEN json_valid(record) THEN CAST(json_extract(record, '$.guild') AS INTEGER) END, id, record, digest FROM before;
DROP TABLE before;
