import { grouped } from '#web/kit/written.ts';

/* How values and limits of a judgement are printed. Only characters are moved; nothing is computed. */

/** `-4.0` is −4.0, `12000` is 12,000; words stay as they are. */
export const figure = (text: string): string => (/^-?\d+(\.\d+)?$/.test(text) ? grouped(text).replace('-', '−') : text);

/** A sign stands apart from its figure, both ends of a range keep the wave: `<5` is < 5, `39~45` is 39～45. */
export const valueText = (value: string): string => value.split('~').map((end) => end.trim().replace(/^([<≤>≥±])?\s*(-?\d+(?:\.\d+)?)$/, (_, sign: string | undefined, number: string) => `${sign === undefined ? '' : `${sign} `}${figure(number)}`)).join('～');
