import type { Language } from '../words.js';

/** What each table that holds something of creators is for people. */
export const tableText: Language['table'] = {
  Creator: {
    counted: (count) => `${count} entri buatmu`,
    holds: 'id Discord-mu, dan sejak kapan disimpan',
  },
  Video: {
    counted: (count) => `${count} video`,
    holds:
      'tiap video: link, id dan username TikTok, judul, tanggal posting, kategori, durasi, dan apakah ada yang dikirim secara privat',
  },
  Reading: {
    counted: (count) => `${count} catatan`,
    holds:
      'angka satu video seperti yang kamu ketik pada satu waktu. Di sebelah tiap angka ada langkah pembulatannya (541.2K: langkah 100), dan di guildId ada id Discord servernya; kosong berarti DM, atau server yang sudah dilupakan. Di tip ada tips yang tampil bersamanya',
  },
  Estimate: {
    counted: (count) => `${count} perkiraan`,
    holds:
      'perkiraan untuk tiap catatan: save, rentang 80%, skor, dan tersusun dari apa (logaritma natural)',
  },
  TrueSave: {
    counted: (count) => `${count} angka asli`,
    holds:
      'save yang kamu baca dari layar, dan seberapa jauh perkiraannya meleset (logaritma natural). Semua yang dipelajari soal kamu dihitung ulang dari sini setiap kali',
  },
  Draft: {
    counted: (count) => `${count} draf`,
    holds: 'angka yang kurang masuk akal dan menunggu “Tetap simpan” darimu, selama 15 menit',
  },
  Consent: {
    counted: (count) => `${count} persetujuan`,
    holds:
      'server tempat kamu setuju ditampilkan, sejak kapan, dan kapan Discord terakhir bilang kamu anggotanya',
  },
  SaidOnce: {
    counted: (count) => `${count} sapaan atau undangan`,
    holds: 'server tempat aku menyapamu, atau mengundangmu ke leaderboard, dan kapan',
  },
  VideoAlias: {
    counted: (count) => `${count} entri gabungan`,
    holds: 'sebutan sebuah video sebelum entrinya kamu gabungkan',
  },
  Undo: {
    counted: (count) => `${count} perubahan di riwayatmu`,
    holds:
      'yang kamu betulkan, hapus atau gabungkan, seperti sebelumnya, selama masih bisa dibatalkan; untuk yang kamu batalkan, bahwa kamu melakukannya',
  },
  Import: {
    counted: (count) => `${count} impor`,
    holds: 'kapan kamu menyimpan file, dan catatan serta hari mana yang ikut masuk (importId)',
  },
  AccountDay: {
    counted: (count) => `${count} hari akun`,
    holds:
      'views, penonton dan follower akun TikTok-mu per hari, dari file yang kamu kirim. Angka kosong berarti nggak diketahui; asOf adalah hari terakhir di filenya',
  },
  AccountHour: {
    counted: (count) => `${count} jam akun`,
    holds: 'berapa follower-mu yang ada di tiap jam, dari file yang kamu kirim',
  },
  BoardEntry: {
    counted: (count) => `${count} hasil leaderboard`,
    holds: 'hasilmu di satu leaderboard dari satu server dan minggu, dalam poin skor',
  },
  DigestShown: {
    counted: (count) => `${count} rangkuman yang menyebutmu`,
    holds:
      'server dan minggu yang rangkumannya menyebut nama kamu atau videomu, dan apa isinya: videonya, dan seberapa banyak kamu naik',
  },
  Mailbox: {
    counted: (count) => `${count} pengaturan pesan`,
    holds:
      'cara aku boleh mengirimimu pesan: percakapan kita di Discord, zona waktu, jam dan bahasamu, kapan kabar mingguan datang, dan, kalau kamu nggak menerima pesan dariku, sejak kapan',
  },
  Reminder: {
    counted: (count) => `${count} pengingat`,
    holds:
      'tiap pengingat yang kamu minta: videonya, umurnya dalam jam, kapan waktunya, dan dengan pesan mana dikirim',
  },
  Letter: {
    counted: (count) => `${count} pesan buatmu`,
    holds:
      'tiap pesan yang kukirim duluan ke kamu, atau kucoba kirim, dalam dua minggu terakhir: harinya, apa terkirim, dan kalau nggak, kenapa. Isinya disimpan sampai terkirim',
  },
  BoardVideo: {
    counted: (count) => `${count} video minggu itu`,
    holds: 'videomu yang termasuk paling banyak di-save untuk ukurannya di satu server dan minggu',
  },
};

/** What `/data` says. */
export const dataText: Language['data'] = {
  exported: 'Semua yang kusimpan soal kamu',
  exportedWhat: (held) =>
    `Dari semua server: ${held}.\nCuma kamu yang bisa melihat ini. Buka **README.txt** dulu: di situ dijelaskan isi tiap file. Filenya ada di sini sampai kamu menutup pesan ini atau memulai ulang Discord, jadi simpan sekarang.`,
  archive: 'Semua yang disimpan soal kamu, sebagai JSON dan CSV dalam arsip ZIP',
  nothing:
    'Nggak ada yang kusimpan soal kamu: nggak ada video, nggak ada angka, bahkan id-mu nggak ada. Itu berubah sejak `/score` pertamamu.',
  tooLarge: (megabytes) =>
    `Semua soal kamu ${megabytes} MB walau sudah dipadatkan, dan Discord cuma membolehkanku kirim 10 MB. Minta pengelola bot menjalankan \`npm run export\` dengan id Discord-mu: hasilnya file yang sama tanpa batas itu.`,
  askTitle: 'Hapus semua yang disimpan soal kamu?',
  ask: (held) =>
    `Di semua server sekaligus: ${held}. Ikut hilang juga yang kupelajari darinya, tempatmu di leaderboard, dan yang ditampilkan soal kamu di rangkuman yang kusimpan. Total mingguan server, dari tiga kreator atau lebih, tetap ada; nggak ada nama di situ.\n\n**Aku nggak bisa mengembalikannya, kamu juga nggak.** Kalau mau punya sendiri, pakai \`/data export\` dulu.\n\nPesanku di channel tetap ada di Discord, dengan angka di dalamnya; itu milik channel-nya, dan kamu atau moderator bisa menghapusnya. Salinan yang disimpan pengelola bot untuk keadaan darurat masih berisi datamu sampai diganti, dan jejaknya bisa tertinggal di file mentah beberapa basis data sampai ditulis ulang; itu juga urusan pengelolanya.\n\nTombol ini berlaku 15 menit.`,
  deleteButton: 'Hapus semuanya',
  deletedTitle: 'Terhapus',
  deleted: (held) =>
    `Hilang, di semua server: ${held}. Nggak ada yang tersisa di tabelku, jadi aku nggak bisa menampilkan atau memakainya lagi. Pesan lamaku di channel tetap ada di Discord, tapi tombolnya nggak menemukan apa-apa lagi. Kalau kamu pakai aku lagi, kita mulai dari awal.`,
  deletedAlready: 'Sudah nggak ada yang disimpan soal kamu.',
};

/** The file in the archive that says what each of the others holds. */
export const exportReadme: Language['exportReadme'] = (files, at) => {
  const tables = [...files].map(([model, { file, rows }]) => {
    const { holds } = tableText[model];
    return `csv/${file}.csv dan "${file}" di keepsake.json: ${rows} baris\n    ${holds}.\n`;
  });
  const text = `KEEPSAKE: SEMUA YANG DISIMPAN SOAL KAMU

Per ${at.toISOString()} (UTC), dari semua server dan DM.

keepsake.json
    Semuanya dalam satu file, untuk program. Id dan angka ditulis sebagai teks, supaya nggak ada
    digit yang hilang; waktunya UTC. Kalau semuanya terlalu besar untuk satu arsip, file ini ada di
    keepsake-data-json.zip, dan tabelnya di keepsake-data-csv.zip.

csv/
    Isi yang sama sebagai tabel, untuk Excel, LibreOffice, Numbers dan Google Sheets. Tanda petik
    tunggal di depan id panjang, atau di depan teks yang bisa dikira rumus oleh aplikasinya,
    menjaganya tetap apa adanya; itu bukan bagian dari datamu.

${tables.join('\n')}
Yang nggak ada di sini karena memang nggak disimpan: pesanmu, nama dan fotomu di Discord, akun
TikTok-mu, dan kiriman yang ditolak.
`;
  // Notepad has known line feeds alone only since 2018.
  return text.replaceAll('\n', '\r\n');
};
