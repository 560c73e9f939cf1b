import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { FormField, Radio, TextArea, TickGroup } from '#web/kit/form.tsx';
import { StateMark, StateShape } from '#web/kit/state-mark.tsx';
import type { Requirement } from '../../contract/shapes.ts';
import { ClaimFacts } from '../papers/claim-facts.tsx';
import type { Word } from './said.ts';

type Props = { city: string; number: number; requirement: Requirement; shown: boolean; onShow: () => void; open: boolean; said: Word | undefined; onSay: (word: Word) => void };

/** One piece of evidence: what its supplier states of it, what is wrong by the rules, and the result of the comparison. Its head shows its original, and so does every word said of it. */
export function Piece({ city, number, requirement, shown, onShow, open, said, onSay }: Props): JSX.Element {
  const { t, both } = useText();
  const { evidence, claim, gaps } = requirement;
  return (
    <section className={shown ? 'piece piece-shown' : 'piece'} aria-labelledby={`piece-${evidence}`}>
      <h3 id={`piece-${evidence}`}>
        <button type="button" className="piece-show" aria-pressed={shown} onClick={onShow}>
          <span className="piece-number">{number}</span>
          {t(`suppliers.evidence.${evidence}`)}
        </button>
        {claim?.state === 'confirmed' && <StateMark state="ok">{t('suppliers.review.confirmed')}</StateMark>}
      </h3>
      <p className="quiet note">{t('suppliers.review.basis', { basis: both(requirement.basis) })}</p>
      {gaps.map((gap) => (
        <p key={`${gap.field} ${gap.fault}`} className="piece-gap">
          <StateShape state="attention" size={12} /> {t(`suppliers.paper.fault.${gap.fault}`, { field: gap.field })}
        </p>
      ))}
      {claim !== null && <ClaimFacts city={city} claim={claim} wrong={gaps.map((gap) => gap.field)} />}
      {claim !== null && claim.verdict !== null && <p className="quiet note">{t('suppliers.review.earlier', { accepted: String(claim.verdict.accepted), round: claim.verdict.round, reason: claim.verdict.reason ?? '' })}</p>}
      {open && claim !== null && <Comparison evidence={evidence} said={said} onSay={(word) => { onShow(); onSay(word); }} />}
    </section>
  );
}

function Comparison({ evidence, said, onSay }: { evidence: string; said: Word | undefined; onSay: (word: Word) => void }): JSX.Element {
  const { t } = useText();
  return (
    <div className="piece-verdict">
      <TickGroup legend={t('suppliers.review.verdict')}>
        <Radio name={`verdict-${evidence}`} checked={said?.accepted === true} onChange={() => onSay({ accepted: true, reason: said?.reason ?? '' })}>
          {t('suppliers.review.accept')}
        </Radio>
        <Radio name={`verdict-${evidence}`} checked={said?.accepted === false} onChange={() => onSay({ accepted: false, reason: said?.reason ?? '' })}>
          {t('suppliers.review.reject')}
        </Radio>
      </TickGroup>
      {said?.accepted === false && (
        <FormField label={t('suppliers.review.reason')} hint={t('suppliers.review.reason.hint')}>
          <TextArea rows={2} maxLength={500} value={said.reason} onChange={(event) => onSay({ accepted: false, reason: event.target.value.replace(/\s*\n\s*/g, ' ') })} />
        </FormField>
      )}
    </div>
  );
}
