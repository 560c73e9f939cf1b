import type { JSX, ReactNode } from 'react';
import { StateShape } from './state-mark.tsx';
import './timeline.css';

export type Moment = {
  /** `done` has happened · `now` is under way · `act` a person must act now · `later` · `paused` the period stands still from here. */
  readonly state: 'done' | 'now' | 'act' | 'later' | 'paused';
  /** The date, as it is written for the reader. */
  readonly when: ReactNode;
  readonly what: ReactNode;
  /** The rule of law or the contract that fixes the date. */
  readonly rule?: ReactNode;
};

/** A process with its legal dates on a rail; on narrow screens, or with `upright`, the rail runs down. */
export function Timeline({ moments, label, upright = false }: { moments: readonly Moment[]; label: string; upright?: boolean }): JSX.Element {
  return (
    <ol className={upright ? 'timeline timeline-upright' : 'timeline'} aria-label={label}>
      {moments.map((moment, index) => (
        <li key={index} className={`moment moment-${moment.state}`} aria-current={moment.state === 'now' || moment.state === 'act' ? 'step' : undefined}>
          <i className="moment-dot" aria-hidden="true" />
          <span className="moment-when">{moment.when}</span>
          <span className="moment-what">{moment.what}</span>
          {moment.rule !== undefined && <small>{moment.rule}</small>}
        </li>
      ))}
    </ol>
  );
}

/** The same life in one line of a table: dots joined by a rail, the present one a ring. `label` says in words where it stands. */
export function Steps({ count, at, act = false, label }: { count: number; at: number; act?: boolean; label: string }): JSX.Element {
  return (
    <span className="steps" role="img" aria-label={label}>
      {Array.from({ length: count }, (_, index) => (
        <i key={index} className={index < at ? 'step step-done' : index === at ? `step step-now${act ? ' step-act' : ''}` : 'step'} />
      ))}
    </span>
  );
}

export type Remaining = { readonly state: 'attention' | 'todo' | 'done' | 'refused'; readonly text: string };

/** How long is left (first), until which instant (second), by which rule (third). */
export function DeadlineLines({ remaining, instant, rule }: { remaining: Remaining; instant: ReactNode; rule?: ReactNode }): JSX.Element {
  const shape = remaining.state === 'done' ? 'ok' : remaining.state;
  return (
    <span className={`deadline deadline-${remaining.state}`}>
      <span className="deadline-left">
        <StateShape state={shape} />
        {remaining.text}
      </span>
      <small>{instant}</small>
      {rule !== undefined && <small>{rule}</small>}
    </span>
  );
}
