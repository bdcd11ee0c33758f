-- Which of a reading's indexes tells most apart, as SQLite would note it itself after counting: rows
-- of the table, then how many have the same first column, then the same first two. Without these it
-- takes a server's index as soon as a video's, and counting by itself it goes wrong while a new
-- database grows. ANALYZE is here for the table that it makes; "Pace" has one row at most.
ANALYZE "Pace";

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('Reading', 'Reading_videoId_takenAt_idx', '1000000 3 1'),
  ('Reading', 'Reading_creatorId_takenAt_idx', '1000000 20 1'),
  ('Reading', 'Reading_creatorId_tipTurn_key', '1000000 20 1'),
  ('Reading', 'Reading_guildId_takenAt_idx', '1000000 2000 1');
