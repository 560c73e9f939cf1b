import { useId, type JSX } from 'react';
import { anchors, axisFor, type Sense } from './axis.ts';
import { zones, type Limit } from './bullet.tsx';

/** A limit as the standard fixes it; `name` of the zone it opens (★★, 一等品) stands inside where there is room. */
export type Band = Limit & { readonly name?: string };

/** The limits of one indicator without any product: one band per star or grade, numbers under the ticks, hatch outside. */
export function Bands({ sense, limits, label, log = false }: { sense: Sense; limits: readonly Band[]; label: string; log?: boolean }): JSX.Element {
  const id = useId();
  const axis = axisFor(sense, limits.map((limit) => limit.at), log);
  const sorted = [...limits].sort((a, b) => a.at - b.at);
  const places = sorted.map((limit) => axis.at(limit.at));
  const leans = anchors(places, 17);
  return (
    <svg className="bullet bands" width="100%" height="44" role="img" aria-label={label}>
      <defs>
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="hatch" x1="0" y1="0" x2="0" y2="5" />
        </pattern>
      </defs>
      <rect x="0" y="5" width="100%" height="16" fill={`url(#${id})`} />
      {zones(sense, sorted, places).map((zone, index) => (
        <g key={zone.from}>
          <rect className={`zone zone-${zone.level}`} x={`${zone.from}%`} y="5" width={`${zone.to - zone.from}%`} height="16" />
          {zone.to - zone.from > 12 && sorted[index]?.name !== undefined && (
            <text className="band-text" x={`${(zone.from + zone.to) / 2}%`} y="17.5" textAnchor="middle">
              {sorted[index]?.name}
            </text>
          )}
        </g>
      ))}
      {places.map((place, index) => (
        <line key={index} className="limit-tick" x1={`${place}%`} x2={`${place}%`} y1="1" y2="25" />
      ))}
      {sorted.map((limit, index) => (
        <text key={index} className="tick-text" x={`${places[index] ?? 0}%`} y="40" textAnchor={leans[index]} dx={leans[index] === 'middle' ? 0 : leans[index] === 'end' ? 4 : -4}>
          {limit.text}
        </text>
      ))}
    </svg>
  );
}
