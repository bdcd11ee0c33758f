import type { Language } from '../words.js';
import { say } from './say.js';

type Why = Parameters<Language['imports']['why']>[0];

/** What each table is called: as TikTok names its file. */
const tables: Language['imports']['tables'] = {
  content: 'Content: videomu',
  overview: 'Overview: views akunmu',
  viewers: 'Viewers',
  followers: 'FollowerHistory: follower-mu',
  activity: 'FollowerActivity: kapan mereka online',
  gender: 'FollowerGender',
  territories: 'FollowerTopTerritories',
  own: 'tabel buatanmu sendiri',
};

const limits: Readonly<Record<Extract<Why, { why: 'too much' }>['limit'], string>> = {
  bytes: 'isinya lebih dari yang kubongkar: nggak ada ekspor TikTok sebesar itu',
  entries: 'filenya lebih banyak dari yang kubuka',
  rows: 'barisnya lebih dari 10.000',
  columns: 'kolomnya lebih dari 64',
  rowLength: 'ada sel atau baris yang lebih panjang dari judul apa pun',
};

/** Reasons that need no value. */
const plainly = {
  'not available yet': 'TikTok belum menghitungnya',
  'posted after the export': 'diposting setelah hari ekspornya',
  'no hour': 'jamnya bukan 0 sampai 23',
  'unknown header':
    'aku nggak kenal baris pertamanya. Yang kukenal tujuh file TikTok Studio, dan tabel dengan views, likes, comments dan shares',
  empty: 'nggak ada isinya',
  'not a table': 'ini bukan tabel: aku membaca CSV, XLSX, dan arsip ZIP dari keduanya',
  'open quote': 'ada tanda kutip yang dibuka dan nggak ditutup',
  damaged: 'rusak atau terkunci, jadi nggak bisa kubuka',
  'archive inside': 'ada arsip di dalam arsip: keluarkan dan kirim terpisah',
  'nothing inside': 'arsipnya kosong',
  macros: 'isinya ada makro: simpan sebagai CSV, atau XLSX tanpa makro',
  'no account': 'nggak tertulis angka ini punya siapa: kirim lagi dengan `account:`',
  'too large': 'lebih besar dari 10 MB',
  gone: 'Discord nggak menyerahkannya ke aku: kirim lagi',
} as const;

/** What `/import` says. */
export const importText: Language['imports'] = {
  title: 'Isi file ini',
  storedTitle: 'Tersimpan',
  nothingTitle: 'Nggak ada yang baru',
  unreadTitle: 'Nggak ada yang bisa disimpan',
  tables,

  videos: (o) => `**${o.videos}**${o.accounts}: ${o.known} sudah ada, ${o.fresh} baru.`,
  videoCount: (count) => `${count} video`,
  ofAccounts: (handles) =>
    handles.length === 0 ? '' : ` dari ${handles.map((handle) => `@${handle}`).join(', ')}`,
  readings: (count) => `${count} catatan untuk disimpan.`,
  raised: (count) => `${count} catatan dari impor sebelumnya dapat angka yang lebih besar.`,
  truths: (count) => `Termasuk ${count} angka save asli.`,
  days: (days, handle, from, to, fresh) =>
    `**${days} hari** dari @${handle}, ${from} sampai ${to}: ${fresh} baru.`,
  goesOn: (to) => ` Filenya sampai ${to}: hari-hari itu belum dihitung.`,
  hours: (days) =>
    `Kapan follower-mu online: ${days} hari. TikTok cuma menyimpan tujuh terakhir, jadi kirim tiap minggu.`,
  accounts: (count) => `${count} akun.`,
  notStored: (until) => `**Belum ada yang disimpan.** \`Simpan\` berlaku sampai ${until}.`,
  nothingNew:
    'Semua di file ini sudah kutahu. Nggak ada yang disimpan, dan nggak ada yang perlu dilakukan.',
  nothingFound: 'Aku nggak menemukan apa pun di file ini yang bisa kusimpan.',
  store: 'Simpan',
  cancel: 'Batal',
  cancelled: 'Nggak ada yang disimpan, dan yang tadi kubaca sudah hilang.',

  assumed: 'Yang kuanggap benar',
  leftOut: 'Dilewati',
  moreLeft: (count) => `… dan ${count} lagi, di file di bawah.`,
  leftFile: 'Yang dilewati, dengan file, baris dan alasannya',
  moreAssumed: (count) => `… dan ${count} lagi, di file di bawah.`,
  assumedFile: 'Yang kuanggap benar, baris demi baris',
  left: (file, line, why) =>
    line === null ? `\`${file}\`: ${why}.` : `\`${file}\`, baris ${line}: ${why}.`,

  assume: {
    years: (videos) => `Tahun dari ${videos}: dari id di link-nya, karena TikTok nggak menulisnya.`,
    exportDay: (days) =>
      `Diekspor ${days}: TikTok menulis harinya tanpa tahun, dan kuambil yang terbaru.`,
    days: (files, to) =>
      `Tanpa tahun: ${files}. Kuambil yang terbaru yang cocok, jadi hari terakhirnya ${to}.`,
    today: (files) => `Nggak tertulis kapan dibaca: ${files}. Kuanggap hari ini.`,
    accountByName: (files, handle) => `Dari @${handle}, menurut nama file: ${files}.`,
    onlyAccount: (files, handle) => `Dari @${handle}, satu-satunya akunmu yang kutahu: ${files}.`,
    translated: (files) =>
      `Dengan baris pertama yang diterjemahkan: ${files}. Aku belum pernah lihat yang asli: periksa baik-baik.`,
    storedResults: (files) => `Dengan rumus: ${files}. Kuambil hasil yang tersimpan bersamanya.`,
    notKept: (files) => `Dibaca, tapi nggak ada yang kusimpan: ${files}.`,
    notAvailable: (files, days) =>
      `${days} hari belum dihitung, atau sebelum akunnya ada: ${files}. Dibiarkan kosong, bukan nol.`,
    lastHours: (files, day) => `Nol di akhir ${day} itu jam yang belum datang: ${files}.`,
  },

  why: (why, shown) => {
    switch (why.why) {
      case 'no day':
        return `“${shown(why.cell)}” bukan hari yang bisa kubaca`;
      case 'not a count':
        return `“${shown(why.cell)}” bukan angka yang bisa kubaca`;
      case 'negative':
        return `“${shown(why.cell)}” di bawah nol`;
      case 'no link':
        return why.cell.trim() === ''
          ? 'nggak ada link ke videonya'
          : `“${shown(why.cell)}” bukan link ke video`;
      case 'more than views':
        return `“${shown(why.cell)}” lebih dari ${shown(why.views)} views`;
      case 'table':
        return shown(why.said);
      case 'columns':
        return `ada ${why.found} nilai, padahal baris pertama punya ${why.wanted}`;
      case 'too much':
        return limits[why.limit];
      default:
        return plainly[why.why];
    }
  },

  personalTitle: 'Itu arsip pribadimu',
  personal:
    'Ini “Unduh data Anda” dari TikTok. Isinya pesan pribadi, alamat dan nomor teleponmu, jadi nggak kubaca, dan nggak ada yang kusimpan.\n\n**Hapus pesan atau filenya di mana pun kamu mengirimnya.** Yang kubutuhkan ada di TikTok Studio di web: **Analitik → Unduh data**.',
  tooMuch:
    'File ini makan waktu atau memori lebih dari ekspor TikTok mana pun, jadi aku berhenti. Nggak ada yang disimpan. Kirim satu-satu, sebagai CSV.',
  notAnAccount: (typed) =>
    `“${typed}” bukan akun TikTok. Tulis username-nya, seperti \`mia\`, atau link profilnya. Nggak ada yang disimpan.`,

  stored: (o) =>
    `${[o.readings, o.days].filter((one) => one !== '').join(', ')} tersimpan. Cuma kamu yang melihat ini.`,
  storedReadings: (count) => `${count} catatan`,
  storedDays: (count) => `${count} hari`,
  see: 'Lihat `/history list`, `/history trend`, `/insights signals`; untuk hari `/history account`.',
  undoUntil: (time) => `Bisa kamu batalkan sampai ${time}.`,
  undo: 'Batalkan impor ini',

  teach: {
    title: (count) =>
      say(
        '{count, plural, =1 {Yang ini paling banyak mengajariku} =3 {Tiga ini paling banyak mengajariku} other {Dua ini paling banyak mengajariku}}',
        { count },
      ),
    intro: (others, gain) =>
      `Dengan save aslinya, rentang videomu yang lain (${others}) jadi sekitar **${gain} lebih sempit**. Angkanya di sebelah bookmark.`,
    video: (place, title, views) => `${place}. ${title} (${views} views)`,
    button: (place) => `Tambah save asli: ${place}`,
    told: (narrower, others) =>
      `Makasih. Rentang videomu yang lain (${others}) sekarang **${narrower} lebih sempit**.`,
    toldNothing: 'Makasih. Angkanya ada di sebelah perkiraan, dan aku belajar dari situ.',
    soFar: (told, _n, narrower) =>
      `${told} angka aslimu sudah bikin rentang videomu yang lain ${narrower} lebih sempit.`,
    done: 'Nggak ada lagi yang bikin rentangmu jauh lebih sempit. Sesekali kirim save dari video baru.',
  },
};

/** What `/history account` says. */
export const accountText: Language['account'] = {
  title: (handle) => `@${handle} per hari`,
  subtitle: (days) => `${days} · celah berarti hari yang nggak kutahu`,
  followers: 'follower',
  viewers: 'penonton',
  views: 'views',
  grown: (o) => `**${o.change} follower** dari ${o.from} sampai ${o.to}: jadi ${o.now}.`,
  viewersLine: (mean, days) => `Sekitar ${mean} penonton sehari (selama ${days} hari).`,
  viewsLine: (sum, days) => `${sum} views akunmu dalam ${days} hari.`,
  missing: (days) => `${days} hari di antaranya nggak diketahui.`,
  hoursTitle: 'Kapan follower-mu online',
  hours: (hours, days) =>
    `Paling banyak sekitar ${hours}, menurut jam akunmu (selama ${days} hari). Itu nggak menjanjikan apa-apa untuk postingan.`,
  hoursKeep: 'TikTok cuma menyimpan tujuh hari dari ini: impor tiap minggu, atau hilang.',
  others: (handles) => `Aku juga kenal ${handles}: pilih dengan \`account\`.`,
  onlyYou: 'Cuma kamu yang melihat ini.',
  noneTitle: 'Belum ada data harian akun',
  none: 'Di TikTok Studio di web pilih **Analitik → Unduh data**, untuk Ikhtisar, Penonton dan Pengikut. Lalu kirim filenya dengan `/import`.',
  noneInDays: (days, last) =>
    `Nggak ada dalam ${days}. Hari terakhir yang kutahu ${last}: minta \`days\` lebih banyak.`,
  noAccount: (typed, known) =>
    `Aku nggak punya data harian “${typed}”.${known === '' ? '' : ` Yang kupunya: ${known}.`}`,
  noPicture: 'Grafiknya lagi nggak bisa digambar; ini isinya.',
  alt: (o) =>
    `Grafik garis @${o.handle}, ${o.days}: follower di atas, penonton dan views akun di bawah, satu titik sehari; celah berarti hari yang nggak diketahui. ${o.facts}`,
};
