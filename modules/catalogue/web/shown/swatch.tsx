import type { JSX } from 'react';
import './swatch.css';

/** Stands where a photograph would: strata in the colour of the category. Decoration. */
export function Swatch({ kind, size }: { kind: string; size: number }): JSX.Element {
  return (
    <svg className={`swatch swatch-${kind.slice(0, 1).toLowerCase()}`} width={size} height={size} viewBox="0 0 56 56" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect className="swatch-ground" width="56" height="56" />
      <path className="swatch-line" d="M0 12h56M0 20h56" />
      <path className="swatch-hill" d={kind.charCodeAt(2) % 2 === 0 ? 'M0 36c10-4 22 2 30-1s18-5 26-2v23H0z' : 'M0 34c12-5 20 3 31 0s16-7 25-3v25H0z'} />
    </svg>
  );
}
