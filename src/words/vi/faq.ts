import type { Language } from '../words.js';
import { say } from './say.js';

export const faqText: Language['faq'] = {
  verdict: {
    true: 'Đúng — trong phạm vi kiểm tra được',
    'false now': 'Giờ đã sai — điều người ta hay nói về chuyện này không còn đúng',
    disputed: 'Còn tranh cãi — các nguồn nói khác nhau',
    unproven: 'Chưa được chứng minh — chưa ai chứng minh, hoặc không kiểm tra được',
    changed: 'Đã thay đổi — nay hoạt động khác với các hướng dẫn cũ',
  },
  verdictWord: {
    disputed: 'Còn tranh cãi',
    unproven: 'Chưa được chứng minh',
    changed: 'Đã thay đổi',
  },
  verdictBeside: {
    true: 'Kết luận: đúng',
    'false now': 'Kết luận về điều hay được nói: giờ đã sai',
    disputed: 'Kết luận: còn tranh cãi',
    unproven: 'Kết luận: chưa được chứng minh',
    changed: 'Kết luận: đã thay đổi',
  },
  beside: (verdict, checked) => `${verdict} · ${checked}`,
  more: 'Xem thêm',
  inEnglish: 'Phần này mình mới chỉ có bằng tiếng Anh.',
  begun: (word, sentence) => `**${word}.** ${sentence}`,
  saveOrDownload: 'Yêu thích hay tải về?',
  folded: (strongest, others) => `${strongest} · ${others} nguồn nữa ở nút Xem thêm`,
  fields: {
    verdict: 'Kết luận',
    changed: 'Điều đã thay đổi',
    sources: 'Nguồn',
    moreSources: 'Nguồn khác',
    askMore: 'Hỏi thêm',
  },
  undated: 'không ghi ngày',

  topics: {
    saves: {
      title: 'Lượt lưu',
      line: 'Yêu thích và tải về: là gì, ai thấy, con số nằm ở đâu',
    },
    views: {
      title: 'Lượt xem',
      line: 'Thế nào là một lượt xem, ai đã xem, và ít lượt xem nghĩa là gì',
    },
    analytics: {
      title: 'Số liệu phân tích và file xuất',
      line: 'TikTok Studio: cho thấy gì, trễ bao lâu, xem lại được bao xa, và file chứa gì',
    },
    ranking: {
      title: 'Dành cho bạn và độ phủ',
      line: 'TikTok nói điều gì quyết định ai được cho xem video, và điều gì chưa ai chứng minh',
    },
    content: {
      title: 'Làm video',
      line: 'Độ dài, giờ đăng, lời kêu gọi lưu, nên đổi gì sau một video yếu',
    },
    privacy: {
      title: 'Riêng tư và kiểm soát',
      line: 'Ai thấy những gì bạn lưu, thích hay đăng, và có những nút bật tắt nào',
    },
    keepsake: {
      title: 'Bot này',
      line: 'Ước tính và điểm hoạt động ra sao, mình giữ gì, và ai thấy',
    },
  },

  checked: (day) => `Kiểm tra ${day}`,
  dueForReview: (checked, review) => `Kiểm tra lần cuối ${checked} · cần xem lại từ ${review}`,

  overview: {
    title: 'Lượt lưu trên TikTok',
    intro:
      'Người ta nói “lưu” cho cả **yêu thích** (dấu trang) lẫn **tải về**. Câu trả lời khác nhau.',
    what: 'Lượt lưu là gì',
    who: 'Ai thấy được',
    proxy: 'Chỉ số lưu tính thế nào',
    askMore:
      'Gõ `/faq saves` và chọn `question`. `/faq ask` biết nhiều hơn chuyện lượt lưu. Hay được hỏi nhất:',
  },

  unsure: {
    title: 'Chưa chắc — ý bạn là một trong các câu này?',
    asked: (typed) => `Bạn hỏi: ${typed}`,
    choose: 'Không câu nào khớp đủ để đưa ra làm câu trả lời. Gần nhất:',
    nothingNear: 'Mình chưa biết gì gần với điều đó. Các câu hay được hỏi nhất:',
    how: (command) =>
      `Bấm một câu, hỏi lại bằng \`${command}\` rồi chọn trong danh sách, hoặc dùng từ khác.`,
  },

  contents: {
    title: 'Những gì mình biết',
    intro:
      'Mỗi câu trả lời nói rõ chắc đến đâu, từ nguồn nào và kiểm tra khi nào. Bấm một chủ đề; mũi tên để lật trang.',
    topic: (line, count) => `${line}. ${count} câu trả lời.`,
    question: (number, question) => `**${number}.** ${question}`,
    press: 'Bấm một số để đọc câu trả lời.',
    pageTitle: (topic, page, pages) =>
      say('{pages, plural, =1 {{topic}} other {{topic} · {page} trên {pages}}}', {
        topic,
        page,
        pages,
      }),
    place: (page, pages) => `Trang ${page} trên ${pages}`,
    previous: '◀',
    next: '▶',
    all: 'Mọi chủ đề',
  },

  gone: 'Câu trả lời đó không còn: nó đã đổi tên hoặc được gỡ từ lúc tin này được viết. `/faq topics` liệt kê tất cả, còn `/faq ask` để tìm.',
};
