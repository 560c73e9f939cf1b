import { replay } from './replay.ts';
import { rawSql } from './rows.ts';
import { fencedWorld } from './world.ts';

/* How far each role reaches, on one world with two cities and several organisations of each kind. */
const world = await fencedWorld();
await rawSql(world);
replay(world);
