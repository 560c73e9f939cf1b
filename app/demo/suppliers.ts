import { addDays, type LegalDay } from '#kernel/date.ts';
import { inventedCreditCode } from './credit-code.ts';
import { papersOfSupplier } from './papers/of-supplier.ts';
import { streamOf } from './random.ts';
import type { DemoSupplier } from './types.ts';

type Sketch = readonly [key: string, brand: string, spelt: string, trade: string, tradeEn: string, place: string];

/** Thirty-eight brand makers. The names are made up; each says 示例 so that none can be taken for a firm. */
const makers: readonly Sketch[] = [
  ['shaohe', '苕禾', 'Shaohe', '混凝土', 'Concrete', '吴兴区'],
  ['loulan', '溇岚', 'Loulan', '商品砂浆', 'Mortar', '南浔区'],
  ['bianxiu', '弁岫', 'Bianxiu', '建筑构件', 'Precast Components', '德清县'],
  ['zhacheng', '霅澄', 'Zhacheng', '钢结构', 'Steel Structures', '长兴县'],
  ['guduo', '菰铎', 'Guduo', '特钢', 'Special Steel', '吴兴区'],
  ['nuanqiao', '暖峤', 'Nuanqiao', '暖通设备', 'Heating and Ventilation', '南浔区'],
  ['ruolin', '箬霖', 'Ruolin', '木结构', 'Timber Structures', '安吉县'],
  ['zhushi', '杼石', 'Zhushi', '加气混凝土', 'Aerated Concrete', '长兴县'],
  ['manning', '墁宁', 'Manning', '墙体材料', 'Wall Materials', '德清县'],
  ['liqiao', '砺乔', 'Liqiao', '轻质墙板', 'Light Panels', '长兴县'],
  ['ruirong', '汭融', 'Ruirong', '建材助剂', 'Admixtures', '南浔区'],
  ['huanyan', '峘岩', 'Huanyan', '水泥', 'Cement', '长兴县'],
  ['leixun', '磊循', 'Leixun', '再生建材', 'Recycled Materials', '吴兴区'],
  ['yanxu', '岩絮', 'Yanxu', '岩棉制品', 'Rock Wool', '安吉县'],
  ['xulei', '煦垒', 'Xulei', '保温材料', 'Insulation', '德清县'],
  ['qingyuan', '轻垣', 'Qingyuan', '节能板材', 'Energy-saving Boards', '吴兴区'],
  ['lian', '璃岸', 'Lian', '节能玻璃', 'Energy-saving Glass', '德清县'],
  ['youming', '牖明', 'Youming', '门窗系统', 'Window Systems', '南浔区'],
  ['xiban', '曦板', 'Xiban', '光伏科技', 'Photovoltaics', '长兴县'],
  ['yinheng', '荫衡', 'Yinheng', '遮阳技术', 'Shading', '安吉县'],
  ['shufang', '澍防', 'Shufang', '防水材料', 'Waterproofing', '德清县'],
  ['miji', '密霁', 'Miji', '密封胶', 'Sealants', '吴兴区'],
  ['qinge', '青垩', 'Qing-e', '涂料', 'Coatings', '南浔区'],
  ['subi', '素壁', 'Subi', '水性涂料', 'Water-based Coatings', '德清县'],
  ['canyan', '粲檐', 'Canyan', '外墙涂料', 'Facade Coatings', '长兴县'],
  ['taomin', '陶旻', 'Taomin', '陶瓷', 'Ceramics', '长兴县'],
  ['youyuan', '釉原', 'Youyuan', '建筑陶瓷', 'Building Ceramics', '安吉县'],
  ['shipin', '石榀', 'Shipin', '石膏板', 'Plasterboard', '长兴县'],
  ['huayu', '桦屿', 'Huayu', '人造板', 'Wood Panels', '南浔区'],
  ['zhangxu', '樟序', 'Zhangxu', '板材', 'Boards', '德清县'],
  ['liting', '栎庭', 'Liting', '地板', 'Flooring', '南浔区'],
  ['qiyu', '槭语', 'Qiyu', '木业', 'Wood Products', '南浔区'],
  ['qiyi', '砌宜', 'Qiyi', '胶粘材料', 'Adhesives', '吴兴区'],
  ['chemei', '澈湄', 'Chemei', '卫浴', 'Sanitary Ware', '吴兴区'],
  ['hongxi', '泓樨', 'Hongxi', '水暖器材', 'Faucets', '安吉县'],
  ['lanheng', '缆衡', 'Lanheng', '线缆', 'Cables', '德清县'],
  ['fangzhao', '昉照', 'Fangzhao', '照明', 'Lighting', '吴兴区'],
  ['zhiyun', '陟云', 'Zhiyun', '电梯', 'Elevators', '南浔区'],
];

/** Sixteen distributors; those that offer products stand in products.ts. */
const distributors: readonly Sketch[] = [
  ['d-lianhu', '涟湖', 'Lianhu', '建材贸易', 'Building Materials Trading', '吴兴区'],
  ['d-xicai', '溪采', 'Xicai', '建材供应链', 'Materials Supply Chain', '吴兴区'],
  ['d-zhongmu', '仲木', 'Zhongmu', '装饰材料', 'Decoration Materials', '南浔区'],
  ['d-shuijie', '水阶', 'Shuijie', '防水工程材料', 'Waterproofing Supplies', '德清县'],
  ['d-mingxu', '明煦', 'Mingxu', '机电设备', 'Electrical Supplies', '吴兴区'],
  ['d-anqi', '安砌', 'Anqi', '建材经营', 'Materials', '安吉县'],
  ['d-guiyuan', '归垣', 'Guiyuan', '新型建材', 'New Materials', '长兴县'],
  ['d-hengbo', '衡泊', 'Hengbo', '商贸', 'Trading', '南浔区'],
  ['d-lvting', '绿汀', 'Lüting', '绿色建材', 'Green Materials', '吴兴区'],
  ['d-qiaoxi', '桥西', 'Qiaoxi', '建材市场经营', 'Materials Market', '德清县'],
  ['d-danqing', '丹汀', 'Danting', '涂装材料', 'Coating Supplies', '南浔区'],
  ['d-jieyu', '洁隅', 'Jieyu', '卫浴商贸', 'Sanitary Ware Trading', '吴兴区'],
  ['d-zhugong', '筑供', 'Zhugong', '工程物资', 'Project Supplies', '长兴县'],
  ['d-wushe', '物舍', 'Wushe', '物资供应', 'Supplies', '安吉县'],
  ['d-yuanmai', '远陌', 'Yuanmo', '建材物流', 'Materials Logistics', '德清县'],
  ['d-hexin', '禾岸', 'He-an', '综合贸易', 'General Trading', '吴兴区'],
];

/** Three that asked and are not in: two wait, one was sent back with its reason. */
const applicants: readonly Sketch[] = [
  ['a-yingqi', '映砌', 'Yingqi', '墙体新材', 'New Wall Materials', '长兴县'],
  ['a-langcai', '朗彩', 'Langcai', '涂料科技', 'Coating Technology', '德清县'],
  ['a-d-tonghe', '同河', 'Tonghe', '建材销售', 'Materials Sales', '吴兴区'],
];

const surnames = [...'沈钱吴陆章费施丁何顾程姚严蒋潘俞'];
const given = ['予安', '知禾', '墨川', '叙白', '菁野', '砚行', '溪亭', '望舒', '听澜', '怀谷', '景行', '照溪', '若庭', '秉文', '恒之', '青越'];

function supplierOf(sketch: Sketch, role: DemoSupplier['role'], serial: number, appliedOn: LegalDay, admission: DemoSupplier['admission']): DemoSupplier {
  const [key, brand, spelt, trade, tradeEn, place] = sketch;
  const stream = streamOf(`supplier ${key}`);
  const nameZh = `湖州${brand}示例${trade}有限公司`;
  const base = {
    key, nameZh, brand: role === 'brand-maker' ? brand : null, appliedOn,
    creditCode: inventedCreditCode(key),
    address: `湖州市${place}示例路${stream.whole(2, 298)}号`,
    contact: `${surnames[(serial * 7) % surnames.length]}${given[(serial * 5 + Math.trunc(serial / 16)) % given.length]}`,
  };
  return { ...base, role, nameEn: `Huzhou ${spelt} (Demo) ${tradeEn} Co., Ltd.`, admission, papers: papersOfSupplier({ ...base, business: trade }, serial) };
}

export function suppliersOfHuzhou(asOf: LegalDay): DemoSupplier[] {
  const admitted = [...makers.map((sketch) => [sketch, 'brand-maker'] as const), ...distributors.map((sketch) => [sketch, 'distributor'] as const)].map(([sketch, role], at) => {
    const appliedOn = addDays(asOf, -392 + Math.trunc(at / 3));
    return supplierOf(sketch, role, at + 1, appliedOn, { state: 'admitted', on: addDays(appliedOn, 3 + (at % 4)) });
  });
  const [first, second, third] = applicants;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three applicants');
  return [
    ...admitted,
    supplierOf(first, 'brand-maker', 55, addDays(asOf, -4), { state: 'pending' }),
    supplierOf(second, 'brand-maker', 56, addDays(asOf, -16), { state: 'returned', on: addDays(asOf, -12), reason: '商标注册证的注册人与申请单位名称不一致，请补充商标使用授权书后重新提交。' }),
    supplierOf(third, 'distributor', 57, addDays(asOf, -2), { state: 'pending' }),
  ];
}
