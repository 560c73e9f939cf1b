/**
 * Whose each row is, written down a second time and in other words than the rules of the migrations: SQL over the row `t`, asked by the
 * owner of the database, past the fence. `rows.test.ts` compares what each caller sees with it.
 */
export type Whose = {
  /** The organisations that the row belongs to. */
  readonly of?: string;
  /** The persons that it belongs to. */
  readonly persons?: string;
  /** The city it is a row of: bodies of that city named in `offices` see it, and nobody sees it in another city unless `everywhere`. */
  readonly city?: string;
  readonly everywhere?: true;
  readonly offices?: readonly ('buyer' | 'centre' | 'housing' | 'finance')[];
  /** Which rows everybody may see (in the row's city, where it has one and `everywhere` is not said). */
  readonly public?: string;
  /** The offices that write such rows in their own city, whosever they are. */
  readonly writtenBy?: 'housing' | 'centre' | readonly ('housing' | 'centre')[];
  /** Why anybody may add such a row for others. */
  readonly addedByAnybody?: string;
};

const OVERSEERS = ['centre', 'housing', 'finance'] as const;
const admission = (column: string): Whose => ({ of: `(select array[a.organisation_id] from suppliers.admission a where a.city_id = t.city_id and a.id = t.${column})`, city: 't.city_id', everywhere: true, offices: OVERSEERS });
const ofOrder: Whose = { of: '(select array[c.buyer_organisation_id, c.supplier_organisation_id] from orders.contract c where c.city_id = t.city_id and c.id = t.order_id)', city: 't.city_id' };
/** What a unit does about its people: the housing department and the centre of its city see and do it too. */
const DESKS = ['housing', 'centre'] as const;
const ofUnit = (unit: string, persons?: string): Whose => ({ of: `array[${unit}]`, ...(persons === undefined ? {} : { persons }), city: `(select o.home_city_id from identity.organisation o where o.id = ${unit})`, everywhere: true, offices: DESKS });
const nobodys: Whose = {};
/** The operator sees the course of messages, never what they say. */
const OPERATORS = `(select array_agg(o.id) from identity.organisation o where o.kind = 'operator')`;

/** Whether evidence is shown: it serves for a listed product of the city of the call. `offices` of a use cannot be said per row of evidence, so it is spelled out. */
const shownIn = (evidence: string): string => `(select array_agg(distinct u.city_id) from documents.evidence_use u join catalogue.listing l on l.city_id = u.city_id and l.id = u.subject_id and u.subject_kind = 'listing' and l.status = 'listed' where u.evidence_id = ${evidence})`;
const usedIn = (evidence: string): string => `(select array_agg(distinct u.city_id) from documents.evidence_use u where u.evidence_id = ${evidence})`;
const forSaleIn = (evidence: string): string => `(select array_agg(distinct u.city_id) from documents.evidence_use u where u.evidence_id = ${evidence} and u.purpose = 'listing')`;

/** Rows without a city of their own that cities use: which cities' overseers, buyers, and everybody there see them. */
export type UsedInCities = Whose & { readonly overseenIn: string; readonly soldIn: string; readonly shownIn: string };
const used = (evidence: string, holder: string): UsedInCities => ({ of: holder, everywhere: true, overseenIn: usedIn(evidence), soldIn: forSaleIn(evidence), shownIn: shownIn(evidence) });

export const WHOSE: Readonly<Record<string, Whose | UsedInCities>> = {
  'platform.idempotency': { addedByAnybody: 'the scope says whose answer it is; of an anonymous caller there is nothing to say' },
  'platform.outbox': { addedByAnybody: 'every act tells its events' },
  'platform.outbox_pending': { addedByAnybody: 'every act tells its events' },
  'platform.outbox_delivery': nobodys,
  'ledger.entry': { addedByAnybody: 'every act leaves its entry in its city\'s chain or the platform\'s' },
  'ledger.link': nobodys,
  'ledger.waiting': { addedByAnybody: 'every act leaves its entry for the sequencer' },
  'identity.city': { public: 'true' },
  'identity.organisation': { public: 'true', writtenBy: DESKS },
  'identity.membership': ofUnit('t.organisation_id', 'array[t.person_id]'),
  'identity.role_grant': ofUnit('(select m.organisation_id from identity.membership m where m.id = t.membership_id)', '(select array[m.person_id] from identity.membership m where m.id = t.membership_id)'),
  'identity.invitation': ofUnit('t.organisation_id'),
  'identity.invitation_token': ofUnit('(select i.organisation_id from identity.invitation i where i.id = t.invitation_id)'),
  'identity.role_proposal': ofUnit('t.organisation_id'),
  'identity.person': { of: '(select array_agg(m.organisation_id) from identity.membership m where m.person_id = t.id)', persons: 'array[t.id]', addedByAnybody: 'whoever registers' },
  'identity.session': { persons: 'array[t.person_id]' },
  'identity.passkey': { persons: 'array[t.person_id]' },
  'identity.one_time_code': { persons: 'array[t.person_id]' },
  'identity.sign_on_link': { persons: 'array[t.person_id]' },
  'identity.recovery_code': { persons: 'array[t.person_id]' },
  'watch.refusal': nobodys,
  'watch.observation': { public: 'true' },
  'identity.answered_challenge': { public: 'true', addedByAnybody: 'whoever answers a challenge' },
  'privacy.export': { persons: 'array[t.person_id]' },
  'privacy.export_part': { persons: '(select array[e.person_id] from privacy.export e where e.id = t.export_id)' },
  'privacy.erasure': { of: OPERATORS, persons: 'array[t.person_id]' },
  'privacy.outcome': { of: OPERATORS, persons: '(select array[e.person_id] from privacy.erasure e where e.id = t.erasure_id)' },
  'privacy.restricted': { public: 'true' },
  'documents.upload': { of: 'array[t.organisation_id]', everywhere: true, overseenIn: '(select array_agg(distinct u.city_id) from documents.evidence e join documents.evidence_use u on u.evidence_id = e.id where e.upload_id = t.id)',
    soldIn: `(select array_agg(distinct u.city_id) from documents.evidence e join documents.evidence_use u on u.evidence_id = e.id where e.upload_id = t.id and u.purpose = 'listing')`,
    shownIn: `(select array_agg(distinct u.city_id) from documents.evidence e join documents.evidence_use u on u.evidence_id = e.id join catalogue.listing l on l.city_id = u.city_id and l.id = u.subject_id and u.subject_kind = 'listing' and l.status = 'listed' where e.upload_id = t.id)` },
  'documents.evidence': used('t.id', 'array[t.holder_organisation_id]'),
  'documents.evidence_value': used('t.evidence_id', '(select array[e.holder_organisation_id] from documents.evidence e where e.id = t.evidence_id)'),
  'documents.evidence_use': { of: '(select array[e.holder_organisation_id] from documents.evidence e where e.id = t.evidence_id)', everywhere: true, overseenIn: 'array[t.city_id]', soldIn: `case when t.purpose = 'listing' then array[t.city_id] end`,
    shownIn: `(select array[t.city_id] from catalogue.listing l where l.city_id = t.city_id and l.id = t.subject_id and t.subject_kind = 'listing' and l.status = 'listed')` },
  'laboratories.report': used('t.evidence_id', '(select array[e.holder_organisation_id] from documents.evidence e where e.id = t.evidence_id)'),
  'laboratories.entered_value': { ...used('(select r.evidence_id from laboratories.report r where r.id = t.report_id)', 'array[t.organisation_id]'), city: 't.city_id' },
  'laboratories.settled_reading': { ...used('(select r.evidence_id from laboratories.report r where r.id = t.report_id)', '(select array[e.holder_organisation_id] from laboratories.report r join documents.evidence e on e.id = r.evidence_id where r.id = t.report_id)'), city: 't.city_id' },
  'notifications.notification': { of: 'array[t.organisation_id]', addedByAnybody: 'organisations are told by others' },
  'notifications.read_up_to': { persons: 'array[t.person_id]' },
  'notifications.read_one': { persons: 'array[t.person_id]' },
  'notifications.contact': { persons: 'array[t.person_id]' },
  'notifications.claim': { persons: 'array[t.person_id]' },
  'notifications.setting': { persons: 'array[t.person_id]' },
  'notifications.preference': { persons: 'array[t.person_id]' },
  'notifications.digest': { persons: 'array[t.person_id]' },
  'notifications.destination': { persons: 'array[t.person_id]' },
  'notifications.message': { persons: 'array[t.person_id]', of: OPERATORS, addedByAnybody: 'letters are written to others' },
  'notifications.attempt': { persons: '(select array[m.person_id] from notifications.message m where m.id = t.message_id)', of: OPERATORS },
  'notifications.reminder': { of: 'array[t.organisation_id]' },
  'notifications.content': { addedByAnybody: 'what a letter to somebody else says' },
  'signing.city_key': { city: 't.city_id', public: 'true', addedByAnybody: 'a city\'s key is made at the first need of it' },
  'signing.key': { of: 'array[t.organisation_id]', city: 't.city_id' },
  'signing.demonstration_copy': { of: '(select array[k.organisation_id] from signing.key k where k.city_id = t.city_id and k.serial = t.serial)', city: 't.city_id' },
  'signing.request': { of: '(select array[k.organisation_id] from signing.key k where k.city_id = t.city_id and k.serial = t.serial)', city: 't.city_id' },
  'signing.signature': { of: '(select array[k.organisation_id] from signing.request r join signing.key k on k.city_id = r.city_id and k.serial = r.serial where r.city_id = t.city_id and r.id = t.id)', city: 't.city_id' },
  'standards.adoption': { city: 't.city_id', everywhere: true, public: 'true', writtenBy: 'housing' },
  'standards.limit_decision': { city: 't.city_id', everywhere: true, offices: OVERSEERS, writtenBy: 'housing', public: `t.decision = 'confirmed'` },
  'suppliers.supplier': { of: 'array[t.organisation_id]', everywhere: true, overseenIn: '(select array_agg(a.city_id) from suppliers.admission a where a.organisation_id = t.organisation_id)', soldIn: 'null::uuid[]',
    shownIn: `(select array_agg(a.city_id) from suppliers.admission a where a.organisation_id = t.organisation_id and a.status = 'admitted')` },
  'suppliers.admission': { of: 'array[t.organisation_id]', everywhere: true, overseenIn: 'array[t.city_id]', soldIn: 'null::uuid[]', shownIn: `case when t.status = 'admitted' then array[t.city_id] end` },
  'suppliers.admission_evidence': admission('admission_id'),
  'suppliers.submission': admission('admission_id'),
  'suppliers.decision': admission('admission_id'),
  'suppliers.evidence_verdict': admission('admission_id'),
  'catalogue.product': { of: 'array[t.supplier_organisation_id]', everywhere: true, overseenIn: '(select array_agg(l.city_id) from catalogue.listing l where l.product_id = t.id)', soldIn: 'null::uuid[]',
    shownIn: '(select array_agg(l.city_id) from catalogue.listing l where l.product_id = t.id and l.listed_at is not null)' },
  'catalogue.listing': { of: 'array[t.supplier_organisation_id]', city: 't.city_id', everywhere: true, offices: OVERSEERS, public: 't.listed_at is not null' },
  'catalogue.evidence_confirmation': { of: '(select array[l.supplier_organisation_id] from catalogue.listing l where l.city_id = t.city_id and l.id = t.listing_id)', city: 't.city_id', offices: OVERSEERS,
    public: 'exists (select from catalogue.listing l where l.city_id = t.city_id and l.id = t.listing_id and l.listed_at is not null)' },
  'orders.contract': { of: 'array[t.buyer_organisation_id, t.supplier_organisation_id]', city: 't.city_id' },
  'orders.line': ofOrder,
  'orders.delivery': ofOrder,
  'orders.delivery_line': ofOrder,
  'orders.settlement': ofOrder,
  'orders.moment': ofOrder,
  'orders.requirement': { city: 't.city_id', public: 'true', addedByAnybody: 'an order keeps its requirement in its own city, once, by its fingerprint' },
  'purchases.basket_line': { of: 'array[t.organisation_id]', city: 't.city_id' },
  'purchases.approval_rule': { of: 'array[t.organisation_id]', city: 't.city_id' },
  'purchases.request': { of: 'array[t.organisation_id]', city: 't.city_id' },
  'purchases.approval': { of: '(select array[r.organisation_id] from purchases.request r where r.city_id = t.city_id and r.id = t.request_id)', city: 't.city_id' },
  'orders.placing_hold': { of: 'array[t.organisation_id]', city: 't.city_id' },
};
