import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Loaded } from '#web/kit/loaded.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { accountQuery } from '../client.ts';
import { Codes } from './codes.tsx';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { Recovery } from './recovery.tsx';
import { Sessions } from './sessions.tsx';
import { SignOns } from './sign-ons.tsx';
import { accountWording } from './wording.ts';
import './account.css';

loadWording(accountWording);

/** By what a person signs in, and where they are signed in. */
export default function AccountPage(): JSX.Element {
  const { t } = useText();
  const query = useQuery(accountQuery);
  return (
    <>
      <PageTitle size="work" title={t('identity.account')} under={t('identity.account.under')} />
      <Loaded query={query} lines={8}>
        {(account) => (
          <div className="account">
            <p className="account-who">
              <b>{account.name}</b> <span className="second">{account.login}</span>
            </p>
            <Passkeys account={account} />
            <Password />
            <Codes account={account} />
            <Recovery account={account} />
            <SignOns account={account} />
            <Sessions account={account} />
          </div>
        )}
      </Loaded>
    </>
  );
}
