import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { StateMark, StateShape, type State } from '#web/kit/state-mark.tsx';
import type { OwnAdmission } from '../../contract/admission.ts';
import type { Requirement } from '../../contract/shapes.ts';
import { ClaimFacts } from '../papers/claim-facts.tsx';
import { PaperForm } from './paper-form.tsx';

type Reusable = OwnAdmission['reusable'];

/** One paper that is asked: why, what stands there, what is still missing, and the form to give it. `next` is the one to begin with. */
export function Paper({ city, requirement, reusable, open, next }: { city: string; requirement: Requirement; reusable: Reusable; open: boolean; next: boolean }): JSX.Element {
  const { t, both } = useText();
  const { evidence, claim, gaps } = requirement;
  const [filling, fill] = useState(false);
  const [state, word] = standing(requirement);
  return (
    <section className="paper" aria-labelledby={`paper-${evidence}`}>
      <div className="paper-head">
        <h3 id={`paper-${evidence}`}>{t(`suppliers.evidence.${evidence}`)}</h3>
        <StateMark state={state}>{t(`suppliers.admission.${word}`)}</StateMark>
        {open && !filling && (
          <span className="paper-act">
            <Button size="small" tone={next ? 'primary' : gaps.length > 0 ? 'plain' : 'text'} onClick={() => fill(true)}>
              {t(claim === null ? 'suppliers.admission.fill' : 'suppliers.admission.replace')}
              <span className="only-read"> {t(`suppliers.evidence.${evidence}`)}</span>
            </Button>
          </span>
        )}
      </div>
      <p className="paper-what">
        {t(`suppliers.evidence.${evidence}.what`)}
        <small>{t('suppliers.admission.basis', { basis: both(requirement.basis) })}</small>
      </p>
      {claim !== null && claim.verdict?.accepted === false && <p className="paper-reason">{t('suppliers.admission.reason', { reason: claim.verdict.reason ?? '' })}</p>}
      {claim !== null && gaps.length > 0 && (
        <ul className="paper-gaps">
          {gaps.map((gap) => (
            <li key={`${gap.field} ${gap.fault}`}>
              <StateShape state="attention" size={12} /> {t(`suppliers.paper.fault.${gap.fault}`, { field: gap.field })}
            </li>
          ))}
        </ul>
      )}
      {claim !== null && !filling && <ClaimFacts city={city} claim={claim} wrong={gaps.map((gap) => gap.field)} />}
      {filling && <PaperForm city={city} requirement={requirement} reusable={reusable} onDone={() => fill(false)} />}
    </section>
  );
}

function standing({ claim, gaps }: Requirement): [State, string] {
  if (claim === null) return ['todo', 'empty'];
  if (gaps.some((gap) => gap.fault === 'refused')) return ['attention', 'refused-piece'];
  if (gaps.length > 0) return ['attention', 'gap'];
  return claim.state === 'confirmed' ? ['ok', 'confirmed'] : ['ok', 'ready'];
}
