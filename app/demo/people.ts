import type { Role } from '#kernel/policy.ts';
import type { DemoPerson } from './types.ts';

const person = (city: string, key: string, name: string, role: Role, organisation: string, shown = true): DemoPerson => ({ key, name, role, organisation, email: `${key}@${city}.example`, shown });

/** One login per role is shown at the start; the others make the demonstration's offices peopled. */
export const peopleOfHuzhou: readonly DemoPerson[] = [
  person('huzhou', 'buyer', '沈予禾', 'buyer.purchaser', 'u-works'),
  person('huzhou', 'approver', '钱墨亭', 'buyer.approver', 'u-works'),
  person('huzhou', 'centre', '陆菁川', 'centre.reviewer', 'o-centre'),
  person('huzhou', 'housing', '章砚溪', 'housing.officer', 'o-housing'),
  person('huzhou', 'finance', '费知衡', 'finance.supervisor', 'o-finance'),
  person('huzhou', 'supplier', '吴照庭', 'supplier.clerk', 'qinge'),
  person('huzhou', 'expert', '施怀若', 'expert.member', 'o-experts'),
  person('huzhou', 'laboratory', '丁叙宁', 'laboratory.clerk', 'lab-taihu'),
  person('huzhou', 'bank', '何秉溪', 'bank.clerk', 'o-bank'),
  person('huzhou', 'certifier', '顾听予', 'certifier.clerk', 'o-certifier'),
  person('huzhou', 'operator', '程望川', 'operator.administrator', 'o-operator'),
  person('huzhou', 'administrator', '闻叙舟', 'unit.administrator', 'u-works'),
  person('huzhou', 'administrator2', '简书言', 'unit.administrator', 'u-works', false),
  person('huzhou', 'centre2', '姚若青', 'centre.reviewer', 'o-centre', false),
  person('huzhou', 'distributor', '严溪白', 'supplier.clerk', 'd-shuijie', false),
  ...['u-affairs', 'u-school', 'u-hospital', 'u-college', 'u-library', 'u-housing', 'u-care'].flatMap((unit, at): DemoPerson[] => [
    person('huzhou', `buyer-${unit.slice(2)}`, `${'蒋潘俞杜柳裴尹'.charAt(at)}${['亦川', '青筠', '思砚', '鹤鸣', '若谷', '望溪', '知白'][at]}`, 'buyer.purchaser', unit, false),
    person('huzhou', `approver-${unit.slice(2)}`, `${'尹裴柳杜俞潘蒋'.charAt(at)}${['怀宁', '秉川', '照青', '砚舒', '叙安', '菁和', '墨言'][at]}`, 'buyer.approver', unit, false),
    person('huzhou', `administrator-${unit.slice(2)}`, `${'闻简沐秦温祝郁'.charAt(at)}${['知远', '怀青', '叙白', '望舒', '若溪', '秉言', '砚秋'][at]}`, 'unit.administrator', unit, false),
  ]),
];

export const peopleOfYunxi: readonly DemoPerson[] = [
  person('yunxi', 'y-buyer', '柏望青', 'buyer.purchaser', 'y-affairs'),
  person('yunxi', 'y-approver', '梅砚宁', 'buyer.approver', 'y-affairs', false),
  person('yunxi', 'y-buyer-school', '安知渔', 'buyer.purchaser', 'y-school', false),
  person('yunxi', 'y-approver-school', '计若宁', 'buyer.approver', 'y-school', false),
  person('yunxi', 'y-centre', '温菁白', 'centre.reviewer', 'y-centre', false),
  person('yunxi', 'y-housing', '冉知溪', 'housing.officer', 'y-housing', false),
  person('yunxi', 'y-finance', '成怀墨', 'finance.supervisor', 'y-finance', false),
  person('yunxi', 'y-supplier', '池若川', 'supplier.clerk', 'y-lanxi', false),
];
