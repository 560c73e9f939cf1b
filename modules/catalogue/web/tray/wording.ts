/** Words of the tray at the foot of the window. */
export const trayWording = {
  'zh-CN': {
    'catalogue.tray': '已选产品',
    'catalogue.tray.count': '对比 {count} / {most}',
    'catalogue.tray.more': '再选 {left} 个',
    'catalogue.tray.suppliers': '来自 {count} 家供应商',
    'catalogue.tray.remove': '移出 {name}',
    'catalogue.tray.clear': '清空',
    'catalogue.tray.open': '并排比较',
  },
  en: {
    'catalogue.tray': 'Chosen products',
    'catalogue.tray.count': 'Compare {count} / {most}',
    'catalogue.tray.more': '{left} more',
    'catalogue.tray.suppliers': '{count, plural, one {from # supplier} other {from # suppliers}}',
    'catalogue.tray.remove': 'Remove {name}',
    'catalogue.tray.clear': 'Clear',
    'catalogue.tray.open': 'Side by side',
  },
} as const;
