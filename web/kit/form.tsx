import { createContext, use, useId, type InputHTMLAttributes, type JSX, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { useText } from '#web/i18n.ts';
import { StateShape } from './state-mark.tsx';
import './form.css';

type Field = { readonly id: string; readonly describedBy: string | undefined; readonly wrong: boolean };
const FieldContext = createContext<Field | null>(null);

type FieldProps = {
  label: ReactNode;
  /** Beside the label: a unit. */
  unit?: ReactNode;
  /** Most fields must be filled; only the others say 选填. */
  optional?: boolean;
  hint?: ReactNode;
  /** What is wrong and how to mend it. What was typed stays. */
  error?: ReactNode;
  children: ReactNode;
};

/** One labelled input with its hint and its error; the input inside finds its id and its description by itself. */
export function FormField({ label, unit, optional = false, hint, error, children }: FieldProps): JSX.Element {
  const { t } = useText();
  const id = useId();
  const wrong = error !== undefined && error !== null && error !== '';
  const described = [wrong ? `${id}-error` : '', hint === undefined ? '' : `${id}-hint`].filter((part) => part !== '').join(' ');
  return (
    <div className={wrong ? 'field field-wrong' : 'field'}>
      <label htmlFor={id} className="field-label">
        {label}
        {unit !== undefined && <span className="field-unit">{unit}</span>}
        {optional && <span className="field-unit">{t('kit.optional')}</span>}
      </label>
      <FieldContext value={{ id, describedBy: described === '' ? undefined : described, wrong }}>{children}</FieldContext>
      {wrong && (
        <p className="field-error" id={`${id}-error`}>
          <StateShape state="refused" size={12} /> {error}
        </p>
      )}
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function useField(): { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const field = use(FieldContext);
  if (field === null) return {};
  return { id: field.id, ...(field.describedBy === undefined ? {} : { 'aria-describedby': field.describedBy }), ...(field.wrong ? { 'aria-invalid': true } : {}) };
}

type Plain<T> = Omit<T, 'className' | 'style'>;

export const TextInput = ({ figures = false, ...rest }: Plain<InputHTMLAttributes<HTMLInputElement>> & { figures?: boolean }): JSX.Element => (
  <input type="text" {...(figures ? { inputMode: 'decimal' as const, autoComplete: 'off' } : {})} {...useField()} {...rest} className={figures ? 'input input-figures' : 'input'} />
);

export const TextArea = (props: Plain<TextareaHTMLAttributes<HTMLTextAreaElement>>): JSX.Element => <textarea rows={4} {...useField()} {...props} className="input input-area" />;

export const Select = ({ children, ...rest }: Plain<SelectHTMLAttributes<HTMLSelectElement>>): JSX.Element => (
  <select {...useField()} {...rest} className="input input-select">
    {children}
  </select>
);

type TickProps = Plain<Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>> & { children: ReactNode; count?: number };

/** A box to tick; `count` at the right edge, for filters. */
export const Checkbox = (props: TickProps): JSX.Element => <Tick {...props} type="checkbox" />;
export const Radio = (props: TickProps): JSX.Element => <Tick {...props} type="radio" />;

function Tick({ children, count, type, ...rest }: TickProps & { type: 'checkbox' | 'radio' }): JSX.Element {
  return (
    <label className="tick">
      <input {...rest} type={type} className={`tick-${type}`} />
      <span>{children}</span>
      {count !== undefined && <span className="tick-count">{count}</span>}
    </label>
  );
}

/** Several ticks under one question. */
export function TickGroup({ legend, error, children }: { legend: ReactNode; error?: ReactNode; children: ReactNode }): JSX.Element {
  const wrong = error !== undefined && error !== null && error !== '';
  return (
    <fieldset className={wrong ? 'field field-wrong' : 'field'}>
      <legend className="field-label">{legend}</legend>
      {children}
      {wrong && (
        <p className="field-error">
          <StateShape state="refused" size={12} /> {error}
        </p>
      )}
    </fieldset>
  );
}
