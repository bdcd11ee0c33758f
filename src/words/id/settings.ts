import type { Language } from '../words.js';

const LANGUAGES: Language['settingsCommand']['change']['languages'] = {
  server: 'Sama seperti servernya',
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

/** What managers see while typing. */
export const settingsCommand: Language['settingsCommand'] = {
  description: 'Setelanku di server ini',
  show: { description: 'Yang disetel di sini' },
  change: {
    description: 'Mengubah yang kamu sebut; sisanya tetap',
    answers: 'Siapa yang melihat jawaban /score',
    choices: {
      public: 'Semua orang di channel',
      private: 'Cuma yang bertanya',
      short: 'Semua orang di channel, versi singkat',
    },
    notices: 'Tempat aku bilang kalau rangkuman bermasalah, sekali dan tanpa ping',
    language:
      'Bahasa postingan publik; kalau aku nggak bisa, cuma angka dan hari yang ikut gayanya',
    languages: LANGUAGES,
    invitations:
      'Apa aku mengundang anggota dengan skor bagus ke leaderboard, masing-masing sekali',
    greeting: 'Apa aku menyapa anggota di perintah pertamanya di sini, sekali dan privat',
  },
};

/** What `/settings` answers. */
export const settingsText: Language['settings'] = {
  title: 'Setelan di server ini',
  changed: 'Diubah',
  asBefore: 'Seperti sebelumnya',
  answers: {
    public:
      'Jawaban `/score` untuk **semua orang di channel**. Dengan `private:True` cuma pengirimnya yang melihat.',
    private:
      'Jawaban `/score` **cuma untuk pengirimnya**. Catatan tetap dihitung di leaderboard dan rangkuman, seperti sebelumnya.',
    short:
      'Jawaban `/score` untuk **semua orang di channel, versi singkat**: penilaian, skor dan perkiraan. `Caranya?` menunjukkan sisanya.',
  },
  invitations: (on) =>
    on
      ? 'Setelah skor bagus aku mengundang pengirimnya **ke leaderboard**, tiap anggota sekali.'
      : 'Aku **nggak mengundang siapa pun** ke leaderboard.',
  notices: (channelId) =>
    channelId === null
      ? 'Masalah rangkuman mingguan **cuma** tampil di `/digest status`.'
      : `Masalah rangkuman mingguan kukabari di **<#${channelId}>**, sekali dan tanpa ping.`,
  language: (chosen) =>
    `Yang dilihat semua orang kutulis dalam **${chosen === null ? 'bahasa servernya' : LANGUAGES[chosen]}**. Kalau aku nggak bisa bahasanya, cuma angka dan hari yang ikut gayanya, dan kata-kataku bahasa Inggris.`,
  noNotices: 'Stop pemberitahuan',
  greeting: (on) =>
    on
      ? 'Di perintah pertamanya di sini aku menyapa anggota **secara privat**, masing-masing sekali.'
      : 'Aku **nggak menyapa siapa pun** yang baru di sini.',
  welcome:
    '**Selamat datang.** Dua hal untuk mulai:\n• `/score` menerima angka satu video, atau screenshot-nya, dan bilang kira-kira berapa orang yang nge-save.\n• `/leaderboard join` memasukkanmu ke leaderboard server ini; `/leaderboard leave` mengeluarkanmu lagi.\nCuma kamu yang melihat ini.',
  hint: '`/settings change` mengubahnya. Rangkuman mingguan punya sendiri: `/digest setup`.',
  nothingNamed: 'Sebutkan apa yang mau diubah. **Nggak ada yang diubah.**',
};
