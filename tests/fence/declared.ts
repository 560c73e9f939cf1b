/* What stands outside the second fence or opens it, each with its reason. `fence.test.ts` holds it against a migrated database. */

/** Tables without row-level security. */
export const OPEN_TABLES: Readonly<Record<string, string>> = {
  'platform.migration': 'the names of the migrations that were applied; nobody\'s rows',
};

/** Tables whose owner is not held by their rules, because a window with the owner's rights stands over them. */
export const UNFORCED: Readonly<Record<string, string>> = {
  'catalogue.listing': 'catalogue.on_shelf: the search index serves only where no rule stands before operators that are not leakproof',
  'catalogue.product': 'catalogue.on_shelf_product: the same',
};

/** Tables of which everybody may read every row. */
export const PUBLIC_TABLES: Readonly<Record<string, string>> = {
  'watch.observation': 'sums of queues, bytes and statements without parameters; nothing of anybody',
  'identity.city': 'which cities the platform serves',
  'identity.organisation': 'names and credit codes of bodies (统一社会信用代码) are public; nobody\'s contact stands here',
  'identity.answered_challenge': 'digests of challenges that were answered; nobody\'s',
  'privacy.restricted': 'keys of rows whose names are shown to few; nobody\'s name, and every reader of such a row has to know',
  'standards.adoption': 'which edition is in force in a city is public (政府采购法第十一条: information on purchasing is published)',
};

/** Tables into which everybody may insert: what others are to read, or what the database holds by keys instead. */
export const OPEN_INSERTS: Readonly<Record<string, string>> = {
  'identity.person': 'whoever registers makes a person; without a membership it has no right',
  'identity.answered_challenge': 'whoever answers a challenge marks it as answered',
  'notifications.content': 'whoever writes a letter to somebody adds what it says; only the sender reads it',
  'platform.outbox_pending': 'every act leaves what is to be delivered; only the courier sees it',
  'ledger.waiting': 'every act leaves its entry for the sequencer; the key binds it to an entry',
};

/** Views that run with their owner's rights, and functions that do. */
export const WINDOWS: Readonly<Record<string, string>> = {
  'catalogue.on_shelf': 'the listed products, which are everybody\'s to see, with the search index',
  'catalogue.on_shelf_product': 'the same with their names and parameters',
  'catalogue_read.on_shelf': 'the same for higher modules',
  'platform.answer_under': 'the stored answer to a repeated request, by the caller\'s scope and key, before the transaction bears anybody',
  'identity.credential': 'the password hash of one login, for sign-in',
  'identity.own_account': 'login and password hash of the person whose seat the transaction has',
  'identity.spend_recovery_code': 'a recovery code, by its person and its mark, before anybody has proved who they are: spends it or changes nothing',
  'identity.linked_person': 'the person linked to a subject that a city\'s sign-on has just proved',
  'identity.passkey_of': 'the passkey that an answer names, by its credential id, before anybody has proved whose it is',
  'identity.session_of': 'who stands behind a token, by the hash of the token, before the request bears anybody',
  'identity.visit': 'notes that a session was used',
  'identity_read.memberships_of': 'how many organisations a person still acts for: a number, for whoever decides on an erasure',
  'identity_read.person_name': 'the name beside an act, for whoever is signed in and sees the row that names the person',
  'identity.invitation_behind': 'into which unit a link leads, by the hash of the link, before its holder belongs to it',
  'identity.invitations_to_me': 'the invitations made out to the account of the person whose seat the transaction has',
  'identity.my_administrators': 'whom the person whose seat the transaction has may ask for more: names of the administrators of their own units',
  'ledger.audit': 'the operator\'s search: who by id, what, when, about what and hashes, never what an entry says',
  'watch.refusals': 'refusals in sums for the operator: routes and ids',
  'ledger.entries_of': 'where the entries of one subject stand: places and hashes, never what they say',
  'ledger.inclusion_of': 'the entry of one kind on a subject with its link, for the proof that a signature stands in the chain; who may ask is the caller\'s to say',
  'signing.signed': 'a signature for whoever holds its code, or the id of the thing that was signed',
  'signing.certified': 'the certified key behind a signature, by its serial number',
  'orders_read.city_figures': 'what a city bought, in sums',
};

/** Source files that may put work on a duty; none of them is reached by a request. */
export const ON_DUTY: Readonly<Record<string, string>> = {
  'platform/database/duty.ts': 'declares the duties',
  'platform/database/call.ts': 'sets the duty it is given; empty for a request',
  'platform/jobs/outbox.ts': 'courier',
  'modules/ledger/store/sequence.ts': 'sequencer',
  'modules/ledger/store/verify.ts': 'verification',
  'platform/database/migrate.ts': 'upkeep, as the owner',
  'platform/backup/make.ts': 'upkeep, as the owner',
  'platform/backup/restore.ts': 'upkeep, as the owner',
  'app/wire.ts': 'job: what jobs read and write with',
  'app/demo/stage.ts': 'founding: the demonstration\'s cities, bodies and people',
  'app/demo/load.ts': 'founding: whether the demonstration is loaded, and settled',
};
