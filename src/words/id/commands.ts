import type { Language } from '../words.js';

/** Names people see while typing a command. Each description has at most 100 characters. */
export const commandText: Language['commands'] = {
  score: {
    description: 'Nilai satu video: berapa orang yang nge-save, dengan rentang yang jujur',
    options: {
      views: 'Seperti di TikTok: 541200, 541,200, 541.2K atau 1,2 Mio.',
      likes: 'Seperti di TikTok',
      comments: 'Seperti di TikTok',
      shares: 'Seperti di TikTok',
      saves: 'Kalau kelihatan: angka di sebelah ikon bookmark',
      screenshot: 'Screenshot videonya di TikTok, sebagai ganti angka',
      screenshot2: 'Screenshot kedua, untuk yang nggak ada di yang pertama',
      link: 'Link videonya: catatan berikutnya jadi masuk ke riwayatnya',
      title: 'Sebutanmu untuk video ini',
      posted: 'Hari mulai tayang: 2026-11-01, 1 Nov, kemarin, 3 hari lalu',
      category: 'Videonya buat apa',
      duration: 'Durasi video dalam detik',
      watch_time: 'Rata-rata waktu tonton dalam detik (analitik video)',
      new_followers: 'Follower baru dari video ini (analitik video)',
      trying: 'Nama perubahan yang lagi kamu coba di videomu',
      private: 'Cuma kamu yang melihat jawabannya, dan nggak pernah muncul di tempat lain',
    },
    categories: {
      educational: 'Edukatif',
      entertaining: 'Menghibur',
      inspirational: 'Inspiratif',
      aesthetic: 'Estetik',
      valuable: 'Info berguna',
    },
  },
  faq: {
    description:
      'Yang diketahui soal save, views dan angka di TikTok, dengan kesimpulan dan sumber',
    ask: {
      description: 'Tanya apa saja soal save, views, analitik atau jangkauan di TikTok',
      question: 'Pertanyaanmu, dengan kata-katamu sendiri',
    },
    topics: { description: 'Semua topik yang aku tahu, dan pertanyaannya' },
    saves: {
      description: 'Apa itu save, siapa yang bisa melihatnya, dan cara kerja Skor Save',
      question: 'Mulai ketik pertanyaanmu, atau kosongkan untuk ringkasannya',
    },
  },
  insights: {
    description: 'Apa kata angkamu sendiri, dan seberapa pasti itu',
    signals: 'Angka mana yang bergerak bareng save-mu, dan hasil dari yang kamu coba',
    categories: 'Perbandingan kategorimu, dan seberapa pasti itu',
    accuracy: 'Seberapa jauh perkiraanku meleset di videomu',
    days: 'Cuma yang kamu nilai dalam sekian hari terakhir',
  },
  tips: {
    description: 'Satu hal untuk dicoba, dari angkamu sendiri atau untuk satu jenis video',
    category: 'Untuk jenis video ini; kosongkan untuk tips dari angkamu sendiri',
  },
  leaderboard: {
    description: 'Leaderboard adil untuk kreator server ini, per minggu; cuma untuk yang gabung',
    show: {
      description:
        'Leaderboard satu minggu: ukuran nggak bikin menang, cuma yang gabung yang tampil',
      board: 'Satu leaderboard lengkap; kosongkan untuk semuanya',
      week: 'Minggu seperti 2026-W47; kosongkan untuk minggu yang sedang berjalan',
    },
    boards: {
      improvement: 'Paling naik',
      saved: 'Paling banyak di-save untuk ukurannya',
      consistency: 'Paling stabil',
    },
    join: { description: 'Setuju ditampilkan di server ini: di leaderboard dan rangkumannya' },
    leave: { description: 'Batalkan: kamu langsung hilang dari semua leaderboard' },
  },
  history: {
    description: 'Semua yang sudah kamu kirim, untuk dilihat lagi dan dibetulkan',
    list: {
      description: 'Catatanmu, terbaru dulu; atau catatan anggota yang setuju tampil di sini',
      member: 'Orang lain yang setuju ditampilkan di server ini',
      days: 'Cuma sekian hari terakhir',
    },
    video: {
      description: 'Satu video dari waktu ke waktu: tiap catatan, naiknya, dan cara membetulkannya',
      video: 'Mulai ketik judulnya, tanggalnya (YYYY-MM-DD), atau tempel link-nya',
    },
    trend: {
      description: 'Save rate dan skormu dari waktu ke waktu, dalam grafik',
      days: 'Berapa hari ke belakang; kalau kosong 90',
    },
    account: {
      description: 'Follower, penonton dan views akunmu per hari, dari impor, dalam grafik',
      account: 'Akunmu yang mana; kalau kosong yang terakhir kamu impor',
      days: 'Berapa hari ke belakang; kalau kosong 90',
    },
  },
  import: {
    description: 'Satu akun sekaligus: unduhan TikTok Studio, atau tabelmu sendiri',
    file: 'CSV, XLSX atau ZIP dari TikTok Studio → Analitik → Unduh data, atau tabelmu sendiri',
    more: 'File lain; boleh dari beberapa akun dan bahasa',
    account: 'Angka ini punya siapa, kalau nggak tertulis di file: mia',
    private: 'Angka ini nggak pernah muncul di tempat lain; jawabannya memang cuma kamu yang lihat',
  },
  guide: {
    description: 'Di mana TikTok menampilkan tiap angka sekarang, dan apa artinya',
    topic: 'Angka yang kamu cari',
  },
  digest: {
    description: 'Seminggu sekali di channel: apa yang berhasil, siapa yang naik, apa yang dicoba',
    setup: {
      description: 'Nyalakan rangkuman mingguan, atau ubah waktu dan tempatnya',
      channel: 'Diposting di mana',
      day: 'Hari apa',
      time: 'Jam berapa di sana: 18:00, 6 pm',
      timezone: 'Kota besar terdekat atau negaranya, atau nama pendek: Hanoi, Japan, EST',
      quietWeeks: 'Kalau nggak ada yang dinilai: posting singkat, atau lewati (bawaan)',
      quiet: { skip: 'Lewati', post: 'Posting singkat' },
    },
    status: {
      description:
        'Kapan yang berikutnya, bagaimana yang lalu, apa yang salah dan cara membetulkannya',
    },
    off: { description: 'Matikan rangkuman mingguan' },
    preview: { description: 'Persis postingan yang akan keluar sekarang, cuma buat kamu' },
    past: {
      description: 'Rangkuman sebelumnya, persis seperti waktu diposting',
      week: 'Pilih minggu; kosongkan untuk yang terakhir',
    },
  },
  data: {
    description: 'Apa yang disimpan soal kamu: bawa semuanya, atau hapus semuanya',
    export: 'Semua yang disimpan soal kamu di semua server, dalam file yang cuma kamu lihat',
    delete: 'Hapus semua yang disimpan soal kamu di semua server; ditanya sekali dulu',
  },
  help: { description: 'Mulai dari mana' },
};

/** The modal behind `Add real saves`. Titles and labels have at most 45 characters. */
export const truthModalText: Language['truthModal'] = {
  title: 'Tambah save asli',
  saves: 'Save sekarang',
  savesHint: 'Angka di sebelah ikon bookmark di videonya',
  picture: 'Atau screenshot yang menunjukkannya',
  pictureHint:
    'Videonya di TikTok, lengkap dengan ikon di sampingnya. Kutunjukkan dulu apa yang kubaca',
  counts: {
    views: 'Views sekarang',
    likes: 'Like sekarang',
    comments: 'Komentar sekarang',
    shares: 'Share sekarang',
  },
  countHint: 'Angkamu di sini sudah lewat sehari: tulis seperti di TikTok sekarang',
};

/** The form behind `/score` without its numbers. Titles and labels have at most 45 characters. */
export const scoreFormText: Language['scoreForm'] = {
  title: 'Nilai video',
  counts: { views: 'Views', likes: 'Like', comments: 'Komentar', shares: 'Share' },
  hint: 'Seperti di TikTok: 541200, 541,200 atau 541.2K',
  saves: 'Save, kalau kelihatan',
  savesHint: 'Angka di sebelah ikon bookmark. Link videonya boleh ditulis sesudahnya',
  more: 'Save, link dan lainnya',
  moreHint: 'Satu baris satu hal, dengan namanya. saves: angka di sebelah ikon bookmark',
};

/** The modal behind `New numbers`. Titles and labels have at most 45 characters. */
export const newNumbersModalText: Language['newNumbersModal'] = {
  title: 'Angka baru',
  counts: truthModalText.counts,
  hint: 'Seperti di TikTok sekarang',
  saves: truthModalText.saves,
  savesHint: 'Kalau kelihatan: angka di sebelah ikon bookmark',
};

/** The modal that corrects a reading. Titles and labels have at most 45 characters. */
export const correctionModalText: Language['correctionModal'] = {
  title: 'Betulkan catatan ini',
  counts: { views: 'Views', likes: 'Like', comments: 'Komentar', shares: 'Share' },
  hint: 'Seperti di TikTok waktu kamu mengetiknya',
};
