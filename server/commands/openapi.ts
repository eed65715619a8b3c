import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { stringify } from 'yaml'
import { documents } from '../documents.ts'

const folders: Record<string, string> = {
  '/v1': 'mijnklantportaal',
  '/api/v2': 'clubcollect',
  '/api/portal': 'portal',
}

export const openapiCommand = () =>
  new Command('openapi')
    .description('print the OpenAPI documents of the APIs')
    .option('--write', "rewrite the copies in the APIs' contract folders")
    .option('--json', 'print as JSON (they are YAML otherwise)')
    .action(async ({ write, json }: { write?: boolean; json?: boolean }) => {
      for (const [prefix, document] of Object.entries(await documents())) {
        const yaml = stringify(document, { aliasDuplicateObjects: false })
        if (write) {
          const folder = new URL(`../api/${folders[prefix]}/contract/`, import.meta.url)
          await writeFile(new URL('openapi.json', folder), `${JSON.stringify(document, null, 2)}\n`)
          await writeFile(new URL('openapi.yaml', folder), yaml)
        } else console.log(json ? JSON.stringify(document, null, 2) : yaml)
      }
    })
