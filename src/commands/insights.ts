import type { InsightBounds } from '../embeds/insight-bounds.js';
import { accuracyEmbed, categoriesEmbed, signalsEmbed } from '../embeds/insights.js';
import { FEWEST_IN_GROUP } from '../lib/statistics.js';
import { FEWEST_TO_JUDGE, MOST_TRUTHS_JUDGED } from '../services/insights/accuracy.js';
import { FEWEST_IN_CATEGORY } from '../services/insights/categories.js';
import { FEWEST_IN_EXPERIMENT } from '../services/insights/experiments.js';
import { FEWEST_INSIGHT_VIDEOS } from '../services/insights/signals.js';
import { FEWEST_SAVES_TO_JUDGE } from '../services/readings/report-card.js';
import { LOOK_SIZES, SHOWN_FACTOR } from '../services/saves/two-groups.js';
import { commandText } from '../text/commands.js';
import { type CommandModule, defineCommand, runnable } from './define.js';

const words = commandText.insights;

const bounds: InsightBounds = {
  videos: FEWEST_INSIGHT_VIDEOS,
  group: FEWEST_IN_GROUP,
  experiment: FEWEST_IN_EXPERIMENT,
  concluded: LOOK_SIZES,
  category: FEWEST_IN_CATEGORY,
  judge: FEWEST_TO_JUDGE,
  judgedFrom: FEWEST_SAVES_TO_JUDGE,
  mostTruths: MOST_TRUTHS_JUDGED,
  shownFactor: SHOWN_FACTOR,
};

/** Ten years: longer than anybody has scored. */
const days = { type: 'whole', description: words.days, min: 1, max: 3_650 } as const;

/** A creator's own numbers, private readings too: every answer is for them alone. */
export const insights: CommandModule = {
  command: defineCommand({
    name: 'insights',
    description: words.description,
    subcommands: {
      signals: runnable({
        description: words.signals,
        options: { days },
        ephemeral: true,
        cost: 'costly',
        run: async (args, { services, callerId, locale }) => {
          const own = await (await services).insights.signals(callerId, args.days);
          const embed = signalsEmbed(own, bounds, locale);
          return { kind: 'message', view: { embeds: [embed] }, ephemeral: true };
        },
      }),
      categories: runnable({
        description: words.categories,
        options: { days },
        ephemeral: true,
        cost: 'costly',
        run: async (args, { services, callerId, locale }) => {
          const own = await (await services).insights.categories(callerId, args.days);
          const embed = categoriesEmbed(own, bounds, locale);
          return { kind: 'message', view: { embeds: [embed] }, ephemeral: true };
        },
      }),
      accuracy: runnable({
        description: words.accuracy,
        options: {},
        ephemeral: true,
        cost: 'costly',
        run: async (_args, { services, callerId, locale }) => {
          const found = await (await services).insights.accuracy(callerId);
          const embed = accuracyEmbed(found, bounds, locale);
          return { kind: 'message', view: { embeds: [embed] }, ephemeral: true };
        },
      }),
    },
  }),
};
