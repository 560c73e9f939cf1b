import { useId, type JSX } from 'react';
import { anchors, axisFor, type Axis, type Sense } from './axis.ts';
import './bullet.css';

/** `text` is what stands under the tick (`50 ★★`, `6,000`); `at` places it. `star` or a grade of 1 to 3 tints the zone, lenient to strict. */
export type Limit = { readonly at: number; readonly text: string; readonly level?: 1 | 2 | 3 };
/** A point, a value below the detection limit (open box, never a point), at least so much, a range, or several specimens. */
export type Measured =
  | { readonly form: 'point'; readonly at: number }
  | { readonly form: 'below'; readonly at: number }
  | { readonly form: 'above'; readonly at: number }
  | { readonly form: 'range'; readonly from: number; readonly to: number }
  | { readonly form: 'each'; readonly at: readonly number[] };

type Props = {
  sense: Sense;
  /** From strict to lenient or the other way; `within` takes exactly its two ends. */
  limits: readonly Limit[];
  /** Null is not tested: the bar stays empty. */
  value: Measured | null;
  /** `near` conforms with little to spare; it is drawn in ochre only where a person should look. */
  outcome: 'pass' | 'near' | 'fail' | 'open';
  /** The whole statement in words, for those who do not see the drawing. */
  label: string;
  log?: boolean;
  /** Without the numbers under the ticks, for rows where the limit stands beside. */
  compact?: boolean;
};

/** A value against its limit: the zone that conforms is tinted, outside is hatched, the limit is an ink tick, the value a bar with its dot. */
export function Bullet({ sense, limits, value, outcome, label, log = false, compact = false }: Props): JSX.Element {
  const id = useId();
  const axis = axisFor(sense, limits.map((limit) => limit.at), log);
  const sorted = [...limits].sort((a, b) => a.at - b.at);
  const places = sorted.map((limit) => axis.at(limit.at));
  const leans = anchors(places, 17);
  const end = outcome === 'open' ? 'pass' : outcome;
  return (
    <svg className="bullet" width="100%" height={compact ? 18 : 32} role="img" aria-label={label}>
      <defs>
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="hatch" x1="0" y1="0" x2="0" y2="5" />
        </pattern>
      </defs>
      <rect x="0" y="4" width="100%" height="10" fill={`url(#${id})`} />
      {zones(sense, sorted, places).map((zone) => (
        <rect key={zone.from} className={`zone zone-${zone.level}`} x={`${zone.from}%`} y="4" width={`${zone.to - zone.from}%`} height="10" />
      ))}
      {value !== null && <Value value={value} at={axis.at} from={barFrom(axis)} tone={end} beyond={axis.high} />}
      {places.map((place, index) => (
        <line key={index} className="limit-tick" x1={`${place}%`} x2={`${place}%`} y1="0" y2="17" />
      ))}
      {!compact &&
        sorted.map((limit, index) => (
          <text key={index} className="tick-text" x={`${places[index] ?? 0}%`} y="29" textAnchor={leans[index]} dx={leans[index] === 'middle' ? 0 : leans[index] === 'end' ? 4 : -4}>
            {limit.text}
          </text>
        ))}
    </svg>
  );
}

/** A bar is a length from zero. Where zero is not on the axis there is none, only the dot; a logarithmic bar begins at the edge, and the words say log. */
const barFrom = (axis: Axis): number | null => (axis.log || axis.low === 0 ? 0 : axis.low < 0 && axis.high >= 0 ? axis.at(0) : null);

/** The tinted parts: between two limits the tint is that of the more lenient one, which a value there has reached. */
export function zones(sense: Sense, limits: readonly Limit[], places: readonly number[]): readonly { from: number; to: number; level: 0 | 1 | 2 | 3 }[] {
  if (sense === 'within') return [{ from: places[0] ?? 0, to: places.at(-1) ?? 100, level: 0 }];
  const level = (index: number): 0 | 1 | 2 | 3 => limits[index]?.level ?? 0;
  if (sense === 'at-most') return places.map((place, index) => ({ from: index === 0 ? 0 : (places[index - 1] ?? 0), to: place, level: level(index) }));
  return places.map((place, index) => ({ from: place, to: places[index + 1] ?? 100, level: level(index) }));
}

function Value({ value, at, from, tone, beyond }: { value: Measured; at: (value: number) => number; from: number | null; tone: string; beyond: number }): JSX.Element {
  if (value.form === 'below') return <rect className={`open open-${tone}`} x="0.75" y="5.5" width={`${Math.max(at(value.at), 2.5)}%`} height="7" />;
  if (value.form === 'each') {
    return (
      <>
        {value.at.map((one, index) => (
          <circle key={index} className={`dot dot-${tone}`} cx={`${at(one)}%`} cy="9" r="3.5" />
        ))}
      </>
    );
  }
  const start = value.form === 'range' ? at(value.from) : Math.min(from ?? at(value.at), at(value.at));
  const stop = value.form === 'range' ? at(value.to) : Math.max(from ?? at(value.at), at(value.at));
  const head = value.form === 'range' ? stop : at(value.at);
  const off = (value.form === 'range' ? value.to : value.at) > beyond;
  return (
    <>
      <rect className={`bar bar-${tone}`} x={`${start}%`} y="7" width={`${stop - start}%`} height="4" />
      {value.form === 'range' && <circle className={`dot dot-${tone}`} cx={`${start}%`} cy="9" r="4" />}
      {value.form === 'above' ? (
        <rect className={`open open-${tone}`} x={`${head}%`} y="5.5" width={`${Math.max(98 - head, 2)}%`} height="7" />
      ) : off ? (
        <svg x="100%" y="2" width="14" height="14" overflow="visible">
          <path className={`off off-${tone}`} d="M-13 2-6 7-13 12M-8 2-1 7-8 12" />
        </svg>
      ) : (
        <circle className={`dot dot-${tone}`} cx={`${head}%`} cy="9" r="4" />
      )}
    </>
  );
}
