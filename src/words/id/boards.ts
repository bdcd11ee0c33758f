import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

/** What `/leaderboard` says. */
export const boardsText: Language['boards'] = {
  title: (from) => `Minggu mulai ${from}`,
  kept: 'Sudah selesai dan disimpan.',
  running: (to) => `Berjalan sampai ${to}, lalu disimpan.`,
  board: (board) => commandText.leaderboard.boards[board],
  more: (count) => `… dan ${count} lagi: pilih satu \`board\` buat melihatnya`,

  line: (place, who, result, basis) => `**${place}.** ${who} · ${result} · ${basis}`,
  by: (isCounted) => (isCounted ? '*Angka asli ✓*' : '*Perkiraan*'),
  results: {
    improvement: (points, own) => `skor **+${points}**, dari biasanya ${own} / 100`,
    saved: (score) => `**${score}** / 100`,
    consistency: (points) => `rata-rata selisih **${points}** dari 100 poin dari biasanya`,
  },
  basis: (videos, told, weeks) => {
    const of = `${videos} video${weeks === null ? '' : ` dalam ${weeks} minggu`}`;
    return told === 0 || told === videos ? of : `${of}, ${told} angka asli`;
  },

  videos: (isCounted) =>
    `Video paling banyak di-save untuk ukurannya, ${isCounted ? 'angka asli' : 'perkiraan'}`,
  video: (place, title, who, score, saves) =>
    `**${place}.** **${title}** dari ${who} · ${score}, ${saves}`,
  score: (score, range) =>
    `**${score}** / 100${range === null ? '' : ` (${range.low}–${range.high})`}`,
  untitled: 'video tanpa judul',
  counted: (saves) => `${saves} save ✓`,
  estimated: (saves, low, high) => `sekitar ${saves} save (rentang 80%: ${low}–${high})`,
  estimatedShort: (saves, low, high) => `sekitar ${saves} save (${low}–${high})`,

  together: 'Semuanya',
  everybody: (creators, videos, saves) =>
    `${creators} kreator mengirim angka ${videos} video minggu ini: ${saves}.`,
  sum: (saves, counted, guessed) =>
    say(
      '{guessed, plural, =0 {{saves}} other {{saves}. {counted, plural, =0 {Semua} other {{counted} angka asli,}} {guessed} dengan perkiraan terbaikku}}',
      { saves, counted, guessed },
    ),
  joinedOnly: (creators, videos, saves) =>
    `${creators} kreator yang sudah gabung mengirim angka ${videos} video minggu ini: ${saves}.`,

  nobody: 'Belum ada siapa-siapa di sini.',
  nobodyOnAny: 'Belum ada siapa-siapa di leaderboard.',
  join: {
    name: 'Cara tampil di sini',
    value:
      'Cuma yang setuju yang tampil di leaderboard ini. Dengan `/leaderboard join` aku boleh menampilkanmu, dan di situ dijelaskan artinya. Habis itu kirim angka videomu:',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
  },
  lastWeek: (week) => `Minggu sebelumnya: \`/leaderboard show week:${week}\`.`,
  choice: (week, from, to, running) =>
    `${week}: ${from} sampai ${to}${running ? ' (sedang berjalan)' : ''}`,

  joined: {
    title: 'Kamu sudah gabung',
    already: 'Kamu memang sudah gabung',
    agreed: 'Di server ini, dan cuma di sini, kamu setuju begini',
    points: [
      '**Leaderboard.** `/leaderboard show` menyebut namamu dengan peringkat, poin di baliknya dan jumlah videonya. Video terbaikmu juga tampil dengan judul, skor dan save, plus tanda kalau angkanya terlihat di screenshot.',
      '**Rangkuman.** Rangkuman mingguan boleh menyebut kamu dan videomu: judul, skor, save, dengan tanda yang sama.',
      '**Riwayat.** Anggota lain bisa melihat videomu dan angkanya di sini lewat `/history list`.',
    ],
    never: 'Yang tetap milikmu',
    nevers: [
      'Catatan dengan `private:True`, dan apa pun yang kamu kirim di server lain atau lewat DM, nggak pernah tampil di sini.',
      'Views nggak ada di leaderboard mana pun.',
      '`/leaderboard leave` langsung membatalkannya, di semua leaderboard server ini, termasuk minggu-minggu lalu. Keluar dari server juga: sebelum menampilkan seseorang, aku tanya Discord apa dia masih di sini, kecuali sudah kutanya dalam sehari terakhir.',
    ],
  },
  left: {
    title: 'Kamu sudah keluar',
    description:
      'Kamu nggak ada lagi di leaderboard mana pun di server ini, termasuk minggu-minggu lalu. Rangkuman berikutnya nggak akan menyebutmu, dan anggota lain nggak bisa melihat videomu lewat `/history list`.\n\nYang kamu kirim tetap tersimpan buat kamu: `/score` dan `/tips` jalan seperti biasa. Rangkuman yang sudah diposting tetap ada di channel-nya. Dengan `/leaderboard join` kamu bisa balik; minggu-minggu lalu tetap tanpa kamu.',
  },
  notIn: {
    title: 'Kamu nggak ada di leaderboard',
    description:
      'Kamu nggak ada di leaderboard mana pun di server ini, dan rangkumannya nggak akan menyebutmu. Dengan `/leaderboard join` aku boleh menampilkanmu, dan di situ dijelaskan artinya.',
  },
};
