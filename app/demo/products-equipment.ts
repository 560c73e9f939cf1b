import type { ProductSketch } from './product-sketch.ts';

/** Equipment and facilities: 14 offers. */
export const equipment: readonly ProductSketch[] = [
  { key: 'c01-one', kind: 'C01', maker: 'chemei', name: '节水型连体坐便器', nameEn: 'Water-saving one-piece WC', model: 'CM-8016', star: 3, price: '1180.00', unit: '套', minimum: '10', issuedDaysAgo: 110, laboratory: 'lab-taihu' },
  { key: 'c01-two', kind: 'C01', maker: 'chemei', by: 'd-jieyu', name: '分体坐便器', nameEn: 'Close-coupled WC', model: 'CM-6208', star: 2, price: '686.00', unit: '套', minimum: '20', laboratory: 'lab-taihu' },
  { key: 'c02-basin', kind: 'C02', maker: 'chemei', name: '单柄双控面盆水嘴', nameEn: 'Single-lever basin mixer', model: 'CM-F102', star: 3, price: '228.00', unit: '套', minimum: '20', issuedDaysAgo: 110, laboratory: 'lab-zhebei' },
  { key: 'c02-sensor', kind: 'C02', maker: 'hongxi', name: '感应水嘴', nameEn: 'Sensor tap', model: 'HX-G21', star: 2, price: '468.00', unit: '套', minimum: '20', laboratory: 'lab-zhebei' },
  { key: 'c04-2.5', kind: 'C04', maker: 'lanheng', name: '低烟无卤阻燃B1级电线', nameEn: 'LSZH B1 wire', model: 'WDZB1-BYJ 2.5mm²', parameters: { section: '2.5' }, price: '2.96', unit: 'm', minimum: '5000', issuedDaysAgo: 100, laboratory: 'lab-lvcai' },
  { key: 'c04-4', kind: 'C04', maker: 'lanheng', name: '低烟无卤阻燃B1级电线', nameEn: 'LSZH B1 wire', model: 'WDZB1-BYJ 4mm²', parameters: { section: '4' }, price: '4.62', unit: 'm', minimum: '5000', issuedDaysAgo: 100, laboratory: 'lab-lvcai' },
  { key: 'c05-panel', kind: 'C05', maker: 'fangzhao', name: 'LED教室护眼灯', nameEn: 'LED classroom luminaire', model: 'FZ-J36 36W', star: 2, price: '268.00', unit: '套', minimum: '50', issuedDaysAgo: 90, laboratory: 'lab-taihu' },
  { key: 'c05-down', kind: 'C05', maker: 'fangzhao', by: 'd-mingxu', name: 'LED平板灯', nameEn: 'LED panel light', model: 'FZ-P40 40W', star: 3, price: '138.00', unit: '套', minimum: '50', issuedDaysAgo: 90, laboratory: 'lab-taihu' },
  { key: 'c06-1000', kind: 'C06', maker: 'zhiyun', name: '无机房乘客电梯', nameEn: 'Machine-room-less passenger lift', model: 'ZY-M1000/1.75', parameters: { speed: '1.75' }, star: 2, price: '268000.00', unit: '台', minimum: '1', issuedDaysAgo: 280, laboratory: 'lab-zhebei' },
  { key: 'c06-1600', kind: 'C06', maker: 'zhiyun', name: '医用病床电梯', nameEn: 'Hospital bed lift', model: 'ZY-B1600/1.75', parameters: { speed: '1.75' }, star: 1, price: '342000.00', unit: '台', minimum: '1', issuedDaysAgo: 280, laboratory: 'lab-zhebei' },
  { key: 'c07-low', kind: 'C07', maker: 'nuanqiao', name: '低环境温度空气源热泵机组', nameEn: 'Low-ambient air-source heat pump', model: 'NQ-65D', star: 2, price: '38600.00', unit: '台', minimum: '1', issuedDaysAgo: 80, laboratory: 'lab-lvcai' },
  { key: 'c08-erv', kind: 'C08', maker: 'nuanqiao', name: '全热交换新风净化机', nameEn: 'Energy-recovery fresh-air unit', model: 'NQ-X800', star: 3, price: '5680.00', unit: '台', minimum: '2', issuedDaysAgo: 80, laboratory: 'lab-lvcai' },
  { key: 'c09-580', kind: 'C09', maker: 'xiban', name: 'N型单晶双面光伏组件', nameEn: 'N-type bifacial module', model: 'XB-N72-580W', star: 3, price: '548.00', unit: '块', minimum: '100', issuedDaysAgo: 70, laboratory: 'lab-zhebei' },
  { key: 'c10-a', kind: 'C10', maker: 'leixun', name: '陶瓷透水砖', nameEn: 'Permeable ceramic paver', model: 'TS-A 200×100×60', parameters: { grade: 'A' }, price: '86.00', unit: 'm²', minimum: '300', issuedDaysAgo: 60, laboratory: 'lab-zhebei' },
];
