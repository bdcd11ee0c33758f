// Draws the sample charts of the documentation from invented readings, by the way a member's take:
// `/score`, the database, `/history trend`, the chart. `npm run ready && node dist/scripts/charts.js`
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChartRenderer } from '../src/charts/renderer.js';
import { openDatabase } from '../src/db/database.js';
import { trendAltText, trendChart } from '../src/embeds/history-trend.js';
import { projectRoot } from '../src/lib/paths.js';
import { createConsents } from '../src/services/consent.js';
import { createDraftAnswers } from '../src/services/drafts/draft-answers.js';
import { createHistory } from '../src/services/history/history.js';
import { createScores } from '../src/services/scores/scores.js';
import { chartText } from '../src/words/en/charts.js';
import { wordsOf } from '../src/words/languages.js';

const DAY = 86_400_000;
const DISCORD_EPOCH = 1_420_070_400_000;
const END = Date.UTC(2026, 9, 30, 18);

/** Where the charts are kept. */
const folder = join(projectRoot, 'docs', 'charts');

/** An invented video: days before the end, its counts, and its real saves where they were counted. */
interface Sample {
  readonly days: number;
  readonly views: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
  readonly saves?: number;
}

const samples: Readonly<Record<string, { locale: string; days: number; videos: Sample[] }>> = {
  'trend-estimated': { locale: 'en-US', days: 90, videos: invented(14, 6, () => false) },
  'trend-counted': {
    locale: 'en-US',
    days: 90,
    videos: invented(18, 4.5, (n) => n > 5 && n % 2 === 0),
  },
  'trend-year': { locale: 'de', days: 365, videos: invented(40, 9, (n) => n % 5 === 0) },
};

/** Numbers without chance, so that the pictures change only when the program does. */
function invented(count: number, apart: number, isCounted: (n: number) => boolean): Sample[] {
  return Array.from({ length: count }, (_, n) => {
    const wave = Math.sin(n * 1.7) + Math.sin(n * 0.6);
    const views = Math.round(40_000 * Math.exp(0.5 * Math.sin(n * 2.3)));
    const likes = Math.round(views * (0.06 + 0.02 * Math.sin(n)));
    const shares = Math.round(views * 0.004 * Math.exp(0.6 * wave + n / count));
    const saves = Math.round(views * 0.006 * Math.exp(0.5 * wave + n / count));
    return {
      days: (count - n) * apart,
      views,
      likes,
      comments: Math.round(likes * 0.03),
      shares,
      ...(isCounted(n) && { saves }),
    };
  });
}

const temporary = mkdtempSync(join(tmpdir(), 'keepsake-charts-'));
const charts = createChartRenderer();
mkdirSync(folder, { recursive: true });
try {
  for (const [name, { locale, days, videos }] of Object.entries(samples)) {
    const db = await openDatabase(`file:${join(temporary, `${name}.db`)}`, () => undefined);
    try {
      let now = new Date(END);
      const context = {
        db,
        clock: () => now,
        members: { isMember: () => Promise.resolve(true) },
      };
      const scores = createScores(context);
      const drafts = createDraftAnswers(context, scores);
      const creatorId = 300_000_000_000_000_001n;
      for (const [n, { days: before, saves, ...counts }] of videos.entries()) {
        now = new Date(END - before * DAY);
        const interactionId = (BigInt(now.getTime() - DISCORD_EPOCH) << 22n) + BigInt(n);
        const typed = {
          views: String(counts.views),
          likes: String(counts.likes),
          comments: String(counts.comments),
          shares: String(counts.shares),
          title: `Sample ${n + 1}`,
          posted: new Date(now.getTime() - 4 * DAY).toISOString().slice(0, 10),
          ...(saves !== undefined && { saves: String(saves) }),
        };
        const outcome = await scores.submit(typed, { interactionId, creatorId, guildId: null });
        // What is hardly true would be asked about, also of a sample.
        if (outcome.kind === 'draft') await drafts.confirmDraft(outcome.draftId, creatorId);
      }
      now = new Date(END);
      const trend = await createHistory(context, createConsents(context)).trend(creatorId, days);
      const title = `${chartText.trend.title} · ${chartText.trend.sample}`;
      writeFileSync(
        join(folder, `${name}.png`),
        await charts.render(trendChart(trend, wordsOf(locale), title)),
      );
      process.stdout.write(`docs/charts/${name}.png: ${trendAltText(trend, wordsOf(locale))}\n`);
    } finally {
      await db.close();
    }
  }
} finally {
  await charts.close();
  rmSync(temporary, { recursive: true, force: true });
}
