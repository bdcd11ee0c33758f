import type { Language } from '../words.js';

const limits = {
  bytes: '展開できる大きさを超えています。TikTokの出力でここまで大きいものはありません',
  entries: '中のファイルが多すぎて開けません',
  rows: '10,000行を超えています',
  columns: '64列を超えています',
  rowLength: 'どんなタイトルより長いセルか行があります',
};

const plainly = {
  'not available yet': 'TikTokがまだ集計していません',
  'posted after the export': '出力した日より後の投稿です',
  'no hour': '時刻が0〜23ではありません',
  'unknown header':
    '1行目がわかりません。読めるのはTikTok Studioの7種類のファイルと、再生数・いいね・コメント・シェアのある表です',
  empty: '中身が空です',
  'not a table': '表ではありません。読めるのはCSV、XLSXと、それを入れたZIPです',
  'open quote': '引用符が開いたまま閉じていません',
  damaged: '壊れているかロックされていて、開けません',
  'archive inside': 'アーカイブの中にアーカイブがあります。取り出して、それだけ送ってください',
  'nothing inside': 'アーカイブが空です',
  macros: 'マクロが入っています。CSVか、マクロなしのXLSXで保存し直してください',
  'no account': '誰の数値かわかりません。`account:` をつけて送り直してください',
  'too large': '10 MBを超えています',
  gone: 'Discordから受け取れませんでした。送り直してください',
} as const;

export const importText: Language['imports'] = {
  title: 'ファイルの中身',
  storedTitle: '記録しました',
  nothingTitle: '新しいものなし',
  unreadTitle: '記録できるものなし',
  tables: {
    content: 'Content：自分の動画',
    overview: 'Overview：アカウントの再生数',
    viewers: 'Viewers',
    followers: 'FollowerHistory：フォロワー',
    activity: 'FollowerActivity：フォロワーのオンライン時間',
    gender: 'FollowerGender',
    territories: 'FollowerTopTerritories',
    own: '自作の表',
  },

  videos: (o) => `**${o.videos}**${o.accounts}：既知${o.known}、新規${o.fresh}。`,
  videoCount: (count) => `動画${count}本`,
  ofAccounts: (handles) =>
    handles.length === 0 ? '' : `（${handles.map((handle) => `@${handle}`).join('、')}）`,
  readings: (count) => `これから入る記録は${count}件。`,
  raised: (count) => `前の取り込みの記録${count}件は、大きいほうの数値になります。`,
  truths: (count) => `実際の保存数が${count}件ついています。`,
  days: (days, handle, from, to, fresh) =>
    `@${handle}の**${days}日分**、${from}〜${to}：新規${fresh}。`,
  goesOn: (to) => `ファイルは${to}まであります。残りの日はまだ集計されていません。`,
  hours: (days) =>
    `フォロワーのオンライン時間：${days}日分。TikTokは直近7日しか残さないので、毎週送ってください。`,
  accounts: (count) => `アカウント${count}個。`,
  notStored: (until) => `**まだ何も記録していません。** \`記録する\` は${until}まで使えます。`,
  nothingNew: 'このファイルの中身はもう全部あります。何も記録していません。やることもありません。',
  nothingFound: 'このファイルに記録できるものはありませんでした。',
  store: '記録する',
  cancel: 'やめる',
  cancelled: '何も記録していません。読み取った内容も消しました。',

  assumed: '正しいとみなしたこと',
  leftOut: '外したもの',
  moreLeft: (count) => `…ほか${count}件は下のファイルに。`,
  leftFile: '外したもの（ファイル、行、理由）',
  moreAssumed: (count) => `…ほか${count}件は下のファイルに。`,
  assumedFile: '正しいとみなしたこと（1行ずつ）',
  left: (file, line, why) =>
    line === null ? `\`${file}\`：${why}。` : `\`${file}\` ${line}行目：${why}。`,

  assume: {
    years: (videos) => `${videos}の年：TikTokが年を書かないので、リンクのIDから。`,
    exportDay: (days) =>
      `出力日は${days}：TikTokは年なしで日付を書くので、いちばん新しい年にしました。`,
    days: (files, to) =>
      `年なし：${files}。合う中でいちばん新しい年にしたので、最終日は${to}です。`,
    today: (files) => `いつの数値か書いていない：${files}。今日とみなします。`,
    accountByName: (files, handle) => `ファイル名から@${handle}のものとみなす：${files}。`,
    onlyAccount: (files, handle) =>
      `わかるアカウントは@${handle}だけなので、そのものとみなす：${files}。`,
    translated: (files) =>
      `1行目が翻訳されている：${files}。本物を見たことがないので、よく確認してください。`,
    storedResults: (files) => `数式入り：${files}。一緒に入っている計算結果を使いました。`,
    notKept: (files) => `読みましたが、何も残しません：${files}。`,
    notAvailable: (files, days) =>
      `${days}日分は未集計か、アカウントができる前：${files}。ゼロではなく空のままです。`,
    lastHours: (files, day) => `${day}の最後のゼロは、まだ来ていない時間：${files}。`,
  },

  why: (why, shown) => {
    switch (why.why) {
      case 'no day':
        return `「${shown(why.cell)}」は日付として読めません`;
      case 'not a count':
        return `「${shown(why.cell)}」は数値として読めません`;
      case 'negative':
        return `「${shown(why.cell)}」はゼロ未満です`;
      case 'no link':
        return why.cell.trim() === ''
          ? '動画のリンクがありません'
          : `「${shown(why.cell)}」は動画のリンクではありません`;
      case 'more than views':
        return `「${shown(why.cell)}」は再生数${shown(why.views)}を超えています`;
      case 'table':
        return shown(why.said);
      case 'columns':
        return `値が${why.found}個で、1行目は${why.wanted}個です`;
      case 'too much':
        return limits[why.limit];
      default:
        return plainly[why.why];
    }
  },

  personalTitle: 'それは個人データのアーカイブです',
  personal:
    'これはTikTokの「データをダウンロードする」（アカウント全体のデータ）です。DM、住所、電話番号が入っているので読まず、何も残していません。\n\n**送ったメッセージかファイルを、送った場所から消してください。** 必要なのは、Web版TikTok Studioの **インサイト → データをダウンロード** のほうです。',
  tooMuch:
    'TikTokのどの出力よりも時間かメモリを使ったので、止めました。何も記録していません。CSVで1つずつ送ってください。',
  notAnAccount: (typed) =>
    `「${typed}」はTikTokアカウントではありません。\`mia\` のようなユーザー名か、プロフィールのリンクを書いてください。何も記録していません。`,

  stored: (o) =>
    `${[o.readings, o.days].filter((one) => one !== '').join('、')}を取り込みました。自分にだけ見えます。`,
  storedReadings: (count) => `記録${count}件`,
  storedDays: (count) => `${count}日分`,
  see: '`/history list`、`/history trend`、`/insights signals` で見られます。日ごとの数値は `/history account`。',
  undoUntil: (time) => `${time}まで元に戻せます。`,
  undo: '取り込みを元に戻す',

  teach: {
    title: (count) => `推定にいちばん役立つ動画${count}本`,
    intro: (others, gain) =>
      `実際の保存数がわかると、ほかの動画${others}本の範囲が約**${gain}狭く**なります。数字はブックマークの横です。`,
    video: (place, title, views) => `${place}. ${title}（再生数 ${views}）`,
    button: (place) => `実際の保存数を追加：${place}`,
    told: (narrower, others) =>
      `ありがとうございます。ほかの動画${others}本の範囲が**${narrower}狭く**なりました。`,
    toldNothing: 'ありがとうございます。推定の横に表示して、そこから学びます。',
    soFar: (told, _n, narrower) =>
      `実際の保存数${told}件のおかげで、ほかの動画の範囲が${narrower}狭くなりました。`,
    done: 'これ以上、範囲を大きく狭めるものはありません。ときどき新しい動画の保存数を教えてください。',
  },
};

export const accountText: Language['account'] = {
  title: (handle) => `@${handle}の日ごとの数値`,
  subtitle: (days) => `${days} · 空いているのは不明な日`,
  followers: 'フォロワー',
  viewers: '視聴者',
  views: '再生数',
  grown: (o) => `**フォロワー${o.change}**（${o.from}〜${o.to}）：最後は${o.now}。`,
  viewersLine: (mean, days) => `1日の視聴者は約${mean}（${days}日分）。`,
  viewsLine: (sum, days) => `アカウントの再生数は${days}日で${sum}。`,
  missing: (days) => `途中の${days}日分は不明です。`,
  hoursTitle: 'フォロワーのオンライン時間',
  hours: (hours, days) =>
    `多いのは${hours}ごろ（アカウントの時計、${days}日分）。投稿が伸びる保証ではありません。`,
  hoursKeep: 'TikTokは7日分しか残しません。毎週取り込まないと消えます。',
  others: (handles) => `ほかに${handles}もあります。\`account\` で選んでください。`,
  onlyYou: '自分にだけ見えます。',
  noneTitle: 'アカウントの日別データがまだありません',
  none: 'Web版TikTok Studioで **インサイト → データをダウンロード** を選び、Overview、Viewers、Followersを出力。そのファイルを `/import` で送ってください。',
  noneInDays: (days, last) =>
    `${days}には何もありません。いちばん新しい日は${last}。\`days\` を増やしてください。`,
  noAccount: (typed, known) =>
    `「${typed}」の日別データはありません。${known === '' ? '' : `あるのは${known}です。`}`,
  noPicture: 'いまグラフを描けません。内容はこちら。',
  alt: (o) =>
    `@${o.handle}の折れ線グラフ、${o.days}：上がフォロワー、下がアカウントの視聴者と再生数、1日ごと。空いているのは不明な日。${o.facts}`,
};
