import type { DemoLaboratory } from './reports/report.ts';

/** Four invented laboratories: two with the cover and the table of seven columns, two with the table in two languages. */
export const laboratories: readonly DemoLaboratory[] = [
  {
    key: 'lab-taihu', nameZh: '南太湖示例建筑材料检测中心', nameEn: 'South Taihu Demonstration Centre for Building Materials Testing',
    address: '湖州市示例科技城检测路1号', postcode: '313000', telephone: '0572-0000001', cma: '990026010001', cnas: 'L99001', city: 'huzhou',
    layout: 'commission', unitStyle: 'comma', people: { approver: '钱溇安', reviewer: '沈菰予', tester: '吴霅清' },
  },
  {
    key: 'lab-zhebei', nameZh: '浙北示例工程质量检验有限公司', nameEn: 'Zhebei Demonstration Construction Quality Inspection Co., Ltd.',
    address: '湖州市示例区检验巷8号', postcode: '313009', telephone: '0572-0000002', cma: '990026010002', cnas: null, city: 'huzhou',
    layout: 'commission', unitStyle: 'brackets', people: { approver: '章岘行', reviewer: '费苕之', tester: '陆弁文' },
  },
  {
    key: 'lab-lvcai', nameZh: '绿材示例检测技术研究院', nameEn: 'Lücai Demonstration Institute of Testing Technology',
    address: '杭州市示例街道绿材大厦6层', postcode: '310000', telephone: '0571-0000003', cma: '990026010003', cnas: 'L99003', city: 'hangzhou',
    layout: 'bilingual', unitStyle: 'comma', people: { approver: '何予衡', reviewer: '施菁禾', tester: '丁墨川' },
  },
  {
    key: 'lab-yunxi', nameZh: '云溪示例产品质量检验所', nameEn: 'Yunxi Demonstration Product Quality Inspection Office',
    address: '云溪市示例大道20号', postcode: '000000', telephone: '0000-0000004', cma: '990026010004', cnas: null, city: 'yunxi',
    layout: 'bilingual', unitStyle: 'comma', people: { approver: '柏叙白', reviewer: '程砚秋', tester: '顾梧声' },
  },
];
