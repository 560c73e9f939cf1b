import type { Comparator, LimitValue } from './model.ts';

const SIGNS: Readonly<Record<Comparator, string>> = { le: '≤', lt: '<', ge: '≥', gt: '>', between: '', absLe: '±', gradeGe: '≥', match: '', present: '✓' };

/** A limit as it is shown in tables, the same in both languages: `≤ 0.5`, `-4.0 ~ 1.0`, `± 30`, `≥ B1`, 不透水, `✓`. The unit stands beside it. */
export function limitText(comparator: Comparator, value: LimitValue): string {
  if (value === true) return SIGNS.present;
  if (typeof value === 'object') return `${value[0]} ~ ${value[1]}`;
  return SIGNS[comparator] === '' || comparator === 'present' ? value : `${SIGNS[comparator]} ${value}`;
}

/** The limit in words: 不大于 0.5, not more than 0.5. For screen readers, plain text and those who do not read signs. */
export function limitInWords(comparator: Comparator, value: LimitValue, language: 'zh-CN' | 'en'): string {
  const chinese = language === 'zh-CN';
  if (value === true) return chinese ? '具有且有效' : 'exists and is valid';
  if (typeof value === 'object') return chinese ? `${value[0]} 至 ${value[1]}（含两端）` : `from ${value[0]} to ${value[1]}, both included`;
  switch (comparator) {
    case 'le': return chinese ? `不大于 ${value}` : `not more than ${value}`;
    case 'lt': return chinese ? `小于 ${value}` : `less than ${value}`;
    case 'ge': return chinese ? `不小于 ${value}` : `not less than ${value}`;
    case 'gt': return chinese ? `大于 ${value}` : `more than ${value}`;
    case 'absLe': return chinese ? `偏差不超过 ±${value}` : `within ±${value}`;
    case 'gradeGe': return chinese ? `不低于 ${value} 级` : `at least grade ${value}`;
    default: return value;
  }
}
