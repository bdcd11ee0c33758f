import { formatCount } from '../../lib/format.js';

/** Rows by table, as `npm run backup` and the like name them. */
type Rows = Readonly<Record<string, number>>;

/** What of a restored database the operator is told; as `db/backup.ts` has it. */
interface Restored {
  readonly rows: Rows;
  readonly keptAside: string | null;
  readonly deletedSince: readonly string[] | null;
}

const stillHolds =
  'It holds everything it held, also of members who have their data deleted later.';

/** What the operator's commands say. */
export const operatorText = {
  inviteUsage:
    'npm run invite prints the link with which the bot is added to a server. It asks Discord whose DISCORD_TOKEN is.',
  backupUsage: 'npm run backup -- FILE writes a backup of the embedded database to FILE.',
  restoreUsage: 'npm run restore -- FILE brings back the embedded database from the backup FILE.',
  backedUp: (file: string, rows: Rows) =>
    `✓ ${file} holds ${held(rows)}. It was read again, and is whole.`,
  restored: (file: string, { rows, keptAside, deletedSince }: Restored) =>
    [
      `✓ The database holds what ${file} says: ${held(rows)}.`,
      ...(keptAside === null
        ? []
        : [
            `  The one from before is kept as ${keptAside}.`,
            `  ${stillHolds} Remove it when you are sure of the restored one, within 30 days.`,
          ]),
      ...again(deletedSince),
    ].join('\n'),
  moveUsage:
    'npm run migrate-to -- postgresql://user:password@host:5432/name moves everything from SQLite to that empty database. Stop the bot first.',
  moving: (table: string, copied: number, rows: number) =>
    `${table}: ${formatCount(copied)} of ${formatCount(rows)}`,
  moved: (tables: readonly { table: string; rows: number; checksum: string }[]) =>
    [
      '✓ Everything was moved, and is the same on both sides:',
      ...tables.map(
        ({ table, rows, checksum }) =>
          `  ${table}: ${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}, checksum ${checksum.slice(0, 16)}`,
      ),
      'Put the address into .env as DATABASE_URL and start the bot.',
      `The SQLite file is as it was. ${stillHolds} Remove it, with its neighbours ending in -wal and -shm, when the bot runs well, within 30 days.`,
    ].join('\n'),
};

/** Whose data has to be deleted a second time. */
function again(deletedSince: readonly string[] | null): string[] {
  if (deletedSince === null) {
    return [
      '  Whose data was deleted since the backup is in it again, and can’t be told from here: delete what you know of with npm run forget -- --member ID',
    ];
  }
  if (deletedSince.length === 0) return [];
  return [
    '  In it again are members whose data was deleted since the backup. Delete it again:',
    ...deletedSince.map((id) => `    npm run forget -- --member ${id}`),
  ];
}

function held(rows: Rows): string {
  const count = (table: string, one: string, many: string) => {
    const n = rows[table] ?? 0;
    return `${formatCount(n)} ${n === 1 ? one : many}`;
  };
  return `${count('Reading', 'reading', 'readings')} of ${count('Creator', 'member', 'members')} in ${count('Guild', 'server', 'servers')}`;
}
