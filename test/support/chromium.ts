import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable']

/** The machine's Chromium, else the one that comes with npm. */
export async function launch(): Promise<Browser> {
  const system = SYSTEM.find((path) => existsSync(path))
  const executablePath = system ?? (await sparticuz.executablePath())
  const args = system ? [] : sparticuz.args.filter((arg) => arg !== '--single-process')
  return chromium.launch({ executablePath, args: [...args, '--no-sandbox', '--disable-gpu'] })
}
