import type { Language } from '../words.js';
import { say } from './say.js';

/** The caller hands over the option's name. */
export const howText: Language['how'] = {
  title: '計算のしくみ',
  intro:
    'TikTokの出力データにもAPIにも保存数はありません。画面の数字を入力しないかぎり、推定するしかありません。ここでの*保存*はお気に入り（ブックマークアイコン）のことで、ダウンロードではありません。',
  fields: {
    inputs: '入力した数値',
    parts: '理由の内訳',
    known: 'わかっていたこと',
    formula: '計算式',
    range: '範囲',
    score: 'スコア',
    origin: 'モデルの出どころ',
    next: '次に試すこと（全文）',
    sources: '出典',
  },
  input: (name, value, rounded) => {
    const said = `${name}：${value}`;
    return rounded === null ? said : `${said}（丸め：${rounded}）`;
  },
  rounded: (half) => `誤差±${half}ほど`,
  truth: (value) => `保存数（自分の実測）：${value}`,
  formula: (version) =>
    `モデル${version}は、再生あたりのいいね、いいねあたりのコメントとシェア、再生あたりのシェア、再生数のなめらかな曲線（どれも対数）と、その組み合わせの表を足し合わせます。動画の目的と実際の保存数は、その上に加わります。`,
  factors: 'ここでは倍率で示します。掛け合わせると推定（保存数＋1）になります：',
  formulaSmall:
    '再生数がこれだけ少ないと、倍率の掛け算は見かけだけ正確になるので出しません。数人で変わるからです。',
  range:
    '10回に8回、本当の数が入るように作っています。学習にないクリエイターでも、知っている種類の動画ならそうなります。それ以外では、何も知らないとき84%（また使うために残す動画は75%）、実際の保存数を聞いたあとは74〜77%でした。動画の目的も実際の保存数も知らないときがいちばん広く、教えてもらうほど狭まります。小さい数、丸めた数、珍しい動画では広がります。',
  rangePhoto:
    '写真投稿では測っていません。モデルのもとの数値はすべて動画のものです。予想で広めにしています。',
  kinds:
    'ほかに何も知らないとき、美容、ファッション、レシピ、お金、ゲーム、フィットネスでは低すぎました。また使うために調べるものほどそうです。芸能ニュースとブランドでは高すぎました。',
  ownReference: '同じカテゴリの中で比べています。',
  commonReference: (category) =>
    `${category}で保存数がわかる動画が足りないので、全種類と比べています。また使うために残す動画は、スコアが高めに出ます。`,
  reference: {
    videos: (videos) =>
      `公開動画${videos}本の実際の保存数（ほとんどがベトナムの人気動画、同じ再生数どうしで比較）`,
    every: (videos) =>
      `あらゆる種類の公開動画${videos}本の実際の保存数（ほとんどがベトナムの人気動画、同じ再生数どうしで比較）`,
    kind: (videos, kind) =>
      `${kind}の公開動画${videos}本の実際の保存数（ほとんどがベトナムの人気動画、同じ再生数どうしで比較）`,
  },
  score: (reference) =>
    `保存率の位置を、${reference}の中で示します。78なら100本中78本より多く保存され、50が真ん中です。動画を比べるための目安で、TikTokの発表ではありません。`,
  origin: (rows, creators, until, vietnamese) =>
    `${until}までの、クリエイター${creators}人の公開動画${rows}本から学習。ほとんどが人気動画で、${vietnamese}%がベトナムのもの、写真投稿はゼロ。ジャンルの差が何より大きいので、動画の種類によっては一方向にずれます。実際の保存数を追加すると自分のアカウントの分は直り、サーバーで3人が追加すると全員の分も少し直ります。`,
  assumptions:
    '視聴時間と新規フォロワーは少ししか効かず、範囲を広げます。根拠がクリエイター1人の動画140本しかないからです。',
  links:
    'リンクからはアカウントが、その番号からはアップロードの秒がわかります。短縮リンクではどちらもわかりません。運営者がオンにしたときだけ、行き先をTikTokに1回聞きます。TikTokに伝わるのはリンクだけで、送った人のことは何も伝わりません。',
  sources:
    'TikTokが表示・出力するもの：`/faq saves` に、それぞれの答えが出典と確認日つきであります。',
  judging: (views) =>
    `再生数${views}未満、または最初の24時間は、スコアを出しません。保存が数件違うだけで変わるからです。`,
  parts: {
    small: (views, low, high) =>
      low === high
        ? `再生数${views}では数人で決まります。見込みは保存${high}件で、1件の差に意味はありません。`
        : `再生数${views}では数人で決まります。保存${low}〜${high}件のどれもありえます。`,
    few: (saves, low, high) =>
      `この数値の動画はほとんど保存されません。約${saves}件で、${low}〜${high}件のどれもありえます。`,
    base: (saves, views) => `再生数${views}の典型的な動画：約${saves}`,
    part: (percent, signal) => `${percent} ${signal}`,
    category: (percent, category, times) =>
      `${percent} ${category}：何も知らない動画の約${times}倍、保存されます`,
    rest: (percent) => `${percent} 細かい要素と丸め`,
    even: '目立つ点はなし。この規模の典型的な動画とほぼ同じです。',
    estimate: (saves) => `これで推定は${saves}でした。`,
    count: (percent, count) => `${percent} 自分の実測：${count}`,
    countSmall: (count) => `実測は${count}でした。`,
  },
  hit: '推定はほぼ正解でした。',
  missed: (factor, direction, isInside) =>
    `推定は${direction === 'low' ? `低すぎました：実際は推定の${factor}倍` : `高すぎました：推定は実際の${factor}倍`}（範囲の${isInside ? '内' : '外'}）。`,
  known: {
    little: (low, high, of) =>
      `**保存数は${low}〜${high}のどこか。** ${littleKnownOf[of]}ので、数字より範囲を見てください。`,
    learned: (count) =>
      say(
        '{count, plural, =1 {教えてもらった実際の保存数1件から学習。} other {教えてもらった実際の保存数のうち、最新{count}件から学習。}}',
        { count },
      ),
    learnedHere: (count) =>
      `このサーバーでほかの人が教えてくれた、最新${count}件の実際の保存数から学習。`,
    noAccount:
      'どのアカウントの動画かわからないので、自分の実際の保存数は活かせませんでした。リンクをつけるか、**どのアカウント？** を押してください。',
    noAccountSince:
      'あれから複数のアカウントのスコアを出しています。どのアカウントの動画かわからず、実測してもどれの学習にもなりません。リンクをつけるか、**どのアカウント？** を押してください。',
    askForTruth:
      'ブックマークの横の数字が見えますか？ **実際の保存数を追加** を押すと、次の推定がそこから学びます。',
    learns: '次の推定は、この実測から学びます。',
    shortLink:
      '短縮リンクではアカウントも日付もわかりません。完全なリンクならわかります。動画をブラウザで開いて、アドレスをコピーしてください。',
    photo:
      'これは写真投稿です。推定は動画だけから作ったので、ここでのずれは測れていません。学習に使うのは、自分の写真投稿だけです。',
    experiment: (name, needed) =>
      `「${name}」は、保存数を実測した動画がそれぞれ${needed}本になったら結論を出します。`,
    experimentReady: (name) =>
      `\`/insights signals\` で、「${name}」ありとなしの動画を比べられます。`,
  },
  signals: {
    level: '基準',
    views: '再生数',
    likes: '再生数に対するいいね',
    comments: 'いいねに対するコメント',
    shares: 'シェア',
    'watch time': '視聴時間（弱い仮定）',
    'follower growth': '新規フォロワー（弱い仮定）',
    category: '動画の目的',
    'your community': 'このサーバーのほかの人の実際の保存数',
    'your own videos': '実際の保存数がある自分の動画',
    limit: '保存数は再生数以下',
  },
};

const littleKnownOf = {
  video: '自分の動画のことも、この動画の目的もまだわからない',
  photo: '自分の写真投稿のことも、この投稿の目的もまだわからない',
  account: 'この投稿の目的も、どのアカウントのものかもわからない',
} as const;
