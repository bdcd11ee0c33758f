import { ChannelType } from 'discord-api-types/v10';
import { weekdayNumber } from '../lib/weekly.js';
import { serverOf } from './asking.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { scheduleQuestion, setUpButton, setUpView } from './digest-schedule.js';
import { digestButton, digestShown } from './digest-shown.js';
import { digestStatus, noticeButton } from './notice.js';
import { zoneOption } from './zone-option.js';

const setup = runnable({
  description: (words) => words.commands.digest.setup.description,
  options: {
    channel: {
      type: 'channel',
      description: (words) => words.commands.digest.setup.channel,
      required: true,
      kinds: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    },
    day: {
      type: 'choice',
      description: (words) => words.commands.digest.setup.day,
      required: true,
      choices: (words) => words.weekdays,
    },
    time: {
      type: 'text',
      description: (words) => words.commands.digest.setup.time,
      required: true,
      maxLength: 20,
    },
    timezone: {
      ...zoneOption,
      description: (words) => words.commands.digest.setup.timezone,
      required: true,
    },
    quiet_weeks: {
      type: 'choice',
      description: (words) => words.commands.digest.setup.quietWeeks,
      choices: (words) => words.commands.digest.setup.quiet,
    },
  },
  ephemeral: true,
  cost: 'costly',
  run: async ({ channel, day, time, timezone, quiet_weeks }, asking) => {
    const typed = {
      ...{ guildId: serverOf(asking), channelId: channel, time, timezone },
      weekday: weekdayNumber(day),
      quietWeeks: quiet_weeks,
      locale: asking.channelWords.locale,
    };
    const question = scheduleQuestion(typed, asking);
    if (question !== null) return question;
    return { kind: 'message', view: await setUpView(typed, asking), ephemeral: true };
  },
});

const status = runnable({
  description: (words) => words.commands.digest.status.description,
  options: {},
  ephemeral: true,
  cost: 'costly',
  run: (_, asking) => digestStatus(asking),
});

const off = runnable({
  description: (words) => words.commands.digest.off.description,
  options: {},
  ephemeral: true,
  run: async (_, asking) => {
    const wasOn = await (await asking.services).digests.turnOff(serverOf(asking));
    const content = wasOn ? asking.words.digest.turnedOff : asking.words.digest.wasOff;
    return { kind: 'message', view: { content }, ephemeral: true };
  },
});

export const digest: CommandModule = {
  command: defineCommand({
    name: 'digest',
    description: (words) => words.commands.digest.description,
    forManagers: true,
    subcommands: { setup, ...digestShown, status, off },
  }),
  buttons: [digestButton, setUpButton, noticeButton],
};
