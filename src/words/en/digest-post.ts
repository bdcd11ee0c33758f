import { plain } from '../../lib/clip.js';
import type { Improvement, Worked } from '../../services/digest/parts.js';
import { SHOWN_MARK } from '../marks.js';
import { commandText } from './commands.js';
import { say } from './say.js';

/** What the weekly digest says. Numbers come formatted. */
export const digestPost = {
  title: (days: string) => `The week · ${days}`,
  quiet: 'A quiet week: nobody scored a video here. `/score` one, and next week has a story.',
  redacted: 'Something stood here that its creator took back since.',

  fields: {
    numbers: 'The week in numbers',
    videos: { counted: 'Saved most for their size', estimated: 'Saved most, by estimates' },
    improved: { counted: 'Most improved', estimated: 'Improved, by estimates' },
    worked: 'What worked here',
    tip: 'One thing to try',
    question: 'One question',
    nudge: 'One real count, please',
  },

  /** One line for the week, one for the save rate. */
  counts: (videos: string, creators: string, { isCut, everybody }: Counted) =>
    `${isCut ? 'More than ' : ''}**${videos}** videos by **${creators}** creators${everybody ? '' : ' who joined'}`,
  rate: (rate: string, low: string, high: string) =>
    `Usual save rate: **${rate} %** (${low} to ${high} %)`,
  rateCounted: (rate: string) => `Usual save rate: **${rate} %**, all counted`,
  /** Where the videos and creators before it are everybody's. */
  rateOfJoined: ' of those who joined',
  rateBefore: (rate: string, low: string, high: string) =>
    `; the week before ${rate} % (${low} to ${high} %)`,
  rateBeforeCounted: (rate: string) => `; the week before ${rate} %`,
  alike: ', about the same as the week before',

  score: (score: string, range: readonly [number, number] | null) =>
    range === null ? `**${score} / 100**` : `**${score} / 100** (${range[0]} to ${range[1]})`,
  /** Three lines of a phone. No list: what is below an item would end it. */
  video: (place: number, title: string, creator: string, score: string, saves: string) =>
    `**${place}. ${title}**\n${creator}: ${score}\n${saves}`,
  link: (url: string) => ` · [watch](${url})`,
  untitled: 'A video',
  saves: (saves: string, low: string, high: string) => `${saves} saves (${low} to ${high})`,
  savesCounted: (saves: string) => `${saves} saves, counted`,

  improvement: (creator: string, before: string, now: string) =>
    `${creator}: **${now} / 100**, usually ${before}`,

  worked: (what: Worked['what'], better: string, creators: string, points: string | null) =>
    `**${kindOf(what)}** scored higher for **${better} of ${creators}** creators${points === null ? '' : `, usually by ${points} of 100 points`}. *(heuristic)*`,

  tipFor: (categories: readonly Exclude<Worked['what'], 'weekend' | 'weekdays'>[]) =>
    `For ${categories.map((one) => commandText.score.categories[one].toLowerCase()).join(' or ')} videos:\n`,
  /** It is answered behind the button, where there is room for what the answer rests on. */
  question: (question: string) => `**${question}** Press **How?**`,
  nudge:
    'Read the number beside the bookmark of one video, and type it as `saves` in `/score` or behind **Add real saves**. Your next estimates learn from it.',
  footer: 'Heuristic. Named: who joined the boards',

  picture: 'digest.png',

  how: 'How?',

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

function kindOf(what: Worked['what']): string {
  if (what === 'weekend') return 'Videos posted on Saturday or Sunday';
  if (what === 'weekdays') return 'Videos posted from Monday to Friday';
  return `${commandText.score.categories[what]} videos`;
}

/** What the digest's button says first of a week: what there was no room for. */
export const digestMore = {
  title: 'More of this week',
  fields: {
    numbers: 'The week in numbers',
    improved: 'Most improved',
    card: 'How good the estimates were',
    tip: 'One thing to try, in full',
  },
  counts: (videos: string, creators: string, { isCut, everybody }: Counted) =>
    `${isCut ? 'More than ' : ''}**${videos}** videos by **${creators}** creators${among(everybody)}`,
  countsBefore: (videos: string, creators: string) =>
    ` (the week before: ${videos} by ${creators})`,
  rate: (rate: string, low: string, high: string, everybody: boolean) =>
    `Usual save rate: about **${rate} %** of views (${low} to ${high} %)${among(everybody)}`,
  rateCounted: (rate: string, everybody: boolean) =>
    `Usual save rate: **${rate} %** of views, all counted${among(everybody)}`,
  alike: ': about the same',
  improvement: (
    creator: string,
    before: string,
    now: string,
    videos: string,
    basis: Improvement['basis'] | null,
  ) =>
    `${creator}: **${now} / 100**, usually ${before} (${videos} videos${basis == null ? '' : `, ${basis}`})`,
  card: (truths: string, inside: string, judged: number, factor: string, everybody: boolean) =>
    say(
      '**{truths}** real counts{among}: {judged, plural, =0 {all too small to judge the range} other {the range held **{inside}** of {judged}, and is made for 8 of 10}}; usually off by a factor of {factor}.',
      { truths, inside, judged, factor, among: among(everybody) },
    ),
  answer: (short: string, verdict: string, source: string, checked: string) =>
    `${short}\n*${verdict}*\n${source}\n${checked} · more with \`/faq ask\``,
};

/** Whom a total covers, where that isn't everybody. */
function among(everybody: boolean): string {
  return everybody ? '' : ' among those who agreed to be shown';
}

/** What the digest's own button says: how each figure is made, and from how much. */
export const digestHow = {
  title: 'How this digest is made',
  intro:
    'From what was scored in this server, and not in private, in the seven days before the post. Of each video the last reading of the week counts. Members are named only if they agreed with `/leaderboard join`.\n\nWhat can’t be told isn’t shown: totals need three creators.\n\nWant to be part of the next one? Score a video with `/score`, and type the number beside the bookmark with **Add real saves**.',
  fields: {
    totals: 'Totals',
    rate: 'Usual save rate',
    videos: 'Saved most for their size',
    improved: 'Most improved',
    card: 'How good the estimates were',
    worked: 'What worked here',
  },
  totals: (fewest: number) =>
    `Shown only where they rest on ${fewest} creators or more. Who didn’t agree to be named counts in them where they are ${fewest} or more themselves; else the totals are of the others alone, and say so.`,
  rate: 'The middle save rate of all videos that could be judged: at least 1,000 views, and a day old where that is known. If all of them were counted, it is that of the counts. Else all are estimated alike, from likes, comments and shares, so that weeks can be compared. Its range goes from the middle one of all lower ends to the middle one of all upper ends: the 80 % range if all estimates are off together, and wider than needed if they aren’t. Where the ranges of two weeks overlap, they are about the same.',
  videos: (most: number) =>
    `The ${most} highest scores by real counts, and by estimates, of members who agreed (\`/leaderboard join\`); the post has the first three of them, real counts first. A score says how many comparable videos with as many views were saved less, so large accounts have no advantage. In brackets stand 80 % ranges; all estimates are made alike, from likes, comments and shares. A video needs a link, or a title and a date, and counts in the week in which it could first be judged. ${SHOWN_MARK}: a screenshot showed its numbers, nobody typed them. *(heuristic)*`,
  improved: (now: number, before: number, weeks: number) =>
    `The middle score of at least ${now} videos of this week, above that of at least ${before} of the ${weeks} weeks before: all counted, or all estimated alike. Only where chance alone would hardly do it, all members looked at together. *(heuristic)*`,
  card: (fewest: number) =>
    `The first real count of each video, where it was told in the week, against the estimate that was shown first; from ${fewest} creators on. The range is judged where ten saves or more were estimated.`,
  worked: (weeks: number, fewest: number) =>
    `Each category, and weekend or weekdays, against the same creators’ other videos of the last ${weeks} weeks. Each creator counts the same; told from ${fewest} creators on, and only if chance alone would hardly do it in any digest of a year (5 % shared among all tries of 52 weeks). No proof of a cause. *(heuristic)*`,
};
