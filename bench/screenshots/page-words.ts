import type { ShownCount } from '../../src/lib/count-names.js';
import type { Language } from './shot.js';

/** What stands on TikTok's screens, by language. */
export interface PageWords extends Readonly<Record<ShownCount, string>> {
  readonly share: string;
  readonly insights: string;
  readonly comment: string;
  readonly title: string;
  readonly caption: string;
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  en: {
    ...{
      views: 'Video views',
      likes: 'Likes',
      comments: 'Comments',
      saves: 'Saves',
      shares: 'Shares',
    },
    ...{
      share: 'Share',
      insights: 'More insights',
      comment: 'Add comment...',
      title: 'Video analysis',
    },
    caption: 'Three knots every camper needs #camping #knots',
  },
  vi: {
    ...{ views: 'Lượt xem video', likes: 'Lượt thích', comments: 'Bình luận', saves: 'Lượt lưu' },
    ...{ shares: 'Lượt chia sẻ', share: 'Chia sẻ', insights: 'Thông tin chi tiết' },
    ...{
      comment: 'Thêm bình luận...',
      title: 'Phân tích video',
      caption: 'Ba nút thắt cần biết #camtrai',
    },
  },
  es: {
    ...{ views: 'Visualizaciones', likes: 'Me gusta', comments: 'Comentarios', saves: 'Favoritos' },
    ...{ shares: 'Compartidos', share: 'Compartir', insights: 'Más estadísticas' },
    ...{
      comment: 'Añadir comentario...',
      title: 'Análisis',
      caption: 'Tres nudos para acampar #nudos',
    },
  },
  pt: {
    ...{ views: 'Visualizações', likes: 'Curtidas', comments: 'Comentários', saves: 'Favoritos' },
    ...{ shares: 'Compartilhamentos', share: 'Compartilhar', insights: 'Mais insights' },
    ...{
      comment: 'Adicionar comentário...',
      title: 'Análise',
      caption: 'Três nós para acampar #nos',
    },
  },
  de: {
    ...{ views: 'Videoaufrufe', likes: 'Likes', comments: 'Kommentare', saves: 'Favoriten' },
    ...{ shares: 'Geteilt', share: 'Teilen', insights: 'Weitere Einblicke' },
    ...{
      comment: 'Kommentar hinzufügen...',
      title: 'Analyse',
      caption: 'Drei Knoten fürs Zelten #knoten',
    },
  },
  fr: {
    ...{ views: 'Vues de la vidéo', likes: 'J’aime', comments: 'Commentaires', saves: 'Favoris' },
    ...{ shares: 'Partages', share: 'Partager', insights: 'Plus de statistiques' },
    ...{
      comment: 'Ajouter un commentaire...',
      title: 'Analyse',
      caption: 'Trois nœuds de camping #noeuds',
    },
  },
  id: {
    ...{ views: 'Tayangan video', likes: 'Suka', comments: 'Komentar', saves: 'Favorit' },
    ...{ shares: 'Dibagikan', share: 'Bagikan', insights: 'Wawasan lainnya' },
    ...{
      comment: 'Tambahkan komentar...',
      title: 'Analisis',
      caption: 'Tiga simpul berkemah #simpul',
    },
  },
  ja: {
    ...{
      views: '動画視聴数',
      likes: 'いいね',
      comments: 'コメント',
      saves: '保存',
      shares: 'シェア',
    },
    ...{ share: 'シェア', insights: 'その他のインサイト', comment: 'コメントを追加...' },
    ...{ title: '分析', caption: 'キャンプの結び方 三つ' },
  },
};
