// Installs what is missing before a script runs. Runs on the system's own Node (20 or newer).
// What is installed is judged by npm's own record (node_modules/.package-lock.json), not by the folder:
// an install that was cut off leaves half a folder and no record.
'use strict';
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const fs = require('node:fs');

const root = path.resolve(__dirname, '..');
const doel = process.argv[2] === 'ontwikkel' ? 'ontwikkel' : 'gebruik';

function lees(bestand) {
  try {
    return JSON.parse(fs.readFileSync(bestand, 'utf8'));
  } catch (_) {
    return null;
  }
}

function compleet() {
  const slot = lees(path.join(root, 'package-lock.json'));
  const staat = lees(path.join(root, 'node_modules', '.package-lock.json'));
  if (!slot || !staat) return false;
  return Object.keys(slot.packages).every(naam => {
    const p = slot.packages[naam];
    if (naam === '' || p.optional || p.devOptional || (p.dev && doel === 'gebruik')) return true;
    return staat.packages[naam] && staat.packages[naam].version === p.version;
  });
}

if (!compleet()) {
  console.log(
    'Lange Adem: onderdelen installeren (' + doel + '), dit duurt een halve tot anderhalve minuut …',
  );
  // Not `npm ci`: that refuses a lock file without the packages for other systems, which not every registry
  // serves. This installs by the same lock file and its hashes, and leaves it as it is.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  if (doel === 'gebruik') args.push('--omit=dev');
  const r = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    stdio: 'inherit',
    env: Object.assign({}, process.env, { SCARF_ANALYTICS: 'false' }),
  });
  if (r.status !== 0) {
    console.error('Installeren is niet gelukt. Controleer de netwerkverbinding en draai: npm install');
    process.exit(1);
  }
}
