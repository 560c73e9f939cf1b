import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { identity } from '#web/identity-client.ts';
import { Button } from '#web/kit/button.tsx';
import { leaveFor } from '#web/sign-on.ts';
import { nextPath } from './where.ts';

/** The sign-on of each city that has one; nothing where none has. */
export function ByCity({ onFault }: { onFault: (fault: unknown) => void }): JSX.Element | null {
  const { lang } = useText();
  const [busy, setBusy] = useState(false);
  const { data } = useQuery({ queryKey: ['identity', 'sign-ons'], queryFn: ({ signal }) => identity.signOns({}, { signal }), staleTime: 3_600_000 });
  if (data === undefined || data.length === 0) return null;
  const leave = (city: string): void => {
    setBusy(true);
    identity.beginSignOn({ city }).then(({ address }) => leaveFor(address, { purpose: 'sign-in', back: nextPath() ?? null }), (fault: unknown) => (setBusy(false), onFault(fault)));
  };
  return (
    <div className="login-cities">
      {data.map((one) => (
        <Button key={one.city} wide busy={busy} onClick={() => leave(one.city)}>{lang === 'en' ? one.nameEn : one.nameZh}</Button>
      ))}
    </div>
  );
}
