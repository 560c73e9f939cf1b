export const signOnWording = {
  'zh-CN': { 'shell.sign-on.title': '统一身份认证', 'shell.sign-on.refused': '没有完成', 'shell.sign-on.back': '返回登录' },
  en: { 'shell.sign-on.title': 'Sign-on of the city', 'shell.sign-on.refused': 'Not completed', 'shell.sign-on.back': 'Back to log in' },
} as const;
