import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';

export const definitionsText: Language['definitions'] = {
  button: '¿Cómo?',
  boards: {
    title: 'Cómo se hacen los rankings',
    improvement: (week, before, weeks) =>
      `**Mayor mejora**: cuánto supera el puntaje del medio de la semana al de las ${weeks} semanas propias anteriores. Desde ${week} videos en la semana y ${before} antes. *(heurística)*`,
    saved: (week) =>
      `**Más guardados para su tamaño**: el puntaje del medio de la semana. Un puntaje dice dónde queda la tasa de guardado entre videos con las mismas vistas, así que las vistas no dan ventaja. Desde ${week} videos en la semana. *(heurística)*`,
    consistency: (videos, weeks) =>
      `**Mayor constancia**: qué tan lejos del puntaje del medio quedan, en promedio, los videos propios de ${weeks} semanas. Dice qué tan parejo, no qué tan alto. Desde ${videos} videos. *(heurística)*`,
    rules: [
      'Un video cuenta una vez, en la primera semana en que se puede evaluar, y necesita un enlace, o un título y una fecha.',
      'Los conteos reales (✓) se comparan con conteos reales, y las estimaciones con estimaciones. Aquí todas se estiman igual, a partir de me gusta, comentarios y compartidos.',
      `${SHOWN_MARK}: los números del video vienen de una captura, nadie los escribió.`,
      'Los empates comparten puesto. La semana va de lunes a domingo, en UTC. Cuando termina queda fija: lo que se corrige después no cambia nada ahí.',
    ],
  },
  signals: {
    title: 'Cómo busco lo que se mueve con tus guardados',
    lines: [
      'Comparo cada número con tus guardados, video por video. +1: siempre suben juntos. −1: uno baja cuando el otro sube. 0: no se ve nada. Entre paréntesis va lo posible (el intervalo del 95%).',
      'Miro varios a la vez, así que cada uno tiene que destacar más para que lo nombre (método de Holm).',
      'Las tasas sobre las mismas vistas se mueven un poco juntas por sí solas. Nada de esto prueba una causa.',
      'Con solo estimaciones dejo fuera me gusta, comentarios, compartidos, tiempo de visualización y seguidores nuevos: la estimación sale de ellos, y solo mostraría su propia fórmula.',
    ],
    experiments: (sizes) =>
      `**Lo que estás probando**: ve alternando, un video con eso y uno sin eso. Concluyo al llegar a ${sizes} de cada uno con guardados contados por ti, así que mirar antes no hace daño.`,
  },
  categories: {
    title: 'Cómo se comparan las categorías',
    lines: [
      'Se muestra la tasa de guardado del medio de cada una, y entre paréntesis lo posible (el intervalo del 95%).',
      'Cada una se compara con todos tus otros videos que tienen categoría. Nada de esto prueba una causa.',
    ],
    concluded: (sizes) =>
      `Solo concluyo con tus propios conteos, con ${sizes} de cada lado. Miro varias a la vez, así que cada una tiene que destacar más (método de Holm).`,
  },
  accuracy: {
    title: 'Cómo se revisan las estimaciones',
    lines: (from, most) => [
      `Cada video cuenta una vez, con su primer conteo real junto a la estimación como se mostró; los últimos ${most} de todas tus cuentas.`,
      `El rango está hecho para acertar 8 de 10. Se evalúa donde se estimaron ${from} guardados o más.`,
      'Un factor de 2 es el doble o la mitad de lo real. Entre paréntesis va lo posible (intervalos del 95%).',
      'Las estimaciones aprenden de tus conteos reales, cuenta por cuenta.',
    ],
  },
  tips: {
    title: 'Cómo se elige el tip',
    lines: (most, vietnamese) => [
      `Miro tu video más nuevo junto a los últimos ${most} de la misma cuenta. “Habitual” es el del medio.`,
      `Los videos comparables son los que se usaron para ajustar la estimación: la mayoría populares, ${vietnamese}% vietnamitas.`,
      'Un patrón es una heurística, no prueba una causa.',
    ],
  },
  trend: {
    title: 'Cómo se hace la línea',
    lines: [
      'En la línea todos se estiman solo por me gusta, comentarios y compartidos, para poder compararlos. Lo que aprendí de tus conteos no está ahí.',
      'Donde dos rangos se cruzan, puede no haber diferencia. El índice de guardados es una heurística.',
    ],
  },
};
