import type { Weekday } from '../../lib/weekly.js';
import type { DigestReason, Obstacle, Unasked } from '../../services/digest/reason.js';
import { say } from './say.js';

/** The days of a week, as they are called. */
export const weekdays = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
} as const satisfies Record<Weekday, string>;

/** What managers read about the weekly digest. Times come as Discord's timestamps. */
export const digestText = {
  cannotPost: 'I can’t post there yet',
  on: 'The weekly digest is on',
  whichOne: (time: boolean, zone: boolean) =>
    `Which ${time && zone ? 'one' : time ? 'time' : 'place'} do you mean?${zone ? ' Each has its own rule for when the clock changes; for another place use `/digest setup` with a city.' : ''}\n**Nothing is changed yet.**`,
  title: 'Weekly digest',
  week: (from: string) => `Week of ${from}`,
  rule: (channelId: string, day: string, time: string, timezone: string, quiet: string) =>
    `Every **${day}** at **${time}** (${timezone}) in <#${channelId}>. ${quiet}`,
  quiet: {
    skip: 'Quiet weeks are left out.',
    post: 'Quiet weeks get a short post.',
  },
  next: (at: string, relative: string, there: string, timezone: string) =>
    `Next: ${at}, ${relative}. That is ${there} in ${timezone}.`,
  goesNow: 'The one that was due already goes out now.',
  lastField: 'The last ones',
  wrongField: 'What is wrong',
  never: 'None was due yet.',
  neverSetUp: 'No digest is set up here. `/digest setup` turns it on.',
  unreadable:
    'I can’t read what I noted of the digest here. `/digest setup` writes it anew; then it goes on.',
  isOff: 'It is turned off. `/digest setup` turns it on again.',
  turnedOff:
    'The weekly digest is off. Nothing more will be posted; `/digest setup` turns it on again.',
  wasOff: 'The weekly digest is off already.',
  setUpHint:
    'See what it will look like with `/digest preview`, and how it goes with `/digest status`.',
  posted: (week: string, at: string, link: string) => `✓ ${week}: [posted](${link}) ${at}`,
  coming: (week: string, at: string) => `⏳ ${week}: being posted, due ${at}`,
  again: (week: string, attempts: string, at: string) =>
    `⏳ ${week}: Discord didn’t take it ${attempts}; next try ${at}`,
  parked: (week: string, why: string, at: string) =>
    `⚠️ ${week}: waiting. ${why} I look again ${at}.`,
  skipped: (week: string, why: string) => `➖ ${week}: not posted. ${why}`,
  /** What the bot itself failed at, and what to do. */
  fault: {
    'time zone':
      'I don’t know the time zone it is set for. Do `/digest setup` again, with a zone from its list.',
    row: 'I can’t read what I noted of it. I try again; if it stays like this, please tell whoever runs me. The log says why.',
    other: 'I failed while putting it together. Please tell whoever runs me; the log says why.',
  },
  times: (n: string, count: number) =>
    say('{count, plural, =1 {once} other {{n} times}}', { n, count }),
  /** What keeps the bot from posting in a channel, and how to mend it. */
  obstacle(obstacle: Obstacle | Unasked, channelId: string): string {
    if (obstacle === 'locked out') {
      return 'Discord doesn’t take my key at the moment, so I can neither look nor post. I ask again every minute and go on by myself as soon as it does. If it stays so, tell whoever runs me.';
    }
    if (obstacle === 'unknown') {
      return 'Discord didn’t tell me whether I can post in the channel. Ask again in a minute.';
    }
    switch (obstacle.kind) {
      case 'missing permissions': {
        const names = obstacle.permissions.map((name) => `**${name}**`).join(', ');
        return say(
          'In <#{channelId}> I lack the {count, plural, one {permission} other {permissions}} {names}. Open the channel’s settings → Permissions, add my role there, and allow {count, plural, one {it} other {them}}; then it goes on by itself, or with `/digest setup`.',
          { channelId, names, count: obstacle.permissions.length },
        );
      }
      case 'no such channel':
        return 'The channel is gone, or none I can post in. Choose another one with `/digest setup`.';
      case 'not in the server':
        return 'I am not in the server. Add me again with the link in my profile; then it goes on by itself.';
      case 'timed out':
        return 'I am in a time-out in this server. Take it back (right click on me → Remove timeout); then it goes on by itself.';
    }
  },
  /** Why a digest waits or was left out, and what to do. */
  reason(reason: DigestReason, channelId: string): string {
    switch (reason.kind) {
      case 'discord failing':
        return 'Discord failed every time I tried. Nothing to do here; I go on trying for two days.';
      case 'refused':
        return `Discord doesn’t take the post (code ${reason.code}). That is a fault of mine: please tell whoever runs me.`;
      case 'in doubt':
        return 'I can’t tell whether it was posted: too much was written in the channel since. Look for it there; I won’t risk posting it twice.';
      case 'fault':
        return this.fault[reason.of ?? 'other'];
      case 'too late':
        return 'I wasn’t running when it was due, nor in the two days after.';
      case 'quiet':
        return 'It was a quiet week, and quiet weeks are left out.';
      case 'turned off':
        return 'The digest was turned off.';
      default:
        return this.obstacle(reason, channelId);
    }
  },
};
