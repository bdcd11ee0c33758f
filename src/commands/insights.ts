import { accuracyEmbed, categoriesEmbed, signalsEmbed } from '../embeds/insights.js';
import { commandText } from '../text/commands.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { definition, howIsItMade } from './definitions.js';
import { insightBounds } from './finding-bounds.js';

const words = commandText.insights;

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
          const embed = signalsEmbed(own, insightBounds, locale);
          const view = { embeds: [embed], components: howIsItMade('signals') };
          return { kind: 'message', view, ephemeral: true };
        },
      }),
      categories: runnable({
        description: words.categories,
        options: { days },
        ephemeral: true,
        cost: 'costly',
        run: async (args, { services, callerId, locale }) => {
          const own = await (await services).insights.categories(callerId, args.days);
          const embed = categoriesEmbed(own, insightBounds, locale);
          const view = { embeds: [embed], components: howIsItMade('categories') };
          return { kind: 'message', view, ephemeral: true };
        },
      }),
      accuracy: runnable({
        description: words.accuracy,
        options: {},
        ephemeral: true,
        cost: 'costly',
        run: async (_args, { services, callerId, locale }) => {
          const found = await (await services).insights.accuracy(callerId);
          const embed = accuracyEmbed(found, insightBounds, locale);
          const view = { embeds: [embed], components: howIsItMade('accuracy') };
          return { kind: 'message', view, ephemeral: true };
        },
      }),
    },
  }),
  buttons: [definition],
};
