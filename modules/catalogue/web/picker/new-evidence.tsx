import { useState, type JSX } from 'react';
import { fileKindsOf, isNumbered, type EvidenceKind } from '#modules/documents/rules.ts';
import { FileUpload, useKindName, type Upload } from '#modules/documents/web/parts.ts';
import { nameIn, unitIn } from '#modules/standards/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Select, TextInput } from '#web/kit/form.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { documents, PROVING, type Form } from './client.ts';

type Sent = Parameters<typeof documents.submitEvidence>[0];
type Values = Readonly<Record<string, string>>;
/** An empty input is a paper that does not say: unknown, not an empty text. */
const stated = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A paper handed in for the first time. Of a test report the platform reads the values itself; of other papers they are typed and the centre confirms them. */
export function NewEvidence({ form, onMade, onCancel }: { form: Form | undefined; onMade: (evidenceId: string) => void; onCancel: () => void }): JSX.Element {
  const { t, lang } = useText();
  const kindName = useKindName();
  const refusal = useRefusal('documents');
  const kinds = PROVING.filter((kind) => form === undefined || form.evidence.some((one) => one.kind === kind));
  const [kind, setKind] = useState<EvidenceKind>(kinds[0] ?? 'TEST_REPORT');
  const [upload, setUpload] = useState<Upload | null>(null);
  const [text, setText] = useState({ number: '', issuer: '', issuedOn: '', validUntil: '' });
  const [values, setValues] = useState<Values>({});
  const [tried, setTried] = useState(false);
  const submit = useSubmit((input: Sent, key) => documents.submitEvidence(input, { context: { key } }), [['documents']]);
  const refused = refusal(submit.error);
  const errorOf = (field: string): string | undefined => refused?.fields[field] ?? (refused?.field === field ? refused.text : undefined);
  const shown = ['uploadId', 'number', 'issuer', 'issuedOn', 'validUntil'].some((field) => errorOf(field) !== undefined);
  const set = (field: keyof typeof text, value: string): void => (submit.reset(), setText({ ...text, [field]: value }));
  const typed = kind === 'TEST_REPORT' ? [] : (form?.evidence.find((one) => one.kind === kind)?.indicators ?? []);
  const numberMissing = isNumbered(kind) && stated(text.number) === null;
  const send = (): void => {
    setTried(true);
    if (upload === null || numberMissing) return;
    submit.mutate(
      {
        kind, uploadId: upload.uploadId, number: stated(text.number), issuer: stated(text.issuer), issuedOn: stated(text.issuedOn), validUntil: stated(text.validUntil),
        values: typed.flatMap((one) => {
          const printed = one.present ? (values[one.code] === undefined ? null : (stated(text.number) ?? kind)) : stated(values[one.code] ?? '');
          return printed === null ? [] : [{ indicatorCode: one.code, printed, unit: one.present || one.unit === '' || one.unit === '1' ? null : one.unit }];
        }),
      },
      { onSuccess: (made) => onMade(made.id) },
    );
  };
  return (
    <div className="new-evidence" role="group" aria-label={t('catalogue.picker.add')}>
      {refused !== undefined && !shown && <Refusal title={refused.text} />}
      <FormField label={t('catalogue.picker.kind')}>
        <Select value={kind} onChange={(event) => (submit.reset(), setKind(kinds.find((one) => one === event.target.value) ?? kind))}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {kindName(one)}
            </option>
          ))}
        </Select>
      </FormField>
      <FileUpload label={t('catalogue.picker.file')} kinds={fileKindsOf(kind)} value={upload} onUploaded={(next) => (submit.reset(), setUpload(next))} error={tried && upload === null ? t('catalogue.picker.file.needed') : errorOf('uploadId')} />
      <div className="form-row new-evidence-row">
        <FormField label={t('catalogue.picker.number')} optional={!isNumbered(kind)} error={tried && numberMissing ? t('catalogue.picker.number.needed') : errorOf('number')}>
          <TextInput value={text.number} maxLength={100} onChange={(event) => set('number', event.target.value)} />
        </FormField>
        <FormField label={t('catalogue.picker.issuer')} optional error={errorOf('issuer')}>
          <TextInput value={text.issuer} maxLength={200} onChange={(event) => set('issuer', event.target.value)} />
        </FormField>
      </div>
      <div className="form-row new-evidence-row">
        <FormField label={t('catalogue.picker.issued')} optional error={errorOf('issuedOn')}>
          <TextInput type="date" value={text.issuedOn} onChange={(event) => set('issuedOn', event.target.value)} />
        </FormField>
        <FormField label={t('catalogue.picker.until')} optional error={errorOf('validUntil')}>
          <TextInput type="date" value={text.validUntil} onChange={(event) => set('validUntil', event.target.value)} />
        </FormField>
      </div>
      {kind === 'TEST_REPORT' ? (
        <p className="second">{t('catalogue.picker.read')}</p>
      ) : (
        typed.length > 0 && (
          <div className="new-evidence-values">
            <p className="second">{t('catalogue.picker.values')}</p>
            {typed.map((one) => (
              <FormField key={one.code} label={<>{one.code} {nameIn(lang, one)}</>} unit={one.present ? undefined : unitIn(lang, one.unit)} optional>
                {one.present ? (
                  <Select value={values[one.code] ?? ''} onChange={(event) => setValues(({ [one.code]: _, ...rest }) => (event.target.value === '' ? rest : { ...rest, [one.code]: event.target.value }))}>
                    <option value="">{t('catalogue.picker.present.no')}</option>
                    <option value="yes">{t('catalogue.picker.present.yes')}</option>
                  </Select>
                ) : (
                  <TextInput value={values[one.code] ?? ''} maxLength={100} spellCheck={false} onChange={(event) => setValues({ ...values, [one.code]: event.target.value })} />
                )}
              </FormField>
            ))}
          </div>
        )
      )}
      <div className="new-evidence-acts">
        <Button tone="plain" busy={submit.isPending} onClick={send}>
          {t('catalogue.picker.submit')}
        </Button>
        <Button tone="text" onClick={onCancel}>
          {t('catalogue.picker.cancel')}
        </Button>
      </div>
    </div>
  );
}
