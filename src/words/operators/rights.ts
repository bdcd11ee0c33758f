/** What `npm run forget` and `npm run export` say to whoever runs the bot. */
export const rightsText = {
  forgetUsage:
    'Name a server by its Discord id: npm run forget -- 123456789012345678\nFor a member: npm run forget -- --member 123456789012345678\nTo write the database’s files anew, without what was deleted: npm run forget -- --files (alone, or behind one of the others)',
  exportUsage:
    'Name a member by their Discord id, and a file to write: npm run export -- 123456789012345678 member.zip',
  notAnId: (typed: string) =>
    `“${typed}” isn’t a Discord id: 17 to 19 digits (right-click the server or the member → Copy ID, with Developer Mode on).`,
  noDatabase: 'There is no database yet, so there is nothing in it.',
  serverForgotten: (id: bigint) =>
    `Server ${id} is forgotten: its settings, its members’ agreements and its digests are gone. Readings stay with the members who typed them, and say no server any more. If the bot is still in the server, the next command there begins anew.`,
  serverUnknown: (id: bigint) => `Nothing is stored about a server ${id}.`,
  memberForgotten: (id: bigint, rows: number) =>
    `Everything about member ${id} is deleted: ${rows} rows. Backups still hold it until they are replaced.`,
  notOverwritten:
    'Another program is reading the database, so its files still hold what was deleted. Run this command again when that program is done.',
  inFiles:
    'PostgreSQL’s files still hold what was deleted until something else takes its place; npm run forget -- --files takes it out of them.',
  rewriting: {
    sqlite:
      'Writing the file anew. It takes as much room on the disk again, and meanwhile nobody else can write: a bot that runs tells members that nothing was stored, if it takes longer than a second.',
    postgresql:
      'Writing each table anew (VACUUM FULL). It takes as much room on the disk again, and a table whose turn it is is locked: nobody else can read or write it (ACCESS EXCLUSIVE). If that takes longer than a second, a bot that runs tells members that nothing was stored; stop it where there is much.',
  },
  rewritten: (table: string) => `  ${table} is written anew.`,
  filesRewritten: '✓ The tables are written anew, with their indexes: without what was deleted.',
  /** Where something may still be, each with what ends it. */
  stillInFiles: {
    'rows that others read':
      'But another program reads the database as of before, so rows that it may still ask for were kept. Run this command again when that program is done.',
    statistics:
      'But the database belongs to another user, so PostgreSQL’s list of frequent values (pg_statistic) still holds some. Let its owner run: VACUUM FULL pg_statistic;',
    'files from before':
      'The files from before go with PostgreSQL’s next checkpoint, within minutes; CHECKPOINT; does it now, for an administrator.',
    log: 'PostgreSQL’s own log (pg_wal, and archives and replicas made from it) holds changes until they are written over or removed, as PostgreSQL’s settings say. Backups hold what they held.',
  },
  memberUnknown: (id: bigint) => `Nothing is stored about a member ${id}.`,
  exported: (id: bigint, file: string, bytes: number) =>
    `Everything about member ${id} is in ${file} (${bytes} bytes).`,
  fileIsThere: (file: string) => `${file} is there already; name another file.`,
  fileUnwritable: (file: string, reason: string) => `${file} can’t be written: ${reason}.`,
};
