/** What people count, as they or TikTok write it behind a number; it says nothing of how many. */
const WORDS: readonly string[] = [
  ...['view', 'views', 'play', 'plays', 'like', 'likes', 'heart', 'hearts', 'comment', 'comments'],
  ...['share', 'shares', 'save', 'saves', 'favorite', 'favorites', 'favourite', 'favourites'],
  ...['follower', 'followers', 'new followers', 'people', 'times', 'reposts'],
  ...['lượt', 'lượt xem', 'lượt thích', 'lượt chia sẻ', 'lượt lưu', 'người', 'bình luận'],
  ...['vista', 'vistas', 'visualizaciones', 'reproducciones', 'me gusta', 'comentario'],
  ...['comentarios', 'veces', 'guardados', 'compartidos', 'seguidores', 'visualização'],
  ...['visualizações', 'curtida', 'curtidas', 'comentário', 'comentários', 'salvos'],
  ...['compartilhamentos', 'favoritos', 'aufruf', 'aufrufe', 'aufrufen', 'ansichten', 'likes'],
  ...['kommentar', 'kommentare', 'mal', 'mal geteilt', 'vue', 'vues', 'j’aime', 'commentaire'],
  ...['commentaires', 'partage', 'partages', 'abonnés', 'tayangan', 'kali', 'suka', 'komentar'],
  ...['kali ditonton', 'kali dibagikan', 'pengikut', 'visualizzazioni', 'mi piace', 'commenti'],
  ...['weergaven', 'reacties', 'wyświetleń', 'wyświetlenia', 'polubień', 'görüntülenme'],
  ...['izlenme', 'beğeni', 'yorum', 'просмотр', 'просмотра', 'просмотров', 'лайк', 'лайков'],
  ...['лайка', 'комментариев', 'перегляд', 'перегляди', 'переглядів', 'مشاهدة', 'بازدید'],
  ...[
    'व्यूज',
    'बार देखा गया',
    'ครั้ง',
    'วิว',
    '回',
    '回再生',
    '回視聴',
    '件',
    'いいね',
    '人',
    '次',
    '次播放',
  ],
  ...['播放', '点赞', '次观看', '次觀看', '회', '명', '개'],
];

/** The longest first: `lượt xem` before `xem`. */
const LONGEST_FIRST = [...new Set(WORDS)].sort((a, b) => b.length - a.length);

/**
 * What is left of the text behind a number without the name of what was counted: `k` of `k views`,
 * `万` of `万回再生`, nothing of `views`. Null where it names none of it.
 *
 * @param behind lower-case.
 */
export function withoutCountedThing(behind: string): string | null {
  const straight = behind.replace(/'/g, '’');
  const word = LONGEST_FIRST.find((one) => straight.endsWith(one));
  if (word === undefined) return null;
  const rest = behind.slice(0, -word.length);
  // Words of other scripts stand close: 12万回再生. `kviews` is a slip.
  const stands = rest === '' || rest.endsWith(' ') || !/[a-z]$/.test(rest);
  return stands ? rest.trim() : null;
}
