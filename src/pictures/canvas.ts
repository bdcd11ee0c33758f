import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import type { Box } from './spec.js';

/** Dots of a picture: red, green, blue and opacity, row by row. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** How bright a dot looks, 0 to 255: the weights of ITU-R BT.601. @param at where its red stands. */
export function brightness(data: Uint8ClampedArray, at: number): number {
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
}

/** A decoded picture that parts are cut out of. */
export class Picture {
  readonly #canvas: Canvas;

  private constructor(canvas: Canvas) {
    this.#canvas = canvas;
  }

  /** @throws for damaged bytes, and for more than the header said. */
  static async decode(
    bytes: Uint8Array,
    { width, height }: { width: number; height: number },
  ): Promise<Picture> {
    const image = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (image.width !== width || image.height !== height)
      throw new Error('Not as its header said.');
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#000';
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0);
    return new Picture(canvas);
  }

  get width(): number {
    return this.#canvas.width;
  }

  get height(): number {
    return this.#canvas.height;
  }

  /** The whole picture, as a part of itself. */
  get whole(): Box {
    return { left: 0, top: 0, right: this.width, bottom: this.height };
  }

  /** A part, drawn at another size. */
  part(box: Box, width: number, height: number): Canvas {
    const { left, top, right, bottom } = box;
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.#canvas, left, top, right - left, bottom - top, 0, 0, width, height);
    return canvas;
  }

  /** The dots of a part, drawn at another size. */
  dots(box: Box, width: number, height: number): Dots {
    return dotsOf(this.part(box, width, height));
  }
}

/** All dots of a canvas. */
export function dotsOf(canvas: Canvas): Dots {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return { width, height, data };
}
