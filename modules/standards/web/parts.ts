import { lazy } from 'react';

/** What this module's pages lend to those of higher modules. Whoever uses them loads `termsWording`. */
/** Loaded when it is drawn: a public page that only prints names and units does not carry it. */
export const LimitDrawing = lazy(async () => ({ default: (await import('./drawing/limit-drawing.tsx')).LimitDrawing }));
export { BasisTag } from './basis-tag.tsx';
export { figure, inChinese, nameIn, standardIn, unitIn } from './written.ts';
export { termsWording } from './terms/wording.ts';
export { checkWording } from './check/wording.ts';
