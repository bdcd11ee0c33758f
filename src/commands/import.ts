import { ButtonStyle } from 'discord-api-types/v10';
import { planEmbed, restFiles, storedEmbed } from '../embeds/imports.js';
import { buttonRows } from '../embeds/rows.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { DroppedFile, LeftOut } from '../services/import/drop.js';
import type { Looked } from '../services/import/imports.js';
import { isPersonalName } from '../services/import/personal.js';
import type { Language, Words } from '../words/words.js';
import type { Answer, MessageView } from './answer.js';
import type { Asking } from './asking.js';
import type { AttachedFile } from './attached-file.js';
import type { Button } from './components.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { historyId, idAt, requireOwner } from './history-ids.js';
import { taughtModal, teachButton, teachButtons } from './import-saves.js';

/** Discord's limit for a file of most members; an export has a hundredth of it. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Longer than any handle, or the link of a profile with its tracking. */
const ACCOUNT_LENGTH = 200;

const file = {
  type: 'attachment',
  description: (words: Language) => words.commands.import.more,
} as const;

/** Draft, and its creator. */
const STORE = { name: 'import-store', version: 1 } as const;
const CANCEL = { name: 'import-cancel', version: 1 } as const;

const command = defineCommand({
  name: 'import',
  description: (words) => words.commands.import.description,
  runnable: runnable({
    description: (words) => words.commands.import.description,
    options: {
      file: { ...file, description: (words) => words.commands.import.file, required: true },
      file2: file,
      file3: file,
      file4: file,
      file5: file,
      account: {
        type: 'text',
        description: (words) => words.commands.import.account,
        maxLength: ACCOUNT_LENGTH,
      },
      private: { type: 'boolean', description: (words) => words.commands.import.private },
    },
    // What is in the files is for the caller alone.
    ephemeral: true,
    cost: 'costly',
    slow: true,
    run: async ({ account, private: isPrivate, ...given }, asking) => {
      const handle = account === undefined ? null : handleIn(account);
      if (account !== undefined && handle === null) {
        return privately({ content: asking.words.imports.notAnAccount(account.slice(0, 60)) });
      }
      const attached = [given.file, given.file2, given.file3, given.file4, given.file5].filter(
        (one) => one !== undefined,
      );
      // Not even fetched.
      if (attached.some(({ name }) => isPersonalName(name))) return personal(asking.words);
      const { files, left } = await fetchAll(attached, asking);
      const {
        services,
        interactionId,
        callerId,
        guildId,
        words: { locale },
      } = asking;
      const looked = await (await services).imports.look(files, {
        ...{ interactionId, callerId, guildId, language: locale, account: handle },
        private: isPrivate ?? false,
      });
      return planned(looked, left, asking);
    },
  }),
});

/** Stores what was shown, all of it in one step. */
const store: Button = {
  ...STORE,
  cost: 'costly',
  late: () => ({ as: 'update', ephemeral: true }),
  press: async (fields, { services, callerId, words }) => {
    requireOwner(fields, callerId, 1);
    const done = await (await services).imports.store(idAt(fields, 0), callerId);
    const undo = {
      label: words.imports.undo,
      customId: historyId('history-undo', done.importId),
    };
    return {
      kind: 'update',
      view: {
        embeds: [storedEmbed(done, done.teaching, words)],
        components: teachButtons(done.teaching, callerId, words, [undo]),
      },
    };
  },
};

const cancel: Button = {
  ...CANCEL,
  late: () => ({ as: 'update', ephemeral: true }),
  press: async (fields, { services, callerId, words }) => {
    requireOwner(fields, callerId, 1);
    await (await services).imports.cancel(idAt(fields, 0), callerId);
    return { kind: 'update', view: { content: words.imports.cancelled } };
  },
};

export const imports: CommandModule = {
  command,
  buttons: [store, cancel, teachButton],
  modals: [taughtModal],
};

/** The files, each at once; what isn't handed over is left out. */
async function fetchAll(
  attached: readonly AttachedFile[],
  { files }: Asking,
): Promise<{ files: DroppedFile[]; left: LeftOut[] }> {
  const fetched = await Promise.all(
    attached.map(async (one) => ({ name: one.name, bytes: await files.bytesOf(one, MOST_BYTES) })),
  );
  return {
    files: fetched.flatMap(({ name, bytes }) =>
      typeof bytes === 'string' ? [] : [{ name, bytes }],
    ),
    left: fetched.flatMap(({ name, bytes }) =>
      typeof bytes === 'string' ? [{ file: name, line: null, why: { why: bytes } }] : [],
    ),
  };
}

function planned(looked: Looked, left: readonly LeftOut[], asking: Asking): Answer {
  if (looked.kind === 'personal') return personal(asking.words);
  if (looked.kind !== 'plan') return privately({ content: asking.words.imports.tooMuch });
  const { callerId } = asking;
  const plan = { ...looked, drop: { ...looked.drop, left: [...left, ...looked.drop.left] } };
  const files = restFiles(plan, asking.words).map(({ text, ...file }) => ({
    ...file,
    data: Buffer.from(text, 'utf8'),
  }));
  const fields = [String(plan.draftId), String(callerId)];
  return privately({
    embeds: [planEmbed(plan, asking.words)],
    components:
      plan.draftId === null
        ? []
        : buttonRows([
            {
              label: asking.words.imports.store,
              customId: encodeCustomId({ ...STORE, fields }),
              style: ButtonStyle.Primary,
            },
            { label: asking.words.imports.cancel, customId: encodeCustomId({ ...CANCEL, fields }) },
          ]),
    ...(files.length > 0 && { files }),
  });
}

function personal(words: Words): Answer {
  return privately({ content: `**${words.imports.personalTitle}**\n${words.imports.personal}` });
}

/** The account that was typed: `mia`, `@Mia`, or the link of a profile; null for anything else. */
function handleIn(typed: string): string | null {
  const [, inLink] = /tiktok\.com\/(?:@|%40)([\w.]{2,24})/i.exec(typed) ?? [];
  const handle = (inLink ?? typed.trim().replace(/^@/, '')).toLowerCase();
  return /^[a-z0-9_.]{2,24}$/.test(handle) ? handle : null;
}

function privately(view: MessageView): Answer {
  return { kind: 'message', view, ephemeral: true };
}
