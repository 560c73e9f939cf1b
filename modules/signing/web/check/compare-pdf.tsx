import { useId, useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Icon } from '#web/kit/icon.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import type { SuiteId } from '../../domain/suite.ts';
import { hashOf } from '../keyring/suites.ts';

/** Holds a PDF of the reader's against the signed hash, in the reader's own browser. */
export function ComparePdf({ suite, hash }: { suite: SuiteId; hash: string }): JSX.Element {
  const { t } = useText();
  const id = useId();
  const [same, setSame] = useState<boolean | null>(null);
  const compare = async (file: File): Promise<void> => setSame((await hashOf(suite, new Uint8Array(await file.arrayBuffer()))) === hash);
  return (
    <>
      <h2>{t('signing.check.file')}</h2>
      <p className="second">{t('signing.check.file.text')}</p>
      <div className="check-file">
        <input id={id} className="only-read" type="file" accept=".pdf,application/pdf" onChange={(event) => void (event.target.files?.[0] !== undefined && compare(event.target.files[0]))} />
        <label htmlFor={id} className="button button-plain button-normal">
          <Icon name="file" />
          {t('signing.check.file.choose')}
        </label>
      </div>
      <div role="status">{same !== null && <StateMark state={same ? 'ok' : 'refused'}>{t(same ? 'signing.check.file.same' : 'signing.check.file.other')}</StateMark>}</div>
    </>
  );
}
