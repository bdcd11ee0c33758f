import type { Weight } from './page.js';
import type { Random } from './random.js';

/** Free fonts: that of TikTok's screens, and one of other phones. */
export const FONTS = ['TikTok Sans', 'Noto Sans'] as const;
export type Font = (typeof FONTS)[number];

/** What differs between phones, languages and versions of the app. Lengths are points of a phone that is 390 wide. */
export interface Form {
  readonly font: Font;
  /** Of a video's column: from one icon to the next, how large they are, and the number below. */
  readonly step: number;
  readonly icon: number;
  readonly below: number;
  /** Its middle, from the edge. */
  readonly aside: number;
  readonly digits: number;
  readonly weight: Weight;
  /** What stands at the top of the screen. */
  readonly status: 'none' | 'time' | 'everything';
  /** What the phone itself has below the app. */
  readonly navigation: 'none' | 'line' | 'buttons';
  /** How much was cut off above before it was sent, in parts of the height. */
  readonly cut: number;
  /** Dark at the lower and the upper end of the video. */
  readonly shade: boolean;
  readonly captionLines: number;
  /** Whether the caption reaches below the column. */
  readonly wideCaption: boolean;
  /** Words in the video, which reach below the icons. */
  readonly subtitles: boolean;
  /** The app's tabs at the lower end, with a number of what is new. */
  readonly tabs: boolean;
  /** Of icons on paper. */
  readonly outlined: boolean;
  readonly beside: boolean;
  readonly rowIcon: number;
  /** Shares and saves, or the other way round. */
  readonly savesLast: boolean;
}

/** One phone of today. */
export const PLAIN_FORM: Form = {
  ...{ font: 'TikTok Sans', step: 66, icon: 33, below: 30, aside: 32, digits: 12.5, weight: 600 },
  ...{ status: 'time', shade: false, captionLines: 1, wideCaption: false, subtitles: false },
  ...{ navigation: 'none', cut: 0 },
  ...{ tabs: false, outlined: false, beside: false, rowIcon: 22, savesLast: true },
};

export function formOf(random: Random): Form {
  const icon = random.whole(29, 36);
  const digits = random.whole(22, 28) / 2;
  const below = icon / 2 + digits * 0.6 + random.whole(3, 8);
  return {
    font: random.chance(0.75) ? 'TikTok Sans' : 'Noto Sans',
    ...{ icon, digits, below, weight: random.one([400, 600, 600, 700]) },
    step: Math.round(icon / 2 + below + digits * 0.6 + random.whole(5, 14)),
    aside: random.whole(27, 36),
    status: random.one(['none', 'time', 'everything']),
    navigation: random.one(['none', 'line', 'buttons']),
    cut: random.chance(0.12) ? random() * 0.35 : 0,
    shade: random.chance(0.6),
    captionLines: random.whole(1, 4),
    wideCaption: random.chance(0.12),
    subtitles: random.chance(0.15),
    tabs: random.chance(0.4),
    outlined: random.chance(0.4),
    beside: random.chance(0.4),
    rowIcon: random.whole(16, 26),
    savesLast: random.chance(0.7),
  };
}

/** How tall the phone's own part below the app is. */
export const NAVIGATION: Readonly<Record<Form['navigation'], number>> = {
  none: 0,
  line: 20,
  buttons: 44,
};
