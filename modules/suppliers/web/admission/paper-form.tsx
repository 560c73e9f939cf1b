import { useState, type FormEvent, type JSX } from 'react';
import { FileUpload, type Upload } from '#modules/documents/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Radio, TextInput, TickGroup } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import type { OwnAdmission } from '../../contract/admission.ts';
import type { Requirement } from '../../contract/shapes.ts';
import type { EvidenceField } from '../../domain/model.ts';
import { suppliers, suppliersKey } from '../client.ts';
import { dayTyped } from './day-typed.ts';

type Typed = Readonly<Record<EvidenceField, string>>;
type Sent = Parameters<typeof suppliers.attach>[0]['evidence'];
const FIELDS: readonly EvidenceField[] = ['number', 'issuer', 'issuedOn', 'validUntil'];

/** Gives a paper: one handed in before, or a new file with what is printed on it. Saving replaces what stood there. */
export function PaperForm({ city, requirement, reusable, onDone }: { city: string; requirement: Requirement; reusable: OwnAdmission['reusable']; onDone: () => void }): JSX.Element {
  const { t } = useText();
  const { evidence, fields, claim } = requirement;
  const [reused, reuse] = useState<string | null>(reusable[0]?.evidenceId ?? null);
  const [file, setFile] = useState<Upload | null>(null);
  const [typed, setTyped] = useState<Typed>({ number: claim?.number ?? '', issuer: claim?.issuer ?? '', issuedOn: claim?.issuedOn ?? '', validUntil: claim?.validUntil ?? '' });
  const [faults, setFaults] = useState<Partial<Record<EvidenceField | 'file', string>>>({});
  const refusal = useRefusal('suppliers');
  const save = useSubmit((sent: Sent, key) => suppliers.attach({ city, kind: evidence, evidence: sent }, { context: { key } }), [suppliersKey(city)]);
  const refused = refusal(save.error);
  const atField = (field: string): string | undefined => (refused?.field === `evidence.${field}` ? refused.text : undefined);
  const shown = ['number', 'issuer', 'issuedOn', 'validUntil', 'uploadId'].some((field) => atField(field) !== undefined);

  const said = (field: EvidenceField): string => (field === 'issuedOn' || field === 'validUntil' ? dayTyped(typed[field]) : typed[field].trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const sent: Sent | undefined = reused === null ? fresh() : { evidenceId: reused };
    if (sent === undefined) return;
    save.mutate(sent, { onSuccess: () => { say(t('suppliers.admission.saved', { evidence: t(`suppliers.evidence.${evidence}`) })); onDone(); } });
  };
  const fresh = (): Sent | undefined => {
    const wrong: Partial<Record<EvidenceField | 'file', string>> = {};
    if (file === null) wrong.file = t('suppliers.admission.form.file.missing');
    for (const field of FIELDS) {
      const value = said(field);
      if (value === '' && fields.includes(field)) wrong[field] = t('suppliers.admission.form.missing');
      else if (value !== '' && (field === 'issuedOn' || field === 'validUntil') && !/^\d{4}-\d{2}-\d{2}$/.test(value)) wrong[field] = t('suppliers.admission.form.day');
    }
    setFaults(wrong);
    if (file === null || Object.keys(wrong).length > 0) return undefined;
    const text = (field: EvidenceField): string | null => (said(field) === '' ? null : said(field));
    return { uploadId: file.uploadId, number: text('number'), issuer: text('issuer'), issuedOn: text('issuedOn'), validUntil: text('validUntil') };
  };
  const error = (field: EvidenceField): string | undefined => faults[field] ?? atField(field);
  const input = (field: EvidenceField, day?: string): JSX.Element => (
    <FormField label={t(`suppliers.paper.${field}`)} optional={!fields.includes(field)} error={error(field)} {...(field === 'validUntil' ? { hint: t('suppliers.admission.form.validUntil.hint') } : {})}>
      <TextInput
        value={typed[field]} maxLength={200} {...(day === undefined ? {} : { placeholder: day, autoComplete: 'off', onBlur: () => setTyped((before) => ({ ...before, [field]: dayTyped(before[field]) })) })}
        onChange={(event) => { setTyped({ ...typed, [field]: event.target.value }); setFaults(({ [field]: _, ...rest }) => rest); }}
      />
    </FormField>
  );
  return (
    <form className="paper-form" onSubmit={submit} noValidate aria-label={t(`suppliers.evidence.${evidence}`)}>
      {refused !== undefined && !shown && <Refusal title={t('suppliers.admission.form.refused')}>{refused.text}</Refusal>}
      {reusable.length > 0 && (
        <TickGroup legend={t('suppliers.admission.source')}>
          {reusable.map((piece) => (
            <Radio key={piece.evidenceId} name={`source-${evidence}`} checked={reused === piece.evidenceId} onChange={() => reuse(piece.evidenceId)}>
              {t('suppliers.admission.source.reuse', { name: piece.file.name, until: piece.validUntil ?? 'none' })}
            </Radio>
          ))}
          <Radio name={`source-${evidence}`} checked={reused === null} onChange={() => reuse(null)}>
            {t('suppliers.admission.source.new')}
          </Radio>
        </TickGroup>
      )}
      {reused === null && (
        <>
          <FileUpload
            label={t('suppliers.admission.form.file')} kinds={['pdf', 'png', 'jpeg']} value={file}
            onUploaded={(upload) => { setFile(upload); setFaults(({ file: _, ...rest }) => rest); }} error={faults.file ?? atField('uploadId')}
          />
          <div className="form-row">
            {input('number')}
            {input('issuer')}
          </div>
          <div className="form-row">
            {input('issuedOn', '2026-01-05')}
            {input('validUntil', '2036-01-04')}
          </div>
        </>
      )}
      <div className="paper-form-acts">
        <Button type="submit" tone="primary" busy={save.isPending}>
          {t('suppliers.admission.form.save')}
        </Button>
        <Button onClick={onDone}>{t('suppliers.admission.form.cancel')}</Button>
      </div>
    </form>
  );
}
