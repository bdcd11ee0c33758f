import type { Language } from '../words.js';
import { say } from './say.js';

const example =
  '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02';

const addHow = `Ketik angka video persis seperti di TikTok, dengan judul yang akan kamu kenali lagi:\n\`\`\`\n${example}\n\`\`\``;

/** What `/history` says. */
export const historyText: Language['history'] = {
  untitled: { video: 'Video tanpa judul', photo: 'Postingan foto tanpa judul' },

  reading: {
    counts: (views, likes, comments, shares) =>
      `${views} views · ${likes} like · ${comments} komentar · ${shares} share`,
    views: (views) => `${views} views`,
    estimated: (saves, low, high) => `sekitar ${saves} save (rentang 80%: ${low}–${high})`,
    estimatedFew: (saves) => `sekitar ${saves} save, perkiraan`,
    unseen: 'belum ada yang menonton',
    told: (saves) => `**${saves}** save, asli`,
    toldBeside: (saves, estimate, low, high) =>
      `**${saves}** save, asli; perkiraan ${estimate} (rentang 80%: ${low}–${high})`,
    score: (score, range) =>
      range === null ? `${score} / 100` : `${score} / 100 (${range[0]}–${range[1]})`,
    tooEarly: 'terlalu dini untuk dinilai',
    tooSmall: 'terlalu kecil untuk dinilai',
    private: 'privat',
    open: (url) => `[buka](${url})`,
    grown: (views, time) => `${views} views dalam ${time}`,
  },

  time: {
    days: (days) => `${days} hari`,
    hours: (hours) => `${hours} jam`,
    minutes: 'kurang dari sejam',
  },

  list: {
    own: 'Catatanmu',
    member: 'Catatan seorang anggota',
    ownNote: (total) =>
      `Semuanya ${total}, terbaru dulu. Cuma kamu yang melihat ini: catatan privat juga ada di sini, begitu juga dari server lain dan DM.`,
    memberNote: (member, total) =>
      `${total} dari <@${member}> di server ini, terbaru dulu. Yang privat nggak ditampilkan.`,
    days: (days) =>
      say('{days, plural, =1 {sehari terakhir} other {{days} hari terakhir}}', { days }),
    within: (what, days) => `${what} · ${days}`,
    newer: '◀ Lebih baru',
    older: 'Lebih lama ▶',
    undo: {
      removed: 'Batalkan: hapus catatan',
      corrected: 'Batalkan: pembetulan',
      merged: 'Batalkan: gabung entri',
      imported: 'Batalkan: impor',
    },
  },

  nothing: {
    title: 'Belum ada apa-apa di sini',
    own: 'Aku belum punya catatanmu. Cuma kamu yang melihat ini.',
    earlier: (days) =>
      `Nggak ada punyamu dalam ${days}. Sebelum itu ada: kosongkan \`days\` untuk melihatnya. Cuma kamu yang melihat ini.`,
    member: 'Di server ini nggak ada apa-apa dari anggota itu yang boleh ditampilkan.',
    first: 'Pertama',
    addHow,
  },

  video: {
    posted: (day) => `Diposting ${day}.`,
    total: (total, n) =>
      say('{n, plural, =1 {{total} catatan.} other {{total} catatan, terbaru dulu.}}', {
        n,
        total,
      }),
    readings: 'Catatan',
    sameAge: 'Dibanding videomu lain di umur yang sama',
    compared: (o) =>
      `Di hari ke-${o.day} views video ini **${o.factor} kali** angka yang biasa untuk videomu di hari ke-${o.day}: ${o.views}, biasanya ${o.usual} (${o.others} video, dari ${o.least} sampai ${o.most}). *(heuristik: di antara dua catatan, naiknya views kuisi sendiri)*`,
    tooFew: (others, needed) =>
      `Terlalu sedikit: aku bisa membandingkan ${others} videomu lain di umur video ini, dan butuh **${needed}**. Nilai lagi tiap video setelah beberapa hari, biar ikut dihitung.`,
    noAge:
      'Aku nggak tahu umurnya: kasih link atau `posted` di `/score`, dan nilai lagi kalau sudah berumur minimal sehari.',
    change: 'Betulkan atau hapus catatan …',
    changeOption: (date, views) => `${date} · ${views} views`,
    merge: 'Sama dengan entri lain …',
  },

  panel: {
    title: 'Satu catatan',
    intro:
      'Mau diapakan? Tiap perubahan bisa dibatalkan selama 24 jam. Pesan yang sudah menampilkannya tetap dengan angka lamanya.',
    correct: 'Betulkan',
    remove: 'Hapus',
  },

  merge: {
    title: 'Entri mana yang videonya sama?',
    intro: (title) =>
      `**${title}** dan entri yang kamu pilih jadi satu, dengan catatan keduanya. Bisa dibatalkan selama 24 jam. Yang paling mungkin ada di atas.`,
    choose: 'Pilih entri lainnya',
    none: 'Nggak ada entri lain yang mungkin video yang sama.',
    option: (title, number) => `${title} (${number})`,
    optionHint: (posted, told) =>
      posted === null ? `pertama dikirim ${told}` : `diposting ${posted}, pertama dikirim ${told}`,
  },

  changed: {
    titles: {
      removed: 'Terhapus',
      corrected: 'Sudah dibetulkan',
      merged: 'Sekarang satu entri',
      imported: 'Tersimpan',
    },
    removed: (title, isLeft) =>
      `Satu catatan **${title}** hilang, dengan perkiraannya dan yang dipelajari darinya.${isLeft ? '' : ' Itu yang terakhir, jadi videonya ikut hilang.'}`,
    corrected: (title) =>
      `Satu catatan **${title}** sekarang angkanya lain, dan diperkirakan ulang dengan yang kutahu waktu catatan itu dibuat.`,
    merged: (title) =>
      `Kedua entri sekarang jadi **${title}**. Link atau judul mana pun yang kamu pakai di \`/score\`, masuknya ke sini.`,
    imported: () => 'Isi filenya sudah disimpan.',
    undoUntil: (time) => `Bisa kamu batalkan sampai ${time}.`,
    now: 'Sekarang',
    unchanged: 'Angkanya memang sudah begitu. Nggak ada yang diubah.',
    undo: 'Batalkan',
    show: 'Lihat videonya',
    undone: {
      removed: (title) => `Catatan **${title}** sudah kembali.`,
      corrected: (title) => `Catatan **${title}** kembali ke angka sebelumnya.`,
      merged: (title) => `**${title}** dan entri satunya jadi dua lagi.`,
      imported: () =>
        'Semua yang masuk lewat impor ini hilang lagi, dan yang diubahnya kembali seperti semula.',
    },
    undoneTitle: 'Dibatalkan',
  },

  trend: {
    title: 'Save rate-mu dari waktu ke waktu',
    description: (days) =>
      `Ditampilkan: video yang angkanya kamu kirim dalam ${days}, masing-masing di hari postingnya. Cuma kamu yang melihat ini.`,
    newest: (title, rate) => `Terbaru: **${title}**, ${rate}.`,
    rateTold: (rate) => `${rate}% dari views, menurut angka aslimu`,
    rateEstimated: (rate, low, high) =>
      `sekitar ${rate}% dari views (rentang 80%: ${low}–${high}%)`,
    rateBoth: (counted, estimated) => `${counted}; diperkirakan seperti yang lain, ${estimated}`,
    rate: (rate) => `${rate}%`,
    rateRanged: (rate, low, high) => `${rate}% (${low}–${high}%)`,
    usual: (rate, videos, basis) =>
      basis === 'counted'
        ? `Biasanya, dari ${videos} video dengan angka aslimu: ${rate}.`
        : `Biasanya, dari semua ${videos}, diperkirakan dengan cara sama: ${rate}.`,
    halves: (older, newer, isEstimated) =>
      `**Di-save di paruh lebih baru: ${newer}.** Di paruh lebih lama: ${older}. Itu cuma gambarannya; bukan bukti ada perubahan.${isEstimated ? ' Dalam kurung: rentang 80%.' : ''}`,
    best: (title, rate, isEstimated) =>
      `Tertinggi: **${title}**, ${rate} dari views.${isEstimated ? ' Itu menurut perkiraan; angka aslimu ada di grafik.' : ''}`,
    scores: (low, high, usual) =>
      `Skor Save dari ${low} sampai ${high}, biasanya ${usual} *(heuristik; masing-masing dengan rentangnya di grafik)*.`,
    waiting: (count) => `${count} lagi terlalu dini atau terlalu kecil untuk dinilai.`,
    ofOthers: (count) => `${count} lagi dari akun TikTok selain yang terakhir kamu catat.`,
    ofUnknown: (count) =>
      `${count} lagi dilewati: aku nggak tahu itu dari akunmu yang mana. Nilai lagi dengan link-nya.`,
    photos: (count) => `${count} postingan foto dilewati: perkiraannya cuma disusun dari video.`,
    isCut: (shown) =>
      `Ada lebih banyak: cuma ${shown} terbaru yang tampil, supaya grafiknya terbaca.`,
    noPicture: 'Grafiknya lagi nggak bisa digambar; ini isinya.',
    tooLittleTitle: 'Masih terlalu sedikit untuk grafik',
    tooLittle: (known, needed, days) =>
      say(
        'Satu garis butuh **{needed}** video dengan minimal 1.000 views yang sudah berumur sehari. Dalam {days} {known, plural, =0 {belum ada} other {baru ada {known}}}: **{more} lagi** dan grafiknya muncul. Cuma kamu yang melihat ini.',
        { needed, days, known, more: needed - known },
      ),
  },
};
