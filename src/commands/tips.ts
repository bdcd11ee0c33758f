import { categoryTipsEmbed, ownTipsEmbed } from '../embeds/tips.js';
import { FEWEST_OTHERS } from '../services/tips/diagnosis.js';
import { publicWords } from './asking.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { howIsItMade } from './definitions.js';

export const tips: CommandModule = {
  command: defineCommand({
    name: 'tips',
    forOneAlone: true,
    description: (words) => words.commands.tips.description,
    runnable: runnable({
      description: (words) => words.commands.tips.description,
      options: {
        category: {
          type: 'choice',
          description: (words) => words.commands.tips.category,
          choices: (words) => words.commands.score.categories,
        },
      },
      // A creator's own numbers may hold private readings, so what is made of them is for them alone.
      ephemeral: ({ category }) => category === undefined,
      run: async ({ category }, asking) => {
        const { callerId, words } = asking;
        const service = (await asking.services).tips;
        if (category !== undefined) {
          const embed = categoryTipsEmbed(service.forCategory(category), await publicWords(asking));
          return { kind: 'message', view: { embeds: [embed] }, ephemeral: false };
        }
        const own = await service.fromOwnNumbers(callerId);
        const embeds = [ownTipsEmbed(own, FEWEST_OTHERS, words)];
        const components = own.kind === 'too little' ? [] : howIsItMade('tips', words);
        return { kind: 'message', view: { embeds, components }, ephemeral: true };
      },
    }),
  }),
};
