import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { useMemo, type JSX, type ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import { antdTheme, tokensOf } from './antd-theme.ts';
import './antd.css';
import tokens from './tokens.css?raw';

/** Around every page of the workbench, never around a public one: whoever imports this carries antd. */
export function WithAntd({ children }: { children: ReactNode }): JSX.Element {
  const { lang } = useText();
  const theme = useMemo(() => antdTheme(tokensOf(tokens), matchMedia('(prefers-reduced-motion: reduce)').matches), []);
  return (
    <ConfigProvider theme={theme} locale={lang === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
