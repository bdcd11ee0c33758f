import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

export const boardsText: Language['boards'] = {
  title: (from) => `${from}からの週`,
  kept: 'この週は終了。結果は確定しています。',
  running: (to) => `${to}まで。終わったら結果が確定します。`,
  board: (board) => commandText.leaderboard.boards[board],
  more: (count) => `…ほか${count}人：\`board\` で選ぶと見られます`,

  line: (place, who, result, basis) => `**${place}位** ${who} · ${result} · ${basis}`,
  by: (isCounted) => (isCounted ? '*実測 ✓*' : '*推定*'),
  results: {
    improvement: (points, own) => `スコア **+${points}**（ふだん ${own} / 100）`,
    saved: (score) => `**${score}** / 100`,
    consistency: (points) => `ふだんとの差 平均**${points}**点（100点中）`,
  },
  basis: (videos, told, weeks) => {
    const of = `${weeks === null ? '' : `${weeks}週で`}${videos}本`;
    return told === 0 || told === videos ? of : `${of}、うち実測${told}本`;
  },

  videos: (isCounted) => `規模のわりに保存が多い動画（${isCounted ? '実測' : '推定'}）`,
  video: (place, title, who, score, saves) =>
    `**${place}位** **${title}** ${who} · ${score}、${saves}`,
  score: (score, range) =>
    `**${score}** / 100${range === null ? '' : `（${range.low}〜${range.high}）`}`,
  untitled: 'タイトルなしの動画',
  counted: (saves) => `保存数 ${saves} ✓`,
  estimated: (saves, low, high) => `保存数 約${saves}（80%の範囲：${low}〜${high}）`,
  estimatedShort: (saves, low, high) => `保存数 約${saves}（${low}〜${high}）`,

  together: 'みんなの合計',
  everybody: (creators, videos, saves) =>
    `今週は${creators}人が動画${videos}本の数値を送りました：${saves}。`,
  sum: (saves, counted, guessed) =>
    say(
      '{guessed, plural, =0 {{saves}} other {{saves}。{counted, plural, =0 {全{guessed}本が最良の推定} other {実測{counted}本、最良の推定{guessed}本}}}}',
      { saves, counted, guessed },
    ),
  joinedOnly: (creators, videos, saves) =>
    `今週は参加中の${creators}人が動画${videos}本の数値を送りました：${saves}。`,

  nobody: 'まだ誰も載っていません。',
  nobodyOnAny: 'まだ誰もランキングに載っていません。',
  join: {
    name: '載るには',
    value:
      '載るのは、同意した人だけ。`/leaderboard join` で表示に同意できて、その内容も読めます。あとは動画の数値を送ってください：',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
  },
  lastWeek: (week) => `前の週：\`/leaderboard show week:${week}\``,
  choice: (week, from, to, running) => `${week}：${from}〜${to}${running ? '（集計中）' : ''}`,

  joined: {
    title: '参加しました',
    already: 'もう参加しています',
    agreed: '同意した内容（このサーバーだけ）',
    points: [
      '**ランキング。** `/leaderboard show` に、名前、順位、もとになった点数と動画の本数が出ます。ベスト動画のタイトル、スコア、保存数も出ます。数値をスクショで確認できた動画には印が付きます。',
      '**週間まとめ。** 名前と動画（タイトル、スコア、保存数、同じ印）が載ることがあります。',
      '**履歴。** ほかのメンバーが `/history list` で、ここでの動画と数値を見られます。',
    ],
    never: '自分だけのもの',
    nevers: [
      '`private:True` の記録、ほかのサーバーやDMで送ったものは、ここには絶対に出ません。',
      '再生数はどのランキングにも出ません。',
      '`/leaderboard leave` ですぐ取り消せます。過去の週も含め、このサーバーの全ランキングが対象です。サーバーを抜けたときも同じ。表示する前に、まだメンバーかをDiscordに確認します（1日以内に確認済みなら省略）。',
    ],
  },
  left: {
    title: '退出しました',
    description:
      'このサーバーのランキングには、過去の週も含めてもう出ません。これからの週間まとめに名前は載らず、ほかのメンバーは `/history list` で動画を見られません。\n\n送った数値は自分用に残ります。`/score` と `/tips` は今までどおり。投稿済みの週間まとめはチャンネルに残ります。`/leaderboard join` で戻れますが、過去の週には戻りません。',
  },
  notIn: {
    title: 'ランキングには未参加です',
    description:
      'このサーバーのランキングにも週間まとめにも、名前は出ません。`/leaderboard join` で表示に同意できて、その内容も読めます。',
  },
};
