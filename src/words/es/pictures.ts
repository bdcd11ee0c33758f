import type { Language } from '../words.js';

export const pictureText: Language['picture'] = {
  reading: 'Estoy leyendo tu imagen …',
  counts: {
    views: 'Vistas',
    likes: 'Me gusta',
    comments: 'Comentarios',
    saves: 'Guardados',
    shares: 'Compartidos',
  },
  message: {
    name: 'Medir esta imagen',
    notYours:
      'Solo leo imágenes de quien me lo pide. Úsalo en un mensaje tuyo, o adjunta la imagen a `/score`.',
    none: 'En ese mensaje no hay imagen. Úsalo en uno con una captura de tu video en TikTok.',
  },
  check: {
    title: '¿Esto es lo que muestra tu imagen?',
    read: (name, text, isClear) =>
      `**${name}** ${text}${isClear ? '' : ' · difícil de leer, así que mira bien'}`,
    typed: (name, text) => `**${name}** ${text} · como lo escribiste`,
    overruled: (name, typed, shown) =>
      `**${name}** ${typed} · como lo escribiste; la imagen muestra ${shown}`,
    missing: (name) => `Falta **${name}**: no lo pude leer con seguridad`,
    absent: (name) => `Falta **${name}**: tu imagen no lo muestra`,
    torn: (name) => `Falta **${name}**: tus dos imágenes muestran números distintos`,
    press:
      '**Todavía no se registró nada.** Si está bien, toca **Está bien**; tienes 15 minutos. Si no, toca **Corregir un número**.',
    complete: (names) =>
      `**Todavía no se registró nada.** Toca **Corregir un número** y completa ${listed(names)}; tienes 15 minutos.`,
    isKnown: 'Tus guardados quedan entonces junto a los números que ya me diste.',
    isNew: 'Estos números pasan a ser entonces un nuevo registro del mismo video.',
    one: (n, total, why) => `Imagen ${n} de ${total}: ${why}`,
    alt: (lines) => `Las partes de tu imagen que leí: ${lines.join(', ')}`,
  },
  buttons: { right: 'Está bien', correct: 'Corregir un número' },
  modal: {
    title: 'Corrige lo que leí',
    hint: 'Como lo muestra TikTok',
    savesHint: 'El número junto al ícono de marcador, si lo ves',
  },
  refused: {
    title: 'No puedo leer esa imagen',
    alt: 'Un video propio en TikTok, con círculos alrededor de sus números: me gusta, comentarios, guardados y compartidos bajo los íconos del costado, vistas abajo. Dibujado.',
    example: 'Aquí están los números, en un ejemplo dibujado:',
    nothing: '**No se registró nada.** `/score` también acepta los números escritos.',
    why: {
      'not a picture': 'Ese archivo no es una imagen PNG, JPEG o WebP, o está dañado.',
      'too large':
        'Ese archivo es más grande que la captura de cualquier teléfono: abro como mucho 10 MB y 16 millones de píxeles.',
      'too narrow':
        'Esa imagen es muy pequeña para distinguir sus dígitos. Manda la captura misma, de al menos 480 píxeles de ancho, no una vista previa.',
      'unknown screen':
        'No conozco esa pantalla. Abre tu video en TikTok con los íconos y sus números al costado, y toma la captura ahí. También sirven las analíticas de una publicación.',
      unreadable:
        'Veo dónde están los números, y no los puedo leer con seguridad. Toma la captura donde el video de fondo sea más tranquilo, y mándala tal cual.',
      'other network':
        'Eso parece otra app. Sus números significan otra cosa, así que solo leo pantallas de TikTok.',
      'not fetched': 'No pude traer esa imagen de Discord. Mándala de nuevo, por favor.',
      busy: 'Ya hay imágenes de otros en espera. Mándala de nuevo en medio minuto, por favor.',
      failed:
        'Leer esa imagen falló de mi lado. Mándala de nuevo, por favor, o escribe los números.',
      off: 'Quien me administra desactivó la lectura de imágenes.',
      'not installed': 'Aquí no está instalado lo que uso para leer imágenes.',
    },
  },
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} y ${words.at(-1) ?? ''}`;
}
