import assert from 'node:assert/strict'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import type { AppDeps } from '../../server/app.ts'
import { startTestApp, type TestApp } from './app.ts'
import { launch } from './chromium.ts'

const ARTEFACTS = fileURLToPath(new URL('../../artefacts/browser/', import.meta.url))
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const phone = { width: 360, height: 740 }
export const desk = { width: 1280, height: 800 }

export interface Visit {
  viewport?: { width: number; height: number }
  dark?: boolean
  /** The browser's language. */
  locale?: string
  /** The secret of a staff session. */
  session?: string
  /** The secret of a customer's session. */
  member?: string
}

export interface BrowserApp extends TestApp {
  /** Where it listens, on loopback. */
  url: string
  /** A window of its own: other cookies, another person. */
  person(visit?: Visit): Promise<Person>
}

export interface Person {
  context: BrowserContext
  page: Page
  /** Opens a path and waits until nothing is fetched any more. */
  visit(path: string): Promise<void>
  /**
   * What the pages complained of so far: errors of scripts, and what the security policy refused. Forgets them; a test that wants
   * a refusal takes what it expects.
   */
  complaints(): string[]
}

/** The application with its built web pages, on a port, and a browser. What a page complains of fails the test at `close`. */
export async function startBrowserApp(options: Partial<AppDeps> = {}): Promise<BrowserApp> {
  let url = ''
  const running = await startTestApp({ publicUrl: () => url, ...options })
  url = await running.app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launch()
  const people: Person[] = []

  async function person({
    viewport = desk,
    dark = false,
    locale = 'en-GB',
    session,
    member,
  }: Visit = {}): Promise<Person> {
    const context = await browser.newContext({
      baseURL: url,
      viewport,
      locale,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      timezoneId: 'Europe/Amsterdam',
      acceptDownloads: true,
    })
    context.setDefaultTimeout(15_000)
    if (session) await context.addCookies([{ name: 'balie', value: session, url }])
    if (member) await context.addCookies([{ name: 'balie-my', value: member, url }])
    const page = await context.newPage()
    let said: string[] = []
    page.on('pageerror', (error) => said.push(`${error.name}: ${error.message}`))
    page.on('console', (message) => {
      // A refused request is told there too: the page itself says what it makes of it.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        said.push(message.text())
    })
    const one: Person = {
      context,
      page,
      async visit(path) {
        await page.goto(path, { waitUntil: 'domcontentloaded' })
        await settle(page)
      },
      complaints() {
        const all = said
        said = []
        return all
      },
    }
    people.push(one)
    return one
  }

  return {
    ...running,
    url,
    person,
    async close() {
      await browser.close()
      await running.close()
      assert.deepEqual(
        people.flatMap((one) => one.complaints()),
        [],
        'the pages complained of something',
      )
    },
  }
}

/** Until the page is there and nothing of it waits. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.waitForFunction(
    () =>
      document.querySelector('h1') &&
      !document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root, [aria-busy="true"]') &&
      !document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running'),
  )
}

interface Violation {
  id: string
  help: string
  nodes: { target: unknown; failureSummary?: string }[]
}

/** WCAG 2.2 A and AA and good practice, by axe: it finds nothing, or the test fails with what and where. */
export async function checkAccessibility(page: Page): Promise<void> {
  await settle(page)
  await page.evaluate(await axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: unknown, options: unknown): Promise<{ violations: unknown[] }> }
    }
    // Menus and notices open outside of the landmarks, as their authors mean it: not a rule of WCAG.
    const rules = { region: { enabled: false } }
    const { violations: found } = await axe.run(document, { resultTypes: ['violations'], rules })
    return found as never
  })
  const told = (violations as Violation[]).map(
    ({ id, help, nodes }) =>
      `${id} (${help})\n${nodes.map(({ target, failureSummary }) => `  ${String(target)}: ${failureSummary}`).join('\n')}`,
  )
  assert.equal(told.join('\n'), '', `axe at ${page.url()}`)
}

/** Keeps a picture of the page as it is, as an artefact: `artefacts/browser/<name>.png`. */
export async function shot(page: Page, name: string): Promise<void> {
  await mkdir(ARTEFACTS, { recursive: true })
  await settle(page)
  await page.screenshot({ path: `${ARTEFACTS}${name}.png`, fullPage: true, animations: 'disabled' })
}

/** A page as each reader sees it: on a phone and on a desk, by day and by night; looked at by axe and kept as pictures. */
export async function lookAt(
  running: BrowserApp,
  path: string,
  name: string,
  visit: Visit = {},
): Promise<void> {
  for (const [size, viewport] of Object.entries({ phone, desk }))
    for (const dark of [false, true]) {
      const { page, context, visit: open } = await running.person({ ...visit, viewport, dark })
      await open(path)
      await checkAccessibility(page)
      await shot(page, `${name}-${size}-${dark ? 'dark' : 'light'}`)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      assert.ok(overflow <= 0, `${path} is ${overflow} px too wide at ${viewport.width} px`)
      await context.close()
    }
}
