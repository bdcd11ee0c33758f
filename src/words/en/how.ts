import type { Signal } from '../../services/estimate/estimate.js';
import { say } from './say.js';

/** What `How?` says. */
export const howText = {
  title: 'How this was worked out',
  intro:
    'TikTok’s exports and interfaces contain no saves, so unless you type the number from the screen it has to be estimated. Here a *save* is a favourite (the bookmark icon), not a download.',
  fields: {
    inputs: 'What you typed',
    parts: 'Why, part by part',
    known: 'What I knew',
    formula: 'The formula',
    range: 'The range',
    score: 'The score',
    origin: 'Where the model comes from',
    next: 'Try next, in full',
    sources: 'Sources',
  },
  input: (name: string, value: string, rounded: string | null) =>
    rounded === null ? `${name}: ${value}` : `${name}: ${value} (rounded: ${rounded})`,
  rounded: (half: string) => `true to about ± ${half}`,
  truth: (value: string) => `saves, counted by you: ${value}`,
  formula: (version: string) =>
    `Model ${version} adds up smooth curves of likes per view, comments per like, shares per like, shares per view and views, each on a logarithmic scale, and a table of how they act together; what the video is for and real counts come on top.`,
  factors: 'Shown here as factors, they multiply to the estimate (of saves + 1):',
  formulaSmall:
    'At so few views a product of factors would only pretend to be exact, so none is shown: a few people decide.',
  range:
    'It is meant to hold the true number in 8 of 10 cases. For creators the fit had not seen, of kinds of video it knows, it does. Elsewhere it held 84 % with nothing known (75 % for what people keep to use again) and 74 to 77 % after real counts. It is widest where I know neither what the video is for nor any real count, and narrows with each that I am told. Small counts, rounded counts and unusual videos make it wider.',
  rangePhoto:
    'For photo posts it isn’t measured: all counts that the model was fitted on are of videos. It is made wider by a guess.',
  kinds:
    'Where I knew nothing else, I was too low on beauty, fashion, recipes, money, gaming and fitness, most on what people look up to use again, and too high on celebrity news and brands.',
  ownReference: 'It compares within the category.',
  commonReference: (category: string) =>
    `Too few ${category} videos with known saves to compare within them, so it compares with all kinds; what people keep to use again scores high there.`,
  /** What a score compares with; older readings with videos of which it isn’t said that they are of every kind. */
  reference: {
    videos: (videos: string) =>
      `true saves of ${videos} public videos, mostly popular Vietnamese ones, compared at the same number of views`,
    every: (videos: string) =>
      `true saves of ${videos} public videos of every kind, mostly popular Vietnamese ones, compared at the same number of views`,
    kind: (videos: string, kind: string) =>
      `true saves of ${videos} public ${kind} videos, mostly popular Vietnamese ones, compared at the same number of views`,
  },
  score: (reference: string) =>
    `It says where the save rate stands among ${reference}: 78 means that 78 of 100 were saved less, and 50 is the middle. It is a heuristic for comparing videos, not something TikTok publishes.`,
  origin: (rows: string, creators: string, until: string, vietnamese: number) =>
    `Fitted on ${rows} public videos of ${creators} creators up to ${until}: mostly popular ones, ${vietnamese} % of them Vietnamese, no photo posts. Niches differ more than anything else, so for your kind of video it can be off one way all the time. Real counts that you add put that right for your own account, and once three members of a server have added some, a little for everybody there.`,
  assumptions:
    'Watch time and new followers count only a little and make the range wider: all evidence there is comes from 140 videos of one creator.',
  links:
    'A link tells me the account, and its number the second of the upload. Short links tell neither: only where whoever runs this bot turned it on do I ask TikTok, once, where one leads; it learns the link then and nothing of you.',
  sources:
    'What TikTok shows and exports: `/faq saves` has each answer with its source and the date it was checked.',
  judging: (views: string) =>
    `Below ${views} views, or in the first 24 hours, there is no score: a few saves more or less would decide it.`,
  parts: {
    small: (views: string, low: string, high: string) =>
      low === high
        ? `With ${views} views a few people decide: ${high} saves is what to expect, and one more or less says nothing.`
        : `With ${views} views a few people decide: anything from ${low} to ${high} saves is to be expected.`,
    few: (saves: string, low: string, high: string) =>
      `Hardly anybody saves a video with such counts: about ${saves}, and anything from ${low} to ${high} is to be expected.`,
    base: (saves: string, views: string) => `A typical video of ${views} views: about ${saves}`,
    part: (percent: string, signal: string) => `${percent} ${signal}`,
    category: (percent: string, category: string, times: string) =>
      `${percent} ${category}: such videos are kept about ${times} times as often as a video I know nothing of`,
    rest: (percent: string) => `${percent} small things and rounding`,
    even: 'Nothing stands out: it is much like a typical video of its size.',
    estimate: (saves: string) => `That made an estimate of ${saves}.`,
    count: (percent: string, count: string) => `${percent} what you counted: ${count}`,
    countSmall: (count: string) => `You counted ${count}.`,
  },
  hit: 'The estimate was as good as right.',
  missed: (factor: string, direction: 'low' | 'high', isInside: boolean) =>
    `The estimate was too ${direction} by a factor of ${factor}: ${isInside ? 'inside' : 'outside'} its range.`,
  known: {
    little: (low: string, high: string, of: 'video' | 'photo' | 'account') =>
      `**Somewhere between ${low} and ${high} saves.** ${littleKnownOf[of]}, so take the range, not the number.`,
    learned: (count: number) =>
      say(
        '{count, plural, one {Learned from the 1 real count you told me.} other {Learned from the last {count} real counts you told me.}}',
        { count },
      ),
    learnedHere: (count: number) =>
      `Learned from the last ${count} real counts that others told me in this server.`,
    noAccount:
      'I can’t tell which account this video is of, so none of your own real counts helped here. Give its link, or press **Which account?**',
    noAccountSince:
      'You have scored several accounts since. I can’t tell which this video is of, so a count of it would teach none of them. Give its link, or press **Which account?**',
    askForTruth:
      'Can you see the number beside the bookmark? Press **Add real saves**: your next estimates learn from it.',
    learns: 'Your next estimates learn from this count.',
    shortLink:
      'A short link doesn’t tell me the account and the day. The full one does: open the video in a browser and copy its address.',
    photo:
      'This is a photo post. The estimate was fitted on videos only: how far off it is here is not measured, and I learn from your own photo posts alone.',
    experiment: (name: string, needed: number) =>
      `I conclude on “${name}” at ${needed} of each whose saves you counted.`,
    experimentReady: (name: string) =>
      `\`/insights signals\` holds videos with and without “${name}” against each other.`,
  },
  signals: {
    level: 'level',
    views: 'views',
    likes: 'likes for its views',
    comments: 'comments for its likes',
    shares: 'shares',
    'watch time': 'watch time (a weak assumption)',
    'follower growth': 'new followers (a weak assumption)',
    category: 'what the video is for',
    'your community': 'real counts of others in this server',
    'your own videos': 'your own videos with real counts',
    limit: 'no more saves than views',
  } satisfies Record<Signal, string>,
};

const littleKnownOf = {
  video: 'I know nothing yet of your videos or of what this one is for',
  photo: 'I know nothing yet of your photo posts or of what this one is for',
  account: 'I don’t know what this one is for, nor which of your accounts it is of',
} as const;
