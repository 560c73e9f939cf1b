import type { ThemeConfig } from 'antd';

export type Tokens = (name: string) => string;

/** Reads the values of tokens.css; a name that is not there throws, so a renamed token cannot leave antd with a default of its own. */
export function tokensOf(css: string): Tokens {
  const values = new Map([...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/--([\w-]+)\s*:\s*([^;}]+)/g)].map(([, name = '', value = '']) => [name, value.trim()]));
  return (name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`tokens.css has no --${name}`);
    return value;
  };
}

/** antd dressed as the kit: the table of the design, every value taken from tokens.css. */
export function antdTheme(token: Tokens, still: boolean): ThemeConfig {
  const px = (name: string): number => Number.parseInt(token(name), 10);
  const radius = px('radius');
  return {
    hashed: false,
    cssVar: { key: 'qingcai' },
    token: {
      colorPrimary: token('qing-600'),
      colorSuccess: token('qing-600'),
      colorLink: token('qing-600'),
      colorPrimaryHover: token('qing-700'),
      colorLinkHover: token('qing-700'),
      colorPrimaryActive: token('qing-800'),
      colorPrimaryBg: token('qing-50'),
      controlItemBgActive: token('qing-50'),
      colorWarning: token('zhe-500'),
      colorWarningText: token('zhe-600'),
      colorWarningBg: token('zhe-50'),
      colorError: token('zhu-600'),
      colorErrorBg: token('zhu-50'),
      colorInfo: token('hua-600'),
      colorInfoBg: token('hua-50'),
      colorText: token('mo-800'),
      colorTextHeading: token('mo-900'),
      colorTextSecondary: token('mo-600'),
      colorTextTertiary: token('mo-500'),
      colorTextDescription: token('mo-500'),
      colorTextPlaceholder: token('mo-500'),
      colorTextDisabled: token('mo-500'),
      colorBorder: token('line-ctl'),
      colorBorderSecondary: token('line'),
      colorSplit: token('line'),
      colorBgLayout: token('paper'),
      colorBgContainer: token('paper'),
      colorFillAlter: token('paper-2'),
      fontFamily: token('font-sans'),
      fontFamilyCode: token('font-mono'),
      fontSize: px('fs-14'),
      fontSizeSM: px('fs-12'),
      fontSizeLG: px('fs-16'),
      lineHeight: Number(token('lh-text')),
      borderRadius: radius,
      borderRadiusSM: radius,
      borderRadiusLG: radius,
      borderRadiusXS: radius,
      controlHeight: px('ctl-h'),
      controlHeightSM: px('ctl-h-sm'),
      controlHeightLG: px('ctl-h-lg'),
      boxShadow: token('shadow-overlay'),
      boxShadowSecondary: token('shadow-overlay'),
      boxShadowTertiary: 'none',
      controlOutlineWidth: 2,
      controlOutline: token('qing-600'),
      motion: !still,
      motionDurationMid: still ? '0s' : '0.12s',
    },
    components: {
      Table: {
        headerBg: token('paper'),
        headerColor: token('mo-500'),
        headerSplitColor: 'transparent',
        cellPaddingBlock: 10,
        cellFontSize: px('fs-13'),
        rowHoverBg: token('paper-2'),
        rowSelectedBg: token('qing-50'),
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      Menu: { itemSelectedBg: token('qing-50'), itemSelectedColor: token('qing-700'), itemBorderRadius: 0, activeBarWidth: 2 },
      Tabs: { inkBarColor: token('qing-600'), titleFontSize: px('fs-13') },
      Tag: { defaultBg: token('paper') },
      Layout: { headerBg: token('paper'), siderBg: token('paper'), headerHeight: 52 },
    },
  };
}
