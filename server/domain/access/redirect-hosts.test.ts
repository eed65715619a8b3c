import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHost } from './redirect-hosts.ts'

test('a host is kept as a URL has it', () => {
  for (const [text, host] of [
    ['Members.Example.com', 'members.example.com'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ] as const)
    assert.equal(parseHost(text), host)
})

test('more than a host is none', () => {
  for (const text of [
    '',
    ' ',
    'https://a.example',
    'a.example/x',
    'a.example:80',
    'u@a.example',
    'a b',
    'a?b',
    'a#b',
    'a\\b',
  ])
    assert.throws(() => parseHost(text), /host must be a host name/, text)
})
