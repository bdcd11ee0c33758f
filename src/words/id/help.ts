import type { Language } from '../words.js';

/** What `/help` says. */
export const helpText: Language['help'] = {
  title: 'Videomu di-save orang nggak?',
  lines: {
    score: '`/score` memperkirakan berapa yang nge-save.',
    history: '`/history video`: perkembangan satu video.',
    tips: '`/tips` kasih satu hal untuk dicoba.',
    faq: '`/faq ask` menjawab pertanyaanmu.',
    leaderboard: '`/leaderboard join`: masuk leaderboard.',
    digest: '`/digest setup`: yang terbaik tiap minggu.',
    data: '`/data export`: ambil semua datamu.',
  },
  more: 'Selengkapnya',
  version: (version) => `Keepsake ${version}`,
  full: {
    title: 'Semua yang bisa kulakukan',
    intro:
      '*Save* (favorit, ikon bookmark) artinya “aku mau ini lagi”. Ekspor TikTok nggak memuat save, jadi aku memperkirakannya dari angka yang kamu lihat, dengan rentang yang jujur, dan belajar dari tiap angka asli yang kamu kirim.',
    first: 'Pertama',
    firstSteps: (example) =>
      `1. Buka satu videomu di TikTok dan baca views, like, komentar dan share-nya.\n2. Ketik persis seperti tertulis, atau kirim perintahnya saja: formulirnya terbuka.\n\`\`\`\n${example}\n\`\`\`3. Kalau angka di sebelah bookmark kelihatan, tekan **Tambah save asli**: perkiraan berikutnya untuk akunmu jadi lebih baik.`,
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K',
    command: (name, description) => `\`/${name}\` ${description}`,
    privacy: 'Siapa melihat apa',
    privacyText:
      'Jawaban `/score` untuk semua orang di channel. Dengan `private:True` cuma kamu yang melihat jawabannya, dan angka itu nggak kutunjukkan ke siapa pun nanti. `/data export` memberimu semua yang kusimpan soal kamu, di semua server; `/data delete` menghapusnya. Apa saja itu: `/faq ask` → “Apa yang disimpan bot ini soal aku?”',
    managers: 'Untuk pengelola server ini',
    managersText:
      'Kamu bisa semua yang anggota bisa. Siapa boleh pakai perintah mana diatur di **Pengaturan Server → Integrasi → Keepsake**.',
  },
};

/** What I say once where I am new, to everybody. */
export const greetingText: Language['greeting'] = {
  title: 'Hai, aku Keepsake',
  lines: [
    'Aku kasih tahu kreator TikTok berapa orang yang nge-save videonya.',
    '`/score` membuka formulir: ketik angka yang ditampilkan TikTok, atau lampirkan screenshot.',
    '`/digest setup` untuk pengelola server ini: postingan mingguan soal yang berhasil di sini.',
    '`/help` menunjukkan sisanya.',
  ],
};
