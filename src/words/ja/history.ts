import type { Language } from '../words.js';
import { say } from './say.js';

const example =
  '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02';

const addHow = `動画の数値を、TikTokの表示どおりに打ってください。あとで自分でわかるタイトルもつけて：\n\`\`\`\n${example}\n\`\`\``;

export const historyText: Language['history'] = {
  untitled: { video: 'タイトルなしの動画', photo: 'タイトルなしの写真投稿' },

  reading: {
    counts: (views, likes, comments, shares) =>
      `再生数 ${views} · いいね ${likes} · コメント ${comments} · シェア ${shares}`,
    views: (views) => `再生数 ${views}`,
    estimated: (saves, low, high) => `保存数 約${saves}（80%の範囲：${low}〜${high}）`,
    estimatedFew: (saves) => `保存数 約${saves}、推定`,
    unseen: 'まだ誰も見ていません',
    told: (saves) => `保存数 **${saves}**、実測`,
    toldBeside: (saves, estimate, low, high) =>
      `保存数 **${saves}**、実測。推定は${estimate}（80%の範囲：${low}〜${high}）`,
    score: (score, range) =>
      range === null ? `${score} / 100` : `${score} / 100（${range[0]}〜${range[1]}）`,
    tooEarly: 'スコアにはまだ早い',
    tooSmall: 'スコアには再生数不足',
    private: '非公開',
    open: (url) => `[開く](${url})`,
    grown: (views, time) => `${time}で再生数 ${views}`,
  },

  time: {
    days: (days) => `${days}日`,
    hours: (hours) => `${hours}時間`,
    minutes: '1時間未満',
  },

  list: {
    own: '自分の記録',
    member: 'メンバーの記録',
    ownNote: (total) =>
      `全${total}件、新しい順。自分にだけ見えます。非公開の記録や、ほかのサーバーとDMの記録も入っています。`,
    memberNote: (member, total) =>
      `このサーバーでの<@${member}>の${total}件、新しい順。非公開の記録は除いています。`,
    days: (days) => say('{days, plural, =1 {直近1日} other {直近{days}日間}}', { days }),
    within: (what, days) => `${what} · ${days}`,
    newer: '◀ 新しい',
    older: '古い ▶',
    undo: {
      removed: '元に戻す：記録の削除',
      corrected: '元に戻す：記録の修正',
      merged: '元に戻す：登録のまとめ',
      imported: '元に戻す：取り込み',
    },
  },

  nothing: {
    title: 'まだ何もありません',
    own: '自分の記録はまだありません。自分にだけ見えます。',
    earlier: (days) =>
      `${days}の自分の記録はありません。それより前ならあります。\`days\` を外すと見られます。自分にだけ見えます。`,
    member: 'そのメンバーの記録で、このサーバーで見せてよいものはありません。',
    first: 'まず',
    addHow,
  },

  video: {
    posted: (day) => `${day}投稿。`,
    total: (total, n) =>
      say('{n, plural, =1 {記録{total}件。} other {記録{total}件、新しい順。}}', { n, total }),
    readings: '記録',
    sameAge: '同じ日数でほかの自分の動画と比べると',
    compared: (o) =>
      `投稿から${o.day}日の再生数は${o.views}。自分の動画の同じ日数でのふだん（${o.usual}）の**${o.factor}倍**です（${o.others}本、${o.least}〜${o.most}）。*(目安：記録と記録の間の伸びは補っています)*`,
    tooFew: (others, needed) =>
      `まだ判断できません。同じ日数で比べられる自分の動画は${others}本、必要なのは**${needed}本**。どの動画も数日後にもう一度スコアを出すと数に入ります。`,
    noAge:
      '投稿からの日数がわかりません。`/score` にリンクか `posted` をつけ、1日以上たってからもう一度スコアを出してください。',
    change: '記録を直す・消す…',
    changeOption: (date, views) => `${date} · 再生数 ${views}`,
    merge: '別の登録と同じ動画…',
  },

  panel: {
    title: '記録1件',
    intro:
      'どうしますか？ どの変更も24時間は元に戻せます。前に表示したメッセージの数値は、そのまま残ります。',
    correct: '直す',
    remove: '削除',
  },

  merge: {
    title: '同じ動画の登録はどれ？',
    intro: (title) =>
      `**${title}** と選んだ登録を、両方の記録ごと1つにまとめます。24時間は元に戻せます。可能性の高い順です。`,
    choose: 'もう1つの登録を選ぶ',
    none: '同じ動画かもしれない登録はほかにありません。',
    option: (title, number) => `${title}（${number}）`,
    optionHint: (posted, told) =>
      posted === null ? `最初の記録 ${told}` : `投稿 ${posted}、最初の記録 ${told}`,
  },

  changed: {
    titles: {
      removed: '削除しました',
      corrected: '直しました',
      merged: '1つにまとめました',
      imported: '取り込みました',
    },
    removed: (title, isLeft) =>
      `**${title}** の記録を1件、推定とそこから学んだことごと消しました。${isLeft ? '' : '最後の1件だったので、動画も消えました。'}`,
    corrected: (title) =>
      `**${title}** の記録の数値を直しました。推定は、その記録の時点でわかっていたことで計算し直しました。`,
    merged: (title) =>
      `どちらの登録も **${title}** になりました。\`/score\` でどちらのリンクやタイトルを使っても、ここにつながります。`,
    imported: () => 'ファイルの中身を取り込みました。',
    undoUntil: (time) => `${time}まで元に戻せます。`,
    now: '現在',
    unchanged: 'もう同じ数値です。何も変えていません。',
    undo: '元に戻す',
    show: '動画を見る',
    undone: {
      removed: (title) => `**${title}** の記録が戻りました。`,
      corrected: (title) => `**${title}** の記録の数値が、前のものに戻りました。`,
      merged: (title) => `**${title}** ともう1つの登録が、また別々になりました。`,
      imported: () => 'この取り込みで入ったものは全部消え、変わったものは元どおりです。',
    },
    undoneTitle: '元に戻しました',
  },

  trend: {
    title: '保存率の推移',
    description: (days) => `${days}に数値を送った動画を、投稿日順に表示。自分にだけ見えます。`,
    newest: (title, rate) => `最新：**${title}**、${rate}。`,
    rateTold: (rate) => `再生数の${rate}%、自分の実測`,
    rateEstimated: (rate, low, high) => `再生数の約${rate}%（80%の範囲：${low}〜${high}%）`,
    rateBoth: (counted, estimated) => `${counted}。ほかと同じ方法の推定では${estimated}`,
    rate: (rate) => `${rate}%`,
    rateRanged: (rate, low, high) => `${rate}%（${low}〜${high}%）`,
    usual: (rate, videos, basis) =>
      basis === 'counted'
        ? `実測した${videos}本のふだん：${rate}。`
        : `全${videos}本のふだん（同じ方法で推定）：${rate}。`,
    halves: (older, newer, isEstimated) =>
      `**新しい半分の保存率：${newer}。** 古い半分：${older}。事実を並べただけで、変化の証明ではありません。${isEstimated ? 'かっこの中は80%の範囲。' : ''}`,
    best: (title, rate, isEstimated) =>
      `最高：**${title}**、再生数の${rate}。${isEstimated ? '推定での比較です。実測はグラフに出ています。' : ''}`,
    scores: (low, high, usual) =>
      `保存スコアは${low}〜${high}、ふだん${usual} *(目安。それぞれの範囲はグラフに)*。`,
    waiting: (count) => `ほか${count}本は、判定するには早すぎるか小さすぎます。`,
    ofOthers: (count) => `ほか${count}本は、最後に記録したのとは別のTikTokアカウントのものです。`,
    ofUnknown: (count) =>
      `ほか${count}本は、どのアカウントのものかわからないので外しました。リンクつきでスコアを出してください。`,
    photos: (count) => `写真投稿${count}件は外しました。推定は動画だけから作ったものです。`,
    isCut: (shown) => `ほかにもありますが、グラフが見やすいように最新の${shown}本だけです。`,
    noPicture: 'いまグラフを描けません。内容はこちら。',
    tooLittleTitle: 'グラフにはまだ足りません',
    tooLittle: (known, needed, days) =>
      say(
        '線を引くには、再生数1,000以上で1日以上たった動画が**{needed}本**必要です。{days}でわかるのは{known, plural, =0 {まだ0本} other {{known}本}}。**あと{more}本**でグラフになります。自分にだけ見えます。',
        { needed, days, known, more: needed - known },
      ),
  },
};
