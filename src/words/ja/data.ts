import type { Language } from '../words.js';
import { say } from './say.js';

export const tableText: Language['table'] = {
  Creator: {
    counted: (count) => `自分の登録${count}件`,
    holds: 'DiscordのIDと、いつから保管しているか',
  },
  Video: {
    counted: (count) => `動画${count}本`,
    holds:
      '各動画：リンク、TikTokのIDとユーザー名、タイトル、投稿日、カテゴリ、長さ、非公開で送られた分があるか',
  },
  Reading: {
    counted: (count) => `記録${count}件`,
    holds:
      'ある時点に入力した動画の数値。各数値の横に丸めの単位（541.2Kなら100）。guildIdはサーバーのDiscord ID（空ならDM、または忘れたサーバー）。tipは一緒に表示したヒント',
  },
  Estimate: {
    counted: (count) => `推定${count}件`,
    holds: '各記録の推定：保存数、80%の範囲、スコア、その内訳（自然対数）',
  },
  TrueSave: {
    counted: (count) => `実際の保存数${count}件`,
    holds:
      '画面で確認した保存数と、推定のずれ（自然対数）。自分についての学習は、すべて毎回ここから計算し直します',
  },
  Draft: {
    counted: (count) => `下書き${count}件`,
    holds: '「それでも記録」を15分間待っている、ありえなさそうな数値',
  },
  Consent: {
    counted: (count) => `同意${count}件`,
    holds: '表示に同意したサーバー、いつからか、Discordが最後にメンバーだと答えた日時',
  },
  SaidOnce: {
    counted: (count) => `あいさつ・招待${count}件`,
    holds: 'あいさつやランキングへの招待をしたサーバーと日時',
  },
  VideoAlias: {
    counted: (count) => `まとめた登録${count}件`,
    holds: '登録をまとめる前の動画の目印',
  },
  Undo: {
    counted: (count) => `履歴の変更${count}件`,
    holds:
      '直した・消した・まとめたものの変更前の状態（元に戻せる間だけ）。元に戻したものは、戻したという事実だけ',
  },
  Import: {
    counted: (count) => `取り込み${count}件`,
    holds: 'ファイルを取り込んだ日時と、それで入った記録と日（importId）',
  },
  AccountDay: {
    counted: (count) => `アカウントの日別データ${count}日分`,
    holds:
      '送ったファイルにある、TikTokアカウントの日ごとの再生数、視聴者、フォロワー。空の数値は不明。asOfはファイルの最終日',
  },
  AccountHour: {
    counted: (count) => `アカウントの時間別データ${count}時間分`,
    holds: '送ったファイルにある、各時間にいたフォロワーの人数',
  },
  BoardEntry: {
    counted: (count) => `ランキング結果${count}件`,
    holds: 'サーバーと週ごとのランキング結果（スコアの点数）',
  },
  DigestShown: {
    counted: (count) => `名前が載った週間まとめ${count}件`,
    holds:
      '自分や動画が名前つきで載った週間まとめのサーバーと週、その内容：動画と、どれだけ伸びたか',
  },
  Mailbox: {
    counted: (count) => `メッセージの設定${count}件`,
    holds:
      'メッセージの送り方：Discordでの会話、タイムゾーン、時間帯、言語、週間メモの日時、メッセージを受け取らない設定ならいつからか',
  },
  Reminder: {
    counted: (count) => `リマインダー${count}件`,
    holds: '頼まれた各リマインダー：動画、その経過時間、予定日時、どのメッセージで送ったか',
  },
  Letter: {
    counted: (count) => `自分へのメッセージ${count}件`,
    holds:
      'この2週間にこちらから送った、または送ろうとした各メッセージ：日付、届いたか、届かなかった理由。本文は送るまで保管します',
  },
  BoardVideo: {
    counted: (count) => `週の上位動画${count}本`,
    holds: 'あるサーバーと週で、規模のわりに保存が特に多かった自分の動画',
  },
};

export const dataText: Language['data'] = {
  exported: '保管しているデータ全部',
  exportedWhat: (held) =>
    `全サーバー分：${held}。\n自分にだけ見えます。まず **README.txt** を開いてください。各ファイルの中身が書いてあります。ファイルはこのメッセージを閉じるかDiscordを再起動すると消えるので、いまダウンロードしてください。`,
  archive: '保管している自分のデータ全部（ZIPの中にJSONとCSV）',
  nothing:
    'データは何も保管していません。動画も数値もIDもありません。最初の `/score` から保管が始まります。',
  tooLarge: (megabytes) =>
    `全データは圧縮しても${megabytes} MB。Discordで送れるのは10 MBまでです。ボットの運営者に、自分のDiscord IDを伝えて \`npm run export\` を頼んでください。制限なしで同じファイルを作れます。`,
  askTitle: '保管中のデータを全部消しますか？',
  ask: (held) =>
    `全サーバーから一度に消えます：${held}。そこから学習したこと、ランキングの順位、手元の週間まとめに載った分も消えます。3人以上のクリエイターで出したサーバーの週合計は残りますが、名前は入っていません。\n\n**誰にも元に戻せません。** 手元に残したいなら、先に \`/data export\` を使ってください。\n\nチャンネルに投稿したメッセージは、数値ごとDiscordに残ります。チャンネルのものなので、自分かモデレーターが消せます。運営者の非常用バックアップには、入れ替わるまでデータが残ります。データベースによっては、書き換わるまで生ファイルに跡が残ることもあり、これも運営者しだいです。\n\nボタンは15分間使えます。`,
  deleteButton: '全部消す',
  deletedTitle: '消しました',
  deleted: (held) =>
    `全サーバーから消えました：${held}。テーブルには何も残っていないので、もう表示も利用もできません。チャンネルの古いメッセージはDiscordに残りますが、ボタンを押しても何も見つかりません。また使うときは、ゼロから始まります。`,
  deletedAlready: '保管しているデータはもうありません。',
};

export const exportReadme: Language['exportReadme'] = (files, at) => {
  const tables = [...files].map(([model, { file, rows }]) => {
    const { holds } = tableText[model];
    return say('csv/{file}.csv と keepsake.json の "{file}"：{rows}行\n    {holds}。\n', {
      file,
      rows,
      holds,
    });
  });
  const text = `KEEPSAKE：保管している自分のデータ全部

${at.toISOString()}（UTC）時点、全サーバーとDMの分。

keepsake.json
    全部を1つにまとめたプログラム用ファイル。IDと数値は、桁が欠けないようテキストで入っています。
    時刻はUTC。全部が1つのアーカイブに入らないときは、keepsake-data-json.zip にこれが、
    keepsake-data-csv.zip に表が入っています。

csv/
    同じ内容の表。Excel、LibreOffice、Numbers、Google スプレッドシート用。長いIDや、数式と
    間違われそうな文字の前のアポストロフィは、そのまま保つためのもので、データの一部では
    ありません。

${tables.join('\n')}
保管していないのでここにないもの：メッセージ、Discordの名前と画像、TikTokアカウント、
受け付けなかった入力。
`;
  // Notepad has known line feeds alone only since 2018.
  return text.replaceAll('\n', '\r\n');
};
