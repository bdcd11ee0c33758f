import type { Basis } from '../../services/saves/saves.js';
import type { Category, Pattern, Tip } from '../../services/tips/content.js';
import type { Diagnosis, Maybe, StepName } from '../../services/tips/diagnosis.js';
import { commandText } from './commands.js';
import { say } from './say.js';

/** What a pattern was seen beside. */
const besides: Readonly<Record<Diagnosis['beside'] | `maybe ${Diagnosis['beside']}`, string>> = {
  own: 'Beside your own videos. ',
  others: 'Beside comparable videos; for you it is as usual. ',
  'maybe own': 'Beside your own videos. ',
  'maybe others': 'Beside comparable videos. ',
};

/** What stands around tips; the tips themselves live in `content/`. */
export const tipsText = {
  line: (tip: string, basis: string) => `• ${tip} *(${basis})*`,
  /** Where a line has no room for the source, which stands behind `How?`. */
  shortBasis: {
    'documented by TikTok': 'TikTok docs',
    // TikTok names what it looks at; what to do about it is a conclusion.
    'a signal TikTok names': 'TikTok signal',
    'large study': 'large study',
    heuristic: 'heuristic',
  } satisfies Record<Tip['basis'], string>,
  /** How sure anybody can be that a tip helps. */
  bases: {
    'documented by TikTok': 'documented by TikTok',
    'a signal TikTok names': 'a signal TikTok names',
    'large study': 'large study',
    heuristic: 'heuristic',
  } satisfies Record<Tip['basis'], string>,
  basis: (basis: string, source: string, checked: string) => `${basis}: ${source} · ${checked}`,

  own: {
    title: 'What to try next',
    video: (title: string, views: string, others: number) =>
      `**${title}**, ${views} views, beside your ${others} other videos that can be judged. Only you see this.`,
    untitled: 'Your newest video',
    fields: {
      numbers: 'The numbers',
      next: 'Try next',
      call: 'A way to ask for a save',
      missing: 'What would tell more',
    },
    pattern: (words: string, beside: Diagnosis['beside'] | `maybe ${Diagnosis['beside']}` | null) =>
      `${words} ${beside === null ? '' : besides[beside]}*(heuristic)*`,
    patterns: {
      'seen-not-liked':
        '**Seen, but not liked.** Of those who see it, fewer than usual like it. It loses people at the start, before anything can be sent or kept.',
      'liked-not-shared':
        '**Liked, but not shared.** People like it as often as usual, and send it on less than usual.',
      'shared-not-saved':
        '**Shared, but not saved.** People send it to others, and keep it for themselves less than usual.',
      'watched-not-saved':
        '**Watched, but not saved.** People stay as long as usual, and keep it less than usual.',
      'saved-no-follows':
        '**Saved, but no follows.** People keep it as often as usual, and follow you less than usual.',
      'doing-well': '**It does well.** It is kept clearly more than is usual.',
      'few-views': '**Few views.** Too few to tell a pattern.',
      'too-early': '**Too early.** Its numbers still move too much to tell a pattern.',
    } satisfies Record<Pattern, string>,
    nothing: (hasLow: boolean) =>
      hasLow
        ? '**No clear pattern.** Something is below usual, as the numbers show, but not in a way that says where people are lost.'
        : '**No weak step.** None is clearly below your usual, or below comparable videos.',
    maybe: (maybe: Maybe, basis: Basis) =>
      basis === 'counted'
        ? maybe === 'lower'
          ? '**Fewer saves than usual.** No other step says where people are lost.'
          : '**More saves than usual.** It isn’t sure that it does well: comparable videos are often kept as much.'
        : `**Saves may be ${maybe === 'lower' ? 'lower' : 'higher'} than usual.** They are estimated, and the range leaves it open: count them to know.`,
    steps: {
      likes: '% of the views: likes',
      shares: '% of the likes: shares',
      watch: '% of the length: watched',
      saves: '% of the views: saves',
      followers: 'new followers for 10,000 views',
    } satisfies Record<StepName, string>,
    step: (value: string, what: string, compared: readonly string[]) =>
      `**${value}** ${what}${compared.length > 0 ? ` (${compared.join(', ')})` : ''}`,
    estimated: 'estimated',
    told: 'counted by you',
    usual: (value: string, videos: number) => `your usual ${value}, ${videos} videos`,
    comparable: (value: string) => `comparable videos ${value}`,
    saves: (basis: Basis, all: number) =>
      basis === 'counted'
        ? 'Saves are your own counts, also in those they are held against.'
        : `Saves are estimated alike in all ${all} videos, from likes and shares among others: count them on the screen before you trust a pattern in them.`,
    missing: {
      saves: 'the number beside the bookmark: press **Add real saves** under a score',
      watch: (needed: number) =>
        `\`watch_time\` and \`duration\` in \`/score\`, for this video and ${needed} others: then I can tell whether it was watched and not kept`,
      followers: (needed: number) =>
        `\`new_followers\` in \`/score\`, for this video and ${needed} others: then I can tell whether those who keep it follow`,
      category: '`category` in `/score`: then tips and wordings fit the kind of video',
    },
  },

  tooLittle: {
    title: 'Not enough to tell yet',
    description: (judged: number, needed: number) =>
      say(
        'I look at your newest video beside your own others, and need **{needed}** videos with at least 1,000 views that are a day old. {judged, plural, =0 {I know none yet} other {I know {judged}}}: **{more} more** and I can tell. Only you see this.',
        { needed, judged, more: needed - judged },
      ),
    waiting: (count: number) =>
      say(
        '{count, plural, =1 {One more is too small, or was too early when you typed it: type its numbers again when it has grown.} other {{count} more are too small, or were too early when you typed them: type their numbers again when they have grown.}}',
        { count },
      ),
    add: 'Add one',
    addHow: (example: string) =>
      `Type the numbers of a video as they stand in TikTok, with a title that you will know again:\n\`\`\`\n${example}\n\`\`\``,
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
    meanwhile: 'Meanwhile',
    meanwhileHow: '`/tips` with `category` has tips for each kind of video.',
  },

  category: {
    title: (category: Category) => `${commandText.score.categories[category]}: worth keeping`,
    own: '**For this kind of video**',
    keeping: '**For whatever should be kept**',
    calls: 'Ways to ask for a save',
    callsNote:
      'A reason, said once, near the thing to keep. Whether asking brings more saves is *unproven* (checked 2026-11-23): compare your own videos with and without.',
    footer: 'No tip here promises anything: what is kept differs most by subject.',
  },

  call: (wording: string) => `• “${wording}”`,

  /** Wordings that give a reason instead of begging. */
  calls: {
    educational: [
      'You’ll want step three in front of you when you try it.',
      'The full list is on the last screen, for the day you need it.',
      'Keep this one where you keep your recipes.',
    ],
    entertaining: [
      'Somebody you know needs this on a bad Monday.',
      'For the next time the group chat goes quiet.',
      'Part two will make no sense without this one.',
    ],
    inspirational: [
      'Put this where you’ll find it on a hard day.',
      'Read the sentence again in a month.',
      'For the morning you’d rather not start.',
    ],
    aesthetic: [
      'The place is in the text, for when you’re nearby.',
      'The colours are listed at the end, to try them yourself.',
      'For your next moodboard.',
    ],
    valuable: [
      'You won’t need this today. You will when you move.',
      'The numbers are on the last screen, with the day they were true.',
      'It takes ten seconds to keep and an hour to search again.',
    ],
  } satisfies Record<Category, readonly [string, ...string[]]>,
};
