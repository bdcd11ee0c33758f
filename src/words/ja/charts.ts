import type { Language } from '../words.js';

export const chartText: Language['chart'] = {
  trend: {
    title: '保存率とスコア',
    sample: '架空のサンプルデータ',
    subtitle: (days) => `${days}、投稿日順`,
    rate: '保存率（再生数に対する%）',
    score: '保存スコア（100点中）',
    estimated: '推定（80%の範囲つき）',
    counted: '自分で実測',
    alt: (o) =>
      `新しい半分の動画の保存率は再生数の${o.newer}、古い半分は${o.older}（${o.counted ? '自分の実測' : 'すべて同じ方法で推定'}）。${o.days}の動画${o.videos}本の折れ線グラフ。上が保存率、下が保存スコア。推定の最低は${o.low}%、最高は${o.high}%。それぞれに80%の範囲の棒つき。${o.told > 0 ? `実測${o.told}本は、ひし形の別の線。` : ''}`,
    altShort: (o) =>
      `${o.days}の動画${o.videos}本の折れ線グラフ。上が保存率、下が保存スコア。推定の最低は再生数の${o.low}%、最高は${o.high}%。`,
  },
  digest: {
    title: 'ふだんの保存率（週ごと）',
    subtitle: '棒の中の線：80%の範囲',
    counted: 'すべて実測',
    label: '保存率（再生数に対する%）',
    bar: (day) => `〜${day}`,
    alt: (finding, bars) =>
      `${finding} 棒グラフ：各週のふだんの保存率（再生数に対する%）。${bars.join('、')}。`,
    up: (now, before) => `今週は${now}%、前の${before}%から上昇。`,
    down: (now, before) => `今週は${now}%、前の${before}%から下降。`,
    even: (now, before) => `今週${now}%、前は${before}%。差があるとは言えません。`,
    first: (now) => `最初の週の保存率は再生数の${now}%。`,
    missing: '今週の分はまだありません。',
    altCounted: (day, rate) => `${day}までの週：${rate}、すべて実測`,
    altBar: (day, rate, low, high) => `${day}までの週：${rate}（80%の範囲：${low}〜${high}）`,
  },
};
