import { addDays, addYears, type LegalDay } from '#kernel/date.ts';
import type { DemoPaper } from './paper.ts';

export type PaperHolder = { readonly key: string; readonly nameZh: string; readonly brand: string | null; readonly creditCode: string; readonly address: string; readonly contact: string; readonly appliedOn: LegalDay; readonly business: string };

/** What the centre asks of a supplier: makers their licence, letter of commitment and trademark; distributors their letter of commitment. */
export function papersOfSupplier(holder: PaperHolder, serial: number): DemoPaper[] {
  const commitment: DemoPaper = {
    kind: 'commitment', number: `示例承诺〔${holder.appliedOn.slice(0, 4)}〕${String(serial).padStart(3, '0')}号`, holder: holder.nameZh, issuer: holder.nameZh,
    issuedOn: addDays(holder.appliedOn, -2), validTo: null, indicator: null, declares: null,
    facts: [['承诺单位', holder.nameZh], ['统一社会信用代码', `${holder.creditCode}（示例）`], ['联系人', holder.contact]],
  };
  if (holder.brand === null) return [commitment];
  const founded = addYears(holder.appliedOn, -(6 + (serial % 14)));
  return [
    {
      kind: 'business-licence', number: holder.creditCode, holder: holder.nameZh, issuer: '湖州市示例登记机关', issuedOn: founded, validTo: null, indicator: null, declares: null,
      facts: [['名称', holder.nameZh], ['统一社会信用代码', `${holder.creditCode}（示例）`], ['类型', '有限责任公司'], ['住所', holder.address], ['法定代表人', holder.contact], ['成立日期', founded], ['经营范围', `${holder.business}的研发、生产与销售`]],
    },
    commitment,
    {
      kind: 'trademark', number: `示例第99${String(1000 + serial * 37)}号`, holder: holder.nameZh, issuer: '示例商标登记机关', issuedOn: addYears(founded, 1), validTo: addYears(founded, 21), indicator: null, declares: null,
      facts: [['商标', `${holder.brand}（示例）`], ['注册人', holder.nameZh], ['核定使用商品', `第19类（示例）：${holder.business}`], ['注册人地址', holder.address]],
    },
  ];
}
