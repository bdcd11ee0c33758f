import { weeklyEmbed, weeklyHowEmbed } from '../embeds/letters.js';
import { buttonRows } from '../embeds/rows.js';
import { relativeTime } from '../embeds/timestamp.js';
import { clockTimes } from '../lib/clock-time.js';
import { zonesMeant } from '../lib/time-zones.js';
import { weekdayNumber } from '../lib/weekly.js';
import { tipById } from '../services/tips/content.js';
import type { Answer } from './answer.js';
import type { Button } from './components.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { STOP_WEEKLY, WEEKLY_HOW, weeklyHowId } from './letter-view.js';
import { zoneOption } from './zone-option.js';

const on = runnable({
  description: (words) => words.letterCommands.weekly.on.description,
  options: {
    day: {
      type: 'choice',
      description: (words) => words.letterCommands.weekly.on.day,
      required: true,
      choices: (words) => words.weekdays,
    },
    time: {
      type: 'text',
      description: (words) => words.letterCommands.weekly.on.time,
      required: true,
      maxLength: 20,
    },
    timezone: {
      ...zoneOption,
      description: (words) => words.letterCommands.weekly.on.timezone,
      required: true,
    },
  },
  ephemeral: true,
  cost: 'costly',
  run: async ({ day, time, timezone }, { callerId, services, at, words }) => {
    if (clockTimes(time).length > 1 || zonesMeant(timezone, at).length > 1) {
      return privately(words.letters.whichOne);
    }
    const weekday = weekdayNumber(day);
    const { weekly } = await services;
    const done = await weekly.turnOn(
      { weekday, time, timezone },
      { callerId, locale: words.locale },
    );
    if (done.kind !== 'on') return privately(words.letters[done.kind]);
    const next = relativeTime(done.next);
    return privately(words.letters.weekly.on(words.weekdays[day], done.time, done.timezone, next));
  },
});

const preview = runnable({
  description: (words) => words.letterCommands.weekly.preview.description,
  options: {},
  ephemeral: true,
  cost: 'costly',
  run: async (_, { callerId, words, services }) => {
    const note = await (await services).weekly.preview(callerId);
    if (note === null) return privately(words.letters.weekly.nothing);
    const embeds = [weeklyEmbed(note, tipById(note.tip), words)];
    const components = buttonRows([
      { label: words.letters.buttons.how, customId: weeklyHowId(note) },
    ]);
    return { kind: 'message', view: { embeds, components }, ephemeral: true };
  },
});

const off = runnable({
  description: (words) => words.letterCommands.weekly.off.description,
  options: {},
  ephemeral: true,
  run: async (_, { callerId, services, words }) => {
    const wasOn = await (await services).weekly.turnOff(callerId);
    return privately(wasOn ? words.letters.weekly.off : words.letters.weekly.wasOff);
  },
});

const stopWeekly: Button = {
  ...STOP_WEEKLY,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (_, { callerId, services, words }) => {
    const wasOn = await (await services).weekly.turnOff(callerId);
    return privately(wasOn ? words.letters.weekly.off : words.letters.weekly.wasOff);
  },
};

/** Tells of the method and of a tip, and of nobody. */
const weeklyHow: Button = {
  ...WEEKLY_HOW,
  cost: 'light',
  late: () => ({ as: 'message', ephemeral: true }),
  press: ([tip = ''], { words }) => {
    const view = { embeds: [weeklyHowEmbed(tipById(tip), words)] };
    return Promise.resolve({ kind: 'message', view, ephemeral: true });
  },
};

export const weekly: CommandModule = {
  command: defineCommand({
    name: 'weekly',
    description: (words) => words.letterCommands.weekly.description,
    subcommands: { on, preview, off },
  }),
  buttons: [stopWeekly, weeklyHow],
};

function privately(content: string): Answer {
  return { kind: 'message', view: { content }, ephemeral: true };
}
