import type { JSX } from 'react';
import { useReason, type Reason } from './reason.ts';
import './reasons.css';

/** Reasons in words. Loaded when somebody asks for them: public pages do not carry the words of the check. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }): JSX.Element {
  const said = useReason();
  return (
    <ul className="reasons">
      {[...new Set(reasons.map(said))].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
