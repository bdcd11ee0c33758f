import type { Topic } from '../../services/knowledge/knowledge.js';
import { say } from './say.js';

/** What people read around the answers; the answers themselves live in `content/`. */
export const faqText = {
  verdict: {
    true: 'True — as far as it could be checked',
    'false now': 'False now — what is usually said about this no longer holds',
    disputed: 'Disputed — sources disagree',
    unproven: 'Unproven — nobody has shown it, or it could not be checked',
    changed: 'Changed — today it works differently from what older guides say',
  },
  /** The same in one word, before an answer: those that qualify it. */
  verdictWord: {
    disputed: 'Disputed',
    unproven: 'Unproven',
    changed: 'Changed',
  },
  /** The same beside the day of the check, where it doesn't stand before the answer. */
  verdictBeside: {
    true: 'Verdict: true',
    'false now': 'Verdict on what is often said: false now',
    disputed: 'Verdict: disputed',
    unproven: 'Verdict: unproven',
    changed: 'Verdict: changed',
  },
  beside: (verdict: string, checked: string) => `${verdict} · ${checked}`,
  more: 'More',
  /** Before a longer answer that isn’t there in the reader’s language. */
  inEnglish: 'I have this in English alone so far.',
  /** A short answer behind the word for it. */
  begun: (word: string, sentence: string) => `**${word}.** ${sentence}`,
  saveOrDownload: 'Favourite or download?',
  folded: (strongest: string, others: number) => `${strongest} · ${others} more under More`,
  fields: {
    verdict: 'Verdict',
    changed: 'What changed',
    sources: 'Sources',
    moreSources: 'More sources',
    askMore: 'Ask more',
  },
  undated: 'undated',

  topics: {
    saves: {
      title: 'Saves',
      line: 'Favourites and downloads: what they are, who sees them, where the number stands',
    },
    views: {
      title: 'Views',
      line: 'What counts as a view, who viewed, and what few views mean',
    },
    analytics: {
      title: 'Analytics and exports',
      line: 'TikTok Studio: what it shows, how late, how far back, and what its files hold',
    },
    ranking: {
      title: 'For You and reach',
      line: 'What TikTok says decides who is shown a video, and what nobody has shown',
    },
    content: {
      title: 'Making videos',
      line: 'Length, posting time, calls to save, what to change after a weak video',
    },
    privacy: {
      title: 'Privacy and control',
      line: 'Who sees what you save, like or post, and which switches there are',
    },
    keepsake: {
      title: 'This bot',
      line: 'How the estimate and the score work, what is stored, and who sees it',
    },
  } satisfies Record<Topic, { title: string; line: string }>,

  checked: (day: string) => `Checked ${day}`,
  dueForReview: (checked: string, review: string) =>
    `Last checked ${checked} · due for review since ${review}`,

  overview: {
    title: 'Saves on TikTok',
    intro:
      'People say “save” for a **favourite** (the bookmark) and for a **download**. The answers differ.',
    what: 'What saves are',
    who: 'Who sees them',
    proxy: 'How the save proxy works',
    askMore:
      'Type `/faq saves` and choose `question`. `/faq ask` knows more than saves. Asked most:',
  },

  unsure: {
    title: 'Not sure — did you mean one of these?',
    asked: (typed: string) => `You asked: ${typed}`,
    choose: 'Nothing fits well enough to give it as the answer. Nearest:',
    nothingNear: 'I know nothing close to that yet. These are asked most:',
    how: (command: string) =>
      `Press one, ask again with \`${command}\` and pick from the list, or use other words.`,
  },

  /** The list behind `/faq topics`. */
  contents: {
    title: 'What I know',
    intro:
      'Every answer says how sure it is, where it comes from and when it was checked. Press a topic; the arrows turn its pages.',
    topic: (line: string, count: number) =>
      say('{line}. {count, plural, one {{count} answer} other {{count} answers}}.', {
        line,
        count,
      }),
    question: (number: number, question: string) => `**${number}.** ${question}`,
    press: 'Press a number to read its answer.',
    pageTitle: (topic: string, page: number, pages: number) =>
      say('{pages, plural, =1 {{topic}} other {{topic} · {page} of {pages}}}', {
        topic,
        page,
        pages,
      }),
    place: (page: number, pages: number) => `Page ${page} of ${pages}`,
    previous: '◀',
    next: '▶',
    all: 'All topics',
  },

  gone: 'That answer isn’t there any more: it was renamed or taken out since this message was written. `/faq topics` lists all there are, and `/faq ask` searches them.',
} as const;
