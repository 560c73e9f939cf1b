/**
 * Fields that are not everybody's, and who may read them: SQL over the row `t`, asked by the owner of the database. Before the replay each
 * of them bears a mark of its own in every row; a reply that shows a mark to somebody who is not named here fails the test.
 */
export type Readers = {
  /** Organisations. */
  readonly of?: string;
  readonly persons?: string;
  /** Bodies of this city, by kind. */
  readonly city?: string;
  readonly offices?: readonly ('buyer' | 'centre' | 'housing' | 'finance')[];
  /** Everybody, where this holds of the row. */
  readonly public?: string;
  /** Why no reply ever shows it; one that does fails. */
  readonly neverTold?: string;
};

const OVERSEERS = ['centre', 'housing', 'finance'] as const;
const parties: Readers = { of: 'array[t.buyer_organisation_id, t.supplier_organisation_id]' };
const partiesOf: Readers = { of: '(select array[c.buyer_organisation_id, c.supplier_organisation_id] from orders.contract c where c.city_id = t.city_id and c.id = t.order_id)' };
const admission: Readers = { of: '(select array[a.organisation_id] from suppliers.admission a where a.city_id = t.city_id and a.id = t.admission_id)', city: 't.city_id', offices: ['centre'] };
/** The holder, and the bodies of the one city that uses it; buyers and everybody of a product on the shelf. */
const evidence = (holder: string, id: string): Readers => ({
  of: holder, city: `(select (array_agg(u.city_id))[1] from documents.evidence_use u where u.evidence_id = ${id})`, offices: OVERSEERS,
});
const onShelf = (id: string): string => `exists (select from documents.evidence_use u join catalogue.listing l on l.city_id = u.city_id and l.id = u.subject_id and l.status = 'listed' where u.evidence_id = ${id} and u.subject_kind = 'listing')`;

export const FIELDS: Readonly<Record<string, Readers>> = {
  // Orders: the site and its contact are the two parties'; the unit's own note is the unit's alone.
  'orders.contract.address': parties,
  'orders.contract.contact': parties,
  'orders.contract.phone': parties,
  'orders.contract.note': parties,
  'orders.contract.voucher': parties,
  'orders.contract.internal_note': { of: 'array[t.buyer_organisation_id]' },
  'orders.delivery.note': partiesOf,
  'orders.delivery.carrier': partiesOf,
  'orders.delivery_line.batch': partiesOf,
  'orders.settlement.reason': partiesOf,
  'orders.settlement.answer': partiesOf,
  // Suppliers: whom to call is told to the firm itself and to the centre that examines it.
  'suppliers.supplier.contact_name': { of: 'array[t.organisation_id]', city: `(select (array_agg(a.city_id))[1] from suppliers.admission a where a.organisation_id = t.organisation_id)`, offices: ['centre'] },
  'suppliers.supplier.phone': { of: 'array[t.organisation_id]', city: `(select (array_agg(a.city_id))[1] from suppliers.admission a where a.organisation_id = t.organisation_id)`, offices: ['centre'] },
  'suppliers.decision.reasons': admission,
  'suppliers.evidence_verdict.reason': admission,
  // Evidence: its number and issuer are shown with what it proves; the file's name, as somebody called it, is not.
  'documents.evidence.number': { ...evidence('array[t.holder_organisation_id]', 't.id'), public: onShelf('t.id') },
  'documents.evidence.issuer': { ...evidence('array[t.holder_organisation_id]', 't.id'), public: onShelf('t.id') },
  'documents.evidence.reason': evidence('array[t.holder_organisation_id]', 't.id'),
  'documents.upload.name': { of: 'array[t.organisation_id]', city: '(select (array_agg(u.city_id))[1] from documents.evidence e join documents.evidence_use u on u.evidence_id = e.id where e.upload_id = t.id)', offices: [...OVERSEERS, 'buyer'] },
  'laboratories.settled_reading.note': { neverTold: 'kept beside the settled value; no page shows it yet' },
  // Notices are the organisation's that is told.
  'notifications.notification.subject_id': { of: 'array[t.organisation_id]' },
  // Products on their way to the shelf, and why the centre sent one back.
  'catalogue.listing.reasons': { of: 'array[t.supplier_organisation_id]', city: 't.city_id', offices: OVERSEERS },
  'catalogue.product.description': { of: 'array[t.supplier_organisation_id]', city: '(select (array_agg(l.city_id))[1] from catalogue.listing l where l.product_id = t.id)', offices: OVERSEERS, public: `exists (select from catalogue.listing l where l.product_id = t.id and l.status = 'listed')` },
  'standards.limit_decision.note': { city: 't.city_id', offices: OVERSEERS },
  // People: colleagues hear a name beside an act; the other side of an order hears the organisation. The bodies of a city know the people of its units.
  'identity.person.name': {
    persons: 'array[t.id]', of: '(select array_agg(m.organisation_id) from identity.membership m where m.person_id = t.id)', offices: OVERSEERS,
    city: `(select (array_agg(o.home_city_id))[1] from identity.membership m join identity.organisation o on o.id = m.organisation_id where m.person_id = t.id and o.home_city_id is not null)`,
  },
  'identity.person.login': { persons: 'array[t.id]' },
  'identity.person.password_hash': { neverTold: 'a credential' },
  'signing.key.salt': { neverTold: 'opens the commitment to a name; part of the offline bundle alone, see below' },
};

/** Where one route tells a field beyond this, to whom, and why. */
export const ALSO_TOLD: Readonly<Record<string, { readonly to: readonly string[]; readonly because: string }>> = {
  'orders.acceptanceBundle signing.key.salt': { to: ['buyer.purchaser', 'buyer.approver', 'supplier.clerk'], because: 'the bundle that both parties may check offline opens the commitment to the signer\'s name' },
  'identity.unitPeople identity.person.name': { to: ['unit.administrator'], because: 'the officer of the city who proposed a role in the unit is named to its administrator' },
  'privacy.erasures identity.person.name': { to: ['operator.administrator'], because: 'who is to be erased is named to the two who decide it' },
};
