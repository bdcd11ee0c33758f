import type { LeftWhy, TableKind } from '../../services/import/drop.js';
import { say } from './say.js';

/** What each table is called: as TikTok names its file. */
const tables: Readonly<Record<TableKind, string>> = {
  content: 'Content: your videos',
  overview: 'Overview: views of your account',
  viewers: 'Viewers',
  followers: 'FollowerHistory: your followers',
  activity: 'FollowerActivity: when they are online',
  gender: 'FollowerGender',
  territories: 'FollowerTopTerritories',
  own: 'a table of your own',
};

const limits = {
  bytes: 'it holds more than I unpack: no export of TikTok’s is that large',
  entries: 'there are more files in it than I open',
  rows: 'there are more than 10,000 rows',
  columns: 'it has more than 64 columns',
  rowLength: 'a cell or a row in it is longer than any title',
};

/** Reasons that need no value. */
const plainly = {
  'not available yet': 'TikTok hadn’t counted it yet',
  'posted after the export': 'it was posted after the day of the export',
  'no hour': 'the hour isn’t one from 0 to 23',
  'unknown header':
    'I don’t know its first line. I know TikTok Studio’s seven files, and tables with views, likes, comments and shares',
  empty: 'there is nothing in it',
  'not a table': 'it is no table: I read CSV, XLSX, and ZIP archives of these',
  'open quote': 'a quotation mark opens in it and never closes',
  damaged: 'it is damaged or locked, so I can’t open it',
  'archive inside': 'there is an archive in the archive: take it out and send it by itself',
  'nothing inside': 'the archive is empty',
  macros: 'it holds macros: save it as CSV, or as XLSX without them',
  'no account': 'nothing says whose numbers these are: send it again with `account:`',
  'too large': 'it is larger than 10 MB',
  gone: 'Discord didn’t hand it to me: send it again',
} as const;

/** What `/import` says. */
export const importText = {
  title: 'In these files',
  storedTitle: 'Stored',
  nothingTitle: 'Nothing new',
  unreadTitle: 'Nothing I can store',
  tables,

  videos: (o: { videos: string; accounts: string; known: string; fresh: string }) =>
    `**${o.videos}**${o.accounts}: ${o.known} known, ${o.fresh} new.`,
  videoCount: (count: string, n: number) =>
    say('{n, plural, one {{count} video} other {{count} videos}}', { n, count }),
  ofAccounts: (handles: readonly string[]) =>
    handles.length === 0 ? '' : ` of ${handles.map((handle) => `@${handle}`).join(', ')}`,
  readings: (count: string, n: number) =>
    say('{n, plural, one {{count} reading to store.} other {{count} readings to store.}}', {
      n,
      count,
    }),
  raised: (count: string) => `${count} readings of an earlier import get the larger counts.`,
  truths: (count: string, n: number) =>
    say('{n, plural, one {{count} real save count} other {{count} real save counts}} with them.', {
      n,
      count,
    }),
  days: (days: string, handle: string, from: string, to: string, fresh: string) =>
    `**${days} days** of @${handle}, ${from} to ${to}: ${fresh} new.`,
  goesOn: (to: string) => ` The files go on to ${to}: those days aren’t counted yet.`,
  hours: (days: string) =>
    `When your followers were online: ${days} days. TikTok keeps only the last seven, so bring it every week.`,
  accounts: (count: string) => `${count} accounts.`,
  notStored: (until: string) => `**Nothing is stored yet.** \`Store\` works until ${until}.`,
  nothingNew:
    'Everything in these files is known already. Nothing was stored, and there is nothing to do.',
  nothingFound: 'I found nothing in these files that I can store.',
  store: 'Store',
  cancel: 'Cancel',
  cancelled: 'Nothing was stored, and what I had read is gone.',

  assumed: 'What I take for true',
  leftOut: 'Left out',
  moreLeft: (count: string) => `… and ${count} more, in the file below.`,
  leftFile: 'What was left out, with file, line and reason',
  moreAssumed: (count: string) => `… and ${count} more, in the file below.`,
  assumedFile: 'What I take for true, line by line',
  left: (file: string, line: number | null, why: string) =>
    line === null ? `\`${file}\`: ${why}.` : `\`${file}\`, line ${line}: ${why}.`,

  assume: {
    years: (videos: string) =>
      `The years of ${videos}: from the ids in their links, since TikTok writes none.`,
    exportDay: (days: string) =>
      `Exported on ${days}: TikTok writes the day without a year, and I take the latest.`,
    /** @param files one or several that share what follows, here and below. */
    days: (files: string, to: string) =>
      `Without years: ${files}. I take the latest that fit, so the last day in there is ${to}.`,
    today: (files: string) => `Without a word on when it was read: ${files}. I take today.`,
    accountByName: (files: string, handle: string) => `Of @${handle}, by the file name: ${files}.`,
    onlyAccount: (files: string, handle: string) =>
      `Of @${handle}, the only account I know of you: ${files}.`,
    translated: (files: string) =>
      `With a translated first line: ${files}. I have never seen a real one: look closely.`,
    storedResults: (files: string) =>
      `With formulas: ${files}. I took the results that are stored with them.`,
    notKept: (files: string) => `Read, but I keep nothing of it: ${files}.`,
    notAvailable: (files: string, days: string, n: number) =>
      say(
        '{n, plural, one {{days} day isn’t counted yet, or was before the account: {files}. It stays open, not zero.} other {{days} days aren’t counted yet, or were before the account: {files}. They stay open, not zero.}}',
        { n, days, files },
      ),
    lastHours: (files: string, day: string) =>
      `The last zeros of ${day} are hours that hadn’t come yet: ${files}.`,
  },

  why: (why: LeftWhy, shown: (text: string) => string): string => {
    switch (why.why) {
      case 'no day':
        return `“${shown(why.cell)}” is no day I can read`;
      case 'not a count':
        return `“${shown(why.cell)}” is no number I can read`;
      case 'negative':
        return `“${shown(why.cell)}” is below zero`;
      case 'no link':
        return why.cell.trim() === ''
          ? 'there is no link to the video'
          : `“${shown(why.cell)}” is no link to a video`;
      case 'more than views':
        return `“${shown(why.cell)}” is more than the ${shown(why.views)} views`;
      case 'table':
        return shown(why.said);
      case 'columns':
        return `${why.found} values where the first line has ${why.wanted}`;
      case 'too much':
        return limits[why.limit];
      default:
        return plainly[why.why];
    }
  },

  personalTitle: 'That is your personal archive',
  personal:
    'This is TikTok’s “Download your data”. It holds your private messages, addresses and phone number, so I didn’t read it, and I kept nothing of it.\n\n**Delete the message or file wherever you sent it.** What I need is in TikTok Studio on the web: **Analytics → Download data**.',
  tooMuch:
    'These files took more time or memory than any export of TikTok’s does, so I stopped. Nothing was stored. Send them one at a time, as CSV.',
  notAnAccount: (typed: string) =>
    `“${typed}” is no TikTok account. Write its handle, like \`mia\`, or the link of the profile. Nothing was stored.`,

  stored: (o: { readings: string; days: string }) =>
    `${[o.readings, o.days].filter((one) => one !== '').join(', ')} stored. Only you see this.`,
  storedReadings: (count: string, n: number) =>
    say('{n, plural, one {{count} reading} other {{count} readings}}', { n, count }),
  storedDays: (count: string, n: number) =>
    say('{n, plural, one {{count} day} other {{count} days}}', { n, count }),
  see: 'See `/history list`, `/history trend`, `/insights signals`; for days `/history account`.',
  undoUntil: (time: string) => `You can undo this until ${time}.`,
  undo: 'Undo this import',

  teach: {
    title: (count: number) =>
      say(
        '{count, plural, =1 {This one teaches me most} =3 {These three teach me most} other {These two teach me most}}',
        { count },
      ),
    intro: (others: string, gain: string) =>
      `With their real saves the ranges of your other videos (${others}) get about **${gain} narrower**. The number stands beside the bookmark.`,
    video: (place: number, title: string, views: string) => `${place}. ${title} (${views} views)`,
    button: (place: number) => `Add real saves: ${place}`,
    told: (narrower: string, others: string) =>
      `Thank you. The ranges of your other videos (${others}) are **${narrower} narrower** now.`,
    toldNothing: 'Thank you. It stands beside the estimate, and I learn from it.',
    soFar: (told: string, n: number, narrower: string) =>
      say(
        'Your {n, plural, =1 {one real count} other {{told} real counts}} made the ranges of your other videos {narrower} narrower.',
        { n, told, narrower },
      ),
    done: 'Nothing else would make your ranges much narrower. Tell the saves of new videos now and then.',
  },
};

/** What `/history account` says. */
export const accountText = {
  title: (handle: string) => `@${handle} by day`,
  subtitle: (days: string) => `${days} · a gap is a day I don’t know`,
  followers: 'followers',
  viewers: 'viewers',
  views: 'views',
  grown: (o: { change: string; from: string; to: string; now: string }) =>
    `**${o.change} followers** from ${o.from} to ${o.to}: ${o.now} by then.`,
  viewersLine: (mean: string, days: string) => `About ${mean} viewers a day (over ${days} days).`,
  viewsLine: (sum: string, days: string) => `${sum} views of your account in ${days} days.`,
  missing: (days: string, n: number) =>
    say(
      '{n, plural, one {{days} day in between isn’t known.} other {{days} days in between aren’t known.}}',
      { n, days },
    ),
  hoursTitle: 'When your followers were online',
  hours: (hours: string, days: string) =>
    `Most around ${hours}, on your account’s clock (over ${days} days). That promises nothing for a post.`,
  hoursKeep: 'TikTok keeps only seven days of this: import it every week, or it is lost.',
  others: (handles: string) => `I also know ${handles}: choose with \`account\`.`,
  onlyYou: 'Only you see this.',
  noneTitle: 'No days of an account yet',
  none: 'In TikTok Studio on the web choose **Analytics → Download data**, for Overview, Viewers and Followers. Then send the files with `/import`.',
  noneInDays: (days: string, last: string) =>
    `Nothing in ${days}. The last day I know is ${last}: ask for more \`days\`.`,
  noAccount: (typed: string, known: string) =>
    `I know no days of “${typed}”.${known === '' ? '' : ` I know those of ${known}.`}`,
  noPicture: 'The chart can’t be drawn right now; here is what it shows.',
  alt: (o: { handle: string; days: string; facts: string }) =>
    `Line chart of @${o.handle}, ${o.days}: followers above, viewers and views of the account below, a day each; gaps are days that aren’t known. ${o.facts}`,
};
