import type { Json } from '#kernel/canonical.ts';
import type { Money } from '#kernel/money.ts';
import type { RefusalFacts } from '#kernel/result.ts';
import type { OrderChange } from '../domain/changes.ts';
import type { OrderState, Side } from '../domain/model.ts';
import type { OrderNotice } from '../domain/notices.ts';

/** Who acts, for which of the two organisations. */
export type Acting = { readonly organisationId: string; readonly organisationName: string; readonly personId: string };

/** A notice to an organisation about an order. */
export type NoticeWords = { readonly organisationId: string; readonly code: OrderNotice; readonly facts: RefusalFacts; readonly orderId: string };

/** What an act tells: the entry of the ledger with its body, the event where there is one, the notice to the other side. */
export type Told = { readonly kind: string; readonly body: Readonly<Record<string, Json>>; readonly event: string; readonly notice: NoticeWords['code']; readonly to: Side; readonly facts?: RefusalFacts };

/** What every act on an order needs: the order held against everybody else until the end, and one way to leave what was done. */
export type ActNeeds = {
  readonly acting: Acting;
  readonly lock: (orderId: string) => Promise<OrderState | undefined>;
  /** Saves the change, records it, tells the other side and whoever listens; answers what is owed now. */
  readonly leave: (change: Omit<OrderChange, 'payable'>, told: Told) => Promise<{ payable: Money }>;
};
