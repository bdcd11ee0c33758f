import {
  choiceName,
  historyListEmbed,
  readingsMenu,
  videoHistoryEmbed,
} from '../embeds/history.js';
import { noTrendEmbed, trendAltText, trendChart, trendEmbed } from '../embeds/history-trend.js';
import { buttonRows } from '../embeds/rows.js';
import { type HistoryList, TREND_DAYS } from '../services/history/history.js';
import type { Cursor } from '../services/history/pages.js';
import type { HistoryReading } from '../services/history/readings.js';
import { FEWEST_IN_TREND } from '../services/history/trend.js';
import type { Words } from '../words/words.js';
import type { Answer, MessageView } from './answer.js';
import type { Asking } from './asking.js';
import type { Button } from './components.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { howIsItMade } from './definitions.js';
import { historyAccount } from './history-account.js';
import { changeButtons, changeMenus, changeModals } from './history-changes.js';
import { decodeCursor, encodeCursor, historyId, idAt, part, requireOwner } from './history-ids.js';

/** Longer than any link with all its tracking, or any title that is worth typing. */
const VIDEO_LENGTH = 500;

/** Ten years: TikTok isn't older. */
const MOST_DAYS = 3_650;

const days = { type: 'whole', min: 1, max: MOST_DAYS } as const;

/** The name of the picture in a message. */
const CHART = 'trend.png';

// All of it is for the caller alone: it holds private readings and those of other servers, and
// turning its pages mustn't change what others are reading.
const list = runnable({
  description: (words) => words.commands.history.list.description,
  options: {
    member: { type: 'member', description: (words) => words.commands.history.list.member },
    days: { ...days, description: (words) => words.commands.history.list.days },
  },
  ephemeral: true,
  run: async ({ member, days: most }, asking) =>
    privately(await listView(asking, member ?? asking.callerId, most ?? null, null)),
});

const video = runnable({
  description: (words) => words.commands.history.video.description,
  options: {
    video: {
      type: 'text',
      description: (words) => words.commands.history.video.video,
      maxLength: VIDEO_LENGTH,
      required: true,
      autocomplete: async (typed, { services, callerId, words }) => {
        const found = await (await services).history.choices(callerId, typed);
        return found.map((one) => ({ name: choiceName(one, words), value: String(one.videoId) }));
      },
    },
  },
  ephemeral: true,
  run: async ({ video: typed }, asking) => {
    const { history } = await asking.services;
    const videoId = await history.find(asking.callerId, typed);
    return privately(await videoView(asking, videoId, null));
  },
});

const trend = runnable({
  description: (words) => words.commands.history.trend.description,
  options: { days: { ...days, description: (words) => words.commands.history.trend.days } },
  ephemeral: true,
  cost: 'costly',
  run: async ({ days: most }, { services, charts, callerId, words }) => {
    const found = await (await services).history.trend(callerId, most ?? TREND_DAYS);
    if (found.points.length < FEWEST_IN_TREND) {
      return privately({ embeds: [noTrendEmbed(found, FEWEST_IN_TREND, words)] });
    }
    // Where it can't be drawn, the same stands in words.
    const png = await charts.render(trendChart(found, words)).catch(() => null);
    return privately({
      embeds: [trendEmbed(found, png === null ? null : CHART, words)],
      components: howIsItMade('trend', words),
      ...(png !== null && {
        files: [{ name: CHART, data: png, description: trendAltText(found, words) }],
      }),
    });
  },
});

const turnPage: Button = {
  ...part('history-page'),
  late: () => ({ as: 'update', ephemeral: true }),
  press: async (fields, asking) => {
    requireOwner(fields, asking.callerId);
    const [, , most = '', cursor = ''] = fields;
    const within = /^\d{1,4}$/.test(most) ? Number(most) : null;
    const view = await listView(asking, idAt(fields, 1), within, decodeCursor(cursor));
    return { kind: 'update', view };
  },
};

const turnVideo: Button = {
  ...part('history-video'),
  late: () => ({ as: 'update', ephemeral: true }),
  press: async (fields, asking) => {
    requireOwner(fields, asking.callerId);
    const view = await videoView(asking, idAt(fields, 1), decodeCursor(fields[2] ?? ''));
    return { kind: 'update', view };
  },
};

export const history: CommandModule = {
  command: defineCommand({
    name: 'history',
    forOneAlone: true,
    description: (words) => words.commands.history.description,
    subcommands: { list, video, trend, account: historyAccount(days) },
  }),
  buttons: [turnPage, turnVideo, ...changeButtons],
  menus: changeMenus,
  modals: changeModals,
};

async function listView(
  asking: Asking,
  subjectId: bigint,
  most: number | null,
  cursor: Cursor | null,
): Promise<MessageView> {
  const { callerId, guildId } = asking;
  const services = await asking.services;
  const viewer = { id: callerId, guildId };
  const found = await services.history.list(viewer, subjectId, most, cursor);
  const change = found.isOwn ? await services.changes.newest(callerId) : null;
  const phrases = asking.words.history.list;
  return {
    embeds: [historyListEmbed(found, asking.words)],
    components: buttonRows([
      ...ways(
        found,
        (one) =>
          historyId('history-page', callerId, subjectId, most === null ? '' : String(most), one),
        asking.words,
      ),
      ...(change === null
        ? []
        : [
            {
              label: phrases.undo[change.kind],
              customId: historyId('history-undo', change.changeId),
            },
          ]),
    ]),
  };
}

async function videoView(
  { services, callerId, words }: Asking,
  videoId: bigint,
  cursor: Cursor | null,
): Promise<MessageView> {
  const found = await (await services).history.video(callerId, videoId, cursor);
  return {
    embeds: [videoHistoryEmbed(found, words)],
    components: [
      ...readingsMenu(historyId('history-change', callerId, videoId), found.readings, words),
      ...buttonRows([
        ...ways(found, (one) => historyId('history-video', callerId, videoId, one), words),
        ...(found.hasOthers
          ? [
              {
                label: words.history.video.merge,
                customId: historyId('history-merge', callerId, videoId),
              },
            ]
          : []),
      ]),
    ],
  };
}

/** Buttons to turn pages, where there are any. */
function ways(
  page: Pick<HistoryList, 'hasNewer' | 'hasOlder'> & { readings: readonly HistoryReading[] },
  idOf: (cursor: string) => string,
  words: Words,
) {
  const phrases = words.history.list;
  const [first, last] = [page.readings.at(0), page.readings.at(-1)];
  return [
    ...(page.hasNewer && first
      ? [{ label: phrases.newer, customId: idOf(encodeCursor({ ...first, direction: 'newer' })) }]
      : []),
    ...(page.hasOlder && last
      ? [{ label: phrases.older, customId: idOf(encodeCursor({ ...last, direction: 'older' })) }]
      : []),
  ];
}

function privately(view: MessageView): Answer {
  return { kind: 'message', view, ephemeral: true };
}
