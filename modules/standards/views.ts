import type { EditionView, IndicatorView, KindView } from './contract/reading.ts';
import type { LimitRow } from './contract/limits.ts';
import { limitScale } from './domain/limit-scale.ts';
import { limitText } from './domain/limit-text.ts';
import { gates } from './domain/limits.ts';
import type { Indicator, Kind } from './domain/model.ts';
import type { InForce } from './index.ts';
import type { LimitDecision } from './store/decisions.ts';

/** Each limit of an indicator as text, lenient to strict as the data has it. */
function limitsOf(indicator: Indicator): IndicatorView['limits'] {
  const { limit } = indicator;
  const text = (value: Parameters<typeof limitText>[1]): string => limitText(indicator.comparator, value);
  switch (limit.form) {
    case 'base': return [{ role: 'base', label: 'base', text: text(limit.base) }];
    case 'by-parameter': return Object.entries(limit.values).map(([label, value]) => ({ role: 'parameter' as const, label, text: text(value) }));
    case 'by-grade': return limit.grades.map(({ grade, value }) => ({ role: 'grade' as const, label: grade, text: text(value) }));
    case 'by-star': return [
      ...(limit.base === null ? [] : [{ role: 'base' as const, label: 'base', text: text(limit.base) }]),
      ...limit.stars.map((value, index) => ({ role: 'star' as const, label: String(index + 1), text: text(value) })),
    ];
  }
}

function indicatorView(indicator: Indicator, decision: LimitDecision | undefined): IndicatorView {
  const scale = limitScale(indicator, {});
  return {
    code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn, unit: indicator.unit, comparator: indicator.comparator,
    limits: limitsOf(indicator), param: indicator.limit.form === 'by-parameter' ? indicator.limit.param : null,
    scale: scale === undefined ? null : { ...scale, ticks: [...scale.ticks] },
    testMethod: indicator.testMethod, acceptedMethods: [...indicator.acceptedMethods], sourceStandard: indicator.sourceStandard, clause: indicator.clause,
    attribute: indicator.attribute, evidenceKinds: [...indicator.evidenceKinds], gradeBasis: indicator.gradeBasis, basis: indicator.basis, confidence: indicator.confidence,
    aggregate: indicator.aggregate, rounding: indicator.rounding, note: indicator.note, gates: gates(indicator),
    confirmation: decision?.decision !== 'confirmed' ? null : { organisation: decision.organisationName, at: decision.decidedAt.toISOString(), clause: decision.clause, page: decision.page },
  };
}

export function editionView(inForce: InForce): EditionView {
  const { edition, confirmed } = inForce;
  const entry = (kind: Kind) => ({
    code: kind.code, nameZh: kind.nameZh, nameEn: kind.nameEn, indicators: kind.indicators.length,
    confirmed: kind.indicators.filter((i) => confirmed.has(i.code)).length,
    gatesConfirmed: kind.indicators.some((i) => gates(i) && confirmed.has(i.code)),
    measured: kind.indicators.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })),
  });
  return {
    editionId: edition.id, titleZh: edition.titleZh, titleEn: edition.titleEn, status: edition.status, disclaimerZh: edition.disclaimerZh, disclaimerEn: edition.disclaimerEn,
    effectiveFrom: inForce.effectiveFrom, indicators: edition.kinds.reduce((n, k) => n + k.indicators.length, 0), confirmed: confirmed.size,
    categories: edition.categories.map((c) => ({ ...c, kinds: edition.kinds.filter((k) => k.category === c.code).map(entry) })),
  };
}

export function kindView(inForce: InForce, kind: Kind, decisions: readonly LimitDecision[]): KindView {
  const category = inForce.edition.categories.find((c) => c.code === kind.category)!;
  return {
    editionId: inForce.editionId, editionTitleZh: inForce.edition.titleZh, editionTitleEn: inForce.edition.titleEn, editionStatus: inForce.edition.status, effectiveFrom: inForce.effectiveFrom,
    code: kind.code, category, nameZh: kind.nameZh, nameEn: kind.nameEn, huzhouSpecialty: kind.huzhouSpecialty, productStandard: kind.productStandard, greenStandard: kind.greenStandard,
    supersession: kind.supersession.map((s) => ({ ...s })), note: kind.note,
    indicators: kind.indicators.map((i) => indicatorView(i, decisions.find((d) => d.code === i.code))),
  };
}

export function limitRows(inForce: InForce, decisions: readonly LimitDecision[], sources: Readonly<Record<string, readonly string[]>>): LimitRow[] {
  const byCode = new Map(decisions.map((d) => [d.code, d]));
  return inForce.edition.kinds.flatMap((kind) => kind.indicators.map((indicator) => {
    const decision = byCode.get(indicator.code);
    return {
      ...indicatorView(indicator, decision),
      kind: { code: kind.code, nameZh: kind.nameZh, nameEn: kind.nameEn, category: kind.category, productStandard: kind.productStandard, greenStandard: kind.greenStandard },
      seenAt: [...(sources[indicator.code] ?? [])],
      decision: decision === undefined ? null : { decision: decision.decision, clause: decision.clause, page: decision.page, note: decision.note, by: decision.personName, organisation: decision.organisationName, at: decision.decidedAt.toISOString() },
    };
  }));
}
