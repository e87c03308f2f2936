-- A store as format 1 left it: two blocks of partition 27 (classrooms 5 and 6), a journal block, a checkpoint.
PRAGMA journal_mode = WAL;
BEGIN;
CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE partitions(
    partition INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, cursor INTEGER NOT NULL,
    head INTEGER NOT NULL, last_received INTEGER NOT NULL);
CREATE TABLE log(
    place INTEGER PRIMARY KEY, count INTEGER NOT NULL, received INTEGER NOT NULL,
    classroom INTEGER NOT NULL, format INTEGER NOT NULL, body BLOB NOT NULL,
    partition INTEGER GENERATED ALWAYS AS (place >> 48) VIRTUAL,
    first INTEGER GENERATED ALWAYS AS (place & 0xffffffffffff) VIRTUAL);
CREATE INDEX log_classroom ON log(classroom);
CREATE TABLE journal(
    "row" INTEGER PRIMARY KEY, partition INTEGER NOT NULL, classroom INTEGER NOT NULL, "from" INTEGER NOT NULL,
    "to" INTEGER NOT NULL, at INTEGER NOT NULL, count INTEGER NOT NULL, format INTEGER NOT NULL, body BLOB NOT NULL);
CREATE UNIQUE INDEX journal_classroom ON journal(classroom, "to");
CREATE INDEX journal_partition ON journal(partition);
CREATE TABLE checkpoints(
    classroom INTEGER NOT NULL, version INTEGER NOT NULL, partition INTEGER NOT NULL,
    at INTEGER NOT NULL, format INTEGER NOT NULL, body BLOB NOT NULL);
CREATE UNIQUE INDEX checkpoints_classroom ON checkpoints(classroom, version);
CREATE TABLE heads(
    classroom INTEGER PRIMARY KEY, partition INTEGER NOT NULL, version INTEGER NOT NULL,
    due INTEGER NOT NULL, parked INTEGER NOT NULL);
CREATE INDEX heads_partition ON heads(partition);
CREATE TABLE quarantine(
    id INTEGER PRIMARY KEY AUTOINCREMENT, partition INTEGER NOT NULL, position INTEGER NOT NULL,
    classroom INTEGER NOT NULL, at INTEGER NOT NULL, reason INTEGER NOT NULL, decision INTEGER NOT NULL,
    UNIQUE(partition, position));
CREATE INDEX quarantine_classroom ON quarantine(classroom);
CREATE TABLE reactors(
    reactor TEXT NOT NULL, partition INTEGER NOT NULL, "row" INTEGER NOT NULL,
    PRIMARY KEY(reactor, partition)) WITHOUT ROWID;
CREATE TABLE room(reserved BLOB);
INSERT INTO partitions VALUES(0, 0, 0, 0, 0);
INSERT INTO partitions VALUES(1, 0, 0, 0, 0);
INSERT INTO partitions VALUES(2, 0, 0, 0, 0);
INSERT INTO partitions VALUES(3, 0, 0, 0, 0);
INSERT INTO partitions VALUES(4, 0, 0, 0, 0);
INSERT INTO partitions VALUES(5, 0, 0, 0, 0);
INSERT INTO partitions VALUES(6, 0, 0, 0, 0);
INSERT INTO partitions VALUES(7, 0, 0, 0, 0);
INSERT INTO partitions VALUES(8, 0, 0, 0, 0);
INSERT INTO partitions VALUES(9, 0, 0, 0, 0);
INSERT INTO partitions VALUES(10, 0, 0, 0, 0);
INSERT INTO partitions VALUES(11, 0, 0, 0, 0);
INSERT INTO partitions VALUES(12, 0, 0, 0, 0);
INSERT INTO partitions VALUES(13, 0, 0, 0, 0);
INSERT INTO partitions VALUES(14, 0, 0, 0, 0);
INSERT INTO partitions VALUES(15, 0, 0, 0, 0);
INSERT INTO partitions VALUES(16, 0, 0, 0, 0);
INSERT INTO partitions VALUES(17, 0, 0, 0, 0);
INSERT INTO partitions VALUES(18, 0, 0, 0, 0);
INSERT INTO partitions VALUES(19, 0, 0, 0, 0);
INSERT INTO partitions VALUES(20, 0, 0, 0, 0);
INSERT INTO partitions VALUES(21, 0, 0, 0, 0);
INSERT INTO partitions VALUES(22, 0, 0, 0, 0);
INSERT INTO partitions VALUES(23, 0, 0, 0, 0);
INSERT INTO partitions VALUES(24, 0, 0, 0, 0);
INSERT INTO partitions VALUES(25, 0, 0, 0, 0);
INSERT INTO partitions VALUES(26, 0, 0, 0, 0);
INSERT INTO partitions VALUES(27, 4, 2, 3, 1795338000000);
INSERT INTO partitions VALUES(28, 0, 0, 0, 0);
INSERT INTO partitions VALUES(29, 0, 0, 0, 0);
INSERT INTO partitions VALUES(30, 0, 0, 0, 0);
INSERT INTO partitions VALUES(31, 0, 0, 0, 0);
INSERT INTO partitions VALUES(32, 0, 0, 0, 0);
INSERT INTO partitions VALUES(33, 0, 0, 0, 0);
INSERT INTO partitions VALUES(34, 0, 0, 0, 0);
INSERT INTO partitions VALUES(35, 0, 0, 0, 0);
INSERT INTO partitions VALUES(36, 0, 0, 0, 0);
INSERT INTO partitions VALUES(37, 0, 0, 0, 0);
INSERT INTO partitions VALUES(38, 0, 0, 0, 0);
INSERT INTO partitions VALUES(39, 0, 0, 0, 0);
INSERT INTO partitions VALUES(40, 0, 0, 0, 0);
INSERT INTO partitions VALUES(41, 0, 0, 0, 0);
INSERT INTO partitions VALUES(42, 0, 0, 0, 0);
INSERT INTO partitions VALUES(43, 0, 0, 0, 0);
INSERT INTO partitions VALUES(44, 0, 0, 0, 0);
INSERT INTO partitions VALUES(45, 0, 0, 0, 0);
INSERT INTO partitions VALUES(46, 0, 0, 0, 0);
INSERT INTO partitions VALUES(47, 0, 0, 0, 0);
INSERT INTO partitions VALUES(48, 0, 0, 0, 0);
INSERT INTO partitions VALUES(49, 0, 0, 0, 0);
INSERT INTO partitions VALUES(50, 0, 0, 0, 0);
INSERT INTO partitions VALUES(51, 0, 0, 0, 0);
INSERT INTO partitions VALUES(52, 0, 0, 0, 0);
INSERT INTO partitions VALUES(53, 0, 0, 0, 0);
INSERT INTO partitions VALUES(54, 0, 0, 0, 0);
INSERT INTO partitions VALUES(55, 0, 0, 0, 0);
INSERT INTO partitions VALUES(56, 0, 0, 0, 0);
INSERT INTO partitions VALUES(57, 0, 0, 0, 0);
INSERT INTO partitions VALUES(58, 0, 0, 0, 0);
INSERT INTO partitions VALUES(59, 0, 0, 0, 0);
INSERT INTO partitions VALUES(60, 0, 0, 0, 0);
INSERT INTO partitions VALUES(61, 0, 0, 0, 0);
INSERT INTO partitions VALUES(62, 0, 0, 0, 0);
INSERT INTO partitions VALUES(63, 0, 0, 0, 0);
INSERT INTO meta VALUES('format', 1);
INSERT INTO log(place, count, received, classroom, format, body) VALUES((27 << 48) + 1, 2, 1795338000000, 5, 1, x'6162');
INSERT INTO log(place, count, received, classroom, format, body) VALUES((27 << 48) + 3, 1, 1795338000000, 6, 1, x'63');
INSERT INTO journal VALUES(1, 27, 5, 0, 2, 1795338000000, 1, 1, x'6576');
INSERT INTO checkpoints VALUES(5, 2, 27, 1795338000000, 1, x'7374');
INSERT INTO heads VALUES(5, 27, 2, 1795338060000, 0);
INSERT INTO quarantine(partition, position, classroom, at, reason, decision) VALUES(27, 3, 6, 1795338000000, 3, 0);
INSERT INTO reactors VALUES('history', 27, 1);
COMMIT;
