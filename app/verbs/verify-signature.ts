import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { SUITE_NAMES } from '#modules/signing/rules.ts';
import { bundleIn, verifyBundle, type BundleFinding } from '#modules/signing/verify-bundle.ts';
import { wording } from '#modules/signing/wording.ts';
import { makeWords } from '#platform/wording.ts';

const USAGE = 'Usage: verify FILE [--pdf FILE] [--city-key FINGERPRINT] [--json]\n';
const LARGEST = 50_000_000;
const OPTIONS = { pdf: { type: 'string' }, 'city-key': { type: 'string' }, json: { type: 'boolean' } } as const;

/** The bytes of a file of a bearable size; undefined where it cannot be read. */
async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return (await stat(path)).size > LARGEST ? undefined : await readFile(path);
  } catch {
    return undefined;
  }
}

/** `verify FILE`: judges a signature bundle, and the PDF beside it, offline. 0 holds, 1 something is wrong, 2 unreadable, 64 wrong use. */
export async function verifySignatureVerb(argv: readonly string[]): Promise<number> {
  const asked = parsed(argv);
  if (asked === undefined) {
    process.stderr.write(USAGE);
    return 64;
  }
  const { file, values } = asked;
  const text = await bytesOf(file);
  const bundle = text === undefined ? undefined : bundleIn(new TextDecoder().decode(text));
  if (bundle === undefined) {
    process.stderr.write(`${file} cannot be read as a signature bundle.\n`);
    return 2;
  }
  // Beside the bundle, under the same name, lies the paper that it belongs to.
  const paper = values.pdf ?? file.replace(/(\.json)?$/i, '.pdf');
  const pdf = await bytesOf(paper);
  if (values.pdf !== undefined && pdf === undefined) {
    process.stderr.write(`${values.pdf} cannot be read.\n`);
    return 2;
  }
  const finding = verifyBundle(bundle, { pdf: pdf ?? null, ...(values['city-key'] === undefined ? {} : { cityKey: values['city-key'].toLowerCase() }) });
  process.stdout.write(values.json === true ? `${JSON.stringify(told(finding))}\n` : `${spoken(finding, paper)}\n`);
  return finding.faults.length === 0 ? 0 : 1;
}

function parsed(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
    const [file] = positionals;
    const key = values['city-key'];
    return file === undefined || positionals.length > 1 || (key !== undefined && !/^[0-9a-f]{64}$/i.test(key)) ? undefined : { file, values };
  } catch {
    return undefined;
  }
}

const words = makeWords([wording]);

const told = ({ bundle, faults, cityKey, checked }: BundleFinding) => ({
  holds: faults.length === 0, faults: faults.map((fault) => ({ code: fault, text: words.both(`signing.fault.${fault}`) })),
  code: bundle.code, title: bundle.title, signer: bundle.holder.person, organisation: bundle.holder.organisation, at: bundle.statement.at, purpose: bundle.statement.purpose, subject: bundle.statement.subject,
  suite: bundle.statement.suite, key: bundle.certificate.serial, demonstration: bundle.certificate.demo, cityKey, checked,
});

function spoken({ bundle, faults, cityKey, checked }: BundleFinding, paper: string): string {
  const { statement, holder, certificate, title } = bundle;
  const { signature, hash } = SUITE_NAMES[statement.suite];
  const notes = [
    checked.cityKey ? `city key  ${cityKey}, as given` : `city key  ${cityKey}: compare it with the fingerprint that the city publishes`,
    ...(checked.pdf ? [`PDF       ${paper}`] : []),
    ...(checked.data ? [] : ['data      not in this bundle: the PDF and the statement are what was checked']),
    checked.ledger === 'placed' ? `ledger    entry ${bundle.ledger!.link!.seq}, link ${bundle.ledger!.link!.hash}: compare it with the city's ledger` : `ledger    ${checked.ledger === 'waiting' ? 'the entry waits for its place in the chain' : 'no entry in this bundle: only the signer says when it was signed'}`,
    ...(certificate.demo ? ['This is a demonstration key: everything about it is invented.'] : []),
  ];
  return [
    `${title['zh-CN']} · ${title.en}`,
    `signed by ${holder.person} (${holder.organisation}) at ${statement.at}, key ${certificate.serial}, ${signature} with ${hash}`,
    ...notes,
    ...faults.map((fault) => `WRONG     ${fault}: ${words.one('zh-CN', `signing.fault.${fault}`)} ${words.one('en', `signing.fault.${fault}`)}`),
    faults.length === 0 ? '签名有效。The signature holds.' : '签名无效。The signature does not hold.',
  ].join('\n');
}
