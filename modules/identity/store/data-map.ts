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
  'identity.one_time_code': {
    plain: ['created_at'],
    mapped: {
      person_id: { is: ['使用动态验证码的人', 'who uses one-time codes'], class: 'pseudonym', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
      secret_sealed: { is: ['动态验证码的密钥（加密存放）', 'secret of the authenticator, sealed'], class: 'credential', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
      last_step: { is: ['上次使用的时段', 'time step of the code used last'], class: 'conduct', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
    },
  },
  'identity.recovery_code': {
    plain: ['id', 'created_at'],
    mapped: {
      person_id: { is: ['恢复码的主人', 'whose recovery code it is'], class: 'pseudonym', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
      digest: { is: ['恢复码的摘要', 'mark of the recovery code'], class: 'credential', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
      used_at: { is: ['使用时间', 'when it was used'], class: 'conduct', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
    },
  },
  'identity.sign_on_link': {
    plain: ['id', 'city_id', 'issuer', 'created_at'],
    mapped: {
      person_id: { is: ['关联统一身份认证的人', 'who is linked to a city’s sign-on'], class: 'pseudonym', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
      subject: { is: ['统一身份认证中的编号', 'their id at the city’s sign-on'], class: 'credential', of: 'person_id', ground: 'security', keep: 'account', erase: 'row' },
    },
  },
  'identity.answered_challenge': 'plain',
  'identity.role_grant': {
    plain: ['membership_id', 'role', 'granted_at', 'granted_as', 'confirmed_as', 'ended_at'],
    mapped: {
      granted_by: { is: ['授予角色的人', 'who gave the role'], class: 'pseudonym', of: 'granted_by', ground: 'duty', keep: 'account', erase: 'stays' },
      confirmed_by: { is: ['确认角色的人', 'who confirmed the role'], class: 'pseudonym', of: 'confirmed_by', ground: 'duty', keep: 'account', erase: 'stays' },
    },
  },
  'identity.invitation': {
    plain: ['id', 'organisation_id', 'roles', 'invited_as', 'invited_at', 'ends_at', 'withdrawn_at', 'accepted_at'],
    mapped: {
      name: { is: ['受邀人姓名', 'name of the invited person'], class: 'name', of: 'accepted_by', ground: 'duty', keep: 'account', erase: 'blank' },
      login: { is: ['受邀人账号', 'account of the invited person'], class: 'contact', of: 'accepted_by', ground: 'duty', keep: 'account', erase: 'null' },
      mail: { is: ['受邀人邮箱', 'mail address of the invited person'], class: 'contact', of: 'accepted_by', ground: 'duty', keep: 'account', erase: 'null' },
      invited_by: { is: ['邀请人', 'who invited'], class: 'pseudonym', of: 'invited_by', ground: 'duty', keep: 'account', erase: 'stays' },
      accepted_by: { is: ['接受邀请的人', 'who accepted'], class: 'pseudonym', of: 'accepted_by', ground: 'duty', keep: 'account', erase: 'stays' },
    },
  },
  'identity.invitation_token': {
    plain: ['invitation_id', 'channel', 'made_at'],
    mapped: { token_hash: { is: ['邀请链接的摘要', 'hash of the link of an invitation'], class: 'credential', of: { parent: 'identity.invitation', by: { invitation_id: 'id' }, of: 'accepted_by' }, ground: 'security', keep: 'account', erase: 'row' } },
  },
  'identity.role_proposal': {
    plain: ['id', 'organisation_id', 'invitation_id', 'membership_id', 'roles', 'proposed_as', 'proposed_at', 'decision', 'decided_as', 'decided_at'],
    mapped: {
      proposed_by: { is: ['提议角色的人', 'who proposed roles'], class: 'pseudonym', of: 'proposed_by', ground: 'duty', keep: 'account', erase: 'stays' },
      decided_by: { is: ['对提议作出决定的人', 'who decided on the proposal'], class: 'pseudonym', of: 'decided_by', ground: 'duty', keep: 'account', erase: 'stays' },
      reason: { is: ['不同意的理由', 'reason for refusing'], class: 'statement', of: 'decided_by', ground: 'duty', keep: 'account', erase: 'null' },
    },
  },
};
