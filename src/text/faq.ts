/** What people read around the answers; the answers themselves live in `content/`. */
export const faqText = {
  verdict: {
    true: 'True — as far as it could be checked',
    'false now': 'False now — what is usually said about this no longer holds',
    disputed: 'Disputed — sources disagree',
    unproven: 'Unproven — nobody has shown it, or it could not be checked',
    changed: 'Changed — today it works differently from what older guides say',
  },
  fields: {
    verdict: 'Verdict',
    changed: 'What changed',
    sources: 'Sources',
    moreSources: 'More sources',
    askMore: 'Ask more',
  },
  undated: 'undated',

  checked: (day: string) => `Checked ${day}`,
  dueForReview: (checked: string, review: string) =>
    `Last checked ${checked} · due for review since ${review}`,

  overview: {
    title: 'Saves on TikTok',
    intro:
      'People say “save” for two things: a **favourite** (the bookmark) and a **download**. The answers differ, so each one says which it means.',
    what: 'What saves are',
    who: 'Who sees them',
    proxy: 'How the save proxy works',
    source: (source: string) => `Source: ${source}`,
    sources: (strongest: string, others: number) =>
      `Sources: ${strongest}, and ${others} more in the full answer`,
    askMore:
      'Type `/faq saves`, choose `question` and pick one, or ask in your own words. Asked most:',
  },

  unsure: {
    title: 'Not sure — did you mean one of these?',
    asked: (typed: string) => `You asked: ${typed}`,
    choose: 'Nothing fits well enough to give it as the answer. Nearest:',
    nothingNear: 'I know nothing close to that yet. These are asked most:',
    how: 'Ask again with `/faq saves` and pick one from the list, or use other words.',
  },
} as const;
