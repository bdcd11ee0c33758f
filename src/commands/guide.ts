import { guideOverviewEmbed, guidePageEmbed } from '../embeds/guide.js';
import { guideDir } from '../lib/paths.js';
import { readGuide } from '../services/knowledge/guide.js';
import { type CommandModule, defineCommand, runnable } from './define.js';

/** Read for the choices alone; what is wrong with a file is told at the start. */
const choices = Object.fromEntries(
  readGuide(guideDir).pages.map(({ id, title }) => [id, title] as const),
);

export const guide: CommandModule = {
  command: defineCommand({
    name: 'guide',
    description: (words) => words.commands.guide.description,
    runnable: runnable({
      description: (words) => words.commands.guide.description,
      options: {
        topic: {
          type: 'choice',
          description: (words) => words.commands.guide.topic,
          choices: () => choices,
        },
      },
      cost: 'light',
      ephemeral: false,
      run: async ({ topic }, { services, at, channelWords }) => {
        const { guide: pages } = await services;
        const page = topic === undefined ? undefined : pages.byId(topic);
        const embed = page
          ? guidePageEmbed(page, at, channelWords)
          : guideOverviewEmbed(pages.pages, channelWords);
        return { kind: 'message', view: { embeds: [embed] }, ephemeral: false };
      },
    }),
  }),
};
