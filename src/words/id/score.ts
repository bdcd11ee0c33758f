import type { Language } from '../words.js';

/** What the score embed and its buttons say. */
export const scoreText: Language['score'] = {
  fields: {
    proxy: 'Skor Save',
    saves: 'Perkiraan save',
    rate: 'Save rate',
    why: 'Kenapa',
    next: 'Coba berikutnya',
  },
  buttons: {
    how: 'Caranya?',
    realSaves: 'Tambah save asli',
    changeSaves: 'Ubah save asli',
    newNumbers: 'Angka baru',
    edit: 'Edit',
    whichAccount: 'Akun mana?',
    remind: 'Ingatkan aku',
  },
  account: {
    ask: 'Video ini dari akunmu yang mana? Perkiraannya jadi belajar dari angka asli yang kamu kirim untuk akun itu, dan sebaliknya.',
    none: 'Aku sudah nggak kenal satu pun akunmu. Nilai videonya pakai link, nanti aku kenal lagi.',
    choose: 'Pilih akunnya',
    kept: (handle) => `Dicatat: ini dari @${handle}. Skornya dihitung ulang.`,
  },
  turn: {
    'with it': ' · berikutnya: pakai',
    'without it': ' · berikutnya: tanpa',
  },
  untitled: { video: 'Videomu', photo: 'Postingan fotomu' },
  readAs: (views, likes, comments, shares, posted) =>
    `${views} views, ${likes} like, ${comments} komentar, ${shares} share${posted === null ? '' : `, ${posted}`}`,
  invitation: 'Layak masuk leaderboard: `/leaderboard join`',
  shortLink: 'Link pendek menyembunyikan akun dan hari.',
  categoryFromLast: (category) => `Seperti video terakhirmu: ${category}.`,
  category: {
    educational: 'edukatif',
    entertaining: 'menghibur',
    inspirational: 'inspiratif',
    aesthetic: 'estetik',
    valuable: 'info berguna',
  },
  kinds: {
    educational: 'edukatif',
    entertaining: 'menghibur',
    inspirational: 'inspiratif',
    aesthetic: 'estetik',
    valuable: 'berguna',
  },
  categoryMenu: 'Video ini buat apa?',
  secondReading: (since, views) => `Lagi: ${views} views sejak ${since}.`,
  verdict: {
    estimated: (saves, _n, low, high) =>
      low === high ? `**Sekitar ${saves} save**` : `**Sekitar ${saves} save** (${low}–${high})`,
    counted: (saves) => `**${saves} save, asli**`,
    scored: (saves, grade, than, lesson) =>
      `${saves}: ${grade === null ? '' : `${grade}, `}*${than}*${lesson === null ? '' : `. ${lesson}`}`,
    above: (percent, others) => `di atas ${percent}% ${others}`,
    below: (percent, others) => `di bawah ${percent}% ${others}`,
    others: 'video seukuran',
    othersOfItsKind: 'video sejenis & seukuran',
    tooEarly: (saves) => `${saves} sejauh ini: terlalu dini untuk dinilai`,
    tooSmall: (saves, views) => `${saves}: views terlalu sedikit untuk dinilai, butuh ${views}`,
    noViews: '**Belum ada yang menonton.** Balik lagi kalau sudah ada views.',
  },
  grades: { low: 'rendah', usual: 'biasa', good: 'bagus', great: 'hebat' },
  value: (value) => `${value} / 100`,
  valueInRange: (value, low, high) => `${value} / 100 (heuristik), ${low}–${high} / 100`,
  tooEarly: (back) => (back === null ? 'terlalu dini' : `terlalu dini: balik lagi ${back}`),
  tooSmall: (back) => (back === null ? 'terlalu kecil' : `terlalu kecil: balik lagi ${back}`),
  estimated: (saves, low, high) => `**${saves}** (rentang 80%: ${low}–${high})`,
  estimatedFew: (saves) => `sekitar **${saves}**: penontonnya terlalu sedikit`,
  noSaves: '0 sejauh ini',
  guessed: (saves, low, high) => `**${saves}** (tebakan: ${low}–${high})`,
  told: (truth, saves, low, high, isMeasured) =>
    `**${truth}**, tebakan ${saves}${low === high ? '' : ` (${isMeasured ? '80%: ' : ''}${low}–${high})`}`,
  rateEstimated: (rate, low, high) => `${rate}% dari views (${low}–${high}%)`,
  rateTold: (rate) => `${rate}% dari views, menurut angka aslimu`,
  rateTiny: 'kurang dari 0,01% dari views',
  noRate: 'belum ada views',
  rateSmall: 'views terlalu sedikit',
  whyNoViews: 'Belum ada yang bisa dibandingkan.',
  whySmall: (views) => `${views} views terlalu sedikit untuk dinilai.`,
  whyFew: 'Angka begini hampir nggak bawa save.',
  whyEven: 'Nggak ada yang menonjol untuk ukurannya.',
  whyFirst: (signal, size, percent) => `${signal}: ${size} (${percent})`,
  whyPart: (signal, percent) => `${signal} ${percent}`,
  whyCount: (percent, than) =>
    than === 'same'
      ? 'aslinya sama'
      : `aslinya ${percent} ${than === 'more' ? 'di atas' : 'di bawah'}`,
  whyCountAlone: (percent, than) =>
    than === 'same'
      ? 'Aslinya sama dengan tebakanku'
      : `Aslinya ${percent} ${than === 'more' ? 'di atas' : 'di bawah'} tebakanku`,
  lessons: {
    low: 'Tebakanku rendah.',
    high: 'Tebakanku tinggi.',
    close: 'Tebakanku hampir pas.',
    'which account': 'Akun mana?',
  },
  sizes: {
    'many times': 'berkali lipat',
    'three times': 'sekitar tiga kali lipat',
    twice: 'sekitar dua kali lipat',
    'much more': 'jauh lebih banyak',
    more: 'agak lebih banyak',
    less: 'agak lebih sedikit',
    'much less': 'jauh lebih sedikit',
    half: 'sekitar setengahnya',
    'far less': 'sangat jauh di bawah',
  },
  experiment: (name, videos, without) =>
    `“${name}”: ${videos} pakai, ${without} tanpa. Berikutnya: **tanpa**.`,
  footer: {
    photo: 'Foto: tebakan',
    model: (version) => `model ${version}`,
  },
  signals: {
    level: 'dasar',
    views: 'views',
    likes: 'like',
    comments: 'komentar',
    shares: 'share',
    'watch time': 'waktu tonton',
    'follower growth': 'follower',
    category: 'buat apa',
    'your community': 'save asli orang lain',
    'your own videos': 'save aslimu',
    limit: 'maks. views',
  },
};
