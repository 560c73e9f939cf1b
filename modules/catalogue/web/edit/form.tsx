import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextArea, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { catalogue, catalogueKey, formQuery } from '../client.ts';
import { EvidencePicker } from '../picker/picker.tsx';
import { catalogueWording } from '../wording.ts';
import { BLANK, dropDraft, faultsOf, keepDraft, keptDraft, sentOf, type Draft } from './draft.ts';
import { KindField, Parameters } from './fields.tsx';
import { editWording } from './wording.ts';
import './edit.css';

loadWording(catalogueWording);
loadWording(editWording);

type Props = { city: string; /** Null for a new product. */ listingId: string | null; begin: Draft };

/** The form of a product. What is typed is kept in this browser until it was accepted; every fault stands at its field. */
export function ProductForm({ city, listingId, begin }: Props): JSX.Element {
  const { t } = useText();
  const navigate = useNavigate();
  const refusal = useRefusal('catalogue');
  const [kept] = useState(() => keptDraft(city, listingId));
  const [draft, setDraft] = useState<Draft>(kept ?? begin);
  const [tried, setTried] = useState(false);
  const form = useQuery({ ...formQuery(city, draft.kindCode), enabled: draft.kindCode !== '' }).data;
  const send = useSubmit(
    (input: ReturnType<typeof sentOf>, key) => (listingId === null ? catalogue.submitProduct({ city, ...input }, { context: { key } }) : catalogue.resubmitProduct({ city, listingId, ...input }, { context: { key } })),
    [catalogueKey(city), ['documents']],
  );
  const change = (next: Partial<Draft>): void => {
    const after = { ...draft, ...next };
    send.reset();
    setDraft(after);
    keepDraft(city, listingId, after);
  };
  const startOver = (): void => {
    dropDraft(city, listingId);
    send.reset();
    setTried(false);
    setDraft(begin);
  };
  const faults = faultsOf(draft);
  const refused = refusal(send.error);
  const error = (field: string): string | undefined => (tried && faults[field] !== undefined ? t(faults[field]) : (refused?.fields[field] ?? (refused?.field === field ? refused.text : undefined)));
  const place = useFocusOnFault(tried && Object.keys(faults).length > 0, refused?.field);
  const atField = refused?.field !== undefined && (refused.field in BLANK || refused.field.startsWith('parameters.'));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    send.mutate(sentOf(draft), {
      onSuccess: (made) => {
        dropDraft(city, listingId);
        say(t('catalogue.edit.sent'));
        void navigate({ to: `/${city}/work/products/${made.listingId}` });
      },
    });
  };
  const input = (field: 'name' | 'brand' | 'model' | 'priceUnit', limit: number): JSX.Element => <TextInput value={draft[field]} maxLength={limit} onChange={(event) => change({ [field]: event.target.value })} />;
  const figures = (field: 'price' | 'taxRate' | 'minimumOrder' | 'deliveryDays'): JSX.Element => <TextInput figures value={draft[field]} maxLength={20} onChange={(event) => change({ [field]: event.target.value })} />;
  return (
    <form ref={place} className="product-form" onSubmit={submit} noValidate>
      {kept !== null && <p><StateMark state="info">{t('catalogue.edit.resumed')}</StateMark></p>}
      {refused !== undefined && !atField && Object.keys(refused.fields).length === 0 && <Refusal title={t('catalogue.edit.refused')}>{refused.text}</Refusal>}
      <section>
        <SectionHead title={t('catalogue.edit.section.product')} />
        <KindField city={city} value={draft.kindCode} fixed={listingId !== null} error={error('kindCode')} onChange={(kindCode) => change({ kindCode, parameters: {} })} />
        <FormField label={t('catalogue.edit.name')} hint={t('catalogue.edit.name.hint')} error={error('name')}>{input('name', 80)}</FormField>
        <div className="form-row">
          <FormField label={t('catalogue.edit.brand')} error={error('brand')}>{input('brand', 40)}</FormField>
          <FormField label={t('catalogue.edit.model')} hint={t('catalogue.edit.model.hint')} error={error('model')}>{input('model', 60)}</FormField>
        </div>
        <FormField label={t('catalogue.edit.description')} optional error={error('description')}>
          <TextArea rows={3} value={draft.description} maxLength={1000} onChange={(event) => change({ description: event.target.value })} />
        </FormField>
      </section>
      {form !== undefined && form.parameters.length > 0 && (
        <section>
          <SectionHead title={t('catalogue.edit.section.parameters')} note={t('catalogue.edit.section.parameters.note')} />
          <Parameters form={form} values={draft.parameters} error={error} onChange={(parameters) => change({ parameters })} />
        </section>
      )}
      <section>
        <SectionHead title={t('catalogue.edit.section.terms')} />
        <div className="form-row">
          <FormField label={t('catalogue.edit.price')} unit={t('catalogue.edit.price.unit')} error={error('price')}>{figures('price')}</FormField>
          <FormField label={t('catalogue.edit.priceUnit')} hint={t('catalogue.edit.priceUnit.hint')} error={error('priceUnit')}>{input('priceUnit', 20)}</FormField>
          <FormField label={t('catalogue.edit.taxRate')} unit="%" error={error('taxRate')}>{figures('taxRate')}</FormField>
        </div>
        <div className="form-row">
          <FormField label={t('catalogue.edit.minimumOrder')} unit={draft.priceUnit} error={error('minimumOrder')}>{figures('minimumOrder')}</FormField>
          <FormField label={t('catalogue.edit.deliveryDays')} unit={t('catalogue.edit.deliveryDays.unit')} optional error={error('deliveryDays')}>{figures('deliveryDays')}</FormField>
          <FormField label={t('catalogue.edit.deliveryArea')} hint={t('catalogue.edit.deliveryArea.hint')} error={error('deliveryArea')}>
            <TextInput value={draft.deliveryArea} maxLength={1000} onChange={(event) => change({ deliveryArea: event.target.value })} />
          </FormField>
        </div>
      </section>
      <section>
        <SectionHead title={t('catalogue.edit.section.evidence')} note={t('catalogue.edit.section.evidence.note')} />
        <EvidencePicker form={form} used={[]} chosen={draft.evidence} onChosen={(evidence) => change({ evidence })} error={error('evidence')} />
      </section>
      <div className="product-form-acts">
        <Button type="submit" tone="primary" size="large" busy={send.isPending}>
          {t(listingId === null ? 'catalogue.edit.send' : 'catalogue.edit.send.again')}
        </Button>
        <span className="note quiet">{t('catalogue.edit.kept')}</span>
        <Button tone="text" size="small" onClick={startOver}>
          {t('catalogue.edit.drop')}
        </Button>
      </div>
    </form>
  );
}

/** After a refused submit the first field to mend has the focus. */
function useFocusOnFault(wrong: boolean, field: string | undefined): React.RefObject<HTMLFormElement | null> {
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wrong || field !== undefined) place.current?.querySelector<HTMLElement>('[aria-invalid="true"], .picker.field-wrong input')?.focus();
  }, [wrong, field]);
  return place;
}
