import {
  accountAltText,
  accountChart,
  accountEmbed,
  hasChart,
  noAccountEmbed,
} from '../embeds/account.js';
import { ACCOUNT_DAYS } from '../services/history/account.js';
import { runnable } from './define.js';

/** The name of the picture in a message. */
const CHART = 'account.png';

/** Longer than any handle with its `@`. */
const ACCOUNT_LENGTH = 60;

/** Days of an account, from imports: for the caller alone. */
export function historyAccount(days: { type: 'whole'; min: number; max: number }) {
  return runnable({
    description: (words) => words.commands.history.account.description,
    options: {
      account: {
        type: 'text',
        description: (words) => words.commands.history.account.account,
        maxLength: ACCOUNT_LENGTH,
        autocomplete: async (typed, { services, callerId }) => {
          const known = await (await services).history.accounts(callerId);
          const key = handleOf(typed);
          const fitting = known.filter((handle) => handle.includes(key));
          return fitting.slice(0, 25).map((handle) => ({ name: `@${handle}`, value: handle }));
        },
      },
      days: { ...days, description: (words) => words.commands.history.account.days },
    },
    ephemeral: true,
    cost: 'costly',
    run: async ({ account, days: most }, { services, charts, callerId, words }) => {
      const { history } = await services;
      const handle = account === undefined ? null : handleOf(account);
      const found = await history.account(callerId, handle, most ?? ACCOUNT_DAYS);
      if (found.kind === 'none') {
        const embed = noAccountEmbed(found, account ?? null, words);
        return { kind: 'message', view: { embeds: [embed] }, ephemeral: true };
      }
      // Where it can't be drawn, the same stands in words.
      const png = hasChart(found.account)
        ? await charts.render(accountChart(found.account, words)).catch(() => null)
        : null;
      return {
        kind: 'message',
        view: {
          embeds: [accountEmbed(found.account, png === null ? null : CHART, words)],
          ...(png !== null && {
            files: [{ name: CHART, data: png, description: accountAltText(found.account, words) }],
          }),
        },
        ephemeral: true,
      };
    },
  });
}

function handleOf(typed: string): string {
  return typed.trim().replace(/^@/, '').toLowerCase();
}
