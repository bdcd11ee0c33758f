import type { Language } from '../words.js';
import { digestText } from './digest.js';

/** What a server's managers read in the channel they chose for it. */
export const noticesText: Language['notices'] = {
  title: 'Rangkuman mingguan butuh bantuan',
  waits: (week) => `${week}: rangkumannya menunggu.`,
  ahead: 'Kalau begini, rangkuman berikutnya nggak bisa diposting.',
  once: 'Ini cuma kubilang sekali. Kalau sudah beres dan ada hal lain, aku menulis lagi.',
  button: 'Cek keadaannya',
  goTo: (channelId) => `Kalau ada yang salah, kubilang di <#${channelId}>.`,
  goNowhere:
    'Kalau ada yang salah, cuma `/digest status` yang bilang. `/settings change` dengan `notices` menentukan channel tempat aku menulisnya.',
  cannotNotify: 'Aku belum bisa menulis pemberitahuan di situ',
  obstacle(obstacle, channelId) {
    if (typeof obstacle === 'string') return digestText.obstacle(obstacle, channelId);
    switch (obstacle.kind) {
      case 'missing permissions': {
        const names = obstacle.permissions.map((name) => `**${name}**`).join(', ');
        return `Di <#${channelId}> aku nggak punya izin ${names}. Buka pengaturan channel → Izin, tambahkan peranku di situ, lalu izinkan. Habis itu jalankan \`/settings change\` lagi.`;
      }
      case 'no such channel':
        return 'Channel itu sudah nggak ada, atau bukan channel yang bisa kupakai menulis. Pilih yang lain.';
      case 'timed out':
        return 'Aku sedang kena timeout di server ini. Batalkan (klik kanan aku → Hapus timeout), lalu jalankan `/settings change` lagi.';
      case 'not in the server':
        return digestText.obstacle(obstacle, channelId);
    }
  },
};
