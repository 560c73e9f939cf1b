import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { StateShape } from '#web/kit/state-mark.tsx';
import { minute } from '#web/kit/written.ts';
import type { MadeSignature } from '../../contract/asked.ts';
import { signWording } from './wording.ts';

loadWording(signWording);

/** Who signed and when, with the code and the way to its check. */
export function SignedBy({ signature, city }: { signature: MadeSignature; city: string }): JSX.Element {
  const { t } = useText();
  const { signer, organisation, at, code } = signature;
  return (
    <p className="signed-by">
      <StateShape state="ok" /> <span>{t('signing.signed.by', { signer, organisation, at: minute(at) })}</span>{' '}
      <span className="nowrap">
        {t('signing.signed.code')} <Link to={`/${city}/check/${code}`} className="mono">{code}</Link>
      </span>
    </p>
  );
}
