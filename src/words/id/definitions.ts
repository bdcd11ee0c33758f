import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';

/** What a finding stands on, behind `How?`: in plain words, the figures from the services. */
export const definitionsText: Language['definitions'] = {
  button: 'Caranya?',
  boards: {
    title: 'Cara leaderboard dibuat',
    improvement: (week, before, weeks) =>
      `**Paling naik**: skor tengah minggu ini di atas skor tengahnya sendiri dari ${weeks} minggu sebelumnya. Mulai dari ${week} video di minggu ini dan ${before} sebelumnya. *(heuristik)*`,
    saved: (week) =>
      `**Paling banyak di-save untuk ukurannya**: skor tengah minggu ini. Skor menunjukkan posisi save rate di antara video dengan views sebanyak itu, jadi views nggak bikin menang. Mulai dari ${week} video di minggu ini. *(heuristik)*`,
    consistency: (videos, weeks) =>
      `**Paling stabil**: rata-rata jarak skor video ${weeks} minggu dari skor tengahnya. Ini soal stabil, bukan soal tinggi. Mulai dari ${videos} video. *(heuristik)*`,
    rules: [
      'Satu video dihitung sekali, di minggu pertama ia bisa dinilai, dan butuh link, atau judul dan tanggal.',
      'Angka asli (✓) dibandingkan dengan angka asli, perkiraan dengan perkiraan. Perkiraan di sini dibuat dengan cara sama dari like, komentar dan share.',
      `${SHOWN_MARK}: angka videonya terlihat di screenshot, nggak ada yang mengetiknya.`,
      'Yang sama nilainya berbagi peringkat. Satu minggu dari Senin sampai Minggu, dalam UTC. Kalau sudah selesai, disimpan: yang dibetulkan belakangan nggak mengubahnya.',
    ],
  },
  signals: {
    title: 'Cara aku mencari yang bergerak bareng save-mu',
    lines: [
      'Tiap angka ditaruh di sebelah save-mu, video demi video. +1: selalu naik bareng. −1: satu turun saat yang lain naik. 0: nggak terlihat apa-apa. Dalam kurung: kisaran yang mungkin (interval 95%).',
      'Beberapa dilihat sekaligus, jadi masing-masing harus lebih menonjol sebelum kusebut (metode Holm).',
      'Rate dari views yang sama memang sedikit bergerak bareng dengan sendirinya. Nggak satu pun membuktikan sebab.',
      'Kalau cuma dari perkiraan, aku lewati like, komentar, share, waktu tonton dan follower baru: perkiraannya dibuat dari situ, jadi cuma akan menunjukkan rumusnya sendiri.',
    ],
    experiments: (sizes) =>
      `**Yang kamu coba**: selang-seling, satu video pakai, satu tanpa. Aku menyimpulkan saat masing-masing punya ${sizes} video dengan angka asli darimu, jadi mengintip di tengah jalan nggak apa-apa.`,
  },
  categories: {
    title: 'Cara kategori dibandingkan',
    lines: [
      'Yang ditampilkan save rate tengah masing-masing, dan dalam kurung kisaran yang mungkin (interval 95%).',
      'Masing-masing dibandingkan dengan semua videomu lain yang punya kategori. Nggak satu pun membuktikan sebab.',
    ],
    concluded: (sizes) =>
      `Kesimpulan cuma dari angka aslimu, saat kedua sisi punya ${sizes} video. Beberapa dilihat sekaligus, jadi masing-masing harus lebih menonjol (metode Holm).`,
  },
  accuracy: {
    title: 'Cara perkiraan diperiksa',
    lines: (from, most) => [
      `Tiap video dihitung sekali, dengan angka asli pertamanya di sebelah perkiraan yang waktu itu tampil; ${most} terakhir dari semua akunmu.`,
      `Rentangnya dimaksudkan memuat 8 dari 10. Ini dinilai kalau perkiraannya ${from} save atau lebih.`,
      'Faktor 2 berarti dua kali atau setengah dari yang sebenarnya. Dalam kurung: kisaran yang mungkin (interval 95%).',
      'Perkiraan belajar dari angka aslimu, akun demi akun.',
    ],
  },
  tips: {
    title: 'Cara tips dipilih',
    lines: (most, vietnamese) => [
      `Aku melihat video terbarumu di sebelah ${most} video terakhir dari akun yang sama. “Biasanya” adalah yang tengah di antaranya.`,
      `Video yang sebanding adalah yang dipakai menyusun perkiraan: kebanyakan populer, ${vietnamese}% dari Vietnam.`,
      'Pola itu heuristik, bukan bukti sebab.',
    ],
  },
  trend: {
    title: 'Cara garisnya dibuat',
    lines: [
      'Di garis itu semua diperkirakan dari like, komentar dan share saja, supaya bisa dibandingkan. Yang kupelajari dari angka aslimu nggak ikut.',
      'Kalau dua rentang tumpang tindih, bisa jadi nggak ada bedanya. Skor Save itu heuristik.',
    ],
  },
};
