/**
 * "Download your data" holds private messages, addresses and phone numbers. It is known by what its
 * files are called,
 */
const NAMES =
  /(?:^|[\\/])user_data[^\\/]*\.(?:json|txt|zip)$|(?:^|[\\/])(?:direct messages?|chat history|login history|browsing history)[^\\/]*(?:[\\/]|\.(?:txt|json)$)/i;

/** and by its top keys, in the versions that are known. */
const TOP_KEYS = [
  ...['Activity', 'Ads and data', 'App Settings', 'Comment', 'Direct Message', 'Direct Messages'],
  ...['Income+ Wallet', 'Income Plus Wallet', 'Likes and Favorites', 'Location Review', 'Post'],
  ...['Profile', 'Profile And Settings', 'TikTok Live', 'Tiktok Live', 'TikTok Shop'],
  ...[
    'TikTok Shopping',
    'Tiktok Shopping',
    'Tiktok Shop',
    'Video',
    'Your Activity',
    'Chat History',
  ],
];
const FIRST_KEY = new RegExp(
  `^[\\uFEFF\\s]*\\{\\s*"(?:${TOP_KEYS.map((key) => key.replace(/[+]/g, '\\$&')).join('|')})"\\s*:\\s*[{[]`,
  'i',
);

/** A file of TikTok's personal archive: not one more byte of it is read. */
export class Personal extends Error {
  override readonly name = 'Personal';
}

/** Whether a file, or an entry of an archive, is called as those of the personal archive are. */
export function isPersonalName(name: string): boolean {
  return NAMES.test(name);
}

/** So many of its first bytes say whether a file is the personal archive. */
export const PEEKED = 2_048;

/** Whether a text begins as the personal archive does. */
export function isPersonalStart(start: Uint8Array): boolean {
  const text = new TextDecoder().decode(start.subarray(0, PEEKED));
  return FIRST_KEY.test(text);
}
