import { Component, lazy, Suspense, type ComponentType, type JSX, type LazyExoticComponent, type ReactNode } from 'react';
import { LoadFailed } from '#web/kit/empty.tsx';
import type { Membership } from '#web/session.ts';

/**
 * Places in a page that higher modules fill. The page that has the place adds it here by declaration merging:
 * `declare module '#web/slots.tsx' { interface Slots { 'product.actions': { productId: string } } }`
 * and the filler declares it in its `web/slots.ts`: `export const fills = [fill('product.actions', { order: 10, load: () => import('./buy.tsx') })]`.
 */
export interface Slots {
  /** Sections under the to-do list. */
  'work.main': { readonly city: string; readonly membership: Membership };
  /** The narrow column beside it. */
  'work.side': { readonly city: string; readonly membership: Membership };
  /** The bell in the head, with its number and its list. */
  'work.bell': { readonly city: string; readonly membership: Membership };
  /** Sections of a city's home page between the figures and the joining guide. */
  'home.sections': { readonly city: string };
}
export type SlotName = keyof Slots;

export type Fill<N extends SlotName = SlotName> = {
  readonly slot: N;
  readonly order: number;
  readonly for?: (who: Membership) => boolean;
  readonly load: () => Promise<{ default: ComponentType<Slots[N]> }>;
};
type AnyPart = ComponentType<Record<string, unknown>>;
/** Erased for the registry: the pair of slot and props was checked where it was declared. */
export type AnyFill = Omit<Fill, 'load'> & { readonly load: () => Promise<{ default: AnyPart }> };

export const fill = <N extends SlotName>(slot: N, rest: Omit<Fill<N>, 'slot'>): AnyFill => ({ slot, ...rest }) as unknown as AnyFill;

type Ready = AnyFill & { readonly Part: LazyExoticComponent<AnyPart> };
const registry = new Map<SlotName, Ready[]>();

/** Called once by the shell with what it found in the modules. */
export function registerFills(fills: readonly AnyFill[]): void {
  for (const one of [...fills].sort((a, b) => a.order - b.order)) {
    registry.set(one.slot, [...(registry.get(one.slot) ?? []), { ...one, Part: lazy(one.load) }]);
  }
}

export const hasFills = (name: SlotName, who?: Membership): boolean => fillsOf(name, who).length > 0;

const fillsOf = (name: SlotName, who?: Membership): readonly Ready[] =>
  (registry.get(name) ?? []).filter((one) => one.for === undefined || (who !== undefined && one.for(who)));

/** Draws what modules put here, each on its own: a part that fails or is slow never takes the page with it. */
export function Slot<N extends SlotName>({ name, waiting = null, ...props }: { name: N; waiting?: ReactNode } & Slots[N]): JSX.Element {
  const who = 'membership' in props ? (props.membership as Membership) : undefined;
  return (
    <>
      {fillsOf(name, who).map(({ Part }, index) => (
        <PartFence key={index}>
          <Suspense fallback={waiting}>
            <Part {...(props as Record<string, unknown>)} />
          </Suspense>
        </PartFence>
      ))}
    </>
  );
}

class PartFence extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    return this.state.failed ? <LoadFailed /> : this.props.children;
  }
}
