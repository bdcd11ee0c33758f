import type { Category, Signal } from '../../services/estimate/estimate.js';
import type { Turn } from '../../services/insights/experiments.js';
import { say } from './say.js';

/** What the score embed and its buttons say. */
export const scoreText = {
  fields: {
    proxy: 'Save Proxy',
    saves: 'Estimated saves',
    rate: 'Save rate',
    why: 'Why',
    next: 'Try next',
  },
  buttons: {
    how: 'How?',
    realSaves: 'Add real saves',
    changeSaves: 'Change real saves',
    newNumbers: 'New numbers',
    edit: 'Edit',
    whichAccount: 'Which account?',
    remind: 'Remind me',
  },
  account: {
    ask: 'Which of your accounts is this video of? Its estimate then learns from the real counts you told of that account, and they learn from this one.',
    none: 'I know no account of yours any more. Score the video with its link, and I know it again.',
    choose: 'Choose the account',
    kept: (handle: string) => `Kept: it is of @${handle}. The score was worked out anew.`,
  },
  /** Behind an experiment's name, while typing. */
  turn: {
    'with it': ' · next: with it',
    'without it': ' · next: without it',
  } satisfies Record<Turn, string>,
  untitled: { video: 'Your video', photo: 'Your photo post' },
  readAs: (views: string, likes: string, comments: string, shares: string, posted: string | null) =>
    `${views} views, ${likes} likes, ${comments} comments, ${shares} shares${posted === null ? '' : `, ${posted}`}`,
  /** After a good score, once a member and server. */
  invitation: 'One for the boards: `/leaderboard join`',
  shortLink: 'A short link hides account and day.',
  categoryFromLast: (category: string) => `As your last video: ${category}.`,
  category: {
    educational: 'educational',
    entertaining: 'entertaining',
    inspirational: 'inspirational',
    aesthetic: 'aesthetic',
    valuable: 'valuable information',
  } satisfies Record<Category, string>,
  /** The same in one word. */
  kinds: {
    educational: 'educational',
    entertaining: 'entertaining',
    inspirational: 'inspirational',
    aesthetic: 'aesthetic',
    valuable: 'valuable',
  } satisfies Record<Category, string>,
  categoryMenu: 'What is this video for?',
  secondReading: (since: string, views: string) => `Again: ${views} views since ${since}.`,
  /** What it comes to. It fits two lines of a phone, and the number comes first. */
  verdict: {
    estimated: (saves: string, n: number, low: string, high: string) =>
      low === high
        ? `**About ${savesIn(saves, n)}**`
        : `**About ${savesIn(saves, n)}** (${low} to ${high})`,
    counted: (saves: string, n: number) => `**${savesIn(saves, n)}, counted**`,
    scored: (saves: string, grade: string | null, than: string, lesson: string | null) =>
      `${saves}: ${grade === null ? '' : `${grade}, `}*${than}*${lesson === null ? '' : `. ${lesson}`}`,
    above: (percent: number, others: string) => `above ${percent} % of ${others}`,
    below: (percent: number, others: string) => `below ${percent} % of ${others}`,
    others: 'videos this size',
    othersOfItsKind: 'its kind and size',
    tooEarly: (saves: string) => `${saves} so far: too early to judge`,
    tooSmall: (saves: string, views: string) => `${saves}: too few views to judge, I need ${views}`,
    noViews: '**Nobody has seen it yet.** Come back when it has views.',
  },
  grades: { low: 'low', usual: 'usual', good: 'good', great: 'great' },
  value: (value: number) => `${value} / 100`,
  /** Ends on the form of a score, as it begins. */
  valueInRange: (value: number, low: number, high: number) =>
    `${value} / 100 (heuristic), ${low} to ${high} / 100`,
  tooEarly: (back: string | null) => (back === null ? 'too early' : `too early: come back ${back}`),
  tooSmall: (back: string | null) => (back === null ? 'too small' : `too small: come back ${back}`),
  estimated: (saves: string, low: string, high: string) =>
    `**${saves}** (80 % range: ${low} to ${high})`,
  estimatedFew: (saves: string) => `about **${saves}**: too few people saw it`,
  noSaves: '0 so far',
  guessed: (saves: string, low: string, high: string) =>
    `**${saves}** (a guess: ${low} to ${high})`,
  /** The range of what was guessed: measured to be one of 80 %, or a guess itself. */
  told: (truth: string, saves: string, low: string, high: string, isMeasured: boolean) =>
    `**${truth}**, guess ${saves}${low === high ? '' : ` (${isMeasured ? '80 %: ' : ''}${low} to ${high})`}`,
  rateEstimated: (rate: string, low: string, high: string) =>
    `${rate} % of views (${low} to ${high} %)`,
  rateTold: (rate: string) => `${rate} % of views, by your count`,
  rateTiny: 'less than 0.01 % of views',
  noRate: 'no views yet',
  rateSmall: 'too few views for a rate',
  whyNoViews: 'There is nothing to compare yet.',
  whySmall: (views: string) => `${views} views are too few to tell.`,
  whyFew: 'Such numbers bring almost no saves.',
  whyEven: 'Nothing stands out for its size.',
  whyFirst: (signal: string, size: string, percent: string) => `${signal}: ${size} (${percent})`,
  whyPart: (signal: string, percent: string) => `${signal} ${percent}`,
  /** How far a count is from the guess that stands above it. */
  whyCount: (percent: string, than: 'more' | 'less' | 'same') =>
    than === 'same' ? 'counted the same' : `counted ${percent} ${than}`,
  whyCountAlone: (percent: string, than: 'more' | 'less' | 'same') =>
    than === 'same'
      ? 'You counted what I guessed'
      : `You counted ${percent} ${than} than I guessed`,
  /** Behind the verdict of a count: how the guess was. What it teaches depends on other counts, too. */
  lessons: {
    low: 'I guessed low.',
    high: 'I guessed high.',
    close: 'I was close.',
    'which account': 'Which account?',
  },
  sizes: {
    'many times': 'many times',
    'three times': 'about three times',
    twice: 'about twice',
    'much more': 'much more',
    more: 'a bit more',
    less: 'a bit less',
    'much less': 'much less',
    half: 'about half',
    'far less': 'far less',
  },
  experiment: (name: string, videos: number, without: number) =>
    `“${name}”: ${videos} with, ${without} without. Next: **without**.`,
  footer: {
    photo: 'Photo: a guess',
    model: (version: string) => `model ${version}`,
  },
  /** Short, for a line; in full in `howText`. */
  signals: {
    level: 'level',
    views: 'views',
    likes: 'likes',
    comments: 'comments',
    shares: 'shares',
    'watch time': 'watch time',
    'follower growth': 'followers',
    category: 'what it is for',
    'your community': 'others’ real saves',
    'your own videos': 'your real saves',
    limit: 'no more than views',
  } satisfies Record<Signal, string>,
};

function savesIn(count: string, n: number): string {
  return say('{n, plural, one {{count} save} other {{count} saves}}', { n, count });
}
