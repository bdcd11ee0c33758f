import { ChartUnavailable } from '../charts/renderer.js';
import { digestView } from '../embeds/digest.js';
import { digestHowEmbed, digestMoreEmbed } from '../embeds/digest-more.js';
import { weekWords } from '../embeds/digest-status.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { formatDays } from '../lib/format.js';
import { parseWeek } from '../lib/weeks.js';
import { FEWEST_BEFORE, FEWEST_THIS_WEEK, WEEKS_BEFORE } from '../services/boards/ranking.js';
import { FEWEST_IN_TOTALS } from '../services/boards/totals.js';
import type { WeekContent } from '../services/digest/content.js';
import { MOST_SHOWN } from '../services/digest/figures.js';
import { FEWEST_COMPARED } from '../services/digest/worked.js';
import type { Services } from '../services/services.js';
import { wordsFor } from '../words/languages.js';
import type { Answer, MessageView } from './answer.js';
import { type Asking, serverOf } from './asking.js';
import type { Button } from './components.js';
import { type Runnable, runnable } from './define.js';
import type { Choice } from './options.js';

/** Weeks that are looked through while somebody types one: more than ten years of them. */
const MOST_WEEKS = 600;

/** Choices that Discord shows at once. */
const MOST_CHOICES = 25;

/** What stands in place of a digest's id under one that isn't posted. */
const PREVIEW = 'preview';

/** `2026-W48`, and room for slips. */
const WEEK_LENGTH = 20;

/** The post that would go out now, for the caller alone. */
const preview = runnable({
  description: (words) => words.commands.digest.preview.description,
  options: {},
  ephemeral: true,
  cost: 'costly',
  run: async (_, asking) => {
    const services = await asking.services;
    const { digests, digestComposer } = services;
    const request = await digests.requestFor(
      serverOf(asking),
      asking.at,
      asking.channelWords.locale,
    );
    const { content, isSkipped } = await digestComposer.preview(request);
    const view = await shown(services, content, [PREVIEW]);
    return privately(isSkipped ? { content: asking.words.digestPost.skipped, ...view } : view);
  },
});

/** A digest as it was posted. */
const past = runnable({
  description: (words) => words.commands.digest.past.description,
  options: {
    week: {
      type: 'text',
      description: (words) => words.commands.digest.past.week,
      maxLength: WEEK_LENGTH,
      autocomplete: (typed, asking) => weeksPosted(typed, asking),
    },
  },
  ephemeral: true,
  cost: 'costly',
  run: async ({ week }, asking) => {
    const services = await asking.services;
    const { digests, digestComposer } = services;
    const guildId = serverOf(asking);
    const wanted =
      week === undefined
        ? (await digests.postedWeeks(guildId, 1))[0]?.week
        : (parseWeek(week)?.name ?? week.trim());
    if (wanted === undefined) return privately({ content: asking.words.digestPost.nonePosted });
    const posted = await digests.posted(guildId, wanted);
    if (posted === null) return privately({ content: asking.words.digestPost.notPosted(wanted) });
    if (posted.content === null) return privately({ content: asking.words.digestPost.takenBack });
    const content = readKept(digestComposer, posted.content);
    if (content === null) return privately({ content: asking.words.digestPost.unreadable(wanted) });
    return privately(await shown(services, content, [String(posted.id), wanted]));
  },
});

/** The subcommands of `/digest` that show a digest: what would go out now, and earlier ones. */
export const digestShown = { preview, past } satisfies Readonly<Record<string, Runnable>>;

/**
 * The button under every digest, by which it is also found again; it tells what the post had no room
 * for, and how a digest is made.
 */
export const digestButton: Button = {
  name: 'digest',
  version: 1,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, asking) => {
    const how = digestHowEmbed(
      {
        fewestCreators: FEWEST_IN_TOTALS,
        mostShown: MOST_SHOWN,
        fewestNow: FEWEST_THIS_WEEK,
        fewestBefore: FEWEST_BEFORE,
        weeksBefore: WEEKS_BEFORE,
        fewestCompared: FEWEST_COMPARED,
      },
      asking.words,
    );
    const content = await contentBehind(fields, asking);
    return privately({
      embeds: content === null ? [how] : [digestMoreEmbed(content, asking.words), how],
    });
  },
};

/**
 * What a digest with these fields on its button says: as it was posted in this server, or as it would
 * be now. Null where that isn't known: posts of before name no week, and one may not be recorded yet.
 */
async function contentBehind(
  [id, week]: readonly string[],
  asking: Asking,
): Promise<WeekContent | null> {
  const { guildId, managesServer, at, channelWords } = asking;
  if (guildId === null) return null;
  const { digests, digestComposer } = await asking.services;
  if (id === PREVIEW) {
    // A preview is shown to managers alone, and so is what stands behind it.
    if (!managesServer) return null;
    const request = await digests.requestFor(guildId, at, channelWords.locale);
    return (await digestComposer.preview(request)).content;
  }
  const posted = week === undefined ? null : await digests.posted(guildId, week);
  return posted?.content == null ? null : readKept(digestComposer, posted.content);
}

/** What was kept of a digest; null where that can't be read. */
function readKept({ read }: Services['digestComposer'], kept: unknown): WeekContent | null {
  try {
    return read(kept);
  } catch {
    return null;
  }
}

async function shown(
  { digestComposer }: Services,
  content: WeekContent,
  fields: readonly string[],
): Promise<MessageView> {
  const key = digestComposer.chartKey(content);
  const frame = {
    markerId: encodeCustomId({
      name: digestButton.name,
      version: digestButton.version,
      fields,
    }),
    chart: key === null ? null : await drawn(digestComposer.drawChart(content)),
  };
  return digestView(content, frame, await wordsFor(content.locale));
}

/** Everything in the chart is in the words, too: where it can't be drawn, they do without. */
function drawn(chart: Promise<Uint8Array>): Promise<Uint8Array | null> {
  return chart.catch((error: unknown) => {
    if (error instanceof ChartUnavailable) return null;
    throw error;
  });
}

async function weeksPosted(typed: string, asking: Asking): Promise<Choice[]> {
  if (asking.guildId === null) return [];
  const { digests } = await asking.services;
  const wanted = typed.trim().toLowerCase();
  return (await digests.postedWeeks(asking.guildId, MOST_WEEKS))
    .map(({ week, postedAt }) => ({
      name: asking.words.digestPost.postedOn(
        weekWords(week, asking.words),
        formatDays(postedAt, postedAt, 'UTC', asking.words.locale),
      ),
      value: week,
    }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, MOST_CHOICES);
}

function privately(view: MessageView): Answer {
  return { kind: 'message', view, ephemeral: true };
}
