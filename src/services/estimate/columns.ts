import leven from 'leven';

/** What a column of a table can hold for an estimate. */
export const COLUMNS = {
  creator: [
    ...['creator', 'author', 'username', 'user name', 'handle', 'account', 'unique id'],
    ...['author name', 'author username', 'author meta name', 'author unique id', 'user'],
  ],
  views: [
    ...['views', 'view', 'play count', 'plays', 'view count', 'views count', 'total views'],
    ...['video views', 'total plays', 'total video views', 'post views'],
  ],
  likes: [
    ...['likes', 'like', 'digg count', 'like count', 'likes count', 'total likes', 'hearts'],
    ...['heart count', 'video likes'],
  ],
  comments: [
    ...['comments', 'comment', 'comment count', 'comments count', 'total comments'],
    ...['video comments'],
  ],
  shares: [
    ...['shares', 'share', 'share count', 'shares count', 'total shares'],
    ...['video shares', 'forward count'],
  ],
  saves: [
    ...['saves', 'save', 'collect count', 'save count', 'saves count', 'total saves'],
    ...['favorites', 'favourites', 'favorite count', 'favorites count', 'favourite count'],
    ...['favourites count', 'bookmarks', 'bookmark count', 'bookmarks count', 'collects'],
    ...['total favorites', 'add to favorites', 'video saves', 'video favorites'],
  ],
  posted: [
    ...['posted', 'posted on', 'posted at', 'post time', 'post date', 'date posted', 'create time'],
    ...['create time iso', 'create date', 'creation date', 'timestamp'],
    ...['created', 'created at', 'publish time', 'publish date', 'published at', 'date'],
    ...['upload date', 'video posted', 'posting date'],
  ],
  duration_s: [
    ...['duration s', 'duration', 'video duration', 'length', 'video length'],
    ...['video meta duration', 'duration seconds', 'duration sec'],
  ],
  watch_time_s: [
    ...['watch time s', 'watch time', 'average watch time', 'avg watch time'],
    ...['average time watched', 'average watch time s'],
  ],
  new_followers: ['new followers', 'followers gained', 'new follower count'],
  category: ['category'],
  community: ['community', 'server', 'group'],
  video: ['video'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Column = keyof typeof COLUMNS;

/** The object that scrapers put the counts into: `stats.playCount`, `statsV2.playCount`. */
const IN_STATS = /^(?:statsv2|statistics|stats|videostats|authorstats)(?=.)/;

/** Kept as they are, and never taken for a slip of one of the others. */
const OTHERS = [
  'title',
  'video title',
  'caption',
  'description',
  'link',
  'url',
  'id',
  'video id',
  'web video url',
  'hashtags',
  'text',
];

const BY_NAME: ReadonlyMap<string, Column> = new Map(
  // `Object.entries` forgets that the keys are those of the object.
  (Object.entries(COLUMNS) as [Column, readonly string[]][]).flatMap(([column, names]) =>
    names.map((name) => [nameKey(name), column] as const),
  ),
);
const LEFT_ALONE = new Set(OTHERS.map(nameKey));

/** So many slips are still a slip. */
const MOST_SLIPS = 2;

/** The column that a header means: whatever its case, `playCount` as `play_count` and `Play count`. */
export function columnOf(header: string): Column | null {
  const key = nameKey(header);
  return BY_NAME.get(key) ?? BY_NAME.get(key.replace(IN_STATS, '')) ?? null;
}

/** Columns that an address of the post stands in, which names its creator. */
const LINKS: ReadonlySet<string> = new Set(
  [
    'link',
    'url',
    'video link',
    'video url',
    'web video url',
    'post link',
    'post url',
    'share url',
  ].map(nameKey),
);

/** Whether a column holds addresses of posts. */
export function isLinkColumn(header: string): boolean {
  return LINKS.has(nameKey(header));
}

/** The known column whose name is nearest to a header that isn't known; null if none is near. */
export function nearestColumn(header: string): string | null {
  const key = nameKey(header);
  if (key.length < 4 || LEFT_ALONE.has(key) || LINKS.has(key) || columnOf(header) !== null) {
    return null;
  }
  const near = [...BY_NAME].map(([name, column]) => ({ column, slips: leven(name, key) }));
  near.sort((a, b) => a.slips - b.slips);
  const [best] = near;
  return best !== undefined && best.slips <= MOST_SLIPS ? best.column : null;
}

function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
