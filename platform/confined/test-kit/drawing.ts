/** Draws with the native canvas, to prove that it loads inside a confined process and what it costs there. */
import { readFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';

export const square = (_: Uint8Array, { side }: { side: number }): Uint8Array => {
  const canvas = createCanvas(side, side);
  canvas.getContext('2d').fillRect(0, 0, side / 2, side / 2);
  return canvas.toBuffer('image/png');
};
export const read = () => readFileSync('/etc/passwd', 'latin1');
export { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
export const memory = () => process.memoryUsage().rss / 1e6;
