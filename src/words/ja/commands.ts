import type { Language } from '../words.js';

export const commandText: Language['commands'] = {
  score: {
    description: '動画1本のスコア：何人が保存したかを、正直な範囲つきで推定',
    options: {
      views: 'TikTokの表示どおり：541200、541,200、541.2K、54.1万など',
      likes: 'TikTokの表示どおり',
      comments: 'TikTokの表示どおり',
      shares: 'TikTokの表示どおり',
      saves: '見えるなら：ブックマークアイコンの横の数字',
      screenshot: '数値のかわりに、TikTokの動画画面のスクショ',
      screenshot2: '1枚目に写っていない分のスクショ',
      link: '動画のリンク：次からの記録が同じ履歴につながります',
      title: '動画の呼び名',
      posted: '公開した日：2026-11-01、11月1日、昨日、3日前',
      category: '動画の目的',
      duration: '動画の長さ（秒）',
      watch_time: '平均視聴時間（秒、動画のインサイト）',
      new_followers: 'この動画で増えた新規フォロワー（動画のインサイト）',
      trying: 'いま動画で試している工夫の名前',
      private: '答えは自分にだけ見え、ほかのどこにも出ません',
    },
    categories: {
      educational: '学び系',
      entertaining: 'エンタメ系',
      inspirational: 'やる気アップ系',
      aesthetic: 'おしゃれ系',
      valuable: 'お役立ち情報系',
    },
  },
  faq: {
    description: 'TikTokの保存、再生数、数値についてわかっていること（判定と出典つき）',
    ask: {
      description: 'TikTokの保存、再生数、インサイト、リーチについて何でも質問',
      question: '質問をそのまま書いてください',
    },
    topics: { description: '答えられる全テーマとその質問' },
    saves: {
      description: '保存とは何か、誰に見えるか、保存スコアのしくみ',
      question: '質問を打ち始めてください。空なら全体の説明が出ます',
    },
  },
  insights: {
    description: '自分の数値からわかることと、その確かさ',
    signals: '自分のどの数値が保存と一緒に動くか、試した工夫がどうだったか',
    categories: '自分のカテゴリの比較と、その確かさ',
    accuracy: '自分の動画の推定がどれだけずれていたか',
    days: 'ここ何日かにスコアを出した分だけ',
  },
  tips: {
    description: '次に試すことを1つ：自分の数値から、または動画の種類から',
    category: 'この種類の動画向け。空なら自分の数値から',
  },
  leaderboard: {
    description: 'このサーバーのクリエイターの公平な週間ランキング。参加した人だけが載ります',
    show: {
      description: '週のランキング：規模では勝てず、参加した人だけが載ります',
      board: '1つを全部見る。空なら全ランキング',
      week: '2026-W47 のような週。空なら今週',
    },
    boards: {
      improvement: 'いちばん伸びた',
      saved: '規模のわりに保存が多い',
      consistency: 'いちばん安定',
    },
    join: { description: 'このサーバーのランキングと週間まとめに載ることに同意' },
    leave: { description: '同意を取り消す：すぐに全ランキングから消えます' },
  },
  history: {
    description: 'これまで送った数値を見直す・直す',
    list: {
      description: '自分の記録（新しい順）、または表示に同意したメンバーの記録',
      member: 'このサーバーで表示に同意したほかの人',
      days: 'ここ何日かの分だけ',
    },
    video: {
      description: '動画1本の推移：全記録、伸び、直す方法',
      video: 'タイトルか日付（YYYY-MM-DD）を打ち始めるか、リンクを貼ってください',
    },
    trend: {
      description: '保存率とスコアの推移グラフ',
      days: '何日前まで見るか。空なら90',
    },
    account: {
      description: '取り込んだアカウントのフォロワー、視聴者、再生数を日ごとにグラフで',
      account: 'どのアカウントか。空なら最後に取り込んだもの',
      days: '何日前まで見るか。空なら90',
    },
  },
  import: {
    description: 'アカウントをまるごと：TikTok Studioのダウンロードか自作の表',
    file: 'CSV、XLSX、ZIP：TikTok Studio → インサイト → データをダウンロード、または自作の表',
    more: 'もう1つのファイル。別アカウントや別の言語でもOK',
    account: 'ファイルに書いていないとき、誰の数値か：mia',
    private: 'この数値はほかのどこにも出ません。答えはどのみち自分にだけ見えます',
  },
  guide: {
    description: 'いまTikTokのどこに各数値があり、何を意味するか',
    topic: '探している数値',
  },
  digest: {
    description: '週1回チャンネルに投稿：うまくいったこと、伸びた人、試すこと',
    setup: {
      description: '週間まとめをオンにする、または日時や場所を変える',
      channel: '投稿する場所',
      day: '何曜日か',
      time: '現地の何時か：18:00、6 pm',
      timezone: '近くの大都市か国、または略称：Hanoi、Japan、EST',
      quietWeeks: 'スコアが1つもない週：短く投稿するか、休む（初期設定）',
      quiet: { skip: '休む', post: '短く投稿する' },
    },
    status: {
      description: '次はいつか、最近どうだったか、何が問題でどう直すか',
    },
    off: { description: '週間まとめをオフにする' },
    preview: { description: 'いま投稿されるはずの内容そのまま。自分にだけ見えます' },
    past: {
      description: '過去の週間まとめを、投稿されたとおりに',
      week: '週を選ぶ。空なら最後の週',
    },
  },
  data: {
    description: '自分について保管されているデータ：全部持ち出す、または全部消す',
    export: '全サーバーで保管中の自分のデータ全部を、自分だけに見えるファイルで',
    delete: '全サーバーで保管中の自分のデータを全部消す（1回確認します）',
  },
  help: { description: 'まず何をするか' },
};

export const truthModalText: Language['truthModal'] = {
  title: '実際の保存数を追加',
  saves: 'いまの保存数',
  savesHint: '動画のブックマークアイコンの横の数字',
  picture: 'または保存数が写ったスクショ',
  pictureHint: '横にアイコンが並ぶTikTokの動画画面。読み取った内容を先に見せます',
  counts: {
    views: 'いまの再生数',
    likes: 'いまのいいね数',
    comments: 'いまのコメント数',
    shares: 'いまのシェア数',
  },
  countHint: 'ここの数値は1日以上前のものです。いまTikTokに出ているとおりに',
};

export const scoreFormText: Language['scoreForm'] = {
  title: '動画のスコアを出す',
  counts: { views: '再生数', likes: 'いいね', comments: 'コメント', shares: 'シェア' },
  hint: 'TikTokの表示どおり：541200、541,200、541.2Kなど',
  saves: '保存数（見えるなら）',
  savesHint: 'ブックマークアイコンの横の数字。続けて動画のリンクも書けます',
  more: '保存数、リンク、その他',
  moreHint: '1行に1つ、名前をつけて。保存数はブックマークアイコンの横の数字',
};

export const newNumbersModalText: Language['newNumbersModal'] = {
  title: '新しい数値',
  counts: truthModalText.counts,
  hint: 'いまTikTokに出ているとおりに',
  saves: truthModalText.saves,
  savesHint: '見えるなら：ブックマークアイコンの横の数字',
};

export const correctionModalText: Language['correctionModal'] = {
  title: 'この記録を直す',
  counts: { views: '再生数', likes: 'いいね', comments: 'コメント', shares: 'シェア' },
  hint: '入力したときにTikTokに出ていたとおりに',
};
