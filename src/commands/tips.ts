import { categoryTipsEmbed, ownTipsEmbed } from '../embeds/tips.js';
import { FEWEST_OTHERS } from '../services/tips/diagnosis.js';
import { commandText } from '../text/commands.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { howIsItMade } from './definitions.js';

export const tips: CommandModule = {
  command: defineCommand({
    name: 'tips',
    forOneAlone: true,
    description: commandText.tips.description,
    runnable: runnable({
      description: commandText.tips.description,
      options: {
        category: {
          type: 'choice',
          description: commandText.tips.category,
          choices: commandText.score.categories,
        },
      },
      // A creator's own numbers may hold private readings, so what is made of them is for them alone.
      ephemeral: ({ category }) => category === undefined,
      run: async ({ category }, { services, callerId, locale }) => {
        const service = (await services).tips;
        if (category !== undefined) {
          const embed = categoryTipsEmbed(service.forCategory(category));
          return { kind: 'message', view: { embeds: [embed] }, ephemeral: false };
        }
        const own = await service.fromOwnNumbers(callerId);
        const embeds = [ownTipsEmbed(own, FEWEST_OTHERS, locale)];
        const components = own.kind === 'too little' ? [] : howIsItMade('tips');
        return { kind: 'message', view: { embeds, components }, ephemeral: true };
      },
    }),
  }),
};
