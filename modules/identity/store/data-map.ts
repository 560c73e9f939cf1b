import type { DataMap } from '#kernel/data-map.ts';

export const dataMap: DataMap = {
  'identity.city': 'plain',
  'identity.organisation': 'plain',
  'identity.person': {
    plain: ['demo', 'created_at'],
    mapped: {
      id: { is: ['人员编号', 'id of the person'], class: 'pseudonym', of: 'id', ground: 'duty', keep: 'account', erase: 'stays' },
      name: { is: ['姓名', 'name'], class: 'name', of: 'id', ground: 'duty', keep: 'account', erase: 'blank' },
      login: { is: ['登录名', 'login'], class: 'contact', of: 'id', ground: 'duty', keep: 'account', erase: 'unique' },
      password_hash: { is: ['密码（不可还原的摘要）', 'password (as a hash that cannot be undone)'], class: 'credential', of: 'id', ground: 'security', keep: 'account', erase: 'blank' },
    },
  },
  'identity.membership': {
    plain: ['id', 'organisation_id', 'roles', 'created_at', 'ended_at'],
    mapped: { person_id: { is: ['任职的人', 'who holds the membership'], class: 'pseudonym', of: 'person_id', ground: 'duty', keep: 'account', erase: 'stays' } },
  },
  'identity.session': {
    plain: ['id', 'membership_id', 'way'],
    from: 'least(t.ends_at, t.ended_at)',
    mapped: {
      person_id: { is: ['登录的人', 'who signed in'], class: 'pseudonym', of: 'person_id', ground: 'security', keep: 'network-log', erase: 'row' },
      token_hash: { is: ['会话令牌的摘要', 'hash of the session token'], class: 'credential', of: 'person_id', ground: 'security', keep: 'account', erase: 'unique' },
      opened_at: { is: ['登录时间', 'when they signed in'], class: 'conduct', of: 'person_id', ground: 'security', keep: 'network-log', erase: 'row' },
      last_seen_at: { is: ['最近活动时间', 'when they were last seen'], class: 'conduct', of: 'person_id', ground: 'security', keep: 'network-log', erase: 'row' },
      ends_at: { is: ['会话到期时间', 'when the session runs out'], class: 'conduct', of: 'person_id', ground: 'security', keep: 'network-log', erase: 'row' },
      ended_at: { is: ['退出时间', 'when they signed out'], class: 'conduct', of: 'person_id', ground: 'security', keep: 'network-log', erase: 'row' },
      device: { is: ['浏览器和系统的名称', 'name of browser and system'], class: 'conduct', of: 'person_id', ground: 'security', keep: 'network-log', erase: 'row' },
      touched_at: { is: ['最近一次确认本人的时间', 'when they last showed that it is them'], class: 'conduct', of: 'person_id', ground: 'security', keep: 'network-log', erase: 'row' },
    },
  },
  'identity.passkey': {
    plain: ['id', 'counter', 'transports', 'backed_up', 'created_at', 'ended_at'],
    mapped: {
      person_id: { is: ['通行密钥的主人', 'whose passkey it is'], class: 'pseudonym', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
      credential_id: { is: ['通行密钥的编号', 'id of the passkey'], class: 'credential', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
      public_key: { is: ['通行密钥的公钥', 'public half of the passkey'], class: 'credential', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
      name: { is: ['通行密钥的名称', 'name given to the passkey'], class: 'statement', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
      last_used_at: { is: ['最近使用时间', 'when it was last used'], class: 'conduct', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
    },
  },
  'identity.answered_challenge': 'plain',
};
