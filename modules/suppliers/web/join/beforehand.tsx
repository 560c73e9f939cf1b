import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useText, type InBoth } from '#web/i18n.ts';
import { Loaded } from '#web/kit/loaded.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import type { SupplierKind } from '../../domain/model.ts';

type AskedOf = readonly { readonly evidence: string; readonly basis: InBoth }[];
type Requirements = { readonly maker: AskedOf; readonly distributor: AskedOf; readonly ruleSet: { readonly effectiveFrom: string; readonly effectiveBecause: InBoth; readonly sources: readonly InBoth[] } | null };

/** What one needs before one begins, with the clause that asks for it, and what comes afterwards. */
export function Beforehand({ kind, requirements }: { kind: SupplierKind | ''; requirements: UseQueryResult<Requirements> }): JSX.Element {
  const { t, both } = useText();
  return (
    <aside className="join-aside">
      <SectionHead title={t('suppliers.join.before')} />
      <p className="second">{t('suppliers.join.before.text')}</p>
      <Loaded query={requirements}>
        {(asked) => (
          <>
            {(kind === '' ? (['maker', 'distributor'] as const) : [kind]).map((one) => (
              <div key={one} className="join-papers">
                <h3>{t(`suppliers.kind.${one}`)}</h3>
                <ol>
                  {asked[one].map(({ evidence, basis }) => (
                    <li key={evidence}>
                      <b>{t(`suppliers.evidence.${evidence}`)}</b>
                      <span>{t(`suppliers.evidence.${evidence}.what`)}</span>
                      <small>{both(basis)}</small>
                    </li>
                  ))}
                </ol>
              </div>
            ))}
            <p className="quiet note">{t('suppliers.join.accepts')}</p>
            {asked.ruleSet !== null && (
              <details className="join-basis">
                <summary>
                  {t('suppliers.join.basis')} · {t('suppliers.join.since', { from: asked.ruleSet.effectiveFrom })}
                </summary>
                <ul>
                  {asked.ruleSet.sources.map((source) => (
                    <li key={source['zh-CN']}>{both(source)}</li>
                  ))}
                </ul>
                <p>{both(asked.ruleSet.effectiveBecause)}</p>
              </details>
            )}
          </>
        )}
      </Loaded>
      <SectionHead title={t('suppliers.join.then')} />
      <ol className="join-then">
        {[1, 2, 3].map((step) => (
          <li key={step}>{t(`suppliers.join.then.${step}`)}</li>
        ))}
      </ol>
    </aside>
  );
}
