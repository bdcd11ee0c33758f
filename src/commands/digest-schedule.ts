import { scheduleButtons, setUpEmbed } from '../embeds/digest-status.js';
import { clockTimes } from '../lib/clock-time.js';
import { decodeSnowflake, encodeCustomId } from '../lib/custom-id.js';
import { zonesMeant } from '../lib/time-zones.js';
import type { QuietWeeks, TypedSchedule } from '../services/digest/digests.js';
import type { Answer, MessageView } from './answer.js';
import { type Asking, requireManager, serverOf } from './asking.js';
import type { Button } from './components.js';

const SET_UP = { name: 'digest-set-up', version: 1 } as const;

/** As many as are easily looked over; who means another place types it. */
const MOST_OFFERED = 10;

/**
 * Asks which time or zone is meant where what was typed can mean several, with a button for each.
 * Null where there is nothing to ask: it means one thing, or nothing at all.
 */
export function scheduleQuestion(typed: TypedSchedule, { at, words }: Asking): Answer | null {
  const times = clockTimes(typed.time);
  const zones = zonesMeant(typed.timezone, at);
  const ways = zones.flatMap((timezone) => times.map((time) => ({ time, timezone })));
  if (ways.length < 2) return null;
  const offered = ways.slice(0, MOST_OFFERED).map(({ time, timezone }) => ({
    label: times.length === 1 ? timezone : `${time} · ${timezone}`,
    customId: encodeCustomId({
      ...SET_UP,
      fields: [
        String(typed.channelId),
        String(typed.weekday),
        time.replace(':', ''),
        typed.quietWeeks ?? '',
        timezone,
      ],
    }),
  }));
  const content = words.digest.whichOne(times.length > 1, zones.length > 1);
  const view = { content, components: scheduleButtons(offered) };
  return { kind: 'message', view, ephemeral: true };
}

/** Turns the digest on with the time and the zone that were meant. */
export const setUpButton: Button = {
  ...SET_UP,
  cost: 'costly',
  late: () => ({ as: 'update', ephemeral: true }),
  press: async ([channel = '', weekday, time = '', quiet = '', timezone = ''], asking) => {
    const guildId = serverOf(asking);
    requireManager(asking);
    const typed = {
      guildId,
      // An id that isn't one is of no channel.
      channelId: decodeSnowflake(channel) ?? 0n,
      weekday: dayOf(weekday),
      time: `${time.slice(0, 2)}:${time.slice(2)}`,
      timezone,
      quietWeeks: isQuiet(quiet) ? quiet : undefined,
      locale: asking.channelWords.locale,
    };
    const view = await setUpView(typed, asking);
    return { kind: 'update', view: { content: '', components: [], ...view } };
  },
};

/** Sets the digest up, and says how it stands then. */
export async function setUpView(
  typed: TypedSchedule,
  { services, words }: Asking,
): Promise<MessageView> {
  const { digests, settings } = await services;
  const done = await digests.setUp(typed);
  const { notices } = await settings.of(typed.guildId);
  return { embeds: [setUpEmbed(done, notices, words)] };
}

/** Monday for what is no day: it stood on no button. */
function dayOf(text: string | undefined): number {
  const day = Number(text);
  return Number.isInteger(day) && day >= 1 && day <= 7 ? day : 1;
}

function isQuiet(text: string): text is QuietWeeks {
  return text === 'skip' || text === 'post';
}
