import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Counts } from '../src/services/estimate/estimate.js';

/** One video with its true saves. */
export interface Row extends Counts {
  source: string;
  /** Its source, or the niche of a source that was gathered niche by niche: see `PLACES`. */
  place: string;
  author: string;
  /** Calendar date of the posting, `YYYY-MM-DD`. */
  created: string;
  saves: number;
}

/** One video of the creator who showed watch time and new followers too. */
export interface WatchRow extends Counts {
  saves: number;
  /** Average seconds a view. */
  watchTime: number | undefined;
  newFollowers: number | undefined;
}

const count = z.coerce.number().int().nonnegative();
const known = z.string().transform((text) => (text === '' ? undefined : Number(text)));

/** Gathered niche by niche, each from searches of its own. */
const BY_NICHE = 'en-niches';

const rowSchema = z.object({
  source: z.string(),
  niche: z.string().default(''),
  is_photo: z.string().default('0'),
  author: z.string(),
  created: z.string(),
  views: count,
  likes: count,
  comments: count,
  shares: count,
  saves: count,
});

const watchSchema = z
  .object({
    views: count,
    likes: count,
    comments: count,
    shares: count,
    saves: count,
    avg_watch_s: known,
    new_followers: known,
  })
  .transform(({ avg_watch_s, new_followers, ...counts }) => ({
    ...counts,
    watchTime: avg_watch_s,
    newFollowers: new_followers,
  }));

/**
 * The videos of `train.csv` and `train-2.csv` in `folder`, in the order of the files: by author,
 * then by date. Photo posts are left out: there are too few to say anything.
 */
export function readRows(folder: string): Row[] {
  return ['train.csv', 'train-2.csv'].flatMap((file) =>
    z
      .array(rowSchema)
      .parse(readCsv(join(folder, file)))
      .filter(({ is_photo }) => is_photo !== '1')
      .map(({ niche, is_photo: _, ...row }) => ({
        ...row,
        place: row.source === BY_NICHE ? `${row.source}/${niche}` : row.source,
      })),
  );
}

/** The videos of `watchtime.csv` in `folder`. */
export function readWatchRows(folder: string): WatchRow[] {
  return z.array(watchSchema).parse(readCsv(join(folder, 'watchtime.csv')));
}

function readCsv(file: string): unknown {
  return parse(readFileSync(file), { columns: true, bom: true });
}

/** The folder named by `--data`. Ends the process with a sentence when there is none. */
export function dataFolder(): string {
  const place = process.argv.indexOf('--data');
  const folder = place === -1 ? undefined : process.argv[place + 1];
  if (folder !== undefined) return folder;
  console.error(
    'Say where the table of real counts is: --data FOLDER (holding train.csv and train-2.csv).',
  );
  process.exit(1);
}
