import { useNavigate, useSearch } from '@tanstack/react-router';
import { EVIDENCE_STATES, type EvidenceState } from '../domain/evidence-life.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '../domain/evidence-kinds.ts';

export type ListState = { readonly state: EvidenceState | 'all'; readonly kind: EvidenceKind | undefined; readonly page: number };

/** Which part of a list is shown stands in the address, so that the way back from one paper leads to the same place. */
export function useListState(first: EvidenceState | 'all'): [ListState, (change: Partial<ListState>) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const state = EVIDENCE_STATES.find((one) => one === search['state']) ?? (search['state'] === 'all' ? 'all' : first);
  const kind = EVIDENCE_KINDS.find((one) => one === search['kind']);
  const page = Number.isInteger(search['page']) && Number(search['page']) > 0 ? Number(search['page']) : 1;
  const now: ListState = { state, kind, page };
  const change = (next: Partial<ListState>): void => {
    const { state: s, kind: k, page: p } = { ...now, page: 1, ...next };
    void navigate({ to: '.', search: { ...(s === first ? {} : { state: s }), ...(k === undefined ? {} : { kind: k }), ...(p === 1 ? {} : { page: p }) } as never, replace: true });
  };
  return [now, change];
}
