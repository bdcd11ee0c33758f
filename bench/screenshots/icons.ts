import type { SKRSContext2D } from '@napi-rs/canvas';

/** An icon's middle, how wide it is, and its colour. */
interface At {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  /** Only the outline, as other networks draw them. */
  readonly hollow?: boolean;
}

type Context = SKRSContext2D;

/** The same, as where pages are read from the right. */
export function turnedRound(draw: (context: Context, at: At) => void): typeof draw {
  return (context, at) => {
    context.save();
    context.translate(2 * at.x, 0);
    context.scale(-1, 1);
    draw(context, at);
    context.restore();
  };
}

function finish(context: Context, { colour, size, hollow }: At): void {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = size * 0.08;
  if (hollow === true) context.stroke();
  else context.fill();
}

export function heart(context: Context, at: At): void {
  const { x, y, size } = at;
  const half = size / 2;
  context.beginPath();
  context.moveTo(x, y + half * 0.85);
  context.bezierCurveTo(
    x - half * 1.5,
    y - half * 0.1,
    x - half * 0.8,
    y - half * 1.2,
    x,
    y - half * 0.45,
  );
  context.bezierCurveTo(
    x + half * 0.8,
    y - half * 1.2,
    x + half * 1.5,
    y - half * 0.1,
    x,
    y + half * 0.85,
  );
  context.closePath();
  finish(context, at);
}

export function bubble(context: Context, at: At): void {
  const { x, y, size } = at;
  context.beginPath();
  context.ellipse(x, y - size * 0.05, size * 0.48, size * 0.42, 0, 0, 2 * Math.PI);
  context.moveTo(x - size * 0.1, y + size * 0.3);
  context.lineTo(x + size * 0.2, y + size * 0.5);
  context.lineTo(x + size * 0.2, y + size * 0.25);
  finish(context, at);
  if (at.hollow === true) return;
  context.fillStyle = '#222';
  for (const n of [-1, 0, 1]) {
    context.beginPath();
    context.arc(x + n * size * 0.2, y - size * 0.05, size * 0.065, 0, 2 * Math.PI);
    context.fill();
  }
}

export function bookmark(context: Context, at: At): void {
  const { x, y, size } = at;
  const [half, wide] = [size / 2, size * 0.36];
  context.beginPath();
  context.moveTo(x - wide, y - half);
  context.lineTo(x + wide, y - half);
  context.lineTo(x + wide, y + half);
  context.lineTo(x, y + half * 0.5);
  context.lineTo(x - wide, y + half);
  context.closePath();
  finish(context, at);
}

export function arrow(context: Context, at: At): void {
  const { x, y, size } = at;
  const half = size / 2;
  context.beginPath();
  context.moveTo(x + half, y - half * 0.1);
  context.lineTo(x + half * 0.1, y - half * 0.9);
  context.lineTo(x + half * 0.1, y - half * 0.4);
  context.quadraticCurveTo(x - half, y - half * 0.3, x - half, y + half * 0.8);
  context.quadraticCurveTo(x - half * 0.5, y + half * 0.1, x + half * 0.1, y + half * 0.15);
  context.lineTo(x + half * 0.1, y + half * 0.6);
  context.closePath();
  finish(context, at);
}

export function play(context: Context, at: At): void {
  const { x, y, size } = at;
  const half = size / 2;
  context.beginPath();
  context.moveTo(x - half * 0.6, y - half * 0.8);
  context.lineTo(x + half * 0.8, y);
  context.lineTo(x - half * 0.6, y + half * 0.8);
  context.closePath();
  finish(context, at);
}

/** A paper plane, as another network has it in place of the arrow. */
export function plane(context: Context, at: At): void {
  const { x, y, size } = at;
  const half = size / 2;
  context.beginPath();
  context.moveTo(x - half, y - half * 0.85);
  context.lineTo(x + half, y - half * 0.85);
  context.lineTo(x, y + half * 0.9);
  context.lineTo(x - half * 0.25, y - half * 0.1);
  context.closePath();
  finish(context, at);
}
