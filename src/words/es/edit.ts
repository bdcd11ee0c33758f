import type { Language } from '../words.js';

export const editText: Language['edit'] = {
  title: 'Editar',
  intro: 'Solo tú ves esto. La respuesta cambia con lo que cambies aquí.',
  fields: {
    numbers: 'Números',
    about: 'Sobre el video',
    analytics: 'Analíticas',
    who: 'Quién lo ve',
  },
  counts: (views, likes, comments, shares) =>
    `${views} vistas, ${likes} me gusta, ${comments} comentarios, ${shares} compartidos`,
  names: {
    title: 'Título',
    link: 'Enlace',
    posted: 'Publicado',
    trying: 'Probando',
    duration: 'Duración',
    watch_time: 'Tiempo de visualización',
    new_followers: 'Seguidores nuevos',
  },
  told: (name, value) => `${name}: ${value}`,
  seconds: (value) => `${value} s`,
  nothing: 'Todavía nada',
  everybody: 'Todo el servidor',
  onlyYou: 'Solo tú',
  notTaken: 'Sin cambios',
  buttons: {
    numbers: 'Números',
    about: 'Título, enlace, fecha',
    analytics: 'Analíticas',
    makePrivate: 'Hacer privado',
    makePublic: 'Hacer público',
    remove: 'Quitar',
  },
  wentPrivate: 'Este puntaje ahora es privado.',
  wasRemoved: 'Quien envió este puntaje lo quitó.',
};

export const editFormText: Language['editForm'] = {
  about: { title: 'Título, enlace, fecha' },
  analytics: { title: 'Analíticas del video' },
  labels: {
    title: 'Título',
    link: 'Enlace',
    posted: 'Publicado',
    trying: 'Probando',
    duration: 'Duración del video',
    watch_time: 'Tiempo de visualización promedio',
    new_followers: 'Seguidores nuevos',
  },
  hints: {
    title: 'Cómo llamas tú al video. Si lo dejas vacío, se quita',
    link: 'En TikTok: Compartir → Copiar enlace',
    posted: 'El día en que se publicó: 2026-11-01, 1 nov, ayer',
    trying: 'Un nombre para un cambio que estás probando en tus videos',
    duration: 'Segundos, o minutos y segundos: 34 o 0:34',
    watch_time: 'Segundos, como lo muestran las analíticas del video',
    new_followers: 'Como lo muestran las analíticas del video',
  },
};
