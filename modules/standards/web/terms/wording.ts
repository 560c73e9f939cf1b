import { wording as said } from '../../wording.ts';

/** Of the module's own words the pages need the terms, not the reasons of the check: a public page stays light. Chosen while building. */
const BORROWED = /^standards\.(parameter|parameter-value|attribute|evidence|confidence|aggregate)\./;
const borrowed = (lang: 'zh-CN' | 'en'): Record<string, string> => Object.fromEntries(Object.entries(said[lang]).filter(([id]) => BORROWED.test(id)));

export const termsWording = {
  'zh-CN': {
    ...borrowed('zh-CN'),
    'standards.unknown': '未知',
    'standards.and': '、',
    'standards.present': '具有且有效',
    'standards.drawing': '{name}，限值 {limits} {unit}',
    'standards.grade.合格品': '合格品',
    'standards.grade.一等品': '一等品',
    'standards.grade.优等品': '优等品',
    'standards.tag.reproduced': '公开转载',
    'standards.tag.recalled': '凭记忆',
    'standards.state.open': '待确认',
    'standards.state.confirmed': '已确认',
    'standards.state.withheld': '有疑问',
    'standards.read-at': '原文条号 {clause}，页码 {page}',
    'standards.source-clause': '第 {clause} 条',
    'standards.column.clause': '条款',
    'standards.column.indicator': '指标',
    'standards.column.unit': '单位',
  },
  en: {
    ...borrowed('en'),
    'standards.unknown': 'Unknown',
    'standards.and': ', ',
    'standards.present': 'Exists and is valid',
    'standards.drawing': '{name}, limit {limits} {unit}',
    'standards.grade.合格品': 'Qualified',
    'standards.grade.一等品': 'First',
    'standards.grade.优等品': 'Superior',
    'standards.tag.reproduced': 'Reproduced',
    'standards.tag.recalled': 'Recalled',
    'standards.state.open': 'To confirm',
    'standards.state.confirmed': 'Confirmed',
    'standards.state.withheld': 'In doubt',
    'standards.read-at': 'Read at clause {clause}, page {page}',
    'standards.source-clause': 'clause {clause}',
    'standards.column.clause': 'Clause',
    'standards.column.indicator': 'Indicator',
    'standards.column.unit': 'Unit',
  },
} satisfies Record<'zh-CN' | 'en', Record<string, string>>;
