import type { Language } from '../words.js';

/** What `How?` says. */
export const howText: Language['how'] = {
  title: 'Dari mana hasil ini',
  intro:
    'Ekspor dan antarmuka TikTok nggak memuat save, jadi kalau angkanya nggak kamu ketik dari layar, harus diperkirakan. Di sini *save* berarti favorit (ikon bookmark), bukan unduhan.',
  fields: {
    inputs: 'Yang kamu ketik',
    parts: 'Kenapa, bagian demi bagian',
    known: 'Yang aku tahu',
    formula: 'Rumusnya',
    range: 'Rentangnya',
    score: 'Skornya',
    origin: 'Asal modelnya',
    next: 'Coba berikutnya, lengkapnya',
    sources: 'Sumber',
  },
  input: (name, value, rounded) =>
    rounded === null ? `${name}: ${value}` : `${name}: ${value} (dibulatkan: ${rounded})`,
  rounded: (half) => `tepat sampai sekitar ± ${half}`,
  truth: (value) => `saves, angka asli darimu: ${value}`,
  formula: (version) =>
    `Model ${version} menjumlahkan kurva halus dari like per view, komentar per like, share per like, share per view dan views, semuanya di skala logaritma, plus tabel tentang pengaruhnya bersama-sama; buat apa videonya dan angka asli ditambahkan di atasnya.`,
  factors: 'Di sini sebagai faktor, hasil kalinya jadi perkiraan (dari save + 1):',
  formulaSmall:
    'Dengan views sesedikit itu, perkalian faktor cuma akan pura-pura tepat, jadi nggak ditampilkan: beberapa orang saja yang menentukan.',
  range:
    'Rentang ini dimaksudkan memuat angka sebenarnya di 8 dari 10 kasus. Untuk kreator yang belum dilihat model, dengan jenis video yang dikenalnya, memang begitu. Selain itu, kena 84% tanpa tahu apa-apa (75% untuk yang di-save orang buat dipakai lagi) dan 74 sampai 77% setelah ada angka asli. Paling lebar kalau aku nggak tahu buat apa videonya dan nggak punya angka asli, dan menyempit dengan tiap hal yang kamu kasih tahu. Angka kecil, angka bulat dan video yang nggak biasa bikin lebih lebar.',
  rangePhoto:
    'Untuk postingan foto belum diukur: semua angka asli penyusun model berasal dari video. Rentangnya dilebarkan dengan tebakan.',
  kinds:
    'Kalau aku nggak tahu hal lain, perkiraanku terlalu rendah untuk kecantikan, fashion, resep, uang, gaming dan fitness, paling parah untuk yang dicari orang buat dipakai lagi, dan terlalu tinggi untuk berita artis dan brand.',
  ownReference: 'Perbandingannya di dalam kategori itu.',
  commonReference: (category) =>
    `Video ${category} dengan save yang diketahui terlalu sedikit untuk dibandingkan sesamanya, jadi perbandingannya dengan semua jenis; yang di-save orang buat dipakai lagi dapat skor tinggi di situ.`,
  reference: {
    videos: (videos) =>
      `save asli dari ${videos} video publik, kebanyakan video Vietnam yang populer, dibandingkan pada jumlah views yang sama`,
    every: (videos) =>
      `save asli dari ${videos} video publik dari segala jenis, kebanyakan video Vietnam yang populer, dibandingkan pada jumlah views yang sama`,
    kind: (videos, kind) =>
      `save asli dari ${videos} video publik jenis ${kind}, kebanyakan video Vietnam yang populer, dibandingkan pada jumlah views yang sama`,
  },
  score: (reference) =>
    `Ini menunjukkan posisi save rate di antara ${reference}: 78 berarti 78 dari 100 lebih sedikit di-save, dan 50 itu tengahnya. Ini heuristik untuk membandingkan video, bukan sesuatu yang diterbitkan TikTok.`,
  origin: (rows, creators, until, vietnamese) =>
    `Disusun dari ${rows} video publik milik ${creators} kreator sampai ${until}: kebanyakan populer, ${vietnamese}% dari Vietnam, tanpa postingan foto. Niche paling banyak bedanya, jadi untuk jenis videomu ini bisa selalu meleset ke satu arah. Angka asli darimu membetulkannya untuk akunmu, dan begitu tiga anggota server sudah mengirim, sedikit untuk semua orang di sana.`,
  assumptions:
    'Waktu tonton dan follower baru pengaruhnya kecil dan bikin rentang lebih lebar: semua buktinya cuma dari 140 video satu kreator.',
  links:
    'Dari link aku tahu akunnya, dan dari nomornya detik unggahnya. Link pendek nggak memberi tahu keduanya: cuma kalau pengelola bot menyalakannya, aku tanya TikTok, sekali, ke mana arahnya; TikTok jadi tahu link-nya dan nggak tahu apa-apa soal kamu.',
  sources:
    'Yang ditampilkan dan diekspor TikTok: `/faq saves` punya tiap jawaban dengan sumbernya dan tanggal diperiksa.',
  judging: (views) =>
    `Di bawah ${views} views, atau dalam 24 jam pertama, nggak ada skor: beberapa save lebih atau kurang sudah menentukan.`,
  parts: {
    small: (views, low, high) =>
      low === high
        ? `Dengan ${views} views beberapa orang yang menentukan: ${high} save itu wajar, dan lebih atau kurang satu nggak berarti apa-apa.`
        : `Dengan ${views} views beberapa orang yang menentukan: dari ${low} sampai ${high} save masih wajar.`,
    few: (saves, low, high) =>
      `Hampir nggak ada yang nge-save video dengan angka begini: sekitar ${saves}, dan dari ${low} sampai ${high} masih wajar.`,
    base: (saves, views) => `Video umum dengan ${views} views: sekitar ${saves}`,
    part: (percent, signal) => `${percent} ${signal}`,
    category: (percent, category, times) =>
      `${percent} ${category}: video begini di-save sekitar ${times} kali sesering video yang nggak kuketahui apa-apanya`,
    rest: (percent) => `${percent} hal kecil dan pembulatan`,
    even: 'Nggak ada yang menonjol: mirip video umum seukurannya.',
    estimate: (saves) => `Jadinya perkiraan ${saves}.`,
    count: (percent, count) => `${percent} angka aslimu: ${count}`,
    countSmall: (count) => `Angka aslimu ${count}.`,
  },
  hit: 'Perkiraannya nyaris tepat.',
  missed: (factor, direction, isInside) =>
    `Perkiraannya terlalu ${direction === 'low' ? 'rendah' : 'tinggi'} dengan faktor ${factor}: ${isInside ? 'di dalam' : 'di luar'} rentangnya.`,
  known: {
    little: (low, high, of) =>
      `**Antara ${low} dan ${high} save.** ${littleKnownOf[of]}, jadi pegang rentangnya, bukan angkanya.`,
    learned: (count) => `Belajar dari ${count} angka asli terakhir darimu.`,
    learnedHere: (count) =>
      `Belajar dari ${count} angka asli terakhir dari orang lain di server ini.`,
    noAccount:
      'Aku nggak tahu video ini dari akun mana, jadi angka aslimu belum ada yang membantu di sini. Kasih link-nya, atau tekan **Akun mana?**',
    noAccountSince:
      'Sejak itu kamu menilai beberapa akun. Aku nggak tahu video ini dari yang mana, jadi angka aslinya nggak akan mengajari akun mana pun. Kasih link-nya, atau tekan **Akun mana?**',
    askForTruth:
      'Angka di sebelah bookmark kelihatan? Tekan **Tambah save asli**: perkiraanmu berikutnya belajar dari situ.',
    learns: 'Perkiraanmu berikutnya belajar dari angka ini.',
    shortLink:
      'Link pendek nggak memberi tahu akun dan harinya. Yang lengkap bisa: buka videonya di browser dan salin alamatnya.',
    photo:
      'Ini postingan foto. Perkiraannya cuma disusun dari video: seberapa jauh melesetnya di sini belum diukur, dan aku cuma belajar dari postingan fotomu sendiri.',
    experiment: (name, needed) =>
      `Soal “${name}” aku menyimpulkan kalau masing-masing sudah ${needed} dengan angka asli darimu.`,
    experimentReady: (name) =>
      `\`/insights signals\` membandingkan video dengan dan tanpa “${name}”.`,
  },
  signals: {
    level: 'tingkat dasar',
    views: 'views',
    likes: 'like untuk views-nya',
    comments: 'komentar untuk like-nya',
    shares: 'share',
    'watch time': 'waktu tonton (asumsi lemah)',
    'follower growth': 'follower baru (asumsi lemah)',
    category: 'buat apa videonya',
    'your community': 'angka asli orang lain di server ini',
    'your own videos': 'videomu sendiri dengan angka asli',
    limit: 'save nggak lebih dari views',
  },
};

const littleKnownOf = {
  video: 'Aku belum tahu apa-apa soal videomu atau buat apa yang ini',
  photo: 'Aku belum tahu apa-apa soal postingan fotomu atau buat apa yang ini',
  account: 'Aku nggak tahu buat apa video ini, atau dari akunmu yang mana',
} as const;
