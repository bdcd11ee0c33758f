/** Colours of embeds, as Discord takes them: 0xRRGGBB. */
export const colours = {
  good: 0x2e9e6b,
  /** Good in all likelihood. */
  fair: 0x9aa832,
  middling: 0xd9a21b,
  low: 0xc4573b,
  neutral: 0x5b6b7f,
  refused: 0xb03a48,
} as const;
