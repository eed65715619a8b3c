import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { stringify } from 'yaml'
import { documents } from '../documents.ts'
import { clientTypes } from './client-types.ts'

const folders: Record<string, string> = {
  '/v1': 'mijnklantportaal',
  '/api/v2': 'clubcollect',
  '/api/portal': 'portal',
}

/** The documents that our own pages speak. */
const clients: Record<string, string> = { '/v1': 'v1', '/api/portal': 'portal' }

export const openapiCommand = () =>
  new Command('openapi')
    .description('print the OpenAPI documents of the APIs')
    .option('--write', "rewrite the copies in the APIs' contract folders, and the types of the web's clients")
    .option('--json', 'print as JSON (they are YAML otherwise)')
    .action(async ({ write, json }: { write?: boolean; json?: boolean }) => {
      for (const [prefix, document] of Object.entries(await documents())) {
        const yaml = stringify(document, { aliasDuplicateObjects: false })
        if (write) {
          const folder = new URL(`../api/${folders[prefix]}/contract/`, import.meta.url)
          await writeFile(new URL('openapi.json', folder), `${JSON.stringify(document, null, 2)}\n`)
          await writeFile(new URL('openapi.yaml', folder), yaml)
          const client = clients[prefix]
          if (client)
            await writeFile(
              new URL(`../../web/client/${client}.generated.ts`, import.meta.url),
              clientTypes(document),
            )
        } else console.log(json ? JSON.stringify(document, null, 2) : yaml)
      }
    })
