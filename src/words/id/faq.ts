import type { Language } from '../words.js';
import { say } from './say.js';

/** What people read around the answers; the answers themselves live in `content/`. */
export const faqText: Language['faq'] = {
  verdict: {
    true: 'Benar — sejauh bisa diperiksa',
    'false now': 'Sekarang salah — yang biasa dibilang soal ini sudah nggak berlaku',
    disputed: 'Diperdebatkan — sumber-sumbernya berbeda',
    unproven: 'Belum terbukti — belum ada yang menunjukkannya, atau nggak bisa diperiksa',
    changed: 'Berubah — sekarang cara kerjanya beda dari panduan lama',
  },
  verdictWord: {
    disputed: 'Diperdebatkan',
    unproven: 'Belum terbukti',
    changed: 'Berubah',
  },
  verdictBeside: {
    true: 'Kesimpulan: benar',
    'false now': 'Kesimpulan soal yang sering dibilang: sekarang salah',
    disputed: 'Kesimpulan: diperdebatkan',
    unproven: 'Kesimpulan: belum terbukti',
    changed: 'Kesimpulan: berubah',
  },
  beside: (verdict, checked) => `${verdict} · ${checked}`,
  more: 'Selengkapnya',
  inEnglish: 'Yang ini baru ada dalam bahasa Inggris.',
  begun: (word, sentence) => `**${word}.** ${sentence}`,
  saveOrDownload: 'Favorit atau unduhan?',
  folded: (strongest, others) => `${strongest} · ${others} lagi di Selengkapnya`,
  fields: {
    verdict: 'Kesimpulan',
    changed: 'Yang berubah',
    sources: 'Sumber',
    moreSources: 'Sumber lain',
    askMore: 'Tanya lagi',
  },
  undated: 'tanpa tanggal',

  topics: {
    saves: {
      title: 'Save',
      line: 'Favorit dan unduhan: apa itu, siapa yang melihatnya, di mana angkanya',
    },
    views: {
      title: 'Views',
      line: 'Apa yang dihitung sebagai view, siapa yang menonton, dan apa arti views sedikit',
    },
    analytics: {
      title: 'Analitik dan ekspor',
      line: 'TikTok Studio: apa yang ditampilkan, seberapa telat, sejauh apa ke belakang, dan isi filenya',
    },
    ranking: {
      title: 'Untuk Anda (FYP) dan jangkauan',
      line: 'Kata TikTok soal siapa yang disodori video, dan apa yang belum pernah ditunjukkan siapa pun',
    },
    content: {
      title: 'Bikin video',
      line: 'Durasi, jam posting, ajakan nge-save, apa yang diubah setelah video yang lemah',
    },
    privacy: {
      title: 'Privasi dan kendali',
      line: 'Siapa yang melihat yang kamu save, like atau posting, dan setelan apa saja yang ada',
    },
    keepsake: {
      title: 'Bot ini',
      line: 'Cara kerja perkiraan dan skor, apa yang disimpan, dan siapa yang melihatnya',
    },
  },

  checked: (day) => `Diperiksa ${day}`,
  dueForReview: (checked, review) =>
    `Terakhir diperiksa ${checked} · perlu ditinjau sejak ${review}`,

  overview: {
    title: 'Save di TikTok',
    intro:
      'Orang bilang “save” untuk **favorit** (bookmark) dan untuk **unduhan**. Jawabannya beda.',
    what: 'Apa itu save',
    who: 'Siapa yang melihatnya',
    proxy: 'Cara kerja Skor Save',
    askMore:
      'Ketik `/faq saves` lalu pilih `question`. `/faq ask` tahu lebih dari soal save. Paling sering ditanya:',
  },

  unsure: {
    title: 'Kurang yakin — maksudmu salah satu ini?',
    asked: (typed) => `Kamu tanya: ${typed}`,
    choose: 'Nggak ada yang cukup pas untuk jadi jawaban. Yang terdekat:',
    nothingNear: 'Belum ada yang dekat dengan itu. Ini yang paling sering ditanya:',
    how: (command) =>
      `Tekan salah satu, tanya lagi dengan \`${command}\` dan pilih dari daftarnya, atau pakai kata lain.`,
  },

  contents: {
    title: 'Yang aku tahu',
    intro:
      'Tiap jawaban bilang seberapa pasti, dari mana asalnya dan kapan diperiksa. Tekan satu topik; panahnya untuk ganti halaman.',
    topic: (line, count) => `${line}. ${count} jawaban.`,
    question: (number, question) => `**${number}.** ${question}`,
    press: 'Tekan nomornya untuk membaca jawabannya.',
    pageTitle: (topic, page, pages) =>
      say('{pages, plural, =1 {{topic}} other {{topic} · {page} dari {pages}}}', {
        topic,
        page,
        pages,
      }),
    place: (page, pages) => `Halaman ${page} dari ${pages}`,
    previous: '◀',
    next: '▶',
    all: 'Semua topik',
  },

  gone: 'Jawaban itu sudah nggak ada: namanya diganti atau dihapus sejak pesan ini ditulis. `/faq topics` menampilkan semua yang ada, dan `/faq ask` mencarinya.',
};
