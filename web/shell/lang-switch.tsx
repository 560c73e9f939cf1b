import type { JSX } from 'react';
import { setLang, useText } from '#web/i18n.ts';

/** Names the other language in that language; page, place and typed text stay. */
export function LangSwitch({ className = 'lang-switch' }: { className?: string }): JSX.Element {
  const { lang } = useText();
  const other = lang === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className={className === 'lang-switch' ? className : `lang-switch ${className}`} lang={other} onClick={() => setLang(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}
