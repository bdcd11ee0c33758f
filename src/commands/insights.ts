import { teachingFields } from '../embeds/imports.js';
import { accuracyEmbed, categoriesEmbed, signalsEmbed } from '../embeds/insights.js';
import { commandText } from '../text/commands.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { definition, howIsItMade } from './definitions.js';
import { insightBounds } from './finding-bounds.js';
import { teachButtons } from './import-saves.js';

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
          const { insights: own, imports } = await services;
          const found = await own.accuracy(callerId);
          const teaching = await imports.mostTelling(callerId);
          const shown = accuracyEmbed(found, insightBounds, locale);
          const fields = [...(shown.fields ?? []), ...teachingFields(teaching, locale)];
          const components = [...teachButtons(teaching, callerId), ...howIsItMade('accuracy')];
          const view = { embeds: [{ ...shown, fields }], components };
          return { kind: 'message', view, ephemeral: true };
        },
      }),
    },
  }),
  buttons: [definition],
};
