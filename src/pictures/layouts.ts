import type { ShownCount } from '../lib/count-names.js';

/**
 * The column at the side of a video, in parts of the picture's width unless something else is said.
 * In languages that run from right to left it stands at the left.
 */
export const VIDEO_COLUMN = {
  /** From top to bottom. */
  order: ['likes', 'comments', 'saves', 'shares'],
  /** How far its middle may be from the edge. */
  edge: 0.2,
  /** How far the middles of its counts may be apart. */
  aslant: 0.035,
  /** From one count to the next. */
  step: { least: 0.05, most: 0.3 },
  /** The same, in heights of a count. */
  stepInLines: { least: 2.2, most: 8 },
  /** How far a count may be from its place, in steps. */
  slack: 0.16,
  /** Where the icon stands that belongs to a count: from and to, in steps above its middle. */
  icon: { from: 0.86, to: 0.24 },
} as const satisfies { order: readonly ShownCount[] } & Record<string, unknown>;

/** The line at the bottom of one's own video, in parts of the picture's height. */
export const VIEWS_LINE = {
  from: 0.84,
  /** How long the text of a count with its word and its icon may be, in parts of the width. */
  longest: 0.55,
  /** How far from the edge it may begin: it is the first thing in its line. */
  aside: 0.2,
} as const;

/** What an icon is of, as far as shapes tell. */
export type IconKind = 'play' | 'heart' | 'bubble' | 'arrow' | 'bookmark';

/** The row of icons with numbers in the analytics of one post, in heights or widths of an icon. */
export const ICON_ROW = {
  /** From where reading begins: both have been seen, and the bookmark tells which it is. */
  orders: [
    [
      { icon: 'play', count: 'views' },
      { icon: 'heart', count: 'likes' },
      { icon: 'bubble', count: 'comments' },
      { icon: 'arrow', count: 'shares' },
      { icon: 'bookmark', count: 'saves' },
    ],
    [
      { icon: 'play', count: 'views' },
      { icon: 'heart', count: 'likes' },
      { icon: 'bubble', count: 'comments' },
      { icon: 'bookmark', count: 'saves' },
      { icon: 'arrow', count: 'shares' },
    ],
  ],
  /** An icon's longer side, in parts of the picture's longer one. */
  size: { least: 0.008, most: 0.05 },
  /** How much smaller and larger than the heart the others may be. */
  alike: { least: 0.7, most: 1.45 },
  /** How far their middles may be from one line. */
  aslant: 0.3,
  /** From one to the next: the longest in parts of the shortest, and of the picture's width. */
  steps: { unequal: 3.2, most: 0.3 },
  /** Where a number may stand below its icon, and how tall it is. */
  below: 2.4,
  digit: { least: 0.35, most: 1.05 },
} as const satisfies {
  orders: readonly (readonly { icon: IconKind; count: ShownCount }[])[];
} & Record<string, unknown>;

/** What a count is called beside it, in TikTok's own words, by language. Marks on letters are left out. */
export const NAMES: Readonly<Record<ShownCount, readonly string[]>> = {
  views: [
    ...['views', 'video views', 'post views', 'total views'],
    ...['aufrufe', 'videoaufrufe', 'beitragsaufrufe'],
    ...['visualizaciones', 'visualizaciones del video', 'reproducciones', 'vistas'],
    ...['visualizacoes', 'visualizacoes do video', 'visualizacoes de video'],
    ...['vues', 'vues de la video', 'vues de video', 'vues video'],
    ...['luot xem', 'luot xem video'],
    ...['tayangan', 'tayangan video', 'penayangan', 'penayangan video'],
    ...['視聴数', '視聴回数', '動画視聴数', '動画の視聴数', '再生数', '動画再生数'],
  ],
  likes: [
    ...['likes', 'gefallt mir', 'me gusta', 'curtidas', "j'aime", 'jaime', 'mentions jaime'],
    ...['luot thich', 'thich', 'suka', 'いいね', 'いいね数'],
  ],
  comments: [
    ...['comments', 'kommentare', 'comentarios', 'commentaires'],
    ...['binh luan', 'luot binh luan', 'komentar', 'コメント', 'コメント数'],
  ],
  saves: [
    ...['saves', 'favorites', 'favourites', 'bookmarks', 'added to favorites', 'saved'],
    ...['favoriten', 'gespeichert', 'favoritos', 'guardados', 'salvos', 'favoris'],
    ...['enregistrements', 'yeu thich', 'luot yeu thich', 'luot luu', 'da luu'],
    ...['favorit', 'simpan', 'disimpan', '保存', '保存数', 'お気に入り', 'セーブ数'],
  ],
  shares: [
    ...['shares', 'geteilt', 'geteilte inhalte', 'teilen', 'compartidos', 'veces compartido'],
    ...['compartilhamentos', 'partages', 'luot chia se', 'chia se', 'bagikan', 'dibagikan'],
    ...['シェア', 'シェア数'],
  ],
};

/** Words that stand on screens of other networks alone. */
export const ELSEWHERE: readonly string[] = [
  ...['reels', 'instagram', 'facebook', 'youtube', 'shorts', 'subscribe', 'dislike', 'remix'],
  ...[
    'accounts reached',
    'reposts',
    'retweets',
    'impressions',
    'spotlight',
    'snapchat',
    'pinterest',
  ],
  ...['accounts engaged', 'view insights', 'boost reel', 'boost post'],
  ...['reel insights', 'post insights', 'reels insights', 'insights reel'],
];
