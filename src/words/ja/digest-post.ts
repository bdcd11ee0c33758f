import { plain } from '../../lib/clip.js';
import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

type Worked = Parameters<Language['digestPost']['worked']>[0];

export const digestPost: Language['digestPost'] = {
  title: (days) => `週間まとめ · ${days}`,
  quiet:
    '静かな週でした。ここでスコアを出した人はいません。`/score` してくれれば、来週は載せるものができます。',
  redacted: 'ここにあった内容の一部は、クリエイター本人があとで取り下げました。',

  fields: {
    numbers: '今週の数字',
    videos: { counted: '規模のわりに保存が多い', estimated: '保存が多い（推定）' },
    improved: { counted: 'いちばん伸びた', estimated: '伸びた（推定）' },
    worked: 'ここでうまくいったこと',
    tip: '試すこと1つ',
    question: '質問1つ',
    nudge: '実際の保存数を1つください',
  },

  counts: (videos, creators, { isCut, everybody }) =>
    `${everybody ? '' : '参加中の'}**${creators}**人が**${videos}**本${isCut ? '超' : ''}`,
  rate: (rate, low, high) => `ふだんの保存率：**${rate}%**（${low}〜${high}%）`,
  rateCounted: (rate) => `ふだんの保存率：**${rate}%**、すべて実測`,
  rateOfJoined: '（参加中の人だけ）',
  rateBefore: (rate, low, high) => `、前の週は${rate}%（${low}〜${high}%）`,
  rateBeforeCounted: (rate) => `、前の週は${rate}%`,
  alike: '、前の週とほぼ同じ',

  score: (score, range) =>
    range === null ? `**${score} / 100**` : `**${score} / 100**（${range[0]}〜${range[1]}）`,
  video: (place, title, creator, score, saves) =>
    `**${place}位 ${title}**\n${creator}：${score}\n${saves}`,
  link: (url) => ` · [見る](${url})`,
  untitled: '動画',
  saves: (saves, low, high) => `保存数 ${saves}（${low}〜${high}）`,
  savesCounted: (saves) => `保存数 ${saves}、実測`,

  improvement: (creator, before, now) => `${creator}：**${now} / 100**、ふだんは${before}`,

  worked: (what, better, creators, points) =>
    `クリエイター**${creators}人中${better}人**で、**${kindOf(what)}**のスコアが高め${points === null ? '' : `（ふつう100点中${points}点差）`}。*(目安)*`,

  tipFor: (categories) =>
    `${categories.map((one) => commandText.score.categories[one]).join('・')}の動画向け：\n`,
  question: (question) => `**${question}** **しくみ** を押すと答えが見られます`,
  nudge:
    '動画1本のブックマークの横の数字を見て、`/score` の `saves` か **実際の保存数を追加** に入れてください。次の推定がそこから学びます。',
  footer: '目安。名前が出るのはランキング参加者だけ',

  picture: 'digest.png',

  how: 'しくみ',

  skipped:
    '今のところ静かな週で、静かな週は休みです。いまなら何も投稿されません。`quiet_weeks` を投稿にすると、こうなります。',
  postedOn: (week, day) => `${week} · ${day}に投稿`,
  nonePosted:
    'このサーバーではまだ週間まとめを投稿していません。`/digest preview` でどうなるか見られます。',
  notPosted: (week) =>
    `${plain(week, 40)}の週間まとめは、このサーバーでは投稿していません。\`week\` の一覧から選んでください。`,
  unreadable: (week) =>
    `${plain(week, 40)}の週間まとめは投稿済みですが、手元の控えが読めません。チャンネルには残っています。/digest status にリンクがあります。`,
  takenBack: 'この週間まとめの内容は、あとで取り下げられました。',
};

function kindOf(what: Worked): string {
  if (what === 'weekend') return '土日に投稿した動画';
  if (what === 'weekdays') return '月〜金に投稿した動画';
  return `${commandText.score.categories[what]}の動画`;
}

export const digestMore: Language['digestMore'] = {
  title: '今週のくわしい内容',
  fields: {
    numbers: '今週の数字',
    improved: 'いちばん伸びた',
    card: '推定の精度',
    tip: '試すこと1つ（全文）',
  },
  counts: (videos, creators, { isCut, everybody }) =>
    `**${creators}**人が**${videos}**本${isCut ? '超' : ''}${among(everybody)}`,
  countsBefore: (videos, creators) => `（前の週：${creators}人が${videos}本）`,
  rate: (rate, low, high, everybody) =>
    `ふだんの保存率：再生数の約**${rate}%**（${low}〜${high}%）${among(everybody)}`,
  rateCounted: (rate, everybody) =>
    `ふだんの保存率：再生数の**${rate}%**、すべて実測${among(everybody)}`,
  alike: '：ほぼ同じ',
  improvement: (creator, before, now, videos, basis) =>
    `${creator}：**${now} / 100**、ふだんは${before}（${videos}本${basis == null ? '' : `、${bases[basis]}`}）`,
  card: (truths, inside, judged, factor, everybody) =>
    say(
      '実際の保存数**{truths}**件{among}：{judged, plural, =0 {どれも小さすぎて範囲は判定できません} other {{judged}件中**{inside}**件が範囲内（目標は10件中8件）}}。ずれはふつう{factor}倍。',
      { truths, inside, judged, factor, among: among(everybody) },
    ),
  answer: (short, verdict, source, checked) =>
    `${short}\n*${verdict}*\n${source}\n${checked} · もっと知るなら \`/faq ask\``,
};

const bases = { counted: '実測', estimated: '推定' } as const;

function among(everybody: boolean): string {
  return everybody ? '' : '（表示に同意した人だけ）';
}

export const digestHow: Language['digestHow'] = {
  title: 'この週間まとめの作り方',
  intro:
    '投稿前の7日間に、このサーバーで非公開にせずスコアを出した動画から作ります。各動画は、その週の最後の記録を使います。名前が出るのは `/leaderboard join` で同意した人だけ。\n\nはっきり言えないことは出しません。合計には3人のクリエイターが必要です。\n\n次に参加するには、`/score` でスコアを出して、ブックマークの横の数字を **実際の保存数を追加** に入れてください。',
  fields: {
    totals: '合計',
    rate: 'ふだんの保存率',
    videos: '規模のわりに保存が多い',
    improved: 'いちばん伸びた',
    card: '推定の精度',
    worked: 'ここでうまくいったこと',
  },
  totals: (fewest) =>
    `クリエイター${fewest}人以上がもとのときだけ出します。名前の表示に同意していない人も、その人たちだけで${fewest}人以上なら合計に入ります。そうでなければほかの人だけの合計で、そう書きます。`,
  rate: '判定できる全動画（再生数1,000以上、わかる場合は投稿から1日以上）の、真ん中の保存率。全部が実測なら、実測の真ん中です。それ以外は、週どうしを比べられるように、全部をいいね、コメント、シェアから同じ方法で推定します。範囲は、全下限の真ん中から全上限の真ん中まで。推定が全部同じ向きにずれるなら80%の範囲で、そうでなければ必要より広めです。2つの週の範囲が重なれば、ほぼ同じとみなします。',
  videos: (most) =>
    `同意した人（\`/leaderboard join\`）の、実際の保存数と推定それぞれで、スコア上位${most}本。投稿に出るのは最初の3本で、実測が先です。スコアは、再生数が同じくらいの似た動画のうち、どれだけがより保存されなかったかを示すので、大きいアカウントが有利にはなりません。かっこの中は80%の範囲。推定は全部、いいね、コメント、シェアから同じ方法で出します。動画にはリンク、またはタイトルと日付が必要で、初めて判定できた週に数えます。${SHOWN_MARK}：数値は手入力ではなく、スクショで確認。*(目安)*`,
  improved: (now, before, weeks) =>
    `今週の${now}本以上のスコアの真ん中が、前${weeks}週の${before}本以上の真ん中を上回った分。全部実測、または全部同じ方法の推定です。全メンバーをまとめて見て、偶然だけではまず起きないときだけ出します。*(目安)*`,
  card: (fewest) =>
    `この週に送られた各動画の最初の実際の保存数を、最初に出した推定と比べます。クリエイター${fewest}人から。範囲を判定するのは、推定が保存数10以上のとき。`,
  worked: (weeks, fewest) =>
    `各カテゴリと、土日・平日を、同じクリエイターの直近${weeks}週のほかの動画と比べます。1人の重みはみんな同じ。クリエイター${fewest}人以上で、1年のどの週間まとめでも偶然ではまず起きないときだけ出します（52週の全試行で合わせて5%）。原因の証明ではありません。*(目安)*`,
};
