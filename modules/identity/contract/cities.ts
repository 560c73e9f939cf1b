import { z } from 'zod';
import { CitySlug, Nothing, operation, Uuid } from '#kernel/wire.ts';

export const City = z.object({ id: Uuid, slug: CitySlug, nameZh: z.string(), nameEn: z.string(), demo: z.boolean() });
export type City = z.infer<typeof City>;

export const cities = operation.route({ method: 'GET', path: '/cities', summary: '平台服务的城市 · Cities on this platform', tags: ['identity'] }).input(Nothing).output(z.array(City));
