import type { ChangeKind } from '../../db/generated/sqlite/enums.js';
import type { Basis } from '../../services/saves/saves.js';
import { say } from './say.js';

const example =
  '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02';

const addHow = `Type the numbers of a video as they stand in TikTok, with a title that you will know again:\n\`\`\`\n${example}\n\`\`\``;

/** What `/history` says. */
export const historyText = {
  untitled: { video: 'Video without a title', photo: 'Photo post without a title' },

  reading: {
    counts: (views: string, likes: string, comments: string, shares: string) =>
      `${views} views · ${likes} likes · ${comments} comments · ${shares} shares`,
    views: (views: string) => `${views} views`,
    estimated: (saves: string, low: string, high: string) =>
      `about ${saves} saves (80 % range: ${low} to ${high})`,
    estimatedFew: (saves: string) => `about ${saves} saves, estimated`,
    unseen: 'nobody had seen it',
    told: (saves: string) => `**${saves}** saves, counted`,
    toldBeside: (saves: string, estimate: string, low: string, high: string) =>
      `**${saves}** saves, counted; estimated ${estimate} (80 % range: ${low} to ${high})`,
    score: (score: number, range: readonly [low: number, high: number] | null) =>
      range === null ? `${score} / 100` : `${score} / 100 (${range[0]} to ${range[1]})`,
    tooEarly: 'too early to score',
    tooSmall: 'too small to score',
    private: 'private',
    open: (url: string) => `[open](${url})`,
    grown: (views: string, time: string) => `${views} views in ${time}`,
  },

  time: {
    days: (days: string, n: number) =>
      say('{n, plural, one {{days} day} other {{days} days}}', { n, days }),
    hours: (hours: string, n: number) =>
      say('{n, plural, one {{hours} hour} other {{hours} hours}}', { n, hours }),
    minutes: 'less than an hour',
  },

  list: {
    own: 'Your readings',
    member: 'Readings of a member',
    ownNote: (total: string) =>
      `${total} in all, newest first. Only you see this: private readings are in it, and those from other servers and direct messages.`,
    memberNote: (member: string, total: string) =>
      `${total} of <@${member}> in this server, newest first. Private ones are left out.`,
    days: (days: number) =>
      say('{days, plural, =1 {the last day} other {the last {days} days}}', { days }),
    within: (what: string, days: string) => `${what} · ${days}`,
    newer: '◀ Newer',
    older: 'Older ▶',
    undo: {
      removed: 'Undo: removed reading',
      corrected: 'Undo: corrected reading',
      merged: 'Undo: merged entries',
      imported: 'Undo: import',
    } satisfies Record<ChangeKind, string>,
  },

  nothing: {
    title: 'Nothing here yet',
    own: 'I know no readings of yours. Only you see this.',
    earlier: (days: string) =>
      `Nothing of yours in ${days}. There is something before that: leave \`days\` out to see it. Only you see this.`,
    member: 'There is nothing of that member in this server that may be shown.',
    first: 'First',
    addHow,
  },

  video: {
    posted: (day: string) => `Posted ${day}.`,
    total: (total: string, n: number) =>
      say('{n, plural, one {{total} reading.} other {{total} readings, newest first.}}', {
        n,
        total,
      }),
    readings: 'Readings',
    sameAge: 'Beside your other videos at the same age',
    compared: (o: {
      day: string;
      factor: string;
      views: string;
      usual: string;
      least: string;
      most: string;
      others: number;
    }) =>
      `At day ${o.day} this video had **${o.factor} times** the views your videos usually have at day ${o.day}: ${o.views} beside the usual ${o.usual} (${o.others} videos, from ${o.least} to ${o.most}). *(heuristic: between two readings, I fill in how views grew)*`,
    tooFew: (others: number, needed: number) =>
      `Too few to tell: I can compare ${others} of your other videos at the age of this one, and need **${needed}**. Score each video again after a few days, and it counts.`,
    noAge:
      'I can’t tell its age: give the link or `posted` in `/score`, and score it again when it is at least a day old.',
    change: 'Correct or remove a reading …',
    changeOption: (date: string, views: string) => `${date} · ${views} views`,
    merge: 'Same as another entry …',
  },

  panel: {
    title: 'One reading',
    intro:
      'What do you want to do with it? Each change can be undone for 24 hours. Messages that showed it before keep the numbers they had.',
    correct: 'Correct',
    remove: 'Remove',
  },

  merge: {
    title: 'Which entry is the same video?',
    intro: (title: string) =>
      `**${title}** and the entry you choose become one, with the readings of both. It can be undone for 24 hours. The likeliest come first.`,
    choose: 'Choose the other entry',
    none: 'There is no other entry that could be the same video.',
    option: (title: string, number: string) => `${title} (${number})`,
    optionHint: (posted: string | null, told: string) =>
      posted === null ? `first told ${told}` : `posted ${posted}, first told ${told}`,
  },

  changed: {
    titles: {
      removed: 'Removed',
      corrected: 'Corrected',
      merged: 'Now one entry',
      imported: 'Stored',
    } satisfies Record<ChangeKind, string>,
    removed: (title: string, isLeft: boolean) =>
      `A reading of **${title}** is gone, with its estimate and what was learned from it.${isLeft ? '' : ' It was the last one, so the video is gone, too.'}`,
    corrected: (title: string) =>
      `A reading of **${title}** has other counts now, and was estimated anew with what I knew when it was taken.`,
    merged: (title: string) =>
      `Both entries are **${title}** now. Whichever link or title you use in \`/score\`, it joins this one.`,
    imported: () => 'What was in the files is stored.',
    undoUntil: (time: string) => `You can undo this until ${time}.`,
    now: 'Now',
    unchanged: 'Those are the counts it has already. Nothing was changed.',
    undo: 'Undo',
    show: 'Show the video',
    undone: {
      removed: (title: string) => `The reading of **${title}** is back.`,
      corrected: (title: string) => `The reading of **${title}** has its counts from before again.`,
      merged: (title: string) => `**${title}** and the other entry are two again.`,
      imported: () =>
        'Everything that came with this import is gone again, and what it changed is as it was.',
    } satisfies Record<ChangeKind, (title: string) => string>,
    undoneTitle: 'Undone',
  },

  trend: {
    title: 'Your save rate over time',
    description: (days: string) =>
      `Shown: the videos whose numbers you sent in ${days}, each by its day of posting. Only you see this.`,
    newest: (title: string, rate: string) => `Newest: **${title}**, ${rate}.`,
    rateTold: (rate: string) => `${rate} % of views, by your count`,
    rateEstimated: (rate: string, low: string, high: string) =>
      `about ${rate} % of views (80 % range: ${low} to ${high} %)`,
    rateBoth: (counted: string, estimated: string) =>
      `${counted}; estimated like the others, ${estimated}`,
    rate: (rate: string) => `${rate} %`,
    rateRanged: (rate: string, low: string, high: string) => `${rate} % (${low} to ${high} %)`,
    usual: (rate: string, videos: number, basis: Basis) =>
      basis === 'counted'
        ? `Usual over the ${videos} you counted: ${rate}.`
        : `Usual over all ${videos}, estimated alike: ${rate}.`,
    halves: (older: string, newer: string, isEstimated: boolean) =>
      `**Saved in the newer half: ${newer}.** In the older half: ${older}. That describes them; it proves no change.${isEstimated ? ' In brackets: the 80 % range.' : ''}`,
    best: (title: string, rate: string, isEstimated: boolean) =>
      `Highest: **${title}**, ${rate} of views.${isEstimated ? ' That is by the estimates; what you counted stands in the chart.' : ''}`,
    scores: (low: number, high: number, usual: string) =>
      `Save Proxy from ${low} to ${high}, usually ${usual} *(heuristic; each with its range in the chart)*.`,
    waiting: (count: number) =>
      say(
        '{count, plural, =1 {One more is too early or too small to judge.} other {{count} more are too early or too small to judge.}}',
        { count },
      ),
    ofOthers: (count: number) =>
      say(
        '{count, plural, =1 {One more is of another TikTok account than the one you read last.} other {{count} more are of other TikTok accounts than the one you read last.}}',
        { count },
      ),
    ofUnknown: (count: number) =>
      say(
        '{count, plural, =1 {One more is left out: I can’t tell which of your accounts it is of. Score it with its link.} other {{count} more are left out: I can’t tell which of your accounts they are of. Score them with their links.}}',
        { count },
      ),
    photos: (count: number) =>
      say(
        '{count, plural, =1 {A photo post is left out: the estimate was fitted on videos only.} other {{count} photo posts are left out: the estimate was fitted on videos only.}}',
        { count },
      ),
    isCut: (shown: number) =>
      `There are more: only the newest ${shown} are shown, so that the chart stays readable.`,
    noPicture: 'The chart can’t be drawn right now; here is what it shows.',
    tooLittleTitle: 'Too little for a chart yet',
    tooLittle: (known: number, needed: number, days: string) =>
      say(
        'A line needs **{needed}** videos with at least 1,000 views that are a day old. In {days} I know {known, plural, =0 {none} other {{known}}}: **{more} more** and there is a chart. Only you see this.',
        { needed, days, known, more: needed - known },
      ),
  },
};
