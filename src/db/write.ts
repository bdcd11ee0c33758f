import type { Prisma } from './generated/sqlite/client.js';

/** One row to write. */
export type Write = Insert | UpdateVideo;

/** A new row for one table, typed by its model. */
type Insert = {
  [M in keyof Rows]: {
    readonly into: M;
    readonly row: Rows[M];
    /** The row is left alone if one with its key is there already. */
    readonly unlessThere?: boolean;
  };
}[keyof Rows];

/** What a later reading tells of a video that is known already. */
interface UpdateVideo {
  readonly updateVideo: bigint;
  readonly set: Partial<Omit<Rows['Video'], 'id' | 'creatorId' | 'createdAt'>>;
}

interface Rows {
  Creator: Prisma.CreatorCreateManyInput;
  Guild: Prisma.GuildCreateManyInput;
  Video: Prisma.VideoCreateManyInput;
  VideoAlias: Prisma.VideoAliasCreateManyInput;
  Reading: Prisma.ReadingCreateManyInput;
  Estimate: Prisma.EstimateCreateManyInput;
  TrueSave: Prisma.TrueSaveCreateManyInput;
  Draft: Prisma.DraftCreateManyInput;
  Consent: Prisma.ConsentCreateManyInput;
  DigestShown: Prisma.DigestShownCreateManyInput;
  SaidOnce: Prisma.SaidOnceCreateManyInput;
  BoardWeek: Prisma.BoardWeekCreateManyInput;
  BoardEntry: Prisma.BoardEntryCreateManyInput;
  BoardVideo: Prisma.BoardVideoCreateManyInput;
}

/**
 * The statement for one row.
 *
 * @param placeholder names the n-th value (from 1) in the database's own way: `?` or `$n`.
 */
export function toStatement(
  write: Write,
  placeholder: (n: number) => string,
): { sql: string; values: unknown[] } {
  const isUpdate = 'updateVideo' in write;
  const given = Object.entries(isUpdate ? write.set : write.row).filter(
    ([, value]) => value !== undefined,
  );
  const values = given.map(([, value]) =>
    isJson(value) ? JSON.stringify(value, storable) : value,
  );
  const columns = given.map(([column]) => `"${column}"`);
  if (isUpdate) {
    const set = columns.map((column, index) => `${column} = ${placeholder(index + 1)}`).join(', ');
    values.push(write.updateVideo);
    return { sql: `UPDATE "Video" SET ${set} WHERE "id" = ${placeholder(values.length)}`, values };
  }
  const places = columns.map((_, index) => placeholder(index + 1)).join(', ');
  const conflict = write.unlessThere ? ' ON CONFLICT DO NOTHING' : '';
  return {
    sql: `INSERT INTO "${write.into}" (${columns.join(', ')}) VALUES (${places})${conflict}`,
    values,
  };
}

/** A value as a statement of its own takes it: SQLite has neither dates nor truth values. */
export function toStored(value: unknown, provider: 'sqlite' | 'postgresql'): unknown {
  if (isJson(value)) return JSON.stringify(value, storable);
  return provider === 'sqlite' ? toSqlite(value) : value;
}

/** The same forms in which Prisma's adapter stores these values in SQLite. */
export function toSqlite(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00');
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}

/** PostgreSQL's JSON takes neither NUL nor half a character. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\0|\p{Surrogate}/gu, '') : value;
}

function isJson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
