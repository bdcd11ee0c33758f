import type { ShownCount } from '../../lib/count-names.js';
import type { PictureProblem } from '../../pictures/spec.js';

/** What members read of pictures they send. */
export const pictureText = {
  reading: 'I’m reading your picture …',
  counts: {
    views: 'Views',
    likes: 'Likes',
    comments: 'Comments',
    saves: 'Saves',
    shares: 'Shares',
  } satisfies Record<ShownCount, string>,
  message: {
    name: 'Score this picture',
    notYours:
      'I only read pictures of whoever asks me to. Use that on a message of your own, or attach the picture to `/score`.',
    none: 'There is no picture in that message. Use it on one with a screenshot of your video in TikTok.',
  },
  check: {
    title: 'Is this what your picture shows?',
    read: (name: string, text: string, isClear: boolean) =>
      `**${name}** ${text}${isClear ? '' : ' · hard to read, so look closely'}`,
    typed: (name: string, text: string) => `**${name}** ${text} · as you typed it`,
    overruled: (name: string, typed: string, shown: string) =>
      `**${name}** ${typed} · as you typed it; the picture shows ${shown}`,
    missing: (name: string) => `**${name}** is missing: I couldn’t read it for sure`,
    absent: (name: string) => `**${name}** is missing: your picture doesn’t show it`,
    torn: (name: string) => `**${name}** is missing: your two pictures show different numbers`,
    press:
      '**Nothing is stored yet.** If it is right, press **Looks right** within 15 minutes. If not, press **Fix a number**.',
    complete: (names: readonly string[]) =>
      `**Nothing is stored yet.** Press **Fix a number** within 15 minutes and fill in ${listed(names)}.`,
    isKnown: 'Your saves then stand beside the numbers you told before.',
    isNew: 'These numbers then become a new reading of the same video.',
    one: (n: number, total: number, why: string) => `Picture ${n} of ${total}: ${why}`,
    alt: (lines: readonly string[]) => `The parts of your picture that I read: ${lines.join(', ')}`,
  },
  buttons: { right: 'Looks right', correct: 'Fix a number' },
  modal: {
    title: 'Fix what I read',
    hint: 'As TikTok shows it',
    savesHint: 'The number beside the bookmark icon, if you can see it',
  },
  refused: {
    title: 'I can’t read that picture',
    /** Of the picture of the right screen, for whoever can't see it. */
    alt: 'One’s own video in TikTok, with rings around its numbers: likes, comments, saves and shares below the icons at the side, views at the bottom. Drawn.',
    example: 'Here is where the numbers stand, on a drawn example:',
    nothing: '**Nothing was stored.** `/score` also takes the numbers as you type them.',
    why: {
      'not a picture': 'That file isn’t a PNG, JPEG or WebP picture, or it is damaged.',
      'too large':
        'That file is larger than any phone’s screenshot: 10 MB and 16 million dots are the most I open.',
      'too narrow':
        'That picture is too small to tell its digits apart. Send the screenshot itself, at least 480 dots wide, not a preview of it.',
      'unknown screen':
        'I don’t know that screen. Open your video in TikTok so that the icons with their numbers stand at its side, and take the screenshot there. The analytics of one post work, too.',
      unreadable:
        'I see where the numbers stand, and can’t read them for sure. Take the screenshot where the video behind them is calmer, and send it as it is.',
      'other network':
        'That looks like another app. Its numbers mean something else, so I only read TikTok’s screens.',
      'not fetched': 'I couldn’t fetch that picture from Discord. Please send it again.',
      busy: 'Others’ pictures are waiting already. Please send it again in half a minute.',
      failed:
        'Reading that picture went wrong on my side. Please send it again, or type the numbers.',
      off: 'Whoever runs me has turned reading pictures off.',
      'not installed': 'What I read pictures with isn’t installed here.',
    } satisfies Record<PictureProblem, string>,
  },
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
