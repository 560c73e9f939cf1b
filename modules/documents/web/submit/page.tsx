import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FormEvent, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { FormField, Select, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { Breadcrumb, PageTitle } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { EVIDENCE_KINDS, fileKindsOf, isNumbered, type EvidenceKind } from '../../domain/evidence-kinds.ts';
import { documents, DOCUMENTS } from '../client.ts';
import { FileUpload, type Upload } from '../file-upload.tsx';
import { useKindName } from '../marks.tsx';
import { documentsWording } from '../wording.ts';
import { dayTyped } from './day.ts';
import '../evidence.css';

loadWording(documentsWording);

type Draft = { readonly kind: EvidenceKind | ''; readonly upload: Upload | null; readonly number: string; readonly issuer: string; readonly issuedOn: string; readonly validUntil: string };
type Sent = Parameters<typeof documents.submitEvidence>[0];
const BLANK: Draft = { kind: '', upload: null, number: '', issuer: '', issuedOn: '', validUntil: '' };
/** An empty input is a paper that does not say: unknown, not an empty text. */
const stated = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export default function SubmitEvidencePage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const navigate = useNavigate();
  const kindName = useKindName();
  const refusal = useRefusal('documents');
  const [draft, setDraft] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const submit = useSubmit((input: Sent, key) => documents.submitEvidence(input, { context: { key } }), [DOCUMENTS]);
  const { kind, upload } = draft;
  const change = (next: Partial<Draft>): void => {
    submit.reset();
    setDraft({ ...draft, ...next });
  };
  /** Shown in the one form before it is sent; an error that stands beside it stays. */
  const tidy = (field: 'issuedOn' | 'validUntil'): void => setDraft((before) => ({ ...before, [field]: dayTyped(before[field]) }));
  const refused = refusal(submit.error);
  const errorOf = (field: string): string | undefined => refused?.fields[field] ?? (refused?.field === field ? refused.text : undefined);
  const named = ['kind', 'uploadId', 'number', 'issuer', 'issuedOn', 'validUntil'].some((field) => errorOf(field) !== undefined);
  const back = `/${city}/work/evidence`;

  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (kind === '' || upload === null) return;
    submit.mutate(
      { kind, uploadId: upload.uploadId, number: stated(draft.number), issuer: stated(draft.issuer), issuedOn: stated(dayTyped(draft.issuedOn)), validUntil: stated(dayTyped(draft.validUntil)), values: [] },
      { onSuccess: (made) => (say(t('documents.submit.said')), void navigate({ to: `${back}/${made.id}` })) },
    );
  };

  return (
    <>
      <Breadcrumb crumbs={[{ label: t('documents.mine.back'), to: back }, { label: t('documents.submit.title') }]} />
      <PageTitle size="work" title={t('documents.submit.title')} under={t('documents.submit.under')} />
      <form className="evidence-form" onSubmit={send} noValidate>
        {refused !== undefined && !named && <Refusal title={refused.text} />}
        <FormField label={t('documents.submit.kind')} error={tried && kind === '' ? t('documents.submit.kind.needed') : errorOf('kind')}>
          <Select value={kind} onChange={(event) => change({ kind: EVIDENCE_KINDS.find((one) => one === event.target.value) ?? '' })}>
            <option value="">{t('documents.submit.kind.choose')}</option>
            {EVIDENCE_KINDS.map((one) => (
              <option key={one} value={one}>
                {kindName(one)}
              </option>
            ))}
          </Select>
        </FormField>
        <FileUpload
          label={t('documents.submit.file')}
          kinds={kind === '' ? ['pdf', 'png', 'jpeg'] : fileKindsOf(kind)}
          value={upload}
          onUploaded={(next) => change({ upload: next })}
          error={tried && upload === null ? t('documents.submit.file.needed') : errorOf('uploadId')}
        />
        <FormField label={t('documents.submit.number')} optional={kind !== '' && !isNumbered(kind)} hint={t('documents.submit.number.hint')} error={errorOf('number')}>
          <TextInput value={draft.number} maxLength={100} onChange={(event) => change({ number: event.target.value })} />
        </FormField>
        <FormField label={t('documents.submit.issuer')} optional error={errorOf('issuer')}>
          <TextInput value={draft.issuer} maxLength={200} onChange={(event) => change({ issuer: event.target.value })} />
        </FormField>
        <div className="form-row work-section">
          <FormField label={t('documents.submit.issued')} optional error={errorOf('issuedOn')}>
            <TextInput value={draft.issuedOn} placeholder="2026-01-05" autoComplete="off" maxLength={20} onChange={(event) => change({ issuedOn: event.target.value })} onBlur={() => tidy('issuedOn')} />
          </FormField>
          <FormField label={t('documents.submit.until')} optional hint={t('documents.submit.until.hint')} error={errorOf('validUntil')}>
            <TextInput value={draft.validUntil} placeholder="2031-01-04" autoComplete="off" maxLength={20} onChange={(event) => change({ validUntil: event.target.value })} onBlur={() => tidy('validUntil')} />
          </FormField>
        </div>
        <div className="evidence-form-acts">
          <Button type="submit" tone="primary" busy={submit.isPending}>
            {t('documents.submit.act')}
          </Button>
          <LinkButton to={back} tone="text">
            {t('documents.cancel')}
          </LinkButton>
        </div>
      </form>
    </>
  );
}
