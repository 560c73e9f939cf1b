import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import type { ProductView } from '#modules/catalogue/contract/shelf.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { catalogue, catalogueKey, formQuery } from '../client.ts';
import { EvidencePicker } from '../picker/picker.tsx';

/** Further evidence for a product that stands or waits: chosen from what was submitted before, or submitted now. */
export function AddEvidence({ product, city }: { product: ProductView; city: string }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('catalogue');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const form = useQuery(formQuery(city, product.kind.code)).data;
  const add = useSubmit(
    async (evidence: readonly string[], key) => {
      for (const [index, evidenceId] of evidence.entries()) await catalogue.addEvidence({ city, listingId: product.listingId, evidenceId }, { context: { key: `${key}-${index}` } });
    },
    [catalogueKey(city)],
  );
  const [tried, setTried] = useState(false);
  const refused = refusal(add.error);
  const send = (): void => {
    setTried(true);
    if (chosen.length > 0) add.mutate(chosen, { onSuccess: () => (setChosen([]), setTried(false), say(t('catalogue.own.added'))) });
  };
  return (
    <div className="picker-room">
      <EvidencePicker form={form} used={product.evidence.map((one) => one.evidenceId)} chosen={chosen} onChosen={(next) => (add.reset(), setChosen(next))} error={tried && chosen.length === 0 ? t('catalogue.own.none-chosen') : undefined} />
      {refused !== undefined && <Refusal title={refused.text} />}
      <div>
        <Button busy={add.isPending} onClick={send}>
          {t('catalogue.own.add.act')}
        </Button>
      </div>
    </div>
  );
}
