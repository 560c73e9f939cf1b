import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, addYears, day } from '#kernel/date.ts';
import { dec } from '#kernel/decimal.ts';
import { sumMoney } from '#kernel/money.ts';
import { ORGANISATION_KINDS, roleFits, ROLES } from '#kernel/policy.ts';
import { baseEdition } from '#modules/standards/data/base-edition.ts';
import { demoWorld, USUAL_DAY } from './city.ts';
import { checkCharacter } from './credit-code.ts';
import { worded } from './rows.ts';

const edition = baseEdition();
const world = demoWorld(edition);
const [huzhou, yunxi] = world.cities;
assert.ok(huzhou && yunxi);
const listed = huzhou.products.filter(({ listedOn }) => listedOn !== null);
const unlisted = huzhou.products.filter(({ listedOn }) => listedOn === null);

const unique = (values: readonly string[], about: string): void => assert.equal(new Set(values).size, values.length, about);

test('the size of the model city', () => {
  const admitted = huzhou.suppliers.filter(({ admission }) => admission.state === 'admitted');
  assert.equal(admitted.length, 54);
  assert.equal(admitted.filter(({ role }) => role === 'brand-maker').length, 38);
  assert.equal(admitted.filter(({ role }) => role === 'distributor').length, 16);
  assert.deepEqual(huzhou.suppliers.filter(({ admission }) => admission.state !== 'admitted').map(({ admission }) => admission.state).toSorted(), ['pending', 'pending', 'returned']);
  assert.equal(listed.length, 83);
  assert.ok(new Set(listed.map(({ kind }) => kind)).size >= 30);
  assert.ok(unlisted.length >= 5 && unlisted.every(({ difficulty }) => difficulty !== null));
  assert.equal(huzhou.orders.length, 26);
  assert.equal(sumMoney(huzhou.orders.map(({ total }) => total)), '131000000.00');
  assert.equal(huzhou.units.length, 8);
  assert.equal(world.laboratories.length, 4);
});

test('stars from none to three, and kinds without stars', () => {
  const counts = Object.groupBy(listed, ({ star }) => String(star));
  for (const star of ['1', '2', '3', 'null']) assert.ok((counts[star]?.length ?? 0) >= 5, star);
});

test('the data depend on the edition and the day alone', () => {
  assert.deepEqual(demoWorld(baseEdition()), world);
  assert.notDeepEqual(demoWorld(edition, addDays(USUAL_DAY, 1)), world);
  assert.doesNotThrow(() => demoWorld(edition, day('2028-02-29')));
});

test('no name, number or login stands for two', () => {
  const organisations = world.cities.flatMap((city) => [...city.authorities, ...city.units, ...city.suppliers]);
  unique([...organisations, ...world.laboratories].map(({ key }) => key), 'keys');
  unique([...organisations, ...world.laboratories].map(({ nameZh }) => nameZh), 'names');
  unique([...organisations, ...world.laboratories].map(({ nameEn }) => nameEn), 'English names');
  unique(organisations.map(({ creditCode }) => creditCode), 'credit codes');
  const people = world.cities.flatMap((city) => city.people);
  unique(people.map(({ name }) => name), 'people');
  unique(people.map(({ email }) => email), 'mail');
  const products = world.cities.flatMap((city) => city.products);
  unique(products.map(({ key }) => key), 'products');
  unique(products.map(({ maker, nameZh, model }) => `${maker} ${nameZh} ${model}`), 'models');
  unique(products.map(({ report }) => report.number), 'report numbers');
  unique([...products, ...world.cities.flatMap((city) => city.suppliers)].flatMap(({ papers }) => papers.map(({ kind, number }) => `${kind} ${number}`)), 'papers');
  for (const city of world.cities) unique(city.orders.map(({ key }) => key), 'orders');
});

test('every name says that it is invented', () => {
  for (const { nameZh } of [...world.laboratories, ...world.cities.flatMap((city) => [...city.authorities, ...city.units, ...city.suppliers])]) assert.match(nameZh, /示例/);
  for (const { brand } of listed) assert.match(brand, /（示例）$/);
  for (const { email } of world.cities.flatMap((city) => city.people)) assert.match(email, /\.example$/);
});

test('no credit code can be a real one', () => {
  // Worked example: the check character of a published code, so that the rule itself is right.
  assert.equal(checkCharacter('91350100M000100Y4'), '3');
  for (const { nameZh, creditCode } of world.cities.flatMap((city) => [...city.authorities, ...city.units, ...city.suppliers])) {
    assert.match(creditCode, /^[0-9A-HJ-NPQRTUWXY]{18}$/);
    assert.notEqual(creditCode.at(-1), checkCharacter(creditCode.slice(0, 17)), nameZh);
  }
});

test('dates stand in their order, and a report is within its year', () => {
  for (const city of world.cities) {
    for (const product of city.products) {
      const { report } = product;
      const order = [report.received, report.testedFrom, report.testedTo, report.issued, product.submittedOn, product.listedOn ?? world.asOf, world.asOf];
      assert.deepEqual(order.toSorted(), order, product.key);
      assert.ok(world.asOf <= addYears(report.issued, 1), product.key);
      const supplier = city.suppliers.find(({ key }) => key === product.supplier);
      assert.ok(supplier?.admission.state === 'admitted' && supplier.admission.on < product.submittedOn, product.key);
      assert.ok(city.adoptsEditionOn < product.submittedOn);
      for (const paper of product.papers) assert.ok(paper.issuedOn < product.submittedOn && (paper.validTo === null || paper.validTo > world.asOf), product.key);
    }
  }
});

test('an order buys what its supplier had on the shelf, in a quantity the offer allows', () => {
  for (const city of world.cities) {
    for (const order of city.orders) {
      const steps = [order.placedOn, order.confirmedOn, order.deliveredOn, order.acceptedOn].filter((step) => step !== null);
      assert.deepEqual(steps.toSorted(), steps, order.key);
      assert.ok(steps.every((step) => step <= world.asOf), order.key);
      for (const line of order.lines) {
        const product = city.products.find(({ key }) => key === line.product);
        assert.ok(product?.listedOn && product.listedOn < order.placedOn, `${order.key} ${line.product}`);
        assert.ok(dec(line.quantity).gte(product.minimumOrder), line.product);
        assert.equal(dec(line.unitPrice).times(line.quantity).toFixed(2), line.amount);
        assert.ok(product.deliveryArea.some((area) => area.endsWith('全域') || order.site.startsWith(area)), `${order.key} ${order.site}`);
      }
    }
  }
  const statuses = huzhou.orders.map(({ status }) => status);
  assert.ok(statuses.filter((status) => status === 'accepted' || status === 'closed').length > 13);
  for (const open of ['awaiting-confirmation', 'confirmed', 'delivered', 'line-refused'] as const) assert.ok(statuses.includes(open), open);
  assert.ok(huzhou.orders.every(({ placedOn }) => placedOn >= '2025-12-01' && placedOn <= '2026-11-30'));
});

test('each indicator of a listed kind has its evidence: a line of the report or a paper of its own kind', () => {
  for (const product of listed) {
    const kind = edition.kinds.find(({ code }) => code === product.kind);
    for (const indicator of kind?.indicators ?? []) {
      const name = worded(indicator.nameZh);
      const line = product.report.rows.some(({ item }) => item === name);
      const paper = product.papers.find((one) => one.indicator === indicator.code);
      assert.equal(line, paper === undefined, `${product.key} ${indicator.code}`);
      if (line) assert.ok(indicator.evidenceKinds.includes('TEST_REPORT'));
    }
  }
});

test('one shown login for each role, each role in an organisation of its kind', () => {
  const shown = huzhou.people.filter((person) => person.shown);
  assert.deepEqual(shown.map(({ role }) => role).toSorted(), ROLES.toSorted());
  for (const city of world.cities) {
    for (const { role, organisation, key } of city.people) {
      const kind = city.units.some((unit) => unit.key === organisation) ? 'buyer' : city.suppliers.some((one) => one.key === organisation) ? 'supplier'
        : world.laboratories.some((one) => one.key === organisation) ? 'laboratory' : city.authorities.find((one) => one.key === organisation)?.kind;
      assert.ok(kind && ORGANISATION_KINDS.includes(kind) && roleFits(kind, role), key);
    }
  }
});

test('the neighbour shares nothing with Huzhou', () => {
  const own = new Set([...huzhou.suppliers, ...huzhou.products, ...huzhou.units, ...huzhou.authorities].map(({ key }) => key));
  for (const { key } of [...yunxi.suppliers, ...yunxi.products, ...yunxi.units, ...yunxi.authorities]) assert.ok(!own.has(key), key);
  assert.ok(yunxi.products.length > 0 && yunxi.products.length < 10);
});
