import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Select } from '#web/kit/form.tsx';
import { Tabs } from '#web/kit/tabs.tsx';
import type { EvidenceKind } from '../domain/evidence-kinds.ts';
import { EVIDENCE_STATES } from '../domain/evidence-life.ts';
import type { ListState } from './list-state.ts';
import { useKindName } from './marks.tsx';

type Props = { list: ListState; onChange: (change: Partial<ListState>) => void; kinds: readonly EvidenceKind[]; as: 'holder' | 'centre'; panel: string; waiting?: number | undefined };

/** States as tabs, kinds as a choice beside them. */
export function EvidenceFilter({ list, onChange, kinds, as, panel, waiting }: Props): JSX.Element {
  const { t } = useText();
  const kindName = useKindName();
  const states = as === 'centre' ? ([...EVIDENCE_STATES, 'all'] as const) : (['all', ...EVIDENCE_STATES] as const);
  return (
    <div className="evidence-filter">
      <Tabs
        label={t('documents.filter')}
        panel={panel}
        current={list.state}
        onChange={(state) => onChange({ state: state as ListState['state'] })}
        tabs={states.map((state) => ({ id: state, label: state === 'all' ? t('documents.all') : t(`documents.state.${as}.${state}`), ...(state === 'submitted' && waiting !== undefined ? { count: waiting } : {}) }))}
      />
      <Select aria-label={t('documents.filter.kind')} value={list.kind ?? ''} onChange={(event) => onChange({ kind: kinds.find((kind) => kind === event.target.value) })}>
        <option value="">{t('documents.filter.kind.all')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindName(kind)}
          </option>
        ))}
      </Select>
    </div>
  );
}
