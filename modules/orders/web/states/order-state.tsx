import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { StateMark, type State } from '#web/kit/state-mark.tsx';

type Seen = { readonly side: 'buyer' | 'supplier'; readonly state: { readonly code: string; readonly mark: State } };

/** The state of an order in the words of the side that reads it. */
export function OrderState({ side, state }: Seen): JSX.Element {
  return <StateMark state={state.mark}>{useText().t(`orders.state.${side}.${state.code}`)}</StateMark>;
}
