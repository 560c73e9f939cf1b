/**
 * The data map: what each column of the database holds of a person or of a secret, on which ground, for how long, and how it is erased.
 * Each module declares its own tables in `store/data-map.ts`; app/ joins them; a test holds the map against the migrated database, so that
 * a column nobody thought about fails the build (个人信息保护法 art. 19, 47, 51).
 */
export type DataMap = Readonly<Record<`${string}.${string}`, TableMap>>;

/** `plain`: no column of the table holds anything of a person or of a secret. */
export type TableMap = 'plain' | MappedTable;

export type MappedTable = {
  /** Columns that hold nothing of a person or of a secret. */
  readonly plain: readonly string[];
  readonly mapped: Readonly<Record<string, MappedColumn>>;
  /**
   * The instant from which the time of keeping runs, as an SQL expression over the row `t`; null while it has not begun.
   * Needed where a column is kept for a `purchase`, as a `network-log`, or is `passing`. Null: the row does not tell it; a person decides.
   */
  readonly from?: string | null;
};

export type MappedColumn = {
  /** What it is, as the public page of the map says it: Chinese, English. */
  readonly is: readonly [zh: string, en: string];
  readonly class: DataClass;
  readonly of: Subject;
  readonly ground: Ground;
  readonly keep: Keep;
  readonly erase: Erase;
};

export const DATA_CLASSES = [
  /** The id of a person: it says nothing once the account it leads to is erased. */
  'pseudonym',
  /** A name, as the person bears it or signs with it. */
  'name',
  /** How to reach a person: telephone, mail, address. */
  'contact',
  /** A password's hash, a token's hash, a key: told to nobody, not even to the person. */
  'credential',
  /** What a person did and when, from where, with which device. */
  'conduct',
  /** Words that a person wrote; they may name others. */
  'statement',
  /** A file, or what was read from it; it may name people whom the platform does not know. */
  'document',
  /** A secret of an organisation, about no person. */
  'organisation-secret',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/**
 * Whose it is. A column's name: the column of the same row that holds the person's id (for a pseudonym, itself).
 * `starts`: a text that begins with the person's id. `parent`: the id stands in another table, found by equal columns.
 * `json`: a JSON text or document whose member `key` is the person's id.
 * `named`: only the name is known; it is theirs where it is the name of a person who belongs or belonged to the organisation in `organisation`.
 * `nobody`: about no person whom the platform knows.
 */
export type Subject =
  | string
  | { readonly starts: string }
  | { readonly parent: string; readonly by: Readonly<Record<string, string>>; readonly of: string }
  | { readonly json: string; readonly key: string }
  | { readonly named: string; readonly organisation: string };

export const GROUNDS = {
  /** 履行法定职责或者法定义务所必需. */
  duty: '个人信息保护法第十三条第一款第三项',
  /** The same, for the protection of the network and its accounts. */
  security: '网络安全法第二十一条',
  /** Freely given, can be taken back. */
  consent: '个人信息保护法第十三条第一款第一项、第十五条',
  /** Not personal: an organisation's secret. */
  'organisation-secret': '政府采购法第十一条',
} as const;
export type Ground = keyof typeof GROUNDS;

export const KEEPS = {
  /** As long as the person has an account: the shortest time that its purpose needs. */
  account: '个人信息保护法第十九条、第四十七条',
  /** At least fifteen years from the end of the purchase. */
  purchase: '政府采购法第四十二条',
  /** At least six months. */
  'network-log': '网络安全法第二十一条',
  /** As long as the machine needs it to do its work once: at most 30 days. */
  passing: '个人信息保护法第十九条',
  /** No source gives a period: it stays until a person decides. */
  unsettled: null,
} as const;
export type Keep = keyof typeof KEEPS;

/**
 * How it is erased. `stays`: nothing is done, it is a pseudonym of an account that is erased. `null`: emptied. `blank`: put in place of a
 * text that must not be null. `unique`: the same, told apart by the row's id (a login). `row`: the whole row goes.
 */
export type Erase = 'stays' | 'null' | 'blank' | 'unique' | 'row';

/** What stands where something was erased. */
export const ERASED = '已删除';

/** The mapped columns of a table, by name; none for a plain one. */
export const mappedOf = (table: TableMap): [string, MappedColumn][] => (table === 'plain' ? [] : Object.entries(table.mapped));

/** Columns of its own row that a subject is found by. */
export function columnsOf(of: Subject): string[] {
  if (typeof of === 'string') return of === 'nobody' ? [] : [of];
  if ('starts' in of) return [of.starts];
  if ('json' in of) return [of.json];
  return 'named' in of ? [of.named, of.organisation] : Object.keys(of.by);
}

/** Joins the maps of all modules. @throws where two declare one table. */
export function joinMaps(maps: readonly DataMap[]): DataMap {
  const joined: Record<`${string}.${string}`, TableMap> = {};
  for (const map of maps) {
    for (const [table, declared] of Object.entries(map) as [`${string}.${string}`, TableMap][]) {
      if (joined[table] !== undefined) throw new Error(`the data map names ${table} twice`);
      joined[table] = declared;
    }
  }
  return joined;
}

export type ActualColumn = { readonly table: string; readonly column: string; readonly nullable: boolean };

/** What is wrong with the map beside the columns of a migrated database: one line each, none where it is whole. */
export function faultsOfMap(map: DataMap, actual: readonly ActualColumn[]): string[] {
  const faults: string[] = [];
  const tables = new Map<string, Map<string, ActualColumn>>();
  for (const column of actual) {
    const columns = tables.get(column.table) ?? new Map<string, ActualColumn>();
    tables.set(column.table, columns.set(column.column, column));
  }
  for (const [table, columns] of tables) {
    const declared = map[table as `${string}.${string}`];
    if (declared === undefined) faults.push(`${table} is not in the data map: ${[...columns.keys()].join(', ')}`);
    else if (declared !== 'plain') faults.push(...faultsOfTable(table, declared, columns, map));
  }
  for (const table of Object.keys(map)) if (!tables.has(table)) faults.push(`${table} is in the data map and not in the database`);
  return faults;
}

function faultsOfTable(table: string, declared: MappedTable, columns: ReadonlyMap<string, ActualColumn>, map: DataMap): string[] {
  const faults: string[] = [];
  const mapped = Object.entries(declared.mapped);
  const named = [...declared.plain, ...Object.keys(declared.mapped)];
  for (const column of columns.keys()) if (!named.includes(column)) faults.push(`${table}.${column} is not in the data map: declare it plain, or say what it holds, of whom, why and how long`);
  for (const column of named) if (!columns.has(column)) faults.push(`${table}.${column} is in the data map and not in the database`);
  if (new Set(named).size < named.length) faults.push(`${table} names a column twice`);
  for (const [column, { is, class: kind, of, keep, erase }] of mapped) {
    const fault = (what: string) => faults.push(`${table}.${column}: ${what}`);
    if (is.some((label) => label.trim() === '')) fault('says in one language only what it is');
    if (kind === 'pseudonym' && of !== column && typeof of === 'string') fault('a pseudonym is of itself');
    if (kind !== 'pseudonym' && of !== 'nobody' && erase === 'stays') fault('only a pseudonym may stay');
    if ((keep === 'purchase' || keep === 'network-log' || keep === 'passing') && declared.from === undefined) fault(`kept as ${keep}: the table must say from when`);
    if (erase === 'null' && columns.get(column)?.nullable === false) fault('cannot be emptied: it is not null');
    if (of === 'nobody') continue;
    for (const other of columnsOf(of)) if (!columns.has(other)) fault(`its person stands in ${other}, which is no column of the table`);
    if (typeof of === 'object' && 'parent' in of && map[of.parent as `${string}.${string}`] === undefined) fault(`its person stands in ${of.parent}, which is no table`);
  }
  return faults;
}
