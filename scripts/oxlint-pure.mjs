// One rule that oxlint does not have: pure code is given its date, it never asks the clock.
export default {
  meta: { name: 'pure' },
  rules: {
    'no-bare-date': {
      create(context) {
        const report = (node) => context.report({ node, message: 'Pure code is given its date: no `new Date()` without an argument, no `Date()`.' });
        return {
          NewExpression(node) {
            if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) report(node);
          },
          CallExpression(node) {
            if (node.callee.type === 'Identifier' && node.callee.name === 'Date') report(node);
          },
        };
      },
    },
  },
};
