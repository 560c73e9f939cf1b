import { sql } from 'kysely';
import type { NoticeClass } from '#kernel/notice.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Channel, Way } from '../domain/channels.ts';

export async function choicesOf(tx: Tx, personId: string): Promise<readonly { channel: Channel; class: NoticeClass; way: Way }[]> {
  const { rows } = await sql<{ channel: Channel; class: NoticeClass; way: Way }>`select channel, class, way from notifications.preference where person_id = ${personId}`.execute(tx);
  return rows;
}

export async function settingOf(tx: Tx, personId: string): Promise<{ language: 'zh-CN' | 'en'; digestHour: number } | undefined> {
  const { rows } = await sql<{ language: 'zh-CN' | 'en'; digestHour: number }>`select language, digest_hour as "digestHour" from notifications.setting where person_id = ${personId}`.execute(tx);
  return rows[0];
}

export async function saveChoices(tx: Tx, personId: string, choices: readonly { channel: Channel; class: NoticeClass; way: Way }[]): Promise<void> {
  await sql`insert into notifications.preference (person_id, channel, class, way)
    select ${personId}, channel, class, way from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as x (channel text, class text, way text)
    on conflict (person_id, channel, class) do update set way = excluded.way`.execute(tx);
}

export async function saveSetting(tx: Tx, personId: string, setting: { language: 'zh-CN' | 'en'; digestHour: number }): Promise<void> {
  await sql`insert into notifications.setting (person_id, language, digest_hour) values (${personId}, ${setting.language}, ${setting.digestHour})
    on conflict (person_id) do update set language = excluded.language, digest_hour = excluded.digest_hour`.execute(tx);
}
