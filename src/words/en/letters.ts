import type { LetterReason } from '../../services/letters/reason.js';
import { say } from './say.js';

/** Ages of a video, as people say them; by hours after posting. */
const AGES: Readonly<Record<number, string>> = { 24: '24 hours', 72: '3 days', 168: '7 days' };

const PRIVACY =
  'To let me: hold (or right-click) the name of a server we share → **Privacy Settings** → allow **Direct Messages**.';

/** Names people see while typing a command. */
export const letterCommands = {
  reminders: {
    description: 'Reminders you asked for: what waits, when they may come, and their end',
    list: { description: 'What waits, when it comes, and whether it can reach you' },
    hours: {
      description: 'When a reminder may come; at most one message a day',
      from: 'Not before: 09:00, 9 am',
      to: 'Not after: 21:00, 9 pm',
      timezone: 'Where you are: type a city or a country',
    },
    off: { description: 'Calls off every reminder' },
  },
  weekly: {
    description: 'A private note on your own week, by direct message; off unless you turn it on',
    on: {
      description: 'Sends you a private note on your own week',
      day: 'The day it comes',
      time: 'The time it comes: 18:00, 6 pm',
      timezone: 'Where you are: type a city or a country',
    },
    preview: { description: 'What the note would say now' },
    off: { description: 'No weekly note any more' },
  },
} as const;

/** What reminders and the weekly note say. Times come as Discord's timestamps. */
export const lettersText = {
  hello:
    'I’ll remind you here. Nothing else comes unless you ask for it. `/reminders list` shows what waits, `/reminders off` ends it.',
  buttons: {
    at: (age: number) => `Also at ${ageWords(age)}`,
    newNumbers: 'New numbers',
    newNumbersOf: (title: string) => `New numbers: ${title}`,
    how: 'How?',
    later: 'Remind me tomorrow',
    stopAll: 'Stop reminders and weekly note',
    stopWeekly: 'Stop the weekly note',
  },
  set: (age: number, at: string, relative: string) =>
    `I’ll remind you **at ${ageWords(age)}**: ${at}, ${relative}, by direct message.`,
  askZone:
    '**Where are you?** Choose it once, and I write between 09:00 and 21:00 there. Until then a reminder comes at whatever hour it is due.',
  zoneMenu: 'Where I am',
  otherZone: 'Another place, or other hours: `/reminders hours`.',
  hours: (from: string, to: string, timezone: string) =>
    from === to
      ? `A reminder may come at any hour (${timezone}). At most one message a day.`
      : `A reminder comes between ${from} and ${to} (${timezone}). At most one message a day.`,
  hoursUnknown: (from: string, to: string) =>
    from === to
      ? 'A reminder may come at any hour. At most one message a day.'
      : `**So far at any hour.** Between ${from} and ${to}, once I know where you are: \`/reminders hours\` with \`timezone\` tells me.`,
  chooseBelow: 'Or choose it below.',
  next: (at: string) => `The next message: ${at}.`,
  closed: `Discord doesn’t let me write to you, so **nothing is set**. ${PRIVACY} Then try again.`,
  unreachable: 'Discord didn’t answer, so **nothing is set**. Try again in a moment.',
  nothingAhead:
    'No age is left that I’d remind you of: I know 24 hours, 3 days and 7 days after posting.',
  tooMany: 'A hundred reminders wait for you already. `/reminders off` calls them off.',
  list: {
    title: 'Your reminders',
    none: 'Nothing waits. **Remind me** under the score of a young video asks for one.',
    line: (title: string, age: number, at: string) => `${title}: at ${ageWords(age)}, ${at}`,
    more: (count: string) => `and ${count} more`,
    weekly: (day: string, time: string, at: string) =>
      `Weekly note: ${day}s at ${time}, next ${at}.`,
    closed: (since: string) =>
      `**I can’t reach you** since ${since}: Discord says you take no messages from me. ${PRIVACY} I tried again just now.`,
    trouble: (at: string, why: string) => `The message of ${at}: ${why}`,
  },
  off: (count: string, n: number) =>
    say(
      '{n, plural, =0 {No reminder waits. The weekly note has its own end: `/weekly off`.} one {Called off: {count} reminder. Nothing of them comes any more.} other {Called off: {count} reminders. Nothing of them comes any more.}}',
      { n, count },
    ),
  stopped: 'Stopped: every reminder, and the weekly note. I write to you only if you ask me again.',
  later: (n: number) =>
    say(
      '{n, plural, =0 {There is nothing left of it: it was put off already, or called off.} other {I’ll come back to it tomorrow, in your hours.}}',
      { n },
    ),
  reminder: {
    title: 'Time for new numbers',
    video: (title: string, age: number, views: string, when: string) =>
      `${title} is **${ageWords(age)}** old. It had ${views} views ${when}.`,
    more: (count: string) => `and ${count} more videos: \`/reminders list\` tells what waits.`,
    what: 'Open it in TikTok and press **New numbers**, or send me a screenshot of it with `/score`. With the number beside the bookmark my next estimates get better.',
    untitled: 'Your video',
  },
  weekly: {
    title: 'Your week',
    scored: (n: number) =>
      say(
        '{n, plural, =0 {No video scored this week.} one {You scored {n} video.} other {You scored {n} videos.}}',
        { n },
      ),
    sameAge: 'At the same age',
    video: (title: string, line: string) => `${title}. ${line}`,
    weeks: (now: string, videos: string, before: string, videosBefore: string) =>
      `In the middle ${now} times the views of your others this week (${videos}), ${before} times the week before (${videosBefore}). So few videos prove no change.`,
    videos: (count: string, n: number) =>
      say('{n, plural, one {{count} video} other {{count} videos}}', { n, count }),
    card: 'My estimates',
    cardText: (inside: number, ever: number, week: number) =>
      say(
        '{week, plural, =0 {} one {You told {week} real count this week. } other {You told {week} real counts this week. }}{ever, plural, one {{inside} of your {ever} video} other {{inside} of your {ever} videos}} with a real count {inside, plural, one {was} other {were}} inside my range.',
        { week, ever, inside },
      ),
    tip: 'Try next',
    /** What the note rests on, behind `How?`. */
    how: {
      title: 'What your week rests on',
      sameAge: 'At the same age',
      card: 'My estimates',
      cardText:
        'Your first real count of each video, beside the range I showed first. It is meant to hold 8 of 10, and is judged where ten saves or more were estimated.',
      tip: 'Try next, in full',
    },
    ask: 'These real counts would help most',
    askText: (titles: readonly string[]) => titles.map((one) => `• ${one}`).join('\n'),
    nothing:
      'Nothing is new, so nothing would come. Score a video, or tell a real count: then there is something to say.',
    on: (day: string, time: string, timezone: string, at: string) =>
      `Your weekly note is on: every **${day}** at **${time}** (${timezone}), next ${at}. In a week without anything new nothing comes.`,
    off: 'No weekly note comes any more. `/weekly on` brings it back.',
    wasOff: 'The weekly note is off already.',
  },
  whichOne:
    'Which one do you mean? Type it with a city, and a time like `18:00`. **Nothing is changed.**',
  /** Why a message waits, or wasn't sent. */
  reason(reason: LetterReason): string {
    switch (reason.kind) {
      case 'closed':
        return 'you take no messages from me.';
      case 'discord failing':
        return 'Discord failed every time I tried.';
      case 'refused':
        return `Discord didn’t take it (code ${reason.code}). Please tell whoever runs me.`;
      case 'in doubt':
        return 'I can’t tell whether it reached you, and won’t send it twice.';
      case 'fault':
        return 'I failed while writing it. Please tell whoever runs me; the log says why.';
      case 'too late':
        return 'I wasn’t running when it was due.';
      case 'nothing left':
        return 'nothing was left to say.';
    }
  },
};

function ageWords(age: number): string {
  return AGES[age] ?? `${age} hours`;
}
