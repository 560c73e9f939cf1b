import type { JSX } from 'react';
import type { Scale } from '#modules/standards/contract/reading.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { axisFor } from '#web/kit/axis.ts';
import { Bullet } from '#web/kit/bullet.tsx';
import { legible, limitsOf, measuredOf, SENSES } from './measured.ts';
import { drawnWording } from './wording.ts';

loadWording(drawnWording);

type Props = { name: string; scale: Scale; value: string | null; unit: string; outcome: string; compact?: boolean };

/** A judged value beside its limit. Ochre where a person must look, red where the limit is broken, an empty bar where nothing was tested. */
export function ValueBullet({ name, scale, value, unit, outcome, compact = false }: Props): JSX.Element {
  const { t } = useText();
  const sense = SENSES[scale.better];
  const limits = limitsOf(scale);
  const axis = axisFor(sense, limits.map((limit) => limit.at), scale.log);
  const measured = measuredOf(value);
  const tone = measured === null ? 'open' : outcome === 'PASS' ? 'pass' : outcome === 'FAIL' ? 'fail' : 'near';
  const label = t('laboratories.bullet', { name, value: value ?? '—', unit, limits: limits.map((limit) => limit.text).join(', '), outcome: t(`laboratories.outcome.${outcome}`) });
  return <Bullet sense={sense} limits={compact ? limits : legible(limits, axis.at, sense !== 'at-least')} value={measured} outcome={tone} label={label} log={scale.log} compact={compact} />;
}
