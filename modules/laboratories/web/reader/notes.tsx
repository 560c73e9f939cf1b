import type { JSX } from 'react';
import type { ComparisonView } from '#modules/laboratories/contract/comparison.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { StateShape } from '#web/kit/state-mark.tsx';
import { Facts, SectionHead } from '#web/kit/structure.tsx';
import { useReason } from '../reasons/reason.ts';

const SHAPE = { outcome: 'refused', doubt: 'attention', note: 'info' } as const;

/** What was found on the report as a whole, what it says that the standard does not ask, and its cover. */
export function Notes({ comparison, onPage }: { comparison: ComparisonView; onPage: (page: number) => void }): JSX.Element {
  const { t } = useText();
  const said = useReason();
  return (
    <>
      <ul className="reader-findings" aria-label={t('laboratories.reader.findings')}>
        {comparison.findings.map((finding, index) => (
          <li key={index}>
            <StateShape state={SHAPE[finding.weight]} />
            <span>{said(finding)}</span>
          </li>
        ))}
        <li>
          <StateShape state="info" />
          <span>{t('laboratories.reader.own-limits')}</span>
        </li>
      </ul>
      {comparison.unmatched.length > 0 && (
        <section className="reader-section">
          <SectionHead title={t('laboratories.reader.unmatched', { count: comparison.unmatched.length })} note={t('laboratories.reader.unmatched.note')} />
          <ul className="reader-unmatched" lang="zh-CN">
            {comparison.unmatched.map((row, index) => (
              <li key={index}>
                <span>{row.item}</span>
                <span>{row.result}</span>
                <Button tone="text" size="small" onClick={() => onPage(row.page)}>
                  {t('laboratories.reader.on-page', { page: row.page })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {comparison.fields.length > 0 && (
        <section className="reader-section">
          <SectionHead title={t('laboratories.reader.cover')} note={t('laboratories.reader.cover.note')} />
          <Facts facts={comparison.fields.map((field) => ({ name: t(`laboratories.field.${field.name}`), value: <span lang="zh-CN">{field.text}</span> }))} />
        </section>
      )}
    </>
  );
}
