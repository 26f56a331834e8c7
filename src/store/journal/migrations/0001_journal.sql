-- What src/journal.rs describes. The hash covers all that is in a row, so there are no other columns: who looks for a person
-- reads the entries.
CREATE TABLE journal (seq INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash BLOB NOT NULL) STRICT;

-- One row: everything up to here has been pruned, and the chain begins after it.
CREATE TABLE base (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
INSERT INTO base (id, seq, hash) VALUES (1, 0, zeroblob(32));

-- Entries are added at the end, and only removed once the base is past them. This keeps a slip of the program or of whoever
-- opens the file by hand from doing harm. It keeps nobody from it who means to: triggers can be dropped. The hashes tell.
CREATE TRIGGER journal_insert BEFORE INSERT ON journal
WHEN new.seq IS NOT 1 + coalesce((SELECT max(seq) FROM journal), (SELECT seq FROM base))
BEGIN SELECT raise(ABORT, 'an entry can only be added at the end of the journal'); END;

CREATE TRIGGER journal_update BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'an entry of the journal cannot be changed'); END;

CREATE TRIGGER journal_delete BEFORE DELETE ON journal WHEN old.seq > (SELECT seq FROM base)
BEGIN SELECT raise(ABORT, 'an entry of the journal can only be removed by pruning'); END;

CREATE TRIGGER base_update BEFORE UPDATE ON base WHEN new.seq < old.seq
BEGIN SELECT raise(ABORT, 'what was pruned does not come back'); END;

CREATE TRIGGER base_delete BEFORE DELETE ON base
BEGIN SELECT raise(ABORT, 'what was pruned does not come back'); END;
