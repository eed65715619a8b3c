#!/usr/bin/env node
// The `balie` command on whatever Node this machine has. server/main.ts runs as it is written from Node 24 on; an older
// one starts the Node 24 that the package `node` brought along. Syntax of Node 14 only.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const runsTypeScript = Number(process.versions.node.split('.')[0]) >= 24 && process.features.typescript

if (runsTypeScript) void import('../server/main.ts')
else startNode24()

function startNode24() {
  const main = fileURLToPath(new URL('../server/main.ts', import.meta.url))
  const child = spawn(node24(), [main, ...process.argv.slice(2)], { stdio: 'inherit' })

  // Ctrl-C in a terminal reaches both of us; a second one from here would look like a request to hurry.
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY
  const forward = (signal) => child.kill(signal)
  const ignore = () => {}
  process.on('SIGTERM', forward)
  process.on('SIGINT', atTerminal ? ignore : forward)
  process.on('SIGHUP', atTerminal ? ignore : forward)

  child.on('error', (error) => fail(error.message))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

function node24() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    return fail('it is not installed here; run `npm ci` first.')
  }
}

function fail(why) {
  process.stderr.write(`balie needs Node 24, this is ${process.version}: ${why}\n`)
  process.exit(1)
}
