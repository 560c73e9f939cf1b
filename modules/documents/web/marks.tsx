import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { StateMark, type State } from '#web/kit/state-mark.tsx';
import type { EvidenceKind } from '../domain/evidence-kinds.ts';
import type { EvidenceState as Stands } from '../domain/evidence-life.ts';
import type { Evidence } from './client.ts';
import { documentsWording } from './wording.ts';
import './marks.css';

loadWording(documentsWording);

export function useKindName(): (kind: EvidenceKind) => string {
  const { t } = useText();
  return (kind) => t(`documents.kind.${kind}`);
}
export const KindName = ({ kind }: { kind: EvidenceKind }): JSX.Element => <>{useKindName()(kind)}</>;

const SHAPE: Readonly<Record<Stands, State>> = { submitted: 'todo', confirmed: 'ok', refused: 'refused', withdrawn: 'draft' };

/** In the words of who reads: the holder waits, the centre has something to do. A test report that waits is the platform's to compare. */
export function EvidenceState({ evidence, as }: { evidence: Pick<Evidence, 'state' | 'kind'>; as: 'holder' | 'centre' }): JSX.Element {
  const { t } = useText();
  const { state, kind } = evidence;
  if (state === 'submitted' && kind === 'TEST_REPORT') return <StateMark state="run">{t(`documents.state.${as}.reading`)}</StateMark>;
  const shape = state === 'submitted' && as === 'centre' ? 'attention' : SHAPE[state];
  return <StateMark state={shape}>{t(`documents.state.${as}.${state}`)}</StateMark>;
}

/** The last day on which it holds, and how near that is; colour, shape and word together. */
export function Expiry({ evidence }: { evidence: Pick<Evidence, 'validUntil' | 'expiry' | 'daysLeft' | 'state'> }): JSX.Element {
  const { t } = useText();
  const { validUntil, expiry, daysLeft } = evidence;
  if (validUntil === null) return <span className="quiet">{t('documents.expiry.open')}</span>;
  const left = daysLeft ?? 0;
  return (
    <span className="expiry">
      {validUntil}
      {expiry === 'soon' && <StateMark state="attention">{left === 0 ? t('documents.expiry.today') : t('documents.expiry.soon', { days: left })}</StateMark>}
      {expiry === 'expired' && <StateMark state="refused">{t('documents.expiry.expired', { days: -left })}</StateMark>}
    </span>
  );
}
