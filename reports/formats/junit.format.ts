import type { Format } from '../format.ts'
import type { Broken, Run, RunVerdict } from '../run.ts'
import { askings, saying } from './saying.ts'
import { attributes, xmlText } from './xml.ts'

/** What JUnit calls a verdict. An unverifiable one is an error: a skipped test is harmless wherever JUnit is read. */
const ELEMENT = {
  fail: 'failure',
  unverifiable: 'error',
  waived: 'skipped',
  'not-applicable': 'skipped',
} as const

/**
 * JUnit XML as Ant writes it: the strictest of its dialects, and the one that has a schema.
 * A suite is a section of a document, and a test is a control.
 */
export const format: Format = {
  file: 'junit.xml',
  of: (run) => {
    const sections = Map.groupBy(run.verdicts, ({ profile, section }) => `${profile}.${section}`)
    const suites = [
      ...(run.broken.length > 0 ? [bugs(run)] : []),
      ...[...sections].map(([name, verdicts]) => ({ name, tests: verdicts.map(testOf) })),
      ...(run.exit === 3 && run.broken.length === 0 ? [NOTHING] : []),
    ]
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites>',
      ...suites.map((suite, id) => suiteOf(run, suite, id)),
      '</testsuites>',
      '',
    ].join('\n')
  },
}

interface Test {
  readonly name: string
  readonly classname: string
  readonly element?: 'failure' | 'error' | 'skipped'
  /** The verdict. */
  readonly type?: string
  readonly message?: string
  readonly text?: string
}

interface Suite {
  readonly name: string
  readonly tests: readonly Test[]
}

function testOf(one: RunVerdict): Test {
  const test = { name: `${one.title} (${one.statement})`, classname: one.id.replace('/', '.') }
  if (one.verdict === 'pass') return test
  const text = [saying(one), `do: ${one.remedy}`, `asked:\n${askings(one)}`].join('\n\n')
  return { ...test, element: ELEMENT[one.verdict], type: one.verdict, message: one.because, text }
}

const bugs = ({ broken }: Run): Suite => ({ name: 'a bug of ours', tests: broken.map(bugOf) })

const bugOf = ({ spec, message }: Broken): Test => ({
  name: `a bug of ours: ${spec || 'the run itself'}`,
  classname: 'plumbline.bug',
  element: 'error',
  type: 'bug',
  message,
  text: 'Nobody judged what this spec claims: no verdict of this run is proof of anything.',
})

/** What is only skipped looks sound. */
const NOTHING: Suite = {
  name: 'nothing was judged',
  tests: [
    {
      name: 'nothing was judged',
      classname: 'plumbline.nothing',
      element: 'error',
      type: 'nothing judged',
      message: 'nothing was judged',
      text: 'Every control is not applicable here, or none was selected.',
    },
  ],
}

function suiteOf(run: Run, { name, tests }: Suite, id: number): string {
  const count = (element: Test['element']) =>
    tests.filter((test) => test.element === element).length
  const head = attributes({
    name: token(name),
    package: token(run.lab),
    id,
    // Its schema allows neither fractions of a second nor a time zone; it is UTC.
    timestamp: run.takenAt.slice(0, 19),
    hostname: token(run.target),
    tests: tests.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: 0,
  })
  const about = { lab: run.lab, target: run.target, snapshot: run.snapshotDigest }
  return [
    `<testsuite${head}>`,
    '<properties>',
    ...Object.entries(about).map(
      ([key, value]) => `<property${attributes({ name: key, value })}/>`,
    ),
    '</properties>',
    ...tests.map(caseOf),
    '<system-out></system-out>',
    '<system-err></system-err>',
    '</testsuite>',
  ].join('\n')
}

function caseOf({ name, classname, element, type = '', message = '', text = '' }: Test): string {
  const head = attributes({ name: token(name), classname: token(classname), time: 0 })
  return element
    ? `<testcase${head}><${element}${attributes({ type, message })}>${xmlText(text)}</${element}></testcase>`
    : `<testcase${head}/>`
}

/** On one line, and never empty. */
const token = (text: string): string => text.replaceAll(/\s+/g, ' ').trim() || '-'
