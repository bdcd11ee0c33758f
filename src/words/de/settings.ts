import type { PostLanguage } from '../../services/settings.js';
import type { Language } from '../words.js';

const LANGUAGES = {
  server: 'Wie der Server selbst',
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

export const settingsCommand: Language['settingsCommand'] = {
  description: 'Was dieser Server von mir will',
  show: { description: 'Was hier eingestellt ist' },
  change: {
    description: 'Ändert, was du nennst; der Rest bleibt',
    answers: 'Wer die Antworten auf /score sieht',
    choices: {
      public: 'Alle im Kanal',
      private: 'Nur wer gefragt hat',
      short: 'Alle im Kanal, in Kurzform',
    },
    notices: 'Wo ich sage, was beim Wochenrückblick schiefgeht, einmal und ohne Ping',
    language:
      'Die Sprache öffentlicher Posts; kann ich sie nicht, gilt sie nur für Zahlen und Tage',
    languages: LANGUAGES,
    invitations: 'Ob ich bei gutem Score zu den Bestenlisten einlade, jedes Mitglied einmal',
    greeting: 'Ob ich Mitglieder beim ersten Befehl hier begrüße, jedes einmal und privat',
  },
};

export const settingsText: Language['settings'] = {
  title: 'Was dieser Server will',
  changed: 'Geändert',
  asBefore: 'Wie vorher',
  answers: {
    public:
      'Antworten auf `/score` sind für **alle im Kanal**. Mit `private:True` sieht sie nur, wer gefragt hat.',
    private:
      'Antworten auf `/score` sieht **nur, wer gefragt hat**. Messungen zählen weiter auf Bestenlisten und in Wochenrückblicken.',
    short:
      'Antworten auf `/score` sind für **alle im Kanal, in Kurzform**: Urteil, Score und Schätzung. `Wie?` zeigt den Rest.',
  },
  invitations: (on) =>
    on
      ? 'Nach einem guten Score lade ich **zu den Bestenlisten** ein, jedes Mitglied einmal.'
      : 'Ich lade **niemanden** zu den Bestenlisten ein.',
  notices: (channelId) =>
    channelId === null
      ? 'Was beim Wochenrückblick schiefgeht, steht **nur** in `/digest status`.'
      : `Was beim Wochenrückblick schiefgeht, sage ich in **<#${channelId}>**, einmal und ohne Ping.`,
  language: (chosen) =>
    `Was alle sehen, schreibe ich in dieser Sprache: **${chosen === null ? 'die des Servers' : LANGUAGES[chosen]}**. Kann ich sie nicht, gilt sie nur für Zahlen und Tage, und meine Wörter sind englisch.`,
  noNotices: 'Hinweise stoppen',
  greeting: (on) =>
    on
      ? 'Beim ersten Befehl hier begrüße ich Mitglieder **privat**, jedes einmal.'
      : 'Ich begrüße **niemanden**, der hier neu ist.',
  welcome:
    '**Willkommen.** Zwei Dinge für den Anfang:\n• `/score` nimmt die Zahlen eines Videos oder einen Screenshot davon und sagt, wie viele Leute es wahrscheinlich gespeichert haben.\n• `/leaderboard join` bringt dich auf die Bestenlisten dieses Servers; `/leaderboard leave` nimmt dich wieder runter.\nNur du siehst das.',
  hint: '`/settings change` ändert es. Der Wochenrückblick hat seine eigenen: `/digest setup`.',
  nothingNamed: 'Nenn, was sich ändern soll. **Nichts ist geändert.**',
};
