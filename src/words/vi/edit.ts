import type { Language } from '../words.js';

export const editText: Language['edit'] = {
  title: 'Sửa',
  intro: 'Chỉ bạn thấy phần này. Câu trả lời đổi theo những gì bạn sửa ở đây.',
  fields: {
    numbers: 'Các con số',
    about: 'Về video',
    analytics: 'Số liệu phân tích',
    who: 'Ai thấy',
  },
  counts: (views, likes, comments, shares) =>
    `${views} lượt xem, ${likes} lượt thích, ${comments} bình luận, ${shares} chia sẻ`,
  names: {
    title: 'Tên',
    link: 'Link',
    posted: 'Ngày đăng',
    trying: 'Đang thử',
    duration: 'Độ dài',
    watch_time: 'Thời gian xem',
    new_followers: 'Follower mới',
  },
  told: (name, value) => `${name}: ${value}`,
  seconds: (value) => `${value} giây`,
  nothing: 'Chưa có gì',
  everybody: 'Mọi người trong máy chủ này',
  onlyYou: 'Chỉ bạn',
  notTaken: 'Không đổi',
  buttons: {
    numbers: 'Các con số',
    about: 'Tên, link, ngày',
    analytics: 'Số liệu phân tích',
    makePrivate: 'Để riêng tư',
    makePublic: 'Để công khai',
    remove: 'Xóa',
  },
  wentPrivate: 'Điểm này giờ là riêng tư.',
  wasRemoved: 'Người gửi đã xóa điểm này.',
};

export const editFormText: Language['editForm'] = {
  about: { title: 'Tên, link, ngày' },
  analytics: { title: 'Số liệu phân tích của video' },
  labels: {
    title: 'Tên',
    link: 'Link',
    posted: 'Ngày đăng',
    trying: 'Đang thử',
    duration: 'Độ dài video',
    watch_time: 'Thời gian xem trung bình',
    new_followers: 'Follower mới',
  },
  hints: {
    title: 'Bạn gọi video là gì. Để trống là bỏ tên',
    link: 'Trong TikTok: Chia sẻ → Sao chép liên kết',
    posted: 'Ngày công khai: 2026-11-01, 1 Nov, hôm qua',
    trying: 'Tên của điều bạn đang thử trên các video',
    duration: 'Giây, hoặc phút và giây: 34 hay 0:34',
    watch_time: 'Số giây, như số liệu phân tích của video hiện',
    new_followers: 'Như số liệu phân tích của video hiện',
  },
};
