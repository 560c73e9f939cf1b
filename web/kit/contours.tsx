import type { JSX } from 'react';
import './contours.css';

const WIDTH = 760;
const HEIGHT = 300;
const STEP = 10;
type Hill = readonly [centre: number, height: number, width: number];
/** A far ridge and a near one; each contour is the same hills a little lower and a little flatter. */
const FAR: readonly Hill[] = [[590, 118, 95], [455, 58, 80], [720, 80, 70]];
const NEAR: readonly Hill[] = [[330, 120, 115], [520, 92, 78], [650, 40, 80]];

/** Hills as contour lines, the picture of the home page and of no other. Drawn from two sums of bells, not from a photograph. */
export function Contours(): JSX.Element {
  return (
    <svg className="contours" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
      {lines(FAR, 9, 200, 13).map((line, index) => (
        <path key={`far-${index}`} className="contour-far" d={line} />
      ))}
      {lines(NEAR, 11, 268, 9.5).map((line, index) => (
        <path key={`near-${index}`} className="contour-near" d={line} />
      ))}
    </svg>
  );
}

function lines(hills: readonly Hill[], count: number, base: number, gap: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const flat = 1 - (index / count) * 0.55;
    return `${path(hills, base + index * gap * 0.55, flat)}V${HEIGHT + 20}H${-2 * STEP}Z`;
  });
}

function path(hills: readonly Hill[], base: number, flat: number): string {
  // Two steps beyond each edge, so that the closing lines fall outside the picture.
  const points = Array.from({ length: WIDTH / STEP + 5 }, (_, index) => {
    const x = (index - 2) * STEP;
    const rise = hills.reduce((sum, [centre, height, width]) => sum + height * Math.exp(-(((x - centre) / width) ** 2)), 0);
    const wave = 3 * Math.sin(x / 37 + base / 11);
    return `${x},${Math.round(base - rise * flat + wave)}`;
  });
  return `M${points.join('L')}`;
}
