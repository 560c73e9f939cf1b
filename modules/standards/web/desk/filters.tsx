import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Select } from '#web/kit/form.tsx';
import { Icon } from '#web/kit/icon.tsx';
import type { Filters } from './desk.ts';

type Props = { filters: Filters; onFilter: (change: Partial<Filters>) => void; shown: number; total: number };
const CATEGORIES = ['structural', 'decoration-envelope', 'equipment-facilities'];

export function FilterRow({ filters, onFilter, shown, total }: Props): JSX.Element {
  const { t } = useText();
  const choice = <Key extends 'category' | 'basis' | 'standing'>(key: Key, values: readonly string[]): JSX.Element => (
    <Select aria-label={t(`standards.desk.${key}`)} value={filters[key]} onChange={(event) => onFilter({ [key]: event.target.value } as Partial<Filters>)}>
      <option value="">{t(`standards.desk.${key}.all`)}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {t(key === 'category' ? `standards.category.${value}` : key === 'basis' ? `standards.tag.${value}` : `standards.state.${value}`)}
        </option>
      ))}
    </Select>
  );
  return (
    <div className="desk-filters">
      <label className="find">
        <span className="only-read">{t('standards.desk.text')}</span>
        <Icon name="search" size={15} />
        <input type="search" className="input" value={filters.text} placeholder={t('standards.desk.text')} onChange={(event) => onFilter({ text: event.target.value })} />
      </label>
      {choice('category', CATEGORIES)}
      {choice('basis', ['reproduced', 'recalled'])}
      {choice('standing', ['open', 'confirmed', 'withheld'])}
      <p className="quiet" role="status">
        {t('standards.desk.shown', { shown, total })}
      </p>
    </div>
  );
}
