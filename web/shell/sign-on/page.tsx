import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { identity } from '#web/identity-client.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Reading } from '#web/kit/empty.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import { cameBack } from '#web/sign-on.ts';
import { homeOf } from '../login/where.ts';
import { useTitle } from '../title.ts';
import { signOnWording } from './wording.ts';
import '../login/page.css';

loadWording(signOnWording);

/** Where a city's own sign-on sends people back to: finishes what was begun, once. */
export default function SignOnPage(): JSX.Element {
  const { t } = useText();
  useTitle(t('shell.sign-on.title'));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [fault, setFault] = useState<unknown>();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const query = location.search.slice(1);
    const leaving = cameBack();
    const finish = async (): Promise<void> => {
      if (leaving?.purpose === 'link') {
        await identity.finishLink({ query });
        return navigate({ to: leaving.back ?? '/', replace: true });
      }
      const session = await identity.finishSignOn({ query });
      queries.clear();
      queries.setQueryData(['session'], session);
      return navigate({ to: leaving?.back ?? homeOf(session), replace: true });
    };
    finish().catch(setFault);
  }, [navigate, queries]);
  const refused = useRefusal('identity')(fault);
  return (
    <div className="wrap login">
      <section className="login-box">
        <h1>{t('shell.sign-on.title')}</h1>
        {refused === undefined ? <Reading /> : <Refusal title={t('shell.sign-on.refused')} acts={<LinkButton to="/login">{t('shell.sign-on.back')}</LinkButton>}>{refused.text}</Refusal>}
      </section>
    </div>
  );
}
