import { z } from 'zod';
import type { NoticeClass } from '#kernel/notice.ts';
import type { Channel, Way } from '../domain/channels.ts';
import type { MessageState } from '../domain/message-life.ts';

/* The words of the domain as the wire spells them. */
export const ChannelWord = z.enum(['mail', 'sms'] as const satisfies readonly Channel[]);
export const ClassWord = z.enum(['legal', 'task', 'deadline', 'progress'] as const satisfies readonly NoticeClass[]);
export const WayWord = z.enum(['at-once', 'digest', 'off'] as const satisfies readonly Way[]);
export const LanguageWord = z.enum(['zh-CN', 'en']);
export const StateWord = z.enum(['waiting', 'handing-over', 'handed-over', 'refused', 'unknown', 'given-up', 'withheld'] as const satisfies readonly MessageState[]);
export const KindWord = z.enum(['notice', 'digest', 'confirmation', 'letter']);
