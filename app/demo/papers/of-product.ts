import { addDays, addYears, type LegalDay } from '#kernel/date.ts';
import type { Indicator, Kind } from '#modules/standards/domain/model.ts';
import { streamOf } from '../random.ts';
import { declaredOf } from '../rows.ts';
import { figureFor, printedUnit, type Aim } from '../values.ts';
import type { DemoPaper, DemoPaperKind } from './paper.ts';

export type PaperSubject = { readonly key: string; readonly nameZh: string; readonly model: string; readonly maker: string; readonly issuedOn: LegalDay; readonly aim: Aim };

const kindOfPaper = (indicator: Indicator): DemoPaperKind => {
  if (indicator.evidenceKinds.includes('EPD')) return 'epd';
  if (indicator.evidenceKinds.includes('DECLARATION')) return 'declaration';
  if (indicator.evidenceKinds.includes('LABEL')) return indicator.nameZh.startsWith('水效') ? 'water-label' : 'energy-label';
  return indicator.nameZh.startsWith('CCC') ? 'ccc-certificate' : 'forest-certificate';
};

const issuers: Readonly<Record<DemoPaperKind, string | null>> = {
  'business-licence': null, trademark: null, commitment: null, declaration: null,
  'green-certificate': '浙北示例绿色认证中心', 'ccc-certificate': '浙北示例绿色认证中心', 'forest-certificate': '示例林产认证中心',
  'water-label': '示例水效标识备案中心', 'energy-label': '示例能效标识备案中心', epd: '浙北示例碳核查有限公司',
};
const years: Readonly<Partial<Record<DemoPaperKind, number>>> = { 'green-certificate': 5, 'ccc-certificate': 5, 'forest-certificate': 5, epd: 3 };
const letters: Readonly<Partial<Record<DemoPaperKind, string>>> = { 'green-certificate': 'GBM', 'ccc-certificate': 'CCC', 'forest-certificate': 'COC', 'water-label': 'WEL', 'energy-label': 'CEL', epd: 'EPD', declaration: 'SM' };

/** A paper of its own kind for each indicator that no test report proves, and a certificate for a product of two stars or more. */
export function papersOfProduct(kind: Kind, subject: PaperSubject): DemoPaper[] {
  const required = declaredOf(kind).map((indicator) => paperFor(indicator, subject));
  return subject.aim.star >= 2 ? [...required, paperOf('green-certificate', subject, [['评价等级', `${'★'.repeat(subject.aim.star)}（${['', '一', '二', '三'][subject.aim.star]}星级）`]])] : required;
}

function paperFor(indicator: Indicator, subject: PaperSubject): DemoPaper {
  const kind = kindOfPaper(indicator);
  if (indicator.comparator === 'present') {
    const grade = subject.aim.star === 0 ? 3 : 4 - subject.aim.star;
    const facts: [string, string][] = kind === 'water-label' ? [['水效等级', `${grade}级`]] : kind === 'energy-label' ? [['能效等级', `${grade}级`]] : [];
    const declares = kind === 'epd' ? { value: streamOf(`epd ${subject.key}`).between(140, 310, 0), unit: printedUnit(indicator.unit) } : null;
    return { ...paperOf(kind, subject, facts, indicator.code), indicator: indicator.code, declares };
  }
  const value = figureFor(indicator, subject.aim, streamOf(`paper ${subject.key} ${indicator.code}`));
  const unit = printedUnit(indicator.unit);
  const facts: [string, string][] = kind === 'epd' ? [['功能单位', unit.split('/')[1] ?? unit]] : [[indicator.nameZh, `${value} ${unit}`]];
  return { ...paperOf(kind, subject, facts, indicator.code), indicator: indicator.code, declares: { value, unit } };
}

function paperOf(kind: DemoPaperKind, subject: PaperSubject, facts: readonly [string, string][], about = ''): DemoPaper {
  const issuedOn = addDays(subject.issuedOn, -9);
  const term = years[kind];
  const serial = streamOf(`number ${kind} ${subject.key} ${about}`).whole(100000, 999999);
  return {
    kind, number: `示例${letters[kind]}-${issuedOn.slice(0, 4)}-${serial}`, holder: subject.maker, issuer: issuers[kind] ?? subject.maker, issuedOn,
    validTo: term === undefined ? null : addDays(addYears(issuedOn, term), -1), indicator: null, declares: null,
    facts: [['产品名称', subject.nameZh], ['规格型号', subject.model], ['生产单位', subject.maker], ...facts],
  };
}
