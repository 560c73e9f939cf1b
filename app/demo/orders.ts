import { addDays, type LegalDay } from '#kernel/date.ts';
import { lineTotal, sumMoney } from '#kernel/money.ts';
import type { DemoOrder, DemoOrderStatus, DemoProduct } from './types.ts';

export type OrderSketch = {
  readonly placedDaysAgo: number;
  readonly unit: string;
  readonly supplier: string;
  readonly project: string;
  readonly site: string;
  readonly status: DemoOrderStatus;
  readonly lines: readonly (readonly [product: string, quantity: string])[];
};

const works = '示例科创中心一期';
const homes = '示例保障房青溪苑';
const ward = '示例人民医院综合楼';
const gym = '示例第一中学体育馆';

/** Twenty-six orders of Huzhou, 131,000,000.00 yuan in all; the open ones last. */
export const ordersOfHuzhou: readonly OrderSketch[] = [
  { placedDaysAgo: 338, unit: 'u-works', supplier: 'shaohe', project: works, site: '吴兴区示例科创园A地块', status: 'closed', lines: [['a01-c30', '14800'], ['a01-c40', '5200'], ['a01-c50', '1150']] },
  { placedDaysAgo: 332, unit: 'u-works', supplier: 'guduo', project: works, site: '吴兴区示例科创园A地块', status: 'closed', lines: [['a05-12', '620'], ['a05-16', '1150'], ['a05-25', '980']] },
  { placedDaysAgo: 322, unit: 'u-college', supplier: 'huanyan', project: '示例职院实训基地', site: '南浔区示例学府路299号', status: 'closed', lines: [['a11-bulk', '2600'], ['a11-bag', '900']] },
  { placedDaysAgo: 308, unit: 'u-housing', supplier: 'bianxiu', project: homes, site: '吴兴区示例青溪苑工地', status: 'closed', lines: [['a03-slab', '3450'], ['a03-stair', '420']] },
  { placedDaysAgo: 296, unit: 'u-works', supplier: 'zhacheng', project: works, site: '吴兴区示例科创园B地块', status: 'closed', lines: [['a04-h', '1550'], ['a04-box', '680']] },
  { placedDaysAgo: 274, unit: 'u-housing', supplier: 'zhushi', project: homes, site: '吴兴区示例青溪苑工地', status: 'closed', lines: [['a07-a35', '6800'], ['a07-a50', '3200']] },
  { placedDaysAgo: 260, unit: 'u-housing', supplier: 'zhiyun', project: homes, site: '吴兴区示例青溪苑1—13号楼', status: 'closed', lines: [['c06-1000', '26']] },
  { placedDaysAgo: 241, unit: 'u-hospital', supplier: 'liqiao', project: ward, site: '南浔区示例康宁路28号', status: 'closed', lines: [['a09-liqiao-s', '9200'], ['a09-liqiao-h', '6400']] },
  { placedDaysAgo: 232, unit: 'u-housing', supplier: 'shaohe', project: homes, site: '吴兴区示例青溪苑工地', status: 'closed', lines: [['a01-c30', '18600'], ['a01-c40', '4100']] },
  { placedDaysAgo: 224, unit: 'u-works', supplier: 'yanxu', project: works, site: '吴兴区示例科创园A地块', status: 'closed', lines: [['b01-tr10', '2150'], ['b01-tr15', '860']] },
  { placedDaysAgo: 218, unit: 'u-housing', supplier: 'guduo', project: homes, site: '吴兴区示例青溪苑工地', status: 'closed', lines: [['a05-12', '720'], ['a05-16', '2080'], ['a05-25', '640']] },
  { placedDaysAgo: 204, unit: 'u-hospital', supplier: 'lian', project: ward, site: '南浔区示例康宁路28号', status: 'closed', lines: [['b04-6a', '7800'], ['b04-6ar', '5200']] },
  { placedDaysAgo: 192, unit: 'u-school', supplier: 'youming', project: '示例第一中学教学楼改造', site: '吴兴区示例学院路100号', status: 'accepted', lines: [['b05-70', '7900'], ['b05-80', '2350']] },
  { placedDaysAgo: 178, unit: 'u-works', supplier: 'shufang', project: works, site: '吴兴区示例科创园B地块', status: 'accepted', lines: [['b07-4', '42000'], ['b08-tpo', '18000'], ['b09-s', '26000']] },
  { placedDaysAgo: 170, unit: 'u-library', supplier: 'xulei', project: '示例图书馆新馆', site: '德清县示例文化广场3号', status: 'accepted', lines: [['b02-x250', '1800'], ['b02-x300', '1250']] },
  { placedDaysAgo: 156, unit: 'u-school', supplier: 'qinge', project: '示例第一中学教学楼改造', site: '吴兴区示例学院路100号', status: 'accepted', lines: [['b11-net', '38000'], ['b11-eng', '46000']] },
  { placedDaysAgo: 146, unit: 'u-housing', supplier: 'canyan', project: homes, site: '吴兴区示例青溪苑1—13号楼', status: 'accepted', lines: [['b12-canyan', '84950'], ['b12-stone', '62000']] },
  { placedDaysAgo: 134, unit: 'u-hospital', supplier: 'taomin', project: ward, site: '南浔区示例康宁路28号', status: 'accepted', lines: [['b13-600', '18500'], ['b13-800', '12600']] },
  { placedDaysAgo: 120, unit: 'u-college', supplier: 'huayu', project: '示例职院实训基地', site: '南浔区示例学府路299号', status: 'accepted', lines: [['b15-mdf', '2600'], ['b15-e0', '1900']] },
  { placedDaysAgo: 108, unit: 'u-library', supplier: 'liting', project: '示例图书馆新馆', site: '德清县示例文化广场3号', status: 'accepted', lines: [['b16-oak', '4200'], ['b16-multi', '3800']] },
  { placedDaysAgo: 94, unit: 'u-hospital', supplier: 'zhiyun', project: ward, site: '南浔区示例康宁路28号', status: 'accepted', lines: [['c06-1600', '14'], ['c06-1000', '6']] },
  { placedDaysAgo: 80, unit: 'u-care', supplier: 'shipin', project: '示例颐和养老院', site: '安吉县示例颐和路9号', status: 'accepted', lines: [['b14-12', '16000'], ['b14-9', '12000']] },
  { placedDaysAgo: 52, unit: 'u-school', supplier: 'zhacheng', project: gym, site: '吴兴区示例学院路100号', status: 'delivered', lines: [['a04-h', '1380'], ['a04-box', '520']] },
  { placedDaysAgo: 38, unit: 'u-care', supplier: 'chemei', project: '示例颐和养老院', site: '安吉县示例颐和路9号', status: 'line-refused', lines: [['c01-one', '860'], ['c02-basin', '900']] },
  { placedDaysAgo: 17, unit: 'u-affairs', supplier: 'nuanqiao', project: '示例机关办公楼节能改造', site: '吴兴区示例路1号', status: 'confirmed', lines: [['c07-low', '48'], ['c08-erv', '320']] },
  { placedDaysAgo: 2, unit: 'u-works', supplier: 'lanheng', project: works, site: '吴兴区示例科创园B地块', status: 'awaiting-confirmation', lines: [['c04-2.5', '180000'], ['c04-4', '96000']] },
];

const REFUSAL = { reason: '抽检发现12套面盆水嘴表面镀层有划痕，与封样不一致。', remedy: 'replace' } as const;
const reached = (status: DemoOrderStatus, steps: readonly DemoOrderStatus[]): boolean => steps.includes(status);

/** An order whole: price times quantity line by line, and each step on its day. */
export function orderOf(sketch: OrderSketch, serial: number, asOf: LegalDay, products: readonly DemoProduct[]): DemoOrder {
  const placedOn = addDays(asOf, -sketch.placedDaysAgo);
  const { status } = sketch;
  const lines = sketch.lines.map(([key, quantity], at) => {
    const product = products.find((one) => one.key === key);
    if (product === undefined || product.supplier !== sketch.supplier) throw new Error(`order ${serial}: ${sketch.supplier} does not offer ${key}`);
    const unitPrice = product.price.amount;
    return { product: key, quantity, unitPrice, amount: lineTotal(unitPrice, quantity), refused: status === 'line-refused' && at === sketch.lines.length - 1 ? REFUSAL : null };
  });
  const closed = reached(status, ['accepted', 'closed']);
  return {
    key: `${placedOn.slice(0, 4)}-${String(serial).padStart(4, '0')}`,
    unit: sketch.unit, supplier: sketch.supplier, project: sketch.project, site: sketch.site, status, placedOn,
    neededBy: addDays(placedOn, 45),
    confirmedOn: status === 'awaiting-confirmation' ? null : addDays(placedOn, 2),
    deliveredOn: closed || reached(status, ['delivered', 'line-refused']) ? addDays(placedOn, 32) : null,
    acceptedOn: closed || status === 'line-refused' ? addDays(placedOn, 35) : null,
    lines, total: sumMoney(lines.map(({ amount }) => amount)),
  };
}
