/** Stands beside what a picture showed, where others see it. */
export const SHOWN_MARK = '▣';
