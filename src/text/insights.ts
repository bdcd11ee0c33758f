import type { InsightSignal } from '../services/insights/signals.js';

/** What `/insights` says. Numbers come formatted, what a member wrote comes escaped. */
export const insightsText = {
  onlyYou: 'Only you see this; readings you gave in private count too.',
  needs: {
    title: 'Not enough to tell yet',
    add: 'Add one',
    addHow: (example: string) =>
      `Type the numbers of a video as they stand in TikTok, with the number beside the bookmark as \`saves\`:\n\`\`\`\n${example}\n\`\`\``,
    waiting: (count: number) =>
      count === 1
        ? 'One more video is too small, or was too early when you typed it: type its numbers again when it has grown.'
        : `${count} more videos are too small, or were too early when you typed them: type their numbers again when they have grown.`,
    days: 'Leave out `days` to look further back.',
  },

  signals: {
    title: 'What moves with your saves',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots posted:2026-11-02 duration:34 watch_time:12',
    tooLittle: (judged: number, needed: number) =>
      `I need **${needed}** videos with at least 1,000 views that are a day old, best with your own counts of their saves. ${judged === 0 ? 'I know none yet' : `I know ${judged}`}: **${needed - judged} more** and I can begin.`,
    told: (videos: number) => `Over **${videos} videos whose saves you counted yourself**.`,
    estimated: (videos: number, told: number, needed: number) =>
      `You have counted the saves of ${told === 0 ? 'no video' : told === 1 ? 'one video' : `${told} videos`} so far, and ${needed} are needed. So this is over **estimated saves** of ${videos} videos, which is much weaker. Press **Add real saves** under your scores: ${needed - told} more and I compare with the truth.`,
    fields: {
      more: 'More than chance',
      chance: 'Can’t be told from chance',
      fewer: 'Can’t be compared yet',
      leftOut: 'Not compared',
      experiments: 'What you are trying',
    },
    names: {
      likes: 'likes for its views',
      comments: 'comments for its views',
      shares: 'shares for its views',
      watched: 'share of the length watched',
      followers: 'new followers for its views',
      duration: 'length',
      weekend: 'posted on a weekend',
    } satisfies Record<InsightSignal, string>,
    direction: (rho: number) => (rho > 0 ? 'more of it, more saves' : 'more of it, fewer saves'),
    correlation: (
      name: string,
      direction: string | null,
      rho: string,
      low: string,
      high: string,
      n: number,
    ) =>
      `• **${name}**${direction === null ? '' : `: ${direction}`} · ${rho} (${low} to ${high}), n = ${n}`,
    weekend: (name: string, times: string, range: string, weekends: number, weekdays: number) =>
      `• **${name}** · ${times} times the save rate of weekdays${range}, n = ${weekends} and ${weekdays}`,
    constant: (name: string, n: number) => `• **${name}**: the same in all ${n} videos`,
    tooFew: (name: string, n: number, needed: number, how: string) =>
      `• **${name}**: known for ${n} of ${needed} videos${how}`,
    tooFewDays: (name: string, weekends: number, weekdays: number, needed: number) =>
      `• **${name}**: ${weekends} on weekends, ${weekdays} on weekdays; ${needed} of each are needed (\`posted\` or \`link\`)`,
    how: {
      watched: ' (`watch_time` and `duration`)',
      followers: ' (`new_followers`)',
      duration: ' (`duration`)',
    } satisfies Partial<Record<InsightSignal, string>>,
    leftOut:
      'Likes, comments, shares, watch time and new followers: the estimate is made of them. Held against it, they would only show its formula again.',
    nothing: 'Nothing yet. That is usual: a few videos prove little.',
    footer: (compared: number) =>
      `+1: always rise together, −1: one falls as the other rises, 0: unrelated; in brackets the 95 % interval. ${compared > 1 ? `${compared} were looked at at once, so each had to stand out more (Holm). ` : ''}Rates of the same views move together a little by themselves. No proof of a cause.`,
  },

  experiments: {
    name: (name: string) => `**“${name}”**`,
    waiting: (during: number, before: number, needed: number) =>
      `${during} of ${needed} videos, ${before} of ${needed} before it. Nothing can be said yet: ${missing(needed - during, needed - before)}.`,
    more: (times: string, range: string, during: number, before: number) =>
      `${times} times the save rate of before${range}: more than chance (${during} videos, ${before} before).`,
    chance: (times: string, range: string, during: number, before: number) =>
      `${times} times the save rate of before${range}: can’t be told from chance (${during} videos, ${before} before).`,
    needed: (videos: number) =>
      `If the difference stays as it is, about ${videos} videos on each side would show it.`,
    hopeless: 'If there is a difference, it is too small to be found with the videos I look at.',
    estimated: (count: number, all: number) =>
      `${count} of these ${all} saves ${count === 1 ? 'is an estimate' : 'are estimates'}, made of likes and shares: a change in saves alone can’t show there.`,
    note: (compared: number) =>
      `The videos with it beside the last ones before it; whatever else changed meanwhile counts too. ${compared > 1 ? `${compared} were looked at at once, so each had to stand out more (Holm). ` : ''}Decide first how many you’ll make: who looks after each one finds a difference by accident.`,
  },

  categories: {
    title: 'Your categories compared',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots category:educational',
    told: (videos: number) =>
      `Saves for 100 views, over **${videos === 1 ? 'one video' : `${videos} videos`} whose saves you counted yourself**.`,
    mixed: (estimated: number, videos: number) =>
      `Saves for 100 views; **${estimated} of ${videos} are estimated**. An estimate knows likes and shares, not the category: it makes differences smaller than they are. Press **Add real saves** under your scores.`,
    none: 'None of your videos that can be judged has a category.',
    needed: (needed: number) =>
      `A category needs **${needed}** videos with at least 1,000 views that are a day old.`,
    fields: {
      more: 'More than chance',
      chance: 'Can’t be told from chance',
      fewer: 'Too few to tell',
    },
    compared: (name: string, median: string, range: string, n: number, times: string) =>
      `• **${name}**: ${median}${range}, n = ${n} · ${times}`,
    times: (times: string, range: string) => `${times} times your others${range}`,
    alone: 'nothing to compare it with',
    tooFew: (name: string, median: string, n: number, needed: number) =>
      `• **${name}**: ${median}, n = ${n} of ${needed}`,
    without: (count: number) =>
      count === 1
        ? 'One more video has no `category`.'
        : `${count} more videos have no \`category\`.`,
    nothing: 'No category stands out. That is usual: a few videos prove little.',
    footer: (compared: number) =>
      `Medians with their 95 % interval; a rank test with all your other videos that have a category${compared > 1 ? `, corrected for ${compared} at once (Holm)` : ''}. No proof of a cause.`,
  },

  range: (low: string, high: string) => ` (${low} to ${high})`,
  noRange: '',

  accuracy: {
    title: 'How good your estimates were',
    none: 'You haven’t told me any real saves yet, so I can’t know how far off I am. Read the number beside the bookmark of a video and press **Add real saves** under its score, or send it along:',
    noneTitle: 'Nothing to check against yet',
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100',
    intro: (videos: number, most: number, truths: number) =>
      `Over ${videos === 1 ? 'the one video whose' : `the ${videos} videos whose`} real saves you told${truths >= most ? `, of your last ${most} real counts` : ''}, of all your accounts. Each counts once, with its first real count beside the estimate as it was shown.`,
    latest: 'The latest',
    line: (name: string, truth: string, saves: string, low: string, high: string, mark: string) =>
      `${mark} ${name}: **${truth}** counted, ${saves} estimated (${low} to ${high})`,
    inside: '✓',
    outside: '✗',
    views: (views: string) => `${views} views`,
    fields: {
      inside: 'Inside the 80 % range',
      off: 'How far off',
      trend: 'Does it get better?',
    },
    share: (hits: number, videos: number, percent: string, low: string, high: string) =>
      `**${hits} of ${videos}**: ${percent} (${low} to ${high}).`,
    holds: {
      'as promised': 'That fits the 8 of 10 that are promised.',
      less: 'That is less than the 8 of 10 that are promised, and more than chance explains: for your videos the ranges are too narrow.',
      more: 'That is more than the 8 of 10 that are promised: for your videos the ranges are wider than need be.',
    },
    tooFew: (more: number) =>
      `${more} more and I can say whether that fits the promise of 8 of 10.`,
    off: (factor: string, range: string) =>
      `Half of the estimates were within a factor of **${factor}**${range} of the truth.`,
    lean: {
      low: (factor: string, range: string) =>
        `On the whole they were too low, by a factor of ${factor}${range}.`,
      high: (factor: string, range: string) =>
        `On the whole they were too high, by a factor of ${factor}${range}.`,
      none: 'Whether they are rather too low or too high can’t be told.',
    },
    trend: (first: string, last: string) =>
      `Half were within a factor of ${first} in the first half of your videos, of **${last}** in the last half:`,
    better: 'better, and more than chance.',
    worse: 'worse, and more than chance.',
    same: 'a difference that can’t be told from chance.',
    noTrend: (more: number) =>
      `Can’t tell yet: ${more} more ${more === 1 ? 'video' : 'videos'} with real saves and I can.`,
    footer:
      'A factor of 2: twice or half the truth. In brackets 95 % intervals. Estimates learn from your real counts, account by account.',
  },
};

function missing(during: number, before: number): string {
  const parts = [
    ...(during > 0 ? [`${during} more with it`] : []),
    ...(before > 0 ? [`${before} more from before it`] : []),
  ];
  return `${parts.join(' and ')} and I can compare`;
}
