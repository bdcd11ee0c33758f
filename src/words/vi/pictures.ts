import type { Language } from '../words.js';

export const pictureText: Language['picture'] = {
  reading: 'Mình đang đọc ảnh của bạn …',
  counts: {
    views: 'Lượt xem',
    likes: 'Lượt thích',
    comments: 'Bình luận',
    saves: 'Lượt lưu',
    shares: 'Lượt chia sẻ',
  },
  message: {
    name: 'Chấm điểm ảnh này',
    notYours:
      'Mình chỉ đọc ảnh của chính người yêu cầu. Hãy dùng trên tin nhắn của bạn, hoặc đính kèm ảnh vào `/score`.',
    none: 'Tin nhắn đó không có ảnh. Hãy dùng trên tin có ảnh chụp màn hình video của bạn trên TikTok.',
  },
  check: {
    title: 'Ảnh của bạn có đúng là thế này?',
    read: (name, text, isClear) =>
      `**${name}** ${text}${isClear ? '' : ' · khó đọc, nên hãy xem kỹ'}`,
    typed: (name, text) => `**${name}** ${text} · như bạn nhập`,
    overruled: (name, typed, shown) => `**${name}** ${typed} · như bạn nhập; ảnh cho thấy ${shown}`,
    missing: (name) => `**${name}** còn thiếu: mình không đọc chắc được`,
    absent: (name) => `**${name}** còn thiếu: ảnh của bạn không có`,
    torn: (name) => `**${name}** còn thiếu: hai ảnh của bạn cho số khác nhau`,
    press:
      '**Chưa ghi gì cả.** Nếu đúng, bấm **Đúng rồi** trong 15 phút. Nếu không, bấm **Sửa số**.',
    complete: (names) =>
      `**Chưa ghi gì cả.** Bấm **Sửa số** trong 15 phút và điền ${listed(names)}.`,
    isKnown: 'Lượt lưu của bạn sẽ đứng cạnh các số bạn đã gửi.',
    isNew: 'Các số này sẽ thành một lần ghi mới của cùng video.',
    one: (n, total, why) => `Ảnh ${n} trên ${total}: ${why}`,
    alt: (lines) => `Các phần trong ảnh của bạn mà mình đọc: ${lines.join(', ')}`,
  },
  buttons: { right: 'Đúng rồi', correct: 'Sửa số' },
  modal: {
    title: 'Sửa những gì mình đọc',
    hint: 'Như TikTok hiện',
    savesHint: 'Con số cạnh biểu tượng dấu trang, nếu bạn thấy',
  },
  refused: {
    title: 'Mình không đọc được ảnh đó',
    alt: 'Video của chính bạn trên TikTok, các con số được khoanh tròn: lượt thích, bình luận, lượt lưu và lượt chia sẻ dưới các biểu tượng bên cạnh, lượt xem ở dưới cùng. Hình vẽ.',
    example: 'Các con số nằm ở đây, trên một ví dụ vẽ lại:',
    nothing: '**Chưa ghi gì cả.** `/score` cũng nhận số bạn tự nhập.',
    why: {
      'not a picture': 'File đó không phải ảnh PNG, JPEG hay WebP, hoặc bị hỏng.',
      'too large':
        'File đó lớn hơn ảnh chụp màn hình của mọi điện thoại: mình mở tối đa 10 MB và 16 triệu điểm ảnh.',
      'too narrow':
        'Ảnh đó quá nhỏ để phân biệt chữ số. Hãy gửi chính ảnh chụp màn hình, rộng ít nhất 480 điểm ảnh, không phải ảnh xem trước.',
      'unknown screen':
        'Mình không biết màn hình đó. Mở video của bạn trên TikTok sao cho các biểu tượng và số nằm bên cạnh, rồi chụp ở đó. Số liệu phân tích của một bài đăng cũng được.',
      unreadable:
        'Mình thấy chỗ của các con số mà không đọc chắc được. Hãy chụp lúc hình video phía sau bớt rối, và gửi nguyên ảnh.',
      'other network':
        'Trông như ứng dụng khác. Số ở đó có nghĩa khác, nên mình chỉ đọc màn hình TikTok.',
      'not fetched': 'Mình không lấy được ảnh đó từ Discord. Hãy gửi lại nhé.',
      busy: 'Ảnh của người khác đang chờ rồi. Hãy gửi lại sau nửa phút.',
      failed: 'Phía mình gặp lỗi khi đọc ảnh đó. Hãy gửi lại, hoặc tự nhập số.',
      off: 'Người vận hành mình đã tắt việc đọc ảnh.',
      'not installed': 'Ở đây chưa cài thứ mình dùng để đọc ảnh.',
    },
  },
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} và ${words.at(-1) ?? ''}`;
}
