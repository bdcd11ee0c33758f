import type { ExperimentFound, Turn } from '../../services/insights/experiments.js';
import type { InsightSignal } from '../../services/insights/signals.js';
import type { Basis } from '../../services/saves/saves.js';
import { say } from './say.js';

type Design = ExperimentFound['design'];

/** What `/insights` says. Numbers come formatted, what a member wrote comes escaped. */
export const insightsText = {
  onlyYou: 'Only you see this; readings you gave in private count too.',
  needs: {
    title: 'Not enough to tell yet',
    add: 'Add one',
    addHow: (example: string) =>
      `Type the numbers of a video as they stand in TikTok, with the number beside the bookmark as \`saves\`:\n\`\`\`\n${example}\n\`\`\``,
    waiting: (count: number) =>
      say(
        '{count, plural, =1 {One more video is too small, or was too early when you typed it: type its numbers again when it has grown.} other {{count} more videos are too small, or were too early when you typed them: type their numbers again when they have grown.}}',
        { count },
      ),
    unknownAccount: (count: number) =>
      say(
        '{count, plural, =1 {One video is left out: I can’t tell which of your accounts it is of. Score it with its link.} other {{count} videos are left out: I can’t tell which of your accounts they are of. Score them with their links.}}',
        { count },
      ),
    otherAccounts: (count: number) =>
      say(
        '{count, plural, =1 {One video is of another TikTok account than the one you read last, and left out.} other {{count} videos are of other TikTok accounts than the one you read last, and left out.}}',
        { count },
      ),
    days: 'Leave out `days` to look further back.',
  },

  signals: {
    title: 'What moves with your saves',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots posted:2026-11-02 duration:34 watch_time:12',
    tooLittle: (judged: number, needed: number) =>
      say(
        'I need **{needed}** videos with at least 1,000 views that are a day old, best with your own counts of their saves. {judged, plural, =0 {I know none yet} other {I know {judged}}}: **{more} more** and I can begin.',
        { needed, judged, more: needed - judged },
      ),
    told: (videos: number) => `Over **${videos} videos whose saves you counted yourself**.`,
    estimated: (videos: number, told: number, needed: number) =>
      say(
        'You have counted the saves of {told, plural, =0 {no video} =1 {one video} other {{told} videos}} so far, and {needed} are needed. So this is over **estimated saves** of {videos} videos, which is much weaker{told, plural, =0 {} other {; those you counted are estimated here too, so that all are alike}}. Press **Add real saves** under your scores: {more} more and I compare with the truth.',
        { told, needed, videos, more: needed - told },
      ),
    fields: {
      more: 'More than chance',
      chance: 'Can’t be told from chance',
      fewer: 'Can’t be compared yet',
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
      `• **${name}**${direction === null ? '' : `: ${direction}`} · ${rho} (${low} to ${high}), ${n} videos`,
    weekend: (name: string, times: string, range: string, weekends: number, weekdays: number) =>
      `• **${name}** · ${times} times the save rate of weekdays${range}, ${weekends} and ${weekdays} videos`,
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
    nothing: '**Nothing stands out yet.** That is usual: a few videos prove little.',
    found: (names: string) => `**${names}**: what moves with your saves.`,
  },

  experiments: {
    name: (name: string) => `**“${name}”**`,
    waiting: (during: number, without: number, needed: number) =>
      `${during} with it, ${without} without. From ${needed} of each on I compare: ${missing(needed - during, needed - without)}.`,
    found: (times: string, design: Design) =>
      `${times} times the save rate of ${design === 'turns' ? 'those without it' : 'before'}.`,
    possible: (low: string, high: string) => `Between ${low} and ${high} times is possible`,
    anything: 'Anything is possible',
    behind: (during: number, without: number, design: Design, basis: Basis) =>
      `(${during} with it, ${without} ${design === 'turns' ? 'without' : 'before'}, ${basis === 'counted' ? 'all counted by you' : 'all estimated from likes, comments and shares'}).`,
    more: (each: number) => `More than chance, by ${each} of each.`,
    chance: (each: number, next: number | null) =>
      `Not more than chance would bring, by ${each} of each.${next === null ? '' : ` I look again at ${next}.`}`,
    notYet: (needed: number) => `I conclude at ${needed} of each.`,
    beforeAfter:
      'That describes it. One after the other proves nothing: whatever else changed meanwhile counts too.',
    countMore: (missing: number) =>
      say(
        'Estimates prove nothing about saves. {missing, plural, =1 {Tell one more real count} other {Tell {missing} more real counts}} of these, and I compare counts.',
        { missing },
      ),
    needed: (videos: number, factor: string) =>
      `${videos} of each, in turns and counted, would show a factor of ${factor} in 8 of 10 cases.`,
    wouldHaveShown: (factor: string) =>
      `A factor of ${factor} would have shown by now in 8 of 10 cases.`,
    hopeless: (most: number, factor: string) =>
      `Your videos differ so much among themselves that more than ${most} of each would be needed to show a factor of ${factor}.`,
    next: {
      'with it': 'Next: one **with** it.',
      'without it': 'Next: one **without** it.',
    } satisfies Record<Turn, string>,
  },

  categories: {
    title: 'Your categories compared',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots category:educational',
    told: (videos: number) =>
      say(
        'Saves in % of views, over **{videos, plural, =1 {one video} other {{videos} videos}} whose saves you counted yourself**.',
        { videos },
      ),
    estimated: (videos: number, missing: number) =>
      say(
        'Saves in % of views, **all {videos} estimated alike** from likes, comments and shares. Such an estimate doesn’t know the category, so this describes and proves nothing. {missing, plural, =1 {One more real count} other {{missing} more real counts}} in two categories, and I compare counts: press **Add real saves** under your scores.',
        { videos, missing },
      ),
    none: 'None of your videos that can be judged has a category.',
    needed: (needed: number) =>
      `A category needs **${needed}** videos with at least 1,000 views that are a day old.`,
    fields: {
      more: 'More than chance',
      chance: 'Can’t be told from chance',
      described: 'By estimates',
      unconcluded: 'Too few to conclude',
      fewer: 'Too few to tell',
    },
    compared: (name: string, median: string, range: string, n: number, times: string) =>
      `• **${name}**: ${median} %${range}, ${n} videos · ${times}`,
    times: (times: string, range: string) => `${times} times your others${range}`,
    /** Until it is concluded: so many more of it, or of the others. */
    until: (more: number, others: number) =>
      `; too few to conclude: ${[...(more > 0 ? [`${more} more`] : []), ...(others > 0 ? [`${others} more of others`] : [])].join(' and ')}`,
    alone: 'nothing to compare it with',
    tooFew: (name: string, median: string, n: number, needed: number) =>
      `• **${name}**: ${median} %, ${n} of ${needed} videos`,
    without: (count: number) =>
      say(
        '{count, plural, =1 {One more video has no `category`.} other {{count} more videos have no `category`.}}',
        { count },
      ),
    nothing: '**No category stands out.** That is usual: a few videos prove little.',
    /** The finding while nothing can be concluded. */
    highest: (name: string, median: string, range: string, basis: Basis) =>
      `**Highest so far: ${name}**, ${median} %${range}${basis === 'counted' ? '. Too few to conclude.' : ', by estimates.'}`,
    found: (names: string) => `**${names}** stands out.`,
  },

  /** The numbers at which something is concluded: 10, 20 and 40. */
  looks: (sizes: readonly number[]) => `${sizes.slice(0, -1).join(', ')} and ${sizes.at(-1)}`,

  range: (low: string, high: string) => ` (${low} to ${high})`,
  noRange: '',

  accuracy: {
    title: 'How good my estimates were',
    none: 'You haven’t told me any real saves yet, so I can’t know how far off I am. Read the number beside the bookmark of a video and press **Add real saves** under its score, or send it along:',
    noneTitle: 'Nothing to check against yet',
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100',
    intro: (videos: number, most: number, truths: number) =>
      say(
        'Over {videos, plural, =1 {the one video} other {the {videos} videos}} whose real saves you told{of, select, all {} other {, of your last {most} real counts}}, of all your accounts. Each counts once, with its first real count beside the estimate as it was shown.',
        { videos, most, of: truths >= most ? 'the last' : 'all' },
      ),
    latest: 'The latest counts',
    line: (name: string, truth: string, saves: string, low: string, high: string, mark: string) =>
      `${mark} ${name}: **${truth}** counted, ${saves} estimated (${low} to ${high})`,
    inside: '✓',
    outside: '✗',
    allSmall: (from: number) =>
      `All estimates were below ${from} saves: whole numbers alone decide there.`,
    views: (views: string) => `${views} views`,
    fields: {
      trend: 'Before and since',
    },
    share: (hits: number, videos: number, percent: string, low: string, high: string) =>
      `**${hits} of ${videos}** inside the 80 % range: ${percent} (${low} to ${high}).`,
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
      `Half were within a factor of ${first} in the first half of your videos, of **${last}** in the last half. That describes them; it proves no change.`,
    noTrend: (more: number) =>
      say(
        '{more, plural, one {{more} more video} other {{more} more videos}} with real saves, and I can compare the first half with the last.',
        { more },
      ),
  },
};

function missing(during: number, without: number): string {
  const parts = [
    ...(during > 0 ? [`${during} more with it`] : []),
    ...(without > 0 ? [`${without} more without`] : []),
  ];
  return `${parts.join(' and ')}, and I can`;
}
