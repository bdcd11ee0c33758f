import type { Language } from '../words.js';

export const chartText: Language['chart'] = {
  trend: {
    title: 'Tỷ lệ lưu và điểm',
    sample: 'Dữ liệu mẫu, không có thật',
    subtitle: (days) => `${days}, theo ngày đăng`,
    rate: 'Lượt lưu, % lượt xem',
    score: 'Chỉ số lưu, trên 100',
    estimated: 'ước tính, kèm dải 80%',
    counted: 'số thật bạn nhập',
    alt: (o) =>
      `Được lưu ở nửa video mới hơn: ${o.newer} lượt xem, ở nửa cũ hơn ${o.older}, ${o.counted ? 'theo số thật bạn nhập' : 'tất cả ước tính cùng một cách'}. Biểu đồ đường của ${o.videos} video, ${o.days}: tỷ lệ lưu ở trên, Chỉ số lưu ở dưới. Ước tính thấp nhất là ${o.low}%, cao nhất ${o.high}%. Mỗi video có một vạch cho dải 80%.${o.told > 0 ? ` Có số thật: ${o.told}, trên một đường riêng với hình thoi.` : ''}`,
    altShort: (o) =>
      `Biểu đồ đường của ${o.videos} video, ${o.days}: tỷ lệ lưu ở trên, Chỉ số lưu ở dưới. Ước tính thấp nhất là ${o.low}% lượt xem, cao nhất ${o.high}%.`,
  },
  digest: {
    title: 'Tỷ lệ lưu thường thấy, theo tuần',
    subtitle: 'Vạch trong cột: dải 80%',
    counted: 'Tất cả là số thật',
    label: 'lượt lưu, % lượt xem',
    bar: (day) => `đến ${day}`,
    alt: (finding, bars) =>
      `${finding} Các cột: tỷ lệ lưu thường thấy của từng tuần, theo % lượt xem. ${bars.join('; ')}.`,
    up: (now, before) => `Tuần này tăng lên ${now}%, từ ${before}% trước đó.`,
    down: (now, before) => `Tuần này giảm còn ${now}%, từ ${before}% trước đó.`,
    even: (now, before) => `Tuần này ${now}%, trước đó ${before}%: quá sát nhau để nói là khác.`,
    first: (now) => `${now}% lượt xem là lượt lưu, tuần đầu tiên có số.`,
    missing: 'Tuần này chưa có.',
    altCounted: (day, rate) => `Tuần đến ${day}: ${rate}, tất cả là số thật`,
    altBar: (day, rate, low, high) => `Tuần đến ${day}: ${rate} (dải 80%: ${low} đến ${high})`,
  },
};
