import type { JSX } from 'react';
import type { ActProps } from './act-panel.tsx';
import { Cancel, Pay, Sign } from './buyer-acts.tsx';
import { Answer, Confirm, Deliver } from './supplier-acts.tsx';

/** What the reader may do next, one panel for each; acceptance itself happens in the lines. */
export function Acts({ order, city }: ActProps): JSX.Element {
  const { may } = order;
  return (
    <>
      {may.confirm && <Confirm order={order} city={city} />}
      {order.lines.filter((line) => line.may.answerReduction).map((line) => <Answer key={line.lineNo} line={line} order={order} city={city} />)}
      {may.deliver && <Deliver order={order} city={city} />}
      {may.cancel && <Cancel order={order} city={city} />}
      {may.sign && <Sign order={order} city={city} />}
      {may.recordPayment && <Pay order={order} city={city} />}
    </>
  );
}
