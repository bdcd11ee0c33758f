import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  activityTable,
  audienceTables,
  contentTable,
  dayTables,
  type StudioDay,
  type StudioVideo,
  studioCsv,
  studioZip,
  videoId,
} from './studio-export.js';

const DAY = 86_400_000;

/** What the invented account posted, the newest first. */
const TITLES = [
  ...['Three knots every camper needs', 'A tarp in ninety seconds', 'Why your tent leaks'],
  ...['One pot, no sink', 'The bag I never leave without', 'Boil water in the rain'],
  ...['Sharpen a knife on a mug', 'Five uses for one bandana', 'A fire from wet wood'],
  ...['What I pack for two nights', 'Fold a map like a pilot', 'The loop that never slips'],
];

/** Writes the sample export into a folder. @returns where the file is. */
export async function writeSampleExport(folder: string, now: Date): Promise<string> {
  const file = join(folder, 'sample-export.zip');
  await writeFile(file, sampleExport(now));
  return file;
}

/**
 * An export of TikTok Studio as of a day, of an invented account, in one archive: for whoever wants to
 * try `/import` without an account.
 */
export function sampleExport(now: Date): Uint8Array {
  const exported = new Date(now.getTime() - DAY);
  const videos = TITLES.map((title, place): StudioVideo => {
    const posted = new Date(now.getTime() - (6 + 9 * place) * DAY);
    const views = Math.round(18_000 * (1 + ((place * 7) % 5)) * 1.13 ** (place % 4));
    return {
      ...{ id: videoId(posted, 4_000 + place), title, posted, views },
      likes: Math.round(views * (0.05 + 0.012 * (place % 4))),
      comments: Math.round(views * 0.0021),
      shares: Math.round(views * (0.003 + 0.0017 * (place % 5))),
    };
  });
  const days = Array.from({ length: 120 }, (_, place): StudioDay => {
    const isKnown = place < 118;
    const wave = Math.sin(place / 6) * 120;
    return {
      day: new Date(exported.getTime() - (119 - place) * DAY),
      views: isKnown ? Math.round(900 + 6 * place + wave) : null,
      viewers: isKnown ? Math.round(610 + 4 * place + wave * 0.7) : null,
      followers: isKnown ? 2_400 + 11 * place + Math.round(wave / 20) : null,
      comments: place % 40 === 11 ? -2 : 6,
    };
  });
  const tables = dayTables(days, 'en-US');
  const week = days.slice(-7).map(({ day }) => day);
  return studioZip({
    'Content.csv': studioCsv(contentTable('sample.camper', videos, exported, 'en-US')),
    'Overview.csv': studioCsv(tables.overview),
    'Viewers.csv': studioCsv(tables.viewers),
    'FollowerHistory.csv': studioCsv(tables.followers),
    'FollowerActivity.csv': studioCsv(activityTable(week, 17, 'en-US')),
    'FollowerGender.csv': studioCsv(audienceTables.gender),
    'FollowerTopTerritories.csv': studioCsv(audienceTables.territories),
  });
}
