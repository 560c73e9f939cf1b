import { baseEdition } from '#modules/standards/index.ts';
import { demoWorld } from './city.ts';
import { DEMO_PASSWORD } from './stage.ts';

/** The table of demo logins, one per role, as `npm start` prints it. */
export function printLogins(origin: string, say: (line: string) => void): void {
  const rows = demoWorld(baseEdition()).cities.flatMap((city) => city.people.filter((person) => person.shown).map((person) => [city.nameEn, person.role, person.email] as const));
  const width = (column: 0 | 1 | 2): number => Math.max(...rows.map((row) => row[column].length));
  say('Demo logins (everyone in them is invented):');
  for (const [city, role, login] of rows) say(`  ${city.padEnd(width(0))}  ${role.padEnd(width(1))}  ${login.padEnd(width(2))}`);
  say(`  password for all: ${DEMO_PASSWORD}`);
  say(`  sign in at ${origin}/login\n`);
}
