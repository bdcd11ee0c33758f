import { weeklyEmbed, weeklyHowEmbed } from '../embeds/letters.js';
import { buttonRows } from '../embeds/rows.js';
import { relativeTime } from '../embeds/timestamp.js';
import { clockTimes } from '../lib/clock-time.js';
import { zonesMeant } from '../lib/time-zones.js';
import { tipById } from '../services/tips/content.js';
import { WEEKDAYS } from '../text/digest.js';
import { letterCommands, lettersText } from '../text/letters.js';
import type { Answer } from './answer.js';
import type { Button } from './components.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { STOP_WEEKLY, WEEKLY_HOW, weeklyHowId } from './letter-view.js';
import { zoneOption } from './zone-option.js';

const words = letterCommands.weekly;

const on = runnable({
  description: words.on.description,
  options: {
    day: { type: 'choice', description: words.on.day, required: true, choices: WEEKDAYS },
    time: { type: 'text', description: words.on.time, required: true, maxLength: 20 },
    timezone: { ...zoneOption, description: words.on.timezone, required: true },
  },
  ephemeral: true,
  cost: 'costly',
  run: async ({ day, time, timezone }, { callerId, locale, services, at }) => {
    if (clockTimes(time).length > 1 || zonesMeant(timezone, at).length > 1) {
      return privately(lettersText.whichOne);
    }
    const weekday = Object.keys(WEEKDAYS).indexOf(day) + 1;
    const { weekly } = await services;
    const done = await weekly.turnOn({ weekday, time, timezone }, { callerId, locale });
    if (done.kind !== 'on') return privately(lettersText[done.kind]);
    const next = relativeTime(done.next);
    return privately(lettersText.weekly.on(WEEKDAYS[day], done.time, done.timezone, next));
  },
});

const preview = runnable({
  description: words.preview.description,
  options: {},
  ephemeral: true,
  cost: 'costly',
  run: async (_, { callerId, locale, services }) => {
    const note = await (await services).weekly.preview(callerId);
    if (note === null) return privately(lettersText.weekly.nothing);
    const embeds = [weeklyEmbed(note, tipById(note.tip), locale)];
    const components = buttonRows([
      { label: lettersText.buttons.how, customId: weeklyHowId(note) },
    ]);
    return { kind: 'message', view: { embeds, components }, ephemeral: true };
  },
});

const off = runnable({
  description: words.off.description,
  options: {},
  ephemeral: true,
  run: async (_, { callerId, services }) => {
    const wasOn = await (await services).weekly.turnOff(callerId);
    return privately(wasOn ? lettersText.weekly.off : lettersText.weekly.wasOff);
  },
});

const stopWeekly: Button = {
  ...STOP_WEEKLY,
  late: () => ({ as: 'message', ephemeral: true }),
  press: async (_, { callerId, services }) => {
    const wasOn = await (await services).weekly.turnOff(callerId);
    return privately(wasOn ? lettersText.weekly.off : lettersText.weekly.wasOff);
  },
};

/** Tells of the method and of a tip, and of nobody. */
const weeklyHow: Button = {
  ...WEEKLY_HOW,
  cost: 'light',
  late: () => ({ as: 'message', ephemeral: true }),
  press: ([tip = '']) => {
    const view = { embeds: [weeklyHowEmbed(tipById(tip))] };
    return Promise.resolve({ kind: 'message', view, ephemeral: true });
  },
};

export const weekly: CommandModule = {
  command: defineCommand({
    name: 'weekly',
    description: words.description,
    subcommands: { on, preview, off },
  }),
  buttons: [stopWeekly, weeklyHow],
};

function privately(content: string): Answer {
  return { kind: 'message', view: { content }, ephemeral: true };
}
