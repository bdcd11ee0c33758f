import type { Language } from '../words.js';

const LANGUAGES: Language['settingsCommand']['change']['languages'] = {
  server: 'サーバーの言語',
  'en-US': 'English, US',
  'en-GB': 'English, UK',
  de: 'Deutsch',
  fr: 'Français',
  'es-ES': 'Español',
  'es-419': 'Español, LATAM',
  'pt-BR': 'Português do Brasil',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  'sv-SE': 'Svenska',
  cs: 'Čeština',
  ro: 'Română',
  ru: 'Русский',
  uk: 'Українська',
  tr: 'Türkçe',
  vi: 'Tiếng Việt',
  id: 'Bahasa Indonesia',
  th: 'ไทย',
  hi: 'हिन्दी',
  ja: '日本語',
  ko: '한국어',
  'zh-CN': '中文',
  'zh-TW': '繁體中文',
};

export const settingsCommand: Language['settingsCommand'] = {
  description: 'このサーバーでのボットの設定',
  show: { description: 'ここの設定を見る' },
  change: {
    description: '選んだものだけ変える。ほかはそのまま',
    answers: '/score の答えが誰に見えるか',
    choices: {
      public: 'チャンネルの全員',
      private: '聞いた本人だけ',
      short: 'チャンネルの全員に、短く',
    },
    notices: '週間まとめの問題をお知らせする場所（1回だけ、メンションなし）',
    language: '公開投稿の言語。話せない言語では、数字と日付の書き方だけ合わせます',
    languages: LANGUAGES,
    invitations: 'スコアの良いメンバーをランキングに招待するか（1人1回）',
    greeting: 'ここで初めてコマンドを使ったメンバーにあいさつするか（1人1回、本人にだけ）',
  },
};

export const settingsText: Language['settings'] = {
  title: 'このサーバーの設定',
  changed: '変えました',
  asBefore: '前のまま',
  answers: {
    public: '`/score` の答えは**チャンネルの全員**に見えます。`private:True` なら本人だけです。',
    private:
      '`/score` の答えは**送った本人だけ**に見えます。記録は今までどおり、ランキングと週間まとめの数に入ります。',
    short:
      '`/score` の答えは**チャンネルの全員に、短く**出ます：判定、スコア、推定。残りは `しくみ` で見られます。',
  },
  invitations: (on) =>
    on
      ? '良いスコアのあと、本人を**ランキングに**招待します（1人1回）。'
      : 'ランキングには**誰も**招待しません。',
  notices: (channelId) =>
    channelId === null
      ? '週間まとめの問題は `/digest status` に**だけ**出ます。'
      : `週間まとめの問題は **<#${channelId}>** でお知らせします（1回だけ、メンションなし）。`,
  language: (chosen) =>
    `全員に見えるものの言語：**${chosen === null ? 'サーバーの言語' : LANGUAGES[chosen]}**。話せない言語では、数字と日付の書き方だけ合わせ、文章は英語です。`,
  noNotices: 'お知らせを止める',
  greeting: (on) =>
    on
      ? 'ここで初めてコマンドを使ったメンバーに、**本人にだけ**あいさつします（1人1回）。'
      : '新しい人には**誰にも**あいさつしません。',
  welcome:
    '**ようこそ。** まずはこの2つ：\n• `/score` に動画の数値かスクショを送ると、何人くらい保存したかの推定が出ます。\n• `/leaderboard join` でこのサーバーのランキングに参加、`/leaderboard leave` で退出。\n自分にだけ見えます。',
  hint: '`/settings change` で変えられます。週間まとめは `/digest setup` で。',
  nothingNamed: '何を変えるか選んでください。**何も変えていません。**',
};
