import type { Language } from '../words.js';
import { say } from './say.js';

/** The days of a week, as they are called. */
export const weekdays: Language['weekdays'] = {
  monday: 'Senin',
  tuesday: 'Selasa',
  wednesday: 'Rabu',
  thursday: 'Kamis',
  friday: 'Jumat',
  saturday: 'Sabtu',
  sunday: 'Minggu',
};

/** What managers read about the weekly digest. Times come as Discord's timestamps. */
export const digestText: Language['digest'] = {
  cannotPost: 'Aku belum bisa posting di situ',
  on: 'Rangkuman mingguan aktif',
  whichOne: (time, zone) =>
    `${time && zone ? 'Yang mana' : time ? 'Jam yang mana' : 'Tempat yang mana'} maksudmu?${zone ? ' Masing-masing punya aturan pergantian jam sendiri; untuk tempat lain pakai `/digest setup` dengan nama kota.' : ''}\n**Belum ada yang diubah.**`,
  title: 'Rangkuman mingguan',
  week: (from) => `Minggu mulai ${from}`,
  rule: (channelId, day, time, timezone, quiet) =>
    `Setiap **${day}** pukul **${time}** (${timezone}) di <#${channelId}>. ${quiet}`,
  quiet: {
    skip: 'Minggu sepi dilewati.',
    post: 'Minggu sepi dapat postingan singkat.',
  },
  next: (at, relative, there, timezone) =>
    `Berikutnya: ${at}, ${relative}. Itu ${there} di ${timezone}.`,
  goesNow: 'Yang sudah jadwalnya langsung keluar sekarang.',
  lastField: 'Yang terakhir',
  wrongField: 'Masalahnya',
  never: 'Belum ada yang jadwalnya tiba.',
  neverSetUp: 'Belum ada rangkuman yang diatur di sini. `/digest setup` menyalakannya.',
  unreadable:
    'Aku nggak bisa membaca simpananku soal rangkuman di sini. `/digest setup` menulisnya ulang; habis itu lanjut lagi.',
  isOff: 'Rangkumannya dimatikan. `/digest setup` menyalakannya lagi.',
  turnedOff:
    'Rangkuman mingguan dimatikan. Nggak ada lagi yang diposting; `/digest setup` menyalakannya lagi.',
  wasOff: 'Rangkuman mingguan memang sudah mati.',
  setUpHint: 'Lihat jadinya dengan `/digest preview`, dan kabarnya dengan `/digest status`.',
  posted: (week, at, link) => `✓ ${week}: [diposting](${link}) ${at}`,
  coming: (week, at) => `⏳ ${week}: sedang diposting, jadwalnya ${at}`,
  again: (week, attempts, at) =>
    `⏳ ${week}: gagal masuk ke Discord ${attempts}; dicoba lagi ${at}`,
  parked: (week, why, at) => `⚠️ ${week}: menunggu. ${why} Aku cek lagi ${at}.`,
  skipped: (week, why) => `➖ ${week}: nggak diposting. ${why}`,
  fault: {
    'time zone':
      'Aku nggak kenal zona waktunya. Jalankan `/digest setup` lagi, dengan zona dari daftarnya.',
    row: 'Aku nggak bisa membaca simpananku soal ini. Kucoba lagi; kalau tetap begini, tolong bilang ke pengelola bot. Alasannya ada di log.',
    other: 'Aku gagal waktu menyusunnya. Tolong bilang ke pengelola bot; alasannya ada di log.',
  },
  times: (n, count) => say('{count, plural, =1 {sekali} other {{n} kali}}', { n, count }),
  obstacle(obstacle, channelId) {
    if (obstacle === 'locked out') {
      return 'Discord sedang nggak menerima kunciku, jadi aku nggak bisa mengecek atau posting. Kutanya lagi tiap menit dan lanjut sendiri begitu bisa. Kalau tetap begini, bilang ke pengelola bot.';
    }
    if (obstacle === 'unknown') {
      return 'Discord nggak memberi tahu apa aku bisa posting di channel itu. Coba tanya lagi semenit lagi.';
    }
    switch (obstacle.kind) {
      case 'missing permissions': {
        const names = obstacle.permissions.map((name) => `**${name}**`).join(', ');
        return `Di <#${channelId}> aku nggak punya izin ${names}. Buka pengaturan channel → Izin, tambahkan peranku di situ, lalu izinkan; habis itu lanjut sendiri, atau dengan \`/digest setup\`.`;
      }
      case 'no such channel':
        return 'Channel-nya sudah nggak ada, atau bukan channel yang bisa kupakai posting. Pilih yang lain dengan `/digest setup`.';
      case 'not in the server':
        return 'Aku nggak ada di server itu. Tambahkan aku lagi lewat link di profilku; habis itu lanjut sendiri.';
      case 'timed out':
        return 'Aku sedang kena timeout di server ini. Batalkan (klik kanan aku → Hapus timeout); habis itu lanjut sendiri.';
    }
  },
  reason(reason, channelId) {
    switch (reason.kind) {
      case 'discord failing':
        return 'Discord gagal tiap kali kucoba. Nggak ada yang perlu dilakukan; aku terus mencoba selama dua hari.';
      case 'refused':
        return `Discord nggak menerima postingannya (kode ${reason.code}). Itu salahku: tolong bilang ke pengelola bot.`;
      case 'in doubt':
        return 'Aku nggak tahu apa ini sudah diposting: terlalu banyak yang ditulis di channel sejak itu. Cek di sana; aku nggak mau ambil risiko posting dua kali.';
      case 'fault':
        return this.fault[reason.of ?? 'other'];
      case 'too late':
        return 'Aku nggak jalan pas jadwalnya, dan juga dua hari setelahnya.';
      case 'quiet':
        return 'Minggunya sepi, dan minggu sepi dilewati.';
      case 'turned off':
        return 'Rangkumannya dimatikan.';
      default:
        return this.obstacle(reason, channelId);
    }
  },
};
