import {
  type ColumnType,
  ColumnTypeEnum,
  type SqlQuery,
  type SqlQueryable,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import type { Prisma } from './generated/sqlite/client.js';

/**
 * Asks an adapter itself, past Prisma's client, which takes longer over a statement of ours than SQLite
 * does: for what is on the way of every command, or asked each second or by a start.
 *
 * @param statement its values are numbers, bigints, texts, truth values, moments or null.
 * @returns rows as the client's `$queryRaw` gives them, for columns of our models.
 * @throws for a column of bytes, decimals or lists.
 */
export async function rowsOf<T>(
  adapter: Pick<SqlQueryable, 'queryRaw'>,
  statement: Prisma.Sql,
): Promise<T[]> {
  const { columnNames, columnTypes, rows } = await adapter.queryRaw(asQuery(statement));
  return rows.map((row) => {
    // The caller's word for its columns, as with `$queryRaw`.
    const named = {} as Record<string, unknown>;
    for (const [place, name] of columnNames.entries()) {
      named[name] = read(row[place], columnTypes[place]);
    }
    return named as T;
  });
}

/** The adapter sees by each value itself what it is. */
function asQuery({ sql, values }: Prisma.Sql): SqlQuery {
  const argTypes = values.map(() => ({ scalarType: 'unknown', arity: 'scalar' }) as const);
  return { sql, args: [...values], argTypes };
}

function read(value: SqlResultSet['rows'][number][number], type: ColumnType | undefined): unknown {
  if (value === null) return null;
  switch (type) {
    case ColumnTypeEnum.Int64:
      return BigInt(value as string | number);
    case ColumnTypeEnum.DateTime:
      return new Date(value as string);
    case ColumnTypeEnum.Boolean:
      return value === 1 || value === true;
    case ColumnTypeEnum.Json:
      return JSON.parse(value as string);
    case ColumnTypeEnum.Text:
    case ColumnTypeEnum.Int32:
    case ColumnTypeEnum.Double:
    case ColumnTypeEnum.UnknownNumber:
      return value;
    default:
      throw new Error(`A column of the type ${type} isn’t read here.`);
  }
}
