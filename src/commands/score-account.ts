import { accountsMenu } from '../embeds/score.js';
import { encodeCustomId } from '../lib/custom-id.js';
import type { Button, Menu } from './components.js';
import { idAt, requireOwner } from './history-ids.js';
import { scoreView, WHICH_ACCOUNT } from './score-view.js';

const CHOICE = { name: 'account', version: 1 } as const;

/** Asks the author of a score which of their accounts its video is of. */
export const whichAccount: Button = {
  ...WHICH_ACCOUNT,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (fields, { services, callerId, source, words }) => {
    const readingId = idAt(fields, 0);
    requireOwner(fields, callerId, 1);
    const accounts = await (await services).scores.accounts(callerId);
    if (accounts.length === 0) {
      return { kind: 'message', view: { content: words.score.account.none }, ephemeral: true };
    }
    const place = source === null ? [] : [source.channelId, source.messageId];
    const customId = encodeCustomId({ ...CHOICE, fields: [String(readingId), ...place] });
    return {
      kind: 'message',
      view: {
        content: words.score.account.ask,
        components: accountsMenu(customId, accounts, words),
      },
      ephemeral: true,
    };
  },
};

/** Keeps the account, and shows the score as it is estimated with it. */
export const chooseAccount: Menu = {
  ...CHOICE,
  late: () => ({ as: 'update', ephemeral: true }),
  choose: async (fields, [handle = ''], asking) => {
    const { scores } = await asking.services;
    const score = await scores.nameAccount(idAt(fields, 0), handle, asking.callerId);
    const view = { content: asking.words.score.account.kept(handle), components: [] };
    const [, channelId, messageId] = fields;
    if (channelId === undefined || messageId === undefined) return { kind: 'update', view };
    return {
      kind: 'update',
      view,
      also: { channelId, messageId, view: await scoreView(score, asking) },
    };
  },
};
