import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';

export const definitionsText: Language['definitions'] = {
  button: 'Wie?',
  boards: {
    title: 'Wie die Bestenlisten entstehen',
    improvement: (week, before, weeks) =>
      `**Am meisten verbessert**: wie weit der mittlere Score der Woche über dem der eigenen ${weeks} Wochen davor liegt. Ab ${week} Videos in der Woche und ${before} davor. *(Faustregel)*`,
    saved: (week) =>
      `**Für die Größe am meisten gespeichert**: der mittlere Score der Woche. Ein Score sagt, wo die Save-Rate unter Videos mit gleich vielen Aufrufen steht. Aufrufe allein bringen also nichts. Ab ${week} Videos in der Woche. *(Faustregel)*`,
    consistency: (videos, weeks) =>
      `**Am beständigsten**: wie weit die Scores der eigenen Videos aus ${weeks} Wochen im Schnitt vom mittleren entfernt sind. Das sagt, wie beständig, nicht wie hoch. Ab ${videos} Videos. *(Faustregel)*`,
    rules: [
      'Ein Video zählt einmal, in der ersten Woche, in der man es beurteilen kann, und braucht einen Link oder Titel und Datum.',
      'Echte Zahlen (✓) werden mit echten verglichen, Schätzungen mit Schätzungen. Schätzungen entstehen hier alle gleich, aus Likes, Kommentaren und Shares.',
      `${SHOWN_MARK}: Ein Screenshot hat die Zahlen des Videos gezeigt, niemand hat sie getippt.`,
      'Bei Gleichstand teilt man sich den Platz. Eine Woche geht von Montag bis Sonntag, in UTC. Danach wird sie festgehalten: Was später korrigiert wird, ändert dort nichts.',
    ],
  },
  signals: {
    title: 'Wie ich suche, was mit deinen Saves zusammenhängt',
    lines: [
      'Jede Zahl steht neben deinen Saves, Video für Video. +1: steigen immer zusammen. −1: eins fällt, wenn das andere steigt. 0: nichts zu sehen. In Klammern steht, was möglich ist (das 95-%-Intervall).',
      'Ich sehe mir mehrere zugleich an. Deshalb muss jede mehr herausstechen, bevor ich sie nenne (Holm-Verfahren).',
      'Raten derselben Aufrufe hängen von allein ein wenig zusammen. Nichts davon beweist eine Ursache.',
      'Bei reinen Schätzungen lasse ich Likes, Kommentare, Shares, Wiedergabezeit und neue Follower weg: Daraus besteht die Schätzung, und sie würde nur ihre eigene Formel zeigen.',
    ],
    experiments: (sizes) =>
      `**Was du ausprobierst**: Wechsle ab, ein Video damit, eins ohne. Ich ziehe einen Schluss bei je ${sizes}, deren Saves du gezählt hast. Zwischendurch reinschauen schadet also nicht.`,
  },
  categories: {
    title: 'Wie Kategorien verglichen werden',
    lines: [
      'Gezeigt wird die mittlere Save-Rate jeder Kategorie und in Klammern, was möglich ist (das 95-%-Intervall).',
      'Jede wird mit allen deinen anderen Videos verglichen, die eine Kategorie haben. Nichts davon beweist eine Ursache.',
    ],
    concluded: (sizes) =>
      `Schlüsse ziehe ich nur aus deinen Zählungen, bei ${sizes} auf beiden Seiten. Es sind mehrere zugleich, deshalb muss jede mehr herausstechen (Holm-Verfahren).`,
  },
  accuracy: {
    title: 'Wie die Schätzungen geprüft werden',
    lines: (from, most) => [
      `Jedes Video zählt einmal: seine erste echte Zahl neben der Schätzung, wie sie gezeigt wurde; die letzten ${most} aller deiner Konten.`,
      `In der Spanne sollen 8 von 10 liegen. Beurteilt wird das ab ${from} geschätzten Saves.`,
      'Faktor 2 ist das Doppelte oder die Hälfte des echten Werts. In Klammern steht, was möglich ist (95-%-Intervalle).',
      'Schätzungen lernen aus deinen echten Zahlen, Konto für Konto.',
    ],
  },
  tips: {
    title: 'Wie der Tipp gewählt wird',
    lines: (most, vietnamese) => [
      `Ich vergleiche dein neuestes Video mit den letzten ${most} desselben Kontos. „Sonst“ heißt: das mittlere davon.`,
      `Vergleichbare Videos sind die, an die meine Schätzung angepasst wurde: meist beliebte, ${vietnamese} % aus Vietnam.`,
      'Ein Muster ist eine Faustregel, kein Beweis für eine Ursache.',
    ],
  },
  trend: {
    title: 'Wie die Linie entsteht',
    lines: [
      'Auf der Linie ist alles nur aus Likes, Kommentaren und Shares geschätzt, damit man es vergleichen kann. Was ich aus deinen Zählungen gelernt habe, steckt nicht drin.',
      'Überschneiden sich zwei Spannen, ist der Unterschied vielleicht keiner. Der Save-Score ist eine Faustregel.',
    ],
  },
};
