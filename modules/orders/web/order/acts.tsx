import type { JSX, ReactNode } from 'react';
import type { OrderView } from '#modules/orders/contract/shapes.ts';
import { Refusal } from '#web/kit/refusal.tsx';
import type { ShownRefusal } from '#web/refusal.ts';
import { Cancel, Pay, Sign } from './buyer-acts.tsx';
import { Answer, Confirm, Deliver } from './supplier-acts.tsx';

export type ActProps = { readonly order: OrderView; readonly city: string };

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

/** A panel with its title, why, the form, the refusal over the buttons. Quiet where nothing presses. */
export function ActPanel({ title, text, children, acts, refusal, quiet = false, onSubmit }: { title: string; text: ReactNode; children?: ReactNode; acts: ReactNode; refusal?: ShownRefusal | undefined; quiet?: boolean; onSubmit: () => void }): JSX.Element {
  return (
    <form
      className={quiet ? 'order-act order-act-quiet no-print' : 'order-act no-print'}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h2>{title}</h2>
      <p className="second">{text}</p>
      {children}
      {refusal !== undefined && <Refusal title={refusal.text} />}
      <div className="order-act-buttons">{acts}</div>
    </form>
  );
}
