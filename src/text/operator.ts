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
};

function held(rows: Rows): string {
  const count = (table: string, one: string, many: string) => {
    const n = rows[table] ?? 0;
    return `${formatCount(n)} ${n === 1 ? one : many}`;
  };
  return `${count('Reading', 'reading', 'readings')} of ${count('Creator', 'member', 'members')} in ${count('Guild', 'server', 'servers')}`;
}
