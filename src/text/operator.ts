import { formatCount } from '../lib/format.js';

/** Rows by table, as `npm run backup` and the like name them. */
type Rows = Readonly<Record<string, number>>;

/** What the operator's commands say. */
export const operatorText = {
  backupUsage: 'npm run backup -- FILE writes a backup of the embedded database to FILE.',
  restoreUsage: 'npm run restore -- FILE brings back the embedded database from the backup FILE.',
  backedUp: (file: string, rows: Rows) =>
    `✓ ${file} holds ${held(rows)}. It was read again, and is whole.`,
  restored: (file: string, rows: Rows, keptAside: string | null) =>
    [
      `✓ The database holds what ${file} says: ${held(rows)}.`,
      ...(keptAside === null ? [] : [`  The one from before is kept as ${keptAside}.`]),
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
      'Put the address into .env as DATABASE_URL and start the bot. The SQLite file is as it was.',
    ].join('\n'),
};

function held(rows: Rows): string {
  const count = (table: string, one: string, many: string) => {
    const n = rows[table] ?? 0;
    return `${formatCount(n)} ${n === 1 ? one : many}`;
  };
  return `${count('Reading', 'reading', 'readings')} of ${count('Creator', 'member', 'members')} in ${count('Guild', 'server', 'servers')}`;
}
