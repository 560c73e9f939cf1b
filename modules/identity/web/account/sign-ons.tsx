import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { say } from '#web/kit/notice.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { citiesQuery } from '#web/session.ts';
import { leaveFor } from '#web/sign-on.ts';
import { useSubmit } from '#web/submit.ts';
import { ACCOUNT, identity, type Account } from '../client.ts';
import { Sure } from './sure.tsx';

/** The sign-on of the city in the path, where it has one: linked here by the person, never by a mail address. */
export function SignOns({ account }: { account: Account }): JSX.Element | null {
  const { t, lang } = useText();
  const refusal = useRefusal('identity');
  const { city } = useParams({ strict: false }) as { city: string };
  const { data: signOns } = useQuery({ queryKey: ['identity', 'sign-ons'], queryFn: ({ signal }) => identity.signOns({}, { signal }), staleTime: 3_600_000 });
  const { data: cities } = useQuery(citiesQuery);
  const refused = (error: Error): void => say(refusal(error)?.text ?? '', 'refused');
  const begin = useSubmit((_: null) => identity.beginLink({ city }));
  const remove = useSubmit((linkId: string, key) => identity.removeLink({ linkId }, { context: { key } }), ACCOUNT);
  const offered = signOns?.find((one) => one.city === city);
  const link = account.signOns.find((one) => one.cityId === cities?.find(({ slug }) => slug === city)?.id);
  if (offered === undefined && link === undefined) return null;
  const name = (lang === 'en' ? offered?.nameEn : offered?.nameZh) ?? t('identity.way.city-sign-on');
  return (
    <section className="work-section" aria-labelledby="sign-ons">
      <SectionHead id="sign-ons" title={t('identity.sign-ons')} note={name} />
      <p className="account-why">{t('identity.sign-ons.why')}</p>
      {link === undefined ? (
        <p className="account-acts">
          <Button busy={begin.isPending} onClick={() => begin.mutate(null, { onSuccess: ({ address }) => leaveFor(address, { purpose: 'link', back: location.pathname }), onError: refused })}>{t('identity.sign-ons.link')}</Button>
        </p>
      ) : (
        <>
          <StateMark state="ok">{t('identity.sign-ons.linked', { when: minute(link.createdAt) })}</StateMark>
          <p className="account-acts">
            <Sure what={name} act={t('identity.sign-ons.unlink')} sure={t('identity.sign-ons.unlink.sure')} busy={remove.isPending} onSure={() => remove.mutate(link.id, { onSuccess: () => say(t('identity.sign-ons.unlinked')), onError: refused })} />
          </p>
        </>
      )}
    </section>
  );
}
