import { didYouMeanEmbed, faqAnswerEmbed, savesOverviewEmbed } from '../embeds/faq.js';
import { savesOverview } from '../services/knowledge.js';
import { commandText } from '../text/commands.js';
import { type CommandModule, defineCommand, type MessageView, runnable } from './define.js';

/** Longer than any question; what is longer is cut by Discord while typing. */
const QUESTION_LENGTH = 200;

export const faq: CommandModule = {
  command: defineCommand({
    name: 'faq',
    description: commandText.faq.description,
    subcommands: {
      saves: runnable({
        description: commandText.faq.saves.description,
        options: {
          question: {
            type: 'text',
            description: commandText.faq.saves.question,
            maxLength: QUESTION_LENGTH,
            autocomplete: async (typed, { services }) => [
              ...(await services).knowledge.suggest(typed, { topic: 'saves' }),
            ],
          },
        },
        ephemeral: false,
        run: async ({ question }, { services, at }) => {
          const { knowledge } = await services;
          const shown = (embed: NonNullable<MessageView['embeds']>[number]) => ({
            kind: 'message' as const,
            view: { embeds: [embed] },
            ephemeral: false,
          });
          if (question === undefined)
            return shown(savesOverviewEmbed(savesOverview(knowledge), at));
          const answer = knowledge.answer(question, { topic: 'saves' });
          return answer.kind === 'answer'
            ? shown(faqAnswerEmbed(answer.entry, at))
            : shown(didYouMeanEmbed(question, answer.nearest, savesOverview(knowledge).mostAsked));
        },
      }),
    },
  }),
};
