import type { Language } from '../words.js';
import { say } from './say.js';

/** Ages of a video, as people say them; by hours after posting. */
const AGES: Readonly<Record<number, string>> = { 24: '24 giờ', 72: '3 ngày', 168: '7 ngày' };

const PRIVACY =
  'Để mình gửi được: nhấn giữ (hoặc bấm chuột phải) tên một máy chủ mà bạn và mình cùng ở → **Cài đặt quyền riêng tư** → bật **Tin nhắn trực tiếp**.';

export const letterCommands: Language['letterCommands'] = {
  reminders: {
    description: 'Các lời nhắc bạn đã hẹn: cái nào đang chờ, gửi trong khung giờ nào, và cách dừng',
    list: { description: 'Cái nào đang chờ, khi nào đến, và có đến được bạn không' },
    hours: {
      description: 'Lời nhắc được gửi trong khung giờ nào; nhiều nhất một tin mỗi ngày',
      from: 'Không trước: 09:00, 9 am',
      to: 'Không sau: 21:00, 9 pm',
      timezone: 'Bạn ở đâu: gõ thành phố hoặc quốc gia',
    },
    off: { description: 'Hủy mọi lời nhắc' },
  },
  weekly: {
    description: 'Thư riêng về tuần của bạn, qua tin nhắn trực tiếp; tắt trừ khi bạn bật',
    on: {
      description: 'Gửi bạn một thư riêng về tuần của bạn',
      day: 'Thư đến vào thứ mấy',
      time: 'Giờ thư đến: 18:00, 6 pm',
      timezone: 'Bạn ở đâu: gõ thành phố hoặc quốc gia',
    },
    preview: { description: 'Nếu gửi bây giờ thì thư nói gì' },
    off: { description: 'Không gửi thư tuần nữa' },
  },
};

export const lettersText: Language['letters'] = {
  hello:
    'Mình sẽ nhắc bạn ở đây. Mình không gửi gì khác trừ khi bạn yêu cầu. `/reminders list` xem cái đang chờ, `/reminders off` để dừng.',
  buttons: {
    at: (age) => `Nhắc thêm lúc ${ageWords(age)}`,
    newNumbers: 'Số liệu mới',
    newNumbersOf: (title) => `Số liệu mới: ${title}`,
    how: 'Cách tính?',
    later: 'Nhắc lại ngày mai',
    stopAll: 'Dừng lời nhắc và thư tuần',
    stopWeekly: 'Dừng thư tuần',
  },
  set: (age, at, relative) =>
    `Mình sẽ nhắc bạn **khi video được ${ageWords(age)}**: ${at}, ${relative}, qua tin nhắn trực tiếp.`,
  askZone:
    '**Bạn ở đâu?** Chọn một lần, rồi mình chỉ nhắn trong khoảng 09:00 đến 21:00 ở đó. Đến khi đó, lời nhắc đến đúng lúc đến hạn, bất kể giờ nào.',
  zoneMenu: 'Nơi bạn ở',
  otherZone: 'Nơi khác, hoặc giờ khác: `/reminders hours`.',
  hours: (from, to, timezone) =>
    from === to
      ? `Lời nhắc có thể đến vào bất kỳ giờ nào (${timezone}). Nhiều nhất một tin mỗi ngày.`
      : `Lời nhắc đến trong khoảng ${from} đến ${to} (${timezone}). Nhiều nhất một tin mỗi ngày.`,
  hoursUnknown: (from, to) =>
    from === to
      ? 'Lời nhắc có thể đến vào bất kỳ giờ nào. Nhiều nhất một tin mỗi ngày.'
      : `**Hiện là bất kỳ giờ nào.** Sẽ trong khoảng ${from} đến ${to} khi mình biết bạn ở đâu: \`/reminders hours\` với \`timezone\` cho mình biết.`,
  chooseBelow: 'Hoặc chọn bên dưới.',
  next: (at) => `Tin nhắn tới: ${at}.`,
  closed: `Discord không cho mình nhắn cho bạn, nên **chưa hẹn gì cả**. ${PRIVACY} Rồi thử lại.`,
  unreachable: 'Discord không trả lời, nên **chưa hẹn gì cả**. Lát nữa thử lại nhé.',
  nothingAhead:
    'Không còn mốc tuổi nào để nhắc: mình có mốc 24 giờ, 3 ngày và 7 ngày sau khi đăng.',
  tooMany: 'Bạn đã có một trăm lời nhắc đang chờ. `/reminders off` để hủy.',
  list: {
    title: 'Lời nhắc của bạn',
    none: 'Không có gì đang chờ. Bấm **Hẹn nhắc** dưới điểm của một video mới để hẹn.',
    line: (title, age, at) => `${title}: lúc được ${ageWords(age)}, ${at}`,
    more: (count) => `và ${count} nữa`,
    weekly: (day, time, at) => `Thư tuần: mỗi ${day} lúc ${time}, lần tới ${at}.`,
    closed: (since) =>
      `**Mình không gửi đến bạn được** từ ${since}: Discord nói bạn không nhận tin nhắn từ mình. ${PRIVACY} Mình vừa thử lại.`,
    trouble: (at, why) => `Tin nhắn ${at}: ${why}`,
  },
  off: (count, n) =>
    say(
      '{n, plural, =0 {Không có lời nhắc nào đang chờ. Thư tuần dừng riêng: `/weekly off`.} other {Đã hủy {count} lời nhắc. Chúng sẽ không đến nữa.}}',
      { n, count },
    ),
  stopped: 'Đã dừng: mọi lời nhắc và thư tuần. Mình chỉ nhắn cho bạn khi bạn yêu cầu lại.',
  later: (n) =>
    say(
      '{n, plural, =0 {Không còn gì để hoãn: nó đã được hoãn hoặc đã hủy.} other {Mình sẽ nhắc lại ngày mai, trong khung giờ của bạn.}}',
      { n },
    ),
  reminder: {
    title: 'Đến lúc cập nhật số liệu',
    video: (title, age, views, when) =>
      `${title} đã được **${ageWords(age)}**. Nó có ${views} lượt xem ${when}.`,
    more: (count) => `và ${count} video nữa: \`/reminders list\` cho biết cái đang chờ.`,
    what: 'Mở nó trên TikTok rồi bấm **Số liệu mới**, hoặc gửi mình ảnh chụp màn hình bằng `/score`. Có con số cạnh dấu trang, các ước tính sau của mình sẽ tốt hơn.',
    untitled: 'Video của bạn',
  },
  weekly: {
    title: 'Tuần của bạn',
    scored: (n) =>
      say(
        '{n, plural, =0 {Tuần này bạn chưa chấm video nào.} other {Tuần này bạn đã chấm {n} video.}}',
        { n },
      ),
    sameAge: 'Lúc cùng tuổi',
    video: (title, line) => `${title}. ${line}`,
    weeks: (now, videos, before, videosBefore) =>
      `Mức giữa tuần này bằng ${now} lần lượt xem các video khác của bạn (${videos}), tuần trước bằng ${before} lần (${videosBefore}). Ít video thế này không chứng minh có thay đổi.`,
    videos: (count) => `${count} video`,
    card: 'Ước tính của mình',
    cardText: (inside, ever, week) =>
      say(
        '{week, plural, =0 {} other {Tuần này bạn gửi {week} số thật. }}{inside} trên {ever} video có số thật của bạn nằm trong dải của mình.',
        { week, ever, inside },
      ),
    tip: 'Thử tiếp',
    how: {
      title: 'Tuần của bạn dựa trên gì',
      sameAge: 'Lúc cùng tuổi',
      card: 'Ước tính của mình',
      cardText:
        'Số thật đầu tiên của mỗi video, đặt cạnh dải mình hiện đầu tiên. Dải được tính để trúng 8 trên 10, và chỉ xét khi ước tính từ mười lượt lưu trở lên.',
      tip: 'Thử tiếp, đầy đủ',
    },
    ask: 'Các số thật này giúp mình nhiều nhất',
    askText: (titles) => titles.map((one) => `• ${one}`).join('\n'),
    nothing:
      'Không có gì mới, nên sẽ không gửi gì. Chấm một video, hoặc gửi một số thật: khi đó sẽ có chuyện để nói.',
    on: (day, time, timezone, at) =>
      `Thư tuần đã bật: **${day}** hằng tuần lúc **${time}** (${timezone}), lần tới ${at}. Tuần không có gì mới thì không gửi.`,
    off: 'Không gửi thư tuần nữa. `/weekly on` để bật lại.',
    wasOff: 'Thư tuần vốn đang tắt.',
  },
  whichOne:
    'Ý bạn là cái nào? Hãy gõ kèm tên thành phố, và giờ như `18:00`. **Chưa có gì thay đổi.**',
  reason(reason) {
    switch (reason.kind) {
      case 'closed':
        return 'bạn không nhận tin nhắn từ mình.';
      case 'discord failing':
        return 'Lần nào mình thử Discord cũng lỗi.';
      case 'refused':
        return `Discord không nhận (mã ${reason.code}). Hãy báo người vận hành mình.`;
      case 'in doubt':
        return 'Mình không biết chắc nó đã đến bạn chưa, và không gửi hai lần.';
      case 'fault':
        return 'Mình gặp lỗi khi viết. Hãy báo người vận hành mình; log có ghi lý do.';
      case 'too late':
        return 'Mình không chạy lúc nó đến hạn.';
      case 'nothing left':
        return 'không còn gì để nói.';
    }
  },
};

function ageWords(age: number): string {
  return AGES[age] ?? `${age} giờ`;
}
