/** A moment in the reader's own zone and language, relative to now: Discord renders it. */
export function relativeTime(date: Date): string {
  return `<t:${Math.floor(date.getTime() / 1000)}:R>`;
}

/** A moment with its day, in the reader's own zone and language: Discord renders it. */
export function fullTime(date: Date): string {
  return `<t:${Math.floor(date.getTime() / 1000)}:F>`;
}

/** A day in the reader's own zone and language: Discord renders it. */
export function dayOf(date: Date): string {
  return `<t:${Math.floor(date.getTime() / 1000)}:D>`;
}

/** A day and its time in the reader's own zone and language: Discord renders it. */
export function momentOf(date: Date): string {
  return `<t:${Math.floor(date.getTime() / 1000)}:f>`;
}
