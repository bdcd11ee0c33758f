import type { Language } from '../words.js';

export const helpText: Language['help'] = {
  title: 'その動画、保存されてる？',
  lines: {
    score: '`/score` 何人が保存したかを推定。',
    history: '`/history video` 動画1本の推移。',
    tips: '`/tips` 試すことを1つ。',
    faq: '`/faq ask` 質問に答えます。',
    leaderboard: '`/leaderboard join` ランキングに参加。',
    digest: '`/digest setup` 毎週のベストを投稿。',
    data: '`/data export` 自分のデータを受け取る。',
  },
  more: 'もっと見る',
  version: (version) => `Keepsake ${version}`,
  full: {
    title: 'できること全部',
    intro:
      '*保存*（お気に入り、ブックマークアイコン）は「また見たい」の印。TikTokの出力データに保存数はありません。だから、見える数値から正直な範囲つきで推定し、教えてもらった実際の保存数すべてから学びます。',
    first: 'まず',
    firstSteps: (example) =>
      `1. TikTokで自分の動画を1本開き、再生数、いいね、コメント、シェアを見ます。\n2. 表示どおりに打つか、コマンドだけ送るとフォームが開きます。\n\`\`\`\n${example}\n\`\`\`3. ブックマークの横の数字が見えるなら、**実際の保存数を追加** を押してください。そのアカウントの次の推定がよくなります。`,
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K',
    command: (name, description) => `\`/${name}\` ${description}`,
    privacy: '誰に何が見えるか',
    privacyText:
      '`/score` の答えはチャンネルの全員に見えます。`private:True` なら自分にだけ見え、その数値はあとでも誰にも見せません。`/data export` で全サーバーの自分のデータを全部受け取れ、`/data delete` で消せます。内容は `/faq ask` →「このボットは自分の何を保管している？」',
    managers: 'サーバー管理者へ',
    managersText:
      'メンバーができることは全部できます。誰がどのコマンドを使えるかは **サーバー設定 → 連携サービス → Keepsake** で決められます。',
  },
};

export const greetingText: Language['greeting'] = {
  title: 'はじめまして、Keepsakeです',
  lines: [
    '何人が動画を保存したかを、TikTokクリエイターに伝えるボットです。',
    '`/score` でフォームが開きます。TikTokに出ている数値を打つか、スクショをつけてください。',
    '`/digest setup` はサーバー管理者用：うまくいったことを毎週投稿します。',
    'ほかは `/help` で。',
  ],
};
