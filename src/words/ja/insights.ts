import type { Language } from '../words.js';
import { say } from './say.js';

export const insightsText: Language['insights'] = {
  onlyYou: '自分にだけ見えます。非公開で送った記録も数に入ります。',
  needs: {
    title: '判断するにはまだ足りません',
    add: '1本追加する',
    addHow: (example) =>
      `動画の数値をTikTokの表示どおりに打ち、ブックマークの横の数字を \`saves\` に入れてください：\n\`\`\`\n${example}\n\`\`\``,
    waiting: (count) =>
      `ほか${count}本は小さすぎるか、入力が早すぎました。伸びたら数値を入れ直してください。`,
    unknownAccount: (count) =>
      `${count}本は、どのアカウントのものかわからないので外しました。リンクつきでスコアを出してください。`,
    otherAccounts: (count) =>
      `${count}本は、最後に記録したのとは別のTikTokアカウントのものなので外しました。`,
    days: '`days` を外すと、もっと前まで見られます。',
  },

  signals: {
    title: '保存と一緒に動くもの',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots posted:2026-11-02 duration:34 watch_time:12',
    tooLittle: (judged, needed) =>
      say(
        '再生数1,000以上で1日以上たった動画が**{needed}本**必要です。保存数は自分の実測がベスト。わかるのは{judged, plural, =0 {まだ0本} other {{judged}本}}。**あと{more}本**で始められます。',
        { needed, judged, more: needed - judged },
      ),
    told: (videos) => `**保存数を自分で実測した${videos}本**から。`,
    estimated: (videos, told, needed) =>
      say(
        '保存数の実測は今のところ{told}本で、{needed}本必要です。だからこれは{videos}本の**推定保存数**での話で、根拠はずっと弱めです{told, plural, =0 {} other {（条件をそろえるため、実測の動画もここでは推定）}}。スコアの下の **実際の保存数を追加** を押してください。あと{more}本で本当の数と比べられます。',
        { needed, told, videos, more: needed - told },
      ),
    fields: {
      more: '偶然以上の差',
      chance: '偶然と区別できない',
      fewer: 'まだ比べられない',
      experiments: 'いま試していること',
    },
    names: {
      likes: '再生数に対するいいね',
      comments: '再生数に対するコメント',
      shares: '再生数に対するシェア',
      watched: '長さのうち見られた割合',
      followers: '再生数に対する新規フォロワー',
      duration: '長さ',
      weekend: '土日に投稿',
    },
    direction: (rho) => (rho > 0 ? '多いほど保存が多い' : '多いほど保存が少ない'),
    correlation: (name, direction, rho, low, high, n) =>
      `• **${name}**${direction === null ? '' : `：${direction}`} · ${rho}（${low}〜${high}）、${n}本`,
    weekend: (name, times, range, weekends, weekdays) =>
      `• **${name}** · 保存率は平日の${times}倍${range}、土日${weekends}本と平日${weekdays}本`,
    constant: (name, n) => `• **${name}**：${n}本とも同じ`,
    tooFew: (name, n, needed, how) => `• **${name}**：必要な${needed}本中、わかるのは${n}本${how}`,
    tooFewDays: (name, weekends, weekdays, needed) =>
      `• **${name}**：土日${weekends}本、平日${weekdays}本。各${needed}本必要（\`posted\` か \`link\`）`,
    how: {
      watched: '（`watch_time` と `duration`）',
      followers: '（`new_followers`）',
      duration: '（`duration`）',
    },
    nothing: '**まだ目立つものはありません。** よくあることで、数本では何とも言えません。',
    found: (names) => `保存と一緒に動くのは**${names}**。`,
  },

  experiments: {
    name: (name) => `**「${name}」**`,
    waiting: (during, without, needed) =>
      `あり${during}本、なし${without}本。それぞれ${needed}本から比べます。${missing(needed - during, needed - without)}。`,
    found: (times, design) => `保存率は${design === 'turns' ? 'なしの動画' : '前'}の${times}倍。`,
    possible: (low, high) => `ありうるのは${low}〜${high}倍`,
    anything: 'どんな値もありえます',
    behind: (during, without, design, basis) =>
      `（あり${during}本、${design === 'turns' ? 'なし' : '前'}${without}本、${basis === 'counted' ? 'すべて自分の実測' : 'すべていいね、コメント、シェアから推定'}）。`,
    more: (each) => `各${each}本の時点で、偶然以上の差。`,
    chance: (each, next) =>
      `各${each}本の時点で、偶然の範囲内。${next === null ? '' : `次は${next}本で見ます。`}`,
    notYet: (needed) => `各${needed}本になったら結論を出します。`,
    beforeAfter:
      '事実を並べただけ。前と後の比較では何も証明できません。その間に変わったほかのことも影響します。',
    countMore: (count) =>
      `推定では保存について何も証明できません。この中で実際の保存数をあと${count}本教えてくれれば、実測で比べます。`,
    needed: (videos, factor) =>
      `交互に各${videos}本を実測すれば、${factor}倍の差は10回中8回見つかります。`,
    wouldHaveShown: (factor) => `${factor}倍の差があれば、10回中8回はもう見えているはずです。`,
    hopeless: (most, factor) =>
      `動画どうしのばらつきが大きく、${factor}倍の差を示すには各${most}本を超える動画が必要です。`,
    next: {
      'with it': '次：**あり**で1本。',
      'without it': '次：**なし**で1本。',
    },
  },

  categories: {
    title: 'カテゴリの比較',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots category:educational',
    told: (videos) => `保存数が再生数の何%か。**保存数を自分で実測した${videos}本**から。`,
    estimated: (videos, count) =>
      `保存数が再生数の何%か。**${videos}本すべて**、いいね、コメント、シェアから**同じ方法で推定**。この推定はカテゴリを知らないので、事実を並べるだけで証明にはなりません。2つのカテゴリで実際の保存数があと${count}件あれば、実測で比べます。スコアの下の **実際の保存数を追加** を押してください。`,
    none: '判定できる動画にカテゴリがついていません。',
    needed: (needed) =>
      `カテゴリごとに、再生数1,000以上で1日以上たった動画が**${needed}本**必要です。`,
    fields: {
      more: '偶然以上の差',
      chance: '偶然と区別できない',
      described: '推定では',
      unconcluded: '結論には足りない',
      fewer: '判断には足りない',
    },
    compared: (name, median, range, n, times) =>
      `• **${name}**：${median}%${range}、${n}本 · ${times}`,
    times: (times, range) => `ほかの${times}倍${range}`,
    until: (more, others) =>
      `。結論には足りません：あと${[...(more > 0 ? [`${more}本`] : []), ...(others > 0 ? [`ほかのカテゴリ${others}本`] : [])].join('と')}`,
    alone: '比べる相手なし',
    tooFew: (name, median, n, needed) => `• **${name}**：${median}%、必要な${needed}本中${n}本`,
    without: (count) => `ほか${count}本には \`category\` がありません。`,
    nothing: '**目立つカテゴリはありません。** よくあることで、数本では何とも言えません。',
    highest: (name, median, range, basis) =>
      `**今のところ最高：${name}**、${median}%${range}${basis === 'counted' ? '。結論には足りません。' : '、推定です。'}`,
    found: (names) => `**${names}** が目立っています。`,
  },

  looks: (sizes) => sizes.join('・'),

  range: (low, high) => `（${low}〜${high}）`,
  noRange: '',

  accuracy: {
    title: '推定の精度',
    none: '実際の保存数をまだ聞いていないので、ずれがわかりません。動画のブックマークの横の数字を見て、スコアの下の **実際の保存数を追加** を押すか、一緒に送ってください：',
    noneTitle: '答え合わせするものがまだありません',
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100',
    intro: (videos, most, truths) =>
      say(
        '実際の保存数を教えてもらった動画{videos}本{of, select, all {} other {（最新{most}件の実際の保存数から）}}、全アカウント分。各動画を1回ずつ、最初の実際の保存数を、表示したときの推定と比べます。',
        { videos, most, of: truths >= most ? 'the last' : 'all' },
      ),
    latest: '最新の実測',
    line: (name, truth, saves, low, high, mark) =>
      `${mark} ${name}：実測**${truth}**、推定${saves}（${low}〜${high}）`,
    inside: '✓',
    outside: '✗',
    allSmall: (from) =>
      `推定はどれも保存数${from}未満でした。この小ささでは、整数の刻みだけで当たり外れが決まります。`,
    views: (views) => `再生数 ${views}`,
    fields: {
      trend: '前と後',
    },
    share: (hits, videos, percent, low, high) =>
      `**${videos}本中${hits}本**が80%の範囲内：${percent}（${low}〜${high}）。`,
    holds: {
      'as promised': '約束の10回中8回と合っています。',
      less: '約束の10回中8回より少なく、偶然では説明できません。自分の動画には範囲が狭すぎます。',
      more: '約束の10回中8回より多めです。自分の動画には範囲が必要より広めです。',
    },
    tooFew: (more) => `あと${more}本で、約束の10回中8回と合うか判断できます。`,
    off: (factor, range) => `推定の半分は、実際との差が**${factor}倍**${range}以内でした。`,
    lean: {
      low: (factor, range) => `全体として低すぎました：実際は推定の${factor}倍${range}。`,
      high: (factor, range) => `全体として高すぎました：推定は実際の${factor}倍${range}。`,
      none: '低すぎ・高すぎの傾向があるかはわかりません。',
    },
    trend: (first, last) =>
      `推定の半分が収まった差は、前半の動画で${first}倍以内、後半で**${last}倍**以内。事実を並べただけで、変化の証明ではありません。`,
    noTrend: (more) => `実際の保存数がある動画があと${more}本あれば、前半と後半を比べられます。`,
  },
};

function missing(during: number, without: number): string {
  const parts = [
    ...(during > 0 ? [`「あり」${during}本`] : []),
    ...(without > 0 ? [`「なし」${without}本`] : []),
  ];
  return `あと${parts.join('と')}で比べられます`;
}
