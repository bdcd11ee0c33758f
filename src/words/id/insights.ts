import type { Language } from '../words.js';
import { say } from './say.js';

/** What `/insights` says. Numbers come formatted, what a member wrote comes escaped. */
export const insightsText: Language['insights'] = {
  onlyYou: 'Cuma kamu yang melihat ini; catatan privatmu ikut dihitung.',
  needs: {
    title: 'Belum cukup untuk dinilai',
    add: 'Tambah satu',
    addHow: (example) =>
      `Ketik angka video persis seperti di TikTok, dengan angka di sebelah bookmark sebagai \`saves\`:\n\`\`\`\n${example}\n\`\`\``,
    waiting: (count) =>
      `${count} video lagi terlalu kecil, atau terlalu dini waktu kamu mengetiknya: ketik lagi angkanya kalau sudah tumbuh.`,
    unknownAccount: (count) =>
      `${count} video dilewati: aku nggak tahu itu dari akunmu yang mana. Nilai lagi dengan link-nya.`,
    otherAccounts: (count) =>
      `${count} video dari akun TikTok selain yang terakhir kamu catat, jadi dilewati.`,
    days: 'Kosongkan `days` untuk melihat lebih jauh ke belakang.',
  },

  signals: {
    title: 'Yang bergerak bareng save-mu',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots posted:2026-11-02 duration:34 watch_time:12',
    tooLittle: (judged, needed) =>
      say(
        'Aku butuh **{needed}** video dengan minimal 1.000 views yang sudah berumur sehari, paling bagus dengan angka save asli darimu. {judged, plural, =0 {Belum ada satu pun} other {Aku punya {judged}}}: **{more} lagi** dan aku bisa mulai.',
        { needed, judged, more: needed - judged },
      ),
    told: (videos) => `Dari **${videos} video dengan angka save asli darimu**.`,
    estimated: (videos, told, needed) =>
      say(
        'Sejauh ini {told, plural, =0 {belum ada video} other {ada {told} video}} dengan angka save asli darimu, dan butuh {needed}. Jadi ini dari **save perkiraan** {videos} video, yang jauh lebih lemah{told, plural, =0 {} other {; yang punya angka asli juga diperkirakan di sini, supaya semuanya sama}}. Tekan **Tambah save asli** di bawah skormu: {more} lagi dan aku membandingkan dengan yang sebenarnya.',
        { told, needed, videos, more: needed - told },
      ),
    fields: {
      more: 'Lebih dari kebetulan',
      chance: 'Belum bisa dibedakan dari kebetulan',
      fewer: 'Belum bisa dibandingkan',
      experiments: 'Yang lagi kamu coba',
    },
    names: {
      likes: 'like untuk views-nya',
      comments: 'komentar untuk views-nya',
      shares: 'share untuk views-nya',
      watched: 'bagian durasi yang ditonton',
      followers: 'follower baru untuk views-nya',
      duration: 'durasi',
      weekend: 'diposting akhir pekan',
    },
    direction: (rho) =>
      rho > 0 ? 'makin banyak, makin banyak save' : 'makin banyak, makin sedikit save',
    correlation: (name, direction, rho, low, high, n) =>
      `• **${name}**${direction === null ? '' : `: ${direction}`} · ${rho} (${low} sampai ${high}), ${n} video`,
    weekend: (name, times, range, weekends, weekdays) =>
      `• **${name}** · ${times} kali save rate hari kerja${range}, ${weekends} dan ${weekdays} video`,
    constant: (name, n) => `• **${name}**: sama di semua ${n} video`,
    tooFew: (name, n, needed, how) =>
      `• **${name}**: diketahui untuk ${n} dari ${needed} video${how}`,
    tooFewDays: (name, weekends, weekdays, needed) =>
      `• **${name}**: ${weekends} di akhir pekan, ${weekdays} di hari kerja; butuh masing-masing ${needed} (\`posted\` atau \`link\`)`,
    how: {
      watched: ' (`watch_time` dan `duration`)',
      followers: ' (`new_followers`)',
      duration: ' (`duration`)',
    },
    nothing: '**Belum ada yang menonjol.** Itu biasa: beberapa video nggak membuktikan banyak.',
    found: (names) => `**${names}**: ini yang bergerak bareng save-mu.`,
  },

  experiments: {
    name: (name) => `**“${name}”**`,
    waiting: (during, without, needed) =>
      `${during} pakai, ${without} tanpa. Aku membandingkan mulai dari masing-masing ${needed}: ${missing(needed - during, needed - without)}.`,
    found: (times, design) =>
      `${times} kali save rate ${design === 'turns' ? 'yang tanpa' : 'sebelumnya'}.`,
    possible: (low, high) => `Yang mungkin antara ${low} dan ${high} kali`,
    anything: 'Semuanya mungkin',
    behind: (during, without, design, basis) =>
      `(${during} pakai, ${without} ${design === 'turns' ? 'tanpa' : 'sebelumnya'}, ${basis === 'counted' ? 'semua angka asli darimu' : 'semua diperkirakan dari like, komentar dan share'}).`,
    more: (each) => `Lebih dari kebetulan, dengan masing-masing ${each}.`,
    chance: (each, next) =>
      `Nggak lebih dari kebetulan, dengan masing-masing ${each}.${next === null ? '' : ` Aku lihat lagi di ${next}.`}`,
    notYet: (needed) => `Aku menyimpulkan di masing-masing ${needed}.`,
    beforeAfter:
      'Itu cuma gambarannya. Sebelum dan sesudah nggak membuktikan apa-apa: apa pun yang ikut berubah juga berpengaruh.',
    countMore: (missing) =>
      `Perkiraan nggak membuktikan apa-apa soal save. Kirim ${missing} angka asli lagi dari video-video ini, dan kubandingkan angka aslinya.`,
    needed: (videos, factor) =>
      `Masing-masing ${videos}, selang-seling dan dengan angka asli, akan menunjukkan faktor ${factor} di 8 dari 10 kasus.`,
    wouldHaveShown: (factor) =>
      `Faktor ${factor} mestinya sudah kelihatan sekarang di 8 dari 10 kasus.`,
    hopeless: (most, factor) =>
      `Videomu beda-beda sekali, jadi butuh masing-masing lebih dari ${most} untuk menunjukkan faktor ${factor}.`,
    next: {
      'with it': 'Berikutnya: satu **pakai** itu.',
      'without it': 'Berikutnya: satu **tanpa** itu.',
    },
  },

  categories: {
    title: 'Perbandingan kategorimu',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots category:educational',
    told: (videos) =>
      `Save dalam % dari views, dari **${videos} video dengan angka save asli darimu**.`,
    estimated: (videos, missing) =>
      `Save dalam % dari views, **semua ${videos} diperkirakan dengan cara sama** dari like, komentar dan share. Perkiraan itu nggak tahu kategorinya, jadi ini cuma gambaran dan nggak membuktikan apa-apa. ${missing} angka asli lagi di dua kategori, dan kubandingkan angka aslinya: tekan **Tambah save asli** di bawah skormu.`,
    none: 'Dari videomu yang bisa dinilai, belum ada yang punya kategori.',
    needed: (needed) =>
      `Satu kategori butuh **${needed}** video dengan minimal 1.000 views yang sudah berumur sehari.`,
    fields: {
      more: 'Lebih dari kebetulan',
      chance: 'Belum bisa dibedakan dari kebetulan',
      described: 'Menurut perkiraan',
      unconcluded: 'Terlalu sedikit untuk disimpulkan',
      fewer: 'Terlalu sedikit untuk dinilai',
    },
    compared: (name, median, range, n, times) =>
      `• **${name}**: ${median}%${range}, ${n} video · ${times}`,
    times: (times, range) => `${times} kali videomu yang lain${range}`,
    until: (more, others) =>
      `; terlalu sedikit untuk disimpulkan: ${[...(more > 0 ? [`${more} lagi`] : []), ...(others > 0 ? [`${others} lagi dari yang lain`] : [])].join(' dan ')}`,
    alone: 'nggak ada pembandingnya',
    tooFew: (name, median, n, needed) => `• **${name}**: ${median}%, ${n} dari ${needed} video`,
    without: (count) => `${count} video lagi nggak punya \`category\`.`,
    nothing:
      '**Nggak ada kategori yang menonjol.** Itu biasa: beberapa video nggak membuktikan banyak.',
    highest: (name, median, range, basis) =>
      `**Sejauh ini tertinggi: ${name}**, ${median}%${range}${basis === 'counted' ? '. Terlalu sedikit untuk disimpulkan.' : ', menurut perkiraan.'}`,
    found: (names) => `**${names}** menonjol.`,
  },

  looks: (sizes) => `${sizes.slice(0, -1).join(', ')} dan ${sizes.at(-1)}`,

  range: (low, high) => ` (${low}–${high})`,
  noRange: '',

  accuracy: {
    title: 'Sebagus apa perkiraanku',
    none: 'Kamu belum mengirim save asli, jadi aku nggak bisa tahu seberapa jauh aku meleset. Baca angka di sebelah bookmark satu video dan tekan **Tambah save asli** di bawah skornya, atau kirim sekalian:',
    noneTitle: 'Belum ada pembandingnya',
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100',
    intro: (videos, most, truths) =>
      say(
        'Dari {videos} video yang save aslinya kamu kirim{of, select, all {} other {, dari {most} angka asli terakhirmu}}, dari semua akunmu. Masing-masing dihitung sekali, dengan angka asli pertamanya di sebelah perkiraan yang waktu itu tampil.',
        { videos, most, of: truths >= most ? 'last' : 'all' },
      ),
    latest: 'Angka asli terbaru',
    line: (name, truth, saves, low, high, mark) =>
      `${mark} ${name}: **${truth}** asli, ${saves} perkiraan (${low}–${high})`,
    inside: '✓',
    outside: '✗',
    allSmall: (from) =>
      `Semua perkiraan di bawah ${from} save: di situ bilangan bulatnya saja yang menentukan.`,
    views: (views) => `${views} views`,
    fields: {
      trend: 'Dulu dan sekarang',
    },
    share: (hits, videos, percent, low, high) =>
      `**${hits} dari ${videos}** di dalam rentang 80%: ${percent} (${low} sampai ${high}).`,
    holds: {
      'as promised': 'Itu cocok dengan 8 dari 10 yang dijanjikan.',
      less: 'Itu kurang dari 8 dari 10 yang dijanjikan, dan lebih dari yang bisa dijelaskan kebetulan: untuk videomu rentangnya terlalu sempit.',
      more: 'Itu lebih dari 8 dari 10 yang dijanjikan: untuk videomu rentangnya lebih lebar dari perlu.',
    },
    tooFew: (more) => `${more} lagi dan aku bisa bilang apa itu cocok dengan janji 8 dari 10.`,
    off: (factor, range) =>
      `Setengah dari perkiraan ada dalam faktor **${factor}**${range} dari yang sebenarnya.`,
    lean: {
      low: (factor, range) => `Secara umum terlalu rendah, dengan faktor ${factor}${range}.`,
      high: (factor, range) => `Secara umum terlalu tinggi, dengan faktor ${factor}${range}.`,
      none: 'Belum bisa dibilang apa cenderung terlalu rendah atau terlalu tinggi.',
    },
    trend: (first, last) =>
      `Setengahnya ada dalam faktor ${first} di paruh pertama videomu, dan **${last}** di paruh terakhir. Itu cuma gambarannya; bukan bukti ada perubahan.`,
    noTrend: (more) =>
      `${more} video lagi dengan save asli, dan aku bisa membandingkan paruh pertama dengan yang terakhir.`,
  },
};

function missing(during: number, without: number): string {
  const parts = [
    ...(during > 0 ? [`${during} lagi yang pakai`] : []),
    ...(without > 0 ? [`${without} lagi yang tanpa`] : []),
  ];
  return `${parts.join(' dan ')}, baru aku bisa`;
}
