-- What the key vouches for of this file as a whole: its last entry, and the newest state of the copy beside it; see
-- src/store/journal/checkpoint.rs. One row for each key, by what tells the key from others without telling anything of it:
-- while the key is changed there are two.
DROP TABLE copy_head;
CREATE TABLE checkpoint (key BLOB PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL, copy BLOB NOT NULL, proof BLOB NOT NULL)
    STRICT, WITHOUT ROWID;
