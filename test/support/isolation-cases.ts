import { type Name, type Place, type TwoServers, TYPED_VIEWS } from './isolation.js';

/** What a read is tried with, by whoever looks, wherever they are. */
type Lines = (world: TwoServers, by: Name, at: Place) => readonly string[];

/** How something that runs is tried, or why there is nothing to try. */
export type Case = { readonly lines: Lines } | { readonly readsNothing: string };

/**
 * A case for everything that runs, by its name: `command`, or `command subcommand`. Whoever adds a
 * command adds its line here: the test fails without. What it is tried with should show as much as
 * it can, and name what it mustn't show: the other member, another server's videos. Suggestions need
 * no line, nor do buttons and pages: whatever is offered is typed, chosen and pressed. A line doesn't
 * type a mark itself, since what was typed may be shown back.
 */
export const cases: Readonly<Record<string, Case>> = {
  score: {
    lines: (world, by, at) => {
      const counts = `views:${TYPED_VIEWS} likes:2100 comments:210 shares:90`;
      const known = world.marked.find((one) => one.owner === by && one.place === at)?.links[0];
      // Every video that was sent before, from wherever and by whomever.
      const links = world.marked.map(({ links: [link] }) => withoutHandle(link));
      return [
        `/score ${counts}`,
        '/score',
        '/score views:1000 likes:5000 comments:8 shares:21',
        '/score views:1,2 mil. likes:48 comments:8 shares:2',
        `/score ${counts} private:True link:${known}`,
        ...links.map((link) => `/score ${counts} link:${link}`),
      ];
    },
  },
  import: {
    readsNothing:
      'It shows what is in the caller’s own files, held against the caller’s own rows: two members with one account are in import.test.ts.',
  },
  'history list': {
    lines: (world, by) => [
      '/history list',
      '/history list days:2',
      `/history list member:<@${world.otherThan(by)}>`,
      `/history list member:<@${world.otherThan(by)}> days:5`,
    ],
  },
  'history video': {
    // One's own is the same everywhere; of the other member there must be nothing.
    lines: ({ marked }, by, at) =>
      marked
        .filter(({ owner, place }) => owner !== by || place === at)
        .map(({ links: [link] }) => `/history video video:${withoutHandle(link)}`),
  },
  'history trend': { lines: () => ['/history trend'] },
  'history account': { lines: () => ['/history account', '/history account account:mia'] },
  'insights signals': { lines: () => ['/insights signals'] },
  'insights categories': { lines: () => ['/insights categories days:30'] },
  'insights accuracy': { lines: () => ['/insights accuracy'] },
  tips: { lines: () => ['/tips', '/tips category:educational'] },
  'leaderboard show': {
    lines: ({ weeks: { running, last } }) => [
      '/leaderboard show',
      `/leaderboard show week:${running}`,
      `/leaderboard show week:${last}`,
      ...['improvement', 'saved', 'consistency'].flatMap((board) => [
        `/leaderboard show board:${board}`,
        `/leaderboard show board:${board} week:${last}`,
      ]),
    ],
  },
  'leaderboard join': {
    readsNothing: 'It changes who may be shown, and answers with fixed words.',
  },
  'leaderboard leave': {
    readsNothing: 'It changes who may be shown, and answers with fixed words.',
  },
  'faq saves': { lines: () => ['/faq saves'] },
  'faq ask': {
    lines: () => ['/faq ask question:who sees my saves', '/faq ask question:knots'],
  },
  'faq topics': { lines: () => ['/faq topics'] },
  guide: { lines: () => ['/guide'] },
  help: { lines: () => ['/help'] },
  'reminders list': { lines: () => ['/reminders list'] },
  'reminders hours': { lines: () => ['/reminders hours from:9:00 to:21:00'] },
  'reminders off': { lines: () => ['/reminders off', '/reminders list'] },
  'weekly on': { lines: () => ['/weekly on day:Monday time:18:00 timezone:Europe/Berlin'] },
  'weekly preview': { lines: () => ['/weekly preview'] },
  'weekly off': { lines: () => ['/weekly off'] },
  'settings show': { lines: () => ['/settings show'] },
  'settings change': {
    lines: () => ['/settings change notices:#talk', '/settings show'],
  },
  'digest preview': { lines: () => ['/digest preview'] },
  'digest past': { lines: () => ['/digest past'] },
  'digest status': { lines: () => ['/digest status'] },
  'digest setup': {
    lines: () => [
      '/digest setup channel:#talk day:Monday time:18:00 timezone:Europe/Berlin',
      '/digest setup channel:#talk day:Monday time:6 timezone:EST',
    ],
  },
  'digest off': { lines: () => ['/digest off', '/digest status'] },
  'data export': { lines: () => ['/data export'] },
  'data delete': { lines: () => ['/data delete'] },
};

/** Buttons that aren't pressed by whom they were shown to, and why that hides nothing. */
export const untouchedButtons: Readonly<Record<string, string>> = {
  'store-anyway': 'It stores what was typed, and shows the score of it alone.',
  'edit-category': 'It changes the score it belongs to, and refuses everybody but its author.',
  'edit-private': 'It hides the score it belongs to, and refuses everybody but its author.',
  'edit-public': 'It shows the score it belongs to, and refuses everybody but its author.',
  'edit-remove': 'It removes the score it belongs to, and refuses everybody but its author.',
  'read-as': 'It stores what was typed, and shows the score of it alone.',
  'digest-set-up': 'It changes when the digest of the same server goes, and answers with that.',
  'data-delete': 'It deletes everything of whoever presses it, and says how much that was.',
};

/** Buttons under an answer that its author gave to everybody there, and that everybody may press. */
export const buttonsForAll: Readonly<Record<string, string>> = {
  how: 'It explains a score that stands in the channel already.',
  definition: 'It explains how something is found, with fixed words.',
  digest: 'It shows what else the digest of the same server and week says, and how it is made.',
};

/** What is there only after a file was sent, or something went wrong: the tests of that try it as others. */
export const afterFiles: Readonly<Record<string, string>> = {
  notice: 'It says how the digest stands, to who may manage the server: notices.test.ts.',
  'shown-right': 'It stores what its author’s picture shows: screenshots.test.ts.',
  'shown-correct': 'It opens what its author’s picture shows: screenshots.test.ts.',
  'shown-corrected': 'It stores what is typed over it: screenshots.test.ts.',
  'import-store': 'It stores what its author’s files hold: import.test.ts.',
  'import-cancel': 'It drops what its author’s files hold: import.test.ts.',
};

/** Modals, and why what they answer with hides nothing. */
export const modals: Readonly<Record<string, string>> = {
  truth: 'It answers with the score it belongs to, and refuses everybody but its author.',
  'edit-numbers': 'It answers with the score it belongs to, and refuses everybody but its author.',
  'edit-about': 'It answers with the score it belongs to, and refuses everybody but its author.',
  'edit-analytics':
    'It answers with the score it belongs to, and refuses everybody but its author.',
  'import-saves-told':
    'It answers with whose real saves its author should tell next, and refuses everybody else.',
  'score-form': 'It answers with the score of what is typed into it.',
  'shown-corrected': 'It answers with the score of what is typed into it.',
  'new-numbers-told':
    'It answers with the score of the same video, and refuses everybody but its author.',
  'letter-numbers-told':
    'It answers with the score of the same video, in the conversation of its author alone.',
  'history-correction': 'It answers with the reading it corrects, to its author alone.',
};

/** A link to the same video that doesn't name whose it is. */
function withoutHandle(link: string | undefined): string {
  return (link ?? '').replace(/@[^/]+/, '@somebody');
}
