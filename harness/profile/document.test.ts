import { expect, test } from 'vitest'
import { BadInput } from '../model/bad-input.ts'
import { parseDocument, slugOf } from './document.ts'

const GOOD = `# Lab

<!-- Notes for editors
- **AB-99** is no statement here -->
## Architecture Overview

- **AB-01** Everything runs on one machine.

### Storage Layer – VM102
- **AB-02** Parity guards the data.
  * **AB-03** It is *fresh*.

---

## Security Model (Zero Trust)

| Id | Layer | Tool |
|----|:------|------|
| **AB-04** | Access | Tailscale \\| nothing |
| **AB-05** | Monitoring | |

## Empty
`

const complaint = (markdown: string): string => {
  try {
    parseDocument(markdown, 'lab.md')
  } catch (error) {
    if (error instanceof BadInput) return error.message
    throw error
  }
  return 'none'
}

test('statements stand under their headings, with the path and the line of each', () => {
  const document = parseDocument(GOOD)

  expect(document.title).toBe('Lab')
  expect(document.sections.map(({ slug, path }) => [slug, path])).toEqual([
    ['architecture-overview', ['Architecture Overview']],
    ['storage-layer-vm102', ['Architecture Overview', 'Storage Layer – VM102']],
    ['security-model-zero-trust', ['Security Model (Zero Trust)']],
    ['empty', ['Empty']],
  ])
  expect(document.sections.map(({ statements }) => statements.map(({ id }) => id))).toEqual([
    ['AB-01'],
    ['AB-02', 'AB-03'],
    ['AB-04', 'AB-05'],
    [],
  ])
  expect(document.sections[0]?.statements).toEqual([
    { id: 'AB-01', text: 'Everything runs on one machine.', line: 7 },
  ])
})

test('a table row is one statement, its cells in one line', () => {
  const rows = parseDocument(GOOD).sections[2]?.statements
  expect(rows?.map(({ text }) => text)).toEqual(['Access · Tailscale | nothing', 'Monitoring'])
})

test('Windows line ends and a byte order mark change nothing', () => {
  expect(parseDocument(`\uFEFF${GOOD.replaceAll('\n', '\r\n')}`)).toEqual(parseDocument(GOOD))
})

test('a heading below a deeper one returns to its own level', () => {
  const { sections } = parseDocument('# T\n## A\n#### B\n### C\n- **X-1** c\n## D ##\n')
  expect(sections.map(({ path }) => path.join('/'))).toEqual(['A', 'A/B', 'A/C', 'D'])
})

test.for([
  ['Storage Layer – VM102', 'storage-layer-vm102'],
  ['Security Model (Zero Trust)', 'security-model-zero-trust'],
  ['Scope & Limitations', 'scope-limitations'],
  ['  3.1: Öl  ', '3-1-l'],
])('the folder of "%s" is %s', ([heading = '', slug]) => {
  expect(slugOf(heading)).toBe(slug)
})

test.for([
  ['an id that was used before', '# T\n## A\n- **X-1** a\n- **X-1** b', 'lab.md:4: X-1 is already'],
  ['a statement before any section', '# T\n- **X-1** a', 'lab.md:2: X-1 stands before'],
  ['an item without id', '# T\n## A\n- a', 'lab.md:3: no id'],
  ['an id without text', '# T\n## A\n- **X-1**', 'lab.md:3: no id, or no text'],
  ['an id that is not bold', '# T\n## A\n- X-1 a', 'lab.md:3: no id'],
  ['a table row without id', '# T\n## A\n|a|b|\n|-|-|\n|a|b|', 'lab.md:5: no id'],
  ['a table row with nothing but an id', '# T\n## A\n|a|b|\n|-|-|\n|**X-1**||', 'lab.md:5: no id'],
  ['a statement taken for a header', '# T\n## A\n|**X-1**|b|\n|-|-|', 'lab.md:4: no id'],
  ['a row before a second separator', '# T\n## A\n|a|\n|-|\n|b|\n|-|', 'lab.md:5: no id'],
  ['prose', '# T\n## A\nThis is so.', 'lab.md:3: a sentence without a number'],
  ['a quotation', '# T\n## A\n> This is so.', 'lab.md:3: a sentence without a number'],
  ['an item that goes on', '# T\n## A\n- **X-1** a\n  and b', 'lab.md:4: a sentence without'],
  ['a comment that never ends', '# T\n## A\n<!-- a', 'lab.md:3: a sentence without'],
  ['no title', '## A\n- **X-1** a', 'lab.md:1: no title'],
  ['a second title', '# T\n# U', 'lab.md:2: a second title'],
  ['two headings for one folder', '# T\n## A b\n### A – B', 'lab.md:3: "A – B" and "A b" share'],
  ['a heading without letters', '# T\n## –', 'lab.md:2: the heading "–"'],
  ['no statement at all', '# T\n## A', 'lab.md:2: not one statement'],
])('refuses %s', ([, markdown = '', message = '']) => {
  expect(complaint(markdown)).toContain(message)
})
