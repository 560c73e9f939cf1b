import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { nameIn, termsWording } from '#modules/standards/web/parts.ts';
import { hasWording, loadWording, useText } from '#web/i18n.ts';
import { FormField, Select, TextInput } from '#web/kit/form.tsx';
import { editionQuery } from '../client.ts';
import type { Form } from '../picker/client.ts';

loadWording(termsWording);

/** The kinds of the city's edition, under their categories. */
export function KindField({ city, value, fixed, error, onChange }: { city: string; value: string; fixed: boolean; error: string | undefined; onChange: (kind: string) => void }): JSX.Element {
  const { t, lang } = useText();
  const categories = useQuery(editionQuery(city)).data?.edition?.categories ?? [];
  return (
    <FormField label={t('catalogue.edit.kindCode')} error={error} {...(fixed ? { hint: t('catalogue.edit.fixed') } : {})}>
      <Select value={value} disabled={fixed} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('catalogue.edit.kind.choose')}</option>
        {categories.map((category) => (
          <optgroup key={category.code} label={nameIn(lang, category)}>
            {category.kinds.map((kind) => (
              <option key={kind.code} value={kind.code}>
                {kind.code} {nameIn(lang, kind)}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </FormField>
  );
}

/** Steps as people print them: `>=7.5` is ≥ 7.5. */
const printed = (choice: string): string => choice.replace('>=', '≥ ').replace('<=', '≤ ').replace(/^([<>])(?=\d)/, '$1 ');

type Values = Readonly<Record<string, string>>;

/** Steps of the standard that are figures or ranges stand for measured sizes, so the product's own figure is typed; words are chosen. */
const isMeasured = (choices: readonly string[]): boolean => choices.some((choice) => /[<>=≤≥]|^\d+(\.\d+)?(-\d+(\.\d+)?)?(mm)?$/.test(choice));

/** What limits depend on: chosen from the classes of the standard, or typed where it is a size. */
export function Parameters({ form, values, error, onChange }: { form: Form; values: Values; error: (field: string) => string | undefined; onChange: (values: Values) => void }): JSX.Element {
  const { t } = useText();
  const worded = (id: string, plain: string): string => (hasWording(id) ? t(id) : plain);
  return (
    <div className="form-row">
      {form.parameters.map(({ name, choices }) => {
        const set = (value: string): void => onChange({ ...values, [name]: value });
        const label = worded(`standards.parameter.${name}`, name);
        const value = values[name] ?? '';
        return isMeasured(choices) ? (
          <FormField key={name} label={label} optional hint={t('catalogue.edit.parameter.hint', { choices: choices.map(printed).join(t('catalogue.and')) })} error={error(`parameters.${name}`)}>
            <TextInput value={value} maxLength={60} onChange={(event) => set(event.target.value)} />
          </FormField>
        ) : (
          <FormField key={name} label={label} optional error={error(`parameters.${name}`)}>
            <Select value={value} onChange={(event) => set(event.target.value)}>
              <option value="">{t('catalogue.edit.parameter.undeclared')}</option>
              {[...choices, ...(value === '' || choices.includes(value) ? [] : [value])].map((choice) => (
                <option key={choice} value={choice}>
                  {worded(`standards.parameter-value.${name}.${choice}`, worded(`standards.grade.${choice}`, choice))}
                </option>
              ))}
            </Select>
          </FormField>
        );
      })}
    </div>
  );
}
