-- The newest state of the copy beside this journal, where that is encrypted; see src/store/seal.rs. One row for each key,
-- by what tells the key from others without telling anything of it: while the key is changed there are two.
CREATE TABLE copy_head (key BLOB PRIMARY KEY, generation INTEGER NOT NULL, tag BLOB NOT NULL, proof BLOB NOT NULL)
    STRICT, WITHOUT ROWID;
