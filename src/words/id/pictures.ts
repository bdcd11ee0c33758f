import type { Language } from '../words.js';

/** What members read of pictures they send. */
export const pictureText: Language['picture'] = {
  reading: 'Aku lagi membaca gambarmu …',
  counts: {
    views: 'Views',
    likes: 'Like',
    comments: 'Komentar',
    saves: 'Save',
    shares: 'Share',
  },
  message: {
    name: 'Nilai gambar ini',
    notYours:
      'Aku cuma membaca gambar milik yang memintanya. Pakai ini di pesanmu sendiri, atau lampirkan gambarnya di `/score`.',
    none: 'Nggak ada gambar di pesan itu. Pakai di pesan yang berisi screenshot videomu di TikTok.',
  },
  check: {
    title: 'Ini isi gambarmu?',
    read: (name, text, isClear) =>
      `**${name}** ${text}${isClear ? '' : ' · susah dibaca, jadi cek baik-baik'}`,
    typed: (name, text) => `**${name}** ${text} · seperti yang kamu ketik`,
    overruled: (name, typed, shown) =>
      `**${name}** ${typed} · seperti yang kamu ketik; di gambar tertulis ${shown}`,
    missing: (name) => `**${name}** belum ada: aku nggak yakin membacanya`,
    absent: (name) => `**${name}** belum ada: nggak kelihatan di gambarmu`,
    torn: (name) => `**${name}** belum ada: angka di kedua gambarmu beda`,
    press:
      '**Belum ada yang disimpan.** Kalau benar, tekan **Sudah benar** dalam 15 menit. Kalau nggak, tekan **Betulkan angka**.',
    complete: (names) =>
      `**Belum ada yang disimpan.** Tekan **Betulkan angka** dalam 15 menit dan isi ${listed(names)}.`,
    isKnown: 'Save-mu lalu ditaruh di sebelah angka yang kamu kirim sebelumnya.',
    isNew: 'Angka ini lalu jadi catatan baru dari video yang sama.',
    one: (n, total, why) => `Gambar ${n} dari ${total}: ${why}`,
    alt: (lines) => `Bagian gambarmu yang kubaca: ${lines.join(', ')}`,
  },
  buttons: { right: 'Sudah benar', correct: 'Betulkan angka' },
  modal: {
    title: 'Betulkan yang kubaca',
    hint: 'Seperti di TikTok',
    savesHint: 'Angka di sebelah ikon bookmark, kalau kelihatan',
  },
  refused: {
    title: 'Aku nggak bisa membaca gambar itu',
    alt: 'Video sendiri di TikTok, dengan lingkaran di angka-angkanya: like, komentar, save dan share di bawah ikon di samping, views di bawah. Digambar.',
    example: 'Ini letak angkanya, di contoh yang digambar:',
    nothing: '**Nggak ada yang disimpan.** `/score` juga menerima angka yang kamu ketik.',
    why: {
      'not a picture': 'File itu bukan gambar PNG, JPEG atau WebP, atau rusak.',
      'too large':
        'File itu lebih besar dari screenshot ponsel mana pun: yang kubuka paling besar 10 MB dan 16 juta piksel.',
      'too narrow':
        'Gambarnya terlalu kecil untuk membedakan angkanya. Kirim screenshot aslinya, lebar minimal 480 piksel, bukan pratinjaunya.',
      'unknown screen':
        'Aku nggak kenal layar itu. Buka videomu di TikTok sampai ikon dengan angkanya ada di samping, lalu ambil screenshot di situ. Analitik satu postingan juga bisa.',
      unreadable:
        'Aku lihat letak angkanya, tapi nggak yakin membacanya. Ambil screenshot waktu video di belakangnya lebih tenang, dan kirim apa adanya.',
      'other network':
        'Itu kelihatan seperti aplikasi lain. Angkanya beda arti, jadi aku cuma membaca layar TikTok.',
      'not fetched': 'Aku nggak bisa mengambil gambar itu dari Discord. Tolong kirim lagi.',
      busy: 'Gambar orang lain sudah antre. Tolong kirim lagi setengah menit lagi.',
      failed: 'Membaca gambar itu gagal di pihakku. Tolong kirim lagi, atau ketik angkanya.',
      off: 'Pengelola bot mematikan pembacaan gambar.',
      'not installed': 'Alat pembaca gambarku nggak terpasang di sini.',
    },
  },
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} dan ${words.at(-1) ?? ''}`;
}
