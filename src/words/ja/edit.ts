import type { Language } from '../words.js';

export const editText: Language['edit'] = {
  title: '編集',
  intro: '自分にだけ見えます。ここで変えると、答えも変わります。',
  fields: {
    numbers: '数値',
    about: '動画について',
    analytics: 'インサイト',
    who: '見える人',
  },
  counts: (views, likes, comments, shares) =>
    `再生数 ${views}、いいね ${likes}、コメント ${comments}、シェア ${shares}`,
  names: {
    title: 'タイトル',
    link: 'リンク',
    posted: '投稿日',
    trying: '試していること',
    duration: '長さ',
    watch_time: '視聴時間',
    new_followers: '新規フォロワー',
  },
  told: (name, value) => `${name}：${value}`,
  seconds: (value) => `${value}秒`,
  nothing: 'まだありません',
  everybody: 'このサーバーの全員',
  onlyYou: '自分だけ',
  notTaken: '変えていません',
  buttons: {
    numbers: '数値',
    about: 'タイトル・リンク・日付',
    analytics: 'インサイト',
    makePrivate: '非公開にする',
    makePublic: '公開する',
    remove: '削除',
  },
  wentPrivate: 'このスコアは非公開になりました。',
  wasRemoved: 'このスコアは送った本人が削除しました。',
};

export const editFormText: Language['editForm'] = {
  about: { title: 'タイトル・リンク・日付' },
  analytics: { title: '動画のインサイト' },
  labels: {
    title: 'タイトル',
    link: 'リンク',
    posted: '投稿日',
    trying: '試していること',
    duration: '動画の長さ',
    watch_time: '平均視聴時間',
    new_followers: '新規フォロワー',
  },
  hints: {
    title: '動画の呼び名。空にすると消えます',
    link: 'TikTokで：シェア → リンクをコピー',
    posted: '公開した日：2026-11-01、11月1日、昨日',
    trying: 'いま動画で試している工夫の名前',
    duration: '秒、または分と秒：34、0:34',
    watch_time: '秒。動画のインサイトの表示どおり',
    new_followers: '動画のインサイトの表示どおり',
  },
};
