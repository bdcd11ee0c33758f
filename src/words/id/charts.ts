import type { Language } from '../words.js';

/** The words in the pictures, and what is said of each to whoever can't see it. */
export const chartText: Language['chart'] = {
  trend: {
    title: 'Save rate dan skor',
    sample: 'Data contoh karangan',
    subtitle: (days) => `${days}, menurut hari posting`,
    rate: 'Save, % dari views',
    score: 'Skor Save, dari 100',
    estimated: 'perkiraan, dengan rentang 80%',
    counted: 'angka asli darimu',
    alt: (o) =>
      `Di-save di paruh video yang lebih baru: ${o.newer} dari views, di paruh yang lebih lama ${o.older}, ${o.counted ? 'menurut angka aslimu' : 'semua diperkirakan dengan cara sama'}. Grafik garis ${o.videos} video, ${o.days}: save rate di atas, Skor Save di bawah. Perkiraan terendah ${o.low}%, tertinggi ${o.high}%. Tiap video punya batang rentang 80%.${o.told > 0 ? ` Angka asli: ${o.told}, di garis sendiri, dengan tanda wajik.` : ''}`,
    altShort: (o) =>
      `Grafik garis ${o.videos} video, ${o.days}: save rate di atas, Skor Save di bawah. Perkiraan terendah ${o.low}% dari views, tertinggi ${o.high}%.`,
  },
  digest: {
    title: 'Save rate umum, minggu demi minggu',
    subtitle: 'Garis di dalam batang: rentang 80%',
    counted: 'Semua angka asli',
    label: 'save, % dari views',
    bar: (day) => `s.d. ${day}`,
    alt: (finding, bars) =>
      `${finding} Batang: save rate umum tiap minggu, dalam % dari views. ${bars.join('; ')}.`,
    up: (now, before) => `Naik ke ${now}% minggu ini, dari ${before}% sebelumnya.`,
    down: (now, before) => `Turun ke ${now}% minggu ini, dari ${before}% sebelumnya.`,
    even: (now, before) =>
      `${now}% minggu ini, ${before}% sebelumnya: terlalu dekat untuk dibedakan.`,
    first: (now) => `${now}% dari views jadi save, di minggu pertama yang ada.`,
    missing: 'Belum ada untuk minggu ini.',
    altCounted: (day, rate) => `Minggu s.d. ${day}: ${rate}, semua angka asli`,
    altBar: (day, rate, low, high) =>
      `Minggu s.d. ${day}: ${rate} (rentang 80%: ${low} sampai ${high})`,
  },
};
