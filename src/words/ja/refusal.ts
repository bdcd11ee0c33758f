import type { Language } from '../words.js';
import { say } from './say.js';

type Refusal = Language['refusal'];
type Unreadable = Parameters<Refusal['unreadable']>[0];
type Link = Extract<Unreadable, { option: 'link' }>;
type Posted = Extract<Unreadable, { option: 'posted' }>;
type Count = Exclude<
  Unreadable,
  { option: 'link' } | { option: 'posted' } | { option: 'duration' | 'watch_time' }
>;

const COUNT_EXAMPLES = '`541200`、`541,200`、`541.2K`、`54.1万`';

const countProblems: Readonly<Record<Count['why'], string>> = {
  empty: `が空です。TikTokの表示どおりに打ってください。例：${COUNT_EXAMPLES}。`,
  negative: 'はゼロ未満にできません。',
  fraction: `だと人数が整数になりません。整数か、短い形で打ってください。例：${COUNT_EXAMPLES}。`,
  ambiguous: `は言語によって違う数になります。全部の桁を打ってください。例：\`541200\`。`,
  unreadable: `は数として読めません。TikTokの表示どおりに打ってください。例：${COUNT_EXAMPLES}。`,
  'too large': 'は、TikTokに出たことのあるどの数より大きいです。桁か文字が多くないか見てください。',
};

const needed = '投稿を開いて シェア → リンクをコピー を使うか、このオプションを外してください。';

const linkProblems: Readonly<Record<Link['why'], string>> = {
  'not a link':
    'はリンクではありません。TikTokの シェア → リンクをコピー でコピーするか、このオプションを外してください。',
  'not tiktok':
    'はTikTokのリンクではありません。TikTokの シェア → リンクをコピー でコピーするか、このオプションを外してください。',
  'no video in it': `はTikTokですが、動画や写真投稿のリンクではありません。${needed}`,
  profile: `はTikTokのプロフィールで、動画ではありません。${needed}`,
  live: `はLIVE配信で、保存はありません。${needed}`,
  sound: `はTikTokの楽曲で、それを使った動画ではありません。${needed}`,
  list: `はTikTokの動画一覧で、1本の動画ではありません。${needed}`,
  shop: `はTikTok Shopのページで、動画ではありません。${needed}`,
  'cut off': `は途中で切れていて、番号が全部入っていません。${needed}`,
  studio:
    'はTikTok Studioのページですが、動画1本のものではありません。そこで動画のインサイトか投稿を開いて、そのリンクをコピーするか、このオプションを外してください。',
  login: `はTikTokのログインページで、先に動画がありません。${needed}`,
};

/** Two backticks with nothing between would begin a code. */
function named(option: string, typed: string): string {
  return typed === '' ? `**${option}** ` : `**${option}**：\`${typed}\` `;
}

export const refusal: Refusal = {
  title: 'まだどこか違うようです',
  nothingStored: '何も記録していません。',
  commandHeading: '送り直す',
  commandHint: 'コピーして、上の部分を直して送ってください：',
  correctedHint: 'コピーして送ってください：',
  unreadable(problem, typed) {
    const what = named(problem.option, typed);
    switch (problem.option) {
      case 'link':
        return `${what}${linkProblems[problem.why]}`;
      case 'posted':
        return `${what}${dateProblem(problem.why)}`;
      case 'duration':
      case 'watch_time':
        return `${what}は時間の長さとして読めません。秒、または分と秒で打ってください：\`34\`、\`0:34\`。`;
      default:
        return `${what}${countProblems[problem.why]}`;
    }
  },
  impossible(problem) {
    switch (problem.what) {
      case 'more saves than views':
        return `**saves**：再生数${problem.views}で保存数${problem.saves}はありえません。保存すれば再生も数えられます。両方の数字をもう一度見てください。`;
      case 'posted in the future':
        return `**posted**：${problem.posted} は、世界のどこでもまだ来ていません。動画を公開した日を打ってください。下のコマンドの年は予想です。`;
    }
  },
  schedule({ option }, typed) {
    switch (option) {
      case 'time':
        return `${named(option, typed)}は時刻として読めません。時と分で打ってください。例：\`18:00\`、\`09:30\`、\`6 pm\`。`;
      case 'timezone':
        return `${named(option, typed)}というタイムゾーンはわかりません。近くの大都市か国を打ってください。例：\`Berlin\`、\`Hanoi\`、\`Japan\`。`;
    }
  },
  onlyTheAuthor:
    'それができるのは、数値を打った本人だけです。自分の動画には `/score` を使ってください。',
  readingGone: 'この数値はもう残っていないか、ここにはありません。`/score` で送り直してください。',
  draftGone:
    'こういう数値を預かるのは15分までで、もう過ぎました。**何も記録していません。** `/score` で送り直してください。',
  videoGone:
    '自分の動画にそれは見つかりません。`/history list` で記録を見るか、`/history video` でタイトルを打ち始めて一覧から選んでください。',
  undoGone:
    'もう元に戻せません。すでに戻したか、1日以上たったか、間に別の変更がありました。記録は `/history list` で見られます。',
  twoPosts:
    'この2つはTikTokリンクのIDが違うので、別々の投稿です。**何も変えていません。** 片方のリンクが間違いなら、その記録を消して、正しいリンクで `/score` を使ってください。',
  notShownHere:
    'そのメンバーはこのサーバーでの表示に同意していないか、ここにいません。表示されたい人は `/leaderboard join` を使います。',
  storedAlready: 'もう記録済みです。二重には記録していません。',
  onlyInAServer: 'それはサーバー用です。そのサーバーのチャンネルで使ってください。',
  questionGone:
    'この確認は15分だけ有効で、もう過ぎました。**何も消していません。** もう一度 `/data delete` を使ってください。',
  tooOften: (when) =>
    `みんなが使えるように、1人・1サーバーが一度に使える量を超えました。**何も記録していません。** ${when}にもう一度送ってください。`,
  onlyManagers:
    'それができるのは **サーバー管理** 権限のあるメンバーだけです。その人か、サーバーの所有者に頼んでください。',
  notAWeek: (typed) =>
    `${named('week', typed)}は週として読めません。\`2026-W47\` のように打つか、入力中に出る一覧から選んでください。\`week\` なしなら今週です。`,
  weekToCome: (week) => `${week}はまだ先です。\`week\` を外すと今週になります。`,
  weekBefore: (week) =>
    `${week}は、ボットがこのサーバーに来る前に終わったので何もありません。\`week\` を外すと今週になります。`,
};

export const doubtful: Language['doubtful'] = {
  title: 'どれのことですか？',
  item: (option, typed, readings) =>
    say(
      '{count, plural, =1 {• {value}は、お使いの言語の読み方だと再生数を超えます。{readings}のことですか？} other {• {value}は{readings}のどれかです。}}',
      { count: readings.length, value: named(option, typed), readings: readings.join('か') },
    ),
  namesakes: (typed) => `• ${named('title', typed)}は、もうある動画と同じタイトルです。`,
  sameVideo: (day, isPosted) => (isPosted ? `同じ動画（${day}投稿）` : `同じ動画（最後は${day}）`),
  newVideo: '新しい動画',
  description: (items) =>
    `${items.join('\n')}\n\n**まだ何も記録していません。** 15分以内に、合っているものを押してください。`,
  count: (value, option) => `${optionWords[option] ?? option} ${value}`,
};

const optionWords: Readonly<Record<string, string>> = {
  views: '再生数',
  likes: 'いいね',
  comments: 'コメント',
  shares: 'シェア',
  saves: '保存数',
  new_followers: '新規フォロワー',
};

export const improbable: Language['improbable'] = {
  title: 'もう一度見てください',
  description: (items) =>
    `${items.map((item) => `• ${item}`).join('\n')}\n\n**まだ何も記録していません。** 数字が合っていれば、15分以内に **それでも記録** を押してください。違えば、送り直すだけでOKです。`,
  choose: 'または、合っているものを押してください。',
  button: 'それでも記録',
  stored: '記録しました。',
  item(found, format) {
    switch (found.what) {
      case 'more than views':
        return `**${found.option}**：${found.typed} は再生数${found.views}を超えています。ほとんどの場合、先に再生があります。`;
      case 'more than ever':
        return `**views**：${found.typed} は${format(found.views)}と読め、過去のどの動画より多いです。短い形で、もっと小さい数のつもりでしたか？`;
      case 'may be less':
        return `**${found.option}**：${found.typed} は、お使いの言語では${format(found.read)}、別の言語ではもっと小さい数です。そんなに多い動画はほとんどありません。小さいほうでしたか？`;
      case 'unlike before':
        return `**${found.option}**：${found.typed} は${format(found.read)}と読めます。最近の記録では${found.least === found.most ? format(found.most) : `${format(found.least)}〜${format(found.most)}`}でした。`;
      case 'watch time':
        return `**watch_time**：1再生${found.watchTime}秒は、動画の長さ${found.duration}秒の4倍を超えています。平均で、秒の値ですか？`;
      case 'saves far from the estimate':
        return `**saves**：${format(found.saves)}は、ほかの数値からの見込み${format(Math.round(found.low))}〜${format(Math.round(found.high))}と大きく違います。`;
    }
  },
};

function dateProblem(why: Posted['why']): string {
  switch (why.problem) {
    case 'empty':
      return 'が空です。動画を公開した日を `YYYY-MM-DD` で打ってください。例：`2026-11-01`。';
    case 'ambiguous':
      return `は${why.candidates.map((date) => `\`${date}\``).join('か')}のどれかです。どれか1つを打ってください。`;
    case 'no such day':
      return 'はカレンダーにない日です。`YYYY-MM-DD` で打ってください。例：`2026-11-01`。';
    case 'before TikTok':
      return 'はTikTokができる前です。年をもう一度見てください。';
    case 'unreadable':
      return 'は日付として読めません。`2026-11-01`、`11月1日`、`昨日`、`3日前` のように打ってください。';
  }
}
