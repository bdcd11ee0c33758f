import type { PostLanguage } from '../../services/settings.js';
import type { Language } from '../words.js';

const LANGUAGES = {
  server: 'Như ngôn ngữ của máy chủ',
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
  description: 'Máy chủ này muốn mình làm thế nào',
  show: { description: 'Xem cài đặt ở đây' },
  change: {
    description: 'Đổi những gì bạn nêu; còn lại giữ nguyên',
    answers: 'Ai thấy câu trả lời của /score',
    choices: {
      public: 'Mọi người trong kênh',
      private: 'Chỉ người hỏi',
      short: 'Mọi người trong kênh, bản ngắn',
    },
    notices: 'Nơi mình báo trục trặc của bản tin, một lần và không ping',
    language:
      'Ngôn ngữ của bài công khai; nếu mình không nói tiếng đó, chỉ có số và ngày viết theo nó',
    languages: LANGUAGES,
    invitations: 'Mình có mời thành viên điểm tốt lên bảng không, mỗi người một lần',
    greeting: 'Mình có chào thành viên dùng lệnh lần đầu ở đây không, mỗi người một lần, riêng tư',
  },
};

export const settingsText: Language['settings'] = {
  title: 'Máy chủ này muốn gì',
  changed: 'Đã đổi',
  asBefore: 'Như cũ',
  answers: {
    public:
      'Câu trả lời của `/score` dành cho **mọi người trong kênh**. Với `private:True` chỉ người gửi thấy.',
    private:
      'Câu trả lời của `/score` **chỉ dành cho người gửi**. Các lần ghi vẫn tính cho bảng và bản tin như cũ.',
    short:
      'Câu trả lời của `/score` dành cho **mọi người trong kênh, bản ngắn**: kết luận, điểm và ước tính. `Cách tính?` cho xem phần còn lại.',
  },
  invitations: (on) =>
    on
      ? 'Sau một điểm tốt, mình mời người gửi **lên bảng**, mỗi thành viên một lần.'
      : 'Mình **không mời ai** lên bảng.',
  notices: (channelId) =>
    channelId === null
      ? 'Trục trặc của bản tin tuần **chỉ** nằm trong `/digest status`.'
      : `Trục trặc của bản tin tuần mình báo trong **<#${channelId}>**, một lần và không ping.`,
  language: (chosen) =>
    `Những gì mọi người đều thấy, mình viết bằng **${chosen === null ? 'ngôn ngữ của máy chủ' : LANGUAGES[chosen]}**. Nếu mình không nói tiếng đó thì chỉ có số và ngày viết theo nó, còn chữ là tiếng Anh.`,
  noNotices: 'Ngừng thông báo',
  greeting: (on) =>
    on
      ? 'Khi thành viên dùng lệnh lần đầu ở đây, mình chào **riêng**, mỗi người một lần.'
      : 'Mình **không chào ai** mới đến đây.',
  welcome:
    '**Chào mừng bạn.** Hai điều để bắt đầu:\n• `/score` nhận số của một video, hoặc ảnh chụp màn hình có số, và nói có lẽ bao nhiêu người đã lưu.\n• `/leaderboard join` đưa bạn lên bảng của máy chủ này; `/leaderboard leave` gỡ bạn xuống.\nChỉ bạn thấy tin này.',
  hint: '`/settings change` để đổi. Bản tin tuần có lệnh riêng: `/digest setup`.',
  nothingNamed: 'Hãy nêu điều cần đổi. **Chưa có gì thay đổi.**',
};
