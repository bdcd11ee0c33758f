import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

type Own = Language['tips']['own'];
type Beside = NonNullable<Parameters<Own['pattern']>[1]>;

const besides: Readonly<Record<Beside, string>> = {
  own: '自分の動画と比べて。',
  others: '似た動画と比べて。自分としてはふだんどおり。',
  'maybe own': '自分の動画と比べて。',
  'maybe others': '似た動画と比べて。',
};

export const tipsText: Language['tips'] = {
  line: (tip, basis) => `• ${tip} *(${basis})*`,
  shortBasis: {
    'documented by TikTok': 'TikTokの説明',
    'a signal TikTok names': 'TikTokの要素',
    'large study': '大規模調査',
    heuristic: '目安',
  },
  bases: {
    'documented by TikTok': 'TikTokの説明あり',
    'a signal TikTok names': 'TikTokが挙げる要素',
    'large study': '大規模調査',
    heuristic: '目安',
  },
  basis: (basis, source, checked) => `${basis}：${source} · ${checked}`,

  own: {
    title: '次に試すこと',
    video: (title, views, others) =>
      `**${title}**、再生数${views}。判定できるほかの自分の動画${others}本と比較。自分にだけ見えます。`,
    untitled: '最新の動画',
    fields: {
      numbers: '数値',
      next: '次に試すこと',
      call: '保存の呼びかけ方',
      missing: 'もっとわかるようになるもの',
    },
    pattern: (words, beside) => `${words}${beside === null ? '' : besides[beside]}*(目安)*`,
    patterns: {
      'seen-not-liked':
        '**見られたのに、いいねが少ない。** 見た人のいいねがふだんより少なめ。シェアや保存の前、最初のところで離れています。',
      'liked-not-shared':
        '**いいねはあるのに、シェアが少ない。** いいねはふだんどおりで、シェアはふだんより少なめです。',
      'shared-not-saved':
        '**シェアされたのに、保存が少ない。** 人には送るのに、自分用の保存はふだんより少なめです。',
      'watched-not-saved':
        '**見られたのに、保存が少ない。** 視聴時間はふだんどおりで、保存はふだんより少なめです。',
      'saved-no-follows':
        '**保存されたのに、フォローが少ない。** 保存はふだんどおりで、フォローはふだんより少なめです。',
      'doing-well': '**好調です。** ふだんよりはっきり多く保存されています。',
      'few-views': '**再生数が少なめ。** パターンはまだわかりません。',
      'too-early': '**まだ早い。** 数値がまだ大きく動くので、パターンはわかりません。',
    },
    nothing: (hasLow) =>
      hasLow
        ? '**はっきりしたパターンなし。** 数値のとおりふだんより低いところはありますが、どこで離れたかまではわかりません。'
        : '**弱いところなし。** ふだんや似た動画より、はっきり低いところはありません。',
    maybe: (maybe, basis) =>
      basis === 'counted'
        ? maybe === 'lower'
          ? '**保存がふだんより少なめ。** どこで離れたかは、ほかの数値からはわかりません。'
          : '**保存がふだんより多め。** 好調かどうかは不確か。似た動画も同じくらい保存されることがよくあります。'
        : `**保存がふだんより${maybe === 'lower' ? '少ない' : '多い'}かもしれません。** 推定なので、範囲からは決められません。数字を見て確かめてください。`,
    steps: {
      likes: '%：再生数に対するいいね',
      shares: '%：いいねに対するシェア',
      watch: '%：長さのうち見られた割合',
      saves: '%：再生数に対する保存',
      followers: '人：再生1万回あたりの新規フォロワー',
    },
    step: (value, what, compared) =>
      `**${value}**${what}${compared.length > 0 ? `（${compared.join('、')}）` : ''}`,
    estimated: '推定',
    told: '自分の実測',
    usual: (value, videos) => `ふだん${value}、${videos}本`,
    comparable: (value) => `似た動画${value}`,
    saves: (basis, all) =>
      basis === 'counted'
        ? '保存数は、比べる相手も含めて自分の実測です。'
        : `保存数は全${all}本とも、いいねやシェアなどから同じ方法で推定しています。パターンを信じる前に、画面の数字を確かめてください。`,
    missing: {
      saves: 'ブックマークの横の数字：スコアの下の **実際の保存数を追加** を押してください',
      watch: (needed) =>
        `\`/score\` の \`watch_time\` と \`duration\`（この動画とほか${needed}本）：見られたのに保存されなかったかがわかります`,
      followers: (needed) =>
        `\`/score\` の \`new_followers\`（この動画とほか${needed}本）：保存した人がフォローしたかがわかります`,
      category: '`/score` の `category`：ヒントと呼びかけ文が動画の種類に合います',
    },
  },

  tooLittle: {
    title: '判断するにはまだ足りません',
    description: (judged, needed) =>
      say(
        '最新の動画を、ほかの自分の動画と比べます。再生数1,000以上で1日以上たった動画が**{needed}本**必要です。わかるのは{judged, plural, =0 {まだ0本} other {{judged}本}}。**あと{more}本**で判断できます。自分にだけ見えます。',
        { needed, judged, more: needed - judged },
      ),
    waiting: (count) =>
      `ほか${count}本は小さすぎるか、入力が早すぎました。伸びたら数値を入れ直してください。`,
    add: '1本追加する',
    addHow: (example) =>
      `動画の数値を、TikTokの表示どおりに打ってください。あとで自分でわかるタイトルもつけて：\n\`\`\`\n${example}\n\`\`\``,
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
    meanwhile: 'それまでは',
    meanwhileHow: '`/tips` に `category` をつけると、動画の種類ごとのヒントが見られます。',
  },

  category: {
    title: (category) => `${commandText.score.categories[category]}：残したくなる動画に`,
    own: '**この種類の動画向け**',
    keeping: '**残してほしいもの全般**',
    calls: '保存の呼びかけ方',
    callsNote:
      '残してほしいものの近くで、理由を1回だけ言います。呼びかけで保存が増えるかは*未確認*（2026-11-23確認）。ありとなしの自分の動画で比べてください。',
    footer: 'どのヒントも約束はしません。保存されるかは、題材でいちばん変わります。',
  },

  call: (wording) => `• 「${wording}」`,

  calls: {
    educational: [
      'やるとき、手順3を見ながらやりたくなるはず。',
      '全リストは最後の画面に。必要になる日のために。',
      'レシピをしまう場所に、これも入れておいて。',
    ],
    entertaining: [
      'しんどい月曜に、これが必要な人が周りにいるはず。',
      '次にグループチャットが静かになったとき用。',
      'これを見てないと、パート2は意味不明。',
    ],
    inspirational: [
      'つらい日に見つけられる場所に置いといて。',
      'この一言を、1か月後にもう一度読んでみて。',
      '動きたくない朝のために。',
    ],
    aesthetic: [
      '場所はテキストに。近くに行ったとき用。',
      '色は最後にまとめてあるから、自分でも試してみて。',
      '次のムードボードに。',
    ],
    valuable: [
      '今日はいらない。でも引っ越すときにいる。',
      '数字は最後の画面に。いつ時点かも書いてある。',
      '残すのは10秒、探し直すと1時間。',
    ],
  },
};
