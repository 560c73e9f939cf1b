import { addDays, day, type LegalDay } from '#kernel/date.ts';
import type { Edition } from '#modules/standards/domain/model.ts';
import { difficult } from './difficult.ts';
import { laboratories } from './laboratories.ts';
import { ordersOfYunxi, productsOfYunxi, suppliersOfYunxi } from './neighbour.ts';
import { orderOf, ordersOfHuzhou } from './orders.ts';
import { peopleOfHuzhou, peopleOfYunxi } from './people.ts';
import { envelope } from './products-envelope.ts';
import { equipment } from './products-equipment.ts';
import { structural } from './products-structural.ts';
import { productOf, type ProductSetting } from './products.ts';
import { suppliersOfHuzhou } from './suppliers.ts';
import type { DemoCity, DemoWorld } from './types.ts';
import { authoritiesOfHuzhou, authoritiesOfYunxi, unitsOfHuzhou, unitsOfYunxi } from './units.ts';

/** The day the demonstration is dated to when none is told. */
export const USUAL_DAY: LegalDay = day('2026-11-22');

/**
 * The demonstration as data: the model city and an invented neighbour. The same edition and day give the same data.
 * Every date is counted back from `asOf`, so that reports are within their year on the day the demonstration is loaded.
 */
export function demoWorld(edition: Edition, asOf: LegalDay = USUAL_DAY): DemoWorld {
  return { asOf, laboratories, cities: [huzhou(edition, asOf), yunxi(edition, asOf)] };
}

function huzhou(edition: Edition, asOf: LegalDay): DemoCity {
  const suppliers = suppliersOfHuzhou(asOf);
  const setting: ProductSetting = { asOf, city: 'huzhou', deliveryArea: '湖州市全域', edition, suppliers };
  const products = [
    ...[...structural, ...envelope, ...equipment].map((sketch) => productOf(sketch, setting)),
    ...difficult.map(([sketch, departure]) => productOf(sketch, setting, departure)),
  ];
  return {
    key: 'huzhou', nameZh: '湖州市', nameEn: 'Huzhou', province: '浙江省', adoptsEditionOn: addDays(asOf, -420),
    authorities: authoritiesOfHuzhou, units: unitsOfHuzhou, suppliers, products, people: peopleOfHuzhou,
    orders: ordersOfHuzhou.map((sketch, at) => orderOf(sketch, at + 1, asOf, products)),
  };
}

function yunxi(edition: Edition, asOf: LegalDay): DemoCity {
  const suppliers = suppliersOfYunxi(asOf);
  const setting: ProductSetting = { asOf, city: 'yunxi', deliveryArea: '云溪市全域', edition, suppliers };
  const products = productsOfYunxi.map((sketch) => productOf(sketch, setting));
  return {
    key: 'yunxi', nameZh: '云溪市', nameEn: 'Yunxi', province: '示例省', adoptsEditionOn: addDays(asOf, -240),
    authorities: authoritiesOfYunxi, units: unitsOfYunxi, suppliers, products, people: peopleOfYunxi,
    orders: ordersOfYunxi.map((sketch, at) => orderOf(sketch, at + 1, asOf, products)),
  };
}
