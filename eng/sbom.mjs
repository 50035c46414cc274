// node sbom.mjs FILE: writes what the product is made of as CycloneDX 1.6 (JSON), and prints a line for each package:
// its name, version and licence. Read from the lock files of NuGet and npm and from the packages as they lie in their caches.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const json = path => JSON.parse(readFileSync(path, 'utf8'));

// What is delivered is what the web project is built of, the others within it; what only tests use is not part of the product.
const locks = readdirSync(join(root, 'src')).sort().map(project => [project, join(root, 'src', project, 'packages.lock.json')]).filter(([, lock]) => existsSync(lock));
const entriesOf = lock => Object.values(json(lock).dependencies).flatMap(framework => Object.entries(framework)).filter(([, entry]) => entry.type !== 'Project');
const direct = new Set(locks.flatMap(([, lock]) => entriesOf(lock)).filter(([, entry]) => entry.type === 'Direct').map(([name]) => name.toLowerCase()));
const packages = new Map(entriesOf(locks.find(([project]) => project.endsWith('.Web'))[1]).map(([name, entry]) => [name.toLowerCase(), {
  name, version: entry.resolved, contentHash: entry.contentHash, isDirect: direct.has(name.toLowerCase()),
  dependsOn: new Set(Object.keys(entry.dependencies ?? {}).map(d => d.toLowerCase())),
}]));

const purlOf = p => `pkg:nuget/${p.name}@${p.version}`;

// Packages of before there were expressions name an address. What stands there, read by a person; each package by itself, for at an
// address another text can stand with the next version.
const readLicences = new Map([
  // A port of zxcvbn, whose licence file it carries on: "Permission is hereby granted, free of charge" of Dan Wheeler and Dropbox, Inc.
  ['zxcvbn-core 1.1.17 https://github.com/trichards57/zxcvbn-cs/blob/master/LICENSE', 'MIT'],
]);

// As the package says itself: an expression of SPDX, else the name of the file or the address that it gives.
function licenceOf(p) {
  const nuspec = join(cache, p.name.toLowerCase(), p.version.toLowerCase(), `${p.name.toLowerCase()}.nuspec`);
  if (!existsSync(nuspec)) return { text: 'not known: the package is not in the cache' };
  const text = readFileSync(nuspec, 'utf8');
  const [, kind, value] = /<license type="(expression|file)"[^>]*>([^<]+)<\/license>/.exec(text) ?? [];
  if (kind === 'expression') return { expression: value.trim(), text: value.trim() };
  if (kind === 'file') return { text: `file ${value.trim()} of the package` };
  const address = /<licenseUrl>([^<]+)<\/licenseUrl>/.exec(text)?.[1].trim();
  const read = readLicences.get(`${p.name} ${p.version} ${address}`);
  return read ? { expression: read, text: read } : { text: address ?? 'not stated' };
}

const licences = l => l.expression ? [{ expression: l.expression }] : [{ license: { name: l.text } }];
const all = [...packages.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
const components = all.map(p => ({
  type: 'library', 'bom-ref': purlOf(p), name: p.name, version: p.version, scope: 'required', purl: purlOf(p), licenses: licences(licenceOf(p)),
  properties: [{ name: 'nuget:contentHash', value: p.contentHash }, { name: 'nuget:direct', value: String(p.isDirect) }],
}));

for (const [path, entry] of Object.entries(json(join(root, 'eng', 'package-lock.json')).packages)) {
  if (path === '') continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const purl = `pkg:npm/${name.replace(/^@/, '%40')}@${entry.version}`;
  const [algorithm, value] = (entry.integrity ?? '').split('-');
  components.push({
    type: 'library', 'bom-ref': purl, name, version: entry.version, scope: 'optional', purl,
    licenses: licences(entry.license ? { expression: entry.license } : { text: 'not stated' }),
    ...(algorithm === 'sha512' ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(value, 'base64').toString('hex') }] } : {}),
    properties: [{ name: 'xinzhou:use', value: 'the programs of PostgreSQL, on machines that have none' }],
  });
}

const product = 'xinzhou-dashboard';
const dependencies = [
  { ref: product, dependsOn: all.filter(p => p.isDirect).map(purlOf) },
  ...all.map(p => ({ ref: purlOf(p), dependsOn: [...p.dependsOn].filter(d => packages.has(d)).map(d => purlOf(packages.get(d))).sort() })),
];
// The same packages give the same number, and the same file.
const digest = createHash('sha256').update(JSON.stringify(components)).digest('hex');
const serial = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
writeFileSync(process.argv[2], JSON.stringify({
  bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${serial}`, version: 1,
  metadata: { component: { type: 'application', 'bom-ref': product, name: product } },
  components, dependencies,
}, null, 2) + '\n');

for (const c of components) {
  const [l] = c.licenses;
  console.log(`${c.name} ${c.version} ${l.expression ?? l.license.name}`);
}
