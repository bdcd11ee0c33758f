import { COUNT_NAMES } from '../../lib/count-names.js';
import { columnOf, isLinkColumn } from '../estimate/columns.js';
import type { TableKind } from './drop.js';

/** A column of one of TikTok's own tables. */
export type StudioColumn =
  | 'time'
  | 'title'
  | 'link'
  | 'posted'
  | 'likes'
  | 'comments'
  | 'shares'
  | 'views'
  | 'saves'
  | 'watch'
  | 'date'
  | 'videoViews'
  | 'profileViews'
  | 'viewers'
  | 'newViewers'
  | 'returningViewers'
  | 'followers'
  | 'difference'
  | 'hour'
  | 'active'
  | 'gender'
  | 'territory'
  | 'share';

/** As TikTok writes them, without spaces and capitals. */
const NAMES: Readonly<Record<string, StudioColumn>> = {
  time: 'time',
  videotitle: 'title',
  videolink: 'link',
  posttime: 'posted',
  totallikes: 'likes',
  totalcomments: 'comments',
  totalshares: 'shares',
  totalviews: 'views',
  addtofavorites: 'saves',
  totalbookmarks: 'saves',
  totalsaves: 'saves',
  averagewatchtime: 'watch',
  date: 'date',
  videoviews: 'videoViews',
  profileviews: 'profileViews',
  likes: 'likes',
  comments: 'comments',
  shares: 'shares',
  totalviewers: 'viewers',
  newviewers: 'newViewers',
  returningviewers: 'returningViewers',
  followers: 'followers',
  differenceinfollowersfrompreviousday: 'difference',
  hour: 'hour',
  activefollowers: 'active',
  gender: 'gender',
  topterritories: 'territory',
  distribution: 'share',
};

/**
 * What words of translated headers mean; the first that fits counts. Nobody has seen a real one:
 * whoever is read by these is told so.
 */
const WORDS: readonly (readonly [StudioColumn, RegExp])[] = [
  ['returningViewers', /returning|recorrent|recurrent|wiederkehr|récurrent|リピート|回访/],
  [
    'newViewers',
    /(?:new|nov[oa]s|nuev[oa]s|neue|nouveaux|新規|新しい|新).*(?:viewer|espectad|zuschau|spectat|視聴者|观众)/,
  ],
  ['viewers', /viewer|espectad|zuschau|spectat|視聴者|观众|зрител/],
  ['difference', /difference|diferen|unterschied|différence|差/],
  [
    'active',
    /(?:active|ativ|activ|aktiv|アクティブ|活跃).*(?:follower|seguid|abonn|フォロワー|粉丝)|(?:follower|seguid|abonn).*(?:active|ativ|activ|aktiv)/,
  ],
  ['followers', /follower|seguid|abonn|フォロワー|粉丝|подписчик/],
  ['profileViews', /(?:profile|perfil|profil|プロフィール|主页|профил)/],
  ['link', /link|enlace|lien|リンク|链接|ссылк|url/],
  ['title', /title|t[íi]tulo|titel|titre|タイトル|标题|назван|tiêu đề/],
  [
    'posted',
    /(?:post|publica|veröffentlich|投稿|发布|публикац|đăng).*(?:time|date|hora|fecha|data|zeit|datum|heure|日|时间|時間|дат|врем)|(?:time|date|hora|fecha|data|horário|heure|дата|время|thời gian).*(?:post|publica|đăng)|投稿日|发布时间/,
  ],
  ['views', /view|visualiza|reproduc|aufruf|vues|視聴|再生|播放|просмотр|lượt xem|προβολ/],
  ['likes', /like|curtida|me gusta|gefällt|j['’]aime|いいね|点赞|赞|лайк|отметк|lượt thích/],
  ['comments', /comment|coment|kommentar|コメント|评论|коммент|bình luận/],
  ['shares', /share|compart|geteilt|partage|シェア|分享|репост|подели|lượt chia sẻ/],
  ['hour', /hour|hora|stunde|heure|時間帯|小时|час/],
  ['gender', /gender|gênero|género|geschlecht|genre|性別|性别|пол$/],
  ['territory', /territor|地域|地区/],
  ['share', /distribu|verteilung|分布|割合/],
  ['date', /^(?:date|data|fecha|datum|日付|日期|дата|ngày)$/],
  ['time', /^(?:time|hora|tempo|zeit|heure|時間|时间|время|thời gian)$/],
];

/** What has to be there; the first kind that fits counts. */
const KINDS: readonly (readonly [TableKind, readonly StudioColumn[]])[] = [
  ['activity', ['date', 'hour', 'active']],
  ['viewers', ['date', 'viewers', 'newViewers', 'returningViewers']],
  ['content', ['time', 'link', 'posted', 'likes', 'comments', 'shares', 'views']],
  ['overview', ['date', 'videoViews', 'profileViews', 'likes', 'comments', 'shares']],
  ['followers', ['date', 'followers']],
  ['gender', ['gender', 'share']],
  ['territories', ['territory', 'share']],
];

/** A header that is understood. */
export interface Header {
  readonly kind: TableKind;
  /** The place of each column; empty for a creator's own table, whose columns are looked up anew. */
  readonly columns: ReadonlyMap<StudioColumn, number>;
  /** Whether it was read by words of other languages, which nobody has seen in a real file. */
  readonly isTranslated: boolean;
  /** How many columns have a name. */
  readonly width: number;
}

/** What a table is by its header, whatever its file is called; null where it is none that is known. */
export function recogniseHeader(cells: readonly string[]): Header | null {
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const exact = placesOf(cells.map((cell) => NAMES[keyOf(cell)] ?? null));
  const plain = kindOf(exact);
  if (plain !== null) return { kind: plain, columns: exact, isTranslated: false, width };
  if (isOwnTable(cells)) return { kind: 'own', columns: new Map(), isTranslated: false, width };
  const translated = placesOf(asStudio(cells.map(wordOf)));
  const kind = kindOf(translated);
  return kind === null ? null : { kind, columns: translated, isTranslated: true, width };
}

/** What a word means by what stands beside it: in Spanish `Hora` is the hour, and the time. */
function asStudio(columns: readonly (StudioColumn | null)[]): readonly (StudioColumn | null)[] {
  const hasProfile = columns.includes('profileViews');
  const hasLink = columns.includes('link');
  return columns.map((column) => {
    if (column === 'views' && hasProfile) return 'videoViews';
    return column === 'hour' && hasLink ? 'time' : column;
  });
}

function isOwnTable(cells: readonly string[]): boolean {
  const columns = cells.map(columnOf);
  const hasCounts = COUNT_NAMES.every((name) => columns.includes(name));
  return (
    hasCounts && (columns.includes('creator') || cells.some(isLinkColumn) || cells.length <= 16)
  );
}

function kindOf(columns: ReadonlyMap<StudioColumn, number>): TableKind | null {
  return KINDS.find(([, needed]) => needed.every((one) => columns.has(one)))?.[0] ?? null;
}

function placesOf(columns: readonly (StudioColumn | null)[]): Map<StudioColumn, number> {
  const places = new Map<StudioColumn, number>();
  for (const [place, column] of columns.entries()) {
    if (column !== null && !places.has(column)) places.set(column, place);
  }
  return places;
}

function wordOf(cell: string): StudioColumn | null {
  const text = cell.normalize('NFKC').trim().toLowerCase();
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function keyOf(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
