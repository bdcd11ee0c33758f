import type { Language } from '../words.js';

export const pictureText: Language['picture'] = {
  reading: '画像を読み取り中…',
  counts: {
    views: '再生数',
    likes: 'いいね',
    comments: 'コメント',
    saves: '保存数',
    shares: 'シェア',
  },
  message: {
    name: 'この画像のスコアを出す',
    notYours:
      '読み取るのは、頼んだ本人の画像だけです。自分のメッセージで使うか、`/score` に画像をつけてください。',
    none: 'そのメッセージに画像がありません。TikTokの自分の動画のスクショがあるメッセージで使ってください。',
  },
  check: {
    title: '画像の内容はこれで合っていますか？',
    read: (name, text, isClear) =>
      `**${name}** ${text}${isClear ? '' : ' · 読みにくいので、よく確認してください'}`,
    typed: (name, text) => `**${name}** ${text} · 入力どおり`,
    overruled: (name, typed, shown) => `**${name}** ${typed} · 入力どおり。画像では${shown}`,
    missing: (name) => `**${name}** がありません：はっきり読めませんでした`,
    absent: (name) => `**${name}** がありません：画像に写っていません`,
    torn: (name) => `**${name}** がありません：2枚の画像で数字が違います`,
    press:
      '**まだ何も記録していません。** 合っていれば、15分以内に **合っている** を押してください。違えば **数字を直す** を押してください。',
    complete: (names) =>
      `**まだ何も記録していません。** 15分以内に **数字を直す** を押して、${names.join('と')}を入れてください。`,
    isKnown: '保存数は、前に送った数値の横に並びます。',
    isNew: 'この数値は、同じ動画の新しい記録になります。',
    one: (n, total, why) => `画像${n}/${total}：${why}`,
    alt: (lines) => `画像で読み取った部分：${lines.join('、')}`,
  },
  buttons: { right: '合っている', correct: '数字を直す' },
  modal: {
    title: '読み取った数字を直す',
    hint: 'TikTokの表示どおり',
    savesHint: '見えるなら：ブックマークアイコンの横の数字',
  },
  refused: {
    title: 'この画像は読めません',
    alt: 'TikTokの自分の動画。数字が丸で囲んであります。いいね、コメント、保存、シェアは横のアイコンの下、再生数はいちばん下。イラスト。',
    example: '数字の場所はここ（イラストの例）：',
    nothing: '**何も記録していません。** `/score` には数字を打ってもOKです。',
    why: {
      'not a picture': 'PNG、JPEG、WebPの画像ではないか、壊れています。',
      'too large': 'スマホのスクショより大きいファイルです。開けるのは10 MB、1,600万画素までです。',
      'too narrow':
        '画像が小さすぎて数字を見分けられません。プレビューではなく、幅480ピクセル以上のスクショそのものを送ってください。',
      'unknown screen':
        '知らない画面です。TikTokで自分の動画を開き、横に数字つきのアイコンが並ぶ画面をスクショしてください。投稿1件のインサイトでもOKです。',
      unreadable:
        '数字の場所はわかりますが、はっきり読めません。後ろの映像が落ち着いた場面でスクショして、そのまま送ってください。',
      'other network':
        'ほかのアプリのようです。数字の意味が違うので、読み取るのはTikTokの画面だけです。',
      'not fetched': 'Discordから画像を取得できませんでした。もう一度送ってください。',
      busy: 'ほかの人の画像が先に待っています。30秒後にもう一度送ってください。',
      failed: 'ボット側の問題で読み取れませんでした。もう一度送るか、数字を打ってください。',
      off: 'ボットの運営者が画像の読み取りをオフにしています。',
      'not installed': '画像を読み取るプログラムがここには入っていません。',
    },
  },
};
