import { inventedCreditCode } from './credit-code.ts';
import type { DemoAuthority, DemoUnit } from './types.ts';

const unit = (key: string, nameZh: string, nameEn: string, address: string): DemoUnit => ({ key, nameZh, nameEn, address, creditCode: inventedCreditCode(key, '12') });

/** Buying units of Huzhou, invented. */
export const unitsOfHuzhou: readonly DemoUnit[] = [
  unit('u-affairs', '湖州市示例机关事务中心', 'Huzhou Demonstration Office of Government Affairs', '湖州市示例路1号'),
  unit('u-works', '湖州市示例政府投资项目代建中心', 'Huzhou Demonstration Centre for Public Works', '湖州市示例路6号'),
  unit('u-school', '湖州市示例第一中学', 'Huzhou Demonstration No. 1 Middle School', '湖州市示例学院路100号'),
  unit('u-hospital', '湖州市示例人民医院', "Huzhou Demonstration People's Hospital", '湖州市示例康宁路28号'),
  unit('u-college', '湖州示例职业技术学院', 'Huzhou Demonstration Vocational College', '湖州市示例学府路299号'),
  unit('u-library', '湖州市示例图书馆', 'Huzhou Demonstration Library', '湖州市示例文化广场3号'),
  unit('u-housing', '湖州市示例保障性住房建设中心', 'Huzhou Demonstration Centre for Public Housing', '湖州市示例安居路17号'),
  unit('u-care', '湖州市示例养老服务中心', 'Huzhou Demonstration Centre for Care of the Elderly', '湖州市示例颐和路9号'),
];

const body = (key: string, kind: DemoAuthority['kind'], nameZh: string, nameEn: string, prefix: '91' | '12' | '11' = '11'): DemoAuthority => ({ key, kind, nameZh, nameEn, creditCode: inventedCreditCode(key, prefix) });

export const authoritiesOfHuzhou: readonly DemoAuthority[] = [
  body('o-centre', 'centre', '湖州市示例政府采购中心', 'Huzhou Demonstration Government Procurement Centre', '12'),
  body('o-housing', 'housing', '湖州市示例住房和城乡建设局', 'Huzhou Demonstration Housing and Urban-Rural Development Bureau'),
  body('o-finance', 'finance', '湖州市示例财政局', 'Huzhou Demonstration Finance Bureau'),
  body('o-bank', 'bank', '湖州示例绿色银行', 'Huzhou Demonstration Green Bank', '91'),
  body('o-certifier', 'certifier', '浙北示例绿色认证中心', 'Zhebei Demonstration Green Certification Centre', '91'),
  body('o-experts', 'expert', '湖州示例建筑设计研究院', 'Huzhou Demonstration Institute of Architectural Design', '91'),
  body('o-operator', 'operator', '青采平台示例运营中心', 'Qingcai Demonstration Operator', '12'),
];

export const unitsOfYunxi: readonly DemoUnit[] = [
  unit('y-affairs', '云溪市示例机关事务服务中心', 'Yunxi Demonstration Office of Government Affairs', '云溪市示例大道1号'),
  unit('y-school', '云溪市示例实验小学', 'Yunxi Demonstration Primary School', '云溪市示例书院路5号'),
];

export const authoritiesOfYunxi: readonly DemoAuthority[] = [
  body('y-centre', 'centre', '云溪市示例政府采购中心', 'Yunxi Demonstration Government Procurement Centre', '12'),
  body('y-housing', 'housing', '云溪市示例住房和城乡建设局', 'Yunxi Demonstration Housing Bureau'),
  body('y-finance', 'finance', '云溪市示例财政局', 'Yunxi Demonstration Finance Bureau'),
];
