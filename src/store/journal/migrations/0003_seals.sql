-- What only who has the key can put beside the hash; nothing where there is no key. It alone may be replaced: when the key is.
ALTER TABLE journal ADD COLUMN seal BLOB;

DROP TRIGGER IF EXISTS journal_update;
CREATE TRIGGER journal_update BEFORE UPDATE OF seq, entry, hash ON journal
BEGIN SELECT raise(ABORT, 'an entry of the journal cannot be changed'); END;
