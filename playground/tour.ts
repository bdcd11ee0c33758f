import type { TourStep } from 'local-discord';

/** What a newcomer tries first: played in the terminal, offered on the page. */
export const tour: readonly TourStep[] = [
  {
    say: 'A creator types the numbers of a video, as TikTok shows them:',
    line: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots every camper needs category:educational',
  },
  {
    say: 'Anyone can ask what saves are, and gets an answer with verdict, source and date:',
    line: '/faq saves question:can I see who saved my video',
  },
];
