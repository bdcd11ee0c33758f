import type { Language } from '../words.js';

/** What stands behind `Edit` under a score. */
export const editText: Language['edit'] = {
  title: 'Edit',
  intro: 'Cuma kamu yang melihat ini. Jawabannya ikut berubah dengan yang kamu ubah di sini.',
  fields: {
    numbers: 'Angka',
    about: 'Soal videonya',
    analytics: 'Analitik',
    who: 'Siapa yang melihat',
  },
  counts: (views, likes, comments, shares) =>
    `${views} views, ${likes} like, ${comments} komentar, ${shares} share`,
  names: {
    title: 'Judul',
    link: 'Link',
    posted: 'Diposting',
    trying: 'Dicoba',
    duration: 'Durasi',
    watch_time: 'Waktu tonton',
    new_followers: 'Follower baru',
  },
  told: (name, value) => `${name}: ${value}`,
  seconds: (value) => `${value} detik`,
  nothing: 'Belum ada',
  everybody: 'Semua orang di server ini',
  onlyYou: 'Cuma kamu',
  notTaken: 'Nggak diubah',
  buttons: {
    numbers: 'Angka',
    about: 'Judul, link, tanggal',
    analytics: 'Analitik',
    makePrivate: 'Jadikan privat',
    makePublic: 'Jadikan publik',
    remove: 'Hapus',
  },
  wentPrivate: 'Skor ini sekarang privat.',
  wasRemoved: 'Skor ini dihapus oleh pengirimnya.',
};

/** The forms behind it. Titles and labels have at most 45 characters. */
export const editFormText: Language['editForm'] = {
  about: { title: 'Judul, link, tanggal' },
  analytics: { title: 'Analitik video' },
  labels: {
    title: 'Judul',
    link: 'Link',
    posted: 'Diposting',
    trying: 'Dicoba',
    duration: 'Durasi video',
    watch_time: 'Rata-rata waktu tonton',
    new_followers: 'Follower baru',
  },
  hints: {
    title: 'Sebutanmu untuk video ini. Kosongkan untuk menghapusnya',
    link: 'Di TikTok: Bagikan → Salin tautan',
    posted: 'Hari mulai tayang: 2026-11-01, 1 Nov, kemarin',
    trying: 'Nama perubahan yang lagi kamu coba di videomu',
    duration: 'Detik, atau menit dan detik: 34 atau 0:34',
    watch_time: 'Detik, seperti di analitik videonya',
    new_followers: 'Seperti di analitik videonya',
  },
};
