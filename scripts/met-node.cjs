// Runs the project on its own Node (package node-<platform>-<arch>), also where the system has an older
// one. Old syntax on purpose: this file must run on any Node from 20 on.
'use strict';
const { spawn } = require('node:child_process');
const path = require('node:path');
const fs = require('node:fs');

const root = path.resolve(__dirname, '..');

function eigenNode() {
  const naam = 'node-' + (process.platform === 'win32' ? 'win' : process.platform) + '-' + process.arch;
  const bin = path.join(
    root,
    'node_modules',
    naam,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (fs.existsSync(bin)) return bin;
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
  console.error('Geen Node 26 gevonden: het pakket ' + naam + ' ontbreekt. Draai eerst: npm install');
  process.exit(1);
}

function opdracht(args) {
  const eerste = args[0];
  if (eerste === 'bin') {
    const pkg =
      { tsc: 'typescript', biome: '@biomejs/biome', vitest: 'vitest', knip: 'knip' }[args[1]] || args[1];
    const map = path.join(root, 'node_modules', pkg);
    const bin = require(path.join(map, 'package.json')).bin;
    const rel = typeof bin === 'string' ? bin : bin[args[1]];
    return [path.join(map, rel)].concat(args.slice(2));
  }
  if (eerste === 'script') return [path.join(root, args[1])].concat(args.slice(2));
  if (eerste === 'test') return [path.join(root, 'scripts', 'test.ts')].concat(args.slice(1));
  if (eerste === 'bench') return [path.join(root, 'scripts', 'bench.ts')].concat(args.slice(1));
  return [path.join(root, 'scripts', 'draai.ts')].concat(args);
}

const node = eigenNode();
const kind = spawn(node, ['--no-warnings=ExperimentalWarning'].concat(opdracht(process.argv.slice(2))), {
  stdio: 'inherit',
  cwd: process.cwd(),
  env: Object.assign({}, process.env, { PATH: path.dirname(node) + path.delimiter + process.env.PATH }),
});
// Ctrl-C reaches the child by the process group; this launcher only waits for it to finish.
for (const s of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(s, () => {
    if (s !== 'SIGINT' || !process.stdin.isTTY) kind.kill(s);
  });
}
kind.on('exit', (code, signal) => {
  if (signal) process.exit(128 + (signal === 'SIGINT' ? 2 : signal === 'SIGTERM' ? 15 : 9));
  process.exit(code === null ? 1 : code);
});
