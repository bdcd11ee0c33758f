import type { DigestPermission } from '../../services/digest/reason.js';
import type { Language } from '../words.js';

export const weekdays: Language['weekdays'] = {
  monday: 'Thứ Hai',
  tuesday: 'Thứ Ba',
  wednesday: 'Thứ Tư',
  thursday: 'Thứ Năm',
  friday: 'Thứ Sáu',
  saturday: 'Thứ Bảy',
  sunday: 'Chủ Nhật',
};

/** As Discord's app calls them. */
const permissions: Readonly<Record<DigestPermission, string>> = {
  'View Channel': 'Xem kênh',
  'Read Message History': 'Đọc lịch sử tin nhắn',
  'Send Messages': 'Gửi tin nhắn',
  'Embed Links': 'Nhúng liên kết',
  'Attach Files': 'Đính kèm tập tin',
};

/** Permissions, one after the other. */
export function permissionNames(names: readonly DigestPermission[]): string {
  return names.map((name) => `**${permissions[name]}**`).join(', ');
}

export const digestText: Language['digest'] = {
  cannotPost: 'Mình chưa đăng ở đó được',
  on: 'Bản tin tuần đã bật',
  whichOne: (time, zone) =>
    `Ý bạn là ${time && zone ? 'lựa chọn' : time ? 'giờ' : 'nơi'} nào?${zone ? ' Mỗi nơi có cách đổi giờ riêng; nếu là nơi khác, hãy dùng `/digest setup` với tên thành phố.' : ''}\n**Chưa có gì thay đổi.**`,
  title: 'Bản tin tuần',
  week: (from) => `Tuần từ ${from}`,
  rule: (channelId, day, time, timezone, quiet) =>
    `Mỗi **${day}** lúc **${time}** (${timezone}) trong <#${channelId}>. ${quiet}`,
  quiet: {
    skip: 'Tuần yên ắng thì bỏ qua.',
    post: 'Tuần yên ắng thì đăng vài dòng.',
  },
  next: (at, relative, there, timezone) =>
    `Lần tới: ${at}, ${relative}. Tức là ${there} ở ${timezone}.`,
  goesNow: 'Bản đã đến hạn sẽ đăng ngay bây giờ.',
  lastField: 'Các lần gần nhất',
  wrongField: 'Đang trục trặc',
  never: 'Chưa có bản nào đến hạn.',
  neverSetUp: 'Ở đây chưa cài bản tin. `/digest setup` để bật.',
  unreadable:
    'Mình không đọc được ghi chú về bản tin ở đây. `/digest setup` ghi lại từ đầu; sau đó nó chạy tiếp.',
  isOff: 'Đang tắt. `/digest setup` để bật lại.',
  turnedOff: 'Bản tin tuần đã tắt. Sẽ không đăng gì nữa; `/digest setup` để bật lại.',
  wasOff: 'Bản tin tuần vốn đang tắt.',
  setUpHint: 'Xem trước bằng `/digest preview`, và xem tình hình bằng `/digest status`.',
  posted: (week, at, link) => `✓ ${week}: [đã đăng](${link}) ${at}`,
  coming: (week, at) => `⏳ ${week}: đang đăng, đến hạn ${at}`,
  again: (week, attempts, at) => `⏳ ${week}: Discord không nhận ${attempts}; thử lại ${at}`,
  parked: (week, why, at) => `⚠️ ${week}: đang chờ. ${why} Mình xem lại ${at}.`,
  skipped: (week, why) => `➖ ${week}: không đăng. ${why}`,
  fault: {
    'time zone':
      'Mình không biết múi giờ đã đặt. Hãy `/digest setup` lại, với một múi giờ trong danh sách.',
    row: 'Mình không đọc được ghi chú về bản này. Mình sẽ thử lại; nếu vẫn vậy, hãy báo người vận hành mình. Log có ghi lý do.',
    other: 'Mình gặp lỗi khi soạn bản này. Hãy báo người vận hành mình; log có ghi lý do.',
  },
  times: (n) => `${n} lần`,
  obstacle(obstacle, channelId) {
    if (obstacle === 'locked out') {
      return 'Hiện Discord không nhận khóa của mình, nên mình không xem cũng không đăng được. Mình hỏi lại mỗi phút và tự chạy tiếp ngay khi được. Nếu cứ thế, hãy báo người vận hành mình.';
    }
    if (obstacle === 'unknown') {
      return 'Discord chưa cho biết mình có đăng được trong kênh không. Hãy hỏi lại sau một phút.';
    }
    switch (obstacle.kind) {
      case 'missing permissions':
        return `Trong <#${channelId}> mình thiếu quyền ${permissionNames(obstacle.permissions)}. Mở cài đặt kênh → Quyền, thêm vai trò của mình vào đó rồi cho phép; sau đó nó tự chạy tiếp, hoặc dùng \`/digest setup\`.`;
      case 'no such channel':
        return 'Kênh không còn, hoặc không phải kênh mình đăng được. Chọn kênh khác bằng `/digest setup`.';
      case 'not in the server':
        return 'Mình không ở trong máy chủ. Thêm mình lại bằng link trong hồ sơ của mình; sau đó nó tự chạy tiếp.';
      case 'timed out':
        return 'Mình đang bị timeout trong máy chủ này. Gỡ đi (bấm chuột phải vào mình → Gỡ timeout); sau đó nó tự chạy tiếp.';
    }
  },
  reason(reason, channelId) {
    switch (reason.kind) {
      case 'discord failing':
        return 'Lần nào mình thử Discord cũng lỗi. Bạn không cần làm gì; mình thử tiếp trong hai ngày.';
      case 'refused':
        return `Discord không nhận bài (mã ${reason.code}). Đó là lỗi của mình: hãy báo người vận hành mình.`;
      case 'in doubt':
        return 'Mình không biết chắc bài đã đăng chưa: từ đó kênh có quá nhiều tin. Hãy tìm trong kênh; mình không muốn đăng hai lần.';
      case 'fault':
        return digestText.fault[reason.of ?? 'other'];
      case 'too late':
        return 'Mình không chạy lúc nó đến hạn, và cả hai ngày sau đó.';
      case 'quiet':
        return 'Tuần đó yên ắng, mà tuần yên ắng thì bỏ qua.';
      case 'turned off':
        return 'Bản tin đã bị tắt.';
      default:
        return digestText.obstacle(reason, channelId);
    }
  },
};
