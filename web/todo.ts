import type { UseQueryOptions } from '@tanstack/react-query';
import type { Membership } from '#web/session.ts';

/** One thing somebody must do, with the date by which and the rule that fixes it. Words are already in the reader's language. */
export type Todo = {
  readonly id: string;
  readonly what: string;
  /** Which tender, order or product, with its number. */
  readonly context: string;
  /** An instant, or null where no rule fixes one. */
  readonly until: string | null;
  /** Where the law counts working days: how many are left, by the server. */
  readonly workingDays?: number;
  readonly rule?: string;
  readonly act: { readonly label: string; readonly to: string };
};

/**
 * Where a module's to-dos come from; declared in its `web/slots.ts` as `todoSources`. The shell asks all of them and sorts what
 * they answer by legal deadline, which parts drawn separately could not be.
 */
export type TodoSource = {
  readonly for?: (who: Membership) => boolean;
  readonly load: () => Promise<{ default: (where: { city: string; membership: Membership; lang: string }) => UseQueryOptions<readonly Todo[]> }>;
};
