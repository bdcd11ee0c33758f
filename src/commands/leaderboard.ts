import { boardsEmbed, joinedEmbed, leftEmbed, weekChoice } from '../embeds/boards.js';
import { parseWeek, weekOf } from '../lib/weeks.js';
import { BOARDS } from '../services/boards/ranking.js';
import { Refusal } from '../services/refusal.js';
import { type Asking, publicWords, serverOf } from './asking.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { howIsItMade } from './definitions.js';
import { boardBounds } from './finding-bounds.js';
import type { Choice } from './options.js';

/** Longer than any week; enough to show back what was meant. */
const WEEK_LENGTH = 50;

/** For everybody in the channel: whoever is named has agreed to that. */
const show = runnable({
  description: (words) => words.commands.leaderboard.show.description,
  options: {
    board: {
      type: 'choice',
      description: (words) => words.commands.leaderboard.show.board,
      choices: (words) => words.commands.leaderboard.boards,
    },
    week: {
      type: 'text',
      description: (words) => words.commands.leaderboard.show.week,
      maxLength: WEEK_LENGTH,
      autocomplete: weekChoices,
    },
  },
  ephemeral: false,
  cost: 'costly',
  run: async ({ board, week: typed }, asking) => {
    const week = typed === undefined ? weekOf(asking.at) : parseWeek(typed);
    if (week === null) throw new Refusal({ kind: 'not a week', typed: typed ?? '' });
    const { boards: ranked } = await asking.services;
    const result = await ranked.ofWeek(serverOf(asking), week);
    const boards = board === undefined ? BOARDS : [board];
    const words = await publicWords(asking);
    const embeds = [boardsEmbed(result, boards, boardBounds, words)];
    const view = { embeds, components: howIsItMade('boards', words) };
    return { kind: 'message', view, ephemeral: false };
  },
});

const join = runnable({
  description: (words) => words.commands.leaderboard.join.description,
  options: {},
  ephemeral: true,
  run: async (_, asking) => {
    const isNew = await (await asking.services).consents.join(serverOf(asking), asking.callerId);
    return {
      kind: 'message',
      view: { embeds: [joinedEmbed(isNew, asking.words)] },
      ephemeral: true,
    };
  },
});

const leave = runnable({
  description: (words) => words.commands.leaderboard.leave.description,
  options: {},
  ephemeral: true,
  run: async (_, asking) => {
    const wasIn = await (await asking.services).consents.leave(serverOf(asking), asking.callerId);
    return { kind: 'message', view: { embeds: [leftEmbed(wasIn, asking.words)] }, ephemeral: true };
  },
});

export const leaderboard: CommandModule = {
  command: defineCommand({
    name: 'leaderboard',
    description: (words) => words.commands.leaderboard.description,
    where: 'server',
    subcommands: { show, join, leave },
  }),
};

async function weekChoices(typed: string, asking: Asking): Promise<Choice[]> {
  // Suggestions are asked for without the command's own check of where it is used.
  if (asking.guildId === null) return [];
  const weeks = await (await asking.services).boards.weeks(asking.guildId, typed);
  const running = weekOf(asking.at).name;
  return weeks.map((week) => ({
    name: weekChoice(week, week.name === running, asking.words),
    value: week.name,
  }));
}
