/** What all files of a drop together may take; far above any real export, which has 400 rows. */
export const LIMITS = {
  /** Bytes after unpacking, */
  bytes: 16 * 1024 * 1024,
  /** entries of one archive, */
  entries: 200,
  /** rows of all tables, */
  rows: 10_000,
  /** columns of a row, */
  columns: 64,
  /** and characters of one row. */
  rowLength: 64 * 1024,
} as const;

export type Limit = keyof typeof LIMITS;

/** More than is read: nothing of that file is taken. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
  readonly limit: Limit;

  constructor(limit: Limit) {
    super(limit);
    this.limit = limit;
  }
}

/** What is left to be unpacked and read of a drop. */
export class Budget {
  #bytes: number = LIMITS.bytes;
  #rows: number = LIMITS.rows;

  /** How many more rows may be read. */
  get rows(): number {
    return this.#rows;
  }

  /** @throws TooMuch if there are more bytes than may be unpacked. */
  takeBytes(count: number): void {
    this.#bytes -= count;
    if (this.#bytes < 0) throw new TooMuch('bytes');
  }

  /** @throws TooMuch if there are more rows than may be read. */
  takeRow(): void {
    this.#rows -= 1;
    if (this.#rows < 0) throw new TooMuch('rows');
  }
}
