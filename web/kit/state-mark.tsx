import type { JSX, ReactNode } from 'react';
import './state-mark.css';

/** `ok` conforms or done · `run` under way · `todo` to be done · `draft` · `lock` closed for now · `attention` a person must act · `refused` · `info` a note. */
export type State = 'ok' | 'run' | 'todo' | 'draft' | 'lock' | 'attention' | 'refused' | 'info';

/** Shape, colour and word, always the three together. */
export function StateMark({ state, size = 14, children }: { state: State; size?: number; children: ReactNode }): JSX.Element {
  return (
    <span className={`state state-${state}`}>
      <StateShape state={state} size={size} />
      <span>{children}</span>
    </span>
  );
}

/** The shape alone, for a row whose words stand elsewhere. */
export function StateShape({ state, size = 14 }: { state: State; size?: number }): JSX.Element {
  return (
    <svg className={`shape shape-${state}`} width={size} height={size} viewBox="0 0 14 14" fill="none" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}

const SHAPES: Readonly<Record<State, JSX.Element>> = {
  ok: (
    <>
      <circle className="fill" cx="7" cy="7" r="6" />
      <path className="cut" d="m4.2 7.2 2 2 3.6-4" />
    </>
  ),
  run: (
    <>
      <circle className="line" cx="7" cy="7" r="5.3" />
      <path className="fill" d="M7 1.7a5.3 5.3 0 0 1 0 10.6z" />
    </>
  ),
  todo: <circle className="line" cx="7" cy="7" r="5.3" />,
  draft: <circle className="line" cx="7" cy="7" r="5.3" strokeDasharray="2 1.8" />,
  lock: (
    <>
      <rect className="fill" x="2.5" y="6" width="9" height="7" />
      <path className="line" d="M4.5 6V4.5a2.5 2.5 0 0 1 5 0V6" />
    </>
  ),
  attention: (
    <>
      <path className="fill" d="M7 1 13.3 12.5H.7z" />
      <path className="cut" d="M7 5v3.5M7 10v1" />
    </>
  ),
  refused: (
    <>
      <rect className="fill" x="1" y="1" width="12" height="12" />
      <path className="cut" d="m4.5 4.5 5 5m0-5-5 5" />
    </>
  ),
  info: (
    <>
      <circle className="fill" cx="7" cy="7" r="6" />
      <path className="cut" d="M7 6.2v4.3M7 3.5v1.2" />
    </>
  ),
};
