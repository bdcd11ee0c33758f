import { accuracyEmbed } from '../embeds/accuracy.js';
import { teachingFields } from '../embeds/imports.js';
import { categoriesEmbed, signalsEmbed } from '../embeds/insights.js';
import type { Language } from '../words/words.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { definition, howIsItMade } from './definitions.js';
import { insightBounds } from './finding-bounds.js';
import { teachButtons } from './import-saves.js';

/** Ten years: longer than anybody has scored. */
const days = {
  type: 'whole',
  description: (words: Language) => words.commands.insights.days,
  min: 1,
  max: 3_650,
} as const;

/** A creator's own numbers, private readings too: every answer is for them alone. */
export const insights: CommandModule = {
  command: defineCommand({
    name: 'insights',
    description: (words) => words.commands.insights.description,
    subcommands: {
      signals: runnable({
        description: (words) => words.commands.insights.signals,
        options: { days },
        ephemeral: true,
        cost: 'costly',
        run: async (args, { services, callerId, words }) => {
          const own = await (await services).insights.signals(callerId, args.days);
          const embed = signalsEmbed(own, insightBounds, words);
          const view = { embeds: [embed], components: howIsItMade('signals', words) };
          return { kind: 'message', view, ephemeral: true };
        },
      }),
      categories: runnable({
        description: (words) => words.commands.insights.categories,
        options: { days },
        ephemeral: true,
        cost: 'costly',
        run: async (args, { services, callerId, words }) => {
          const own = await (await services).insights.categories(callerId, args.days);
          const embed = categoriesEmbed(own, insightBounds, words);
          const view = { embeds: [embed], components: howIsItMade('categories', words) };
          return { kind: 'message', view, ephemeral: true };
        },
      }),
      accuracy: runnable({
        description: (words) => words.commands.insights.accuracy,
        options: {},
        ephemeral: true,
        cost: 'costly',
        run: async (_args, { services, callerId, words }) => {
          const { insights: own, imports } = await services;
          const found = await own.accuracy(callerId);
          const teaching = await imports.mostTelling(callerId);
          const shown = accuracyEmbed(found, insightBounds, words);
          const fields = [...(shown.fields ?? []), ...teachingFields(teaching, words)];
          const components = [
            ...teachButtons(teaching, callerId, words),
            ...howIsItMade('accuracy', words),
          ];
          const view = { embeds: [{ ...shown, fields }], components };
          return { kind: 'message', view, ephemeral: true };
        },
      }),
    },
  }),
  buttons: [definition],
};
