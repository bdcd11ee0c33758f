/** What `npm run forget` and `npm run export` say to whoever runs the bot. */
export const rightsText = {
  forgetUsage:
    'Name a server by its Discord id: npm run forget -- 123456789012345678\nFor a member: npm run forget -- --member 123456789012345678',
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
  memberUnknown: (id: bigint) => `Nothing is stored about a member ${id}.`,
  exported: (id: bigint, file: string, bytes: number) =>
    `Everything about member ${id} is in ${file} (${bytes} bytes).`,
  fileIsThere: (file: string) => `${file} is there already; name another file.`,
  fileUnwritable: (file: string, reason: string) => `${file} can’t be written: ${reason}.`,
};
