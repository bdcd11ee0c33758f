import type { ExportedFiles } from '../../services/data/rights.js';
import type { CreatorsTable } from '../../services/data/tables.js';
import { say } from './say.js';

/** A table in the words of a sentence, and what its files hold. */
interface TableWords {
  readonly counted: (count: string, n: number) => string;
  readonly holds: string;
}

/** What each table that holds something of creators is for people. */
export const tableText: Readonly<Record<CreatorsTable, TableWords>> = {
  Creator: {
    counted: (count, n) =>
      say('{n, plural, one {{count} entry for you} other {{count} entries for you}}', { n, count }),
    holds: 'your Discord id, and since when it has been stored',
  },
  Video: {
    counted: (count, n) =>
      say('{n, plural, one {{count} video} other {{count} videos}}', { n, count }),
    holds:
      'each video: link, TikTok id and handle, title, posting date, category, length, and whether something of it was told in private',
  },
  Reading: {
    counted: (count, n) =>
      say('{n, plural, one {{count} reading} other {{count} readings}}', { n, count }),
    holds:
      'the numbers of a video as you typed them at one moment. Beside each count stands the step it was rounded to (541.2K: a step of 100), and in guildId the Discord id of the server; empty is a direct message, or a server that was forgotten. In tip stands the tip that was shown with it',
  },
  Estimate: {
    counted: (count, n) =>
      say('{n, plural, one {{count} estimate} other {{count} estimates}}', { n, count }),
    holds:
      'what was estimated for each reading: saves, the 80 % range, the score, and what it is made of (natural logarithms)',
  },
  TrueSave: {
    counted: (count, n) =>
      say('{n, plural, one {{count} real count} other {{count} real counts}}', { n, count }),
    holds:
      'the saves you read from the screen, and how far off the estimate was (natural logarithm). All that is learned about you is worked out from these anew each time',
  },
  Draft: {
    counted: (count, n) =>
      say('{n, plural, one {{count} draft} other {{count} drafts}}', { n, count }),
    holds: 'unlikely numbers that wait for your “Store anyway”, for 15 minutes',
  },
  Consent: {
    counted: (count, n) =>
      say('{n, plural, one {{count} agreement} other {{count} agreements}}', { n, count }),
    holds:
      'the servers in which you agreed to be shown, since when, and when Discord last said that you are a member',
  },
  SaidOnce: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} greeting or invitation} other {{count} greetings and invitations}}',
        { n, count },
      ),
    holds: 'the servers in which I greeted you, or invited you to the boards, and when',
  },
  VideoAlias: {
    counted: (count, n) =>
      say('{n, plural, one {{count} merged entry} other {{count} merged entries}}', { n, count }),
    holds: 'what a video was known by before you merged its entries',
  },
  Undo: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} change of your history} other {{count} changes of your history}}',
        { n, count },
      ),
    holds:
      'what you corrected, removed or merged, as it was before, while it can be undone; of what you undid, that you did',
  },
  Import: {
    counted: (count, n) =>
      say('{n, plural, one {{count} import} other {{count} imports}}', { n, count }),
    holds: 'when you stored files, and which readings and days came with them (importId)',
  },
  AccountDay: {
    counted: (count, n) =>
      say('{n, plural, one {{count} day of an account} other {{count} days of accounts}}', {
        n,
        count,
      }),
    holds:
      'views, viewers and followers of your TikTok accounts by day, from the files you brought. An empty number isn’t known; asOf is the last day of its file',
  },
  AccountHour: {
    counted: (count, n) =>
      say('{n, plural, one {{count} hour of an account} other {{count} hours of accounts}}', {
        n,
        count,
      }),
    holds: 'how many of your followers were there in each hour, from the files you brought',
  },
  BoardEntry: {
    counted: (count, n) =>
      say('{n, plural, one {{count} board result} other {{count} board results}}', { n, count }),
    holds: 'your result on a board of a server and week, in points of the score',
  },
  DigestShown: {
    counted: (count, n) =>
      say(
        '{n, plural, one {{count} digest that names you} other {{count} digests that name you}}',
        { n, count },
      ),
    holds:
      'the servers and weeks whose digest shows you or a video of yours by name, and what it shows: the videos, and how much you improved',
  },
  Mailbox: {
    counted: (count, n) =>
      say('{n, plural, one {{count} setting for messages} other {{count} settings for messages}}', {
        n,
        count,
      }),
    holds:
      'how I may write to you: our conversation in Discord, your time zone, hours and language, when the weekly note comes, and since when you take no messages from me, if so',
  },
  Reminder: {
    counted: (count, n) =>
      say('{n, plural, one {{count} reminder} other {{count} reminders}}', { n, count }),
    holds:
      'each reminder you asked for: the video, its age in hours, when it is due, and which message it went with',
  },
  Letter: {
    counted: (count, n) =>
      say('{n, plural, one {{count} message to you} other {{count} messages to you}}', {
        n,
        count,
      }),
    holds:
      'each message I sent you by myself, or tried to, in the last two weeks: its day, whether it went, and why not. What it said is kept until it is sent',
  },
  BoardVideo: {
    counted: (count, n) =>
      say('{n, plural, one {{count} video of the week} other {{count} videos of the week}}', {
        n,
        count,
      }),
    holds: 'your videos that were among the most saved for their size in a server and week',
  },
};

/** What `/data` says. */
export const dataText = {
  exported: 'Everything I have stored about you',
  exportedWhat: (held: string) =>
    `From all servers: ${held}.\nOnly you can see this. Open **README.txt** first: it says what each file holds. The file stays here until you dismiss the message or restart Discord, so save it now.`,
  archive: 'Everything stored about you, as JSON and CSV in a ZIP archive',
  nothing:
    'I have nothing stored about you: no video, no number, not even your id. That changes with your first `/score`.',
  tooLarge: (megabytes: string) =>
    `Everything about you is ${megabytes} MB even when packed, and Discord lets me send 10 MB. Ask whoever runs me for \`npm run export\` with your Discord id: it makes the same files without that limit.`,
  askTitle: 'Delete everything stored about you?',
  ask: (held: string) =>
    `In all servers at once: ${held}. With them goes what I learned from them, your place on boards, and what digests I keep show of you. Sums of a server’s week, over three creators or more, stay; they name nobody.\n\n**I can’t bring it back, and neither can you.** To have it yourself, use \`/data export\` first.\n\nMy messages in channels stay in Discord, with the numbers they show; they belong to the channel, and you or a moderator can delete them. Copies that whoever runs me keeps for emergencies hold your data until they are replaced, and traces can stay in the raw files of some databases until they are written anew; that is up to them, too.\n\nThe button works for 15 minutes.`,
  deleteButton: 'Delete everything',
  deletedTitle: 'Deleted',
  deleted: (held: string) =>
    `Gone, in all servers: ${held}. Nothing of it is kept in my tables, so I can’t show or use any of it again. Old messages of mine in channels stay in Discord, but their buttons find nothing any more. If you use me again, we start anew.`,
  deletedAlready: 'There is nothing stored about you any more.',
};

/** The file in the archive that says what each of the others holds. */
export function exportReadme(files: ExportedFiles, at: Date): string {
  const tables = [...files].map(([model, { file, rows }]) => {
    const { holds } = tableText[model];
    return say(
      'csv/{file}.csv and "{file}" in keepsake.json: {rows, plural, one {{rows} row} other {{rows} rows}}\n    {holds}.\n',
      { file, rows, holds },
    );
  });
  const text = `KEEPSAKE: EVERYTHING STORED ABOUT YOU

As of ${at.toISOString()} (UTC), from all servers and direct messages.

keepsake.json
    Everything in one file, for programs. Ids and counts are text, so that no digit is lost; times
    are UTC. Where everything is too large for one archive, it is in keepsake-data-json.zip, and
    the tables are in keepsake-data-csv.zip.

csv/
    The same as tables, for Excel, LibreOffice, Numbers and Google Sheets. An apostrophe in front
    of a long id, or of text that a spreadsheet would take for a formula, keeps it as it is; it is
    not part of your data.

${tables.join('\n')}
What is not in here because it is not stored: your messages, your name and picture in Discord, your
TikTok account, and input that was refused.
`;
  // Notepad has known line feeds alone only since 2018.
  return text.replaceAll('\n', '\r\n');
}
