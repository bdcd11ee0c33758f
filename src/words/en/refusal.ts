import type { CountProblem } from '../../lib/counts.js';
import type { LinkProblem } from '../../lib/tiktok-link.js';
import type {
  Impossible,
  Improbable,
  Unreadable,
  UnreadableSchedule,
} from '../../services/refusal.js';
import { say } from './say.js';

const COUNT_EXAMPLES = '`541200`, `541,200`, `541.2K` or `1,2 Mio.`';

const countProblems: Readonly<Record<CountProblem, string>> = {
  empty: `is empty. Type it as TikTok shows it, for example ${COUNT_EXAMPLES}.`,
  negative: 'can’t be below zero.',
  fraction: `comes out as a part of a person. Type a whole number, or a short form like ${COUNT_EXAMPLES}.`,
  ambiguous: `can mean different numbers in different languages. Type all its digits, for example \`541200\`.`,
  unreadable: `isn’t a number I can read. Type it as TikTok shows it, for example ${COUNT_EXAMPLES}.`,
  'too large':
    'is larger than any count TikTok has ever shown. Look for a digit or a letter too many.',
};

const needed = 'Open the post and use Share → Copy link, or leave the option out.';

const linkProblems: Readonly<Record<LinkProblem, string>> = {
  'not a link': 'isn’t a link. Copy it in TikTok with Share → Copy link, or leave the option out.',
  'not tiktok':
    'isn’t a TikTok link. Copy it in TikTok with Share → Copy link, or leave the option out.',
  'no video in it': `leads to TikTok, but not to a video or a photo post. ${needed}`,
  profile: `is a TikTok profile, not one of its videos. ${needed}`,
  live: `is a live stream, which has no saves. ${needed}`,
  sound: `is a sound on TikTok, not a video with it. ${needed}`,
  list: `is a list of videos on TikTok, not one of them. ${needed}`,
  shop: `is a page of TikTok Shop, not a video. ${needed}`,
  'cut off': `is cut off: its number isn’t there in full. ${needed}`,
  studio: `is a page of TikTok Studio, but not that of one video. Open the video’s analytics there, or the post itself, and copy that link; or leave the option out.`,
  login: `is TikTok’s login page, with no video behind it. ${needed}`,
};

/** An option and what was typed into it; two backticks with nothing between would begin a code. */
function named(option: string, typed: string): string {
  return typed === '' ? `**${option}**` : `**${option}**: \`${typed}\``;
}

/** What members read when input can't be taken as it is. `typed` comes escaped. */
export const refusal = {
  title: 'That can’t be right yet',
  nothingStored: 'Nothing was stored.',
  commandHeading: 'To send again',
  commandHint: 'Copy, fix what is named above, and send:',
  correctedHint: 'Copy and send:',
  unreadable(problem: Unreadable, typed: string): string {
    const what = named(problem.option, typed);
    switch (problem.option) {
      case 'link':
        return `${what} ${linkProblems[problem.why]}`;
      case 'posted':
        return `${what} ${dateProblem(problem.why)}`;
      case 'duration':
      case 'watch_time':
        return `${what} isn’t a length of time I can read. Type seconds, or minutes and seconds: \`34\` or \`0:34\`.`;
      default:
        return `${what} ${countProblems[problem.why]}`;
    }
  },
  impossible(problem: Impossible): string {
    switch (problem.what) {
      case 'more saves than views':
        return `**saves**: ${problem.saves} saves of ${problem.views} views can’t be: nobody saves a video without a view being counted. Look at both numbers once more.`;
      case 'posted in the future':
        return `**posted**: ${problem.posted} is still to come, everywhere on earth. Type the day the video went public. The year in the command below is only my guess.`;
    }
  },
  schedule({ option }: UnreadableSchedule, typed: string): string {
    switch (option) {
      case 'time':
        return `${named(option, typed)} isn’t a time of day I can read. Type hours and minutes, for example \`18:00\`, \`09:30\` or \`6 pm\`.`;
      case 'timezone':
        return `${named(option, typed)} isn’t a time zone I know. Type the nearest large city or the country, for example \`Berlin\`, \`Hanoi\` or \`Japan\`.`;
    }
  },
  onlyTheAuthor:
    'Only the member who typed these numbers can do that. Use `/score` for a video of your own.',
  readingGone:
    'These numbers aren’t stored any more, or not here. Use `/score` to send them again.',
  draftGone:
    'I keep such numbers for 15 minutes, and that time is over. **Nothing was stored.** Use `/score` to send them again.',
  videoGone:
    'I know no such video of yours. Use `/history list` to see what is stored, or start typing its title in `/history video` and choose from the list.',
  undoGone:
    'That can’t be undone any more: it was undone already, more than a day has passed, or other changes came between. `/history list` shows what is stored.',
  twoPosts:
    'These two have different ids in their TikTok links, so they are two posts. **Nothing was changed.** If one link was wrong, remove that reading and use `/score` with the right one.',
  notShownHere:
    'That member has not agreed to be shown in this server, or isn’t in it. Who wants to be shown uses `/leaderboard join`.',
  storedAlready: 'That is stored already. Nothing was stored twice.',
  onlyInAServer: 'That belongs to a server. Use it in a channel of the server you mean.',
  questionGone:
    'I ask such things for 15 minutes only, and that time is over. **Nothing was deleted.** Use `/data delete` again.',
  tooOften: (when: string) =>
    `That’s more than I do for one member or one server at a time, so that there is room for everybody. **Nothing was stored.** Please send that again ${when}.`,
  onlyManagers:
    'Only members with the permission **Manage Server** can do that. Ask one of them, or whoever owns the server.',
  notAWeek: (typed: string) =>
    `${named('week', typed)} isn’t a week I can read. Type it like \`2026-W47\`, or choose one from the list that opens while you type. Without \`week\` you get the week that runs now.`,
  weekToCome: (week: string) =>
    `${week} is still to come. Leave \`week\` out for the week that runs now.`,
  weekBefore: (week: string) =>
    `${week} was over before I came into this server, so there is nothing of it. Leave \`week\` out for the week that runs now.`,
};

/** What members are asked when something can mean several things. `typed` comes escaped. */
export const doubtful = {
  title: 'Which one do you mean?',
  item: (option: string, typed: string, readings: readonly string[]) =>
    say(
      '{count, plural, =1 {• {value} is more than the views, as it reads in your language. Did you mean {readings}?} other {• {value} can be {readings}.}}',
      { count: readings.length, value: named(option, typed), readings: listed(readings) },
    ),
  namesakes: (typed: string) => `• ${named('title', typed)}: I know a video with that title.`,
  /** On a button. */
  sameVideo: (day: string, isPosted: boolean) =>
    isPosted ? `The same, posted ${day}` : `The same, last seen ${day}`,
  newVideo: 'A new one',
  description: (items: readonly string[]) =>
    `${items.join('\n')}\n\n**Nothing is stored yet.** Press the one you mean within 15 minutes.`,
  count: (value: string, option: string) => `${value} ${optionWords[option] ?? option}`,
};

const optionWords: Readonly<Record<string, string>> = { new_followers: 'new followers' };

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** What members read when input is hardly true. */
export const improbable = {
  title: 'Please look once more',
  description: (items: readonly string[]) =>
    `${items.map((item) => `• ${item}`).join('\n')}\n\n**Nothing is stored yet.** If the numbers are right, press **Store anyway** within 15 minutes. If not, just send them again.`,
  choose: 'Or press what you meant.',
  button: 'Store anyway',
  stored: 'Stored.',
  item(found: Improbable, format: (count: number | bigint) => string): string {
    switch (found.what) {
      case 'more than views':
        return `**${found.option}**: ${found.typed} is more than the ${found.views} views. A view nearly always comes first.`;
      case 'more than ever':
        return `**views**: ${found.typed} reads as ${format(found.views)}, more than any video has ever had. Did the short form mean something smaller?`;
      case 'may be less':
        return `**${found.option}**: ${found.typed} is ${format(found.read)} in your language, and less in another. Hardly any video has had that many. Did you mean the smaller number?`;
      case 'unlike before':
        return `**${found.option}**: ${found.typed} reads as ${format(found.read)}. In your last readings it was ${found.least === found.most ? format(found.most) : `${format(found.least)} to ${format(found.most)}`}.`;
      case 'watch time':
        return `**watch_time**: ${found.watchTime} seconds a view is more than four times the video’s ${found.duration} seconds. Is it the average, in seconds?`;
      case 'saves far from the estimate':
        return `**saves**: ${format(found.saves)} is far from the ${format(Math.round(found.low))} to ${format(Math.round(found.high))} I’d expect from the other numbers.`;
    }
  },
};

function dateProblem(why: Extract<Unreadable, { option: 'posted' }>['why']): string {
  switch (why.problem) {
    case 'empty':
      return 'is empty. Type the day the video went public as `YYYY-MM-DD`, for example `2026-11-01`.';
    case 'ambiguous':
      return `could be ${why.candidates.map((date) => `\`${date}\``).join(' or ')}. Type one of them.`;
    case 'no such day':
      return 'is no day of the calendar. Type it as `YYYY-MM-DD`, for example `2026-11-01`.';
    case 'before TikTok':
      return 'is before there was TikTok. Look at the year once more.';
    case 'unreadable':
      return 'isn’t a day I can read. Type it like `2026-11-01`, `1 Nov`, `yesterday` or `3d ago`.';
  }
}
