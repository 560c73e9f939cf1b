import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { EvidenceState, Expiry, KindName } from '#modules/documents/web/parts.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Checkbox } from '#web/kit/form.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { StateShape } from '#web/kit/state-mark.tsx';
import { ownQuery, PROVING, type Form } from './client.ts';
import { NewEvidence } from './new-evidence.tsx';
import { pickerWording } from './wording.ts';
import './picker.css';

loadWording(pickerWording);

type Props = { form: Form | undefined; used: readonly string[]; chosen: readonly string[]; onChosen: (ids: readonly string[]) => void; error?: string | undefined };

/** Evidence for a product: submitted once, used wherever it counts. What was submitted before is ticked; what is new is handed in here. */
export function EvidencePicker({ form, used, chosen, onChosen, error }: Props): JSX.Element {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  const own = useQuery(ownQuery);
  const kinds = new Set(form?.evidence.map((one) => one.kind) ?? PROVING);
  const toggle = (id: string): void => onChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div role="group" aria-label={t('catalogue.picker')} className={error === undefined ? 'picker' : 'picker field-wrong'}>
      <Loaded query={own} lines={3}>
        {(papers) => {
          const open = papers.filter((one) => kinds.has(one.kind) && !used.includes(one.id));
          return open.length === 0 ? (
            <p className="second">{t('catalogue.picker.none')}</p>
          ) : (
            <ul className="picker-list">
              {open.map((one) => (
                <li key={one.id}>
                  <Checkbox checked={chosen.includes(one.id)} onChange={() => toggle(one.id)}>
                    <b><KindName kind={one.kind} /> {one.number}</b>
                    <small lang="zh-CN">{[one.issuer, one.file.name].filter((part) => part !== null).join('，')}</small>
                  </Checkbox>
                  <span className="picker-until"><Expiry evidence={one} /></span>
                  <EvidenceState evidence={one} as="holder" />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {error !== undefined && (
        <p className="field-error" role="alert">
          <StateShape state="refused" size={12} /> {error}
        </p>
      )}
      {adding ? (
        <NewEvidence form={form} onMade={(id) => (onChosen([...chosen, id]), setAdding(false))} onCancel={() => setAdding(false)} />
      ) : (
        <Button icon="plus" size="small" onClick={() => setAdding(true)}>
          {t('catalogue.picker.add')}
        </Button>
      )}
    </div>
  );
}
