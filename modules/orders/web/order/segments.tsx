import type { JSX } from 'react';

type Props = { name: string; label: string; value: string | null; choices: readonly { readonly value: string; readonly label: string }[]; onChange: (value: string) => void; small?: boolean };

/** A few choices side by side, one of them taken: radio buttons that look like one control. */
export function Segments({ name, label, value, choices, onChange, small = false }: Props): JSX.Element {
  return (
    <span className={small ? 'segments segments-small' : 'segments'} role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className={`segment${choice.value === value ? ' segment-on' : ''}${choice.value === 'unmet' || choice.value === 'refuse' ? ' segment-no' : ''}`}>
          <input type="radio" className="only-read" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </span>
  );
}
