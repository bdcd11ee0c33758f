import type { Language } from '../words.js';

export const errors: Language['errors'] = {
  busy: 'Mình đang nhận nhiều hơn mức xử lý được. **Chưa ghi gì cả.** Hãy gửi lại sau một phút nhé.',
  busyBesideOthers:
    'Mình đang nhận nhiều hơn mức xử lý được, nên **có thể chưa ghi**. Một phút nữa, xem `/history list` nếu đó là điểm; cái nào chưa có thì gửi lại.',
  restarting:
    'Mình đang khởi động lại, nên **có thể chưa ghi**. Nửa phút nữa, xem `/history list` nếu đó là điểm; cái nào chưa có thì gửi lại.',
  formTooLate: 'Mình mở form chậm quá nên không kịp, và chưa ghi gì cả. Hãy bấm lại nhé.',
  outdated:
    'Nút hoặc lệnh này thuộc một phiên bản cũ của mình. Hãy dùng lại lệnh: `/help` liệt kê tất cả.',
  commandChanged:
    'Lệnh này đã đổi từ lần Discord của bạn cập nhật. **Chưa ghi gì cả.** Khởi động lại Discord (hoặc chờ một giờ) rồi dùng lại.',
  databaseAway: (reference) =>
    `Hiện mình không vào được bộ nhớ. **Chưa ghi gì cả.** Hãy gửi lại sau vài phút. Nếu cứ thế, đưa mã này cho người vận hành mình: \`${reference}\``,
  databaseDamaged: (reference) =>
    `Một phần bộ nhớ của mình bị hỏng, mà việc này cần nó. **Chưa ghi gì cả.** Gửi lại không ích gì cho đến khi người vận hành mình sửa xong: hãy đưa họ mã này: \`${reference}\``,
  unconfirmed: (reference) =>
    `Mình mất kết nối với bộ nhớ trong lúc ghi, nên không biết **đã ghi hay chưa**. Chờ vài phút rồi gửi lại với cùng link, hoặc cùng tên và ngày: nó sẽ tính là thêm một lần ghi của cùng video. Mã: \`${reference}\``,
  fault: (reference) =>
    `Có lỗi ở phía mình, không phải do bạn nhập sai. Hãy thử lại; nếu vẫn bị, đưa mã này cho người vận hành mình: \`${reference}\``,
};
