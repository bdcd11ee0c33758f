import type { Language } from '../words.js';

export const helpText: Language['help'] = {
  title: 'Có ai lưu video của bạn không?',
  lines: {
    score: '`/score` ước tính bao nhiêu người đã lưu.',
    history: '`/history video` xem video theo thời gian.',
    tips: '`/tips` cho bạn một điều nên thử.',
    faq: '`/faq ask` trả lời câu hỏi của bạn.',
    leaderboard: '`/leaderboard join` đưa bạn lên bảng.',
    digest: '`/digest setup` đăng điều hay nhất tuần.',
    data: '`/data export` cho bạn lấy hết dữ liệu.',
  },
  more: 'Xem thêm',
  version: (version) => `Keepsake ${version}`,
  full: {
    title: 'Mọi thứ mình làm được',
    intro:
      'Một *lượt lưu* (yêu thích, biểu tượng dấu trang) nói “mình muốn xem lại”. File xuất của TikTok không có lượt lưu, nên mình ước tính từ những số bạn thấy, kèm dải sai số trung thực, và học từ mỗi số thật bạn gửi.',
    first: 'Trước tiên',
    firstSteps: (example) =>
      `1. Mở một video của bạn trên TikTok, đọc lượt xem, lượt thích, bình luận và lượt chia sẻ.\n2. Nhập y như ở đó, hoặc chỉ gửi lệnh: một form sẽ mở.\n\`\`\`\n${example}\n\`\`\`3. Nếu bạn thấy con số cạnh dấu trang, bấm **Thêm số lưu thật**: các ước tính sau cho tài khoản của bạn sẽ tốt hơn.`,
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K',
    command: (name, description) => `\`/${name}\` ${description}`,
    privacy: 'Ai thấy gì',
    privacyText:
      'Câu trả lời của `/score` hiện cho mọi người trong kênh. Với `private:True` chỉ bạn thấy, và sau này mình cũng không cho ai khác xem các số đó. `/data export` đưa bạn mọi thứ mình giữ về bạn, ở mọi máy chủ; `/data delete` xóa hết. Đó là những gì: `/faq ask` → “Bot này giữ gì về mình?”',
    managers: 'Cho người quản lý máy chủ này',
    managersText:
      'Bạn làm được mọi thứ thành viên làm được. Ai được dùng lệnh nào thì đặt ở **Cài đặt máy chủ → Tích hợp → Keepsake**.',
  },
};

export const greetingText: Language['greeting'] = {
  title: 'Chào bạn, mình là Keepsake',
  lines: [
    'Mình cho creator TikTok biết bao nhiêu người đã lưu một video.',
    '`/score` mở một form: nhập các số TikTok hiện, hoặc thêm ảnh chụp màn hình.',
    '`/digest setup` dành cho người quản lý máy chủ: mỗi tuần một bài về điều hiệu quả ở đây.',
    '`/help` cho xem phần còn lại.',
  ],
};
