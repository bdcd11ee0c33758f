import { guideOverviewEmbed, guidePageEmbed } from '../embeds/guide.js';
import { guideDir } from '../lib/paths.js';
import { readGuide } from '../services/knowledge/guide.js';
import { commandText } from '../text/commands.js';
import { type CommandModule, defineCommand, runnable } from './define.js';

/** Read for the choices alone; what is wrong with a file is told at the start. */
const choices = Object.fromEntries(
  readGuide(guideDir).pages.map(({ id, title }) => [id, title] as const),
);

export const guide: CommandModule = {
  command: defineCommand({
    name: 'guide',
    description: commandText.guide.description,
    runnable: runnable({
      description: commandText.guide.description,
      options: {
        topic: { type: 'choice', description: commandText.guide.topic, choices },
      },
      cost: 'light',
      ephemeral: false,
      run: async ({ topic }, { services, at }) => {
        const { guide: pages } = await services;
        const page = topic === undefined ? undefined : pages.byId(topic);
        const embed = page ? guidePageEmbed(page, at) : guideOverviewEmbed(pages.pages);
        return { kind: 'message', view: { embeds: [embed] }, ephemeral: false };
      },
    }),
  }),
};
