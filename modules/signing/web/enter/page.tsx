import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { typedCode } from '../../domain/code.ts';
import { checkWording } from '../check/wording.ts';
import '../check/check.css';

loadWording(checkWording);

/** Where a code is typed from paper. */
export default function CheckEntry(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const go = useNavigate();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (): void => {
    const code = typedCode(text);
    setWrong(code === undefined);
    if (code !== undefined) void go({ to: `/${city}/check/${code}` });
  };
  return (
    <div className="wrap check">
      <PageTitle title={t('signing.check')} under={t('signing.check.under')} />
      <form className="check-form" noValidate onSubmit={(event) => (event.preventDefault(), submit())}>
        <FormField label={t('signing.check.code')} hint={t('signing.check.code.hint')} error={wrong ? t('signing.check.wrong') : undefined}>
          <TextInput value={text} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={20} onChange={(event) => setText(event.target.value)} />
        </FormField>
        <Button type="submit" tone="primary" size="large">{t('signing.check.submit')}</Button>
      </form>
    </div>
  );
}
