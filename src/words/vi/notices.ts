import type { Language } from '../words.js';
import { digestText, permissionNames } from './digest.js';

export const noticesText: Language['notices'] = {
  title: 'Bản tin tuần cần bạn giúp',
  waits: (week) => `${week}: bản tin đang chờ.`,
  ahead: 'Cứ thế này thì bản tin tới không đăng được.',
  once: 'Mình chỉ nói một lần. Khi sửa xong mà có chuyện khác, mình sẽ viết tiếp.',
  button: 'Xem tình hình',
  goTo: (channelId) => `Nếu có trục trặc, mình nói trong <#${channelId}>.`,
  goNowhere:
    'Nếu có trục trặc, chỉ `/digest status` cho biết. `/settings change` với `notices` chọn kênh để mình viết.',
  cannotNotify: 'Mình chưa viết thông báo ở đó được',
  obstacle(obstacle, channelId) {
    if (typeof obstacle === 'string') return digestText.obstacle(obstacle, channelId);
    switch (obstacle.kind) {
      case 'missing permissions':
        return `Trong <#${channelId}> mình thiếu quyền ${permissionNames(obstacle.permissions)}. Mở cài đặt kênh → Quyền, thêm vai trò của mình vào đó rồi cho phép. Sau đó dùng lại \`/settings change\`.`;
      case 'no such channel':
        return 'Kênh đó không còn, hoặc không phải kênh mình viết được. Hãy chọn kênh khác.';
      case 'timed out':
        return 'Mình đang bị timeout trong máy chủ này. Gỡ đi (bấm chuột phải vào mình → Gỡ timeout), rồi dùng lại `/settings change`.';
      case 'not in the server':
        return digestText.obstacle(obstacle, channelId);
    }
  },
};
