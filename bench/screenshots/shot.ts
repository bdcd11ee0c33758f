import type { ShownCount } from '../../src/lib/count-names.js';
import { type Form, formOf } from './form.js';
import { type Random, randomFrom } from './random.js';

/** Screens that are read, and screens that mustn't be. */
export const SCREENS = [
  'own video',
  'another’s video',
  'analytics cards',
  'analytics list',
  'analytics icons',
] as const;
export const DECOYS = [
  'profile',
  'comments',
  'reels',
  'shorts',
  'photograph',
  'feed of another network',
  'insights of another network',
  'list of posts',
  'chat',
  'too narrow',
] as const;
export type ScreenKind = (typeof SCREENS)[number];
export type DecoyKind = (typeof DECOYS)[number];

export const LANGUAGES = ['en', 'vi', 'es', 'pt', 'de', 'fr', 'id', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Phones, by the dots of their screens. */
const PHONES = [
  [1170, 2532],
  [1290, 2796],
  [1080, 2400],
  [1080, 2340],
  [828, 1792],
  [750, 1334],
  [720, 1600],
  [1440, 3120],
  [1080, 1920],
  [540, 1200],
] as const;

/** The same, of browsers on a desk. */
const BROWSERS = [
  [1440, 900],
  [1920, 1080],
  [1280, 800],
  [2560, 1440],
] as const;

/** Everything that makes up a screenshot: the same one gives the same picture. */
export interface Shot {
  readonly seed: number;
  readonly kind: ScreenKind | DecoyKind;
  readonly language: Language;
  /** Dots of the phone's screen. */
  readonly phone: readonly [number, number];
  /** The width in which it is sent: chats make pictures smaller. */
  readonly width: number;
  readonly dark: boolean;
  /** What the video behind the column shows. */
  readonly behind: 'dark' | 'bright' | 'busy' | 'letters';
  /** From right to left: everything stands at the other side. */
  readonly mirrored: boolean;
  readonly liked: boolean;
  readonly saved: boolean;
  readonly format: 'png' | 'jpeg' | 'webp';
  readonly quality: number;
  /** What differs between phones and versions of the app; without it one phone of today. */
  readonly form?: Form;
  /** What is shown; what the screen doesn't show is missing. */
  readonly counts: Readonly<Partial<Record<ShownCount, string>>>;
}

/** The shot of a seed. */
export function shotOf(seed: number, kinds: readonly (ScreenKind | DecoyKind)[]): Shot {
  const random = randomFrom(seed);
  const kind = random.one(kinds);
  const onDesk = kind.startsWith('analytics') && random.chance(0.25);
  const phone = random.one<readonly [number, number]>(onDesk ? BROWSERS : PHONES);
  const sent = onDesk ? [1280, 1440, 1920] : [540, 591, 640, 720, 886, 1080];
  const width = random.chance(0.4) ? phone[0] : Math.min(phone[0], random.one(sent));
  const liked = random.chance(0.2);
  return {
    seed,
    kind,
    // The font has no Japanese: its names can't be drawn, and on a video only numbers are looked at.
    language: random.one(
      ['analytics cards', 'analytics list'].includes(kind)
        ? LANGUAGES.filter((one) => one !== 'ja')
        : LANGUAGES,
    ),
    phone,
    width: kind === 'too narrow' ? random.whole(160, 470) : width,
    dark: random.chance(0.6),
    behind: random.one(['dark', 'bright', 'busy', 'letters']),
    mirrored: (kind.endsWith('video') || kind === 'analytics icons') && random.chance(0.08),
    liked,
    saved: random.chance(0.2),
    format: random.one(['png', 'jpeg', 'jpeg', 'webp']),
    quality: random.whole(30, 95),
    form: formOf(randomFrom(seed ^ 0xf0a3)),
    counts: countsOf(kind, random),
  };
}

function countsOf(kind: Shot['kind'], random: Random): Shot['counts'] {
  // A like's size decides the others: a tenth of the views, a tenth of them saved, and so on.
  const views = Math.round(10 ** (2 + random() * 5));
  const likes = Math.round(views * (0.02 + random() * 0.15));
  const part = (of: number) => Math.round(likes * of * random());
  const grouped = random.chance(0.35);
  const decimals = random.chance(0.7);
  const written = (value: number) => writtenAs(value, { grouped, decimals });
  const all = {
    likes: written(likes),
    comments: written(part(0.1)),
    saves: written(part(0.4)),
    shares: written(part(0.3)),
  };
  const isShareWord = kind.endsWith('video') && random.chance(0.08);
  const { shares, ...rest } = all;
  const four = isShareWord ? rest : { ...rest, shares };
  return kind === 'another’s video' ? four : { views: written(views), ...four };
}

/** As TikTok writes it: whole below ten thousand, then short. */
function writtenAs(value: number, o: { grouped: boolean; decimals: boolean }): string {
  if (value < 10_000) return o.grouped ? value.toLocaleString('en-US') : String(value);
  const [unit, letter] = value < 1_000_000 ? [1_000, 'K'] : [1_000_000, 'M'];
  const short = (value / unit).toFixed(1);
  return `${o.decimals ? short : short.replace(/\.0$/, '')}${letter}`;
}
