import type { JSX, ReactNode } from 'react';
import { StateShape } from './state-mark.tsx';
import './refusal.css';

type Props = {
  /** What happened, in one line. */
  title: ReactNode;
  children?: ReactNode;
  /** Pairs such as the article, what became of the file, the receipt. */
  facts?: readonly { readonly name: ReactNode; readonly value: ReactNode }[];
  /** The next step. */
  acts?: ReactNode;
  /** `refused` red, `closed` not to be seen now, `attention` a person must act. */
  kind?: 'refused' | 'closed' | 'attention';
};

/** A refusal says what happened, by which article, what became of the sender's file, its receipt, and what to do next. */
export function Refusal({ title, children, facts = [], acts, kind = 'refused' }: Props): JSX.Element {
  return (
    <div className={`refusal refusal-${kind}`} role={kind === 'closed' ? undefined : 'alert'}>
      <p className="refusal-title">
        <StateShape state={kind === 'closed' ? 'lock' : kind} size={18} />
        {title}
      </p>
      {children !== undefined && <div>{children}</div>}
      {facts.length > 0 && (
        <dl>
          {facts.map(({ name, value }, index) => (
            <div key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {acts !== undefined && <div className="refusal-acts">{acts}</div>}
    </div>
  );
}
