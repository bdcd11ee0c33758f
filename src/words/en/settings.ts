import type { PostLanguage, ServerSettings } from '../../services/settings.js';

const LANGUAGES = {
  server: 'As the server’s own',
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
} satisfies Record<PostLanguage | 'server', string>;

/** What managers see while typing. */
export const settingsCommand = {
  description: 'What this server wants of me',
  show: { description: 'What is set here' },
  change: {
    description: 'Changes what you name; the rest stays',
    answers: 'Who sees the answers to /score',
    choices: {
      public: 'Everybody in the channel',
      private: 'Only who asked',
      short: 'Everybody in the channel, in short',
    } satisfies Record<ServerSettings['answers'], string>,
    notices: 'Where I say what goes wrong with the digest, once and without a ping',
    language:
      'The language of public posts; where I don’t speak it, only numbers and days are written its way',
    languages: LANGUAGES,
    invitations: 'Whether I invite members with a good score to the boards, each once',
    greeting: 'Whether I greet members at their first command here, each once and privately',
  },
} as const;

/** What `/settings` answers. */
export const settingsText = {
  title: 'What this server wants',
  changed: 'Changed',
  asBefore: 'As before',
  answers: {
    public:
      'Answers to `/score` are for **everybody in the channel**. With `private:True` only the author sees one.',
    private:
      'Answers to `/score` are for **their author alone**. Readings still count on boards and in digests, as before.',
    short:
      'Answers to `/score` are for **everybody in the channel, in short**: the verdict, the score and the estimate. `How?` shows the rest.',
  } satisfies Record<ServerSettings['answers'], string>,
  invitations: (on: boolean) =>
    on
      ? 'After a good score I invite its author **to the boards**, each member once.'
      : 'I invite **nobody** to the boards.',
  notices: (channelId: string | null) =>
    channelId === null
      ? 'What goes wrong with the weekly digest stands in `/digest status` **alone**.'
      : `What goes wrong with the weekly digest I say in **<#${channelId}>**, once and without a ping.`,
  language: (chosen: PostLanguage | null) =>
    `What everybody sees I write in **${chosen === null ? 'the server’s language' : LANGUAGES[chosen]}**. Where I don’t speak it, only numbers and days are written its way, and my words are English.`,
  noNotices: 'Stop notices',
  greeting: (on: boolean) =>
    on
      ? 'At their first command here I greet members **privately**, each once.'
      : 'I greet **nobody** who is new here.',
  /** To a newcomer alone, beside the answer to their first command. */
  welcome:
    '**Welcome.** Two things to begin with:\n• `/score` takes the numbers of a video, or a screenshot of them, and says how many people probably saved it.\n• `/leaderboard join` puts you on the boards of this server; `/leaderboard leave` takes you off again.\nOnly you see this.',
  hint: '`/settings change` changes it. The weekly digest has its own: `/digest setup`.',
  nothingNamed: 'Name what to change. **Nothing is changed.**',
};
