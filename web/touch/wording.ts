export const touchWording = {
  'zh-CN': {
    'shell.touch.title': '请再次确认是您本人',
    'shell.touch.text': '这项操作影响重大。确认后立即继续，您填写的内容都还在；五分钟内不再询问。',
    'shell.touch.passkey': '使用通行密钥',
    'shell.touch.password': '您的密码',
    'shell.touch.code': '动态码',
    'shell.touch.confirm': '用密码确认',
    'shell.touch.cancel': '取消，不办理',
    'shell.touch.refused': '没有确认成功',
    'shell.touch.no-passkey': '没有收到通行密钥的验证。请再试一次，或用密码确认。',
  },
  en: {
    'shell.touch.title': 'Please show once more that it is you',
    'shell.touch.text': 'This act has grave effects. It goes on at once afterwards and keeps what you typed; you are not asked again for five minutes.',
    'shell.touch.passkey': 'Use a passkey',
    'shell.touch.password': 'Your password',
    'shell.touch.code': 'Code of your authenticator',
    'shell.touch.confirm': 'Confirm with the password',
    'shell.touch.cancel': 'Cancel, do not go on',
    'shell.touch.refused': 'Not confirmed',
    'shell.touch.no-passkey': 'No answer came from the passkey. Please try again, or confirm with the password.',
  },
} as const;
