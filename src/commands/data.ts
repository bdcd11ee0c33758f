import {
  deleteButton,
  deletedEmbed,
  deleteQuestionEmbed,
  exportEmbed,
  nothingStoredEmbed,
  tooLargeEmbed,
} from '../embeds/data.js';
import { decodeSnowflake, encodeCustomId } from '../lib/custom-id.js';
import { timeOfSnowflake } from '../lib/snowflake.js';
import { Refusal } from '../services/refusal.js';
import type { Answer } from './answer.js';
import type { Button } from './components.js';
import { type CommandModule, defineCommand, runnable } from './define.js';

/** Discord's limit for a file of a bot, in bytes. */
const MOST_BYTES = 10 * 1024 * 1024;

/** How long the question before a deletion stands, in milliseconds. */
const QUESTION_LIFE = 15 * 60_000;

const command = defineCommand({
  name: 'data',
  forOneAlone: true,
  description: (words) => words.commands.data.description,
  subcommands: {
    export: runnable({
      description: (words) => words.commands.data.export,
      options: {},
      ephemeral: true,
      cost: 'rare',
      slow: true,
      run: async (_args, { services, callerId, words }) => {
        const { dataRights } = await services;
        const found = await dataRights.exportOf(callerId, {
          limit: MOST_BYTES,
          readme: words.exportReadme,
        });
        switch (found.kind) {
          case 'nothing':
            return privately({ embeds: [nothingStoredEmbed(words)] });
          case 'too large':
            return privately({ embeds: [tooLargeEmbed(found.bytes, words)] });
          case 'archives':
            return privately({
              embeds: [exportEmbed(found.holdings, words)],
              files: found.archives.map(({ path, bytes }) => ({
                name: path,
                data: bytes,
                description: words.data.archive,
              })),
            });
        }
      },
    }),
    delete: runnable({
      description: (words) => words.commands.data.delete,
      options: {},
      ephemeral: true,
      run: async (_args, { services, callerId, interactionId, words }) => {
        const held = await (await services).dataRights.holdings(callerId);
        if (held.size === 0) return privately({ embeds: [nothingStoredEmbed(words)] });
        const customId = encodeCustomId({
          name: confirm.name,
          version: confirm.version,
          fields: [String(callerId), String(interactionId)],
        });
        return privately({
          embeds: [deleteQuestionEmbed(held, words)],
          components: deleteButton(customId, words),
        });
      },
    }),
  },
});

/** Its custom id says whose data it is about and, by the question's id, until when it works. */
const confirm: Button = {
  name: 'data-delete',
  version: 1,
  late: () => ({ as: 'update', ephemeral: true }),
  press: async (fields, { services, callerId, interactionId, words }) => {
    const [whose, question] = [decodeSnowflake(fields[0] ?? ''), decodeSnowflake(fields[1] ?? '')];
    if (whose !== callerId) throw new Refusal({ kind: 'only the author' });
    if (!isOpen(question, interactionId)) throw new Refusal({ kind: 'question gone' });
    const { dataRights } = await services;
    const held = await dataRights.holdings(callerId);
    await dataRights.erase(callerId);
    return { kind: 'update', view: { embeds: [deletedEmbed(held, words)] } };
  },
};

export const data: CommandModule = { command, buttons: [confirm] };

/** Whether a question can still be answered; by Discord's clock alone, since ours may be wrong. */
function isOpen(question: bigint | null, pressed: bigint): boolean {
  if (question === null) return false;
  const age = timeOfSnowflake(pressed).getTime() - timeOfSnowflake(question).getTime();
  return age >= 0 && age < QUESTION_LIFE;
}

function privately(view: Extract<Answer, { kind: 'message' }>['view']): Answer {
  return { kind: 'message', view, ephemeral: true };
}
