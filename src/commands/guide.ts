import { guideOverviewEmbed, guidePageEmbed } from '../embeds/guide.js';
import { pageIn } from '../embeds/translated.js';
import { guideDir } from '../lib/paths.js';
import { readGuide } from '../services/knowledge/guide.js';
import { publicWords } from './asking.js';
import { type CommandModule, defineCommand, runnable } from './define.js';

/** Read for the choices alone; what is wrong with a file is told at the start. */
const pages = readGuide(guideDir).pages;

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
          choices: (words) =>
            Object.fromEntries(pages.map((page) => [page.id, pageIn(page, words).title] as const)),
        },
      },
      cost: 'light',
      ephemeral: false,
      run: async ({ topic }, asking) => {
        const { guide } = await asking.services;
        const words = await publicWords(asking);
        const page = topic === undefined ? undefined : guide.byId(topic);
        const embed = page
          ? guidePageEmbed(page, asking.at, words)
          : guideOverviewEmbed(guide.pages, words);
        return { kind: 'message', view: { embeds: [embed] }, ephemeral: false };
      },
    }),
  }),
};
