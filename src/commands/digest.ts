import { ChannelType } from 'discord-api-types/v10';
import { commandText } from '../text/commands.js';
import { digestText, WEEKDAYS } from '../text/digest.js';
import { serverOf } from './asking.js';
import { type CommandModule, defineCommand, runnable } from './define.js';
import { scheduleQuestion, setUpButton, setUpView } from './digest-schedule.js';
import { digestButton, digestShown } from './digest-shown.js';
import { digestStatus, noticeButton } from './notice.js';
import { zoneOption } from './zone-option.js';

const words = commandText.digest;

const setup = runnable({
  description: words.setup.description,
  options: {
    channel: {
      type: 'channel',
      description: words.setup.channel,
      required: true,
      kinds: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    },
    day: { type: 'choice', description: words.setup.day, required: true, choices: WEEKDAYS },
    time: { type: 'text', description: words.setup.time, required: true, maxLength: 20 },
    timezone: { ...zoneOption, description: words.setup.timezone, required: true },
    quiet_weeks: {
      type: 'choice',
      description: words.setup.quietWeeks,
      choices: words.setup.quiet,
    },
  },
  ephemeral: true,
  cost: 'costly',
  run: async ({ channel, day, time, timezone, quiet_weeks }, asking) => {
    const typed = {
      ...{ guildId: serverOf(asking), channelId: channel, time, timezone },
      weekday: Object.keys(WEEKDAYS).indexOf(day) + 1,
      quietWeeks: quiet_weeks,
      locale: asking.channelLocale,
    };
    const question = scheduleQuestion(typed, asking);
    if (question !== null) return question;
    return { kind: 'message', view: await setUpView(typed, asking), ephemeral: true };
  },
});

const status = runnable({
  description: words.status.description,
  options: {},
  ephemeral: true,
  cost: 'costly',
  run: (_, asking) => digestStatus(asking),
});

const off = runnable({
  description: words.off.description,
  options: {},
  ephemeral: true,
  run: async (_, asking) => {
    const wasOn = await (await asking.services).digests.turnOff(serverOf(asking));
    const content = wasOn ? digestText.turnedOff : digestText.wasOff;
    return { kind: 'message', view: { content }, ephemeral: true };
  },
});

export const digest: CommandModule = {
  command: defineCommand({
    name: 'digest',
    description: words.description,
    forManagers: true,
    subcommands: { setup, ...digestShown, status, off },
  }),
  buttons: [digestButton, setUpButton, noticeButton],
};
