import type { Language } from '../words.js';

export const editText: Language['edit'] = {
  title: 'Editar',
  intro: 'Só você vê isto. A resposta muda junto com o que você mudar aqui.',
  fields: {
    numbers: 'Números',
    about: 'Sobre ele',
    analytics: 'Análises',
    who: 'Quem vê',
  },
  counts: (views, likes, comments, shares) =>
    `${views} visualizações, ${likes} curtidas, ${comments} comentários, ${shares} compartilhamentos`,
  names: {
    title: 'Título',
    link: 'Link',
    posted: 'Postado',
    trying: 'Testando',
    duration: 'Duração',
    watch_time: 'Tempo assistido',
    new_followers: 'Novos seguidores',
  },
  told: (name, value) => `${name}: ${value}`,
  seconds: (value) => `${value} s`,
  nothing: 'Nada ainda',
  everybody: 'Todo mundo neste servidor',
  onlyYou: 'Só você',
  notTaken: 'Não mudou',
  buttons: {
    numbers: 'Números',
    about: 'Título, link, data',
    analytics: 'Análises',
    makePrivate: 'Deixar privado',
    makePublic: 'Deixar público',
    remove: 'Remover',
  },
  wentPrivate: 'Esta nota agora é privada.',
  wasRemoved: 'Esta nota foi removida por quem mandou.',
};

export const editFormText: Language['editForm'] = {
  about: { title: 'Título, link, data' },
  analytics: { title: 'Análises do vídeo' },
  labels: {
    title: 'Título',
    link: 'Link',
    posted: 'Postado',
    trying: 'Testando',
    duration: 'Duração do vídeo',
    watch_time: 'Tempo médio assistido',
    new_followers: 'Novos seguidores',
  },
  hints: {
    title: 'Como você chama o vídeo. Vazio tira o título',
    link: 'No TikTok: Compartilhar → Copiar link',
    posted: 'O dia em que ficou público: 2026-11-01, 1 nov, ontem',
    trying: 'Um nome pra uma mudança que você está testando nos seus vídeos',
    duration: 'Segundos, ou minutos e segundos: 34 ou 0:34',
    watch_time: 'Segundos, como mostram as análises do vídeo',
    new_followers: 'Como mostram as análises do vídeo',
  },
};
