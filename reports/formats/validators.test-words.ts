import { readFileSync } from 'node:fs'
import { validate } from 'ctrf'
import { validateXML } from 'xmllint-wasm'
import { against, hasSchema } from '../testdata/schema.ts'

type Validator = (text: string) => Promise<readonly string[]> | readonly string[]

const xsd = readFileSync(new URL('../testdata/junit-ant.xsd', import.meta.url), 'utf8')

const ALWAYS: Readonly<Record<string, Validator>> = {
  'junit.xml': async (xml) =>
    (await validateXML({ xml, schema: xsd })).errors.map(({ message }) => message),
  'ctrf.json': (text) => validate(JSON.parse(text)).errors.map(({ message }) => message),
}

const OSCAL = 'oscal_complete_schema-1-1-3.json'

/** Files whose standard has a schema that is too big to be kept here. */
const BY_SCHEMA: Readonly<Record<string, string>> = {
  'ohdf.json': 'inspec-exec-json.json',
  'results.sarif': 'sarif-2.1.0-rtm.5.json',
  'oscal-assessment-results.json': OSCAL,
  'oscal-catalog.json': OSCAL,
  'oscal-component-definition.json': OSCAL,
}

const compiled = new Map<string, ReturnType<typeof against>>()

function schemaNamed(name: string): ReturnType<typeof against> {
  const known = compiled.get(name) ?? against(name)
  compiled.set(name, known)
  return known
}

/** What a file has against its standard, told by somebody else than who wrote it; where that is not here, nothing is said. */
export const VALIDATORS: readonly {
  readonly file: string
  readonly needs: string
  readonly isHere: boolean
  readonly problems: Validator
}[] = [
  ...Object.entries(ALWAYS).map(([file, problems]) => ({
    ...{ file, problems },
    needs: 'nothing',
    isHere: true,
  })),
  ...Object.entries(BY_SCHEMA).map(([file, needs]) => ({
    ...{ file, needs },
    isHere: hasSchema(needs),
    problems: (text: string) => schemaNamed(needs)(JSON.parse(text)),
  })),
]
