export const todoWording = {
  'zh-CN': {
    'identity.todo.invitation': '{unit}邀请您加入',
    'identity.todo.invitation.act': '查看邀请',
    'identity.todo.proposal': '确认角色：{name}',
    'identity.todo.proposal.context': '{proposer}提议：{roles}',
    'identity.todo.proposal.rule': '重要角色由一人提议、另一人确认',
    'identity.todo.proposal.act': '去确认',
    'identity.todo.unit': '确认{unit}的角色提议',
    'identity.todo.unit.context': '{count} 项待确认',
    'identity.todo.unit.act': '查看',
  },
  en: {
    'identity.todo.invitation': '{unit} invites you',
    'identity.todo.invitation.act': 'See the invitation',
    'identity.todo.proposal': 'Confirm roles for {name}',
    'identity.todo.proposal.context': '{proposer} proposes: {roles}',
    'identity.todo.proposal.rule': 'Powerful roles: one proposes, another confirms',
    'identity.todo.proposal.act': 'Decide',
    'identity.todo.unit': 'Proposed roles at {unit}',
    'identity.todo.unit.context': '{count, plural, one {# waits} other {# wait}} for confirmation',
    'identity.todo.unit.act': 'See',
  },
} as const;
