import type { Language } from '../words.js';

/** What members read when something can't be done. Each says what to do. */
export const errors: Language['errors'] = {
  busy: 'Aku lagi kebanjiran permintaan. **Nggak ada yang disimpan.** Tolong kirim ulang semenit lagi.',
  busyBesideOthers:
    'Aku lagi kebanjiran permintaan, jadi itu **mungkin nggak tersimpan**. Semenit lagi, cek `/history list` kalau itu skor; yang nggak ada di sana, tolong kirim lagi.',
  restarting:
    'Aku lagi dimulai ulang, jadi itu **mungkin nggak tersimpan**. Setengah menit lagi, cek `/history list` kalau itu skor; yang nggak ada di sana, tolong kirim lagi.',
  formTooLate: 'Aku kelamaan membuka formulirnya, dan nggak ada yang disimpan. Tolong tekan lagi.',
  outdated:
    'Tombol atau perintah ini dari versiku yang sudah nggak ada. Tolong pakai perintahnya lagi: semuanya ada di `/help`.',
  commandChanged:
    'Perintah ini berubah sejak Discord-mu terakhir mengeceknya. **Nggak ada yang disimpan.** Mulai ulang Discord (atau tunggu sejam) lalu pakai lagi.',
  databaseAway: (reference) =>
    `Aku lagi nggak bisa menjangkau ingatanku. **Nggak ada yang disimpan.** Tolong kirim ulang beberapa menit lagi. Kalau terus begini, kasih tahu pengelola bot referensi ini: \`${reference}\``,
  databaseDamaged: (reference) =>
    `Sebagian ingatanku rusak, dan ini membutuhkannya. **Nggak ada yang disimpan.** Mengirim lagi nggak membantu sebelum pengelola bot membetulkannya: tolong kasih tahu dia referensi ini: \`${reference}\``,
  unconfirmed: (reference) =>
    `Koneksi ke ingatanku putus waktu menyimpan itu, jadi aku nggak tahu **apa sudah tersimpan**. Tunggu beberapa menit, lalu kirim lagi dengan link yang sama, atau judul dan tanggal yang sama: itu dihitung sebagai satu catatan lagi dari video yang sama. Referensi: \`${reference}\``,
  fault: (reference) =>
    `Ada yang salah di pihakku, bukan karena yang kamu kirim. Tolong coba lagi; kalau terjadi lagi, kasih tahu pengelola bot referensi ini: \`${reference}\``,
};
