/** One thing to try, and how sure anybody can be that it helps. */
export interface Tip {
  readonly text: string;
  readonly basis: 'heuristic' | 'TikTok’s own words' | 'your own numbers';
}

/** What `Try next` offers. None promises anything: what moves saves differs by niche. */
export const tips = {
  shown: ({ text, basis }: Tip) => `• ${text} *(${basis})*`,
  comeBack: {
    text: 'Type the numbers again then. Both readings are kept, so you will see how it grew.',
    basis: 'your own numbers',
  },
  realSaves: {
    text: 'Read the number beside the bookmark icon and press **Add real saves**: your next estimates learn from it.',
    basis: 'your own numbers',
  },
  fewShares: {
    text: 'Few people sent this one on. Name in the first seconds who it is for, so that a viewer thinks of somebody to send it to.',
    basis: 'heuristic',
  },
  fewLikes: {
    text: 'Few viewers liked it. Show the result first and the way there after it; TikTok names watching in full as a signal, so a shorter cut may be worth a try.',
    basis: 'heuristic',
  },
  fewComments: {
    text: 'Few viewers answered. End on one question that takes one word to answer.',
    basis: 'heuristic',
  },
  strong: {
    text: 'It does better than most of its size. Make one more of the same kind with one thing changed, and name the change in `trying`.',
    basis: 'heuristic',
  },
  category: {
    educational: {
      text: 'Put the steps on screen as a list that fits one screenshot: a reason to come back to it.',
      basis: 'heuristic',
    },
    entertaining: {
      text: 'Give the punchline a frame worth showing to somebody later.',
      basis: 'heuristic',
    },
    inspirational: {
      text: 'Write the one sentence to remember large on screen, and leave it for two seconds.',
      basis: 'heuristic',
    },
    aesthetic: {
      text: 'Name the place, the song or the product on screen: people keep what they want to find again.',
      basis: 'heuristic',
    },
    valuable: {
      text: 'Say early what it will be good for later (“for your next move”, “for tax day”).',
      basis: 'heuristic',
    },
  },
} satisfies {
  shown: (tip: Tip) => string;
  category: Record<string, Tip>;
} & Record<string, Tip | Record<string, Tip> | ((tip: Tip) => string)>;
