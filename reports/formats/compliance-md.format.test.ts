import { marked, type Token, type Tokens } from 'marked'
import { expect, test } from 'vitest'
import type { Run } from '../run.ts'
import { brokenRun, hostileRun } from '../testdata/hostile.ts'
import { FAILS, judgement, PASSES, sampleRun, WAIVED } from '../testdata/sample.ts'
import { format } from './compliance-md.format.ts'

/** Everything that a reader of Markdown finds in it, however deep. */
function tokensIn(text: string): readonly Token[] {
  const found: Token[] = []
  marked.walkTokens(marked.lexer(text), (token) => {
    found.push(token)
  })
  return found
}

const OURS = /^(<details><summary>[\w\s,]+<\/summary>|<\/details>)\s*$/

/** Rows of its tables of controls that tell this verdict. */
const count = (run: Run, verdict: string): number =>
  tokensIn(format.of(run))
    .filter((token) => token.type === 'table' && token.header[1].text === 'control')
    .flatMap((table) => (table as Tokens.Table).rows)
    .filter(([first]) => first?.text.endsWith(` ${verdict}`)).length

/** How many parts are opened and not closed again. */
const open = (text: string): number =>
  tokensIn(text)
    .filter(({ type }) => type === 'html')
    .reduce((sum, { raw }) => sum + (raw.startsWith('</') ? -1 : 1), 0)

test('what fails comes first, and everything is folded away below', async () => {
  await expect(format.of(sampleRun())).toMatchFileSnapshot('../testdata/golden/compliance.md')
})

test('nothing that the lab says is markup, a link, a picture or a mention', () => {
  for (const run of [hostileRun(), brokenRun()]) {
    const page = format.of(run)
    const tokens = tokensIn(page)
    expect(tokens.filter(({ type }) => ['link', 'image'].includes(type))).toEqual([])
    for (const { type, raw } of tokens) if (type === 'html') expect(raw).toMatch(OURS)
    expect(open(page)).toBe(0)
    for (const token of tokens)
      if (token.type === 'text' && !('tokens' in token && token.tokens))
        expect(token.raw).not.toMatch(/@\w/)
  }
})

test('no word of a message changes what is counted', () => {
  const run = hostileRun()

  expect({
    pass: count(run, 'pass'),
    fail: count(run, 'fail'),
    unverifiable: count(run, 'unverifiable'),
    waived: count(run, 'waived'),
    notApplicable: count(run, 'not-applicable'),
  }).toEqual(run.summary)
})

test('it fits a comment, whatever fails, and says what it left out', () => {
  const because = 'many words '.repeat(60)
  const many = Array.from({ length: 400 }, (_, i) =>
    judgement({ ...FAILS, id: `zero-trust/c-${i}`, because }),
  )
  const page = format.of(sampleRun(many))

  expect(page.length).toBeLessThan(65_536)
  expect(page).toMatch(/\*… and \d+ more, see `run\.json`\*/)
  expect(open(page)).toBe(0)
})

test('the title is the worst that happened', () => {
  const title = (run: Run) => format.of(run).split('\n')[0]

  expect(title(brokenRun())).toBe('# zero-trust: 1 bug of ours, no proof of anything')
  expect(title(sampleRun([]))).toBe('# zero-trust: nothing was judged')
  expect(title(sampleRun([PASSES, WAIVED]))).toBe('# zero-trust: 1 waived, 1 pass')
})
