import type { JSX, ReactNode } from 'react';
import type { OrderView } from '#modules/orders/contract/shapes.ts';
import { Refusal } from '#web/kit/refusal.tsx';
import type { ShownRefusal } from '#web/refusal.ts';

export type ActProps = { readonly order: OrderView; readonly city: string };

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
