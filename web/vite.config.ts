import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const COMPRESSIBLE = /\.(js|css|svg|json)$/

/** Compresses once, when it is built, what is served compressed ever after. */
const compressed = (): Plugin => {
  let folder = ''
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: (config) => void (folder = join(config.root, config.build.outDir, 'assets')),
    async closeBundle() {
      const names = (await readdir(folder)).filter((name) => COMPRESSIBLE.test(name))
      await Promise.all(
        names.map(async (name) => {
          const bytes = await readFile(join(folder, name))
          await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes))
          await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(bytes))
        }),
      )
    },
  }
}

/** Where `npm run dev` finds the server. */
const target = 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    // The calendar asks which shape its library for repeats has, and gets along without either.
    rolldownOptions: {
      checks: { importIsUndefined: false },
      // What every page needs comes in one file, what many need in another: on a phone a request costs more than its bytes.
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], priority: 1 },
            { name: 'shared', minShareCount: 3 },
          ],
        },
      },
    },
  },
  css: { devSourcemap: false },
  server: { proxy: Object.fromEntries(['/api', '/v1', '/docs'].map((path) => [path, { target }])) },
})
