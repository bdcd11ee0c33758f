/**
 * How high a chart may be, in Discord's pixels: a higher one is shown narrower than an embed, since
 * no picture in it is shown higher than 300 pixels.
 */
export const MOST_HEIGHT = 440;
