import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

export const boardsText: Language['boards'] = {
  title: (from) => `Tuần từ ${from}`,
  kept: 'Đã kết thúc và chốt lại.',
  running: (to) => `Chạy đến ${to} rồi chốt lại.`,
  board: (board) => commandText.leaderboard.boards[board],
  more: (count) => `… và ${count} người nữa: chọn \`board\` để xem`,

  line: (place, who, result, basis) => `**${place}.** ${who} · ${result} · ${basis}`,
  by: (isCounted) => (isCounted ? '*Số thật ✓*' : '*Ước tính*'),
  results: {
    improvement: (points, own) => `điểm **+${points}**, từ mức thường ${own} / 100`,
    saved: (score) => `**${score}** / 100`,
    consistency: (points) => `trung bình lệch **${points}** trên 100 điểm so với mức thường`,
  },
  basis: (videos, told, weeks) => {
    const of = `${videos} video${weeks === null ? '' : ` trong ${weeks} tuần`}`;
    return told === 0 || told === videos ? of : `${of}, ${told} có số thật`;
  },

  videos: (isCounted) =>
    `Video được lưu nhiều nhất trong số cùng cỡ, ${isCounted ? 'theo số thật' : 'theo ước tính'}`,
  video: (place, title, who, score, saves) =>
    `**${place}.** **${title}** của ${who} · ${score}, ${saves}`,
  score: (score, range) =>
    `**${score}** / 100${range === null ? '' : ` (${range.low} đến ${range.high})`}`,
  untitled: 'một video không có tên',
  counted: (saves) => `${saves} lượt lưu ✓`,
  estimated: (saves, low, high) => `khoảng ${saves} lượt lưu (dải 80%: ${low} đến ${high})`,
  estimatedShort: (saves, low, high) => `khoảng ${saves} lượt lưu (${low} đến ${high})`,

  together: 'Cộng cả nhóm',
  everybody: (creators, videos, saves) =>
    `Tuần này ${creators} creator gửi số của ${videos} video: ${saves}.`,
  sum: (saves, counted, guessed) =>
    say(
      '{guessed, plural, =0 {{saves}} other {{saves}. {counted, plural, =0 {Tất cả} other {{counted} có số thật,}} {guessed} theo ước tính tốt nhất của mình}}',
      { saves, counted, guessed },
    ),
  joinedOnly: (creators, videos, saves) =>
    `Tuần này ${creators} creator đã tham gia gửi số của ${videos} video: ${saves}.`,

  nobody: 'Chưa có ai ở đây.',
  nobodyOnAny: 'Các bảng chưa có ai.',
  join: {
    name: 'Muốn lên bảng',
    value:
      'Chỉ ai đồng ý mới có mặt trên bảng. `/leaderboard join` cho mình nêu tên bạn ở đó và nói rõ điều đó nghĩa là gì; sau đó gửi số của video:',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
  },
  lastWeek: (week) => `Tuần trước: \`/leaderboard show week:${week}\`.`,
  choice: (week, from, to, running) => `${week}: ${from} đến ${to}${running ? ' (đang chạy)' : ''}`,

  joined: {
    title: 'Bạn đã tham gia',
    already: 'Bạn tham gia từ trước rồi',
    agreed: 'Chỉ trong máy chủ này, bạn đồng ý những điều sau',
    points: [
      '**Bảng xếp hạng.** `/leaderboard show` nêu tên bạn kèm thứ hạng, số điểm và số video làm căn cứ, cùng những video tốt nhất của bạn với tên, điểm, lượt lưu, có dấu riêng nếu số lấy từ ảnh chụp màn hình.',
      '**Bản tin.** Bản tin tuần có thể nêu tên bạn và video của bạn: tên, điểm, lượt lưu, cũng có dấu như vậy.',
      '**Lịch sử.** Thành viên khác xem được video và số của bạn ở đây bằng `/history list`.',
    ],
    never: 'Vẫn là của riêng bạn',
    nevers: [
      'Lần ghi có `private:True`, và mọi thứ bạn gửi ở máy chủ khác hay qua tin nhắn trực tiếp, không bao giờ hiện ở đây.',
      'Không bảng nào hiện lượt xem.',
      '`/leaderboard leave` rút lại ngay, trên mọi bảng của máy chủ này, kể cả các tuần cũ. Rời máy chủ cũng vậy: trước khi nêu tên ai, mình hỏi Discord xem người đó còn ở đây không, trừ khi mình vừa hỏi trong vòng một ngày.',
    ],
  },
  left: {
    title: 'Bạn đã rời bảng',
    description:
      'Bạn không còn trên bảng nào của máy chủ này, kể cả các tuần cũ. Bản tin sắp tới sẽ không nêu tên bạn, và thành viên khác không xem được video của bạn bằng `/history list`.\n\nNhững gì bạn gửi vẫn được giữ cho bạn: `/score` và `/tips` chạy như cũ. Bản tin đã đăng vẫn nằm trong kênh. `/leaderboard join` đưa bạn trở lại; các tuần cũ vẫn không có bạn.',
  },
  notIn: {
    title: 'Bạn không có trên bảng',
    description:
      'Bạn không có trên bảng nào của máy chủ này, và không bản tin nào ở đây nêu tên bạn. `/leaderboard join` cho mình nêu tên bạn và nói rõ điều đó nghĩa là gì.',
  },
};
