import { verbs } from './app/verbs/index.ts';

const [name, ...rest] = process.argv.slice(2);

// Whoever reads the answer may stop when it has enough (`… | head`): that is the end and no fault. A message that nobody hears is lost.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

function overview(): string {
  const width = Math.max(...Object.keys(verbs).map((verb) => verb.length));
  return [
    '青采 Qingcai: a city buys green building materials',
    '',
    'Usage: npm run -s qingcai -- VERB [OPTIONS]',
    '',
    ...Object.entries(verbs).map(([verb, { summary }]) => `  ${verb.padEnd(width)}  ${summary}`),
    '',
    'VERB --help tells more. Exit status: 0 done, 1 a finding or a failure, 2 unreadable input, 64 wrong use.',
    '',
  ].join('\n');
}

if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
  process.stdout.write(overview());
  process.exitCode = name === undefined ? 64 : 0;
} else {
  const verb = verbs[name];
  if (verb === undefined) {
    process.stderr.write(`There is no verb ${JSON.stringify(name)}.\n\n${overview()}`);
    process.exitCode = 64;
  } else if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${verb.help.trim()}\n`);
  } else {
    process.exitCode = await (await verb.load())(rest).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      if (process.env['QINGCAI_LOG'] === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
      return 1;
    });
  }
}
