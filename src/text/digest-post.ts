import { plain } from '../lib/clip.js';
import type { Improvement, Withheld, Worked } from '../services/digest/parts.js';
import { commandText } from './commands.js';

/** What the weekly digest says. Numbers come formatted. */
export const digestPost = {
  title: (days: string) => `The week here · ${days}`,
  intro: 'What was scored in this server, beside the week before.',
  quiet: 'A quiet week: nobody scored a video here. `/score` one, and next week has a story.',
  redacted: 'Something stood here that its creator took back since.',

  fields: {
    numbers: 'The week in numbers',
    videos: 'Saved most for their size',
    videosEstimated: 'Saved most for their size, by estimates',
    improved: 'Most improved',
    card: 'How good the estimates were',
    worked: 'What worked here',
    tip: 'One thing to try',
    question: 'One question',
    nudge: 'One real count, please',
  },

  counts: (videos: string, creators: string, { isCut, everybody }: Counted) =>
    `${isCut ? 'More than ' : ''}**${videos}** videos by **${creators}** creators${among(everybody)}`,
  countsBefore: (videos: string, creators: string, { everybody }: Counted) =>
    `The week before: ${videos} videos by ${creators} creators${among(everybody)}`,
  rate: (rate: string, low: string, high: string) =>
    `Middle save rate: about **${rate}** per 100 views (80 % range: ${low} to ${high}), all estimated alike from likes, comments and shares`,
  rateCounted: (rate: string) => `Middle save rate: **${rate}** per 100 views, all counted`,
  behind: (judged: string, everybody: boolean) =>
    `It is the middle of ${judged} videos that could be judged${among(everybody)}.`,
  rateBefore: (rate: string, low: string, high: string) =>
    `The week before: about ${rate} (80 % range: ${low} to ${high})`,
  rateBeforeCounted: (rate: string) => `The week before: ${rate}, all counted`,
  alike: 'The ranges overlap: take it as about the same.',
  noRate: {
    'too few': 'Too few creators had a video that could be judged for a save rate: it takes three.',
    'few hidden':
      'No save rate this week: too few of those who haven’t joined had a video that could be judged, and it would tell of them.',
  } satisfies Record<Withheld, string>,
  noTotals: {
    'too few':
      'Too few creators took part to show totals: with fewer than three, they would tell of one of them.',
    'few hidden':
      'Too few creators who haven’t joined took part for totals of all: they would tell of those one or two.',
  } satisfies Record<Withheld, string>,
  nothingBefore: {
    nobody: 'Nobody scored a video the week before.',
    'too few': 'There is no total of the week before to compare with.',
    others:
      'The week before can’t be compared: its total may only tell of other people than this one.',
  },

  score: (score: string, range: readonly [number, number] | null) =>
    range === null ? `${score} / 100` : `${score} / 100 (${range[0]} to ${range[1]})`,
  video: (place: number, title: string, creator: string, score: string, saves: string) =>
    `${place}. **${title}** by ${creator}: **${score}**, ${saves}`,
  link: (url: string) => ` · [watch](${url})`,
  untitled: 'A video',
  saves: (saves: string, low: string, high: string, views: string) =>
    `about ${saves} saves, estimated alike (80 % range: ${low} to ${high}), of ${views} views`,
  savesCounted: (saves: string, views: string) => `${saves} saves, counted, of ${views} views`,
  noVideos:
    'None to name. Here stand videos that can be judged, of members who agreed to be shown: `/leaderboard join`.',

  improvement: (
    creator: string,
    before: string,
    now: string,
    videos: string,
    basis: Improvement['basis'] | null,
  ) =>
    `${creator}: median score ${before} → **${now}** (${videos} videos, beside the twelve weeks before${basis == null ? '' : basis === 'counted' ? '; all counted' : '; all estimated alike'})`,

  card: (truths: string, inside: string, judged: number, factor: string, everybody: boolean) =>
    `**${truths}** real counts were told${among(everybody)}. ${judged === 0 ? 'All estimates were too small to judge their range.' : `The 80 % range held **${inside}** of ${judged}; 8 of 10 is what it is made for.`} The middle estimate was off by a factor of ${factor}.`,
  noCard: {
    'too few': 'Too few creators told a real count this week for a report: it takes three.',
    'few hidden':
      'Real counts were told, but there is no report: only one or two who told some haven’t joined, and it would tell of them.',
  } satisfies Record<Withheld, string>,

  worked: (what: Worked['what'], better: string, creators: string, points: string | null) =>
    `**${kindOf(what)}**: they scored higher than the same creators’ other videos for **${better} of ${creators}** creators${points === null ? '' : `, in the middle by ${points} points`}, in the last thirteen weeks. That went together; it is no proof of a cause. *(heuristic)*`,

  tipFor: (categories: readonly Exclude<Worked['what'], 'weekend' | 'weekdays'>[]) =>
    `For ${categories.map((one) => commandText.score.categories[one].toLowerCase()).join(' or ')} videos:\n`,
  question: (question: string, verdict: string, short: string, source: string, checked: string) =>
    `**${question}**\n${short}\n*${verdict}*\n${source}\n${checked} · more with \`/faq ask\``,
  nudge:
    'Read the number beside the bookmark of one video, and type it as `saves` in `/score` or behind **Add real saves**. Your next estimates learn from it.',
  footer:
    'Scores are percentiles among comparable videos, a heuristic. By name stand only members who agreed: /leaderboard join',

  picture: 'digest.png',

  how: 'How is this made?',

  skipped:
    'It is a quiet week so far, and quiet weeks are skipped: nothing would go out now. With `quiet_weeks` set to post it would be this.',
  postedOn: (week: string, day: string) => `${week} · posted ${day}`,
  nonePosted: 'No digest was posted in this server yet. `/digest preview` shows what one would be.',
  notPosted: (week: string) =>
    `No digest of ${plain(week, 40)} was posted in this server. Pick one from the list at \`week\`.`,
  unreadable: (week: string) =>
    `The digest of ${plain(week, 40)} was posted, but I can’t read what I kept of it. It still stands in its channel; /digest status links to it.`,
  takenBack: 'What that digest said was taken out since.',
};

interface Counted {
  readonly isCut: boolean;
  readonly everybody: boolean;
}

/** Whom a total covers, where that isn't everybody. */
function among(everybody: boolean): string {
  return everybody ? '' : ' among those who agreed to be shown';
}

function kindOf(what: Worked['what']): string {
  if (what === 'weekend') return 'Videos posted on Saturday or Sunday';
  if (what === 'weekdays') return 'Videos posted from Monday to Friday';
  return `${commandText.score.categories[what]} videos`;
}

/** What the digest's own button says: how each figure is made, and from how much. */
export const digestHow = {
  title: 'How this digest is made',
  intro:
    'From what was scored in this server, and not in private, in the seven days before the post. Of each video the last reading of the week counts. Members are named only if they agreed with `/leaderboard join`.\n\nWant to be part of the next one? Score a video with `/score`, and type the number beside the bookmark with **Add real saves**.',
  fields: {
    totals: 'Totals',
    rate: 'Middle save rate',
    videos: 'Saved most for their size',
    improved: 'Most improved',
    card: 'How good the estimates were',
    worked: 'What worked here',
  },
  totals: (fewest: number) =>
    `Shown only where they rest on ${fewest} creators or more. Who didn’t agree to be named counts in them where they are ${fewest} or more themselves; else the totals are of the others alone, and say so.`,
  rate: 'The median of saves per view of all videos that could be judged: at least 1,000 views, and a day old where that is known. Where all of them were counted, of the counts; else all are estimated alike, from likes, comments and shares, so that weeks can be compared. The range goes from the median of all lower bounds to the median of all upper ones: the 80 % range if all estimates are off together, and wider than needed if they aren’t.',
  videos: (most: number) =>
    `The ${most} highest scores by real counts, and by estimates, of members who agreed (\`/leaderboard join\`). A score is the percentile among comparable videos of the same number of views, so large accounts have no advantage. A video needs a link, or a title and a date, and counts in the week in which it could first be judged. *(heuristic)*`,
  improved: (now: number, before: number, weeks: number) =>
    `The median score of at least ${now} videos of this week, above that of at least ${before} of the ${weeks} weeks before: all counted, or all estimated alike. Only where chance alone would hardly do it, all members looked at together. *(heuristic)*`,
  card: (fewest: number) =>
    `The first real count of each video, where it was told in the week, against the estimate that was shown first; from ${fewest} creators on. The range is judged where ten saves or more were estimated.`,
  worked: (weeks: number, fewest: number) =>
    `Each category, and weekend or weekdays, against the same creators’ other videos of the last ${weeks} weeks. Each creator counts the same; told from ${fewest} creators on, and only if chance alone would hardly do it in any digest of a year (5 % shared among all tries of 52 weeks). *(heuristic)*`,
};
